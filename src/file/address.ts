import { badInput } from "../domain/problem";

/** A rectangle of cells; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a sheet of Excel holds at most. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `B3`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `B3:D7`, or `B3` for one cell. */
export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as a formula spells it; quotes never hurt, and names such as R1C1 or 2024 need them. */
export function quotedSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `'Sheet1'!$B$3:$D$7`: a reference that means the same wherever it is read. */
export function absoluteAddress(sheet: string, area: Area): string {
  return `${quotedSheet(sheet)}!${areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** Sheet and cells of an address as Excel gives it: `Sheet1!A1`, `'Bob''s Region'!F6:G9`, `[Book1.xlsx]Data!$A$1`. */
export function splitAddress(address: string): { readonly sheet: string; readonly cells: string } {
  const at = address.lastIndexOf("!");
  const cells = address.slice(at + 1).replaceAll("$", "");
  const named = at < 0 ? "" : address.slice(0, at);
  const bare = /^'(.*)'$/s.exec(named)?.[1]?.replaceAll("''", "'") ?? named;
  return { sheet: bare.replace(/^.*\[[^\]]*\]/, ""), cells };
}

/** The rectangle of `B3` or `B3:D7`; a whole row or column is none, and anything else is a Problem ("bad-input"). */
export function readArea(cells: string): Area {
  const parts = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(cells.replaceAll("$", ""));
  const [, left = "", top = "", right = left, bottom = top] = parts ?? [];
  const area = {
    row: Number(top) - 1,
    column: columnNumber(left),
    rows: Number(bottom) - Number(top) + 1,
    columns: columnNumber(right) - columnNumber(left) + 1,
  };
  if (!parts || area.row < 0 || area.rows < 1 || area.columns < 1 || !fits(area))
    throw badInput(`"${cells}" is not a cell; write a column and a row, such as B3.`);
  return area;
}

/** Whether an area lies within a sheet. */
export function fits({ row, column, rows, columns }: Area): boolean {
  return row + rows <= MOST_ROWS && column + columns <= MOST_COLUMNS;
}

/** Whether a cell lies in an area. */
export function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
