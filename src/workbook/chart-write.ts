import type { Block } from "../charts/common/block";
import { INKS, COLOURS } from "../charts/common/colours";
import type { Grid } from "../charts/common/grid";
import { areaName, type Area } from "../file/address";
import { captionFormula, captionPlaces, inBlock, type ChosenChart } from "../file/chart-cells";
import { FRAME_COLUMN, GAP_COLUMN, notesOf, type ChartLayout } from "../file/chart-layout";
import { blockWidths } from "../file/chart-widths";
import { blockGrid, runsOf } from "./chart-cells";

const { light } = INKS;

const cell = (place: { readonly row: number; readonly column: number }): Area => ({
  ...place,
  rows: 1,
  columns: 1,
});

/**
 * Writes the contents of a chart's cells: number formats first, since a cell that is formatted as text would keep a
 * formula as text. What is empty in the block becomes empty, for a formula above or beside it to fill.
 */
export function writeChartCells(
  sheet: Excel.Worksheet,
  chart: ChosenChart,
  block: Block,
  layout: ChartLayout,
  namespace: string,
): void {
  const range = (area: Area): Excel.Range => sheet.getRange(areaName(area));
  const captions = captionPlaces(layout).map(([place, part]) => [cell(place), part] as const);
  for (const [area] of captions) range(area).numberFormat = [["General"]];
  range(layout.block).numberFormat = formatsOf(block);
  for (const [area, part] of captions) range(area).formulas = [[captionFormula(chart, part, namespace)]];
  const { row, column } = layout.block;
  // Excel takes an array of arrays that it may keep.
  range(layout.block).formulas = blockGrid(block, { namespace, origin: { row, column } }).map((line) => [
    ...line,
  ]);
}

function formatsOf({ rows, columns }: Block): string[][] {
  return Array.from({ length: rows }, (_, row) =>
    columns.map(({ format = "General" }) => (row === 0 ? "General" : format)),
  );
}

/** What the cells look like; last, when everything else is in place. */
export function styleChartCells(
  sheet: Excel.Worksheet,
  block: Block,
  layout: ChartLayout,
  widths: readonly number[],
  values: Grid,
): void {
  const range = (area: Area): Excel.Range => sheet.getRange(areaName(area));
  const { font: title } = range(cell(layout.title)).format;
  title.bold = true;
  title.size = 14;
  title.color = light.text;
  range(cell(layout.subtitle)).format.font.color = light.soft;
  for (const area of notesOf(layout)) {
    const notes = range(area);
    notes.merge();
    notes.format.wrapText = true;
    notes.format.verticalAlignment = "Top";
    notes.format.font.size = 9;
    notes.format.font.color = light.soft;
  }
  styleBlock(sheet, block, layout);
  for (const [column, width] of wider(block, layout, widths, values))
    range(cell({ row: layout.block.row, column })).format.columnWidth = width;
}

/** Columns of the block that are too narrow, with the widths that they need; of widths from the first column on. */
export function wider(
  block: Block,
  { whole, block: { column: first } }: ChartLayout,
  widths: readonly number[],
  values: Grid,
): readonly (readonly [column: number, width: number])[] {
  return blockWidths(block, values).flatMap((wanted, i) =>
    (widths[first + i - whole.column] ?? 0) < wanted ? [[first + i, wanted] as const] : [],
  );
}

/** What only a sheet of its own gets: the columns under the chart, and no grid. */
export function styleChartSheet(sheet: Excel.Worksheet, { frame }: ChartLayout): void {
  sheet.showGridlines = false;
  sheet.getRange(areaName({ ...frame, rows: 1 })).format.columnWidth = FRAME_COLUMN;
  sheet.getRange(areaName(cell({ row: 0, column: frame.columns }))).format.columnWidth = GAP_COLUMN;
}

function styleBlock(sheet: Excel.Worksheet, block: Block, layout: ChartLayout): void {
  const range = (area: Area): Excel.Range => sheet.getRange(areaName(area));
  const { columns } = block;
  const header = range({ ...layout.block, rows: 1 });
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = "Bottom";
  const edge = header.format.borders.getItem("EdgeBottom");
  edge.style = "Continuous";
  edge.color = light.axis;
  const working = columns.flatMap((column, i) => (column.working ? [i] : []));
  for (const [first, count] of runsOf(working))
    range(inBlock(layout, { row: 0, column: first, rows: block.rows, columns: count })).format.font.color =
      COLOURS.light.quiet;
  const numeric = columns.flatMap(({ format }, i) => (format === undefined ? [] : [i]));
  for (const [first, count] of runsOf(numeric))
    range(inBlock(layout, { row: 0, column: first, columns: count })).format.horizontalAlignment = "Right";
}
