import { Problem } from "../domain/problem";
import { absoluteAddress, areaName, cellName, type Area } from "../file/address";
import { inBlock, type ChosenChart } from "../file/chart-cells";
import { drawChart } from "./chart-draw";
import { oldLayout, ownAreasOf, type Existing } from "./chart-ground";
import type { ChartJob, ChartNames } from "./chart-job";
import { notesOf } from "../file/chart-layout";
import { freeMarkName, markText } from "../file/chart-mark";
import { seriesType, type RangeOf } from "./chart-series";
import { surveyed, type ChartSurvey, type ChartWhere, type Surveyed } from "./chart-survey";
import { keepGround, takeBack } from "./chart-undo";
import { styleChartCells, styleChartSheet, writeChartCells } from "./chart-write";
import { overwriteProblem } from "./insert";
import { inExcel, officeProblem } from "./office-problem";

/** Looks where a chart would go; a place that cannot take it is a Problem that says why. */
export function surveyChart(chart: ChosenChart, where: ChartWhere): Promise<ChartSurvey> {
  return inExcel(async (context) => (await surveyed(context, chart, where)).survey);
}

/**
 * Inserts a chart with its block, or brings one up to date that is there already. Contents are overwritten only where
 * `agreed` names their cells. A failure is a Problem, and what had been begun is taken back.
 */
export function insertChart(
  job: ChartJob,
  where: ChartWhere,
  agreed: readonly string[] = [],
): Promise<ChartSurvey> {
  return inExcel(async (context) => {
    const ground = await surveyed(context, job, where);
    const strangers = ground.survey.occupied.filter((cell) => !agreed.includes(cell));
    if (strangers.length > 0) throw overwriteProblem(strangers);
    const names = namesFor(job, ground);
    const kept = await keepGround(context, ground);
    try {
      await write(context, job, ground, names);
    } catch (thrown) {
      const problem = await officeProblem(thrown);
      await takeBack(ground, names, kept, job).catch(() => {
        throw new Problem(
          problem.kind,
          `${problem.message} What had been begun could not be taken back; delete it, or use Excel's undo.`,
        );
      });
      throw problem;
    }
    return ground.survey;
  });
}

function namesFor(
  { definition, choices }: ChosenChart,
  { before, shape: old, shapes, marks }: Surveyed,
): ChartNames {
  const free = (title: string, taken: readonly string[]): string => {
    const lower = taken.map((name) => name.toLowerCase());
    let name = title;
    for (let n = 2; lower.includes(name.toLowerCase()); n++) name = `${title} ${n}`;
    return name;
  };
  const others = shapes.filter((name) => name !== old?.name);
  const shape = free(definition.title[choices.lang], others);
  return {
    temporary: old ? free(`${shape} (new)`, shapes) : shape,
    shape,
    mark: before?.name ?? freeMarkName(marks),
  };
}

async function write(
  context: Excel.RequestContext,
  job: ChartJob,
  ground: Surveyed,
  names: ChartNames,
): Promise<void> {
  const { survey, layout, widths, isNewSheet, before, shape: old } = ground;
  const { definition, choices, namespace, values } = job;
  const [block, drawing] = [definition.block(choices), definition.drawing(choices)];
  const { worksheets } = context.workbook;
  const sheet = isNewSheet ? worksheets.add(survey.sheet) : worksheets.getItem(survey.sheet);
  const range = (area: Area): Excel.Range => sheet.getRange(areaName(area));
  if (before) clearChart(sheet, before);
  else if (!isNewSheet) clearAll(range(layout.whole));
  writeChartCells(sheet, job, block, layout, namespace);
  const [first] = drawing.series;
  if (!first) throw new Problem("unreadable", `${definition.id} draws nothing. Please report the chart.`);
  const rangeOf: RangeOf = (strip) => range(inBlock(layout, { ...strip, columns: 1 }));
  const chart = sheet.charts.add(seriesType(first), rangeOf(first.values), "Columns");
  chart.name = names.temporary;
  chart.series.load("items/name");
  await context.sync();

  const titleFormula = `=${absoluteAddress(survey.sheet, { ...layout.title, rows: 1, columns: 1 })}`;
  drawChart(chart, chart.series.items, { drawing, rangeOf, values, titleFormula });
  const comment = markText({ definition, choices, shape: names.shape });
  if (before) {
    const mark = sheet.names.getItem(names.mark);
    mark.formula = `=${absoluteAddress(survey.sheet, layout.whole)}`;
    mark.comment = comment;
  } else sheet.names.add(names.mark, range(layout.whole), comment).visible = false;
  if (isNewSheet) styleChartSheet(sheet, layout);
  styleChartCells(sheet, block, layout, widths, values);
  // Only now the columns have their widths.
  if (old) chart.set({ left: old.left, top: old.top, width: old.width, height: old.height });
  else chart.setPosition(firstCell(layout.frame), lastCell(layout.frame));
  if (isNewSheet) sheet.activate();
  if (old) {
    sheet.charts.getItem(old.name).delete();
    chart.name = names.shape;
  }
  await context.sync();
}

/** All contents of the place: they are lost with the person's consent, and under a chart nobody would see them. */
function clearAll(place: Excel.Range): void {
  place.unmerge();
  place.clear("Contents");
}

/** What the chart before wrote, and nothing that somebody wrote beside it. */
function clearChart(sheet: Excel.Worksheet, before: Existing): void {
  for (const area of notesOf(oldLayout(before))) sheet.getRange(areaName(area)).unmerge();
  for (const area of ownAreasOf(before)) sheet.getRange(areaName(area)).clear("Contents");
}

const firstCell = ({ row, column }: Area): string => cellName(row, column);
const lastCell = ({ row, column, rows, columns }: Area): string =>
  cellName(row + rows - 1, column + columns - 1);
