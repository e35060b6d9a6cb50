import { strFromU8, strToU8 } from "fflate";
import { readArea } from "../../src/file/address";
import type { CellEdit, CellValue, StoredFormula } from "../../src/xlsx/cells";
import { patchSheet, type SheetWorld } from "../../src/xlsx/patch-sheet";

const WORLD: SheetWorld = {
  part: "xl/worksheets/sheet1.xml",
  strings: ["shared"],
  from1904: false,
  spilling: new Set([1]),
  mark: 1,
};

interface Wanted {
  readonly value?: CellValue;
  readonly formula?: StoredFormula | null;
  readonly style?: number;
}

const edit = (cell: string, wanted: Wanted): CellEdit => {
  const { row, column } = readArea(cell);
  return { row, column, ...wanted };
};

const plain = (text: string): StoredFormula => ({ text, kind: "plain" });
const dynamic = (text: string, extent: string): StoredFormula => ({
  ...{ text, kind: "dynamic", extent: readArea(extent) },
});

const patched = (xml: string, edits: readonly CellEdit[], world: SheetWorld = WORLD): string =>
  strFromU8(patchSheet(strToU8(xml), edits, world).bytes);

/** The rows of a sheet after edits, all else of it checked to be as it was. */
const rowsAfter = (rows: string, edits: readonly CellEdit[]): string => {
  const [before, behind] = [
    '<?xml version="1.0"?>\r\n<worksheet xmlns="m"><sheetPr/><sheetData>',
    "</sheetData><!-- & --><extLst/></worksheet>",
  ];
  const after = patched(before + rows + behind, edits);
  expect(after.startsWith(before)).toBe(true);
  expect(after.endsWith(behind)).toBe(true);
  return after.slice(before.length, after.length - behind.length);
};

test.each<[string, CellValue, string]>([
  ["a number in its shortest form", 0.1 + 0.2, '<c r="A1"><v>0.30000000000000004</v></c>'],
  ["a large number", 1e21, '<c r="A1"><v>1E+21</v></c>'],
  ["a negative zero", -0, '<c r="A1"><v>0</v></c>'],
  ["a number that is none", NaN, '<c r="A1" t="e"><v>#NUM!</v></c>'],
  ["a text", "a<b & c", '<c r="A1" t="inlineStr"><is><t>a&lt;b &amp; c</t></is></c>'],
  ["a text with blanks", " x\n", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x\n</t></is></c>'],
  [
    "a text with what XML cannot hold",
    "a\u0001_x0041_\r",
    '<c r="A1" t="inlineStr"><is><t>a_x0001__x005F_x0041__x000D_</t></is></c>',
  ],
  ["a truth", true, '<c r="A1" t="b"><v>1</v></c>'],
  ["an error", { error: "#N/A" }, '<c r="A1" t="e"><v>#N/A</v></c>'],
  ["an error of newer versions", { error: "#SPILL!" }, '<c r="A1" t="e"><v>#VALUE!</v></c>'],
])("%s", (_, value, expected) => {
  expect(rowsAfter("", [edit("A1", { value })])).toBe(`<row r="1">${expected}</row>`);
  expect(rowsAfter('<row r="1"><c r="A1"><v>7</v></c></row>', [edit("A1", { value })])).toBe(
    `<row r="1">${expected}</row>`,
  );
});

test("only the value of a formula changes, the rest of its cell stays", () => {
  const cell = (v: string) =>
    `<c  r='A1' s="3" t="str" ph="1"><f ca="1">A2&amp;"x"</f><v>${v}</v><extLst><ext uri="u"><c/></ext></extLst></c>`;
  expect(rowsAfter(`<row r="1">${cell("old")}</row>`, [edit("A1", { value: "new" })])).toBe(
    `<row r="1">${cell("new").replace("<c  r='A1'", '<c r="A1"')}</row>`,
  );
});

test("what is there already stays untouched, however it is written", () => {
  const rows =
    '<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="e" vm="3"><v>#VALUE!</v></c><c r="D1"><f>A1</f><v>1</v></c></row>';
  expect(
    rowsAfter(rows, [
      edit("A1", { value: 0.1 }),
      edit("B1", { value: "shared" }),
      edit("C1", { value: { error: "#VALUE!" } }),
      edit("D1", { value: 1, formula: plain("A1"), style: 0 }),
      edit("E9", {}),
      edit("F9", { value: null, formula: null }),
    ]),
  ).toBe(rows);
});

test("the mark of a rich value goes with the value", () => {
  expect(
    rowsAfter(
      '<row r="1"><c r="A1" s="2" t="e" cm="1" vm="3"><f t="array" ref="A1">X()</f><v>#VALUE!</v></c></row>',
      [edit("A1", { value: 5 })],
    ),
  ).toBe('<row r="1"><c r="A1" s="2" cm="1"><f t="array" ref="A1">X()</f><v>5</v></c></row>');
});

test("a formula goes, its text stays as the cell's own", () => {
  expect(
    rowsAfter('<row r="1"><c r="A1" t="str" cm="1"><f t="array" ref="A1">X()</f><v>jp</v></c></row>', [
      edit("A1", { formula: null }),
    ]),
  ).toBe('<row r="1"><c r="A1" t="inlineStr"><is><t>jp</t></is></c></row>');
});

test("a formula comes, the shared text stays as its answer", () => {
  expect(
    rowsAfter('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', [edit("A1", { formula: plain("B1<2") })]),
  ).toBe('<row r="1"><c r="A1" t="str"><f>B1&lt;2</f><v>shared</v></c></row>');
});

test("rows and cells are put in their places", () => {
  const rows =
    '<row r="2" spans="2:3" ht="20" customHeight="1"><c r="B2"><v>1</v></c><c r="C2"/></row><row r="4" x="1"/>';
  expect(
    rowsAfter(rows, [
      edit("D9", { value: 9 }),
      edit("A1", { value: 1 }),
      edit("A2", { value: 2 }),
      edit("E2", { value: 3 }),
      edit("C3", { value: 4 }),
      edit("B4", { value: 5 }),
      edit("A3", { value: 6 }),
    ]),
  ).toBe(
    '<row r="1"><c r="A1"><v>1</v></c></row>' +
      '<row r="2" spans="1:5" ht="20" customHeight="1"><c r="A2"><v>2</v></c><c r="B2"><v>1</v></c><c r="C2"/><c r="E2"><v>3</v></c></row>' +
      '<row r="3"><c r="A3"><v>6</v></c><c r="C3"><v>4</v></c></row><row r="4" x="1"><c r="B4"><v>5</v></c></row>' +
      '<row r="9"><c r="D9"><v>9</v></c></row>',
  );
});

test("an empty sheet, and one with prefixes", () => {
  expect(
    patched('<x:worksheet xmlns:x="m"><x:dimension ref="A1"/><x:sheetData/></x:worksheet>', [
      edit("B2", { value: "t" }),
      edit("B3", { formula: plain("1"), value: 1 }),
    ]),
  ).toBe(
    '<x:worksheet xmlns:x="m"><x:dimension ref="A1:B3"/><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="B3"><x:f>1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );
});

test("new cells look like their row or column", () => {
  expect(
    patched(
      '<worksheet><cols><col min="2" max="3" style="7"/></cols><sheetData><row r="1" s="5" customFormat="1"/><row r="2" s="5"/></sheetData></worksheet>',
      [
        edit("B1", { value: 1 }),
        edit("B2", { value: 1 }),
        edit("D2", { value: 1 }),
        edit("C3", { value: 1, style: 2 }),
      ],
    ),
  ).toBe(
    '<worksheet><cols><col min="2" max="3" style="7"/></cols><sheetData><row r="1" s="5" customFormat="1"><c r="B1" s="5"><v>1</v></c></row><row r="2" s="5"><c r="B2" s="7"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="3"><c r="C3" s="2"><v>1</v></c></row></sheetData></worksheet>',
  );
});

test("an array that spills farther: its reach, its cells, and those that it leaves", () => {
  const rows =
    '<row r="1"><c r="A1" cm="1"><f t="array" aca="1" ref="A1:A2">_xldudf_DIGITRADE_HISTORY("JP")</f><v>1</v></c></row><row r="2"><c r="A2" s="4" t="str"><v>b</v></c></row>';
  const text = '_xldudf_DIGITRADE_HISTORY("JP")';
  const grown = rowsAfter(rows, [
    edit("A1", { formula: dynamic(text, "A1:A3"), value: 1 }),
    edit("A3", { value: "c" }),
  ]);
  expect(grown).toBe(`${rows.replace("A1:A2", "A1:A3")}<row r="3"><c r="A3" t="str"><v>c</v></c></row>`);
  expect(
    rowsAfter(grown, [
      edit("A1", { formula: dynamic(text, "A1") }),
      edit("A2", { value: null }),
      edit("A3", { value: null }),
    ]),
  ).toBe(
    '<row r="1"><c r="A1" cm="1"><f t="array" aca="1" ref="A1">_xldudf_DIGITRADE_HISTORY("JP")</f><v>1</v></c></row><row r="2"><c r="A2" s="4"/></row><row r="3"><c r="A3"/></row>',
  );
});

test("a stuck formula is repaired with its mark", () => {
  expect(
    rowsAfter('<row r="1"><c r="A1" t="e"><f ca="1">DIGITRADE.VALUE(1)</f><v>#NAME?</v></c></row>', [
      edit("A1", { formula: dynamic("_xldudf_DIGITRADE_VALUE(1)", "A1"), value: 2 }),
    ]),
  ).toBe(
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">_xldudf_DIGITRADE_VALUE(1)</f><v>2</v></c></row>',
  );
});

const SHARED =
  '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1*$C$1</f><v>1</v></c></row>' +
  '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f ca="1" t="shared" si="0"/><v>3</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>4</v></c></row>';

test("the next cell takes a shared formula over", () => {
  expect(
    rowsAfter(SHARED, [
      edit("A1", { formula: null, value: 9 }),
      edit("A2", { formula: plain("1") }),
      edit("A3", { value: 33 }),
    ]),
  ).toBe(
    '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><f>1</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><f ca="1" t="shared" si="0" ref="A3:A4">B3*$C$1</f><v>33</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>4</v></c></row>',
  );
});

test("values of a shared formula change without it, and its last cell goes alone", () => {
  expect(rowsAfter(SHARED, [edit("A1", { value: 8 }), edit("A4", { formula: null })])).toBe(
    SHARED.replace("<v>1</v>", "<v>8</v>").replace('<c r="A4"><f t="shared" si="0"/>', '<c r="A4">'),
  );
});

test("where no cell can take it over, each gets the formula for itself", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">D1+1</f></c><c r="B1"><f t="shared" si="0"/></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>';
  expect(rowsAfter(rows, [edit("A1", { formula: plain("2") })])).toBe(
    '<row r="1"><c r="A1"><f>2</f></c><c r="B1"><f>E1+1</f></c></row><row r="2"><c r="A2"><f>D2+1</f></c></row>',
  );
});

test("two groups of the same number are two groups", () => {
  const group = (rows: number, text: string) =>
    `<row r="${rows}"><c r="A${rows}"><f t="shared" ref="A${rows}:A${rows + 1}" si="0">${text}</f></c></row><row r="${rows + 1}"><c r="A${rows + 1}"><f t="shared" si="0"/></c></row>`;
  expect(rowsAfter(group(1, "B1") + group(3, "C3"), [edit("A1", { formula: plain("0") })])).toBe(
    '<row r="1"><c r="A1"><f>0</f></c></row><row r="2"><c r="A2"><f t="shared" si="0" ref="A2">B2</f></c></row>' +
      group(3, "C3"),
  );
});

test("the dimension is widened, and only then", () => {
  const sheet = (ref: string, rows = "") =>
    `<worksheet><dimension ref="${ref}"/><sheetData>${rows}</sheetData></worksheet>`;
  expect(patched(sheet("B2:C3"), [edit("D1", { value: 1 })])).toBe(
    sheet("B1:D3", '<row r="1"><c r="D1"><v>1</v></c></row>'),
  );
  expect(patched(sheet("B2:C3"), [edit("C3", { value: 1 })])).toBe(
    sheet("B2:C3", '<row r="3"><c r="C3"><v>1</v></c></row>'),
  );
});

test("byte order marks and UTF-16 stay", () => {
  const xml =
    '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>日本 🎏</v></c><c r="B1"/></row></sheetData></worksheet>';
  const utf16 = new Uint8Array(Buffer.from(xml, "utf16le"));
  const after = patchSheet(utf16, [edit("B1", { value: 1 })], WORLD).bytes;
  expect(Buffer.from(after).toString("utf16le")).toBe(xml.replace('<c r="B1"/>', '<c r="B1"><v>1</v></c>'));
  const utf8 = patchSheet(strToU8(xml.replace("UTF-16", "UTF-8")), [edit("B1", { value: 1 })], WORLD).bytes;
  expect(Buffer.from(utf8).toString()).toBe(
    xml.replace("UTF-16", "UTF-8").replace('<c r="B1"/>', '<c r="B1"><v>1</v></c>'),
  );
});

test("later edits of a cell come on top of earlier ones", () => {
  expect(rowsAfter("", [edit("A1", { value: 1, style: 3 }), edit("A1", { formula: plain("2") })])).toBe(
    '<row r="1"><c r="A1" s="3"><f>2</f><v>1</v></c></row>',
  );
  expect(rowsAfter("", [edit("A1", { value: 1 }), edit("A1", { value: 2 })])).toBe(
    '<row r="1"><c r="A1"><v>2</v></c></row>',
  );
});

test("whether formulas come or go", () => {
  const moves = (edits: readonly CellEdit[]) =>
    patchSheet(
      strToU8(
        `<worksheet><sheetData>${SHARED}<row r="5"><c r="A5"><v>1</v></c></row></sheetData></worksheet>`,
      ),
      edits,
      WORLD,
    ).movesFormulas;
  expect(
    moves([
      edit("A1", { value: 1 }),
      edit("A2", { formula: plain("1") }),
      edit("A5", { formula: null }),
      edit("A9", { value: 1 }),
    ]),
  ).toBe(false);
  expect(moves([edit("A2", { formula: null })])).toBe(true);
  expect(moves([edit("A5", { formula: plain("1") })])).toBe(true);
  expect(moves([edit("A9", { formula: plain("1") })])).toBe(true);
  expect(moves([edit("A1", { formula: dynamic("1", "A1") })])).toBe(true);
});
