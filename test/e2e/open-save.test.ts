/** Opening real workbooks in the workbench, changing them there, and saving them: what the download holds, part by part. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";

import { openPackage } from "../../src/xlsx/package";
import type { CellValue } from "../../src/xlsx/cells";
import { readBook } from "../../src/xlsx/read-book";
import { cellName } from "../../src/file/address";
import { en } from "../../src/pane/words/en";
import type { TestAccess } from "../../src/workbench/page/test-access";
import { parseCellName } from "../../src/workbench/sheet/address";
import { workbookFile } from "../xlsx/workbook-file";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import {
  openWorkbench,
  paneFrame,
  press,
  says,
  settled,
  showTab,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

declare const digitrade: TestAccess;

let browser: Browser | undefined;
let built: BuiltPage | undefined;
let bench: WorkbenchPage;

const CORPUS = join(__dirname, "../fixtures/xlsx");
const TRADE = "libreoffice-charts.xlsx";
const corpus = (name: string): Buffer => readFileSync(join(CORPUS, name));

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
}, 240_000);

beforeEach(async () => {
  if (!browser || !built) throw new Error("The browser or the page did not start.");
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  bench = await openWorkbench(context, built.server.url);
}, 60_000);

afterEach(async () => {
  expect(bench.problems).toEqual([]);
  // The page asks before it is left with unsaved changes; nobody answers here.
  await bench.page.context().close();
});

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

const notice = (): ReturnType<Page["locator"]> => bench.page.locator("#notice");

/** Chooses a file; resolves when the bar shows its name and all its cells are answered. */
async function open(name: string, buffer: Buffer = corpus(name)): Promise<void> {
  const { page } = bench;
  await choose(name, buffer);
  await page.waitForFunction((title) => document.title.startsWith(title), name, WAIT);
  await bench.pane.getByRole("tab").first().waitFor(WAIT);
  await settled(page);
}

const choose = (name: string, buffer: Buffer): Promise<void> =>
  bench.page.setInputFiles("#bar input[type=file]", {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });

/** Saves with the keyboard and takes the download. */
async function save(button?: string): Promise<{ readonly name: string; readonly file: Uint8Array }> {
  const { page } = bench;
  const [download] = await Promise.all([
    page.waitForEvent("download", WAIT),
    button === undefined
      ? page.keyboard.press("Control+s")
      : page.getByRole("button", { name: button, exact: true }).click(WAIT),
  ]);
  return { name: download.suggestedFilename(), file: new Uint8Array(readFileSync(await download.path())) };
}

const partsOf = (file: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => !name.endsWith("/"))
      .map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );

/** The names of the parts that are not the same in both files, in order. */
function differing(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name])
    .sort();
}

interface FileCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** A cell of a file: `Figures!B7`. */
function cellOf(file: Uint8Array, address: string): FileCell | undefined {
  const [name, at] = address.split("!");
  const cells = readBook(openPackage(file)).sheets.find((sheet) => sheet.name === name)?.cells ?? [];
  const found = cells.find(({ row, column }) => cellName(row, column) === at);
  return found && { value: found.value, ...(found.formula && { formula: found.formula.text }) };
}

async function select(name: string): Promise<void> {
  const place = parseCellName(name);
  if (!place) throw new Error(`${name} is no cell.`);
  await bench.page.evaluate(({ col, row }) => {
    digitrade.model.selection.selectCell(col, row);
  }, place);
}

/** With the mouse, as a person goes back to the sheet from the pane. */
async function clickCell(name: string): Promise<void> {
  const place = parseCellName(name);
  if (!place) throw new Error(`${name} is no cell.`);
  const { page } = bench;
  const spot = await page.evaluate(({ col, row }) => {
    const { getters } = digitrade.model;
    const rect = (c: number, r: number) => getters.getVisibleRect({ left: c, right: c, top: r, bottom: r });
    const [first, cell] = [rect(0, 0), rect(col, row)];
    return { x: cell.x - first.x + cell.width / 2, y: cell.y - first.y + cell.height / 2 };
  }, place);
  await page
    .locator(".o-grid-overlay")
    .first()
    .click({ position: spot, ...WAIT });
}

const read = (address: string): Promise<ReturnType<TestAccess["read"]>> =>
  bench.page.evaluate((at) => digitrade.read(at), address);

const insertRow = (): Promise<void> =>
  bench.page.evaluate(() => {
    const sheetId = digitrade.model.getters.getActiveSheetId();
    const sheetName = digitrade.model.getters.getSheetName(sheetId);
    digitrade.model.dispatch("ADD_COLUMNS_ROWS", {
      ...{ sheetId, sheetName, dimension: "ROW", base: 2, position: "before", quantity: 1 },
    });
  });

const isMarkedAsChanged = (): Promise<boolean> =>
  bench.page.evaluate(() => document.querySelector(".bar-file-changed") !== null);

test("a file is opened with its formulas, chart and hidden sheet; cells are typed and inserted; only those parts change", async () => {
  const { page, pane } = bench;
  const file = corpus(TRADE);
  await open(TRADE);
  expect(await read("Figures!E2")).toMatchObject({ value: expect.closeTo(-28.44, 2) });
  // A formula of ours that showed #NAME? in the file answers here.
  expect(await read("Figures!G2")).toMatchObject({ value: -5_345_200_000_000 });
  const shown = await page.evaluate(() => {
    const { getters } = digitrade.model;
    const [first = "", second = ""] = getters.getSheetIds();
    return { charts: getters.getChartIds(first).length, isSeen: getters.isSheetVisible(second) };
  });
  expect(shown).toEqual({ charts: 1, isSeen: false });
  expect(await isMarkedAsChanged()).toBe(false);

  await select("A30");
  await pane.locator("input").first().fill("digital deficit");
  await pane.getByRole("checkbox").first().click(WAIT);
  await pane.getByRole("button", { name: "Build formula" }).click(WAIT);
  await pane.getByRole("button", { name: "Insert as formula" }).click(WAIT);
  await says(bench, "Inserted at 'Figures'!A30");
  await settled(page);
  await select("B7");
  await clickCell("B7");
  // What is being typed when somebody saves is saved.
  // On a busy machine the first keys come before the editor stands, which then opens what is in the cell.
  await page.keyboard.press("Delete");
  await page.keyboard.type("-6.5");
  expect(await isMarkedAsChanged()).toBe(true);
  const saved = await save();
  expect(saved.name).toBe(TRADE);
  await notice().getByText(`${TRADE} was saved to your downloads.`).waitFor(WAIT);
  expect(await isMarkedAsChanged()).toBe(false);

  expect(cellOf(saved.file, "Figures!B7")).toEqual({ value: -6.5 });
  expect(cellOf(saved.file, "Figures!G1")).toEqual({ value: -26, formula: "SUM(Figures!$B$2:$B$7)" });
  expect(cellOf(saved.file, "Hidden!A1")).toEqual({ value: -26, formula: "Figures!G1" });
  expect(cellOf(saved.file, "Figures!G2")).toEqual({
    value: -5_345_200_000_000,
    formula: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)',
  });
  expect(cellOf(saved.file, "Figures!A30")).toMatchObject({
    value: "Period",
    formula: expect.stringMatching(/^_xldudf_DIGITRADE_HISTORY\("JP\.DIGITAL/),
  });
  expect(differing(file, saved.file)).toEqual([
    "[Content_Types].xml",
    "customXml/_rels/item1.xml.rels",
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/charts/chart1.xml",
    "xl/metadata.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
  ]);

  await open("again.xlsx", Buffer.from(saved.file));
  expect(await read("Figures!B7")).toMatchObject({ value: -6.5 });
  expect(await read("Figures!A30")).toMatchObject({ value: "Period" });
}, 90_000);

test("rows that were inserted are refused by name; undone, the file is saved as it was; or everything as a new workbook", async () => {
  await open(TRADE);
  await insertRow();
  await bench.page.keyboard.press("Control+s");
  await notice().getByText(`Not saved: ${TRADE} cannot keep these changes`).waitFor(WAIT);
  expect(await notice().locator("li").allInnerTexts()).toEqual(["rows were inserted on the sheet Figures"]);
  const fresh = await save("Save as a new workbook");
  expect(fresh.name).toBe("libreoffice-charts (DigiTrade).xlsx");
  const book = readBook(openPackage(fresh.file));
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Figures", "visible"],
    ["Hidden", "hidden"],
  ]);
  expect(cellOf(fresh.file, "Figures!B3")).toBeUndefined();
  expect(cellOf(fresh.file, "Figures!B8")).toEqual({ value: -5.1 });
  expect(cellOf(fresh.file, "Figures!G1")).toEqual({ value: -24.6, formula: "SUM(Figures!$B$2:$B$8)" });
  expect(cellOf(fresh.file, "Figures!G2")).toMatchObject({
    formula: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)',
  });
  expect(book.names.map(({ name }) => name)).toContain("Rate");
}, 60_000);

test("what was undone is no change", async () => {
  await open(TRADE);
  const before = await save();
  await insertRow();
  expect(await isMarkedAsChanged()).toBe(true);
  await bench.page.evaluate(() => {
    digitrade.host.undo();
  });
  expect(await isMarkedAsChanged()).toBe(false);
  expect(differing(before.file, (await save()).file)).toEqual([]);
}, 60_000);

test("a hostile file, and one that is no workbook, are refused with a sentence; what is open stays", async () => {
  await open(TRADE);
  const entities = workbookFile({
    parts: {
      "xl/worksheets/sheet1.xml":
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    },
  });
  for (const [buffer, words] of [
    [Buffer.from(entities), "defines entities, which no workbook does; do not use it"],
    [Buffer.from("Year,Balance\n2023,-5.3\n"), "it is not an Excel workbook; save it as .xlsx in Excel"],
  ] as const) {
    await choose("bad.xlsx", buffer);
    await notice().getByText(words).waitFor(WAIT);
    expect(await bench.page.locator(".bar-file-name").innerText()).toBe(TRADE);
    expect(await read("Figures!A1")).toMatchObject({ value: "Year" });
  }
}, 60_000);

test("unsaved changes are asked about before another file is opened", async () => {
  const { page } = bench;
  await page.evaluate(() => {
    digitrade.model.dispatch("UPDATE_CELL", { sheetId: "scratch", col: 0, row: 0, content: "mine" });
  });
  await choose(TRADE, corpus(TRADE));
  await page.getByRole("button", { name: "Cancel", exact: true }).click(WAIT);
  expect(await read("Scratch!A1")).toMatchObject({ value: "mine" });
  await choose(TRADE, corpus(TRADE));
  await page.getByRole("button", { name: "Discard and open" }).click(WAIT);
  await page.waitForFunction((title) => document.title.startsWith(title), TRADE, WAIT);
  expect(await read("Figures!A1")).toMatchObject({ value: "Year" });
}, 60_000);

test("a file that is dropped on the sheet is opened", async () => {
  const { page } = bench;
  const bytes = [...corpus("exceljs-image.xlsx")];
  await page.evaluate((all) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(all)], "dropped.xlsx"));
    document
      .querySelector("#grid")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  }, bytes);
  await page.waitForFunction(() => document.title.startsWith("dropped.xlsx"), undefined, WAIT);
  await notice().getByText("Not shown here, but kept in the file: Picture 1 (Picture).").waitFor(WAIT);
}, 60_000);

test("formulas that were frozen before saving are brought back in the reopened file", async () => {
  await open(TRADE);
  await showTab(bench, "Refresh");
  await press(bench, "Freeze 1 formula");
  await says(bench, /^Turn 1 formula into its value\?/);
  await press(bench, "Freeze 1 formula");
  await says(bench, /^1 formulas? (?:is a value|are values) now/);
  const frozen = await save();
  expect(cellOf(frozen.file, "Figures!G2")).toEqual({ value: -5_345_200_000_000 });

  await open("frozen.xlsx", Buffer.from(frozen.file));
  expect(await read("Figures!G2")).toMatchObject({ value: -5_345_200_000_000 });
  await showTab(bench, "Refresh");
  await press(bench, "Thaw");
  await says(bench, /^1 formulas? (?:is|are) back/);
  await settled(bench.page);
  const thawed = await save();
  expect(cellOf(thawed.file, "Figures!G2")).toEqual({
    value: -5_345_200_000_000,
    formula: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)',
  });
  expect(readBook(openPackage(thawed.file)).names.filter(({ name }) => name.includes("Frozen"))).toEqual([]);
}, 90_000);

test("a chart that the pane inserts into an opened file is in the saved file, and is found there again", async () => {
  await open("exceljs-image.xlsx");
  await insertChart();
  const saved = await save();
  const names = Object.keys(partsOf(saved.file));
  expect(
    names.filter((name) => /^xl\/(?:charts\/chart|worksheets\/sheet)\d+\.xml$/.test(name)).sort(),
  ).toEqual(["xl/charts/chart1.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  expect(differing(corpus("exceljs-image.xlsx"), saved.file)).not.toContain("xl/worksheets/sheet1.xml");
  await open("again.xlsx", Buffer.from(saved.file));
  await showTab(bench, en.charts);
  await chooseChart();
  await says(bench, /^This chart is on the sheet “Digital balance by year”\./);
}, 90_000);

test("the start workbook with an inserted chart is written whole, and opens again", async () => {
  await insertChart();
  const saved = await save();
  expect(saved.name).toBe("DigiTrade.xlsx");
  const book = readBook(openPackage(saved.file));
  expect(book.sheets.map(({ name }) => name).slice(0, 2)).toEqual(["Start here", "Exchange rates"]);
  expect(cellOf(saved.file, "Start here!C18")).toMatchObject({
    value: expect.closeTo(5.3452, 4),
    formula: '_xldudf_DIGITRADE_DEFICIT("JP",2023,,"unit=tn")',
  });
  expect(Object.keys(partsOf(saved.file)).filter((name) => name.startsWith("xl/charts/"))).toEqual([
    "xl/charts/chart1.xml",
  ]);
  await open("again.xlsx", Buffer.from(saved.file));
  expect(await read("Start here!C15")).toMatchObject({ text: "12.9%" });
  await showTab(bench, en.charts);
  await chooseChart();
  await says(bench, /^This chart is on the sheet “Digital balance by year”\./);
}, 90_000);

async function chooseChart(): Promise<void> {
  const panel = paneFrame(bench.page).locator("#panel-charts");
  await panel.locator("li > button").filter({ hasText: "Digital balance by year" }).first().click(WAIT);
  await panel.getByRole("heading", { name: "Digital balance by year", exact: true }).waitFor(WAIT);
}

async function insertChart(): Promise<void> {
  await showTab(bench, en.charts);
  await chooseChart();
  await press(bench, en.chartInsert);
  await says(bench, /^Inserted at 'Digital balance by year'/);
  await settled(bench.page);
}
