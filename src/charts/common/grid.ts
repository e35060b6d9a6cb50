import type { Place, Strip } from "./formula";

/** The value of a cell: a number, a text, or `null` where it is `#N/A` or another error. An empty cell is "". */
export type CellValue = number | string | null;

/** The values of a block, row by row, the row of headings first. */
export type Grid = readonly (readonly CellValue[])[];

/** The value at a place; what lies outside is empty. */
export function valueAt(grid: Grid, { row, column }: Place): CellValue {
  const value = grid[row]?.[column];
  return value === undefined ? "" : value;
}

/** The number at a place, or `null` for anything else. */
export function numberAt(grid: Grid, place: Place): number | null {
  const value = valueAt(grid, place);
  return typeof value === "number" ? value : null;
}

/** The values of a part of a column. */
export function valuesIn(grid: Grid, { row, column, rows }: Strip): readonly CellValue[] {
  return Array.from({ length: rows }, (_, i) => valueAt(grid, { row: row + i, column }));
}

/** The numbers of a part of a column; a gap is `null`. */
export function numbersIn(grid: Grid, strip: Strip): readonly (number | null)[] {
  return valuesIn(grid, strip).map((value) => (typeof value === "number" ? value : null));
}
