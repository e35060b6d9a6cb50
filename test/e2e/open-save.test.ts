/** Opening real workbooks in the workbench, changing them there, and saving them: what the download holds, part by part. */
import type { TestAccess } from "../../src/workbench/page/test-access";
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { cellOf, corpus, differing, fileDesk, TRADE } from "./file-desk";
import { press, says, settled, showTab, WAIT } from "./workbench-page";

declare const digitrade: TestAccess;

const { bench, notice, open, save, select, clickCell, read, isMarkedAsChanged } = fileDesk();

test("a file is opened with its formulas, chart and hidden sheet; cells are typed and inserted; only those parts change", async () => {
  const { page, pane } = bench();
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
  await says(bench(), "Inserted at 'Figures'!A30");
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

test("formulas that were frozen before saving are brought back in the reopened file", async () => {
  await open(TRADE);
  await showTab(bench(), "Refresh");
  await press(bench(), "Freeze 1 formula");
  await says(bench(), /^Turn 1 formula into its value\?/);
  await press(bench(), "Freeze 1 formula");
  await says(bench(), /^1 formulas? (?:is a value|are values) now/);
  const frozen = await save();
  expect(cellOf(frozen.file, "Figures!G2")).toEqual({ value: -5_345_200_000_000 });

  await open("frozen.xlsx", Buffer.from(frozen.file));
  expect(await read("Figures!G2")).toMatchObject({ value: -5_345_200_000_000 });
  await showTab(bench(), "Refresh");
  await press(bench(), "Thaw");
  await says(bench(), /^1 formulas? (?:is|are) back/);
  await settled(bench().page);
  const thawed = await save();
  expect(cellOf(thawed.file, "Figures!G2")).toEqual({
    value: -5_345_200_000_000,
    formula: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)',
  });
  expect(readBook(openPackage(thawed.file)).names.filter(({ name }) => name.includes("Frozen"))).toEqual([]);
}, 90_000);
