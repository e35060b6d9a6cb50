import { CHARTS } from "../../src/charts/index";
import { numbersIn } from "../../src/charts/common/grid";
import type { DrawnSeries } from "../../src/charts/common/drawing";
import type { Host } from "../../src/workbench/host/index";
import { findCharts } from "../../src/workbook/chart-found";
import { insertChart, surveyChart } from "../../src/workbook/chart-insert";
import type { ChartJob } from "../../src/workbook/chart-job";
import { seriesType } from "../../src/workbook/chart-series";
import { closeHosts } from "../workbench/host/boot-office";
import { jobOf, openWorld, sentence } from "./chart-world";

jest.setTimeout(20_000);

let host: Host;
const at = (cell: string) => ({ kind: "cell", place: { sheet: "My data", cell } }) as const;
const NEW = { kind: "new-sheet" } as const;
/** Everything that could have changed. */
const everything = (): string => JSON.stringify(host.save());
const definitions = (sheet: string) => {
  const id = host.sheets.byName(sheet);
  return host.charts.ids(id).map((chart) => host.charts.definition(chart));
};

beforeEach(async () => {
  host = await openWorld({ B4: "mine", AD40: "edge" });
});
afterEach(closeHosts);

/** What the cells of the block say, against what its functions answered. */
function expectBlock(sheet: string, { definition, choices, values }: ChartJob): void {
  const id = host.sheets.byName(sheet);
  const { rows, columns } = definition.block(choices);
  const across = Math.ceil(definition.drawing(choices).size.width / 60) + 1;
  const held = Array.from({ length: rows }, (_, r) =>
    columns.map((_column, c) => {
      const value = host.book.value(id, across + c, 3 + r);
      return typeof value === "string" && value.startsWith("#") ? null : value;
    }),
  );
  expect(held).toEqual(values);
}

describe.each(CHARTS.map(({ id }) => id))("%s", (id) => {
  test("stands on its sheet with captions, block and a native chart, and again in the same place", async () => {
    const job = await jobOf(id);
    const { definition, choices, values } = job;
    const drawing = definition.drawing(choices);
    const { sheet, isUpdate } = await insertChart(job, NEW);
    await host.settled();
    expect(isUpdate).toBe(false);
    const sheetId = host.sheets.byName(sheet);
    const [title, subtitle] = [0, 1].map((row) => String(host.book.value(sheetId, 0, row)));
    expect(title).toMatch(/\w{3}/);
    expect(title).not.toMatch(/^#/);
    expect(subtitle).toMatch(/\d{4}|persons|Persons/);
    expect(host.book.value(sheetId, 0, 23)).toMatch(/^Source: /);
    expect(host.book.value(sheetId, 0, 26)).toMatch(/\.$/);
    expectBlock(sheet, job);
    const [chart] = definitions(sheet);
    expect(definitions(sheet)).toHaveLength(1);
    expect(chart?.office.kept["chart"]).toEqual({ DisplayBlanksAs: "NotPlotted" });
    expect(chart?.office.kept["axis:x"]).toMatchObject({
      CategoryType: "TextAxis",
      TickLabelPosition: "Low",
    });
    expect(chart?.axesDesign["y"]?.title?.text).toBe(drawing.axis.title);
    const [chartId = ""] = host.charts.ids(sheetId);
    expect(host.charts.title(chartId)).toBe(title);
    const sets = chart?.dataSource.dataSets ?? [];
    const shown = sets.map(({ dataSetId }) => ({
      name: host.charts.seriesName(chartId, dataSetId),
      type: host.charts.seriesType(chartId, dataSetId),
      second: chart?.dataSetStyles[dataSetId]?.yAxisId === "y1",
      values: valuesOf(chartId, dataSetId),
    }));
    expect(shown).toEqual(
      drawing.series.map((series: DrawnSeries) => ({
        name: series.name,
        type: seriesType(series),
        second: series.narrow === true,
        values: numbersIn(values, series.values),
      })),
    );
    const before = definitions(sheet);
    const again = await insertChart(job, at("C60"));
    await host.settled();
    expect([again.isUpdate, again.sheet]).toEqual([true, sheet]);
    expect(stripped(definitions(sheet))).toEqual(stripped(before));
    expect(host.sheets.ids()).toHaveLength(2);
    expect(await findCharts()).toHaveLength(1);
    expectBlock(sheet, job);
  });
});

/** Ids of series and of the link of the title are new each time. */
const stripped = (all: ReturnType<typeof definitions>): unknown =>
  all.map((definition) => {
    const { dataSets } = definition.dataSource;
    let text = JSON.stringify(definition).replace(/office_link_title_\w+/, "link");
    for (const [i, { dataSetId }] of dataSets.entries()) text = text.replaceAll(dataSetId, `series${i}`);
    return JSON.parse(text) as unknown;
  });

const valuesOf = (chartId: string, series: string): readonly (number | null)[] => {
  const place = host.charts.sourceOf(chartId, series, "values")!;
  const { left, top, bottom } = place.zone;
  return Array.from({ length: bottom - top + 1 }, (_, i) => {
    const value = host.book.value(place.sheetId, left, top + i);
    return typeof value === "number" ? value : null;
  });
};

test("at a cell the chart covers as many columns as it needs, and nothing else changes", async () => {
  const job = await jobOf("digital-balance", "years=5;lang=ja");
  const survey = await insertChart(job, at("D10"));
  await host.settled();
  expect(survey).toEqual({
    sheet: "My data",
    address: "'My data'!D10:M43",
    isUpdate: false,
    occupied: [],
  });
  expect(host.book.value("s", 3, 9)).toContain("デジタル赤字");
  expect(host.book.value("s", 1, 3)).toBe("mine");
  expect(host.charts.ids("s")).toHaveLength(1);
  expect((await findCharts())[0]).toMatchObject({
    sheet: "My data",
    mark: { choices: { years: 5, lang: "ja" } },
  });
  expect(host.names.keys("s").map((key) => host.names.isVisible(key))).toEqual([false]);
});

test("contents are named and not overwritten without agreement; with it all of the place is cleared", async () => {
  const job = await jobOf("three-rates");
  const before = everything();
  expect((await surveyChart(job, at("A1"))).occupied).toEqual(["B4"]);
  expect(await sentence(insertChart(job, at("A1")))).toBe(
    "This would overwrite 1 cell that has contents: B4. Choose an empty place, or agree.",
  );
  expect(everything()).toBe(before);
  await insertChart(job, at("A1"), ["B4"]);
  await host.settled();
  expect(host.book.value("s", 1, 3)).toBe("");
});

test("with other choices it replaces itself where it is asked to, and what stands beside it stays", async () => {
  const five = await jobOf("digital-components");
  const { sheet } = await insertChart(five, NEW);
  await host.settled();
  const id = host.sheets.byName(sheet);
  host.model.dispatch("UPDATE_CELL", { sheetId: id, col: 10, row: 20, content: "a note" });
  const other = await jobOf("digital-components", "def=5item;years=6");
  const [mark] = await findCharts();
  await insertChart(other, { kind: "again", sheet, name: mark!.name });
  await host.settled();
  expect(host.book.value(id, 10, 20)).toBe("a note");
  expectBlock(sheet, other);
  expect(definitions(sheet)[0]?.dataSource.dataSets).toHaveLength(6);
  expect(host.charts.ids(id)).toHaveLength(1);
  expect((await findCharts()).map(({ name }) => name)).toEqual(["DigiTrade.chart.1"]);
});

test("an update that needs more room asks for the cells in its way", async () => {
  const { sheet } = await insertChart(await jobOf("digital-balance", "years=5"), NEW);
  await host.settled();
  const id = host.sheets.byName(sheet);
  host.model.dispatch("UPDATE_CELL", { sheetId: id, col: 10, row: 12, content: "in the way" });
  const [mark] = await findCharts();
  const where = { kind: "again", sheet, name: mark!.name } as const;
  const longer = await jobOf("digital-balance", "years=12");
  expect((await surveyChart(longer, where)).occupied).toEqual(["K13"]);
  expect(await sentence(insertChart(longer, where))).toMatch(/1 cell that has contents: K13/);
  expect(host.book.value(id, 10, 12)).toBe("in the way");
});

test.each([
  [
    "a protected sheet",
    at("D10"),
    /sheet "My data" is protected; unprotect it/,
    (): void => host.protection.protect("s", {}, undefined),
  ],
  ["a read-only file", NEW, /open read-only; save a copy/, (): void => void (host.faults.readOnly = true)],
  ["a cell being edited", NEW, /press Enter or Esc/, (): void => void (host.faults.cellEdit = true)],
  ["a place at the edge", at("XFA10"), /columns do not fit below XFA10/, (): void => undefined],
] as const)("%s is met with a sentence, and nothing changes", async (_what, where, words, trouble) => {
  const job = await jobOf("digital-balance");
  trouble();
  const before = everything();
  expect(await sentence(insertChart(job, where))).toMatch(words);
  expect(everything()).toBe(before);
});

/** Excel refuses the first action that looks so, after having done those before it. */
function refuse(pattern: RegExp): void {
  const original = host.wire.batch.bind(host.wire);
  let done = false;
  jest.spyOn(host.wire, "batch").mockImplementation((batch) => {
    const index = batch.Actions.findIndex((action) =>
      pattern.test(JSON.stringify([action, batch.ObjectPaths[action.ObjectPathId]])),
    );
    if (done || index < 0) return original(batch);
    done = true;
    const answer = original({ ...batch, Actions: batch.Actions.slice(0, index) });
    answer.Error = {
      Code: "GeneralException",
      Message: "",
      Location: "",
      ActionIndex: index,
      HttpStatusCode: 400,
    };
    return answer;
  });
}

/** Contents, charts, names, merges and formats of numbers; not what only looks different. */
function contents(): unknown {
  const { sheets } = host.save() as {
    sheets: { name: string; cells: unknown; merges: unknown }[];
  };
  const ids = host.sheets.ids();
  return {
    sheets: sheets.map(({ name, cells, merges }) => ({ name, cells, merges })),
    widths: ids.map((id) => Array.from({ length: 20 }, (_, col) => host.model.getters.getColSize(id, col))),
    charts: ids.map((id) => stripped(host.charts.ids(id).map((chart) => host.charts.definition(chart)))),
    names: ids.map((id) => host.names.keys(id).map((key) => [host.names.name(key), host.names.formula(key)])),
  };
}

test.each([
  ["the first formula", /CAPTION/],
  ["the block", /HISTORY|PANEL/],
  ["the chart", /"Name":"DisplayBlanksAs"/],
  ["the link of its title", /"SetFormula"/],
  ["the mark", /DigiTrade\.chart/],
  ["a merge", /"Merge"/],
  ["the last line", /"Name":"ColumnWidth"/],
] as const)("where Excel refuses %s nothing is left half made", async (_what, pattern) => {
  const job = await jobOf("digital-balance");
  const before = contents();
  refuse(pattern);
  expect(await sentence(insertChart(job, at("D10")))).toMatch(
    /could not do this and does not say why; try again/,
  );
  expect(contents()).toEqual(before);
  jest.restoreAllMocks();
  refuse(pattern);
  expect(await sentence(insertChart(job, NEW))).toMatch(/does not say why/);
  expect(contents()).toEqual(before);
});

test("an update that Excel refuses leaves the chart as it was", async () => {
  const job = await jobOf("digital-balance");
  await insertChart(job, at("D10"));
  await host.settled();
  const before = contents();
  const [mark] = await findCharts();
  const other = await jobOf("digital-balance", "years=12;fx=USD");
  for (const pattern of [/"Name":"DisplayBlanksAs"/, /"Name":"Comment"/, /"Merge"/]) {
    refuse(pattern);
    const where = { kind: "again", sheet: "My data", name: mark!.name } as const;
    expect(await sentence(insertChart(other, where))).toMatch(/does not say why/);
    jest.restoreAllMocks();
    await host.settled();
    expect(contents()).toEqual(before);
  }
});

test("a workbook that takes no new sheet says so, and a sheet's name is never one that is there", async () => {
  const job = await jobOf("digital-balance");
  const first = await insertChart(job, NEW);
  expect(first.sheet).toBe("Digital balance by year");
  const other = await insertChart(await jobOf("digital-balance", "area=US;def=deliverable"), NEW);
  expect(other.sheet).toBe("Digital balance by year (2)");
  const long = await insertChart(await jobOf("holdings-cover"), NEW);
  expect(long.sheet.length).toBeLessThanOrEqual(31);
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  expect(await sentence(insertChart(await jobOf("three-rates"), NEW))).toMatch(
    /structure of this workbook is protected/,
  );
});
