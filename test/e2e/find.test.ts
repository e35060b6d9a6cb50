/** Finding series in the pane, and bringing them into cells: as a formula, as values, as both. */
import type { Browser, Locator } from "playwright-core";

import { ENTRIES } from "../../src/catalog/catalog";
import type { Entry } from "../../src/catalog/entry";
import { search } from "../../src/catalog/search";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import {
  clear,
  formulas,
  openWorkbench,
  press,
  put,
  read,
  says,
  select,
  settled,
  values,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

let browser: Browser | undefined;
let built: BuiltPage | undefined;
let bench: WorkbenchPage;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  bench = await openWorkbench(context, built.server.url);
}, 240_000);

afterEach(async () => {
  expect(bench.problems.splice(0)).toEqual([]);
  await clear(bench.page);
});

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

const panel = (): Locator => bench.pane.locator("#panel-find");

const look = (words: string): Promise<void> =>
  bench.pane.getByRole("searchbox", { name: "Find series" }).fill(words, WAIT);
const choose = (label: string, value: string): Promise<readonly string[]> =>
  bench.pane.getByRole("combobox", { name: label, exact: true }).selectOption(value, WAIT);

/** What is shown of the series found, by their ids, as soon as so many are. */
async function found(n: number): Promise<readonly string[]> {
  await panel()
    .getByRole("status")
    .filter({ hasText: `${n} series found` })
    .waitFor(WAIT);
  return panel()
    .getByRole("list", { name: "Series found" })
    .getByText(/^[A-Z]+\.[A-Z0-9.]+$/)
    .allInnerTexts();
}

/** Chooses series by their titles, and these years of them. */
async function build(words: string, titles: readonly string[], from: string, to: string): Promise<void> {
  await look(words);
  for (const name of titles) await bench.pane.getByRole("checkbox", { name, exact: true }).click(WAIT);
  await press(bench, "Build formula");
  await choose("Period", "between");
  await bench.pane.getByRole("textbox", { name: "From" }).fill(from, WAIT);
  await bench.pane.getByRole("textbox", { name: "To (empty: latest)" }).fill(to, WAIT);
}

async function done(): Promise<void> {
  await press(bench, "Back to search");
  await press(bench, "Clear");
}

const formula = (): Promise<string> =>
  bench.pane.getByRole("textbox", { name: "Formula", exact: true }).inputValue(WAIT);

/** Inserts at a cell, and waits until the pane says where and all is calculated. */
async function insert(button: string, cell: string, area: string): Promise<void> {
  await select(bench.page, cell);
  await press(bench, button);
  await says(bench, `Inserted at 'Scratch'!${area}.`);
  await settled(bench.page);
}

const FIRST_SHOWN = 8;
const idsFor = (words: string, wanted: (entry: Entry) => boolean = () => true): readonly string[] =>
  search(words, ENTRIES.length)
    .filter(wanted)
    .map(({ id }) => id);

test("words in English and in Japanese find series; each says what it is before it is inserted", async () => {
  for (const [words, first, other] of [
    // The basket before its parts, balances before receipts.
    ["cloud", "JP.DIGITAL.NET", "JP.COMPUTER.NET"],
    ["クラウド", "JP.DIGITAL.NET", "JP.COMPUTER.NET"],
    ["広告", "JP.DIGITAL.NET", "JP.CONSULTING.NET"],
    ["米国債 日本", "TIC.JP", "TIC.JP"],
  ] as const) {
    const ids = idsFor(words);
    await look(words);
    const shown = await found(ids.length);
    expect(shown).toEqual(ids.slice(0, FIRST_SHOWN));
    expect(shown[0]).toBe(first);
    expect(shown).toContain(other);
  }
  const item = panel().getByRole("listitem").first();
  await item.getByText("2000-03 to 2026-07 · published 2026-03-18 · built in").waitFor(WAIT);
  expect(await item.innerText()).toMatch(/TIC\.JP · USD · monthly\n.*\nUS Treasury, TIC.*\nPublic domain/);
  await look("unicorns");
  await says(bench, "No series has all of these words. Try fewer or other words.");
}, 60_000);

test("what is found is narrowed by country, measure and source, with and without words", async () => {
  await look("japan");
  const all = idsFor("japan");
  expect((await found(all.length))[0]).toBe("JP.DIGITAL.NET");
  await choose("Measure", "stock");
  const stocks = idsFor("japan", ({ measure }) => measure === "stock");
  expect(await found(stocks.length)).toEqual(stocks.slice(0, FIRST_SHOWN));
  expect(stocks).toContain("TIC.JP");
  await look("");
  await choose("Measure", "");
  await choose("Country", "IE");
  await choose("Source", "tic");
  // A holder stands under its country; of Ireland's the Treasury has one series.
  await says(bench, "1 series found");
  expect(await panel().getByRole("list", { name: "Series found" }).innerText()).toMatch(/TIC\.IE · USD/);
  // Only what the other choices leave is offered.
  const offered = bench.pane.getByRole("combobox", { name: "Measure", exact: true }).getByRole("option");
  expect(await offered.allInnerTexts()).toEqual(["Any", "Stocks"]);
  await choose("Country", "");
  await choose("Source", "");
  await says(bench, "Try");
}, 60_000);

test("a formula is built, tried and inserted; of several series it is one PANEL", async () => {
  await build(
    "JP.COMPUTER",
    ["Japan: computer services, balance", "Japan: computer services, receipts"],
    "2014",
    "2016",
  );
  const wanted = '=DIGITRADE.PANEL("JP.COMPUTER.NET,JP.COMPUTER.CREDIT",2014,2016,"freq=A;unit=bn")';
  expect(await formula()).toBe(wanted);
  const preview = bench.pane.getByRole("region", { name: "Preview" });
  await preview.getByText("Fills 4 × 3 cells").waitFor(WAIT);
  expect(await preview.getByRole("row", { name: /^2016/ }).innerText()).toBe("2016\t-979.70\t252.20");
  await insert("Insert as formula", "B2", "B2:D5");
  expect(await formulas(bench.page, "B2", "C3")).toEqual([wanted, undefined]);
  // The Bank of Japan's months of 2016 added up, by 100 million yen: −9,797 and 2,522.
  expect(await values(bench.page, "B2", "B5", "C5", "D5")).toEqual(["Period", 2016, -979.7, 252.2]);
  expect(await values(bench.page, "C2")).toEqual([
    expect.stringMatching(/^Japan: computer services, balance · JPY billion · flow, by year · /),
  ]);

  // In dollars, each month at its own rate; the formula that stands is replaced only after a word.
  await choose("Currency", "USD");
  await choose("Exchange rate", "avg");
  expect(await formula()).toContain("freq=A;fx=USD;unit=bn;basis=avg");
  await press(bench, "Insert as formula");
  await says(bench, /^At 'Scratch'!B2:D5 these cells have contents that would be lost: /);
  await press(bench, "Cancel");
  expect((await read(bench.page, "C5")).value).toBe(-979.7);
  await press(bench, "Insert as formula");
  await press(bench, "Overwrite 12 cells");
  await says(bench, "Inserted at 'Scratch'!B2:D5.");
  await settled(bench.page);
  expect((await read(bench.page, "C5")).value).toBeCloseTo(-9.0355, 4);
  await choose("Currency", "");
  await done();
}, 60_000);

test("values stand as they are now, with their words, dates and gaps; both stand beside each other", async () => {
  await build("JP.DIGITAL.NET", ["Japan: digital trade (3 items), balance"], "2015", "2018");
  await insert("As values", "B2", "B2:C6");
  const inserted = ["B2", "B3", "C3", "C4", "C5"] as const;
  // 2017 has three months only.
  const wanted = ["Period", 2015, -2504, -2503.6, "#N/A"];
  expect(await values(bench.page, ...inserted)).toEqual(wanted);
  expect(await formulas(bench.page, ...inserted)).toEqual(inserted.map(() => undefined));

  await insert("Both", "B9", "B9:F13");
  expect(await formulas(bench.page, "B9", "E9")).toEqual([
    '=DIGITRADE.HISTORY("JP.DIGITAL.NET",2015,2018,"freq=A;unit=bn")',
    undefined,
  ]);
  expect(await values(bench.page, "B9", "B10", "C10", "C11", "C12")).toEqual(wanted);
  expect(await values(bench.page, "E9", "E10", "F10", "F11", "F12")).toEqual(wanted);
  expect(await values(bench.page, "D9", "D13")).toEqual([null, null]);
  await done();

  await build("TIC.JP", ["US Treasury securities held by Japan"], "2024-11", "2024-12");
  await choose("Frequency", "M");
  await insert("As values", "H2", "H2:I4");
  expect(await values(bench.page, "I3", "I4")).toEqual([1087.1, 1061.5]);
  expect((await read(bench.page, "H4")).text).toBe("2024-12-31");

  // A cell of somebody's own is lost only after a word, as with formulas.
  await put(bench.page, { H12: "mine" });
  await select(bench.page, "H10");
  await press(bench, "As values");
  await says(bench, "At 'Scratch'!H10:I12 these cells have contents that would be lost: H12");
  await press(bench, "Cancel");
  expect(await values(bench.page, "H10", "H12")).toEqual([null, "mine"]);
  // Of what is more than one call of ours nobody knows the values beforehand.
  await bench.pane.getByRole("textbox", { name: "Formula", exact: true }).fill("=1+1", WAIT);
  expect(await bench.pane.getByRole("button", { name: "As values" }).isEnabled()).toBe(false);
  await done();
}, 60_000);
