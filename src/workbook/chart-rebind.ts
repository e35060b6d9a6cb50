import { asProblem, badInput, Problem } from "../domain/problem";
import { absoluteAddress, areaName, readArea, splitAddress, type Area } from "../file/address";
import { inBlock } from "../file/chart-cells";
import { limitAxes } from "./chart-draw";
import { fitted, gridFrom, lastDrawnRow } from "./chart-fit";
import { chartsIn, type FoundChart } from "./chart-found";
import { oldBlock, oldLayout, type Existing } from "./chart-ground";
import { bindSeries, labelSeries } from "./chart-series";
import { SHAPE_FIELDS, shapeFrom, shapeOver, type Shape } from "./chart-shape";
import { inExcel } from "./office-problem";

/** A chart, or a piece of one, that could not be bound again: what is missing, and what to do. */
export interface UnboundChart {
  readonly sheet: string;
  /** Of the hidden name. */
  readonly name: string;
  readonly problem: Problem;
}

export interface Rebinding {
  /** How many charts read their cells again. */
  readonly rebound: number;
  readonly unbound: readonly UnboundChart[];
}

/**
 * After a refresh: every inserted chart reads the cells of its block as they stand now, moved with their sheet, longer
 * or shorter, and its axes and numbers follow the figures. What was deleted is reported and not made again. One chart
 * that cannot be bound leaves the others alone.
 */
export async function rebindCharts(): Promise<Rebinding> {
  const found = await inExcel(chartsIn, { delayForCellEdit: true });
  const unbound: UnboundChart[] = [];
  for (const one of found) {
    try {
      const chart = whole(one);
      await inExcel((context) => rebind(context, chart), { delayForCellEdit: true });
    } catch (thrown) {
      unbound.push({ sheet: one.sheet, name: one.name, problem: asProblem(thrown) });
    }
  }
  return { rebound: found.length - unbound.length, unbound };
}

function whole(found: FoundChart): Existing {
  const { sheet, mark, area } = found;
  if (mark instanceof Problem) throw mark;
  if (area) return { ...found, mark, area };
  throw badInput(
    `The cells of "${mark.shape}" on the sheet "${sheet}" were deleted; delete the chart, or insert it again.`,
  );
}

/** Binds the series that are there; a Problem names those that are not. */
async function rebind(context: Excel.RequestContext, chart: Existing): Promise<void> {
  const { mark, area } = chart;
  const sheet = context.workbook.worksheets.getItem(chart.sheet);
  const [block, layout] = [oldBlock(chart), oldLayout(chart)];
  const calls = block.cells.flatMap(({ row, column, content }, i) => {
    if (content.is !== "call") return [];
    const spill = sheet.getRange(areaName(inBlock(layout, { row, column }))).getSpillingToRangeOrNullObject();
    spill.load("address");
    return [{ i, spill }];
  });
  const shape = await shapeOf(context, sheet, chart);
  const rowsOf = ({ address }: Excel.Range): number => readArea(splitAddress(address).cells).rows;
  const filled = new Map(
    calls.flatMap(({ i, spill }) => (spill.isNullObject ? [] : [[i, rowsOf(spill)] as const])),
  );
  const drawing = fitted(mark.definition.drawing(mark.choices), block, filled);
  const rows = Math.max(block.rows, lastDrawnRow(drawing) + 1);
  const cells = sheet.getRange(areaName({ ...layout.block, rows }));
  cells.load("values");
  const object = sheet.charts.getItem(shape.name);
  object.series.load("items/name");
  await context.sync();

  const values = gridFrom(cells.values);
  const left = [...object.series.items];
  const missing: string[] = [];
  for (const drawn of drawing.series) {
    const at = left.findIndex(({ name }) => name === drawn.name);
    const [series] = at < 0 ? [] : left.splice(at, 1);
    if (!series) {
      missing.push(drawn.name);
      continue;
    }
    bindSeries(series, drawing, drawn, (strip) =>
      sheet.getRange(areaName(inBlock(layout, { ...strip, columns: 1 }))),
    );
    labelSeries(series, drawing, drawn, values);
  }
  if (missing.length === 0) limitAxes(object, drawing, values);
  coverGrowth(sheet, chart, { ...area, rows: Math.max(area.rows, layout.block.row - area.row + rows) });
  await context.sync();
  if (missing.length > 0) throw lackingSeries(chart, missing);
}

async function shapeOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  chart: Existing,
): Promise<Shape> {
  const frame = sheet.getRange(areaName(oldLayout(chart).frame));
  frame.load("left,top,width,height");
  sheet.charts.load(SHAPE_FIELDS);
  sheet.load("name,protection/protected,protection/options");
  await context.sync();
  const { name, protection } = sheet;
  const { shape } = chart.mark;
  if (protection.protected && protection.options.allowEditObjects !== true)
    throw badInput(
      `The sheet "${name}" is protected, so "${shape}" cannot be brought up to date; unprotect it.`,
    );
  const found = shapeOver(sheet.charts.items.map(shapeFrom), shape, frame);
  if (found) return found;
  throw badInput(
    `The chart "${shape}" on the sheet "${name}" was deleted; its cells are still there. Update it to have it back.`,
  );
}

function coverGrowth(sheet: Excel.Worksheet, { name, area, sheet: called }: Existing, grown: Area): void {
  if (grown.rows > area.rows) sheet.names.getItem(name).formula = `=${absoluteAddress(called, grown)}`;
}

function lackingSeries({ sheet, mark }: Existing, names: readonly string[]): Problem {
  const them = names.length === 1 ? "it" : "them";
  return badInput(
    `The chart "${mark.shape}" on the sheet "${sheet}" lacks its series ${names.join(", ")}; update the chart to have ${them} back.`,
  );
}
