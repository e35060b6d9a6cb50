import { unzipSync } from "fflate";
import { readArea } from "../../src/file/address";
import { applyEdits } from "../../src/xlsx/apply-edits";
import type { StoredFormula } from "../../src/xlsx/cells";
import { openPackage, savePackage, withChanges } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { DECLARATION, workbookFile, type WorkbookFile } from "./workbook-file";

const OURS: StoredFormula = {
  text: "_xldudf_DIGITRADE_HISTORY(1)",
  kind: "dynamic",
  extent: readArea("A1:A2"),
};

const ROWS = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>3</v></c></row></sheetData>';
const CHAIN = `${DECLARATION}<calcChain xmlns="c"><c r="A1" i="1"/></calcChain>`;

const apply = (
  file: WorkbookFile,
  edits: Parameters<typeof applyEdits>[2],
  options?: Parameters<typeof applyEdits>[3],
) => {
  const pkg = openPackage(workbookFile(file));
  const changes = applyEdits(pkg, readBook(pkg), edits, options);
  const saved = savePackage(pkg, changes);
  return {
    changes: [...changes.keys()].sort(),
    pkg: openPackage(saved),
    book: readBook(openPackage(saved)),
    saved,
  };
};

const formulaOf = (book: ReturnType<typeof apply>["book"]) => book.sheets[0]?.cells[0]?.formula;

test("values alone change their sheet alone", () => {
  const file = { sheets: { One: ROWS, Two: ROWS }, calcChain: CHAIN };
  const { changes, book } = apply(file, new Map([["Two", [{ row: 0, column: 0, value: 5 }]]]));
  expect(changes).toEqual(["xl/worksheets/sheet2.xml"]);
  expect(book.sheets.map(({ cells }) => cells[0]?.value)).toEqual([2, 5]);
});

test("edits that change nothing change nothing", () => {
  expect(apply({ sheets: { S: ROWS } }, new Map([["S", [{ row: 0, column: 0, value: 2 }]]])).changes).toEqual(
    [],
  );
});

test("a sheet that is not there is damage", () => {
  expect(() => apply({}, new Map([["None", []]]))).toThrow(/sheet "None" is missing/);
});

test("where a formula goes, the chain of calculation goes with it, its type and its link", () => {
  const { changes, pkg } = apply(
    { sheets: { S: ROWS }, calcChain: CHAIN },
    new Map([["S", [{ row: 0, column: 0, formula: null }]]]),
  );
  expect(changes).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/calcChain.xml",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(pkg.has("xl/calcChain.xml")).toBe(false);
  expect(pkg.text("[Content_Types].xml")).not.toContain("calcChain");
  expect(pkg.relationships("xl/workbook.xml").map(({ kind }) => kind)).toEqual(["worksheet"]);
});

test("a spilling formula brings the part that marks it, once", () => {
  const edits = new Map([
    [
      "S",
      [
        { row: 0, column: 0, formula: OURS, value: 1 },
        { row: 1, column: 0, value: "two" },
      ],
    ],
  ]);
  const first = apply({ sheets: { S: ROWS } }, edits);
  expect(first.changes).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/metadata.xml",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(formulaOf(first.book)).toEqual(OURS);
  expect(first.pkg.contentType("xl/metadata.xml")).toMatch(/sheetMetadata\+xml$/);
  expect(first.pkg.text("xl/worksheets/sheet1.xml")).toContain('<c r="A2" t="str"><v>two</v></c>');
  const again = applyEdits(first.pkg, first.book, new Map([["S", [{ row: 5, column: 0, formula: OURS }]]]));
  expect([...again.keys()]).toEqual(["xl/worksheets/sheet1.xml"]);
});

const TYPE = (name: string) => `<metadataType name="${name}"/>`;
const RICH = '<futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata>';
const DYNAMIC = (folded: string) =>
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext><d:dynamicArrayProperties xmlns:d="d" fDynamic="1" fCollapsed="${folded}"/></ext></extLst></bk></futureMetadata>`;

test.each([
  ["an empty one", "", 1],
  [
    "one with rich values",
    `<metadataTypes count="1">${TYPE("XLRICHVALUE")}</metadataTypes>${RICH}<valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata>`,
    1,
  ],
  [
    "one with other marks of cells",
    `<metadataTypes count="1">${TYPE("XLMDX")}</metadataTypes><mdxMetadata count="1"><mdx n="0" f="v"/></mdxMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>`,
    2,
  ],
  [
    "one with folded arrays only",
    `<metadataTypes count="1">${TYPE("XLDAPR")}</metadataTypes>${DYNAMIC("1")}<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>`,
    2,
  ],
  ["one whose list is empty", `<metadataTypes count="0"/><cellMetadata count="0"/>`, 1],
])("the part for marks is completed: %s", (_, inside, mark) => {
  const metadata = `${DECLARATION}<metadata xmlns="m">${inside}<extLst/></metadata>`;
  const { pkg, book } = apply(
    { sheets: { S: ROWS }, metadata },
    new Map([["S", [{ row: 0, column: 0, formula: OURS, value: 1 }]]]),
  );
  expect(formulaOf(book)).toEqual(OURS);
  expect(pkg.text("xl/worksheets/sheet1.xml")).toContain(`<c r="A1" cm="${mark}">`);
  const xml = pkg.text("xl/metadata.xml");
  // All counts are right, and the lists stand in the order of the schema.
  for (const [, name, count, list] of xml.matchAll(
    /<(metadataTypes|cellMetadata|futureMetadata)[^>]* count="(\d+)"[^>]*>(.*?)<\/\1>/g,
  ))
    expect([name, list!.match(/<(metadataType|bk)[ />]/g)?.length]).toEqual([name, Number(count)]);
  const order = [
    "metadataTypes",
    "mdxMetadata",
    "futureMetadata",
    "cellMetadata",
    "valueMetadata",
    "extLst/></metadata",
  ];
  const places = order.map((name) => xml.lastIndexOf(`<${name}`)).filter((at) => at >= 0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([
  ["", '<calcPr fullCalcOnLoad="1"/>'],
  [
    "<definedNames><definedName name='a'>1</definedName></definedNames><pivotCaches/>",
    "<definedNames><definedName name='a'>1</definedName></definedNames><calcPr fullCalcOnLoad=\"1\"/><pivotCaches/>",
  ],
  ['<calcPr calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'],
  ["<calcPr fullCalcOnLoad='0' calcId=\"1\"></calcPr>", '<calcPr fullCalcOnLoad="1" calcId="1"></calcPr>'],
  ['<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'],
])("Excel is told to calculate: %j", (behind, expected) => {
  const { pkg } = apply({ behind, sheets: { S: ROWS } }, new Map(), { calculateOnLoad: true });
  const before = openPackage(workbookFile({ behind, sheets: { S: ROWS } })).text("xl/workbook.xml");
  expect(pkg.text("xl/workbook.xml")).toBe(before.replace(`</sheets>${behind}`, `</sheets>${expected}`));
});

test("edits come on top of changes that the package has already", () => {
  const pkg = openPackage(workbookFile({ sheets: { S: ROWS } }));
  const other = withChanges(pkg, new Map([["xl/other.bin", new Uint8Array([1])]]));
  const saved = savePackage(
    other,
    applyEdits(other, readBook(other), new Map([["S", [{ row: 0, column: 1, value: 4 }]]])),
  );
  expect(unzipSync(saved)["xl/other.bin"]).toEqual(new Uint8Array([1]));
  expect(readBook(openPackage(saved)).sheets[0]?.cells[1]?.value).toBe(4);
});
