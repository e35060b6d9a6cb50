/** Files that are not opened, and changes that are not saved, with what the page says and offers instead. */
import type { TestAccess } from "../../src/workbench/page/test-access";
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { workbookFile } from "../xlsx/workbook-file";
import { cellOf, corpus, differing, fileDesk, TRADE } from "./file-desk";
import { WAIT } from "./workbench-page";

declare const digitrade: TestAccess;

const { bench, notice, choose, open, save, read, insertRow, isMarkedAsChanged } = fileDesk();

test("rows that were inserted are refused by name; undone, the file is saved as it was; or everything as a new workbook", async () => {
  await open(TRADE);
  await insertRow();
  await bench().page.keyboard.press("Control+s");
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
  await bench().page.evaluate(() => {
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
    expect(await bench().page.locator(".bar-file-name").innerText()).toBe(TRADE);
    expect(await read("Figures!A1")).toMatchObject({ value: "Year" });
  }
}, 60_000);

test("unsaved changes are asked about before another file is opened", async () => {
  const { page } = bench();
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
  const { page } = bench();
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
