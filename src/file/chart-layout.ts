import type { Block } from "../charts/common/block";
import type { Drawing } from "../charts/common/drawing";
import type { Place } from "../charts/common/formula";
import type { Area } from "./address";

/** Where the parts of an inserted chart stand: title and subtitle, below them the chart with its notes, beside it the block. */
export interface ChartLayout {
  readonly whole: Area;
  readonly title: Place;
  readonly subtitle: Place;
  /** The cells that the chart covers. */
  readonly frame: Area;
  readonly source: Area;
  readonly sentence: Area;
  /** The block's heading row and all below it. */
  readonly block: Area;
}

/** The cells of each note under the chart, merged so that it has room for its words. */
export const notesOf = ({ source, sentence }: ChartLayout): readonly Area[] => [source, sentence];

/** Of a row in the fonts that Excel starts with: a chart of 300 points covers 20 rows. */
const ROW_POINTS = 15;
const TOP = 3;
const SOURCE_ROWS = 3;
const SENTENCE_ROWS = 8;
const NARROWEST = 48;

/** Width of each column of a chart on a sheet of its own, and of the gap between the chart and its block, in points. */
export const FRAME_COLUMN = 60;
export const GAP_COLUMN = 15;

/** How many columns of these widths in points a chart covers; where the widths end before, the rest are narrow ones. */
export function columnsAcross({ size }: Pick<Drawing, "size">, widths: readonly number[]): number {
  let [columns, points] = [0, 0];
  while (points < size.width - 1) points += widths[columns++] ?? NARROWEST;
  return columns;
}

/** The same of a chart that is there: what its cells leave beside the block and the gap. */
export function columnsCovered(whole: Area, { columns }: Pick<Block, "columns">): number {
  return Math.max(1, whole.columns - columns.length - 1);
}

/** The layout from its top left cell on, with a chart that covers so many columns. */
export function chartLayout(
  { row, column }: Place,
  { size }: Pick<Drawing, "size">,
  { rows, columns }: Pick<Block, "rows" | "columns">,
  across: number,
): ChartLayout {
  const down = Math.ceil(size.height / ROW_POINTS);
  const frame: Area = { row: row + TOP, column, rows: down, columns: across };
  const source: Area = { row: frame.row + down, column, rows: SOURCE_ROWS, columns: across };
  const sentence: Area = { ...source, row: source.row + SOURCE_ROWS, rows: SENTENCE_ROWS };
  const block: Area = { row: row + TOP, column: column + across + 1, rows, columns: columns.length };
  const height = Math.max(TOP + down + SOURCE_ROWS + SENTENCE_ROWS, TOP + rows);
  return {
    whole: { row, column, rows: height, columns: across + 1 + columns.length },
    title: { row, column },
    subtitle: { row: row + 1, column },
    frame,
    source,
    sentence,
    block,
  };
}
