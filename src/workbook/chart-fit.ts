import type { Block } from "../charts/common/block";
import type { Drawing } from "../charts/common/drawing";
import type { Strip } from "../charts/common/formula";
import type { CellValue, Grid } from "../charts/common/grid";

/** How many rows each call of a block fills now, by the call's place in `block.cells`. */
export type FilledRows = ReadonlyMap<number, number>;

/**
 * A drawing over a block whose calls answer with more or fewer rows than it was made for, since somebody edited a
 * formula: what a call fills to its end is as long as the call's answer; all other strips stay.
 */
export function fitted(drawing: Drawing, block: Block, filled: FilledRows): Drawing {
  const fit = (strip: Strip): Strip => {
    const end = strip.row + strip.rows;
    for (const [i, { row, column, content }] of block.cells.entries()) {
      if (content.is !== "call" || row + content.rows !== end || strip.row < row) continue;
      if (strip.column < column || strip.column >= column + content.columns) continue;
      const rows = row + (filled.get(i) ?? content.rows) - strip.row;
      return { ...strip, rows: Math.max(1, rows) };
    }
    return strip;
  };
  return {
    ...drawing,
    categories: fit(drawing.categories),
    series: drawing.series.map((series) => ({ ...series, values: fit(series.values) })),
  };
}

/** The last row of a block that anything is drawn from, counted from 0. */
export const lastDrawnRow = ({ categories, series }: Drawing): number =>
  Math.max(...[categories, ...series.map(({ values }) => values)].map(({ row, rows }) => row + rows - 1));

/** Cells as Excel gives them: an error is a gap. */
export const gridFrom = (values: readonly (readonly unknown[])[]): Grid =>
  values.map((line) => line.map(cellValue));

function cellValue(value: unknown): CellValue {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return String(value);
  return /^#[A-Z/0!?]+$/.test(value) ? null : value;
}
