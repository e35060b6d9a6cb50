import { plainRows } from "../../src/xlsx/plain-rows";
import { scanSheet } from "../../src/xlsx/sheet-scan";

const ROOT =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">';
const sheet = (
  rows: string,
  behind = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
): string => `${ROOT}<dimension ref="A1:C9"/><sheetData>${rows}</sheetData>${behind}</worksheet>`;

/** Everything that a scan tells, in order, places counted from the beginning of the rows. */
function told(xml: string): readonly unknown[] {
  const all: unknown[] = [];
  const from = xml.indexOf("<sheetData>");
  // A comment in front, which no quick reader passes by, moves all places.
  scanSheet(xml, "sheet1.xml", {
    element: (element) => all.push(["element", element]),
    rowStart: (...row) => all.push(["row starts", ...row]),
    cell: (cell) => all.push(["cell", cell]),
    row: (row) => all.push(["row", row]),
    rowsEnd: (start, end) => all.push(["end", { start, end }]),
  });
  const moved = (key: string, value: unknown): unknown =>
    typeof value === "number" && ["start", "end", "cellsEnd"].includes(key) ? value - from : value;
  return (JSON.parse(JSON.stringify(all, moved)) as readonly unknown[]).filter(
    (one) => !JSON.stringify(one).includes('"worksheet"') && !JSON.stringify(one).includes('"dimension"'),
  );
}

const PLAIN = [
  "",
  '<row r="1"/>',
  '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c></row>',
  '<row r="2">\r\n  <c r="A2"><f>B2&amp;"&lt;a&gt;"</f><v>1.5</v></c>\n</row><row r="9"><c r="C9"><v/></c></row>',
  '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_DIGITRADE_VALUE("TIC.JP",2023)</f><v>1</v></c></row>',
  '<row r="1"><c r="A1" t="str"><f t="shared" ref="A1:A2" si="0">B1</f><v xml:space="preserve"> a </v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>',
  '<row r="1" ><c r="A1" /><c r="B1" t="str"><v>日本 😀</v></c></row>',
];

test.each(PLAIN)("%s is read as the reader of all XML reads it", (rows) => {
  const xml = sheet(rows);
  expect(plainRows(xml)).toBeDefined();
  const slow = xml.replace("<dimension", "<!-- --><dimension");
  expect(plainRows(slow)).toBeUndefined();
  const [quickly, slowly] = [told(xml), told(slow)];
  expect(quickly).toEqual(slowly);
  expect(quickly.length).toBeGreaterThan(2);
});

test.each([
  ["rows out of order", sheet('<row r="2"/><row r="1"/>')],
  ["cells out of order", sheet('<row r="1"><c r="B1"/><c r="A1"/></row>')],
  ["cells of another row", sheet('<row r="1"><c r="A2"/></row>')],
  ["rows and cells without a number", sheet("<row><c><v>1</v></c></row>")],
  ["texts within cells", sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>')],
  ["an attribute twice", sheet('<row r="1"><c r="A1" s="1" s="2"/></row>')],
  ["a prefix that nobody declares", sheet('<row r="1" x15:a="1"/>')],
  ["a namespace of its own", sheet('<row r="1" xmlns="urn:other"/>')],
  ["a tag that does not close", sheet('<row r="1"><c r="A1"><v>1</c></row>')],
  ["an end before its time", `${ROOT}<sheetData><row r="1">`],
  ["an entity", sheet('<row r="1"><c r="A1"><v>&e;</v></c></row>')],
  ["a bare ampersand", sheet('<row r="1"><c r="A1"><v>a & b</v></c></row>')],
  ["a sign by its number", sheet('<row r="1"><c r="A1"><v>&#10;</v></c></row>')],
  ["a section", sheet('<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>')],
  ["a sign that no text may hold", sheet('<row r="1"><c r="A1"><v>\u0001</v></c></row>')],
  ["a bracket", sheet('<row r="1"><c r="A1"><v>]]></v></c></row>')],
  ["rows in two places", sheet('<row r="1"/>', '<x><sheetData><row r="2"/></sheetData></x>')],
  [
    "rows within a comment",
    `${ROOT}<!--<sheetData></sheetData>--><sheetData><row r="1"/></sheetData></worksheet>`,
  ],
])("%s is left to that reader", (_, xml) => {
  expect(plainRows(xml)).toBeUndefined();
});
