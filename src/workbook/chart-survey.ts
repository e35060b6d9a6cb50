import { badInput, Problem } from "../domain/problem";
import { areaName, holds, quotedSheet, readArea, splitAddress, type Area } from "../file/address";
import type { ChosenChart } from "../file/chart-cells";
import { chartsIn, type FoundChart } from "./chart-found";
import { groundOf, type ChartParts, type Existing, type Spot } from "./chart-ground";
import { chartLayout, FRAME_COLUMN, type ChartLayout } from "../file/chart-layout";
import { isMarkName, isSameChart } from "../file/chart-mark";
import type { Shape } from "./chart-shape";
import { sheetName } from "../file/chart-sheet-name";
import type { Place } from "./insert";

/**
 * Where a chart goes: a sheet of its own, the selected or a given cell, or in place of one that is there. A chart that
 * the workbook has already, of the same choices, is updated where it stands, wherever it was to go.
 */
export type ChartWhere =
  | { readonly kind: "new-sheet" }
  | { readonly kind: "cell"; readonly place?: Place }
  | { readonly kind: "again"; readonly sheet: string; readonly name: string };

/** What inserting a chart would do. */
export interface ChartSurvey {
  /** Of the sheet that has it or would be made. */
  readonly sheet: string;
  /** `'Digital balance by year'!A1:K31`. */
  readonly address: string;
  /** It is in the workbook already and would be brought up to date. */
  readonly isUpdate: boolean;
  /** Cells with contents that would be lost, `B4`, in reading order. */
  readonly occupied: readonly string[];
}

/** A survey with what writing needs besides. */
export interface Surveyed {
  readonly survey: ChartSurvey;
  readonly layout: ChartLayout;
  /** Of the sheet's columns from the layout's first one on, in points; none of a sheet that is to be made. */
  readonly widths: readonly number[];
  readonly isNewSheet: boolean;
  /** The chart that is replaced. */
  readonly before: Existing | undefined;
  /** Its chart object, unless somebody deleted that. */
  readonly shape: Shape | undefined;
  /** Names of all chart objects of the sheet. */
  readonly shapes: readonly string[];
  /** Names of the sheet's marks. */
  readonly marks: readonly string[];
}

/** Looks where a chart would go; a place that cannot take it is a Problem that says why. */
export async function surveyed(
  context: Excel.RequestContext,
  chart: ChosenChart,
  where: ChartWhere,
): Promise<Surveyed> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const found = await chartsIn(context);
  if (workbook.readOnly)
    throw badInput("This workbook is open read-only; save a copy under another name, then insert.");
  const before = replaced(found, chart, where);
  const parts: ChartParts = {
    block: chart.definition.block(chart.choices),
    drawing: chart.definition.drawing(chart.choices),
  };
  if (before) return onSheet(context, parts, spotOf(before), before);
  if (where.kind === "new-sheet") return onNewSheet(context, chart, parts, workbook.protection.protected);
  const spot = await placed(context, where.kind === "cell" ? where.place : undefined);
  const hit = overlapping(found, chart, spot);
  return onSheet(context, parts, hit ? spotOf(hit) : spot, hit);
}

const isWhole = (found: FoundChart): found is Existing =>
  found.area !== undefined && !(found.mark instanceof Problem);

const spotOf = ({ sheet, area: { row, column } }: Existing): Spot => ({ sheet, row, column });

/** The chart that is there already, of the same choices or as it was asked for. */
function replaced(found: readonly FoundChart[], chart: ChosenChart, where: ChartWhere): Existing | undefined {
  if (where.kind !== "again") return found.filter(isWhole).find(({ mark }) => isSameChart(mark, chart));
  const asked = found.find(({ sheet, name }) => sheet === where.sheet && name === where.name);
  if (asked && isWhole(asked)) return asked;
  throw badInput("That chart is not in the workbook any more, or its cells were deleted; insert it again.");
}

/** The same chart with other choices, around the cell that was chosen. */
function overlapping(
  found: readonly FoundChart[],
  { definition }: ChosenChart,
  { sheet, row, column }: Spot,
): Existing | undefined {
  return found
    .filter(isWhole)
    .find(
      (one) =>
        one.sheet === sheet && one.mark.definition.id === definition.id && holds(one.area, row, column),
    );
}

/** The first cell of a place, or of the selection. */
async function placed(context: Excel.RequestContext, place: Place | undefined): Promise<Spot> {
  const { workbook } = context;
  const start = place
    ? workbook.worksheets.getItem(place.sheet).getRange(place.cell)
    : workbook.getSelectedRange();
  start.load("address");
  start.worksheet.load("name");
  await context.sync();
  const { row, column } = readArea(splitAddress(start.address).cells);
  return { sheet: start.worksheet.name, row, column };
}

async function onSheet(
  context: Excel.RequestContext,
  parts: ChartParts,
  spot: Spot,
  before: Existing | undefined,
): Promise<Surveyed> {
  const { layout, widths, occupied, shapes, shape, names } = await groundOf(context, parts, spot, before);
  return {
    survey: {
      sheet: spot.sheet,
      address: addressOf(spot.sheet, layout.whole),
      isUpdate: before !== undefined,
      occupied,
    },
    layout,
    widths,
    isNewSheet: false,
    before,
    shape,
    shapes: shapes.map(({ name }) => name),
    marks: names.filter(isMarkName),
  };
}

async function onNewSheet(
  context: Excel.RequestContext,
  { definition, choices }: ChosenChart,
  { block, drawing }: ChartParts,
  isProtected: boolean,
): Promise<Surveyed> {
  if (isProtected)
    throw badInput(
      "The structure of this workbook is protected, so it takes no new sheet; unprotect it, or insert at the selected cell.",
    );
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheet = sheetName(
    definition.title[choices.lang],
    worksheets.items.map(({ name }) => name),
  );
  const layout = chartLayout(
    { row: 0, column: 0 },
    drawing,
    block,
    Math.ceil(drawing.size.width / FRAME_COLUMN),
  );
  return {
    survey: { sheet, address: addressOf(sheet, layout.whole), isUpdate: false, occupied: [] },
    layout,
    widths: [],
    isNewSheet: true,
    before: undefined,
    shape: undefined,
    shapes: [],
    marks: [],
  };
}

const addressOf = (sheet: string, area: Area): string => `${quotedSheet(sheet)}!${areaName(area)}`;
