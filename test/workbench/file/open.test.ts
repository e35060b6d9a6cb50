import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DECLARATION, workbookFile } from "../../xlsx/workbook-file";
import { excelOnly, isStandIn, standsFor } from "../../../src/workbench/file/excel-only";
import { closeGridFiles, gridFile } from "./grid-file";

afterEach(closeGridFiles);

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const cell = (name: string, value: string | number, formula = ""): string =>
  `<c r="${name}">${formula === "" ? "" : `<f>${formula}</f>`}<v>${value}</v></c>`;
const text = (name: string, value: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (...rows: readonly string[]): string => `<sheetData>${rows.join("")}</sheetData>`;

test("formulas stand as they are typed, and come to what Excel saved", () => {
  const file = gridFile(
    workbookFile({
      sheets: {
        Data: sheet(
          row(1, cell("A1", 2) + cell("B1", 6, "SUM(A1:A2)") + cell("C1", 12, "B1*Twice")),
          row(2, cell("A2", 4) + cell("B2", 8, "_xlfn.XLOOKUP(2,A1:A2,A1:A2)*4")),
        ),
      },
      behind: '<definedNames><definedName name="Twice">2</definedName></definedNames>',
    }),
  );
  expect([file.content("B1"), file.content("B2")]).toEqual(["=SUM(A1:A2)", "=XLOOKUP(2,A1:A2,A1:A2)*4"]);
  // The engine reads no name that is not of cells: its formula is written out.
  expect(file.content("C1")).toBe("=B1*2");
  expect([file.value("B1"), file.value("B2"), file.value("C1")]).toEqual([6, 8, 12]);
  expect(file.opened.left).toEqual([]);
  file.type("A1", "3");
  expect([file.value("B1"), file.value("C1")]).toEqual([7, 14]);
});

test("what only Excel works out shows what the file keeps, and says what it is", () => {
  const file = gridFile(
    workbookFile({
      sheets: {
        Data: sheet(
          row(
            1,
            cell("A1", 2) + cell("B1", 4, "_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(A1)") + cell("C1", 5, "B1+1"),
          ),
          // One value in Excel, where the engine would fill two cells; and one that somebody else worked out wrongly.
          row(2, cell("A2", 4) + cell("B2", 4, "A1:A2") + cell("C2", 99, "A1+1")),
        ),
      },
    }),
  );
  expect(file.content("B1")).toBe('=EXCEL.ONLY("LAMBDA(x,x*2)(A1)",4)');
  expect([file.value("B1"), file.value("C1"), file.value("B2"), file.value("C2")]).toEqual([4, 5, 4, 99]);
  expect(file.opened.left).toEqual([
    { cell: "'Data'!B1", why: "only Excel works out the function LAMBDA" },
    { cell: "'Data'!B2", why: "its saved value is not what this preview works out" },
    { cell: "'Data'!C2", why: "its saved value is not what this preview works out" },
  ]);
});

test("a file that asks to be worked out when it is opened is not held to its values", () => {
  const file = gridFile(
    workbookFile({
      sheets: { Data: sheet(row(1, cell("A1", 2) + cell("B1", 0, "A1+1"))) },
      behind: '<calcPr fullCalcOnLoad="1"/>',
    }),
  );
  expect(file.opened.left).toEqual([]);
  expect(file.value("B1")).toBe(3);
});

test("stand-ins keep values of every kind, and give their formula back", () => {
  const formula = '=LET(x,"a\\b ""c""",x)';
  const content = excelOnly(formula, [
    [-1.5, 'q"\\'],
    [{ error: "#N/A" }, null],
    [true, 1e21],
  ]);
  const file = gridFile(workbookFile());
  file.type("B2", content);
  expect(["B2", "C2", "B3", "C3", "B4", "C4"].map((name) => file.value(name))).toEqual([
    ...[-1.5, "q\u2033\u29f5", "#N/A", ""],
    ...[true, 1e21],
  ]);
  expect([isStandIn(content), standsFor(content)]).toEqual([true, formula]);
});

test("texts stay texts, whatever they look like", () => {
  const texts = ["2016-10", "=A1", "TRUE", "1/2", "Balance", "'quoted", "#N/A"];
  const cells = texts.map((one, i) => row(i + 1, text(`A${i + 1}`, one)));
  const file = gridFile(workbookFile({ sheets: { Data: sheet(...cells) } }));
  expect(texts.map((_, i) => file.value(`A${i + 1}`))).toEqual(texts);
  expect(file.host.model.getters.getCell({ sheetId: "file0", col: 0, row: 4 })?.isFormula).toBe(false);
});

test("columns of tables are areas", () => {
  const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Trade" displayName="Trade" ref="A1:A3"><tableColumns count="1"><tableColumn id="1" name="Value"/></tableColumns></table>`;
  const file = gridFile(
    workbookFile({
      sheets: {
        Data:
          sheet(
            row(1, text("A1", "Value")),
            row(2, cell("A2", 2)),
            row(3, cell("A3", 4) + cell("C3", 6, "SUM(Trade[Value])")),
          ) + '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      },
      sheetLinks: {
        1: '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>',
      },
      parts: { "xl/tables/table1.xml": DECLARATION + table },
    }),
  );
  expect(file.content("C3")).toBe("=SUM(Data!$A$2:$A$3)");
  file.type("A2", "10");
  expect(file.value("C3")).toBe(14);
});

test("sizes, merged cells, hidden sheets, names with their comments and charts are those of the file", () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../fixtures/xlsx/libreoffice-charts.xlsx")));
  const { host, opened } = gridFile(bytes);
  const { getters } = host.model;
  expect(host.sheets.ids().map((id) => [host.sheets.name(id), host.sheets.visibility(id)])).toEqual([
    ["Figures", "Visible"],
    ["Hidden", "Hidden"],
  ]);
  expect(host.protection.isProtected("file1")).toBe(true);
  expect(
    getters.getMerges("file0").map(({ left, top, right, bottom }) => [left, top, right, bottom]),
  ).toEqual([[10, 2, 11, 3]]);
  expect(host.names.formula("Rate")).toBe("=Figures!$C$7");
  const [chart = ""] = host.charts.ids("file0");
  const { office, dataSource } = host.charts.definition(chart);
  expect([office.name, office.chartType]).toEqual(["Chart 1", "ColumnClustered"]);
  expect(dataSource.dataSets.map(({ dataRange }) => dataRange)).toEqual(["B2:B7", "C2:C7"]);
  expect(host.charts.box(chart)).toMatchObject({ left: 6 * 48 });
  expect(opened.notShown).toEqual([]);
});

test("series with a pattern are drawn in its colour, not in the paper's, and points in theirs", () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../../assets/workbooks/japan.xlsx")));
  const { host } = gridFile(bytes);
  const first = host.sheets.ids()[0] ?? "";
  const definitions = host.charts.ids(first).map((id) => host.charts.definition(id));
  const colours = definitions.flatMap(({ dataSetStyles, dataSource }) =>
    dataSource.dataSets.map(({ dataSetId }) => dataSetStyles[dataSetId]?.backgroundColor),
  );
  expect(colours.length).toBeGreaterThan(4);
  for (const colour of colours) expect(colour).toMatch(/^#(?!FFFFFF)[0-9A-F]{6}$/i);
});

test("a file that reaches further than the grid is refused with what to do", () => {
  expect(() =>
    gridFile(workbookFile({ sheets: { Data: sheet(row(1_000_000, cell("A1000000", 1))) } })),
  ).toThrow(
    /^This file was not opened: the cells of its sheet "Data" reach to row 1000000 and column 1; .*Open it in Excel/,
  );
});
