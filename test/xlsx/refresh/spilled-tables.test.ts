import { editsOf, having, refreshed } from "./calculator";
import { history, holdings, NEW, OLD } from "./holdings";
import { madeBook } from "./made-book";

describe("tables that spill", () => {
  const spilled = (end: string, cells: object = {}, other: object = {}) =>
    madeBook(
      {
        Data: {
          cells: {
            A1: { f: history("2023-11"), v: "Period", spill: `A1:B${end}` },
            B1: "TIC.JP",
            A2: "2023-11",
            B2: 1000,
            A3: "2023-12",
            B3: 1100,
            ...cells,
          },
        },
        Sum: {
          cells: {
            A1: { f: "SUM(_xlfn.ANCHORARRAY(Data!A1))", v: 2100 },
            A2: { f: "SUM(all)", v: 2100 },
            ...other,
          },
        },
      },
      { names: [{ name: "all", formula: "Data!$B$2:$B$9", isHidden: false }] },
    );

  it("grow, with their dependants on other sheets and through names", async () => {
    const done = await refreshed(spilled("3"), having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toMatchObject({ A4: "2024-01", B4: 1200, B3: 1150 });
    expect(editsOf(done, 1)).toEqual({ A1: 3350, A2: 3350 });
    const corner = done.edits.get(0)?.find(({ row, column }) => row === 0 && column === 0);
    expect(corner?.formula).toMatchObject({
      kind: "dynamic",
      extent: { row: 0, column: 0, rows: 4, columns: 2 },
    });
  });

  it("shrink, and leave nothing behind", async () => {
    const longer = spilled("5", { A4: "2024-01", B4: 1, A5: "2024-02", B5: 2 });
    const done = await refreshed(longer, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toMatchObject({ A5: null, B5: null, B4: 1200 });
  });

  it("reach cells that others read only now", async () => {
    const done = await refreshed(spilled("3", {}, { A3: { f: "Data!B4*2", v: 0 } }), having(NEW), {
      kept: [OLD],
    });
    expect(editsOf(done, 1)).toMatchObject({ A3: 2400 });
  });

  it("grow far beyond the sheet that was, and so do formulas that spill what they spill", async () => {
    const months = Array.from(
      { length: 90 },
      (_, i) => `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    const long = holdings("v3", Object.fromEntries(months.map((month, i) => [month, i + 1])), {
      retrieved: "2024-04-01",
      published: "2024-03-20",
    });
    const book = madeBook({
      Data: {
        cells: { A1: { f: history("2016-01"), v: "Period", spill: "A1:B2" }, B1: "JP", A2: "2016-01", B2: 7 },
      },
      Copy: {
        cells: {
          C3: { f: "_xlfn.ANCHORARRAY(Data!A1)", v: "Period", spill: "C3:D4" },
          D3: "JP",
          C4: "2016-01",
          D4: 7,
          F1: { f: "SUM(_xlfn.ANCHORARRAY(C3))", v: 7 },
        },
      },
    });
    const done = await refreshed(book, having(long), { kept: [OLD] });
    expect(editsOf(done)).toMatchObject({ A91: "2023-06", B91: 90 });
    expect(editsOf(done, 1)).toMatchObject({ C93: "2023-06", D93: 90, F1: (90 * 91) / 2 });
    expect(done.report).toMatchObject({ kept: [], errors: [] });
  });

  it("are blocked by what is in their way, as Excel shows it, and nothing is overwritten", async () => {
    const done = await refreshed(spilled("3", { A4: "mine" }), having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toMatchObject({ A1: "#SPILL!", B1: null, A3: null });
    expect(editsOf(done)).not.toHaveProperty("A4");
    expect(done.report.errors).toMatchObject([{ cell: "A1", error: "#SPILL!" }]);
  });

  it("keep their extent where they were entered as an array of fixed size, padded with #N/A", async () => {
    const book = madeBook({
      S: {
        cells: {
          A1: { f: history("2023-11"), v: "Period", array: "A1:B5" },
          A5: { error: "#N/A" },
          B5: { error: "#N/A" },
        },
      },
    });
    const done = await refreshed(book, having(OLD), { kept: [OLD] });
    const edits = editsOf(done);
    expect(edits).toMatchObject({ A3: "2023-12", B3: 1100, A4: "#N/A", B4: "#N/A" });
    expect(edits).not.toHaveProperty("A5");
    const newer = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(newer)).toMatchObject({ A4: "2024-01", B4: 1200 });
  });

  it("give one cell alone where they were entered without spilling", async () => {
    const book = madeBook({ S: { cells: { A1: { f: history("2023-11"), v: "old" } } } });
    expect(Object.keys(editsOf(await refreshed(book, having(NEW), { kept: [OLD] })))).toEqual(["A1"]);
  });
});
