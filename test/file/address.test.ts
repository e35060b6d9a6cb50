import {
  areaName,
  cellName,
  columnLetters,
  fits,
  quotedSheet,
  readArea,
  splitAddress,
} from "../../src/file/address";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %i is %s, and back", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(readArea(`${letters}1`).column).toBe(column);
});

test.each([
  ["Sheet1!A1", "Sheet1", "A1"],
  ["'Bob''s Region'!$F$6:$G$9", "Bob's Region", "F6:G9"],
  ["'a!b'!C3", "a!b", "C3"],
  ["[Book1.xlsx]Data!A1", "Data", "A1"],
  ["'[Book 1.xlsx]My data'!A1", "My data", "A1"],
  ["B7", "", "B7"],
])("%s is sheet %s, cells %s", (address, sheet, cells) => {
  expect(splitAddress(address)).toEqual({ sheet, cells });
});

test("a quoted sheet name comes back as it was", () => {
  for (const name of ["Sheet1", "2024", "R1C1", "it's", "a!b", "日本"])
    expect(splitAddress(`${quotedSheet(name)}!A1`).sheet).toBe(name);
});

test("areas, and what is none", () => {
  expect(readArea("$B$3:D7")).toEqual({ row: 2, column: 1, rows: 5, columns: 3 });
  expect(areaName(readArea("B3:D7"))).toBe("B3:D7");
  expect(areaName(readArea("C4"))).toBe("C4");
  expect(cellName(1_048_575, 16_383)).toBe("XFD1048576");
  for (const text of ["", "A", "1", "A0", "A1048577", "XFE1", "D7:B3", "A:A", "ABCD1", "Sheet1!A1"])
    expect(() => readArea(text)).toThrow(/is not a cell/);
});

test("what lies beyond the sheet does not fit", () => {
  expect(fits({ row: 1_048_575, column: 0, rows: 1, columns: 1 })).toBe(true);
  expect(fits({ row: 1_048_575, column: 0, rows: 2, columns: 1 })).toBe(false);
  expect(fits({ row: 0, column: 16_383, rows: 1, columns: 2 })).toBe(false);
});
