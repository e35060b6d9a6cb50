import { absoluteName, parseReference, tryReference, zoneName } from "../../../src/workbench/host/a1";
import { fromLocal, GERMAN, toLocal } from "../../../src/workbench/host/culture";
import { namespaceOf } from "../../../src/workbench/host/excel/custom-xml";
import { createFormats } from "../../../src/workbench/host/formats";
import { fromR1C1, toR1C1 } from "../../../src/workbench/host/r1c1";

test.each([
  ["A1", undefined, "A1"],
  ["$B$2:C10", undefined, "B2:C10"],
  ["C3:A1", undefined, "A1:C3"],
  ["Sheet1!A:C", "Sheet1", "A:C"],
  ["'Bob''s Region'!2:5", "Bob's Region", "2:5"],
])("%s is a reference", (text, sheet, name) => {
  const reference = parseReference(text);
  expect([reference.sheet, zoneName(reference.zone)]).toEqual([sheet, name]);
});

test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2:C3", "name", "A1;B2"])("%p is none", (text) => {
  expect(tryReference(text)).toBeUndefined();
});

test("absolute names", () => {
  expect(absoluteName(parseReference("B2:C3").zone)).toBe("$B$2:$C$3");
});

test.each([
  ["=A1*2", 1, 0, "=RC[-1]*2"],
  ["=SUM($A$1:B$3)", 1, 1, "=SUM(R1C1:R3C)"],
  [`=IF(A1="B2",'A1 x'!C3,LOG10(2))`, 0, 0, `=IF(RC="B2",'A1 x'!R[2]C[2],LOG10(2))`],
  ["=DIGITRADE.VALUE(A2,B2+1)", 2, 1, "=DIGITRADE.VALUE(RC[-2],RC[-1]+1)"],
])("%s in column %i, row %i is %s, and back", (a1, col, row, r1c1) => {
  expect(toR1C1(a1, col, row)).toBe(r1c1);
  expect(fromR1C1(r1c1, col, row)).toBe(a1);
});

test("a formula in German and back", () => {
  const english = '=DIGITRADE.DEFICIT("JP, 2023",A1,1.5)';
  expect(toLocal(english, GERMAN)).toBe('=DIGITRADE.DEFICIT("JP, 2023";A1;1,5)');
  expect(fromLocal(toLocal(english, GERMAN), GERMAN)).toBe(english);
});

test("formats that the grid lacks are simplified and told apart", () => {
  const formats = createFormats((format) => !/\[Red\]|\[>|_|¥/.test(format.replaceAll(/"[^"]*"/g, "")));
  const given = ["0.00", "[Red]0.00", "[Red]0.00;-0.00", "_(* #,##0_)", '"¥"0', "¥0", "[>=1000]0,;0"];
  const shown = given.map((format) => formats.toGrid(format));
  expect(shown[0]).toBe("0.00");
  expect(new Set(shown).size).toBe(given.length);
  expect(shown.map((format) => formats.toExcel(format))).toEqual(given);
  expect([formats.toGrid("General"), formats.toExcel(""), formats.toExcel(undefined)]).toEqual([
    "",
    "General",
    "General",
  ]);
});

test.each([
  ['<a xmlns="urn:x"/>', "urn:x"],
  ["<?xml version='1.0'?>\n<!-- c --><p:a b='1' xmlns:p='urn:y'><p:c/></p:a>\n", "urn:y"],
  ["<a><b/></a>", ""],
])("the namespace of %s", (xml, namespace) => {
  expect(namespaceOf(xml)).toBe(namespace);
});
