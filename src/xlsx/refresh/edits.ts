import type { CellEdit, CellValue, StoredFormula } from "../cells";
import type { Answer } from "./calculator";
import type { Calendar } from "./calendar";
import { spanning } from "./dependants";
import type { CellsAt, FormulaCell } from "./formulas";
import { areaOf } from "./recalculate";
import { isSameValue } from "./same-value";

/** A cell that shows something else than before. */
export interface Difference {
  readonly row: number;
  readonly column: number;
  readonly old: CellValue;
  readonly new: CellValue;
  /** What a new error means. */
  readonly message?: string;
}

/** What one formula changes in its sheet. */
export interface FormulaEdits {
  readonly edits: readonly CellEdit[];
  readonly differences: readonly Difference[];
}

/** Noise in the last digits is no change. */
const NOISE = 1e-12;
const SPILL: CellValue = { error: "#SPILL!" };

/**
 * The cells that a formula's answer changes: those that it fills and those that it filled. `rewritten`: its text in the
 * form in which Excel keeps it, where it stands there in another.
 */
export function editsOf(
  formula: FormulaCell,
  answer: Answer,
  cellsAt: CellsAt,
  calendar: Calendar,
  rewritten: string | undefined,
): FormulaEdits {
  const { cell, extent } = formula;
  if (rewritten === undefined && staysAsItIs(formula, answer, calendar)) return NOTHING;
  const area = areaOf(formula, answer);
  const both = spanning(extent, area);
  const edits: CellEdit[] = [];
  const differences: Difference[] = [];
  for (let r = 0; r < both.rows; r++)
    for (let c = 0; c < both.columns; c++) {
      const [row, column] = [both.row + r, both.column + c];
      const isFilled = r < area.rows && c < area.columns;
      // An answer that changes its shape leaves corners that are nobody's.
      if (!isFilled && !(r < extent.rows && c < extent.columns)) continue;
      const there = cellsAt(row, column);
      const old = there?.value ?? null;
      const given = answer.rows[r]?.[c];
      const style = there?.style ?? inherited(formula, r, c, cellsAt);
      const value =
        answer.isBlocked && r === 0 && c === 0 ? SPILL : given ? calendar.stored(given, style ?? 0) : null;
      if (isSameValue(old, value, NOISE) || (answer.isBlocked && isBlockedAlready(old))) continue;
      edits.push({ row, column, value, ...(there === undefined && style !== undefined && { style }) });
      differences.push({
        row,
        column,
        old,
        new: value,
        ...(given?.message !== undefined && { message: given.message }),
      });
    }
  const stored = formulaNow(formula, area, rewritten);
  if (stored) {
    const corner = edits.find(({ row, column }) => row === cell.row && column === cell.column);
    if (corner) edits.splice(edits.indexOf(corner), 1, { ...corner, formula: stored });
    else edits.unshift({ row: cell.row, column: cell.column, formula: stored });
  }
  return { edits, differences };
}

const NOTHING: FormulaEdits = { edits: [], differences: [] };

/** A single cell that shows the same as before, as most do. */
function staysAsItIs(
  { cell, extent }: FormulaCell,
  { rows, isBlocked }: Answer,
  calendar: Calendar,
): boolean {
  const given = rows[0]?.[0];
  if (isBlocked || !given || rows.length * (rows[0]?.length ?? 0) !== 1) return false;
  if (extent.rows * extent.columns !== 1) return false;
  return isSameValue(cell.value, calendar.stored(given, cell.style), NOISE);
}

/** Excel keeps the error apart, and `#VALUE!` in its place for older programs. */
const isBlockedAlready = (value: CellValue): boolean =>
  typeof value === "object" && value !== null && ["#SPILL!", "#VALUE!"].includes(value.error);

function formulaNow(
  { cell: { formula }, extent }: FormulaCell,
  area: ReturnType<typeof areaOf>,
  rewritten: string | undefined,
): StoredFormula | undefined {
  const moved = formula.kind === "dynamic" && (area.rows !== extent.rows || area.columns !== extent.columns);
  if (!moved && rewritten === undefined) return undefined;
  return {
    ...formula,
    ...(rewritten !== undefined && { text: rewritten }),
    ...(moved && { extent: area }),
  };
}

/** A cell that a table newly fills looks as the last one above it, so that days stay days. */
function inherited({ extent }: FormulaCell, r: number, c: number, cellsAt: CellsAt): number | undefined {
  if (r < extent.rows || extent.rows < 2 || c >= extent.columns) return undefined;
  return cellsAt(extent.row + extent.rows - 1, extent.column + c)?.style;
}
