import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import type { StoredSheet } from "../../src/xlsx/book";
import { cellName } from "../../src/file/address";
import { relationship, workbookFile, type WorkbookFile } from "./workbook-file";

const read = (file: WorkbookFile) => readBook(openPackage(workbookFile(file)));

const firstSheet = (file: WorkbookFile): StoredSheet => read(file).sheets[0]!;

/** The first sheet's cells by name. */
const cellsOf = (file: WorkbookFile) =>
  Object.fromEntries(firstSheet(file).cells.map((cell) => [cellName(cell.row, cell.column), cell]));

const valuesOf = (rows: string, more: WorkbookFile = {}) =>
  Object.fromEntries(
    Object.entries(cellsOf({ ...more, sheets: { S: `<sheetData>${rows}</sheetData>` } })).map(
      ([name, { value }]) => [name, value],
    ),
  );

const formulasOf = (rows: string, more: WorkbookFile = {}) =>
  Object.fromEntries(
    Object.entries(cellsOf({ ...more, sheets: { S: `<sheetData>${rows}</sheetData>` } })).flatMap(
      ([name, { formula }]) => (formula ? [[name, formula]] : []),
    ),
  );

test("values of every type", () => {
  const strings =
    '<sst xmlns="x"><si><t>one</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si><t>  bare  </t></si><si><t xml:space="preserve"> kept </t></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/></sst>';
  expect(
    valuesOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>' +
        '<row r="2"><c r="A2"><v>1.5E-3</v></c><c r="B2" t="n"><v>-2</v></c><c r="C2" t="str"><f>""</f><v></v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>' +
        '<row r="3"><c r="A3" t="d"><v>2024-03-01</v></c><c r="B3" t="d"><v>2024-03-01T12:00:00</v></c><c r="C3"/><c r="D3" s="0"/><c r="E3" t="b"><v>0</v></c><c r="F3" t="str"><f>A1</f><v> x&amp;y </v></c></row>',
      { strings },
    ),
  ).toEqual({
    ...{ A1: "one", B1: "rich text", C1: "bare", D1: " kept ", E1: "a\rb_x0041_", F1: "" },
    ...{ A2: 0.0015, B2: -2, C2: "", D2: true, E2: { error: "#N/A" }, F2: "inline" },
    ...{ A3: 45352, B3: 45352.5, E3: false, F3: " x&y " },
  });
});

test("days are counted from 1904 where the file says so", () => {
  const file = {
    before: '<workbookPr date1904="1"/>',
    sheets: { S: '<sheetData><row r="1"><c r="A1" t="d"><v>2024-03-01</v></c></row></sheetData>' },
  };
  expect(read(file).from1904).toBe(true);
  expect(firstSheet(file).cells[0]?.value).toBe(45352 - 1462);
});

test("rows and cells without numbers follow the one before", () => {
  const rows =
    "<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='C4'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>";
  expect(valuesOf(rows)).toEqual({ A1: 1, B1: 2, C4: 3, D4: 4, A5: 5 });
});

test("formulas: plain, shared, array, dynamic", () => {
  const metadata =
    '<metadata xmlns="m" xmlns:xda="d"><metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"/></metadataTypes>' +
    '<futureMetadata name="XLRICHVALUE" count="1"><bk><extLst/></bk></futureMetadata>' +
    '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="u"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
    '<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
  expect(
    formulasOf(
      '<row r="1"><c r="A1"><f>SUM(B1:B2)&amp;"&lt;"</f><v>3</v></c>' +
        '<c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+\'S &amp; T\'!A1+Table1[x]</f><v>1</v></c>' +
        '<c r="C1" cm="2"><f t="array" ref="C1:D3">_xldudf_DIGITRADE_HISTORY("JP")</f><v>1</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c><c r="C2"><v>2</v></c>' +
        '<c r="E2" cm="1"><f t="array" ref="E2:E3">A1:A2</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f/><v>7</v></c><c r="B3"><f t="shared" si="0"></f><v>1</v></c></row>',
      { metadata },
    ),
  ).toEqual({
    A1: { text: 'SUM(B1:B2)&"<"', kind: "plain" },
    B1: { text: "A1*$C$1+'S & T'!A1+Table1[x]", kind: "plain" },
    B2: { text: "A2*$C$1+'S & T'!A2+Table1[x]", kind: "plain" },
    B3: { text: "A3*$C$1+'S & T'!A3+Table1[x]", kind: "plain" },
    C1: {
      text: '_xldudf_DIGITRADE_HISTORY("JP")',
      kind: "dynamic",
      extent: { row: 0, column: 2, rows: 3, columns: 2 },
    },
    E2: { text: "A1:A2", kind: "array", extent: { row: 1, column: 4, rows: 2, columns: 1 } },
  });
});

test("a rich error is read as the error that old versions show", () => {
  expect(
    valuesOf(
      '<row r="1"><c r="A1" t="e" cm="1" vm="1"><f t="array" ref="A1">X()</f><v>#VALUE!</v></c></row>',
    ),
  ).toEqual({
    A1: { error: "#VALUE!" },
  });
});

test("sheets, their state, merged cells, protection and tables; charts are no sheets", () => {
  const book = read({
    sheets: {
      "A & B":
        '<sheetData/><sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
      Data: '<dimension ref="A1:XFD1048576"/><sheetData/><tableParts count="1"><tablePart r:id="rId7"/></tableParts>',
    },
    sheetLinks: { 2: relationship("rId7", "table", "../tables/table1.xml") },
    parts: {
      "xl/tables/table1.xml":
        '<table xmlns="t" id="1" name="T" displayName="Trade" ref="B2:D9" totalsRowCount="1"><tableColumns><tableColumn id="1" name="Period"/><tableColumn id="2" name="two_x000a_lines"/><tableColumn id="3" name="&quot;c&quot;"/></tableColumns></table>',
    },
    links: relationship("rIdC", "chartsheet", "chartsheets/sheet1.xml"),
  });
  expect(book.sheets).toEqual([
    {
      ...{ name: "A & B", part: "xl/worksheets/sheet1.xml", visibility: "visible", isProtected: true },
      ...{ cells: [], tables: [], merged: [{ row: 0, column: 0, rows: 2, columns: 2 }] },
    },
    {
      ...{ name: "Data", part: "xl/worksheets/sheet2.xml", visibility: "visible", isProtected: false },
      ...{ cells: [], merged: [] },
      tables: [
        {
          ...{ name: "Trade", area: { row: 1, column: 1, rows: 8, columns: 3 } },
          ...{ columns: ["Period", "two\nlines", '"c"'], hasHeader: true, hasTotals: true },
        },
      ],
    },
  ]);
});

test("names, those of one sheet and hidden ones", () => {
  const book = read({
    sheets: { One: "<sheetData/>", Two: "<sheetData/>" },
    behind:
      '<definedNames><definedName name="Rate">One!$A$1</definedName><definedName name="_DigiTrade.Frozen.1" hidden="1" localSheetId="1">\'Two\'!$B$2&amp;"x"</definedName></definedNames>',
  });
  expect(book.names).toEqual([
    { name: "Rate", formula: "One!$A$1", isHidden: false },
    { name: "_DigiTrade.Frozen.1", formula: "'Two'!$B$2&\"x\"", isHidden: true, sheet: "Two" },
  ]);
});

test("number formats of the cell formats, own ones and those known by number", () => {
  const styles =
    '<styleSheet xmlns="s"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;x&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="999"/></cellXfs></styleSheet>';
  const book = read({ styles, sheets: { S: '<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>' } });
  expect(book.formats).toEqual(["General", 'yyyy"x"', "m/d/yyyy", "General"]);
  expect(book.sheets[0]?.cells).toEqual([{ row: 0, column: 0, value: null, style: 2 }]);
});

test("what only Excel works out is named", () => {
  const book = read({
    behind: '<calcPr iterate="1" fullPrecision="0"/>',
    links: relationship("rIdX", "externalLink", "externalLinks/externalLink1.xml"),
    sheets: {
      S: '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="C1"/><v>5</v></c></row></sheetData>',
    },
  });
  expect(book.onlyExcel).toEqual([
    "links to other workbooks",
    "iterative calculation",
    "precision as displayed",
    "data tables of a what-if analysis",
  ]);
  expect(book.sheets[0]?.cells[0]).toEqual({ row: 0, column: 0, value: 5, style: 0 });
  expect(read({}).onlyExcel).toEqual([]);
});

test("the other dialect of the format, with prefixes", () => {
  const parts = {
    "xl/worksheets/sheet1.xml":
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>B1</x:f><x:v>y</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
      '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="S" sheetId="1" q:id="rId1" state="veryHidden"/></x:sheets></x:workbook>',
  };
  const [sheet] = read({ parts }).sheets;
  expect(sheet?.visibility).toBe("veryHidden");
  expect(sheet?.cells).toEqual([
    { row: 0, column: 0, value: "y", style: 0, formula: { text: "B1", kind: "plain" } },
  ]);
});

test.each([
  ["rows out of order", '<row r="2"/><row r="1"/>', /rows .* out of order/],
  ["the same row twice", '<row r="2"/><row r="2"/>', /rows .* out of order/],
  ["cells out of order", '<row r="1"><c r="B1"/><c r="A1"/></row>', /cells .* out of order/],
  ["a cell of another row", '<row r="1"><c r="B2"/></row>', /cells .* out of order/],
  ["a row beyond the sheet", '<row r="1048577"/>', /rows .* out of order/],
  ["a cell beyond the sheet", '<row r="1"><c r="XFE1"/></row>', /cells .* out of order/],
  ["a missing text", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', /cell A1 holds no value/],
  ["an unknown type", '<row r="1"><c r="A1" t="constructor"><v>0</v></c></row>', /cell A1 holds no value/],
  ["a number that is none", '<row r="1"><c r="A1"><v>one</v></c></row>', /cell A1 holds no value/],
  ["a day that is none", '<row r="1"><c r="A1" t="d"><v>2023-02-30</v></c></row>', /cell A1 holds no value/],
  [
    "a shared formula without its text",
    '<row r="1"><c r="A1"><f t="shared" si="4"/></c></row>',
    /formula .* missing/,
  ],
  [
    "an array without an end",
    '<row r="1"><c r="A1"><f t="array" ref="A1:?">1</f></c></row>',
    /names the cells/,
  ],
])("%s is damage", (_, rows, expected) => {
  expect(() => read({ sheets: { S: `<sheetData>${rows}</sheetData>` } })).toThrow(expected);
});

test("shared formulas that would fill the memory are refused", () => {
  const long = `"${"x".repeat(15_000)}"`;
  const rows = Array.from(
    { length: 4000 },
    (_, i) => `<row><c><f t="shared" si="0">${i === 0 ? long : ""}</f></c></row>`,
  );
  expect(() => read({ sheets: { S: `<sheetData>${rows.join("")}</sheetData>` } })).toThrow(
    /more than 50000000 characters of formulas/,
  );
});

test("arrays that would fill the memory are refused, one of a whole column is read", () => {
  const cell = (ref: string): string =>
    `<sheetData><row><c><f t="array" ref="${ref}">1</f></c></row></sheetData>`;
  expect(() => read({ sheets: { S: cell("A1:XFD1048576") } })).toThrow(
    /more than 4000000 cells filled by arrays/,
  );
  expect(read({ sheets: { S: cell("A1:A1048576") } }).sheets[0]?.cells[0]?.formula?.extent?.rows).toBe(
    1_048_576,
  );
});

test("a formula longer than any of Excel's is refused", () => {
  const rows = `<row><c><f>${"1+".repeat(10_000)}1</f></c></row>`;
  expect(() => read({ sheets: { S: `<sheetData>${rows}</sheetData>` } })).toThrow(/\(A1\) is longer than/);
});

test("a sheet or a table that is named twice is refused", () => {
  const sheets =
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets></workbook>';
  expect(() => read({ parts: { "xl/workbook.xml": sheets } })).toThrow(/sheet1\.xml is named twice/);
  expect(() =>
    read({
      sheets: { S: '<sheetData/><tableParts><tablePart r:id="rId7"/><tablePart r:id="rId7"/></tableParts>' },
      sheetLinks: { 1: relationship("rId7", "table", "../tables/table1.xml") },
      parts: { "xl/tables/table1.xml": '<table displayName="T" ref="A1"/>' },
    }),
  ).toThrow(/table1\.xml is named twice/);
});
