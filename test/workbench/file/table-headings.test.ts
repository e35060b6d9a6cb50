import { openPackage } from "../../../src/xlsx/package";
import { withNewColumnNames } from "../../../src/xlsx/column-references";
import { readBook } from "../../../src/xlsx/read-book";
import { DECLARATION, relationship, workbookFile } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, gridFile, stored } from "./grid-file";

afterEach(closeGridFiles);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number, formula = "", attributes = ""): string =>
  `<c r="${cell}">${formula === "" ? "" : `<f${attributes}>${formula}</f>`}<v>${value}</v></c>`;

const TABLE =
  `<table xmlns="${MAIN}" id="1" name="Trade" displayName="Trade" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/>` +
  '<tableColumns count="3"><tableColumn id="1" name="Year"/>' +
  '<tableColumn id="2" name="Value" totalsRowFunction="custom"><totalsRowFormula>MAX(Trade[Value])</totalsRowFormula></tableColumn>' +
  '<tableColumn id="3" name="Double"><calculatedColumnFormula>Trade[[#This Row],[Value]]*2</calculatedColumnFormula></tableColumn>' +
  "</tableColumns></table>";
const OTHER = `<table xmlns="${MAIN}" id="2" name="Other" displayName="Other" ref="E1:E2"><tableColumns count="1"><tableColumn id="1" name="Value"/></tableColumns></table>`;

interface Parts {
  readonly table?: string;
  /** One more cell in the row below everything. */
  readonly more?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly links?: string;
}

function book({ table = TABLE, more = "", parts = {}, links = "" }: Parts = {}): Uint8Array {
  const own = ' t="shared" ref="C2:C3" si="0"';
  const rows = [
    text("A1", "Year") + text("B1", "Value") + text("C1", "Double") + text("E1", "Value"),
    number("A2", 2022) +
      number("B2", 3) +
      number("C2", 6, "Trade[[#This Row],[Value]]*2", own) +
      number("E2", 9),
    number("A3", 2023) + number("B3", 4) + '<c r="C3"><f t="shared" si="0"/><v>8</v></c>',
    number("B4", 4, "MAX(Trade[Value])"),
    number("A6", 7, "SUM(trade[VALUE])") +
      number("B6", 9, "SUM(Other[Value])") +
      number("C6", 14, "SUM(Trade[[Value]:[Double]])-SUM(Trade[Value])"),
    number("A7", 14, "_xlfn.REDUCE(0,Trade[Value],_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b))*2") + more,
  ];
  return workbookFile({
    sheets: {
      Data: `<sheetData>${rows.map((cells, i) => `<row r="${[1, 2, 3, 4, 6, 7][i]}">${cells}</row>`).join("")}</sheetData><tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>`,
      "Other sheet": `<sheetData><row r="1">${number("A1", 3, "INDEX(Trade[Value],1)")}</row></sheetData>`,
    },
    sheetLinks: {
      1:
        relationship("rId1", "table", "../tables/table1.xml") +
        relationship("rId2", "table", "../tables/table2.xml"),
    },
    behind: '<definedNames><definedName name="All">Trade[[#All],[Value]]</definedName></definedNames>',
    parts: {
      "xl/tables/table1.xml": DECLARATION + table,
      "xl/tables/table2.xml": DECLARATION + OTHER,
      ...parts,
    },
    links,
  });
}

function renamed(cell: string, content: string, file = book()): Uint8Array {
  const grid = gridFile(file);
  grid.type(cell, content);
  return bytesOf(grid.save());
}

const formulas = (bytes: Uint8Array): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    (["C2", "C3", "B4", "A6", "B6", "C6", "A7"] as const).map((cell) => [
      cell,
      stored(bytes, cell)?.formula?.text,
    ]),
  );

test("a typed heading renames the column, and every formula that refers to it follows", () => {
  const saved = renamed("B1", "Balance (tn)");
  const pkg = openPackage(saved);
  expect(formulas(saved)).toEqual({
    C2: "Trade[[#This Row],[Balance (tn)]]*2",
    C3: "Trade[[#This Row],[Balance (tn)]]*2",
    B4: "MAX(Trade[Balance (tn)])",
    A6: "SUM(trade[Balance (tn)])",
    B6: "SUM(Other[Value])",
    C6: "SUM(Trade[[Balance (tn)]:[Double]])-SUM(Trade[Balance (tn)])",
    A7: "_xlfn.REDUCE(0,Trade[Balance (tn)],_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b))*2",
  });
  expect(stored(saved, "A1", 1)?.formula?.text).toBe("INDEX(Trade[Balance (tn)],1)");
  expect(pkg.text("xl/workbook.xml")).toContain('name="All">Trade[[#All],[Balance (tn)]]<');
  expect(pkg.text("xl/tables/table1.xml")).toBe(
    DECLARATION + TABLE.replaceAll('"Value"', '"Balance (tn)"').replaceAll("[Value]", "[Balance (tn)]"),
  );
  expect(pkg.text("xl/tables/table2.xml")).toBe(DECLARATION + OTHER);
  // A shared formula is still one.
  expect(pkg.text("xl/worksheets/sheet1.xml")).toContain('<c r="C3"><f t="shared" si="0"/><v>8</v></c>');
  expect(stored(saved, "B1")).toMatchObject({ value: "Balance (tn)" });
});

test("the saved file opens with the new name, and everything still works out", () => {
  const again = gridFile(renamed("B1", "Balance"));
  expect(again.opened.left.map(({ cell }) => cell)).toEqual(["'Data'!A7"]);
  again.type("B2", "30");
  expect(["A6", "C2", "B4"].map((cell) => again.value(cell))).toEqual([34, 60, 30]);
});

test("signs that mean something in references are escaped there, and others in the table's part", () => {
  const name = `a]b#c'd@ <"&>`;
  const saved = renamed("B1", name);
  expect(stored(saved, "A6")?.formula?.text).toBe(`SUM(trade[a']b'#c''d'@ <"&>])`);
  expect(openPackage(saved).text("xl/tables/table1.xml")).toContain('name="a]b#c\'d@ &lt;&quot;&amp;&gt;"');
  expect(readBook(openPackage(saved)).sheets[0]?.tables[0]?.columns).toEqual(["Year", name, "Double"]);
  expect(gridFile(saved).value("A6")).toBe(7);
});

test("a number and a day are texts as headings", () => {
  const saved = renamed("B1", "2023");
  expect(stored(saved, "B1")).toMatchObject({ value: "2023" });
  expect(stored(saved, "A6")?.formula?.text).toBe("SUM(trade[2023])");
  expect(openPackage(saved).text("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  expect(stored(renamed("B1", "2024-06-21"), "B1")).toMatchObject({ value: "2024-06-21" });
});

test("two columns can change their names with each other; capitals alone are a new name too", () => {
  const grid = gridFile(book());
  grid.type("B1", "Double");
  grid.type("C1", "VALUE");
  const saved = bytesOf(grid.save());
  expect(readBook(openPackage(saved)).sheets[0]?.tables[0]?.columns).toEqual(["Year", "Double", "VALUE"]);
  expect(formulas(saved)).toMatchObject({
    C2: "Trade[[#This Row],[Double]]*2",
    C6: "SUM(Trade[[Double]:[VALUE]])-SUM(Trade[Double])",
  });
});

test("cells beside the heading are typed as ever, and one that is as before changes nothing", () => {
  const grid = gridFile(book());
  grid.type("B2", "30");
  grid.type("E1", "Worth");
  const pkg = openPackage(bytesOf(grid.save()));
  expect(pkg.text("xl/tables/table1.xml")).toBe(DECLARATION + TABLE);
  expect(pkg.text("xl/tables/table2.xml")).toContain('name="Worth"');
  expect(pkg.text("xl/worksheets/sheet1.xml")).toContain("<f>SUM(Other[Worth])</f>");
});

const refusals = (cell: string, content: string, file = book()): readonly string[] => {
  const grid = gridFile(file);
  grid.type(cell, content);
  const saved = grid.save();
  return saved.kind === "refused" ? saved.refused.map(({ what, where }) => `${what} ${where}`) : [];
};

test.each([
  ["no text", ""],
  ["a formula", '="Bal"&"ance"'],
  ["another column's name", "yEAR"],
  ["a name that is too long", "x".repeat(256)],
])("refused as a heading: %s", (_, content) => {
  expect(refusals("B1", content)).toEqual(["table-heading Data!B1"]);
});

test("the headings of queries, of slicers, and of columns that an unreadable formula may mean stay", () => {
  const query = TABLE.replace(' ref="A1:C4"', ' tableType="queryTable" ref="A1:C4"');
  expect(refusals("B1", "Balance", book({ table: query }))).toEqual(["table-heading Data!B1"]);
  const slicer = `${DECLARATION}<slicerCacheDefinition xmlns="${MAIN}" name="s" sourceName="Value"><extLst><ext><tableSlicerCache tableId="1" column="2"/></ext></extLst></slicerCacheDefinition>`;
  const file = book({
    parts: { "xl/slicerCaches/slicerCache1.xml": slicer },
    links: relationship("rId77", "slicerCache", "slicerCaches/slicerCache1.xml"),
  });
  expect(refusals("B1", "Balance", file)).toEqual(["table-heading Data!B1"]);
  const odd = book({ more: number("B7", 1, "SUM(Trade[[Value)") });
  expect(refusals("B1", "Balance", odd)).toEqual(["table-reference Data!B7"]);
});

test("references of every form follow, those of other workbooks and texts do not", () => {
  const renames = [{ table: "Trade", from: "Value", to: "Worth" }];
  const follow = (formula: string, home?: string): string | undefined =>
    withNewColumnNames(formula, renames, home);
  expect(
    [
      "Trade[[#Headers],[#Data],[Value]]",
      "Trade[[#Totals],[Value]]+Trade[@Value]",
      "[0]!Trade[Value]",
      "[1]!Trade[Value]",
      '"Trade[Value]"&Trade[#All]',
      "Trade[ValueX]",
      "'[1]Trade'!A1+[1]Sheet1!B2",
    ].map((formula) => follow(formula)),
  ).toEqual([
    "Trade[[#Headers],[#Data],[Worth]]",
    "Trade[[#Totals],[Worth]]+Trade[[#This Row],[Worth]]",
    "[0]!Trade[Worth]",
    "[1]!Trade[Value]",
    '"Trade[Value]"&Trade[#All]',
    "Trade[ValueX]",
    "'[1]Trade'!A1+[1]Sheet1!B2",
  ]);
  expect([follow("[Value]*2", "Trade"), follow("[Value]*2"), follow("[Value]*2", "Other")]).toEqual([
    "[Worth]*2",
    "[Value]*2",
    "[Value]*2",
  ]);
});

test("formulas that are typed with the old name are written with the new one", () => {
  const grid = gridFile(book());
  grid.type("B1", "Balance");
  grid.type("F3", "=SUM(Trade[Value])");
  expect(stored(bytesOf(grid.save()), "F3")?.formula?.text).toBe("SUM(Trade[Balance])");
});

test("a formula that is typed with the old name and cannot be read keeps the heading as it is", () => {
  const grid = gridFile(book());
  grid.type("B1", "Balance");
  grid.type("F3", "=SUM(Trade[Value]:Trade[Double])");
  expect(grid.save()).toEqual({
    kind: "refused",
    refused: [{ what: "table-reference", where: "Data!F3" }],
  });
});

test("names of tables that begin with a backslash are not taken for columns of the table around", () => {
  const renames = [
    { table: "Trade", from: "Value", to: "Worth" },
    { table: String.raw`\T`, from: "Value", to: "Worth" },
  ];
  expect(withNewColumnNames(String.raw`SUM(\T[Value])`, renames, "Trade")).toBeUndefined();
  expect(
    withNewColumnNames("SUM(T?1[Value]:T?1[Other])", [{ table: "T?1", from: "Value", to: "x" }], undefined),
  ).toBeUndefined();
});
