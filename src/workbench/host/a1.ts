import { cellName, columnLetters, parseCellName } from "../sheet/address";
import { invalid } from "./host-error";

/** Zero-based and inclusive, as everywhere in the engine. */
export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The size of a sheet in Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

export const heightOf = (zone: Zone): number => zone.bottom - zone.top + 1;
export const widthOf = (zone: Zone): number => zone.right - zone.left + 1;
const isWholeColumns = (zone: Zone): boolean => zone.top === 0 && zone.bottom === MAX_ROWS - 1;
const isWholeRows = (zone: Zone): boolean => zone.left === 0 && zone.right === MAX_COLS - 1;

export const cellZone = (col: number, row: number): Zone => ({
  left: col,
  right: col,
  top: row,
  bottom: row,
});

export function union(a: Zone, b: Zone): Zone {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function intersection(a: Zone, b: Zone): Zone | undefined {
  const zone = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return zone.left > zone.right || zone.top > zone.bottom ? undefined : zone;
}

/** `A1`, `A1:C3`, `A:C` or `2:5`. */
export function zoneName(zone: Zone): string {
  if (isWholeColumns(zone)) return `${columnLetters(zone.left)}:${columnLetters(zone.right)}`;
  if (isWholeRows(zone)) return `${zone.top + 1}:${zone.bottom + 1}`;
  const from = cellName(zone.left, zone.top);
  const to = cellName(zone.right, zone.bottom);
  return from === to ? from : `${from}:${to}`;
}

/** `$A$1:$C$3`, as names store their reference. */
export function absoluteName(zone: Zone): string {
  const corner = (col: number, row: number): string => `$${columnLetters(col)}$${row + 1}`;
  const from = corner(zone.left, zone.top);
  const to = corner(zone.right, zone.bottom);
  return from === to ? from : `${from}:${to}`;
}

export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

export interface Reference {
  readonly sheet: string | undefined;
  readonly zone: Zone;
}

const SHEET_AND_PLACE = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/;
const COLUMNS = /^([A-Z]{1,3}):([A-Z]{1,3})$/i;
const ROWS = /^([1-9]\d{0,6}):([1-9]\d{0,6})$/;

/** Reads what `Worksheet.getRange` takes; throws InvalidArgument as Excel does. */
export function parseReference(text: string): Reference {
  const [, quoted, plain, place = ""] = SHEET_AND_PLACE.exec(text.trim()) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const bare = place.replaceAll("$", "");
  const zone = wholeZone(bare) ?? cellsZone(bare);
  if (!zone || zone.right >= MAX_COLS || zone.bottom >= MAX_ROWS) throw invalid();
  return { sheet, zone };
}

/** The same, or undefined where the text is no reference. */
export function tryReference(text: string): Reference | undefined {
  try {
    return parseReference(text);
  } catch {
    return undefined;
  }
}

function wholeZone(text: string): Zone | undefined {
  const [, from, to] = COLUMNS.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const cols = [column(from), column(to)];
    return { left: Math.min(...cols), right: Math.max(...cols), top: 0, bottom: MAX_ROWS - 1 };
  }
  const [, first, last] = ROWS.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const rows = [Number(first) - 1, Number(last) - 1];
  return { left: 0, right: MAX_COLS - 1, top: Math.min(...rows), bottom: Math.max(...rows) };
}

function cellsZone(text: string): Zone | undefined {
  const [a = "", b = a, more] = text.split(":");
  const from = parseCellName(a);
  const to = parseCellName(b);
  if (!from || !to || more !== undefined) return undefined;
  return union(cellZone(from.col, from.row), cellZone(to.col, to.row));
}

const column = (letters: string): number => parseCellName(`${letters}1`)?.col ?? 0;
