import type { Day } from "../../../src/domain/period";
import { decodeEdition } from "../../../src/file/edition-parts";
import { editsOf, having, NEWER, refreshed } from "./calculator";
import { holdings, NEW, OLD, value } from "./holdings";
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
