import type { Browser, Page } from "playwright-core";

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
  readonly problems: string[];
  readonly strangers: string[];
}

async function open(query = "", options: Parameters<Browser["newPage"]>[0] = {}): Promise<Opened> {
  if (!browser || !built) throw new Error("The browser or the page did not start.");
  const { url } = built.server;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  const problems: string[] = [];
  const strangers: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  await page.goto(`${url}${query}`);
  await page.waitForFunction(
    () => (globalThis as { digitrade?: unknown }).digitrade !== undefined,
    undefined,
    WAIT,
  );
  await settled(page);
  return { page, problems, strangers };
}

type Cell = ReturnType<TestAccess["read"]>;

const read = (page: Page, address: string): Promise<Cell> =>
  page.evaluate((at) => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    if (!digitrade) throw new Error("The page is not ready.");
    return digitrade.read(at);
  }, address);

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as { digitrade?: TestAccess }).digitrade?.settled());

async function type(
  page: Page,
  cell: { col: number; row: number },
  sheetId: string,
  text: string,
): Promise<void> {
  await page.evaluate(
    ({ col, row, sheetIdTo }) => {
      const { digitrade } = globalThis as { digitrade?: TestAccess };
      if (!digitrade) throw new Error("The page is not ready.");
      const { model } = digitrade;
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (sheetIdFrom !== sheetIdTo) model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo });
      model.selection.selectCell(col, row);
    },
    { ...cell, sheetIdTo: sheetId },
  );
  // On a busy machine the first keys come before the editor stands, which then opens what is in the cell.
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await settled(page);
}

test("the start sheet tells the story with live figures, from this server alone", async () => {
  const { page, problems, strangers } = await open();
  expect(await read(page, "C9")).toMatchObject({ text: "158.754" });
  expect(await read(page, "C12")).toMatchObject({ text: "38.02 bn" });
  expect(await read(page, "C14")).toMatchObject({ text: "33.67 bn" });
  expect(await read(page, "C18")).toMatchObject({ text: "5.3452 tn" });
  expect(await read(page, "C19")).toMatchObject({ text: "5.5360 tn" });
  expect(await read(page, "C22")).toMatchObject({ text: "-5.5360 tn" });
  expect(await read(page, "C23")).toMatchObject({
    value: "#N/A",
    message: expect.stringContaining("21 June 2024"),
  });
  expect(await read(page, "C28")).toMatchObject({ text: "2.13" });
  expect(await read(page, "C31")).toMatchObject({
    value: "#N/A",
    message: expect.stringContaining("3 of 12 months"),
  });
  expect((await read(page, "D32")).text).toContain("3 of 12 months");
  expect(problems).toEqual([]);
  expect(strangers).toEqual([]);
  await page.close();
}, 60_000);

test("no start sheet has an error that it does not speak of", async () => {
  const { page } = await open();
  const errors = await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    if (!digitrade) throw new Error("The page is not ready.");
    const { getters } = digitrade.model;
    return getters
      .getSheetIds()
      .flatMap((id) => getters.getEvaluatedCells(id).map((cell) => ({ id, value: cell.value })))
      .filter(({ value }) => typeof value === "string" && /^#(?!N\/A)/.test(value));
  });
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test("a typed formula answers, spills, and follows its inputs", async () => {
  const { page, problems } = await open();
  await type(page, { col: 0, row: 0 }, "scratch", "2023");
  await type(page, { col: 1, row: 0 }, "scratch", '=DIGITRADE.DEFICIT("JP",A1,"USD","unit=bn")');
  // Plain numbers, as in Excel: the cell has the whole value and no format of ours.
  expect((await read(page, "Scratch!B1")).value).toBeCloseTo(38.0202, 4);
  await type(page, { col: 0, row: 0 }, "scratch", "2017");
  expect(await read(page, "Scratch!B1")).toMatchObject({ value: "#N/A" });
  await type(
    page,
    { col: 0, row: 2 },
    "scratch",
    '=DIGITRADE.HISTORY("JP.DIGITAL.NET",2014,2015,"freq=A;unit=tn")',
  );
  expect(await read(page, "Scratch!A4")).toMatchObject({ value: 2014 });
  expect(await read(page, "Scratch!B5")).toMatchObject({ value: -2.504 });
  await type(page, { col: 3, row: 0 }, "scratch", "2015");
  await type(
    page,
    { col: 3, row: 2 },
    "scratch",
    '=DIGITRADE.HISTORY("JP.DIGITAL.NET",2014,D1,"freq=A;unit=tn;header=off")',
  );
  expect(await read(page, "Scratch!D4")).toMatchObject({ value: 2015 });
  expect(await read(page, "Scratch!D5")).toMatchObject({ value: null });
  await type(page, { col: 3, row: 0 }, "scratch", "2016");
  expect(await read(page, "Scratch!E5")).toMatchObject({ value: -2.5036 });
  expect(problems).toEqual([]);
  await page.close();
}, 60_000);

test("pointing at an error shows its sentence", async () => {
  const { page } = await open();
  const spot = await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    if (!digitrade) throw new Error("The page is not ready.");
    return digitrade.model.getters.getVisibleRect({ left: 2, right: 2, top: 22, bottom: 22 });
  });
  const overlay = await page.locator(".o-grid-overlay").first().boundingBox();
  if (!overlay) throw new Error("The grid is not shown.");
  const headers = await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    const first = digitrade?.model.getters.getVisibleRect({ left: 0, right: 0, top: 0, bottom: 0 });
    return { x: first?.x ?? 0, y: first?.y ?? 0 };
  });
  const x = overlay.x + spot.x - headers.x + spot.width / 2;
  const y = overlay.y + spot.y - headers.y + spot.height / 2;
  await page.mouse.move(x - 40, y);
  await page.mouse.move(x, y, { steps: 3 });
  const box = page.locator(".o-error-tooltip");
  await box.waitFor({ state: "visible", ...WAIT });
  expect(await box.innerText()).toContain("no vintage that old");
  await page.close();
}, 60_000);

test("the composer explains a function while it is typed", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    const { digitrade } = globalThis as { digitrade?: TestAccess };
    digitrade?.model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: "story", sheetIdTo: "scratch" });
  });
  await page.keyboard.type("=DIGITRADE.DEFICIT(");
  const help = page.locator(".o-formula-assistant-container").first();
  await help.waitFor({ state: "visible", ...WAIT });
  expect(await help.innerText()).toMatch(/area/);
  await page.close();
}, 60_000);

test.each([
  ["English", "", "Functions", "Local preview, not Excel — same functions, embedded figures"],
  [
    "Japanese",
    "?lang=ja",
    "関数一覧",
    "Excel ではないローカルプレビュー（関数は同じもの、数値は同梱データ）",
  ],
])(
  "the bar speaks %s and lists the functions",
  async (_, query, button, line) => {
    const { page } = await open(query, { viewport: { width: 360, height: 740 }, locale: "en-US" });
    expect(await page.locator(".bar-line").innerText()).toBe(line);
    const bar = await page.locator("#bar").boundingBox();
    expect(bar?.width).toBe(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole("button", { name: button }).click();
    expect(await page.locator("dialog.help").innerText()).toContain("=DIGITRADE.DEFICIT(");
    await page.close();
  },
  60_000,
);
