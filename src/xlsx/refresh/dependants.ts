import type { Area } from "../../file/address";
import { placeKey, type FormulaCell } from "./formulas";

/** What reads what among the formulas of a book. */
export interface Graph {
  /** All formulas that read, at any remove, cells that some formulas fill; not those themselves unless they read others. */
  readonly reach: (from: Iterable<FormulaCell>) => ReadonlySet<FormulaCell>;
  /** Formulas that read a cell of those that one fills. */
  readonly readers: (of: FormulaCell) => readonly FormulaCell[];
}

interface Reader {
  readonly area: Area;
  readonly formula: FormulaCell;
}

/** `extentOf`: all cells that a formula fills or filled. */
export function graphOf(
  formulas: readonly FormulaCell[],
  extentOf: (formula: FormulaCell) => Area = ({ extent }) => extent,
): Graph {
  const ofCell = new Map<number, Map<number, FormulaCell[]>>();
  const ofArea = new Map<number, Reader[]>();
  for (const formula of formulas)
    for (const { sheet, area } of formula.precedents)
      if (area.rows * area.columns === 1) {
        const key = placeKey(area.row, area.column);
        const cells = valueAt(ofCell, sheet, () => new Map<number, FormulaCell[]>());
        valueAt(cells, key, () => []).push(formula);
      } else valueAt(ofArea, sheet, () => []).push({ area, formula });

  const eachSingle = (sheet: number, area: Area, tell: (formula: FormulaCell) => void): void => {
    const cells = ofCell.get(sheet);
    if (!cells) return;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        cells.get(placeKey(row, column))?.forEach(tell);
  };

  return {
    readers: (of) => {
      const area = extentOf(of);
      const wide = (ofArea.get(of.sheet) ?? []).filter((reader) => overlap(reader.area, area));
      const found = new Set<FormulaCell>();
      eachSingle(of.sheet, area, (formula) => found.add(formula));
      for (const { formula } of wide) found.add(formula);
      return [...found];
    },
    reach: (from) => {
      const reached = new Set<FormulaCell>();
      const open = [...from];
      // An area that was hit once has told all that it can.
      const left = new Map([...ofArea].map(([sheet, readers]) => [sheet, readers]));
      const add = (formula: FormulaCell): void => {
        if (reached.has(formula)) return;
        reached.add(formula);
        open.push(formula);
      };
      for (let next = open.pop(); next; next = open.pop()) {
        const area = extentOf(next);
        eachSingle(next.sheet, area, add);
        const waiting = left.get(next.sheet) ?? [];
        const missed = waiting.filter((reader) => !overlap(reader.area, area));
        if (missed.length === waiting.length) continue;
        left.set(next.sheet, missed);
        for (const reader of waiting) if (overlap(reader.area, area)) add(reader.formula);
      }
      return reached;
    },
  };
}

function valueAt<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Whether two areas have a cell in common. */
export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** The smallest area that holds both. */
export function spanning(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
