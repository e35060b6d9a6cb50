/** What people do with a sheet besides its cells: frozen rows, heights, a table's heading, names; saved, and there again. */
import type { TestAccess } from "../../src/workbench/page/test-access";
import { cellOf, corpus, differing, fileDesk, partsOf, TRADE } from "./file-desk";
import { press, says, settled, showTab, WAIT } from "./workbench-page";

declare const digitrade: TestAccess;

const { bench, open, save, select, clickCell } = fileDesk();

/** What the drop-down of the name box lists. */
async function namesListed(): Promise<readonly string[]> {
  const { page } = bench();
  await page.locator(".o-named-range-selector .o-hoverable-button").click(WAIT);
  await page.getByText("Manage named ranges").waitFor(WAIT);
  const names = await page.locator(".o-popover .o-menu-item-name").allInnerTexts();
  await page.keyboard.press("Escape");
  return names;
}

test("a heading that is typed, frozen rows and heights are in the saved file, and in the grid again", async () => {
  const { page } = bench();
  await open(TRADE);
  await select("B1");
  await clickCell("B1");
  await page.keyboard.press("Delete");
  await page.keyboard.type("Saldo");
  await page.keyboard.press("Enter");
  await page.locator(".o-topbar-menu").getByText("View", { exact: true }).click(WAIT);
  await page.getByText("Freeze", { exact: true }).hover(WAIT);
  await page.getByText("1 row", { exact: true }).click(WAIT);
  await page.evaluate(() => {
    const sheetId = digitrade.model.getters.getActiveSheetId();
    digitrade.model.dispatch("RESIZE_COLUMNS_ROWS", {
      sheetId,
      dimension: "ROW",
      elements: [0, 40],
      size: 48,
    });
  });
  const saved = await save();
  expect(differing(corpus(TRADE), saved.file)).toEqual([
    // The heading is the name of a series.
    "xl/charts/chart1.xml",
    "xl/tables/table1.xml",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(cellOf(saved.file, "Figures!B1")).toEqual({ value: "Saldo" });
  const parts = partsOf(saved.file);
  expect(parts["xl/tables/table1.xml"]).toContain('name="Saldo"');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );

  await open("again.xlsx", Buffer.from(saved.file));
  const shown = await page.evaluate(() => {
    const { getters } = digitrade.model;
    const sheetId = getters.getActiveSheetId();
    return [
      getters.getPaneDivisions(sheetId),
      getters.getRowSize(sheetId, 0),
      getters.getRowSize(sheetId, 40),
    ];
  });
  expect(shown).toEqual([{ xSplit: 0, ySplit: 1 }, 48, 48]);
}, 60_000);

test("the name box lists the names that people gave, and none by which the add-in finds its cells", async () => {
  await open(TRADE);
  await showTab(bench(), "Refresh");
  await press(bench(), "Freeze 1 formula");
  await says(bench(), /^Turn 1 formula into its value\?/);
  await press(bench(), "Freeze 1 formula");
  await says(bench(), /^1 formulas? (?:is a value|are values) now/);
  await settled(bench().page);
  expect(await namesListed()).toEqual(["Rate", "Manage named ranges"]);
}, 60_000);
