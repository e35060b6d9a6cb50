import type { CellPosition } from "../../sheet/engine";
import { heightOf, intersection, MAX_COLS, MAX_ROWS, widthOf, type Zone } from "../a1";
import { invalid, wrongSize } from "../host-error";
import { fromR1C1 } from "../r1c1";
import type { Parts } from "./parts";
import type { RangeObject } from "./range-object";

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** What each cell gets: one value for all, or as many as there are cells. */
function spread(range: RangeObject, value: unknown): (i: number, j: number) => unknown {
  if (!isArray(value)) return () => value;
  const rows = value.map((row) => (isArray(row) ? row : [row]));
  if (rows.length === 1 && rows[0]?.length === 1) {
    const [[only]] = rows as [[unknown]];
    return () => only;
  }
  if (rows.length !== range.rows || rows.some((row) => row.length !== range.cols)) throw wrongSize();
  return (i, j) => rows[i]?.[j];
}

/** Writes values or formulas; null leaves a cell as it is. */
export function writeCells(
  { book, calculateCells }: Parts,
  range: RangeObject,
  value: unknown,
  translate: (value: unknown) => unknown = (same) => same,
  isR1C1 = false,
): void {
  const { sheetId, zone } = range;
  book.guard(sheetId, "cells");
  if (range.isUnbounded) throw invalid();
  const at = spread(range, value);
  book.ensureSize(sheetId, Math.min(zone.right + 1, MAX_COLS), Math.min(zone.bottom + 1, MAX_ROWS));
  const entered: CellPosition[] = [];
  range.grid((col, row, i, j) => {
    const given = translate(at(i, j));
    const text =
      isR1C1 && typeof given === "string" && given.startsWith("=") ? fromR1C1(given, col, row) : given;
    // The engine takes the formula that stands there for no change; in Excel entering it again calculates it.
    if (typeof text === "string" && text.startsWith("=") && book.formula(sheetId, col, row) === text)
      entered.push({ sheetId, col, row });
    else book.write(sheetId, col, row, text);
  });
  calculateCells(entered);
}

export function writeFormats({ book }: Parts, range: RangeObject, value: unknown): void {
  const { sheetId, zone } = range;
  const at = spread(range, value);
  const formats = isArray(value) ? new Set(value.flat()) : new Set([value]);
  const [only] = formats;
  if (formats.size === 1) {
    if (typeof only === "string") book.setFormat(sheetId, zone, only);
    return;
  }
  range.grid((col, row, i, j) => {
    const format = at(i, j);
    if (typeof format === "string")
      book.setFormat(sheetId, { left: col, right: col, top: row, bottom: row }, format);
  });
}

/** Makes room: whole rows and columns as such, else by moving what lies below or to the right. */
export function insertCells({ book }: Parts, { sheetId, zone }: RangeObject, shift: string): void {
  if (shift !== "Down" && shift !== "Right") throw invalid();
  book.guard(sheetId, "insert");
  const down = shift === "Down";
  const whole = down ? widthOf(zone) === MAX_COLS : heightOf(zone) === MAX_ROWS;
  if (whole) {
    const first = down ? zone.top : zone.left;
    book.ensureSize(sheetId, down ? 1 : first + 1, down ? first + 1 : 1);
    book.dispatch("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName: book.getters.getSheetName(sheetId),
      dimension: down ? "ROW" : "COL",
      base: first,
      position: "before",
      quantity: down ? heightOf(zone) : widthOf(zone),
    });
    return;
  }
  const rest = beyond(book.usedZone(sheetId), zone, down, true);
  if (rest) shiftCells({ book }, sheetId, rest, down ? 0 : widthOf(zone), down ? heightOf(zone) : 0);
}

/** Takes cells away and closes the gap. */
export function removeCells({ book }: Parts, { sheetId, zone }: RangeObject, shift: string): void {
  if (shift !== "Up" && shift !== "Left") throw invalid();
  book.guard(sheetId, "delete");
  const up = shift === "Up";
  const whole = up ? widthOf(zone) === MAX_COLS : heightOf(zone) === MAX_ROWS;
  if (whole) {
    const inside = book.clip(sheetId, zone);
    if (!inside) return;
    const [first, last] = up ? [inside.top, inside.bottom] : [inside.left, inside.right];
    book.dispatch("REMOVE_COLUMNS_ROWS", {
      sheetId,
      sheetName: book.getters.getSheetName(sheetId),
      dimension: up ? "ROW" : "COL",
      elements: Array.from({ length: last - first + 1 }, (_, i) => first + i),
    });
    return;
  }
  book.clearContents(sheetId, zone);
  book.clearFormats(sheetId, zone);
  const rest = beyond(book.usedZone(sheetId), zone, up, false);
  if (rest) shiftCells({ book }, sheetId, rest, up ? 0 : -widthOf(zone), up ? -heightOf(zone) : 0);
}

/** What has to move: the used cells in the same columns from the zone on (or after it), or in the same rows. */
function beyond(used: Zone | undefined, zone: Zone, vertical: boolean, withZone: boolean): Zone | undefined {
  if (!used) return undefined;
  const area = vertical
    ? { left: zone.left, right: zone.right, top: withZone ? zone.top : zone.bottom + 1, bottom: used.bottom }
    : { top: zone.top, bottom: zone.bottom, left: withZone ? zone.left : zone.right + 1, right: used.right };
  return area.top > area.bottom || area.left > area.right ? undefined : intersection(area, used);
}

/** Cuts cells and puts them elsewhere; formulas everywhere, those that move included, follow them. */
function shiftCells(
  { book }: Pick<Parts, "book">,
  sheetId: string,
  zone: Zone,
  right: number,
  down: number,
): void {
  book.ensureSize(sheetId, zone.right + right + 1, zone.bottom + down + 1);
  const cells: { readonly position: CellPosition; readonly content: string; readonly look: object }[] = [];
  for (let row = zone.top; row <= zone.bottom; row++)
    for (let col = zone.left; col <= zone.right; col++) {
      const position = { sheetId, col, row };
      const cell = book.getters.getCell(position);
      if (!cell) continue;
      const { format, style } = cell as { format?: string; style?: object };
      const content = book.getters.getCellText(position, { showFormula: true });
      cells.push({
        position,
        content,
        look: { ...(format !== undefined && { format }), ...(style && { style }) },
      });
    }
  book.clearContents(sheetId, zone);
  book.clearFormats(sheetId, zone);
  for (const { position, content, look } of cells)
    book.dispatch("UPDATE_CELL", {
      sheetId,
      col: position.col + right,
      row: position.row + down,
      content,
      ...look,
    });
  book.dispatch("MOVE_RANGES", {
    sheetId,
    sheetName: book.getters.getSheetName(sheetId),
    targetSheetId: sheetId,
    target: [zone],
    col: zone.left + right,
    row: zone.top + down,
  });
}
