import { cancelled, associateDemo, DEMO_NAMESPACE, demoFile } from "./demo-add-in";
import type { Host } from "../../../src/workbench/host/index";
import type { FunctionFile } from "../../../src/workbench/host/functions";
import { attachHost, bootOffice, closeHosts, openHost, until } from "./boot-office";

function open(cells: Readonly<Record<string, string>>, metadata: FunctionFile = demoFile): Host {
  const sheets = [{ id: "s", name: "My sheet", colNumber: 12, rowNumber: 30, cells }];
  return openHost({ metadata, namespace: DEMO_NAMESPACE, data: { sheets } });
}
const read = (host: Host, col: number, row: number) =>
  host.book.cell("s", col, row) as { value: unknown; message?: string; formattedValue: string };

let first: Host;
beforeAll(async () => {
  first = open({ A1: "=DEMO.ECHO(1)" });
  expect(read(first, 0, 0).value).toBe("#BUSY!");
  await bootOffice(first);
  associateDemo();
});
afterAll(closeHosts);

async function answered(cells: Readonly<Record<string, string>>, metadata?: FunctionFile): Promise<Host> {
  const host = open(cells, metadata);
  attachHost(host);
  await host.settled();
  return host;
}

test("a formula that stood there before the runtime listened is answered once it does", async () => {
  await first.settled();
  expect(read(first, 0, 0).value).toBe("[1,null,null]");
});

describe("arguments", () => {
  test("omitted ones are null, also between others", async () => {
    const host = await answered({
      A1: '=DEMO.ECHO("x",,3)',
      A2: "=DEMO.ECHO(TRUE)",
      A3: "=DEMO.ECHO(DATE(2024,6,21))",
    });
    expect([0, 1, 2].map((row) => read(host, 0, row).value)).toEqual([
      '["x",null,3]',
      "[true,null,null]",
      "[45464,null,null]",
    ]);
  });
  test("a range is rows of cells, empty ones null; a matrix is one even for one cell", async () => {
    const host = await answered({
      A1: "1",
      B1: "x",
      A2: "2",
      C1: "=DEMO.ECHO(A1:B2)",
      C2: "=DEMO.TOTAL(A1)",
      C3: "=DEMO.TOTAL(A1:A2)",
    });
    expect(read(host, 2, 0).value).toBe('[[[1,"x"],[2,null]],null,null]');
    expect([1, 2].map((row) => read(host, 2, row).value)).toEqual([1, 3]);
  });
  test("addresses where they are asked for, with quotes where Excel has them", async () => {
    const host = await answered({ A1: "=DEMO.HERE(1)", A2: "=DEMO.WHERE(B1:C2)", A3: "=DEMO.WHERE(5)" });
    expect(read(host, 0, 0).value).toBe("'My sheet'!A1");
    expect(read(host, 0, 1).value).toBe(`["'My sheet'!A2",["'My sheet'!B1:C2"]]`);
    expect(read(host, 0, 2).value).toBe(`["'My sheet'!A3",[null]]`);
  });
  test("errors arrive as the metadata's flag has it, or are the result", async () => {
    const cells = { A1: "=NA()", A2: "=DEMO.ECHO(A1)" };
    const { allowCustomDataForDataTypeAny: _, ...plain } = demoFile;
    const rich = await answered(cells);
    expect(JSON.parse(String(read(rich, 0, 1).value))).toMatchObject([
      { type: "Error", basicValue: "#N/A" },
      null,
      null,
    ]);
    const older = await answered(cells, { ...plain, allowErrorForDataTypeAny: true });
    expect(JSON.parse(String(read(older, 0, 1).value))).toMatchObject([
      { valueType: "CustomFunctionError", code: "#N/A" },
      null,
      null,
    ]);
    expect(read(await answered(cells, plain), 0, 1).value).toBe("#N/A");
  });
});

describe("results", () => {
  test("errors by code; a sentence for #N/A and #VALUE! alone; a plain throw says nothing", async () => {
    const host = await answered({
      A1: '=DEMO.FAIL("notAvailable","no such year")',
      A2: '=DEMO.FAIL("invalidValue","no period")',
      A3: '=DEMO.FAIL("divisionByZero","hidden")',
      A4: '=DEMO.FAIL("invalidNumber")',
      A5: "=DEMO.THROW()",
      A6: "=DEMO.REJECT()",
      A7: "=DEMO.LOST()",
      A8: '=IFERROR(A1,"caught")',
    });
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7].map((row) => [read(host, 0, row).value, read(host, 0, row).message ?? ""]),
    ).toEqual([
      ["#N/A", "no such year"],
      ["#VALUE!", "no period"],
      ["#DIV/0!", expect.not.stringContaining("hidden")],
      ["#NUM!", ""],
      ["#VALUE!", expect.not.stringContaining("secret")],
      ["#N/A", "not yet published"],
      // The runtime reports a function that it does not know like one that throws.
      ["#VALUE!", ""],
      ["caught", ""],
    ]);
  });
  test("a table with an error inside spills; null shows 0; text stays text", async () => {
    const host = await answered({ A1: "=DEMO.MIXED()" });
    expect([0, 1].map((row) => [0, 1, 2].map((col) => host.book.value("s", col, row)))).toEqual([
      ["text", 1, true],
      [0, "2016-10", "#N/A"],
    ]);
    expect(read(host, 2, 1).message).toBe("a hole");
  });
  test("a formatted value shows as formatted, and gives its number", async () => {
    const host = await answered({ A1: "=DEMO.DAY()", A2: "=A1+1" });
    expect(read(host, 0, 0)).toMatchObject({ value: 45_464, formattedValue: "2024-06-21" });
    expect(read(host, 0, 1).value).toBe(45_465);
  });
  test("a spill that something is in the way of", async () => {
    const host = await answered({ A1: "=DEMO.YEARS(3)", A2: "in the way" });
    expect(host.book.value("s", 0, 0)).toBe("#SPILL!");
    expect(host.book.spillZone("s", 0, 0)).toBeUndefined();
  });
});

describe("when functions are called", () => {
  test("not for a new chart or a new sheet, but for another argument, an entry, or on demand", async () => {
    const host = await answered({ A1: "1", B1: "=DEMO.ECHO(A1)" });
    const { counts } = host.functions;
    expect(counts.invoked).toBe(1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("New");
      const sheet = context.workbook.worksheets.getItem("My sheet");
      sheet.charts.add("Line", sheet.getRange("A1:B1"));
      await context.sync();
    });
    await host.settled();
    expect([counts.invoked, read(host, 1, 0).value]).toEqual([1, "[1,null,null]"]);
    host.model.dispatch("UPDATE_CELL", { sheetId: "s", col: 0, row: 0, content: "2" });
    await host.settled();
    expect([counts.invoked, read(host, 1, 0).value]).toEqual([2, "[2,null,null]"]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("My sheet").getRange("B1").formulas = [["=DEMO.ECHO(A1)"]];
      await context.sync();
    });
    await host.settled();
    expect(counts.invoked).toBe(3);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("My sheet").getRange("B1").calculate();
      await context.sync();
    });
    await host.settled();
    expect(counts.invoked).toBe(4);
    await Excel.run(async (context) => {
      context.workbook.application.calculate("Recalculate");
      await context.sync();
      context.workbook.application.calculate("Full");
      await context.sync();
    });
    await host.settled();
    expect(counts.invoked).toBe(5);
  });

  test("a call is cancelled when its cell is typed over", async () => {
    const host = open({ A1: "=DEMO.SLOW(7)" });
    attachHost(host);
    await until(() => host.functions.counts.invoked === 1);
    host.model.dispatch("UPDATE_CELL", { sheetId: "s", col: 0, row: 0, content: "gone" });
    await until(() => cancelled.length > 0);
    expect(cancelled).toEqual([7]);
    await host.settled();
    expect(read(host, 0, 0).value).toBe("gone");
  });

  test("what was in flight is asked again when the pane comes back", async () => {
    const host = open({ A1: "=DEMO.SLOW(1)" });
    attachHost(host);
    await until(() => host.functions.counts.invoked === 1);
    attachHost(host);
    await until(() => host.functions.counts.invoked === 2);
    expect(host.functions.isIdle()).toBe(false);
    expect(read(host, 0, 0).value).toBe("#BUSY!");
  });

  test("at most 2,000 calls a message", async () => {
    const cells = Object.fromEntries(
      Array.from({ length: 4500 }, (_, i) => [`A${i + 1}`, `=DEMO.ECHO(${i})`]),
    );
    const host = openHost({
      metadata: demoFile,
      namespace: DEMO_NAMESPACE,
      data: { sheets: [{ id: "s", name: "Many", colNumber: 1, rowNumber: 4500, cells }] },
    });
    attachHost(host);
    await host.settled();
    expect(host.functions.counts).toMatchObject({ invoked: 4500, messages: 3, answered: 4500 });
    expect(read(host, 0, 4499).value).toBe("[4499,null,null]");
  });
});
