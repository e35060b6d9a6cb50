/** What the pane's tabs do for a person beside a workbook: Check, Cell and Settings, from the click to the cells. */
import type { Browser, BrowserContext, Locator } from "playwright-core";

import type { TestAccess } from "../../src/workbench/page/test-access";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import { changingGateway } from "./changing-gateway";
import {
  clear,
  formulas,
  openWorkbench,
  press,
  put,
  read,
  reloadPane,
  says,
  select,
  settled,
  showTab,
  values,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

declare const digitrade: TestAccess;

const asked = "2026-11-26T08:00:00.000Z";
const gateway = changingGateway([
  { id: "boj", name: "Bank of Japan", state: "live", series: 300, releases: "monthly", checked: asked },
  { id: "te", name: "Trading Economics", state: "off", series: 3, releases: "daily" },
]);
let browser: Browser | undefined;
let built: BuiltPage | undefined;
let context: BrowserContext | undefined;
let bench: WorkbenchPage;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage({ gateway: gateway.listener }), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
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

const panel = (tab: string): Locator => bench.pane.locator(`#panel-${tab}`);

describe("Check", () => {
  /** Pastes a text; what the pane shows of the amount in it that has this title. */
  const paste = async (text: string, title: string): Promise<Locator> => {
    await showTab(bench, "Check");
    await bench.pane.getByRole("textbox", { name: "Sentence to check" }).fill(text, WAIT);
    const card = bench.pane.getByRole("article", { name: title });
    await card.waitFor(WAIT);
    await says(bench, "1 amount in two currencies");
    return card;
  };

  test.each([
    ["English", "5.35 trillion yen ($33.7 billion)", "5.35 trillion yen = $33.7 billion"],
    ["Japanese", "5兆3500億円（337億ドル）", "5兆3500億円 = 337億ドル"],
  ])(
    "the rate in a sentence in %s is found, and where it comes from",
    async (_, text, title) => {
      const card = await paste(text, title);
      const told = await card.innerText();
      expect(told).toContain("158.754 JPY per USD");
      expect(told).toContain("158.370 to 159.138, by the rounding of the text");
      expect(told).toContain("Not the average of 2023: the rates of single days fit.");
      const day = card
        .getByRole("list", { name: "Rates that fit, nearest first" })
        .getByRole("listitem")
        .filter({ hasText: "Bank of Japan, Tokyo 17:00" })
        .first();
      expect((await day.innerText()).replaceAll(/\s+/g, " ")).toBe(
        "2024-06-21 158.770 Bank of Japan, Tokyo 17:00 +0.01 % ★ day on which the figure was published",
      );
      // 5.35 trillion at the year's average of 140.588.
      expect(told).toMatch(/At the average of 2023\s+USD 38\.05 billion\s+12\.9 % more than written/);
      expect(told).toMatch(
        /JP\.DIGITAL\.NET · 2023 · exactly JPY −5\.3452 trillion · known since 2024-06-21/,
      );
    },
    60_000,
  );

  test("a check becomes live cells beside their labels", async () => {
    await paste("5.35 trillion yen ($33.7 billion)", "5.35 trillion yen = $33.7 billion");
    await select(bench.page, "B2");
    await press(bench, "Insert as cells");
    await says(bench, "Inserted at 'Scratch'!B2:C14.");
    await settled(bench.page);
    const at = (from: number): readonly string[] => Array.from({ length: 5 }, (_, i) => `C${from + i}`);
    expect(await values(bench.page, ...at(3))).toEqual([
      ...[5.35e12, 33.7e9],
      // 5.35 / 33.7, and what rounding both leaves: 5.345 / 33.75 and 5.355 / 33.65.
      ...[158.754, 158.37, 159.138].map((rate) => expect.closeTo(rate, 3)),
    ]);
    // The European Central Bank's average and Tokyo's fixing of the day, each with the amount at it.
    expect(await values(bench.page, ...at(8).slice(0, 4))).toEqual([
      expect.closeTo(140.588, 3),
      expect.closeTo(38.0545e9, -7),
      158.77,
      expect.closeTo(33.6965e9, -6),
    ]);
    expect(await values(bench.page, "C12", "C13", "C14")).toEqual([
      5.3452e12,
      expect.closeTo(38.0202e9, -6),
      expect.closeTo(33.6663e9, -6),
    ]);
    expect((await formulas(bench.page, "C12"))[0]).toMatch(/^=DIGITRADE\.DEFICIT\("JP",2023/);
  }, 60_000);
});

describe("Cell", () => {
  const CELLS = {
    A1: '=DIGITRADE.VALUE("JP.COMPUTER.NET",2016,"unit=bn")',
    A2: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")',
    A3: '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017,"unit=bn")',
    A4: "=A1*2",
    A5: "words",
    A6: '=DIGITRADE.VALUE("JP.DIGITL.NET",2016)',
  };
  /** Selects a cell in the grid; resolves as soon as the pane has followed. */
  const follow = async (name: string, words: string | RegExp): Promise<void> => {
    await select(bench.page, name);
    await panel("cell")
      .getByRole("heading", { name: `Scratch!${name}` })
      .waitFor(WAIT);
    await says(bench, words);
  };
  const steps = async (): Promise<readonly string[]> => {
    const items = await bench.pane
      .getByRole("list", { name: "How it came about" })
      .locator("> li")
      .allInnerTexts();
    return items.map((text) => text.replaceAll(/\s+/g, " ").trim());
  };

  beforeEach(async () => {
    await put(bench.page, CELLS);
    await showTab(bench, "Cell");
  });

  test("the selection in the grid leads the pane through the steps behind each number", async () => {
    await follow("A1", "sum of 12 figures, 2016-01 to 2016-12");
    expect(await steps()).toEqual([
      "Published figures Japan: computer services, balance Show 12 figures",
      "Together −9,797 × 100 million JPY sum of 12 figures, 2016-01 to 2016-12",
      "Result −979.7 billion JPY 2016",
    ]);
    await follow("A2", "a deficit is shown as a positive number");
    expect((await steps()).slice(1)).toEqual([
      "Exchange rate 158.770 JPY per USD of 2024-06-21 · Bank of Japan, Tokyo 17:00 fixing of 21 June 2024",
      "Unit −33.6663 billion USD",
      "Sign × −1 a deficit is shown as a positive number",
      "Result 33.6663 billion USD 2023",
    ]);
    await says(bench, "live, retrieved 2026-11-23");
    // A cell that is not ours leads to ours; that is a selection in the grid too.
    await follow("A4", "No DigiTrade formula fills A4.");
    await press(bench, "A1: VALUE");
    await says(bench, "sum of 12 figures, 2016-01 to 2016-12");
    await follow("A5", "No DigiTrade formula fills A5.");
    await follow("A9", "A9 is empty.");
  }, 60_000);

  test("an error says what to do, and its button does it", async () => {
    await follow("A3", "There is no such figure among those held.");
    await says(bench, /^2017: 3 of 12 months of JP\.DIGITAL\.NET/);
    await press(bench, "Add partial=allow");
    const mended = '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017,"unit=bn;partial=allow")';
    await says(bench, mended);
    expect(await formulas(bench.page, "A3")).toEqual([CELLS.A3]);
    await press(bench, "Change the formula");
    await says(bench, "An unfinished period: 3 of 12 parts.");
    expect(await formulas(bench.page, "A3")).toEqual([mended]);
    expect((await read(bench.page, "A3")).value).toBeLessThan(0);

    await follow("A6", "The formula names a series that does not exist.");
    await press(bench, "Look up “JP.DIGITAL.NET” in Find");
    const box = bench.pane.getByRole("searchbox", { name: "Find series" });
    expect(await box.inputValue(WAIT)).toBe("JP.DIGITAL.NET");
  }, 60_000);
});

describe("Settings", () => {
  const currency = (): Locator => bench.pane.getByRole("combobox", { name: "Display currency" });

  test("the gateway tells how it and its providers are; one that is stopped is told of in a sentence", async () => {
    await showTab(bench, "Settings");
    await says(bench, "DigiTrade 0.1.0, running since 2026-11-26 09:00 UTC.");
    const providers = bench.pane.getByRole("list", { name: "Providers" }).getByRole("listitem");
    expect((await providers.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim())).toEqual([
      "Bank of Japan: live 300 series · asked 2026-11-26 08:00 UTC",
      "Trading Economics: off: needs a key 3 series",
    ]);
    gateway.isUp = false;
    await press(bench, "Ask again");
    await says(bench, /^The gateway at http:\/\/localhost:\d+ did not answer; check the network/);
    gateway.isUp = true;
    await press(bench, "Ask again");
    await says(bench, "DigiTrade 0.1.0, running since 2026-11-26 09:00 UTC.");
  }, 60_000);

  test("what the browser keeps is counted and cleared; the workbook's figures stay", async () => {
    await put(bench.page, { A1: '=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")' });
    await showTab(bench, "Find");
    await showTab(bench, "Settings");
    await says(bench, /^\d+ documents, \d+ kB; they answer when there is no network\.$/);
    await press(bench, "Clear");
    await says(bench, "Cleared. No documents. What is embedded needs no copy.");
    await bench.page.evaluate(() => digitrade.host.recalculate());
    await settled(bench.page);
    expect((await read(bench.page, "A1")).value).toBe(1061.5);
  }, 60_000);

  test("the pane speaks the language chosen, and remembers it and the preferred currency", async () => {
    await showTab(bench, "Settings");
    await currency().selectOption("USD", WAIT);
    await bench.pane.getByRole("combobox", { name: "Language" }).selectOption("ja", WAIT);
    await showTab(bench, "検索");
    await says(bench, "系列を探す");
    for (const name of ["検索", "グラフ", "目標", "照合", "セル", "更新", "設定"])
      expect(await bench.pane.getByRole("tab", { name, exact: true }).count()).toBe(1);
    await reloadPane(bench);
    await bench.pane.getByRole("tab", { name: "設定" }).waitFor(WAIT);
    await bench.pane.locator("html[lang=ja]").waitFor(WAIT);
    await bench.pane.getByRole("searchbox").fill("広告", WAIT);
    await bench.pane.getByRole("checkbox", { name: "日本：デジタル関連収支（3項目）" }).click(WAIT);
    await press(bench, "数式を作る");
    // The formula is the same in every language, in the currency preferred.
    const formula = bench.pane.getByRole("textbox", { name: "数式" });
    expect(await formula.inputValue(WAIT)).toBe(
      '=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;fx=USD;unit=bn")',
    );
    await showTab(bench, "設定");
    await bench.pane.getByRole("combobox", { name: "表示言語" }).selectOption("en", WAIT);
    await showTab(bench, "Settings");
    expect(await currency().inputValue(WAIT)).toBe("USD");
    await currency().selectOption("", WAIT);
  }, 60_000);
});
