import type { Block } from "../charts/common/block";
import type { Drawing } from "../charts/common/drawing";
import { badInput } from "../domain/problem";
import { areaName, cellName, fits, holds, readArea, type Area } from "../file/address";
import { inBlock } from "../file/chart-cells";
import { namesIn, ownAreas } from "./chart-cells";
import type { FoundChart } from "./chart-found";
import { chartLayout, columnsAcross, columnsCovered, type ChartLayout } from "../file/chart-layout";
import type { ChartMark } from "../file/chart-mark";
import { SHAPE_FIELDS, shapeFrom, shapeOver, type Shape } from "./chart-shape";
import { refuseClosed, refuseForeignSpills } from "./insert";

export interface ChartParts {
  readonly block: Block;
  readonly drawing: Drawing;
}

/** A cell of a sheet, counted from 0. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A chart that stands in the workbook with its cells. */
export type Existing = FoundChart & { readonly mark: ChartMark; readonly area: Area };

/** What is there where a chart is to stand. */
export interface Ground {
  readonly layout: ChartLayout;
  /** Of columns from the layout's first one on, in points. */
  readonly widths: readonly number[];
  /** Cells with contents that are not the replaced chart's own. */
  readonly occupied: readonly string[];
  /** The sheet's chart objects, among them the one that is replaced, unless it was deleted. */
  readonly shapes: readonly Shape[];
  readonly shape: Shape | undefined;
  /** Names of the sheet. */
  readonly names: readonly string[];
}

const MOST_COLUMNS = 40;

/** A protected sheet, too little room and a part of another formula's table are Problems. */
export async function groundOf(
  context: Excel.RequestContext,
  { block, drawing }: ChartParts,
  { sheet: name, row, column }: Spot,
  before: Existing | undefined,
): Promise<Ground> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load("name,protection/protected");
  sheet.charts.load(SHAPE_FIELDS);
  const frame = before && sheet.getRange(areaName(oldLayout(before).frame));
  frame?.load("left,top,width,height");
  sheet.names.load("items/name");
  const formats = Array.from({ length: MOST_COLUMNS }, (_, i) => column + i)
    .filter((index) => fits({ row, column: index, rows: 1, columns: 1 }))
    .map((index) => {
      const { format } = sheet.getRange(cellName(row, index));
      format.load("columnWidth");
      return format;
    });
  await context.sync();
  refuseClosed(context.workbook, sheet);
  const widths = formats.map(({ columnWidth }) => columnWidth);
  const across = before ? columnsCovered(before.area, oldBlock(before)) : columnsAcross(drawing, widths);
  const layout = chartLayout({ row, column }, drawing, block, across);
  const { whole } = layout;
  if (!fits(whole))
    throw badInput(
      `${whole.rows} rows and ${whole.columns} columns do not fit below ${cellName(row, column)}; choose a cell further up or left.`,
    );
  const range = sheet.getRange(areaName(whole));
  range.load("formulas");
  await context.sync();
  const shapes = sheet.charts.items.map(shapeFrom);
  // What somebody wrote beside the block of a chart that is there may stay; a new one needs the whole place.
  const needed = before && new Set(ownAreas(block, layout).flatMap(namesIn));
  const own = before ? ownCellsOf(before) : new Set<string>();
  const occupied = (range.formulas as readonly (readonly unknown[])[]).flatMap((line, r) =>
    line.flatMap((content, c) => {
      const cell = cellName(whole.row + r, whole.column + c);
      const isLost = content !== "" && !own.has(cell) && needed?.has(cell) !== false;
      return isLost ? [cell] : [];
    }),
  );
  await refuseForeignSpills(context, sheet, whole, occupied);
  return {
    layout,
    widths,
    occupied,
    shapes,
    shape: before && frame && shapeOver(shapes, before.mark.shape, frame),
    names: sheet.names.items.map((item) => item.name),
  };
}

/** The cells that each call of a chart that is there fills. */
export function oldCalls(chart: Existing): readonly Area[] {
  const block = oldBlock(chart);
  const layout = oldLayout(chart);
  return block.cells.flatMap(({ row, column, content }) =>
    content.is === "call"
      ? [inBlock(layout, { row, column, rows: content.rows, columns: content.columns })]
      : [],
  );
}

/** The layout of a chart that is there, as it was written. */
export function oldLayout(chart: Existing): ChartLayout {
  const { mark, area } = chart;
  const block = oldBlock(chart);
  return chartLayout(area, mark.definition.drawing(mark.choices), block, columnsCovered(area, block));
}

/** The block of a chart that is there, as it was written. */
export const oldBlock = ({ mark }: Existing): Block => mark.definition.block(mark.choices);

/** What the chart that is there wrote, and nothing of what somebody wrote beside it. */
export const ownAreasOf = (chart: Existing): readonly Area[] => ownAreas(oldBlock(chart), oldLayout(chart));

/** The same cell by cell; what lies outside of its place by now is not its own any more. */
function ownCellsOf(chart: Existing): ReadonlySet<string> {
  const isInside = (cell: string): boolean => {
    const { row, column } = readArea(cell);
    return holds(chart.area, row, column);
  };
  return new Set(ownAreasOf(chart).flatMap(namesIn).filter(isInside));
}
