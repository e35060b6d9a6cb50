/** Refreshing a workbook: figures change at a gateway on loopback, and a person sees what that does before it does it. */
import type { Browser, BrowserContext } from "playwright-core";

import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import { changingGateway } from "./changing-gateway";
import {
  formulas,
  keepOnlyScratch,
  keptInFile,
  openWorkbench,
  press,
  put,
  read,
  reloadPane,
  says,
  settled,
  showTab,
  until,
  values,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

const CELLS = {
  A1: '=DIGITRADE.VALUE("TIC.JP","latest","unit=bn")',
  A2: '=DIGITRADE.VALUE("JP.COMPUTER.NET",2016,"unit=bn")',
  A3: '=DIGITRADE.DEFICIT("JP",2016,"","unit=bn")',
  A4: "=A1*2",
  A5: '=DIGITRADE.VALUE("JP.CURRENTACCOUNT.NET","FY2023","unit=tn")',
  D1: '=DIGITRADE.HISTORY("TIC.JP","2026-06","latest","unit=bn;header=off")',
};
const ALL = ["A1", "A2", "A3", "A4", "A5", "E2", "E3"] as const;
/**
 * As collected: TIC Table 5 of July 2026; the Bank of Japan's months of 2016 added up, alone and as a part of the three
 * items; the Ministry of Finance's fiscal 2023.
 */
const BEFORE = [1103.9, -979.7, 2503.6, 2207.8, 26.422, 1103.9, null];

const gateway = changingGateway([]);
let browser: Browser | undefined;
let built: BuiltPage | undefined;
let context: BrowserContext | undefined;
let bench: WorkbenchPage;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage({ gateway: gateway.listener }), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  bench = await openWorkbench(context, built.server.url);
  await keepOnlyScratch(bench.page);
  await put(bench.page, CELLS);
  await showTab(bench, "Refresh");
  await says(bench, "DIGITRADE formulas: 5, sheets with them: 1");
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

/** A release of the Treasury's with one month more, and a revision by the Bank of Japan; both made up. */
async function release(): Promise<void> {
  await gateway.publish("TIC.JP", { "2026-08": 1110.4 }, "2026-10-16");
  await gateway.publish("JP.COMPUTER.NET", { "2016-06": -753 }, "2026-10-10");
}

const news = () => bench.pane.getByRole("region", { name: "What would change" });

/** The lines of cells that would change: cell, old value, new value. */
async function lines(): Promise<readonly (readonly string[])[]> {
  const rows = await news().locator("tbody tr").allInnerTexts();
  return rows.map((row) => row.split("\t").map((text) => text.trim()));
}

const shown = () => values(bench.page, ...ALL);

test("old and new values are shown before anything changes; one series is taken, then everything comes back", async () => {
  expect(await shown()).toEqual(BEFORE);
  await release();
  await press(bench, "Check for new data");
  await says(bench, "5 cells");
  expect(await lines()).toEqual([
    ["Scratch!A2", "-979.7", "-989.7"],
    ["Scratch!A3", "2,503.6", "2,513.6"],
    ["Scratch!A1", "1,103.9", "1,110.4"],
    // The table grows by a row.
    ["Scratch!D3", "empty", "2026-08-31"],
    ["Scratch!E3", "empty", "1,110.4"],
  ]);
  await says(bench, "JP.COMPUTER.NET · 2017-05-26 → 2026-10-10 · 2 cells · revised figure");
  await says(bench, "TIC.JP · 2026-03-18 → 2026-10-16 · 3 cells · new period");
  expect(await shown()).toEqual(BEFORE);
  expect(await keptInFile(bench.page)).toEqual({});

  await bench.pane.getByRole("checkbox", { name: "Japan: computer services, balance" }).click(WAIT);
  await press(bench, "Accept 1 of 2");
  await says(bench, "TIC.JP taken into use; 3 cells changed.");
  await settled(bench.page);
  expect(await shown()).toEqual([1110.4, -979.7, 2503.6, 2220.8, 26.422, 1103.9, 1110.4]);
  const taken = await keptInFile(bench.page);
  expect(taken).not.toEqual({});
  await bench.pane
    .getByText(/^\d+ series in use$/)
    .first()
    .click(WAIT);
  await says(bench, /^TIC\.JP · .* · published 2026-10-16 · edition 2026-10-$/);
  await says(bench, "1 series has newer figures than this workbook uses.");

  await press(bench, "Restore previous figures");
  await says(bench, "The previous figures are in use again.");
  await settled(bench.page);
  expect(await shown()).toEqual(BEFORE);
  expect(await keptInFile(bench.page)).not.toEqual(taken);
  await says(bench, /^TIC\.JP · .* · published 2026-03-18 · edition /);
  expect(bench.problems).toEqual([]);
}, 60_000);

test("a check tells how far it is and can be cancelled; a finished one says that all is up to date", async () => {
  gateway.forget();
  gateway.hold("TIC.JP");
  await press(bench, "Check for new data");
  await says(bench, "Asking for newer figures…");
  const bar = bench.pane.getByRole("progressbar", { name: /^Asking for newer figures: \d+ of \d+$/ });
  await bar.waitFor(WAIT);
  // All but the one that is not answered.
  const isAt = async (name: "value" | "max"): Promise<number> => Number(await bar.getAttribute(name));
  await until(async () => (await isAt("value")) === (await isAt("max")) - 1);
  await press(bench, "Cancel");
  await says(bench, "Cancelled. Nothing was changed.");
  expect(await bar.count()).toBe(0);
  gateway.hold(undefined);
  await press(bench, "Check for new data");
  await says(bench, "Everything is up to date.");
  expect(await shown()).toEqual(BEFORE);
}, 60_000);

test("a stopped gateway is met with a sentence, and the figures stay", async () => {
  gateway.isUp = false;
  await press(bench, "Check for new data");
  await says(bench, /^Not checked, since their source does not answer; .*: \d+$/);
  expect(await bench.pane.getByText("Everything is up to date.").count()).toBe(0);
  await put(bench.page, { C1: '=DIGITRADE.STATUS("offline")', C2: CELLS.A1 });
  expect(await values(bench.page, "C1", "C2")).toEqual([
    expect.stringMatching(/^offline: the gateway .* does not answer$/),
    1103.9,
  ]);
  expect(await shown()).toEqual(BEFORE);
  await put(bench.page, { C1: "", C2: "" });
  gateway.isUp = true;
  expect(bench.problems).toEqual([]);
}, 60_000);

test("the workbook is held at a day, at another, and let go", async () => {
  const hold = async (day: string, button: string): Promise<unknown> => {
    await bench.pane.getByRole("textbox", { name: "Day" }).fill(day, WAIT);
    await press(bench, button);
    await says(bench, `Every figure is answered as it was known on ${day}.`);
    await settled(bench.page);
    return (await read(bench.page, "A5")).value;
  };
  // Fiscal 2023 as the Ministry of Finance first stated it, and as it did a year later.
  expect(await hold("2024-06-21", "Hold")).toBe(25.339);
  await says(bench, "Held at 2024-06-21.");
  expect(await hold("2025-06-01", "Hold at another day")).toBe(26.1664);
  await bench.pane.getByRole("textbox", { name: "Day" }).fill("21/06/2024", WAIT);
  await press(bench, "Hold at another day");
  await says(bench, /"21\/06\/2024" is not a day/);
  expect((await read(bench.page, "A5")).value).toBe(26.1664);
  await press(bench, "Let go");
  await says(bench, "The figures are no longer held at a day.");
  await settled(bench.page);
  expect(await shown()).toEqual(BEFORE);
}, 60_000);

test("what happens at opening is kept in the file: newer figures are told of, or taken", async () => {
  const opening = () => bench.pane.getByRole("combobox", { name: "On opening" });
  const KEPT = "setting:digitrade.opening";
  expect(await keptInFile(bench.page)).not.toHaveProperty([KEPT]);
  await opening().selectOption("ask", WAIT);
  await until(async () => (await keptInFile(bench.page))[KEPT] === "ask");
  await release();
  await reloadPane(bench);
  // Nobody pressed anything: the pane looked, and shows what it found.
  await says(bench, "5 cells");
  expect(await opening().inputValue(WAIT)).toBe("ask");
  expect(await shown()).toEqual(BEFORE);

  await opening().selectOption("refresh", WAIT);
  await until(async () => (await keptInFile(bench.page))[KEPT] === "refresh");
  await reloadPane(bench);
  await says(bench, /^JP\.COMPUTER\.NET, TIC\.JP taken into use; 5 cells changed\./);
  await settled(bench.page);
  expect(await shown()).toEqual([1110.4, -989.7, 2513.6, 2220.8, 26.422, 1103.9, 1110.4]);
  await opening().selectOption("keep", WAIT);
  await until(async () => (await keptInFile(bench.page))[KEPT] === "keep");
  expect(await formulas(bench.page, "A1", "A4")).toEqual([CELLS.A1, CELLS.A4]);
  expect(bench.problems).toEqual([]);
}, 60_000);
