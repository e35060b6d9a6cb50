import type { Browser, Frame, FrameLocator, Page } from "playwright-core";

import type { TestAccess } from "../../src/workbench/page/test-access";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";

const WAIT = { timeout: 20_000 };

let browser: Browser | undefined;
let built: BuiltPage | undefined;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly problems: string[];
}

async function open(): Promise<Opened> {
  if (!browser || !built) throw new Error("The browser or the page did not start.");
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(built.server.url);
  await page.waitForFunction(
    () => (globalThis as { digitrade?: unknown }).digitrade !== undefined,
    undefined,
    WAIT,
  );
  await settled(page);
  return { page, pane: page.frameLocator(".pane-frame"), problems };
}

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as { digitrade?: TestAccess }).digitrade?.settled());

const read = (page: Page, address: string): Promise<ReturnType<TestAccess["read"]>> =>
  page.evaluate((at) => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    if (!digitrade) throw new Error("The page is not ready.");
    return digitrade.read(at);
  }, address);

async function select(page: Page, col: number, row: number): Promise<void> {
  await page.evaluate(
    ({ col, row }) => {
      const { digitrade } = globalThis as { digitrade?: TestAccess };
      if (!digitrade) throw new Error("The page is not ready.");
      const { model } = digitrade;
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (sheetIdFrom !== "scratch") model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: "scratch" });
      model.selection.selectCell(col, row);
    },
    { col, row },
  );
}

function paneFrame(page: Page): Frame {
  const frame = page.frames().find((f) => f.url().includes("taskpane"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

async function insertFromPane({ page, pane }: Opened): Promise<void> {
  await pane.locator("input").first().fill("digital deficit");
  await pane.getByRole("checkbox").first().click(WAIT);
  await pane.getByRole("button", { name: "Build formula" }).click(WAIT);
  await pane.getByRole("button", { name: "Insert as formula" }).click(WAIT);
  await pane.getByText("Inserted at").waitFor(WAIT);
  await settled(page);
}

test("a series found in the pane lands in the grid, computed by the real runtime, and the pane says where", async () => {
  const opened = await open();
  const { page, problems } = opened;
  await select(page, 1, 1);
  await insertFromPane(opened);
  expect(await read(page, "Scratch!B2")).toMatchObject({ value: "Period" });
  expect((await read(page, "Scratch!C2")).text).toContain("JPY billion");
  expect(await read(page, "Scratch!B3")).toMatchObject({ value: 2015 });
  expect(await read(page, "Scratch!C3")).toMatchObject({ value: -2504 });
  expect(await read(page, "Scratch!C5")).toMatchObject({
    value: "#N/A",
    message: expect.stringContaining("3 of 12 months"),
  });
  const strange = await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    const wire = digitrade?.host.wire;
    return { ignored: [...(wire?.ignored ?? [])], unread: [...(wire?.unread ?? [])] };
  });
  // Nothing that the add-in asked of Excel was merely swallowed by the host.
  expect(strange).toEqual({ ignored: [], unread: [] });
  expect(problems).toEqual([]);
  await page.close();
}, 90_000);

test("the pane asks before cells are overwritten", async () => {
  const opened = await open();
  const { page, pane } = opened;
  await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    digitrade?.model.dispatch("UPDATE_CELL", { sheetId: "scratch", col: 1, row: 4, content: "mine" });
  });
  await select(page, 1, 1);
  await pane.locator("input").first().fill("digital deficit");
  await pane.getByRole("checkbox").first().click(WAIT);
  await pane.getByRole("button", { name: "Build formula" }).click(WAIT);
  await pane.getByRole("button", { name: "Insert as formula" }).click(WAIT);
  await pane.getByText("B5").first().waitFor(WAIT);
  expect(await read(page, "Scratch!B5")).toMatchObject({ value: "mine" });
  expect(await read(page, "Scratch!B2")).toMatchObject({ value: null });
  await page.close();
}, 90_000);

test("a headline is checked, its cells are inserted, and each of them says where it comes from", async () => {
  const { page, pane, problems } = await open();
  await select(page, 1, 1);
  await pane.getByRole("tab", { name: "Check", exact: true }).click(WAIT);
  await pane.getByRole("button", { name: "Use an example" }).click(WAIT);
  await pane.getByText("Not the average of 2023").waitFor(WAIT);
  await pane.getByRole("button", { name: "Insert as cells" }).click(WAIT);
  await pane.getByText("Inserted at").waitFor(WAIT);
  await settled(page);
  expect((await read(page, "Scratch!C5")).text).toBe("158.754");
  expect((await read(page, "Scratch!C10")).text).toBe("158.770");
  await pane.getByRole("tab", { name: "Cell", exact: true }).click(WAIT);
  await select(page, 2, 13);
  await pane.getByText("of 2024-06-21 · Bank of Japan, Tokyo 17:00").waitFor(WAIT);
  // The cell below it is empty, and the pane follows without a click.
  await select(page, 2, 14);
  await pane.getByText("C15 is empty.").waitFor(WAIT);
  expect(problems).toEqual([]);
  await page.close();
}, 90_000);

test("a preferred currency starts new formulas", async () => {
  const { page, pane, problems } = await open();
  await pane.getByRole("tab", { name: "Settings", exact: true }).click(WAIT);
  await pane.getByLabel("Display currency").selectOption("USD", WAIT);
  await pane.getByRole("tab", { name: "Find", exact: true }).click(WAIT);
  await pane.locator("input").first().fill("digital deficit");
  await pane.getByRole("checkbox").first().click(WAIT);
  await pane.getByRole("button", { name: "Build formula" }).click(WAIT);
  expect(await pane.getByRole("textbox", { name: "Formula" }).inputValue(WAIT)).toContain("fx=USD");
  expect(problems).toEqual([]);
  await page.close();
}, 90_000);

test("the edition travels in the workbook: a reloaded pane answers from it", async () => {
  const opened = await open();
  const { page } = opened;
  await select(page, 1, 1);
  await insertFromPane(opened);
  const parts = (): Promise<readonly string[]> =>
    paneFrame(page).evaluate(() =>
      Excel.run(async (context) => {
        const all = context.workbook.customXmlParts;
        all.load("items/namespaceUri");
        await context.sync();
        return all.items.map((part) => part.namespaceUri);
      }),
    );
  const before = await parts();
  expect(before.some((uri) => uri.includes("digitrade"))).toBe(true);
  await paneFrame(page).evaluate(() => location.reload());
  await page.frameLocator(".pane-frame").locator("input").first().waitFor(WAIT);
  expect(await parts()).toEqual(before);
  await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    digitrade?.host.recalculate();
  });
  await settled(page);
  expect(await read(page, "Scratch!C3")).toMatchObject({ value: -2504 });
  await page.close();
}, 90_000);

test("a chart inserted through Office.js stands in the workbook with its type, title and ranges", async () => {
  const { page } = await open();
  const made = await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Scratch");
      sheet.getRange("H1:J4").formulas = [
        ["Year", "Digital", "Travel"],
        ["y2014", -2.02, -0.04],
        ["y2015", -2.5, 1.09],
        ["y2016", -2.5, 1.33],
      ];
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("H1:J4"), "Columns");
      chart.name = "balance";
      chart.title.text = "Tourism against digital";
      chart.series.getItemAt(1).chartType = "Line";
      chart.load("name,chartType");
      chart.series.load("items/name,items/chartType");
      chart.title.load("text");
      await context.sync();
      return {
        name: chart.name,
        type: chart.chartType,
        title: chart.title.text,
        series: chart.series.items.map((s) => [s.name, s.chartType]),
      };
    }),
  );
  expect(made).toEqual({
    name: "balance",
    type: "ColumnStacked",
    title: "Tourism against digital",
    series: [
      ["Digital", "ColumnStacked"],
      ["Travel", "Line"],
    ],
  });
  await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    const { model } = digitrade ?? {};
    if (!model) throw new Error("The page is not ready.");
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: "scratch" });
  });
  await page.locator(".o-figure canvas").first().waitFor(WAIT);
  const definitions = await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    const getters = digitrade?.model.getters;
    return getters?.getChartIds("scratch").map((id) => JSON.stringify(getters.getChartDefinition(id)));
  });
  expect(definitions).toHaveLength(1);
  expect(definitions?.[0]).toContain("I1:I4");
  expect(definitions?.[0]).toContain("H1:H4");
  await page.close();
}, 90_000);
