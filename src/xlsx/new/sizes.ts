import { wrap } from "../../charts/picture/text";
import { cellName, holds, type Area } from "../../file/address";
import { blockWidths } from "../../file/chart-widths";
import { LOOKS, type Look } from "./looks";
import type { SheetPlan, WorkedSheet } from "./plan";
import { gridOf, textOf, valueAt } from "./worked";
import type { Zones } from "./zones";

/** How wide columns and how high rows are, in points. */
export interface Sizes {
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
}

/** What Excel starts with. */
const COLUMN_POINTS = 48;
const ROW_POINTS = 15;
const FONT_POINTS = 11;
/** Of a line of text, for each point of its size. */
const LEADING = 1.36;
/** What a cell keeps free beside its text, and what a step of indentation takes. */
const SIDES = 8;
const INDENT = 7;
const MOST_LINES = 25;

/** The sizes that are planned, and what blocks of charts and wrapped texts need beyond them. */
export function sizesOf(sheet: SheetPlan, worked: WorkedSheet, zones: Zones): Sizes {
  const widths = widthsOf(sheet, worked);
  const heights = new Map<number, number>();
  for (const [row, column] of cellsIn(sheet, worked)) {
    if (sheet.merged.some((area) => holds(area, row, column))) continue;
    const look: Look = LOOKS[zones.at(row, column).look];
    const text = textOf(valueAt(sheet, worked, row, column));
    const needed = heightOf(text, look, widths.get(column) ?? COLUMN_POINTS);
    if (needed > Math.max(ROW_POINTS, heights.get(row) ?? 0)) heights.set(row, needed);
  }
  for (const [row, planned] of sheet.heights) heights.set(row, Math.max(planned, heights.get(row) ?? 0));
  return { widths, heights };
}

function widthsOf(sheet: SheetPlan, worked: WorkedSheet): ReadonlyMap<number, number> {
  const widths = new Map(sheet.widths);
  for (const { chart, layout } of sheet.charts) {
    const block = chart.definition.block(chart.choices);
    for (const [i, wanted] of blockWidths(block, gridOf(sheet, worked, layout.block)).entries()) {
      const column = layout.block.column + i;
      widths.set(column, Math.max(widths.get(column) ?? 0, wanted));
    }
  }
  return widths;
}

/** Every cell that holds something, once. */
function cellsIn(sheet: SheetPlan, { fills }: WorkedSheet): Iterable<readonly [row: number, column: number]> {
  const found = new Map<string, readonly [number, number]>();
  const add = (row: number, column: number): unknown => found.set(cellName(row, column), [row, column]);
  for (const { row, column } of sheet.cells) add(row, column);
  for (const { row, column, rows, columns } of fills.values())
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) add(row + r, column + c);
  return found.values();
}

/** A file says how high its rows are: who opens it without Excel may not have them fitted. */
function heightOf(
  text: string,
  { wrap: wraps, size = FONT_POINTS, bold, indent = 0 }: Look,
  width: number,
): number {
  const room = width - SIDES - indent * INDENT;
  const lines = wraps
    ? text
        .split("\n")
        .reduce((n, line) => n + Math.max(1, wrap(line, room, size, MOST_LINES, bold === true).length), 0)
    : 1;
  return Math.ceil(lines * size * LEADING) + (lines > 1 ? 2 : 0);
}

/** How large an area is, in points. */
export function sizeOf({ row, column, rows, columns }: Area, { widths, heights }: Sizes) {
  const sum = (first: number, count: number, sizes: ReadonlyMap<number, number>, standard: number): number =>
    Array.from({ length: count }, (_, i) => sizes.get(first + i) ?? standard).reduce((a, b) => a + b, 0);
  return {
    width: sum(column, columns, widths, COLUMN_POINTS),
    height: sum(row, rows, heights, ROW_POINTS),
  };
}
