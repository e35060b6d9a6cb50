import { withFrozen } from "../../../src/workbench/file/frozen-panes";
import { withHeights } from "../../../src/workbench/file/row-heights";
import { saveNew } from "../../../src/workbench/file/save-new";
import { openPackage } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { dayOfInstant } from "../../../src/domain/period";
import { workbookFile, worksheet } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, engine, gridFile, type GridFile } from "./grid-file";

afterEach(closeGridFiles);

const PART = "xl/worksheets/sheet1.xml";
const ROWS =
  '<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="5" ht="30" customHeight="1"/></sheetData>';

const file = (inside: string): Uint8Array => workbookFile({ sheets: { Data: inside } });
const sheetOf = (bytes: Uint8Array): string => openPackage(bytes).text(PART);

const freeze = ({ host }: GridFile, rows: number, columns: number): void => {
  host.book.dispatch("UNFREEZE_COLUMNS_ROWS", { sheetId: "file0" });
  if (rows > 0) host.book.dispatch("FREEZE_ROWS", { sheetId: "file0", quantity: rows });
  if (columns > 0) host.book.dispatch("FREEZE_COLUMNS", { sheetId: "file0", quantity: columns });
};
const resize = (
  { host }: GridFile,
  dimension: "ROW" | "COL",
  elements: readonly number[],
  size: number | null,
): void => {
  host.book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId: "file0", dimension, elements, size });
};

/** What is in the sheet's views, after it was opened, frozen and saved. */
function views(inside: string, rows: number, columns: number): string {
  const opened = gridFile(file(inside));
  freeze(opened, rows, columns);
  return /<sheetViews>.*<\/sheetViews>/s.exec(sheetOf(bytesOf(opened.save())))?.[0] ?? "";
}

test("frozen rows and columns are written into a sheet without views, in their place", () => {
  const opened = gridFile(
    file(`<sheetPr/><dimension ref="A2"/><sheetFormatPr defaultRowHeight="15"/>${ROWS}`),
  );
  freeze(opened, 1, 2);
  const saved = bytesOf(opened.save());
  expect(sheetOf(saved)).toContain(
    '<dimension ref="A2"/><sheetViews><sheetView workbookViewId="0">' +
      '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>' +
      '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/>' +
      '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
  );
  expect(gridFile(saved).host.model.getters.getPaneDivisions("file0")).toEqual({ xSplit: 2, ySplit: 1 });
});

test("what else a view says stays: its zoom, and the cells that were selected", () => {
  const selected = '<selection activeCell="D9" sqref="D9:E9"/>';
  const view = `<sheetViews><sheetView tabSelected="1" zoomScale="80" workbookViewId="0">${selected}</sheetView></sheetViews>`;
  expect(views(view + ROWS, 3, 0)).toBe(
    '<sheetViews><sheetView tabSelected="1" zoomScale="80" workbookViewId="0">' +
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>' +
      '<selection activeCell="D9" sqref="D9:E9" pane="bottomLeft"/></sheetView></sheetViews>',
  );
  expect(views(`<sheetViews><sheetView workbookViewId="0"/></sheetViews>${ROWS}`, 0, 1)).toBe(
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>' +
      '<selection pane="topRight"/></sheetView></sheetViews>',
  );
});

const FROZEN =
  '<sheetViews><sheetView topLeftCell="A5" workbookViewId="0"><pane ySplit="2" topLeftCell="A20" activePane="bottomLeft" state="frozen"/>' +
  '<selection activeCell="B1" sqref="B1"/><selection pane="bottomLeft" activeCell="A30" sqref="A30"/></sheetView>' +
  '<sheetView workbookViewId="1"><pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/></sheetView></sheetViews>';

test("panes that are there are shown, from where the view had been scrolled to; unchanged, they stay as they are", () => {
  const bytes = file(FROZEN + ROWS);
  const opened = gridFile(bytes);
  expect(opened.host.model.getters.getPaneDivisions("file0")).toEqual({ xSplit: 0, ySplit: 6 });
  expect(bytesOf(opened.save())).toBe(bytes);
});

test("panes that are taken away leave one selection, and the sheet's other window as it is", () => {
  expect(views(FROZEN + ROWS, 0, 0)).toBe(
    '<sheetViews><sheetView workbookViewId="0"><selection activeCell="A30" sqref="A30"/></sheetView>' +
      '<sheetView workbookViewId="1"><pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/></sheetView></sheetViews>',
  );
  expect(views(FROZEN + ROWS, 1, 0)).toContain(
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="A30" sqref="A30"/></sheetView>',
  );
});

test("the panes of a view that was saved under a name are not the sheet's own", () => {
  const saved =
    '<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}">' +
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></customSheetView></customSheetViews>';
  const view = '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const divisions = (inside: string): unknown =>
    gridFile(file(inside)).host.model.getters.getPaneDivisions("file0");
  expect(divisions(view + ROWS + saved)).toEqual({ xSplit: 0, ySplit: 0 });
  expect(divisions(ROWS + saved)).toEqual({ xSplit: 0, ySplit: 0 });
  expect(divisions(FROZEN + ROWS + saved)).toEqual({ xSplit: 0, ySplit: 6 });
});

test("pages have no panes, and what a pivot table has selected is in a pane that there is", () => {
  const view =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetViews><x:sheetView view="pageLayout" workbookViewId="0">' +
    '<x:pivotSelection pane="bottomRight" showHeader="1"><x:pivotArea/></x:pivotSelection></x:sheetView></x:sheetViews><x:sheetData/></x:worksheet>';
  expect(withFrozen(view, PART, { rows: 1, columns: 0 })).toContain(
    '<x:sheetView workbookViewId="0"><x:pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      '<x:selection pane="bottomLeft"/><x:pivotSelection pane="bottomLeft" showHeader="1"><x:pivotArea/>',
  );
});

test("heights of rows are written: of rows that are there, before, between and behind them", () => {
  const opened = gridFile(file(ROWS));
  resize(opened, "ROW", [0, 1, 3, 9], 40);
  const saved = bytesOf(opened.save());
  expect(sheetOf(saved)).toContain(
    '<sheetData><row r="1" ht="30" customHeight="1"/>' +
      '<row r="2" ht="30" customHeight="1"><c r="A2"><v>1</v></c></row>' +
      '<row r="4" ht="30" customHeight="1"/><row r="5" ht="30" customHeight="1"/><row r="10" ht="30" customHeight="1"/></sheetData>',
  );
  const again = gridFile(saved).host.model.getters;
  expect([0, 1, 2, 3, 4, 9].map((row) => again.getRowSize("file0", row))).toEqual([40, 40, 23, 40, 40, 40]);
});

test("a row that is as high as its text again has no height of its own", () => {
  const opened = gridFile(file(ROWS));
  resize(opened, "ROW", [4], null);
  expect(sheetOf(bytesOf(opened.save()))).toContain('</row><row r="5"/></sheetData>');
});

test("a height comes with a typed cell of the same new row, and widths beside it", () => {
  const opened = gridFile(file("<sheetData/>"));
  opened.type("B3", "7");
  resize(opened, "ROW", [2], 60);
  resize(opened, "COL", [1], 140);
  expect(sheetOf(bytesOf(opened.save()))).toContain(
    '<cols><col min="2" max="2" width="20" customWidth="1"/></cols>' +
      '<sheetData><row r="3" ht="45" customHeight="1"><c r="B3"><v>7</v></c></row></sheetData>',
  );
});

test("rows of a part in which no row is numbered", () => {
  const xml = worksheet("<sheetData><row><c><v>1</v></c></row><row/></sheetData>");
  expect(
    withHeights(
      xml,
      PART,
      new Map([
        [1, 20],
        [2, 40],
        [0, undefined],
      ]),
    ),
  ).toContain(
    '<sheetData><row><c><v>1</v></c></row><row ht="15" customHeight="1"/><row r="3" ht="30" customHeight="1"/></sheetData>',
  );
  expect(withHeights(worksheet("<sheetData/>"), PART, new Map([[1, undefined]]))).toBe(
    worksheet("<sheetData/>"),
  );
});

test("a new workbook has the frozen panes and the heights of the grid", () => {
  const opened = gridFile(file(FROZEN + ROWS));
  resize(opened, "ROW", [1], 60);
  const created = dayOfInstant(Date.UTC(2024, 5, 21));
  const bytes = saveNew(engine, opened.host, { title: "Trade", created, footer: "DigiTrade" });
  const pkg = openPackage(bytes);
  const [sheet = ""] = readBook(pkg).sheets.map(({ part }) => pkg.text(part));
  expect(sheet).toContain('<pane ySplit="6" topLeftCell="A7" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toMatch(/<row r="2"[^>]* ht="45"/);
});
