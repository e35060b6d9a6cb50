import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { customXml } from "../../../src/xlsx/custom-xml";
import { readBook } from "../../../src/xlsx/read-book";
import { EDITION } from "../../../src/file/edition-parts";
import type { RefusedChange } from "../../../src/workbench/file/refusals";
import { readDefinedNames } from "../../../src/workbench/file/defined-names";
import { workbookFile } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, gridFile, packageOf, stored, type GridFile } from "./grid-file";

afterEach(closeGridFiles);

const corpus = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, "../../fixtures/xlsx", name)));

const small = (inside: string, behind = ""): Uint8Array =>
  workbookFile({ sheets: { Data: `<sheetData>${inside}</sheetData>` }, behind });

function changed(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const same = (name: string): boolean =>
    old[name] !== undefined && now[name] !== undefined && Buffer.compare(old[name], now[name]) === 0;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !same(name)).sort();
}

const NUMBERS = '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c></row>';

test.each(["exceljs-image.xlsx", "libreoffice-image.xlsx", "libreoffice-pivot.xlsx"])(
  "%s, in which nothing was changed, is saved byte for byte",
  (name) => {
    const bytes = corpus(name);
    expect(bytesOf(gridFile(bytes).save())).toBe(bytes);
  },
);

test("a typed number is written with what depends on it, and nothing else", () => {
  const bytes = small(NUMBERS);
  const file = gridFile(bytes);
  file.type("A1", "5");
  const saved = bytesOf(file.save());
  expect(changed(bytes, saved)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(stored(saved, "A1")).toMatchObject({ value: 5 });
  expect(stored(saved, "B1")).toMatchObject({ value: 10, formula: { text: "A1*2", kind: "plain" } });
});

test("new formulas are written in the form that the file stores, ours as ones that spill", () => {
  const file = gridFile(small(NUMBERS));
  file.type("D1", "=XLOOKUP(2,A1:A2,A1:A2)");
  file.type("D3", '=DIGITRADE.VALUE("JP.DIGITAL",2023)');
  file.type("D5", "=TRANSPOSE(A1:B1)");
  const saved = bytesOf(file.save());
  expect(stored(saved, "D1")).toMatchObject({
    value: 2,
    formula: { text: "_xlfn.XLOOKUP(2,A1:A2,A1:A2)", kind: "plain" },
  });
  expect(stored(saved, "D3")).toMatchObject({
    formula: { text: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)', kind: "dynamic" },
  });
  expect(stored(saved, "D5")).toMatchObject({
    value: 2,
    formula: { kind: "dynamic", extent: { row: 4, column: 3, rows: 2, columns: 1 } },
  });
  expect(stored(saved, "D6")).toMatchObject({ value: 4 });
});

test("cells that are emptied, texts, truth values and days are what they are", () => {
  const file = gridFile(small(NUMBERS));
  file.type("A1", "");
  file.type("C1", "貿易 & <trade>");
  file.type("C2", "TRUE");
  file.type("C3", "2024-06-21");
  const saved = bytesOf(file.save());
  expect(stored(saved, "A1")).toBeUndefined();
  expect(stored(saved, "B1")).toMatchObject({ value: 0 });
  expect(stored(saved, "C1")).toMatchObject({ value: "貿易 & <trade>" });
  expect(stored(saved, "C2")).toMatchObject({ value: true });
  const day = stored(saved, "C3");
  expect(day?.value).toBe(45_464);
  expect(readBook(packageOf(file.save())).formats[day?.style ?? 0]).toBe("yyyy-mm-dd");
});

test("a day goes into a workbook that counts from 1904 as that counts", () => {
  const bytes = workbookFile({
    sheets: { Data: `<sheetData>${NUMBERS}</sheetData>` },
    before: '<workbookPr date1904="1"/>',
  });
  const file = gridFile(bytes);
  file.type("C3", "2024-06-21");
  expect(stored(bytesOf(file.save()), "C3")?.value).toBe(45_464 - 1462);
});

test("number formats, looks and widths are added to what the file has", () => {
  const file = gridFile(corpus("exceljs-formats.xlsx"));
  const { book } = file.host;
  const before = readBook(packageOf(file.save())).formats.length;
  const zone = { left: 6, right: 6, top: 20, bottom: 20 };
  book.setFormat("file0", zone, "#,##0.000");
  book.setStyle("file0", zone, { bold: true, textColor: "#FF0000", fillColor: "#FFF6D6", wrapping: "wrap" });
  book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId: "file0", dimension: "COL", elements: [6], size: 140 });
  const pkg = packageOf(file.save());
  const style = stored(bytesOf(file.save()), "G21")?.style ?? 0;
  expect(style).toBe(before);
  expect(readBook(pkg).formats[style]).toBe("#,##0.000");
  const styles = pkg.text("xl/styles.xml");
  expect(styles).toContain("<b/>");
  expect(styles).toContain('rgb="FFFF0000"');
  expect(styles).toContain('rgb="FFFFF6D6"');
  expect(styles).toContain('wrapText="1"');
  expect(pkg.text("xl/worksheets/sheet1.xml")).toContain('<col min="7" max="7" width="20" customWidth="1"/>');
});

test("names come, go and follow; those of Excel stay", () => {
  const names =
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1</definedName>' +
    '<definedName name="Old">Data!$A$1</definedName></definedNames>';
  const file = gridFile(small(NUMBERS, names));
  const { names: held } = file.host;
  held.remove("Old");
  const key = held.add(
    "DigiTrade.chart.1",
    { sheetId: "file0", zone: { left: 3, top: 3, right: 8, bottom: 9 } },
    "file0",
    "1|x|y|z",
  );
  held.change(key, { visible: false });
  const pkg = packageOf(file.save());
  expect(readDefinedNames(pkg)).toEqual([
    {
      name: "DigiTrade.chart.1",
      sheet: "Data",
      formula: "Data!$D$4:$I$10",
      comment: "1|x|y|z",
      isHidden: true,
    },
  ]);
  expect(pkg.text("xl/workbook.xml")).toContain("_xlnm.Print_Area");
  expect(gridFile(bytesOf(file.save())).host.names.keys("file0")).toHaveLength(1);
});

test("what travels in the file is written where it has changed, and found again", () => {
  const bytes = small(NUMBERS);
  const file = gridFile(bytes);
  const xml = `<edition xmlns="${EDITION.namespace}" schema="1">x</edition>`;
  file.host.book.store("xml:{A}", xml);
  const saved = bytesOf(file.save());
  expect(customXml(packageOf(file.save()), EDITION)).toEqual([xml]);
  const again = gridFile(saved);
  expect(bytesOf(again.save())).toBe(saved);
  const [[key] = [""]] = again.host.book.state.list("xml:");
  again.host.book.store(`xml:${key}`, undefined);
  expect(changed(bytes, bytesOf(again.save()))).toEqual([]);
});

test("formulas that only Excel works out stay as they are, and Excel works them out when it opens the file", () => {
  const left =
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(A1)</f><v>4</v></c></row>';
  const file = gridFile(small(left));
  file.type("A1", "5");
  const pkg = packageOf(file.save());
  expect(pkg.text("xl/worksheets/sheet1.xml")).toContain(
    "<f>_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(A1)</f><v>4</v>",
  );
  expect(pkg.text("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
});

const dispatch = (file: GridFile, type: string, payload: object): void =>
  file.host.book.dispatch(type, { sheetId: "file0", sheetName: "Figures", ...payload });

test.each<readonly [RefusedChange, (file: GridFile) => void]>([
  [
    "rows-inserted",
    (file) =>
      dispatch(file, "ADD_COLUMNS_ROWS", { dimension: "ROW", base: 2, position: "before", quantity: 1 }),
  ],
  ["rows-deleted", (file) => dispatch(file, "REMOVE_COLUMNS_ROWS", { dimension: "ROW", elements: [4] })],
  [
    "columns-inserted",
    (file) =>
      dispatch(file, "ADD_COLUMNS_ROWS", { dimension: "COL", base: 2, position: "after", quantity: 2 }),
  ],
  ["columns-deleted", (file) => dispatch(file, "REMOVE_COLUMNS_ROWS", { dimension: "COL", elements: [1] })],
  ["sheet-added", (file) => void file.host.sheets.add("More")],
  [
    "sheet-deleted",
    (file) => {
      file.host.sheets.show("file1", "Visible");
      file.host.sheets.remove("file1");
    },
  ],
  ["sheet-renamed", (file) => file.host.sheets.rename("file0", "Numbers")],
  ["sheet-shown", (file) => file.host.sheets.show("file1", "Visible")],
  ["merged", (file) => dispatch(file, "ADD_MERGE", { target: [{ left: 0, right: 1, top: 20, bottom: 20 }] })],
  [
    "row-heights",
    (file) => dispatch(file, "RESIZE_COLUMNS_ROWS", { dimension: "ROW", elements: [2], size: 600 }),
  ],
  ["hidden", (file) => dispatch(file, "HIDE_COLUMNS_ROWS", { dimension: "ROW", elements: [2] })],
  [
    "looks",
    (file) => file.host.book.setStyle("file0", { left: 0, right: 0, top: 0, bottom: 0 }, { rotation: 1 }),
  ],
  ["chart-deleted", (file) => file.host.charts.remove(file.host.charts.ids("file0")[0]!)],
  ["chart-changed", (file) => file.host.charts.setTitle(file.host.charts.ids("file0")[0]!, "Mine")],
  ["setting", (file) => file.host.book.store("setting:digitrade.opening", "ask")],
  ["table-heading", (file) => file.type("B1", "")],
  ["protected-cells", (file) => file.type("B1", "7", 1)],
  [
    "chart-added",
    (file) =>
      void file.host.charts.add(
        "file0",
        "Line",
        { sheetId: "file0", zone: { left: 0, right: 1, top: 0, bottom: 3 } },
        "Columns",
      ),
  ],
])("refused, and nothing is saved: %s", (what, change) => {
  const file = gridFile(corpus("libreoffice-charts.xlsx"));
  change(file);
  const saved = file.save();
  expect(saved.kind === "refused" ? [...new Set(saved.refused.map((one) => one.what))] : []).toEqual([what]);
});

test("a stand-in that is copied is refused: its references would not have moved", () => {
  const left =
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(A1)</f><v>4</v></c></row>';
  const file = gridFile(small(left));
  file.type("B2", file.content("B1"));
  expect(file.save()).toEqual({ kind: "refused", refused: [{ what: "only-excel", where: "Data!B2" }] });
});
