import type { Block, Column } from "../charts/common/block";
import type { CellValue, Grid } from "../charts/common/grid";
import { widthOf as textWidth } from "../charts/picture/text";

/** Least widths in points: of a column of texts, of numbers, of what is only worked with. */
const LABELS = 64;
const MOST_FOR_LABELS = 240;
const FONT_POINTS = 11;
const PADDING = 10;
const NUMBERS = 76;
const WORKING = 56;

/** How wide each column of a block must be, in points, for what is in it. */
export const blockWidths = ({ columns }: Block, values: Grid): readonly number[] =>
  columns.map((column, i) =>
    widthOf(
      column,
      values.slice(1).map((row) => row[i] ?? ""),
    ),
  );

const widthOf = ({ format, working }: Column, texts: readonly CellValue[]): number => {
  if (working) return WORKING;
  if (format !== undefined) return NUMBERS;
  const longest = texts.map((text) => textWidth(String(text ?? ""), FONT_POINTS) + PADDING);
  return Math.round(Math.min(MOST_FOR_LABELS, Math.max(LABELS, ...longest)));
};
