/** Freezing formulas to values and thawing them, and the repair of formulas that came without the add-in. */
import type { Browser } from "playwright-core";

import type { TestAccess } from "../../src/workbench/page/test-access";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import {
  clear,
  formulas,
  definedNames,
  insertRowAbove,
  keepOnlyScratch,
  openWorkbench,
  press,
  put,
  reloadPane,
  says,
  settled,
  showTab,
  values,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

declare const digitrade: TestAccess;

let browser: Browser | undefined;
let built: BuiltPage | undefined;
let bench: WorkbenchPage;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  bench = await openWorkbench(context, built.server.url);
  await keepOnlyScratch(bench.page);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
});

/** Japan and China at the end of 2024, and the three months before it, as in the Treasury's history file. */
const CELLS = {
  A1: "TIC.JP",
  B1: "2024",
  A3: '=DIGITRADE.VALUE($A$1,B1,"unit=bn")',
  A4: '=ROUND(DIGITRADE.VALUE("TIC.CN","2024-12","unit=bn")/DIGITRADE.VALUE($A$1,B1,"unit=bn"),3)',
  A5: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")',
  A6: "=A3*2",
  D3: '=DIGITRADE.HISTORY("TIC.JP","2024-10","2024-12","unit=bn")',
};
const PLACES = ["A3", "A4", "A5", "A6", "D3", "E4", "E5", "E6"] as const;
/** 759.0 / 1061.5, and 5,345.2 billion yen at 158.77. */
const VALUES = [1061.5, 0.715, expect.closeTo(33.6663, 4), 2123, "Period", 1101.5, 1087.1, 1061.5];

test("formulas become values; rows come, a cell is typed over; what stands comes back where it is now", async () => {
  await put(bench.page, CELLS);
  expect(await values(bench.page, ...PLACES)).toEqual(VALUES);
  await showTab(bench, "Refresh");
  await press(bench, "Freeze 4 formulas");
  await says(bench, /^Turn 4 formulas into values\?/);
  await press(bench, "Cancel");
  expect(await formulas(bench.page, "A3", "D3")).toEqual([CELLS.A3, CELLS.D3]);
  await press(bench, "Freeze 4 formulas");
  await says(bench, /^Turn 4 formulas into values\?/);
  await press(bench, "Freeze 4 formulas");
  await says(bench, "4 formulas are values now; the file keeps the formulas.");
  expect(await values(bench.page, ...PLACES)).toEqual(VALUES);
  // Nothing but the person's own formula is one still.
  expect(await formulas(bench.page, "A3", "A4", "A5", "A6", "D3", "E4")).toEqual([
    ...[undefined, undefined, undefined],
    CELLS.A6,
    ...[undefined, undefined],
  ]);
  const names = await definedNames(bench);
  // One for each formula's cells, and one for each cell that they refer to.
  expect(names).toHaveLength(6);
  expect(names.every(({ name, visible }) => name.startsWith("_DigiTrade.Frozen.") && !visible)).toBe(true);

  await insertRowAbove(bench.page, 1);
  await put(bench.page, { A5: "0.7" });
  // What brings the formulas back is in the file, not in the page that wrote it.
  await reloadPane(bench);
  await showTab(bench, "Refresh");
  await says(bench, /^4 formulas are frozen, the oldest since \d{4}-\d\d-\d\d\.$/);
  await press(bench, "Thaw");
  await says(bench, "3 formulas are back. Still values: 1");
  await says(bench, `'Scratch'!A5 ${CELLS.A4}: the cells hold something else by now`);
  await settled(bench.page);
  expect(await formulas(bench.page, "A4", "A5", "A6", "A7", "D4", "E5")).toEqual([
    '=DIGITRADE.VALUE($A$2,B2,"unit=bn")',
    undefined,
    CELLS.A5,
    "=A4*2",
    CELLS.D3,
    undefined,
  ]);
  expect(await values(bench.page, "A4", "A5", "A6", "A7", "D4", "E5", "E6", "E7")).toEqual(
    VALUES.with(1, 0.7),
  );
  // They are live again: another year, another figure.
  await put(bench.page, { B2: "2023" });
  expect(await values(bench.page, "A4", "A7")).toEqual([1115.3, 2230.6]);

  await press(bench, "Keep as values for good");
  await says(bench, "1 formula is no longer kept.");
  expect(await definedNames(bench)).toEqual([]);
  expect(bench.problems).toEqual([]);
}, 60_000);

test("what shows #NAME? is entered again where that is safe; the rest is listed with its reason", async () => {
  await clear(bench.page);
  const stuck = '=_xldudf_DIGITRADE_VALUE("TIC.JP","2024-12","unit=bn")';
  await put(bench.page, {
    A1: stuck,
    A2: '=ROUND(_xldudf_DIGITRADE_VALUE("TIC.CN","2024-12","unit=bn"),0)',
    A3: '=_xldudf_DIGITRADEDEV_VALUE("TIC.JP","2024-12")',
  });
  expect(await values(bench.page, "A1", "A2", "A3")).toEqual(["#NAME?", "#NAME?", "#NAME?"]);
  // The tab has been looked at before these formulas came.
  await showTab(bench, "Find");
  await showTab(bench, "Refresh");
  await says(bench, "3 of them show #NAME? because they were opened without DigiTrade.");
  expect(await formulas(bench.page, "A1")).toEqual([stuck]);
  await press(bench, "Repair #NAME?");
  await says(bench, "2 formulas were entered again. Left as they are: 1");
  await says(bench, "'Scratch'!A3: belongs to another DigiTrade add-in");
  await settled(bench.page);
  expect(await values(bench.page, "A1", "A2", "A3")).toEqual([1061.5, 759, "#NAME?"]);
  expect(await formulas(bench.page, "A1")).toEqual(['=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")']);
  await says(bench, "1 of them shows #NAME? because it was opened without DigiTrade.");
  expect(bench.problems).toEqual([]);
}, 60_000);

test("a cell that is being edited, and a file open for reading only, are met with a sentence", async () => {
  await clear(bench.page);
  await put(bench.page, { A1: CELLS.A5 });
  await showTab(bench, "Find");
  await showTab(bench, "Refresh");
  const trouble = (which: "cellEdit" | "readOnly", is: boolean): Promise<void> =>
    bench.page.evaluate(([name, on]) => void (digitrade.host.faults[name] = on), [which, is] as const);
  await bench.pane.getByRole("button", { name: "Freeze 1 formula", exact: true }).waitFor(WAIT);
  // One more came while the tab is looked at: who is asked is told of both.
  await put(bench.page, { A2: CELLS.A5 });
  await press(bench, "Freeze 1 formula");
  await says(bench, /^Turn 2 formulas into values\?/);
  await press(bench, "Cancel");
  for (const [which, words] of [
    ["readOnly", /read-only; save a copy/],
    ["cellEdit", /press Enter or Esc/],
  ] as const) {
    await press(bench, "Freeze 2 formulas");
    await says(bench, /^Turn 2 formulas into values\?/);
    await trouble(which, true);
    await press(bench, "Freeze 2 formulas");
    await says(bench, words);
    await trouble(which, false);
    expect(await formulas(bench.page, "A1")).toEqual([CELLS.A5]);
  }
  expect(bench.problems).toEqual([]);
}, 60_000);
