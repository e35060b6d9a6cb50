import { absoluteAddress, areaName, cellName, splitAddress, type Area } from "../file/address";
import { asText } from "./cell-block";
import { namesIn } from "./chart-cells";
import { oldCalls, oldLayout, type Existing } from "./chart-ground";
import { markText } from "../file/chart-mark";
import type { ChartJob, ChartNames } from "./chart-job";
import { notesOf } from "../file/chart-layout";
import type { Surveyed } from "./chart-survey";
import { wider } from "./chart-write";
import { inExcel } from "./office-problem";

/** What stood in some cells before a chart was written into them. */
interface KeptCells {
  readonly area: Area;
  /** As they are written; a cell that a formula elsewhere fills is empty. */
  readonly contents: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Reads what inserting a chart will overwrite, so that a failure can be undone; nothing of a sheet that is not there yet. */
export async function keepGround(
  context: Excel.RequestContext,
  { survey, layout, isNewSheet, before }: Surveyed,
): Promise<readonly KeptCells[]> {
  if (isNewSheet) return [];
  const sheet = context.workbook.worksheets.getItem(survey.sheet);
  const parents = survey.occupied.map((cell) => {
    const parent = sheet.getRange(cell).getSpillParentOrNullObject();
    parent.load("address");
    return { cell, parent };
  });
  const ranges = [layout.whole, ...(before ? [before.area] : [])].map((area) => {
    const range = sheet.getRange(areaName(area));
    range.load("formulas,valueTypes,numberFormat");
    return { area, range };
  });
  await context.sync();
  const filled = new Set([
    ...parents
      .filter(({ cell, parent }) => !parent.isNullObject && splitAddress(parent.address).cells !== cell)
      .map(({ cell }) => cell),
    ...(before ? filledBy(before) : []),
  ]);
  return ranges.map(({ area, range }) => ({
    area,
    formats: range.numberFormat as unknown[][],
    contents: (range.formulas as unknown[][]).map((line, r) =>
      line.map((content, c) => {
        if (filled.has(cellName(area.row + r, area.column + c))) return "";
        const isText = range.valueTypes[r]?.[c] === Excel.RangeValueType.string;
        return isText && typeof content === "string" && !content.startsWith("=") ? asText(content) : content;
      }),
    ),
  }));
}

/** The cells that calls of a chart fill, but for the calls' own. */
const filledBy = (chart: Existing): readonly string[] =>
  oldCalls(chart).flatMap((area) => namesIn(area).slice(1));

/** Takes back what had been begun: the new sheet, or chart, mark and cells on a sheet that was there. */
export async function takeBack(
  { survey, layout, widths, isNewSheet, before }: Surveyed,
  names: ChartNames,
  kept: readonly KeptCells[],
  { definition, choices, values }: ChartJob,
): Promise<void> {
  await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(survey.sheet);
    await context.sync();
    if (sheet.isNullObject) return;
    if (isNewSheet) {
      sheet.delete();
      await context.sync();
      return;
    }
    const chart = sheet.charts.getItemOrNullObject(names.temporary);
    const mark = sheet.names.getItemOrNullObject(names.mark);
    await context.sync();
    if (!chart.isNullObject) chart.delete();
    if (!mark.isNullObject) {
      if (before) {
        mark.formula = `=${absoluteAddress(before.sheet, before.area)}`;
        mark.comment = markText(before.mark);
      } else mark.delete();
    }
    sheet.getRange(areaName(layout.whole)).unmerge();
    for (const { area, contents, formats } of kept) {
      const range = sheet.getRange(areaName(area));
      range.clear("Contents");
      range.numberFormat = formats.map((line) => [...line]);
      range.formulas = contents.map((line) => [...line]);
    }
    if (before) for (const area of notesOf(oldLayout(before))) sheet.getRange(areaName(area)).merge();
    const block = definition.block(choices);
    const columns = wider(block, layout, widths, values).map(([column]) => {
      const { format } = sheet.getRange(cellName(0, column));
      format.load("columnWidth");
      return { format, width: widths[column - layout.whole.column] };
    });
    await context.sync();
    for (const { format, width } of columns)
      if (width !== undefined && format.columnWidth !== width) format.columnWidth = width;
    await context.sync();
  });
}
