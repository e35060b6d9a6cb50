/** Charts and targets, from a click in the production pane to the cells and the chart that stand in the workbook. */
import type { Browser, Frame, Locator } from "playwright-core";

import type { ChartDefinition } from "../../src/charts/common/definition";
import { CHARTS } from "../../src/charts/index";
import type { SeriesId } from "../../src/domain/series";
import { TARGETS } from "../../src/catalog/targets";
import { comparisonsOf } from "../../src/pane/targets/comparisons";
import { en } from "../../src/pane/words/en";
import { connectEmbedded, embeddedFigures } from "../../src/workbench/connect";
import { askedFor } from "../charts/run-calls";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import { at, expectChart } from "./expected-chart";
import { countSheets, formulasIn, readCells, readShownSheet, showSheet } from "./inserted-charts";
import {
  formulas,
  keepOnlyScratch,
  openWorkbench,
  paneFrame,
  press,
  put,
  read,
  says,
  select,
  settled,
  showTab,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

let browser: Browser | undefined;
let built: BuiltPage | undefined;
let bench: WorkbenchPage;
let frame: Frame;

beforeAll(async () => {
  connectEmbedded();
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  bench = await openWorkbench(context, built.server.url);
  await keepOnlyScratch(bench.page);
  frame = paneFrame(bench.page);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

afterEach(() => {
  expect(bench.problems).toEqual([]);
});

const panel = (): Locator => frame.locator("#panel-charts");

/** Chooses a chart in the gallery. */
async function choose({ title }: ChartDefinition): Promise<void> {
  await showTab(bench, en.charts);
  await panel()
    .locator("li > button")
    .first()
    .waitFor({ ...WAIT, state: "attached" });
  const back = panel().getByRole("button", { name: en.chartBack, exact: true });
  if (await back.isVisible()) await back.click(WAIT);
  const named = frame.getByText(title.en, { exact: true });
  await panel().locator("li > button").filter({ has: named }).click(WAIT);
  await panel().getByRole("heading", { name: title.en, exact: true }).waitFor(WAIT);
}

/** Presses the button as soon as the chart is worked out; every cell has its answer when this resolves. */
async function insert(button: string, said: string): Promise<void> {
  await panel().getByRole("button", { name: button, exact: true }).click(WAIT);
  await panel().getByText(said).waitFor(WAIT);
  await settled(bench.page);
}

describe.each(CHARTS)("$id", (definition) => {
  const { id, title } = definition;

  test("is inserted by a click, and by a second one brought up to date where it stands", async () => {
    const { page } = bench;
    const before = await countSheets(page);
    await choose(definition);
    await insert(en.chartInsert, "Inserted at");
    const sheet = await expectChart(page, id);
    expect(await countSheets(page)).toBe(before + 1);
    expect(title.en.startsWith(sheet.name.slice(0, 20))).toBe(true);
    // As the person comes back to it later.
    await choose(definition);
    await says(bench, `This chart is on the sheet “${sheet.name}”.`);
    await insert(en.chartUpdate, `Updated on the sheet “${sheet.name}”.`);
    expect(await expectChart(page, id)).toEqual(sheet);
    expect(await countSheets(page)).toBe(before + 1);
  }, 60_000);
});

describe("options", () => {
  const field = (label: string): Locator => panel().getByLabel(label, { exact: true });
  const more = (): Promise<void> => panel().locator("summary").click(WAIT);
  const chosen = (id: string): Promise<void> => choose(askedFor(id).definition);

  test("country, definition, years and currency are those of the cells", async () => {
    await chosen("digital-balance");
    await field("Country").selectOption("US", WAIT);
    await field("Definition").selectOption("deliverable", WAIT);
    await field("Years shown").fill("7", WAIT);
    await field("Currency").selectOption("EUR", WAIT);
    await insert(en.chartInsert, "Inserted at");
    const { marks } = await expectChart(
      bench.page,
      "digital-balance",
      "area=US;def=deliverable;years=7;fx=EUR",
    );
    expect(marks[0]?.text).toContain("area=US;def=deliverable;years=7;fx=EUR");
    expect((await readCells(bench.page, at(0, 0)))[0]?.[0]).toContain("United States");
  }, 60_000);

  test("a day's rate and another source of rates are those of the cells", async () => {
    await chosen("travel-digital");
    await field("Currency").selectOption("USD", WAIT);
    await more();
    await field("Rate basis").selectOption("day", WAIT);
    await field(en.chartDay).fill("2024-06-21", WAIT);
    await field("Rate source").selectOption("boj", WAIT);
    await insert(en.chartInsert, "Inserted at");
    await expectChart(bench.page, "travel-digital", "fx=USD;basis=2024-06-21;fxsrc=boj");
  }, 60_000);

  test("a chart can speak Japanese in an English pane", async () => {
    await chosen("yen-per-dollar");
    await more();
    await field("Language").selectOption("ja", WAIT);
    await field("Years shown").fill("2", WAIT);
    await panel().getByLabel(en.chartPlace, { exact: true }).selectOption("new-sheet", WAIT);
    await insert(en.chartInsert, "Inserted at");
    const { name } = await expectChart(bench.page, "yen-per-dollar", "years=2;lang=ja");
    expect(name).toMatch(/円/);
  }, 60_000);

  test("with other options it takes the place of the one that is there", async () => {
    const { page } = bench;
    await chosen("treasury-holders");
    await field("How many holders").fill("4", WAIT);
    await insert(en.chartInsert, "Inserted at");
    const sheets = await countSheets(page);
    await field("How many holders").fill("5", WAIT);
    const place = panel().getByLabel(en.chartPlace, { exact: true });
    const other = place.locator("option").filter({ hasText: "In place of" }).last();
    await other.waitFor({ ...WAIT, state: "attached" });
    const there = await other.innerText();
    await place.selectOption({ label: there }, WAIT);
    await showSheet(page, /“(.*)”/.exec(there)?.[1] ?? "");
    await insert(en.chartUpdate, "Updated on the sheet");
    await expectChart(bench.page, "treasury-holders", "top=5");
    expect(await countSheets(page)).toBe(sheets);
  }, 60_000);

  test("an option that cannot be read is marked, and nothing can be inserted", async () => {
    await chosen("digital-balance");
    await field("Years shown").fill("99", WAIT);
    await panel().getByText("years=99 is not a whole number from 3 to 30.").waitFor(WAIT);
    await says(bench, en.chartMend);
    expect(await panel().getByRole("button", { name: en.chartInsert, exact: true }).isDisabled()).toBe(true);
  }, 60_000);

  test("at the selected cell what is there is lost only after a second click", async () => {
    const { page } = bench;
    await showSheet(page, "Scratch");
    await put(page, { D6: "mine" });
    await select(page, "C4");
    await chosen("three-rates");
    await field("Currency").selectOption("EUR", WAIT);
    await panel().getByLabel(en.chartPlace, { exact: true }).selectOption("cell", WAIT);
    await panel().getByRole("button", { name: en.chartInsert, exact: true }).click(WAIT);
    await says(bench, "contents that would be lost: D6");
    expect(await read(page, "D6")).toMatchObject({ value: "mine" });
    expect(await readShownSheet(page)).toMatchObject({ charts: [], marks: [] });
    await insert(en.overwriteOne, "Inserted at 'Scratch'!C4");
    const { charts } = await readShownSheet(page);
    expect(charts).toMatchObject([{ titleCell: at(2, 3) }]);
    expect(await read(page, "C4")).toMatchObject({ value: charts[0]?.title });
  }, 60_000);
});

test("what a provider writes is text to the sheet and to the pane, whatever it looks like", async () => {
  if (!browser || !built) throw new Error("The browser or the page did not start.");
  const hostile = '=HYPERLINK("https://example.com","<img src=x onerror=alert(1)>")';
  const series = await embeddedFigures()("JP.COMPUTER.NET" as SeriesId);
  const source = { ...series.source, name: hostile, terms: hostile, credit: hostile };
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  // A gateway at the page's own address that has this one series.
  await context.route(/\/(?:taskpane\.html)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/\sdata-gateway(?:="")?(?=[\s>])/, ' data-gateway="/"');
    await route.fulfill({ response, body });
  });
  await context.route("**/v1/**", (route) =>
    route.request().url().endsWith("JP.COMPUTER.NET.json")
      ? route.fulfill({ json: { ...series, title: { en: hostile, ja: hostile }, source } })
      : route.fulfill({ status: 404, json: {} }),
  );
  const other = await openWorkbench(context, built.server.url);
  await put(other.page, { A1: '=DIGITRADE.INFO("JP.COMPUTER.NET","source")', B1: "=A1" });
  expect(await read(other.page, "A1")).toMatchObject({ value: hostile, text: hostile });
  expect(await read(other.page, "B1")).toMatchObject({ value: hostile, text: hostile });
  await showTab(other, "Find");
  await other.pane.getByRole("searchbox").fill("JP.COMPUTER.NET", WAIT);
  await says(other, hostile);
  await showTab(other, "Cell");
  await select(other.page, "A1");
  await says(other, hostile);
  expect(await other.pane.locator("[src=x], [onerror]").count()).toBe(0);
  await context.close();
}, 60_000);

describe("targets", () => {
  /** Every comparison, each of a target that the gallery does not begin with where there is one. */
  const offered = TARGETS.flatMap((target) => comparisonsOf(target).map((one) => ({ target, ...one })));
  const cases = CHARTS.filter(({ kind }) => kind === "comparison").map(({ id, options }) => {
    const standard = options.find(({ key }) => key === "target")?.standard;
    const of = offered.filter(({ chart }) => chart === id);
    return { id, ...(of.find(({ target }) => target.id !== standard) ?? of[0]) };
  });

  test.each(cases)(
    "$id is inserted from the card of a target",
    async ({ id, target, word }) => {
      if (!target || !word) throw new Error(`No target offers ${id}.`);
      const { page } = bench;
      await showTab(bench, en.targets);
      const card = frame.getByRole("article", { name: target.title.en, exact: true });
      await card.getByRole("button", { name: en[word], exact: true }).click(WAIT);
      const options = id === "deficit-projections" ? "" : `target=${target.id}`;
      const there = panel().getByRole("button", { name: en.chartUpdate, exact: true });
      const fresh = panel().getByRole("button", { name: en.chartInsert, exact: true });
      await there.or(fresh).and(frame.locator(":enabled")).waitFor(WAIT);
      if (await there.isVisible()) {
        const [sheet = ""] = await panel().getByText("This chart is on the sheet").allInnerTexts();
        await showSheet(page, /“(.*)”/.exec(sheet)?.[1] ?? "");
        await insert(en.chartUpdate, "Updated on the sheet");
      } else await insert(en.chartInsert, "Inserted at");
      await expectChart(page, id, options);
    },
    60_000,
  );

  test.each([
    "=1+1",
    '=HYPERLINK("https://example.com")',
    "+1",
    "-1",
    "@SUM(A1)",
    "<img src=x onerror=alert(1)>",
  ])(
    "a target of one's own that is called %s has that as its name",
    async (name) => {
      const { page } = bench;
      await showSheet(page, "Scratch");
      await put(page, { W60: "30000" });
      await select(page, "S60");
      await showTab(bench, en.targets);
      const own = frame.getByRole("region", { name: en.ownTitle, exact: true });
      await own.getByLabel(en.ownName, { exact: true }).fill(name, WAIT);
      await own.getByLabel(en.ownBase, { exact: true }).fill("20,000", WAIT);
      await own.getByLabel(en.ownBaseDate, { exact: true }).fill("2023-04-01", WAIT);
      await own.getByLabel(en.ownTarget, { exact: true }).fill("=W60", WAIT);
      await own.getByLabel(en.ownDeadline, { exact: true }).fill("FY2030", WAIT);
      await press(bench, en.ownInsert);
      const again = own.getByRole("button", { name: "Overwrite" });
      await again.or(own.getByText("Inserted at")).waitFor(WAIT);
      if (await again.isVisible()) await again.click(WAIT);
      await own.getByText("Inserted at 'Scratch'!S60").waitFor(WAIT);
      await settled(page);
      expect(await read(page, "S60")).toMatchObject({ value: name, text: name });
      expect(await formulasIn(page, "S60:S69")).toBe(false);
      expect(await frame.locator("[src=x], [onerror]").count()).toBe(0);
      expect(await formulas(page, "T63", "T65")).toEqual(["=W60", '=DIGITRADE.PACE(T61,T62,T63,T64,"gap")']);
      expect(await read(page, "T65")).toMatchObject({ value: 10000 });
    },
    60_000,
  );
});
