/** Charts that the pane inserts, in files that were opened and in new ones: saved, and found again. */
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { en } from "../../src/pane/words/en";
import { cellOf, corpus, differing, fileDesk, partsOf } from "./file-desk";
import { paneFrame, press, says, settled, showTab, WAIT } from "./workbench-page";

const { bench, open, save, read } = fileDesk();

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
  await showTab(bench(), en.charts);
  await chooseChart();
  await says(bench(), /^This chart is on the sheet “Digital balance by year”\./);
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
  await showTab(bench(), en.charts);
  await chooseChart();
  await says(bench(), /^This chart is on the sheet “Digital balance by year”\./);
}, 90_000);

async function chooseChart(): Promise<void> {
  const panel = paneFrame(bench().page).locator("#panel-charts");
  await panel.locator("li > button").filter({ hasText: "Digital balance by year" }).first().click(WAIT);
  await panel.getByRole("heading", { name: "Digital balance by year", exact: true }).waitFor(WAIT);
}

async function insertChart(): Promise<void> {
  await showTab(bench(), en.charts);
  await chooseChart();
  await press(bench(), en.chartInsert);
  await says(bench(), /^Inserted at 'Digital balance by year'/);
  await settled(bench().page);
}
