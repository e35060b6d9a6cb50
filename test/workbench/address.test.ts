import { cellName, columnLetters, parseCellName } from "../../src/workbench/sheet/address";

test.each([
  ["A1", 0, 0],
  ["Z9", 25, 8],
  ["AA10", 26, 9],
  ["AZ1", 51, 0],
  ["ZZ100", 701, 99],
  ["XFD1048576", 16383, 1048575],
])("%s is column %i, row %i, and back", (name, col, row) => {
  expect(parseCellName(name)).toEqual({ col, row });
  expect(cellName(col, row)).toBe(name);
});

test("letters continue after Z, and $ and lower case are read", () => {
  expect([columnLetters(25), columnLetters(26), columnLetters(702)]).toEqual(["Z", "AA", "AAA"]);
  expect(parseCellName("$b$3")).toEqual({ col: 1, row: 2 });
});

test.each(["", "A0", "1A", "A1:B2", "ABCD1"])("%p is no cell", (text) => {
  expect(parseCellName(text)).toBeUndefined();
});
