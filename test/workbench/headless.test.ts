import * as engine from "@odoo/o-spreadsheet";

import { type HeadlessSheet, openSheet } from "../../src/workbench/sheet/headless";
import { demoMetadata, demoTable } from "./demo-functions";

let sheet: HeadlessSheet;
let calls: Record<string, number>;

beforeEach(() => {
  const demo = demoTable();
  calls = demo.calls;
  sheet = openSheet({ engine, namespace: "DEMO", metadata: demoMetadata, table: demo.table, timeout: 2000 });
});
afterEach(() => {
  sheet.dispose();
});

test.each([
  ["1+1", 2, "2"],
  ["=DEMO.TWICE(21)", 42, "42"],
  ["=DEMO.LATER(1)", 2, "2"],
  ["=ROUND(DEMO.LATER(DEMO.LATER(1))/7,2)", 0.43, "0.43"],
  ["=DEMO.DAY()", 45464, "2024-06-21"],
  ['=IFERROR(DEMO.LATERFAIL(1),"caught")', "caught", "caught"],
  ["=SUM(DEMO.LATERSPILL(3))", 123, "123"],
  ["=1=1", true, "TRUE"],
])("%s is a value", async (formula, value, text) => {
  expect(await sheet.evaluate(formula)).toEqual({ kind: "value", value, text });
});

test("a spill comes row by row, with its texts", async () => {
  expect(await sheet.evaluate("=DEMO.LATERSPILL(2,3)")).toEqual({
    kind: "values",
    values: [
      [10, 11, 12],
      [20, 21, 22],
    ],
    texts: [
      ["10", "11", "12"],
      ["20", "21", "22"],
    ],
  });
});

test.each([
  ['=DEMO.FAIL("NA")', "#N/A", /^No figure for that year\.$/],
  ["=DEMO.NOSUCH(1)", "#NAME?", /DEMO\.NOSUCH/],
  ["=DEMO.TWICE(", "#VALUE!", /./],
  ["=DEMO.TWICE()", "#VALUE!", /arguments/],
  ["=1/0", "#DIV/0!", /./],
])("%s is an error with a message", async (formula, error, message) => {
  expect(await sheet.evaluate(formula)).toEqual({
    kind: "error",
    error,
    message: expect.stringMatching(message),
  });
});

test("cells can be written, read and used", async () => {
  sheet.set("A1", "=DEMO.LATERSPILL(2)");
  sheet.set("D1", "2024-06-21");
  expect(await sheet.evaluate("=SUM(A1#)")).toMatchObject({ value: 62 });
  expect(sheet.read("A1")).toMatchObject({
    kind: "values",
    values: [
      [10, 11],
      [20, 21],
    ],
  });
  expect(sheet.read("B2")).toEqual({ kind: "value", value: 21, text: "21" });
  expect(sheet.read("D1")).toEqual({ kind: "value", value: 45464, text: "2024-06-21" });
  expect(sheet.read("Z9")).toBeUndefined();
  expect(await sheet.evaluate("=DEMO.LOOKAT(D1)")).toMatchObject({ value: "Formula!A1 sees Sheet1!D1" });
  expect(() => {
    sheet.set("nowhere", "1");
  }).toThrow(/is not a cell/);
});

test("a promise that never settles is given up", async () => {
  const stuck = openSheet({
    engine,
    namespace: "DEMO",
    metadata: demoMetadata,
    table: { LATER: () => new Promise(() => undefined) },
    timeout: 20,
  });
  expect(await stuck.evaluate("=DEMO.LATER(1)")).toMatchObject({ kind: "error", error: "#N/A" });
  stuck.dispose();
});

test("thousands of formulas share one sheet, one after another or at once", async () => {
  const formulas = Array.from({ length: 3000 }, (_, n) => `=DEMO.TWICE(${String(n)})+1`);
  for (const formula of formulas.slice(0, 1500)) await sheet.evaluate(formula);
  const answers = await Promise.all(formulas.map((formula) => sheet.evaluate(formula)));
  expect(answers.map((answer) => answer.kind === "value" && answer.value)).toEqual(
    formulas.map((_, n) => n * 2 + 1),
  );
  expect(calls["TWICE"]).toBe(4500);
});
