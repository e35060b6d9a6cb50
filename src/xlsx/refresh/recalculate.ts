import type { Area } from "../../file/address";
import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import type { Answer, Calculation, Calculator, Sheet, Work } from "./calculator";
import { calendarOf, type Calendar } from "./calendar";
import { overlap, spanning, type Graph } from "./dependants";
import { placeKey, rowsOf, type FormulaCell, type Formulas } from "./formulas";
import { isSameTable } from "./same-value";
import { keepDependants, READS_KEPT, scopeOf, type Scope } from "./scope";

/** What formulas come to with other figures. */
export interface Recalculated {
  readonly answers: ReadonlyMap<FormulaCell, Answer>;
  /** Formulas that keep their value, and why. */
  readonly kept: ReadonlyMap<FormulaCell, string>;
  readonly graph: Graph;
}

const DISAGREES = "the saved value is not what this program works out from the saved cells";

/** How far the calculator may be from what Excel saved, as a part of the number. */
const TOLERANCE = 1e-9;
/** A table that grows may reach cells that others read, whose answers grow in turn. */
const MOST_ROUNDS = 5;

/**
 * Works the wanted formulas of ours and their dependants out. Before ours answer, the dependants are worked out from
 * what was saved: where that is not what Excel saved, the calculator is not trusted with them.
 */
export async function recalculate(
  book: StoredBook,
  formulas: Formulas,
  calculator: Calculator,
  wanted: (formula: FormulaCell) => boolean,
): Promise<Recalculated> {
  const calendar = calendarOf(book);
  const filled = new Map<FormulaCell, Area>();
  const extentOf = (formula: FormulaCell): Area => filled.get(formula) ?? formula.extent;
  let scope = scopeOf(formulas, wanted, extentOf);
  for (let round = 1; ; round++) {
    if (scope.works.size === 0) return { answers: new Map(), kept: scope.kept, graph: scope.graph };
    const done = await calculated(book, formulas, scope, calculator, calendar);
    for (const [formula, answer] of done.answers)
      filled.set(formula, spanning(extentOf(formula), areaOf(formula, answer)));
    const next = scopeOf(formulas, wanted, extentOf);
    if (round >= MOST_ROUNDS || [...next.works].every((one) => scope.works.has(one))) return done;
    scope = next;
  }
}

/** The cells that an answer fills. */
export const areaOf = ({ cell }: Pick<FormulaCell, "cell">, { rows }: Answer): Area => ({
  row: cell.row,
  column: cell.column,
  rows: rows.length,
  columns: rows[0]?.length ?? 1,
});

async function calculated(
  book: StoredBook,
  formulas: Formulas,
  { graph, works, kept: scoped }: Scope,
  calculator: Calculator,
  calendar: Calendar,
): Promise<Recalculated> {
  const kept = new Map(scoped);
  const workOf = new Map([...works].map((formula) => [formula, asWork(formula, formulas, calendar)]));
  const calculation = calculator.open(sheetsOf(book, works, calendar), [...workOf.values()]);
  try {
    const volatile = [...works].filter(({ isVolatile }) => isVolatile);
    const untested = new Set([...volatile, ...graph.reach(volatile)]);
    const others = [...workOf].flatMap(([formula, work]) =>
      !formula.isOurs && !untested.has(formula) && !kept.has(formula) && !agrees(calculation, work)
        ? [formula]
        : [],
    );
    const behind = graph.reach(others);
    for (const formula of others) kept.set(formula, behind.has(formula) ? READS_KEPT : DISAGREES);
    keepDependants(graph, kept, works);
    await calculation.refresh(
      new Set([...workOf].filter(([formula]) => kept.has(formula)).map(([, work]) => work)),
    );
    const answers = new Map<FormulaCell, Answer>();
    for (const [formula, work] of workOf) {
      if (kept.has(formula)) continue;
      const answer = calculation.answer(work);
      const why = unusable(book, formula, answer);
      if (why === undefined) answers.set(formula, answer);
      else kept.set(formula, why);
    }
    keepDependants(graph, kept, works);
    return { answers: new Map([...answers].filter(([formula]) => !kept.has(formula))), kept, graph };
  } finally {
    calculation.dispose();
  }
}

/** Why an answer cannot go into the file. */
function unusable({ sheets }: StoredBook, formula: FormulaCell, answer: Answer): string | undefined {
  const failed = answer.rows.flat().find((one) => one.failed !== undefined)?.failed;
  if (failed !== undefined) return `this program does not work out ${failed}`;
  const area = areaOf(formula, answer);
  const sheet = sheets[formula.sheet];
  if (area.rows * area.columns === 1 || !sheet) return undefined;
  if (sheet.merged.some((merged) => overlap(merged, area))) return "its table would run into merged cells";
  if (formula.cell.formula.kind === "dynamic" && sheet.tables.some((table) => overlap(table.area, area)))
    return "its cells would run into a table";
  return undefined;
}

function agrees(calculation: Calculation, work: Work): boolean {
  const { saved } = work;
  // Nothing was saved: a file that no spreadsheet program has worked out yet.
  if (saved.every((row) => row.every((value) => value === null))) return true;
  const { rows } = calculation.answer(work);
  return isSameTable(
    saved,
    rows.map((row) => row.map(({ value }) => value)),
    TOLERANCE,
  );
}

function asWork(formula: FormulaCell, { cellsAt }: Formulas, calendar: Calendar): Work {
  const { sheet, cell, text, extent, saved, isOurs } = formula;
  const styled = (value: CellValue, r: number, c: number): CellValue =>
    calendar.calculated(value, cellsAt[sheet]?.(extent.row + r, extent.column + c)?.style ?? 0);
  return {
    sheet,
    row: cell.row,
    column: cell.column,
    text,
    kind: cell.formula.kind,
    extent,
    saved: saved.map((row, r) => row.map((value, c) => styled(value, r, c))),
    isOurs,
  };
}

/** What the formulas read and what stands in their way; sheets that have nothing of either stay empty. */
function sheetsOf(
  { sheets }: StoredBook,
  works: ReadonlySet<FormulaCell>,
  calendar: Calendar,
): readonly Sheet[] {
  const needed = new Set<number>();
  const filled = new Map<number, Set<number>>();
  for (const { sheet, extent, precedents } of works) {
    needed.add(sheet);
    for (const precedent of precedents) needed.add(precedent.sheet);
    const places = filled.get(sheet) ?? new Set();
    filled.set(sheet, places);
    for (const row of rowsOf(extent, placeKey)) for (const place of row) places.add(place);
  }
  return sheets.map(({ name, cells }, i) => ({
    name,
    constants: needed.has(i)
      ? cells.flatMap(({ row, column, value, style }) =>
          value === null || filled.get(i)?.has(placeKey(row, column))
            ? []
            : [{ row, column, value: calendar.calculated(value, style) }],
        )
      : [],
  }));
}
