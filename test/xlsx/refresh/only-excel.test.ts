import { editsOf, having, refreshed } from "./calculator";
import { NEW, OLD, value } from "./holdings";
import { madeBook } from "./made-book";

describe("what only Excel works out", () => {
  const run = async (cells: object, rest: object = {}) =>
    refreshed(
      madeBook({ S: { cells: { A1: { f: value("2023-12"), v: 1100 }, ...cells } } }, rest),
      having(NEW),
      { kept: [OLD] },
    );

  it.each([
    [
      "a function that is missing here",
      "_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(A1)",
      "only Excel works out the function LAMBDA",
    ],
    ["a reference made while working out", 'INDIRECT("A1")', "only Excel works out the function INDIRECT"],
    ["another workbook", "A1+[1]Data!B2", "only Excel works out a cell of another workbook"],
    ["a name that is not there", "A1+nobody", "only Excel works out the name nobody"],
    ["a formula that is no more", "A1+", undefined],
  ])("%s keeps its value, and so do its dependants", async (_, formula, why) => {
    const done = await run({
      B1: { f: formula, v: 7 },
      B2: { f: "B1*A1", v: 7700 },
      B3: { f: "A1*3", v: 3300 },
    });
    expect(editsOf(done)).toEqual({ A1: 1150, B3: 3450 });
    expect(done.report.recalculatesOnLoad).toBe(true);
    expect(done.report.kept.map(({ cell }) => cell)).toEqual(["B1", "B2"]);
    if (why !== undefined) expect(done.report.kept[0]?.why).toBe(why);
  });

  it("keeps what disagrees with what Excel saved", async () => {
    const done = await run({
      B1: { f: "A1*2", v: 2201 },
      B2: { f: "B1+1", v: 2202 },
      B3: { f: "A1*2+0.0000000001", v: 2200 },
    });
    expect(editsOf(done)).toEqual({ A1: 1150, B3: 2300.0000000001 });
    expect(done.report.kept.map(({ cell, why }) => [cell, why])).toEqual([
      ["B1", "the saved value is not what this program works out from the saved cells"],
      ["B2", "it reads a cell that keeps its value"],
    ]);
  });

  it("says nothing of what it could not work out where nothing beneath it changed", async () => {
    const book = madeBook({
      S: {
        cells: {
          A1: { f: value("2023-11"), v: 1000 },
          B1: { f: "_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(A1)", v: 1000 },
        },
      },
    });
    const { report } = await refreshed(book, having(NEW), { kept: [OLD] });
    expect([report.kept, report.recalculatesOnLoad]).toEqual([[], false]);
  });

  it("tells of a formula of ours that it could not work out even so", async () => {
    const book = madeBook({
      S: { cells: { A1: { f: `_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(${value("2023-11")})`, v: 1000 } } },
    });
    const { report } = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(report.kept).toEqual([
      { sheet: "S", cell: "A1", isOurs: true, why: "only Excel works out the function LAMBDA" },
    ]);
  });

  it("does not mistake time for disagreement", async () => {
    const done = await run({ B1: { f: "A1+RAND()*0+TODAY()*0", v: 3 } });
    expect(editsOf(done)).toEqual({ A1: 1150, B1: 1150 });
  });

  it("leaves what does not depend on ours alone, unread and untold", async () => {
    const done = await run({
      C1: { f: "_xlfn.LAMBDA(x,x)(3)", v: 3 },
      C2: { f: "C1*2", v: 1 },
      C3: { f: "A1+C1", v: 1103 },
    });
    expect(editsOf(done)).toEqual({ A1: 1150, C3: 1153 });
    expect([done.report.kept, done.report.recalculatesOnLoad]).toEqual([[], false]);
  });

  it("keeps a circle as it is", async () => {
    const done = await run({ B1: { f: "A1+B2", v: 0 }, B2: { f: "B1", v: 0 } });
    expect(editsOf(done)).toEqual({ A1: 1150 });
    expect(done.report.kept.map(({ cell }) => cell)).toEqual(["B1", "B2"]);
  });

  it("lets Excel calculate a file with iterative calculation", async () => {
    const done = await run({}, { onlyExcel: ["iterative calculation"] });
    expect(done.report).toMatchObject({ recalculatesOnLoad: true, onlyExcel: ["iterative calculation"] });
  });
});
