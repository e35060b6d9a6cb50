import { strToU8, zipSync } from "fflate";
import { Problem } from "../../src/domain/problem";
import { LIMITS } from "../../src/xlsx/limits";
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { workbookFile, workbookParts, worksheet, zipped } from "./workbook-file";

const refusal = (file: Uint8Array, limits = LIMITS): string => {
  try {
    const pkg = openPackage(file, limits);
    for (const name of pkg.names) pkg.bytes(name);
    readBook(pkg);
    return "opened";
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.message;
    throw thrown;
  }
};

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");

test.each<[string, Uint8Array, RegExp]>([
  ["an empty file", new Uint8Array(), /it is empty/],
  [
    "an encrypted one",
    Buffer.concat([COMPOUND, Buffer.alloc(600), utf16("EncryptedPackage"), Buffer.alloc(90)]),
    /encrypted with a password; .* save it without one/,
  ],
  [
    "one of Excel 97",
    Buffer.concat([COMPOUND, utf16("Workbook"), Buffer.alloc(600)]),
    /Excel 97 \(\.xls\); save it as/,
  ],
  ["a text", strToU8("a,b\n1,2\n"), /not an Excel workbook; save it as/],
  ["a zip file", zipSync({ "a.txt": strToU8("a") }), /a zip file, but no Excel workbook/],
  [
    "an OpenDocument",
    zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }),
    /OpenDocument .* save it as/,
  ],
  [
    "a binary workbook",
    workbookFile({ mainType: "application/vnd.ms-excel.sheet.binary.macroEnabled.main" }),
    /\(\.xlsb\); save it as/,
  ],
  [
    "a document",
    workbookFile({
      mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    }),
    /a Word document/,
  ],
  ["an unknown type", workbookFile({ mainType: "text/plain" }), /type "text\/plain", not a workbook/],
])("%s is refused with what to do", (_, file, expected) => {
  expect(refusal(new Uint8Array(file))).toMatch(expected);
});

test.each(["/etc/passwd", "../x.xml", "xl/../../x", "xl\\x.xml", "C:/x", "xl//x.xml", "./x", "xl/\u0000x"])(
  "a part of the name %j is refused",
  (name) => {
    expect(refusal(zipped({ ...workbookParts({}), [name]: "x" }))).toMatch(/which no workbook has/);
  },
);

test("the same part twice, in other capitals, is refused", () => {
  expect(refusal(zipped({ ...workbookParts({}), "XL/workbook.xml": "<x/>" }))).toMatch(/twice/);
});

test("a link never leads out of the file", () => {
  const packageLinks = '<Relationship Id="x" Type="t" Target="../../../etc/passwd"/>';
  const [link] = openPackage(workbookFile({ packageLinks }))
    .relationships("")
    .filter(({ id }) => id === "x");
  expect(link?.target).toBe("etc/passwd");
});

test.each([
  ["parts", { parts: 3 }, /unpack to \d+ parts/],
  ["bytes of one part", { part: 100 }, /MB in one part/],
  ["bytes of all", { all: 1000 }, /more than DigiTrade reads/],
  ["tight packing", { alwaysUnpacked: 10_000, ratio: 50 }, /packed into next to nothing/],
])("too many %s are refused before anything is unpacked", (_, limit, expected) => {
  const file = workbookFile({ parts: { "xl/media/big.bin": new Uint8Array(1_000_000) } });
  expect(refusal(file)).toBe("opened");
  expect(refusal(file, { ...LIMITS, ...limit })).toMatch(expected);
});

/** A file whose directory says other things of its last part than are true. */
function tampered(change: (view: DataView, central: number, local: number) => void): Uint8Array {
  const file = zipped({ ...workbookParts({}), "xl/media/last.bin": new Uint8Array(300_000) });
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let central = 0;
  let local = 0;
  for (let at = 0; at < file.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) central = at;
    if (view.getUint32(at, true) === 0x04034b50) local = at;
  }
  change(view, central, local);
  return file;
}

test.each<[string, (view: DataView, central: number, local: number) => void, RegExp]>([
  [
    "is larger than it says",
    (view, central) => view.setUint32(central + 24, 10, true),
    /larger than it says/,
  ],
  ["is smaller than it says", (view, central) => view.setUint32(central + 24, 300_001, true), /is cut off/],
  ["has another check sum", (view, central) => view.setUint32(central + 16, 1, true), /check sum/],
  ["is packed in an unknown way", (view, central) => view.setUint16(central + 10, 12, true), /unknown way/],
  ["needs a password", (view, central) => view.setUint16(central + 8, 1, true), /protected by a password/],
  ["is of a zip64 file", (view, central) => view.setUint32(central + 20, 0xffffffff, true), /zip64/],
  ["has another name in its own header", (view, _, local) => view.setUint8(local + 30, 65), /is not in it/],
  ["lies elsewhere", (view, central) => view.setUint32(central + 42, 0x7fffffff, true), /is not in it/],
])("a part that %s is refused", (_, change, expected) => {
  expect(refusal(tampered(change))).toMatch(expected);
});

test("parts that share their bytes are refused", () => {
  const file = zipped(workbookParts({}));
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const places: number[] = [];
  for (let at = 0; at < file.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) places.push(at);
  // The second is made a part that contains all that follow.
  const [, second = 0] = places;
  view.setUint32(second + 20, view.getUint32(second + 20, true) + 40, true);
  expect(refusal(file)).toMatch(/overlap/);
});

test.each([
  [
    "a document type",
    '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/>&b;</worksheet>',
    /defines entities/,
  ],
  ["an unknown entity", "<worksheet>&a;</worksheet>", /is damaged/],
  ["no end", "<worksheet><sheetData>", /is damaged/],
  ["two roots", "<worksheet><sheetData/></worksheet><worksheet/>", /is damaged/],
  ["no text", new Uint8Array([0xc0, 0xc1]), /not readable text/],
  ["an odd number of bytes in UTF-16", new Uint8Array([0xff, 0xfe, 0x3c]), /not readable text/],
  ["another encoding", '<?xml version="1.0" encoding="Shift_JIS"?><worksheet/>', /encoding Shift_JIS/],
  ["endless nesting", "<a>".repeat(100_000), /nested too deep/],
])("XML with %s is refused", (_, sheet, expected) => {
  expect(refusal(workbookFile({ parts: { "xl/worksheets/sheet1.xml": sheet } }))).toMatch(expected);
});

test("a sheet that is declared as something else is refused", () => {
  const types = workbookParts({})["[Content_Types].xml"] as string;
  const parts = { "[Content_Types].xml": types.replace("worksheet+xml", "chartsheet+xml") };
  expect(refusal(workbookFile({ parts }))).toMatch(/not declared as a sheet/);
});

test("cut off anywhere, a file is refused, never half read", () => {
  const file = workbookFile({
    sheets: { S: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
  });
  expect(refusal(file)).toBe("opened");
  for (let length = 0; length < file.length; length++)
    expect(refusal(file.slice(0, length))).toMatch(/^This file was not opened: /);
});

test("with any byte changed, a file is refused or opened, and nothing else happens", () => {
  const file = workbookFile({
    strings: "<sst/>",
    sheets: { S: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
  });
  for (let at = 0; at < file.length; at++) {
    const other = file.slice();
    other[at] = (other[at] ?? 0) ^ 0xff;
    expect(refusal(other)).toMatch(/^(opened|This file was not opened: )/);
  }
});

test("a bomb that says what it is, and one that lies, both end early", () => {
  const honest = zipSync({ ...textParts(), "xl/media/z.bin": new Uint8Array(8_000_000) }, { level: 9 });
  expect(refusal(honest)).toMatch(/packed into next to nothing/);
  const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength);
  for (let at = 0; at < honest.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 8_000_000)
      view.setUint32(at + 24, 5000, true);
  expect(refusal(honest)).toMatch(/larger than it says/);
});

const textParts = () =>
  Object.fromEntries(
    Object.entries(workbookParts({})).map(([name, part]) => [name, strToU8(part as string)]),
  );

test("a sheet that says it fills every row costs nothing", () => {
  const sheet = worksheet(
    '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
  );
  const [read] = readBook(openPackage(workbookFile({ parts: { "xl/worksheets/sheet1.xml": sheet } }))).sheets;
  expect(read?.cells).toEqual([{ row: 1_048_575, column: 16_383, value: 1, style: 0 }]);
});
