import type { Host } from "../../src/workbench/host/index";
import { findCharts } from "../../src/workbook/chart-found";
import { insertChart } from "../../src/workbook/chart-insert";
import { markText, readMark } from "../../src/file/chart-mark";
import { rebindCharts } from "../../src/workbook/chart-rebind";
import { CHARTS } from "../../src/charts/index";
import { Problem } from "../../src/domain/problem";
import { closeHosts } from "../workbench/host/boot-office";
import { jobOf, openWorld, sentence } from "./chart-world";

jest.setTimeout(20_000);

let host: Host;
const at = (cell: string) => ({ kind: "cell", place: { sheet: "My data", cell } }) as const;
const chart = () => {
  const [id = ""] = host.charts.ids("s");
  return host.charts.definition(id);
};
const ranges = (): readonly string[] => chart().dataSource.dataSets.map(({ dataRange }) => dataRange);
const write = (col: number, row: number, content: string): void =>
  void host.model.dispatch("UPDATE_CELL", { sheetId: "s", col, row, content });

async function insert(id: string, options = "", cell = "A1"): Promise<void> {
  await insertChart(await jobOf(id, options), at(cell));
  await host.settled();
}

function addRows(base: number, quantity: number): void {
  host.model.dispatch("ADD_COLUMNS_ROWS", {
    sheetId: "s",
    sheetName: "My data",
    dimension: "ROW",
    base,
    position: "before",
    quantity,
  });
}

beforeEach(async () => {
  host = await openWorld();
});
afterEach(closeHosts);

test("rows inserted above move everything along, and binding again finds it where it is", async () => {
  await insert("travel-digital");
  const before = ranges();
  addRows(0, 3);
  expect(await rebindCharts()).toEqual({ rebound: 1, unbound: [] });
  expect(ranges()).toEqual(before.map((range) => range.replace(/\d+/g, (row) => String(Number(row) + 3))));
  expect(chart().dataSource.labelRange).toBe("I8:I17");
  const [id = ""] = host.charts.ids("s");
  expect(host.charts.title(id)).toBe(host.book.value("s", 0, 3));
  expect((await findCharts())[0]?.area?.row).toBe(3);
});

test("a series that was bound elsewhere reads its own cells again", async () => {
  await insert("receipts-payments");
  const [id = ""] = host.charts.ids("s");
  const [first] = chart().dataSource.dataSets;
  host.charts.setValues(id, first!.dataSetId, {
    sheetId: "s",
    zone: { left: 0, right: 0, top: 60, bottom: 62 },
  });
  expect(ranges()[0]).toBe("A61:A63");
  await rebindCharts();
  expect(ranges()).toEqual(["J5:J14", "K5:K14"]);
});

test("where a formula was edited to answer with more years, or fewer, the chart follows", async () => {
  await insert("digital-balance", "years=5");
  const anchor = host.formulaAt("'My data'!I5") ?? "";
  write(8, 4, anchor.replace("-5Y", "-12Y"));
  await host.settled();
  await rebindCharts();
  expect([ranges(), chart().dataSource.labelRange]).toEqual([["J5:J16"], "I5:I16"]);
  write(8, 4, anchor.replace("-5Y", "-3Y"));
  await host.settled();
  await rebindCharts();
  expect([ranges(), chart().dataSource.labelRange]).toEqual([["J5:J7"], "I5:I7"]);
});

test("the ends of the axes follow the figures", async () => {
  await insert("holdings-cover");
  expect(chart().axesDesign["y"]).toMatchObject({ min: 0 });
  write(11, 6, "-4");
  await rebindCharts();
  expect(chart().axesDesign["y"]?.min).toBeUndefined();
});

test("a deleted chart, deleted cells and a missing series are reported with what to do, and nothing is made again", async () => {
  await insert("digital-balance");
  await insert("receipts-payments", "", "A50");
  await insert("three-rates", "", "A100");
  const [balance = "", receipts = ""] = host.charts.ids("s");
  host.charts.remove(balance);
  const [first] = host.charts.definition(receipts).dataSource.dataSets;
  host.charts.removeSeries(receipts, first!.dataSetId);
  const { rebound, unbound } = await rebindCharts();
  expect(rebound).toBe(1);
  expect(unbound.map(({ problem }) => problem.message)).toEqual([
    'The chart "Digital balance by year" on the sheet "My data" was deleted; its cells are still there. Update it to have it back.',
    expect.stringMatching(
      /on the sheet "My data" lacks its series Receipts; update the chart to have it back/,
    ),
  ]);
  expect(host.charts.ids("s")).toHaveLength(2);
  host.model.dispatch("REMOVE_COLUMNS_ROWS", {
    sheetId: "s",
    sheetName: "My data",
    dimension: "ROW",
    elements: Array.from({ length: 60 }, (_, i) => 95 + i),
  });
  const gone = await rebindCharts();
  expect(gone.unbound.map(({ problem }) => problem.message)).toContainEqual(
    expect.stringMatching(/The cells of "[^"]+" on the sheet "My data" were deleted/),
  );
});

test("a chart that somebody renamed is known by where it stands, and updating does not leave two", async () => {
  await insert("digital-balance");
  const [id = ""] = host.charts.ids("s");
  host.charts.edit(id, ({ office }) => (office.name = "My favourite"));
  expect(await rebindCharts()).toEqual({ rebound: 1, unbound: [] });
  await insert("digital-balance");
  expect(host.charts.ids("s")).toHaveLength(1);
});

test("an update brings a deleted chart back", async () => {
  await insert("digital-balance");
  host.charts.remove(host.charts.ids("s")[0]!);
  await insert("digital-balance");
  expect(host.charts.ids("s")).toHaveLength(1);
  expect((await rebindCharts()).unbound).toEqual([]);
});

test("on a protected sheet it is said, and other sheets are not held up", async () => {
  await insert("digital-balance");
  await insertChart(await jobOf("three-rates"), { kind: "new-sheet" });
  host.protection.protect("s", {}, undefined);
  const { rebound, unbound } = await rebindCharts();
  expect(rebound).toBe(1);
  expect(unbound[0]?.problem.message).toMatch(/The sheet "My data" is protected/);
});

test("every mark fits into the comment of a name and is read again; a newer one is not guessed at", () => {
  for (const definition of CHARTS)
    for (const lang of ["en", "ja"] as const) {
      const longest = definition.options.flatMap(({ key, allowed, standard }) => {
        if (key === "lang") return [`lang=${lang}`];
        const values = {
          list: () => (allowed.kind === "list" ? allowed.values.map(({ value }) => value) : []),
          count: () => (allowed.kind === "count" ? [String(allowed.most)] : []),
          year: () => (key === "from" || key === "base" ? ["2016"] : ["2019"]),
          month: () => ["2019-12"],
          basis: () => ["2024-06-21"],
          day: () => ["2024-06-21"],
        }[allowed.kind]();
        const [value] = [...values].sort((a, b) => b.length - a.length).filter((v) => v !== standard);
        return value === undefined || (key === "area" && definition.id === "digital-balance")
          ? []
          : [`${key}=${value}`];
      });
      const mark = readMark(`1|${definition.id}|${longest.join(";")}|${definition.title[lang]} 12`);
      const text = markText(mark);
      expect(text.length).toBeLessThan(255);
      expect(readMark(text)).toEqual(mark);
    }
  expect(() => readMark("2|digital-balance||x")).toThrow(/newer version of DigiTrade/);
  expect(() => readMark("hello")).toThrow(Problem);
  expect(() => readMark("1|no-such-chart||x")).toThrow(/not a chart that DigiTrade knows/);
});

test("nothing was inserted, nothing is done", async () => {
  expect(await rebindCharts()).toEqual({ rebound: 0, unbound: [] });
  host.faults.cellEdit = true;
  const waiting = sentence(rebindCharts());
  host.faults.cellEdit = false;
  expect(await waiting).toBe("no error");
});
