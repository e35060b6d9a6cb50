import type { CellPosition, Getters } from "./engine";

/** `AB` for 27: columns count from zero. */
export function columnLetters(col: number): string {
  let letters = "";
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

export const cellName = (col: number, row: number): string => `${columnLetters(col)}${String(row + 1)}`;

/** `Sheet1!A1`, with quotes where Excel needs them: `'My sheet'!A1`. */
export function cellAddress(getters: Getters, { sheetId, col, row }: CellPosition): string {
  return `${sheetPrefix(getters, sheetId)}!${cellName(col, row)}`;
}

/** `Sheet1!A1:B3`; a single cell has no colon. */
export function rangeAddress(getters: Getters, from: CellPosition, to: CellPosition): string {
  const end = from.col === to.col && from.row === to.row ? "" : `:${cellName(to.col, to.row)}`;
  return cellAddress(getters, from) + end;
}

function sheetPrefix(getters: Getters, sheetId: string): string {
  const name = getters.getSheetName(sheetId);
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

const A1 = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;

/** Zero-based column and row of `B3`, or undefined for anything that is not one cell's name. */
export function parseCellName(name: string): { readonly col: number; readonly row: number } | undefined {
  const [, letters, digits] = A1.exec(name.trim()) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let col = 0;
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  return { col: col - 1, row: Number(digits) - 1 };
}

/** Where `Sheet1!A1` or `'My sheet'!$A$1` is; without a sheet, on the active one. Undefined where there is no such cell. */
export function cellPosition(getters: Getters, address: string): CellPosition | undefined {
  const cut = address.lastIndexOf("!");
  const sheetId =
    cut < 0 ? getters.getActiveSheetId() : getters.getSheetIdByName(sheetNameIn(address.slice(0, cut)));
  const place = parseCellName(address.slice(cut + 1));
  return sheetId === undefined || !place ? undefined : { sheetId, ...place };
}

const sheetNameIn = (text: string): string =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
