import { unzipSync } from "fflate";
import { cellName } from "../../../src/file/address";
import type { CellValue } from "../../../src/xlsx/cells";
import { openPackage } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { refreshBook } from "../../../src/xlsx/refresh/refresh-book";
import type { RefreshReport } from "../../../src/xlsx/refresh/report";
import { having, hostWith, NEWER } from "./calculator";
import { history, NEW, OLD, value } from "./holdings";
import { madeFile, withFigures, type MadeCells } from "./made-file";

interface Refreshed {
  readonly before: Uint8Array;
  readonly bytes: Uint8Array;
  readonly report: RefreshReport;
  /** What a sheet shows afterwards, by the names of its cells. */
  readonly shown: (sheet?: number) => Readonly<Record<string, CellValue>>;
}

async function refreshed(
  sheets: Readonly<Record<string, MadeCells>>,
  rest: { readonly names?: string } = {},
): Promise<Refreshed> {
  const before = await withFigures(madeFile(sheets, rest), [OLD]);
  const { bytes, report } = await refreshBook(before, hostWith(having(NEW)), NEWER);
  const book = readBook(openPackage(bytes));
  const shown = (sheet = 0): Readonly<Record<string, CellValue>> =>
    Object.fromEntries(
      (book.sheets[sheet]?.cells ?? []).map(({ row, column, value: v }) => [cellName(row, column), v]),
    );
  return { before, bytes, report, shown };
}

/** The formulas of a file's first sheet, as they are stored. */
const storedIn = (file: Uint8Array): readonly string[] =>
  [
    ...new TextDecoder().decode(unzipSync(file)["xl/worksheets/sheet1.xml"]).matchAll(/<f[^>]*>(.*?)<\/f>/gs),
  ].map(([, formula]) => formula ?? "");

/** December is 1100, and 1150 once it is revised. */
const DECEMBER = value("2023-12");

it("works LET out, ours in it and dependants, and leaves the formulas as they are stored", async () => {
  const { before, bytes, report, shown } = await refreshed({
    Figures: {
      A1: { f: `_xlfn.LET(_xlpm.x,${DECEMBER},_xlpm.y,_xlpm.x*2,_xlpm.y+_xlpm.x)`, v: 3300 },
      A2: { f: "_xlfn.LET(_xlpm.half,A1/2,_xlpm.Half*_xlpm.half)", v: 2722500 },
      A3: { f: 'IF(_xlfn.LET(_xlpm.x,A1,_xlpm.x-1)>3400,"more","less")', v: "less" },
    },
    Other: { A1: { f: "_xlfn.LET(_xlpm.x,Figures!A1,SUM(_xlpm.x,1))", v: 3301 } },
  });
  expect(shown()).toEqual({ A1: 3450, A2: 1725 ** 2, A3: "more" });
  expect(shown(1)).toEqual({ A1: 3451 });
  expect(storedIn(bytes)).toEqual(storedIn(before));
  expect(report).toMatchObject({ formulas: 1, kept: [], errors: [], recalculatesOnLoad: false });
  expect(report.changes.map(({ cell, causes, follows }) => [cell, causes.length, follows])).toEqual([
    ["A1", 1, []],
    ["A2", 0, ["Figures!A1"]],
    ["A3", 0, ["Figures!A1"]],
    ["A1", 0, ["Figures!A1"]],
  ]);
});

it("lets a table in a LET grow", async () => {
  const { before, bytes, shown } = await refreshed({
    Figures: {
      A1: { f: `_xlfn.LET(_xlpm.table,${history("2023-11")},_xlpm.table)`, v: "Period", spill: "A1:B3" },
      B1: "TIC.JP",
      A2: "2023-11",
      B2: 1000,
      A3: "2023-12",
      B3: 1100,
      D1: { f: "_xlfn.LET(_xlpm.t,_xlfn.ANCHORARRAY(A1),SUM(_xlpm.t)/COUNT(_xlpm.t))", v: 1050 },
    },
  });
  expect(shown()).toMatchObject({ A4: "2024-01", B4: 1200, D1: 3350 / 3 });
  expect(storedIn(bytes)).toEqual(storedIn(before));
});

it("works out names of the workbook that are a LET, and a LET over names of the workbook", async () => {
  const { shown, report } = await refreshed(
    {
      S: {
        A1: { f: "Doubled+1", v: 2201 },
        A2: { f: "_xlfn.LET(_xlpm.Doubled,1,_xlpm.x,Doubled,_xlpm.x+_xlpm.Doubled)", v: 2201 },
      },
    },
    { names: `<definedName name="Doubled">_xlfn.LET(_xlpm.x,${DECEMBER},_xlpm.x+_xlpm.x)</definedName>` },
  );
  expect(shown()).toEqual({ A1: 2301, A2: 2301 });
  expect(report).toMatchObject({ formulas: 2, kept: [] });
});

it("is not trusted where the file says that it comes to something else", async () => {
  const { shown, report } = await refreshed({
    S: { A1: { f: DECEMBER, v: 1100 }, B1: { f: "_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)", v: 2201 } },
  });
  expect(shown()).toEqual({ A1: 1150, B1: 2201 });
  expect(report.kept.map(({ cell, why }) => [cell, why])).toEqual([
    ["B1", "the saved value is not what this program works out from the saved cells"],
  ]);
});

it("leaves what cannot be written out to Excel, with all that depends on it", async () => {
  const { before, bytes, shown, report } = await refreshed({
    S: {
      A1: { f: DECEMBER, v: 1100 },
      B1: { f: "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(A1))", v: 2200 },
      B2: { f: "_xlfn.LET(_xlpm.x,A1*RAND(),_xlpm.x-_xlpm.x)", v: 0 },
      B3: { f: "_xlfn.LET(_xlpm.x,A1,SUM(_xlpm.x:A2))", v: 1100 },
      B4: { f: "_xlfn.LET(_xlpm.x,B1,_xlpm.x+1)", v: 2201 },
    },
  });
  expect(shown()).toEqual({ A1: 1150, B1: 2200, B2: 0, B3: 1100, B4: 2201 });
  expect(report.kept.map(({ cell, why }) => [cell, why])).toEqual([
    ["B1", "only Excel works out the function LAMBDA"],
    ["B2", "only Excel works out a LET that uses a value with RAND more than once"],
    ["B3", "only Excel works out a range that a name of LET begins or ends"],
    ["B4", "it reads a cell that keeps its value"],
  ]);
  expect(report.recalculatesOnLoad).toBe(true);
  expect(storedIn(bytes)).toEqual(storedIn(before));
});
