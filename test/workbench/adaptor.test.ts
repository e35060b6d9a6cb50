import * as o from "@odoo/o-spreadsheet";

import { installFunctions } from "../../src/workbench/sheet/adaptor";
import { demoMetadata } from "./demo-functions";
import { closeWorkbooks, keep, NAMESPACE, workbook } from "./demo-workbook";

afterEach(closeWorkbooks);

describe("synchronous answers", () => {
  test("are there at once, without a second evaluation", () => {
    const { value, calls, openCount } = workbook({ A1: "21", A2: "=DEMO.TWICE(A1)", A3: "=A2+1" });
    expect([value("A2"), value("A3"), openCount]).toEqual([42, 43, 0]);
    expect(calls).toEqual({ TWICE: 1 });
  });

  test("follow an edited input", () => {
    const { value, set } = workbook({ A1: "1", A2: "=DEMO.TWICE(A1)", A3: "=SUM(A2,1)" });
    set("A1", "5");
    expect([value("A2"), value("A3")]).toEqual([10, 11]);
  });

  test("carry formats, texts that look like dates, and errors inside an array", () => {
    const { cell, value, message } = workbook({ A1: "=DEMO.DAY()", B1: "=DEMO.MIXED()" });
    expect(cell("A1")).toMatchObject({ value: 45464, formattedValue: "2024-06-21" });
    expect([value("B1"), value("C1"), value("B2")]).toEqual(["2016-10", "#N/A", true]);
    expect(message("C1")).toBe("Not published.");
    // The engine does not know colours in formats: the number is shown without.
    expect(cell("C2")).toMatchObject({ type: "number", value: 45464 });
  });
});

describe("errors", () => {
  test("keep their sentence, and IFERROR catches them", async () => {
    const { value, message, settled } = workbook({
      A1: '=DEMO.FAIL("NA")',
      A2: '=DEMO.LATERFAIL("#VALUE!")',
      A3: '=IFERROR(A1,"caught")',
      A4: '=IFERROR(DEMO.LATERFAIL("NA"),"caught")',
      A5: "=DEMO.FAIL(1)",
    });
    await settled();
    expect([value("A1"), value("A2"), value("A5")]).toEqual(["#N/A", "#VALUE!", "#VALUE!"]);
    expect([message("A1"), message("A2")]).toEqual(["No figure for that year.", "No figure for that year."]);
    expect([value("A3"), value("A4")]).toEqual(["caught", "caught"]);
  });

  test("among the arguments reach the function as errors", () => {
    const { value } = workbook({
      A1: "=DEMO.ECHO(NA())",
      A2: "=DEMO.ECHO(B1)",
      B1: '=DEMO.FAIL("NA","Why.")',
    });
    expect(value("A1")).toMatch(/^\[\{"type":"Error","basicValue":"#N\/A"/);
    expect(value("A2")).toBe('[{"type":"Error","basicValue":"#N/A","errorMessage":"Why."},null]');
  });
});

describe("arguments", () => {
  test.each([
    ["=DEMO.ECHO()", "[null,null]"],
    ["=DEMO.ECHO(,1)", "[null,[[1]]]"],
    ["=DEMO.ECHO(B1)", "[45464,null]"],
    ["=DEMO.ECHO(D9)", "[null,null]"],
    ["=DEMO.ECHO(B1:C2)", "[[[45464,true],[null,3]],null]"],
    ["=DEMO.ECHO(,B1)", "[null,[[45464]]]"],
    ["=DEMO.ECHO(,{1,2;3,4})", "[null,[[1,2],[3,4]]]"],
    ['=DEMO.ECHO("2016-10")', '["2016-10",null]'],
  ])("%s", (formula, seen) => {
    const { value, set } = workbook({ A1: formula, C1: "TRUE", C2: "3" });
    set("B1", "2024-06-21");
    expect(value("A1")).toBe(seen);
  });
});

describe("addresses", () => {
  test("of the calling cell and of reference arguments are handed over where asked for", () => {
    const { value } = workbook({
      A1: "=DEMO.WHERE()",
      A2: "=DEMO.LOOKAT(B1)",
      A3: "=DEMO.LOOKAT(1,B1:C4)",
      A4: "=DEMO.LOOKAT(INDEX(B1:C4,2,1))",
      A5: "=DEMO.LOOKAT(B1+1)",
      A6: "=DEMO.LOOKAT(B9)",
    });
    expect(["A1", "A2", "A3", "A4", "A5", "A6"].map(value)).toEqual([
      "Sheet1!A1",
      "Sheet1!A2 sees Sheet1!B1",
      "Sheet1!A3 sees - and Sheet1!B1:C4",
      "Sheet1!A4 sees Sheet1!B2",
      "Sheet1!A5 sees -",
      "Sheet1!A6 sees Sheet1!B9",
    ]);
  });
});

describe("spills", () => {
  test("fill the cells beside, feed A1#, and shrink with the result", () => {
    const { value, set, cell } = workbook({ A1: "=DEMO.SPILL(F1)", E1: "=SUM(A1#)", F1: "3" });
    expect([value("A1"), value("B3"), value("E1")]).toEqual([10, 31, 123]);
    set("F1", "1");
    expect([value("B1"), cell("A2").type, value("E1")]).toEqual([11, "empty", 21]);
  });

  test("arrive late as well", async () => {
    const { value, settled } = workbook({ A1: "=DEMO.LATERSPILL(3)", E1: "=SUM(A1#)" });
    await settled();
    expect([value("B3"), value("E1")]).toEqual([31, 123]);
  });

  test("are blocked by what stands in their way, until it goes", () => {
    const { value, set } = workbook({ A1: "=DEMO.SPILL(3)", B2: "in the way" });
    expect(value("A1")).toBe("#SPILL!");
    set("B2", "");
    expect([value("A1"), value("B2")]).toEqual([10, 21]);
  });

  test.each(["SPILL", "LATERSPILL"])("enlarge the sheet (%s), which is no step to undo", async (name) => {
    const { model, value, set, settled } = workbook({ D1: "before" }, { rowNumber: 10, colNumber: 5 });
    set("D1", "after");
    set("A1", `=DEMO.${name}(100,9)`);
    await settled();
    await settled();
    expect([value("A1"), model.getters.getNumberRows("s") >= 100]).toEqual(["#SPILL!", true]);
    set("D1", "");
    await settled();
    expect([value("A1"), value("I100")]).toEqual([10, 1008]);
    model.dispatch("REQUEST_UNDO");
    expect(value("D1")).toBe("after");
    model.dispatch("REQUEST_UNDO");
    model.dispatch("REQUEST_UNDO");
    await settled();
    expect([value("A1"), value("D1")]).toEqual([null, "before"]);
  });

  test("inside another function need no room", async () => {
    const { model, value, settled } = workbook(
      { A1: "=ROWS(DEMO.SPILL(100))" },
      { rowNumber: 10, colNumber: 5 },
    );
    await settled();
    expect([value("A1"), model.getters.getNumberRows("s")]).toEqual([100, 10]);
  });
});

test("two workbooks in one process have their own functions and their own waiting cells", async () => {
  const first = installFunctions(o, NAMESPACE, demoMetadata, {
    TWICE: () => "first",
    LATER: () => Promise.resolve("one"),
  });
  const second = installFunctions(o, NAMESPACE, demoMetadata, {
    TWICE: () => "second",
    LATER: () => Promise.resolve("two"),
  });
  const data = {
    sheets: [{ id: "s", name: "Sheet1", cells: { A1: "=DEMO.TWICE(1)", A2: "=DEMO.LATER(1)" } }],
  };
  const books = [first.open(data), second.open(data), first.open(data)];
  keep(...books);
  await Promise.all(books.map((book) => book.settled()));
  const shown = books.map(({ model }) =>
    [0, 1].map((row) => model.getters.getEvaluatedCell({ sheetId: "s", col: 0, row }).value),
  );
  expect(shown).toEqual([
    ["first", "one"],
    ["second", "two"],
    ["first", "one"],
  ]);
});

test("a function that this build lacks says so", () => {
  const book = installFunctions(o, NAMESPACE, demoMetadata, {}).open({
    sheets: [{ id: "s", cells: { A1: "=DEMO.TWICE(1)" } }],
  });
  keep(book);
  expect(book.model.getters.getEvaluatedCell({ sheetId: "s", col: 0, row: 0 })).toMatchObject({
    value: "#VALUE!",
    message: "TWICE is listed, but this build does not contain it.",
  });
});
