import { areaName, type Area } from "../file/address";
import type { CellEdit } from "./cells";
import { movedFormula } from "./shared-formulas";
import type { ScannedCell } from "./sheet-scan";
import { attributesWith } from "./tag";
import { attribute } from "./xml";
import { escapeText } from "./xml-text";

/** Formulas that are written in one cell of a sheet and hold for others too. */
export interface FormulaGroups {
  /** Takes note of a cell with the edit that it will have. */
  readonly see: (cell: ScannedCell, edit: CellEdit | undefined) => void;
  /** The cells that need another formula element, because the cell in which their formula is written will lose it. */
  readonly orphans: (xml: string) => readonly Orphan[];
}

export interface Orphan {
  readonly cell: ScannedCell;
  /** Its formula in XML. */
  readonly formula: string;
}

interface Group {
  readonly master: ScannedCell;
  readonly losesMaster: boolean;
  /** Those that keep their formula and do not hold its text. */
  readonly others: ScannedCell[];
}

export function formulaGroups(): FormulaGroups {
  const groups: Group[] = [];
  const byNumber = new Map<string, Group>();
  const see = (cell: ScannedCell, edit: CellEdit | undefined): void => {
    const { formula } = cell;
    if (!formula || attribute(formula.element, "t") !== "shared") return;
    const number = attribute(formula.element, "si") ?? "";
    const isChanged = edit?.formula !== undefined;
    if (formula.text !== "") {
      // A second text under the same number starts a group of its own.
      const group = { master: cell, losesMaster: isChanged, others: [] };
      groups.push(group);
      byNumber.set(number, group);
    } else if (!isChanged) byNumber.get(number)?.others.push(cell);
  };
  const orphans = (xml: string): readonly Orphan[] =>
    groups.flatMap(({ master, losesMaster, others }) => (losesMaster ? rehomed(xml, master, others) : []));
  return { see, orphans };
}

/**
 * The next cell takes the formula over where it is the first corner of all that share it; else each cell gets its own, for
 * Excel expects the text in that corner.
 */
function rehomed(xml: string, master: ScannedCell, others: readonly ScannedCell[]): readonly Orphan[] {
  const [next] = others;
  const text = master.formula?.text ?? "";
  if (!next) return [];
  const around = areaAround(others);
  const isCorner = next.row === around.row && next.column === around.column;
  const heirs = isCorner ? [next] : others;
  return heirs.flatMap((cell) => {
    const { formula } = cell;
    if (!formula) return [];
    const own = escapeText(movedFormula(text, [master.row, master.column], [cell.row, cell.column]));
    const attributes = attributesWith(
      xml,
      formula.element,
      isCorner ? { ref: areaName(around) } : { t: undefined, si: undefined, ref: undefined },
    );
    const prefix = formula.element.prefix;
    return [{ cell, formula: `<${prefix}f${attributes}>${own}</${prefix}f>` }];
  });
}

function areaAround(cells: readonly ScannedCell[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
