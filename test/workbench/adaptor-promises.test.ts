import { closeWorkbooks, workbook } from "./demo-workbook";

afterEach(closeWorkbooks);

describe("promises", () => {
  test("show #BUSY!, then the value; dependants follow", async () => {
    const { value, message, settled } = workbook({
      A1: "=DEMO.LATER(1)",
      A2: "=A1*10",
      A3: "=DEMO.TWICE(A1)",
    });
    expect([value("A1"), value("A2"), value("A3")]).toEqual(["#BUSY!", "#BUSY!", "#BUSY!"]);
    expect(message("A1")).toBe("Loading…");
    await settled();
    expect([value("A1"), value("A2"), value("A3")]).toEqual([2, 20, 4]);
  });

  test("nest: an outer call waits for the inner one, and neither is asked twice", async () => {
    const { value, settled, calls } = workbook({ A1: "=DEMO.LATER(DEMO.LATER(DEMO.LATER(1)))" });
    await settled();
    expect(value("A1")).toBe(4);
    expect(calls["LATER"]).toBe(3);
  });

  test("inside a range argument are waited for before the function is called", async () => {
    const { value, settled, calls } = workbook({
      A1: "=DEMO.LATER(1)",
      A2: "5",
      B1: "=DEMO.ECHO(A1:A2,A1:A2)",
    });
    expect([value("B1"), calls["ECHO"]]).toEqual(["#BUSY!", undefined]);
    await settled();
    expect([value("B1"), calls["ECHO"]]).toEqual(["[[[2],[5]],[[2],[5]]]", 1]);
  });

  test("are shared by cells that ask the same, and not kept afterwards", async () => {
    const { value, settled, calls, recalculate } = workbook({ A1: "=DEMO.LATER(7)", A2: "=DEMO.LATER(7)" });
    await settled();
    expect([value("A1"), value("A2"), calls["LATER"]]).toEqual([8, 8, 1]);
    recalculate();
    expect(value("A1")).toBe("#BUSY!");
    await settled();
    expect([value("A1"), calls["LATER"]]).toEqual([8, 2]);
  });

  test("5,000 of them settle in a few evaluations", async () => {
    const cells: Record<string, string> = {};
    for (let row = 1; row <= 5000; row++) cells[`A${String(row)}`] = `=DEMO.LATER(${String(row)})`;
    const { model, value, settled } = workbook(cells, { rowNumber: 5000, colNumber: 3 });
    let evaluations = 0;
    model.on("command-dispatched", {}, (command: { type?: string }) => {
      if (command.type === "EVALUATE_CELLS") evaluations++;
    });
    await settled();
    expect([value("A1"), value("A5000")]).toEqual([2, 5001]);
    expect(evaluations).toBeGreaterThan(0);
    expect(evaluations).toBeLessThanOrEqual(10);
  });

  test("of a cell that is overwritten or whose row is deleted meanwhile disturb nobody", async () => {
    const { model, value, set, settled } = workbook({
      A1: "=DEMO.LATER(1,5)",
      A2: "=DEMO.LATER(2,5)",
      A3: "=A1",
    });
    set("A1", "typed");
    model.dispatch("REMOVE_COLUMNS_ROWS", {
      sheetId: "s",
      sheetName: "Sheet1",
      dimension: "ROW",
      elements: [1],
    });
    await settled();
    expect([value("A1"), value("A2")]).toEqual(["typed", "typed"]);
  });

  test("of a sheet that is deleted meanwhile leave the other sheets working", async () => {
    const { model, value, set, settled } = workbook({ A1: "=DEMO.LATER(1,20)" });
    model.dispatch("CREATE_SHEET", { sheetId: "t", name: "Other", position: 1, cols: 4, rows: 4 });
    model.dispatch("UPDATE_CELL", { sheetId: "t", col: 0, row: 0, content: "=DEMO.LATER(2,5)" });
    model.dispatch("DELETE_SHEET", { sheetId: "t", sheetName: "Other" });
    await settled();
    expect(value("A1")).toBe(2);
    set("A2", "=A1*10");
    expect(value("A2")).toBe(20);
  });

  test("of the former input do not overwrite the latter's value", async () => {
    const { value, set, settled } = workbook({ A1: "1", A2: "=DEMO.LATER(A1,A1*20)" });
    set("A1", "0");
    await settled();
    expect(value("A2")).toBe(1);
  });
});
