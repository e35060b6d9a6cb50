import type { Day } from "../../../src/domain/period";
import { decodeEdition } from "../../../src/file/edition-parts";
import { editsOf, having, NEWER, refreshed } from "./calculator";
import { history, holdings, NEW, OLD, value } from "./holdings";
import { madeBook } from "./made-book";

describe("what changes", () => {
  const book = madeBook({
    Figures: {
      cells: {
        A1: { f: value("2023-12"), v: 1100 },
        A2: { f: value("2023-11"), v: 1000 },
        B1: { f: "A1*2", v: 2200 },
        B2: { f: "A2*2", v: 2000 },
        B3: { f: "SUM(B1:B2)", v: 4200 },
        D1: { f: "1/0", v: { error: "#DIV/0!" } },
      },
    },
    Other: { cells: { A1: { f: "Figures!B3+1", v: 4201 }, A2: { f: 'LEN("Figures!B3")', v: 99 } } },
  });

  it("is what rests on newer figures, on every sheet, and nothing else", async () => {
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ A1: 1150, B1: 2300, B3: 4300 });
    expect(editsOf(done, 1)).toEqual({ A1: 4301 });
    expect(done.report).toMatchObject({ formulas: 2, kept: [], errors: [], recalculatesOnLoad: false });
  });

  it("is told cell by cell, with its cause", async () => {
    const { report } = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(report.changes.map(({ sheet, cell, old, new: now }) => [sheet, cell, old, now])).toEqual([
      ["Figures", "A1", 1100, 1150],
      ["Figures", "B1", 2200, 2300],
      ["Figures", "B3", 4200, 4300],
      ["Other", "A1", 4201, 4301],
    ]);
    expect(report.changes.map(({ causes, follows }) => [causes, follows])).toEqual([
      [[{ id: "TIC.JP", reasons: ["revision"], together: false }], []],
      [[], ["Figures!A1"]],
      [[], ["Figures!B1"]],
      [[], ["Figures!B3"]],
    ]);
    expect(report.series).toEqual([
      { id: "TIC.JP", outcome: "newer", published: "2024-03-15", retrieved: "2024-03-20" },
    ]);
  });

  it("is nothing where the figures are the same, and then the file's figures stay as they are", async () => {
    const done = await refreshed(book, having(OLD), { kept: [OLD] });
    expect([done.edits.size, done.figures, done.report.changes]).toEqual([0, undefined, []]);
  });

  it("is nothing where the file's own figures are to stay in use", async () => {
    const done = await refreshed(book, having(NEW), { kept: [OLD], asked: { ...NEWER, take: "kept" } });
    expect([done.edits.size, done.figures]).toEqual([0, undefined]);
  });

  it("says so where the file kept no figures", async () => {
    const done = await refreshed(book, having(NEW));
    expect(done.report.changes[0]).toMatchObject({ cell: "A1", causes: [], earlier: true });
    expect(done.report.series).toMatchObject([{ outcome: "entered" }]);
    expect(done.figures).toHaveLength(1);
  });

  it("keeps the file's figures where newer ones cannot be had, and tells why", async () => {
    const done = await refreshed(book, having(), { kept: [OLD] });
    expect(done.edits.size).toBe(0);
    expect(done.report.series).toMatchObject([
      { id: "TIC.JP", outcome: "failed", message: "TIC.JP is not in this test." },
    ]);
  });
});

describe("the figures in the file", () => {
  const book = madeBook({ S: { cells: { A1: { f: value("2024-01"), v: { error: "#N/A" } } } } });

  it("are the newer ones afterwards, counted up", async () => {
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    const kept = await decodeEdition(done.figures ?? []);
    expect(kept?.stamp.serial).toBe(2);
    expect(kept?.json).toMatchObject({ documents: [{ id: "TIC.JP", version: "v2" }] });
    expect(done.report.changes).toMatchObject([
      { old: { error: "#N/A" }, new: 1200, causes: [{ id: "TIC.JP", reasons: ["period"] }] },
    ]);
  });

  const REVISED = holdings(
    "v2",
    { "2023-12": 1150 },
    {
      revisions: [
        ["2023-12", 1100, "2024-02-15"],
        ["2023-12", 1150, "2024-03-15"],
      ],
      published: "2024-03-15",
      retrieved: "2024-03-20",
    },
  );
  const pinned = madeBook({ S: { cells: { A1: { f: value("2023-12"), v: 1100 } } } });
  const pin = "2024-02-20" as Day;

  it("answer as of the day to which the file is pinned", async () => {
    const done = await refreshed(pinned, having(REVISED), { kept: [OLD], pin });
    expect(done.edits.size).toBe(0);
    expect(done.report.pin).toBe("2024-02-20");
    expect((await decodeEdition(done.figures ?? []))?.json).toMatchObject({ pin: "2024-02-20" });
  });

  it("answer as of today once it is unpinned, and the change says so", async () => {
    const done = await refreshed(pinned, having(REVISED), {
      kept: [OLD],
      pin,
      asked: { ...NEWER, unpin: true },
    });
    expect(editsOf(done)).toEqual({ A1: 1150 });
    expect(done.report.pin).toBeUndefined();
    expect(done.report.changes).toMatchObject([{ cell: "A1", unpinned: true }]);
    expect((await decodeEdition(done.figures ?? []))?.json).not.toHaveProperty("pin");
  });

  it("are refused where they are damaged, instead of answering from others", async () => {
    const { refreshStored } = await import("../../../src/xlsx/refresh/refresh-stored");
    const { hostWith } = await import("./calculator");
    const damaged = [
      '<edition xmlns="urn:digitrade-for-excel:edition" schema="1" serial="1" crc="0" encoding="plain" part="1" of="2">e30=</edition>',
    ];
    await expect(refreshStored(book, damaged, hostWith(having(NEW)), NEWER)).rejects.toThrow(
      /The figures kept in this workbook cannot be read/,
    );
  });
});

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
      "_xlfn.LET(_xlpm.x,A1,_xlpm.x)",
      "only Excel works out the function LET",
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
        cells: { A1: { f: value("2023-11"), v: 1000 }, B1: { f: "_xlfn.LET(_xlpm.x,A1,_xlpm.x)", v: 1000 } },
      },
    });
    const { report } = await refreshed(book, having(NEW), { kept: [OLD] });
    expect([report.kept, report.recalculatesOnLoad]).toEqual([[], false]);
  });

  it("tells of a formula of ours that it could not work out even so", async () => {
    const book = madeBook({
      S: { cells: { A1: { f: `_xlfn.LET(_xlpm.x,${value("2023-11")},_xlpm.x)`, v: 1000 } } },
    });
    const { report } = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(report.kept).toEqual([
      { sheet: "S", cell: "A1", isOurs: true, why: "only Excel works out the function LET" },
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

describe("formulas of every kind", () => {
  it("are followed through tables, whole columns, names of one sheet and quoted sheets", async () => {
    const book = madeBook(
      {
        "My data": {
          cells: {
            A1: "Year",
            B1: "Holdings",
            A2: 2023,
            B2: { f: value("2023-12"), v: 1100 },
            A3: 2022,
            B3: 1,
            D1: { f: "SUM(Holdings[Holdings])", v: 1101 },
            D2: { f: "Holdings[[#This Row],[Holdings]]*2", v: 2200 },
            D3: { f: "SUM(B:B)", v: 1101 },
            D4: { f: "local+1", v: 1101 },
          },
          tables: [
            {
              name: "Holdings",
              area: { row: 0, column: 0, rows: 3, columns: 2 },
              columns: ["Year", "Holdings"],
              hasHeader: true,
              hasTotals: false,
            },
          ],
        },
        Other: { cells: { A1: { f: "local+1", v: 6 }, A2: { f: "'My data'!$D$1", v: 1101 } } },
      },
      {
        names: [
          { name: "local", formula: "'My data'!$B$2", sheet: "My data", isHidden: false },
          { name: "local", formula: "5", isHidden: false },
        ],
      },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ B2: 1150, D1: 1151, D2: 2300, D3: 1151, D4: 1151 });
    expect(editsOf(done, 1)).toEqual({ A2: 1151 });
  });

  it("are ours through a name too", async () => {
    const book = madeBook(
      { S: { cells: { A1: { f: "latest*2", v: 2200 } } } },
      { names: [{ name: "latest", formula: value("2023-12"), isHidden: false }] },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ A1: 2300 });
    expect(done.report.changes[0]?.causes).toMatchObject([{ id: "TIC.JP" }]);
  });

  it("count days from 1904 where the file does", async () => {
    const day = 45291 - 1462;
    const book = madeBook(
      {
        S: {
          cells: {
            A1: { f: "DATE(2023,12,31)", v: day, style: 1 },
            A2: { f: `_xldudf_DIGITRADE_VALUE("TIC.JP",A1,"unit=bn;freq=M")`, v: 1100 },
            A3: { f: "YEAR(A1)+A2", v: 3123 },
          },
        },
      },
      { from1904: true },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ A2: 1150, A3: 3173 });
  });
});

describe("formulas that Excel does not find", () => {
  const book = madeBook({
    S: {
      cells: {
        A1: { f: 'DIGITRADE.VALUE("TIC.JP","2023-12","unit=bn")', v: { error: "#NAME?" }, array: "A1:A1" },
        A2: { f: "A1*2", v: { error: "#NAME?" } },
        A3: { f: '_xldudf_digitrade_value("TIC.JP","2023-12","unit=bn")', v: 1100 },
        A4: { f: value("2023-12"), v: 1 },
      },
    },
  });

  it("are written anew and answer", async () => {
    const done = await refreshed(book, having(OLD), {
      kept: [OLD],
      asked: { take: "kept", unpin: false, formulas: "stuck" },
    });
    expect(editsOf(done)).toEqual({ A1: 1100, A2: 2200, A3: undefined });
    expect(done.edits.get(0)?.map(({ formula }) => formula?.text)).toEqual([
      value("2023-12"),
      undefined,
      value("2023-12"),
    ]);
    expect(done.report.rewritten).toEqual([
      { sheet: "S", cell: "A1" },
      { sheet: "S", cell: "A3" },
    ]);
  });
});
