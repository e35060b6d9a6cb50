import { plainRows, type PlainRows } from "./plain-rows";
import { decodeXml } from "./xml-text";

/** A sheet's part as text, and its rows where they are written as spreadsheet programs write them. */
export interface SheetText {
  readonly xml: string;
  readonly rows: PlainRows | null;
}

/** Cells of one sheet that are kept after they were read: they take some 500 bytes each. */
const MOST_KEPT = 100_000;

/** A part that is edited was read before, and finding its cells takes as long as to edit them. */
const kept = new WeakMap<Uint8Array, SheetText>();

/** Reads a sheet's part, which must not change afterwards; a Problem ("unreadable") where it is no text. */
export function sheetText(bytes: Uint8Array, part: string): SheetText {
  const known = kept.get(bytes);
  if (known) return known;
  const xml = decodeXml(bytes, part);
  const read = { xml, rows: plainRows(xml) ?? null };
  const cells = read.rows?.rows.reduce((sum, row) => sum + row.cells.length, 0) ?? 0;
  if (cells <= MOST_KEPT) kept.set(bytes, read);
  return read;
}
