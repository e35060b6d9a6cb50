import * as engine from "@odoo/o-spreadsheet";
import fc from "fast-check";
import { directFunctions } from "../../../src/workbench/direct-functions";
import { ENGINE_FUNCTIONS } from "../../../src/workbench/sheet/engine-functions";
import { lateFileCalculator } from "../../../src/workbench/sheet/file-late";
import type { LateCalculator } from "../../../src/xlsx/refresh/calculator";
import { refreshStored, type StoredRefresh } from "../../../src/xlsx/refresh/refresh-stored";
import { having, hostWith, NEWER } from "./calculator";
import { NEW, OLD } from "./holdings";
import { keptFigures } from "./kept-figures";
import { madeBook, type MadeCell } from "./made-book";

const late = lateFileCalculator({ engine: () => Promise.resolve(engine), ...directFunctions() });
/** Everything by the engine, as if nothing could be answered or added up without it. */
const engineAlone: LateCalculator = { ...late, alone: () => undefined };

/** What is written and told; values to twelve digits, for sums may be added up in another order. */
async function refreshedBy(calculator: LateCalculator, cells: Readonly<Record<string, MadeCell>>) {
  const host = { ...hostWith(having(NEW)), calculator };
  const kept = await keptFigures([OLD]);
  const { edits, report }: StoredRefresh = await refreshStored(
    madeBook({ Figures: { cells }, Other: { cells: { A1: 4, A2: "four", A3: true } } }),
    kept,
    host,
    NEWER,
  );
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toPrecision(12)) : value;
  return JSON.parse(JSON.stringify({ edits: [...edits], report }, rounded)) as unknown;
}

const both = async (cells: Readonly<Record<string, MadeCell>>): Promise<void> => {
  const quick = await refreshedBy(late, cells);
  expect(quick).toEqual(await refreshedBy(engineAlone, cells));
};

const call = (name: string, args: string): string => `_xldudf_DIGITRADE_${name}(${args})`;

test("the engine's functions are known before it is loaded", () => {
  const own = engine.registries.functionRegistry
    .getKeys()
    .filter((name) => !/^(?:DIGITRADE|XLSX)\./.test(name));
  expect([...ENGINE_FUNCTIONS].sort()).toEqual(own.sort());
});

test.each([
  call("VALUE", '"TIC.JP","2023-12","unit=bn"'),
  call("VALUE", '"tic.jp","2023-12"'),
  call("VALUE", '"TIC.JP"'),
  call("VALUE", '"TIC.JP",,"unit=bn"'),
  call("VALUE", '"TIC.JP",2023'),
  call("VALUE", '"TIC.JP",2022'),
  call("VALUE", '"NO.SUCH","2023-12"'),
  call("VALUE", '"TIC.JP","2023-12","unit=bn;;nonsense"'),
  call("VALUE", '"#N/A","2023-12"'),
  call("VALUE", ""),
  call("VALUE", '"TIC.JP","2023-12","unit=bn",1'),
  call("VALUE", '"TIC.JP",1E99'),
  call("VALUE", '"TIC.JP",-1'),
  call("VALUE", 'TRUE,"2023-12"'),
  call("HISTORY", '"TIC.JP","2023-11",,"unit=bn"'),
  call("HISTORY", '"TIC.JP","2023-11","2023-12","unit=bn"'),
  call("HISTORY", '"TIC.JP","2023-11","2023-12","unit=bn;stamp=label"'),
  call("CITE", '"TIC.JP"'),
  call("INFO", '"TIC.JP","unit"'),
  call("INFO", '"TIC.JP"'),
  call("SEARCH", '"japan",3'),
  call("FXRATE", '"USD","JPY","2023"'),
  call("STATUS", ""),
  call("REVISION", '"TIC.JP","2023-12"'),
])("%s answers the same without a sheet, as it spills and as one cell", async (f) => {
  await both({ A1: { f, v: 1, spill: "A1" }, H1: { f: "A1", v: 1 } });
  await both({ A1: { f, v: 1 } });
  await both({ A1: { f, v: 1, array: "A1:B2" }, B1: 1, A2: 1, B2: 1 });
});

const VALUE = call("VALUE", '"TIC.JP","2023-12","unit=bn"');
const NOVEMBER = call("VALUE", '"TIC.JP","2023-11","unit=bn"');
/** Both of our cells show something else afterwards: what nothing changes beneath is not worked out, trusted or not. */
const BASE: Readonly<Record<string, MadeCell>> = {
  A1: { f: VALUE, v: 1100 },
  A2: { f: NOVEMBER, v: 990 },
  A3: 5,
  A4: "text",
  A5: true,
};

describe("dependants", () => {
  /** Formulas with what they come to over the values saved, or not; some are more than arithmetic. */
  const operand = fc.constantFrom(
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "A6",
    "Other!A1",
    "Other!A2",
    "3",
    "0",
    "0.5",
    "B1",
  );
  const formula: fc.Arbitrary<string> = fc.letrec<{ any: string; two: string; many: string }>((tie) => ({
    two: fc
      .tuple(tie("any"), fc.constantFrom("+", "-", "*", "/", "^", "&", "="), tie("any"))
      .map(([a, sign, b]) => `${a}${sign}${b}`),
    many: fc
      .tuple(
        fc.constantFrom("SUM", "AVERAGE", "MIN", "MAX", "COUNT", "ROUND"),
        fc.constantFrom("A1:A3", "A1:A6", "A1,A2", "A1", "A1*2,3", "Other!A1:A2", "A5:A6"),
      )
      .map(([name, args]) => `${name}(${args})`),
    any: fc.oneof(
      { maxDepth: 2 },
      operand,
      tie("two"),
      tie("many"),
      tie("any").map((one) => `(${one})`),
      tie("any").map((one) => `-${one}`),
    ),
  })).any;

  it("come to the same by arithmetic and by the engine, trusted or not", async () => {
    await fc.assert(
      fc.asyncProperty(formula, fc.constantFrom<null | number>(null, 2200, 1), async (f, v) => {
        await both({ ...BASE, C1: { f, v }, D1: { f: "C1+A1", v: null }, D2: { f: "C1*2", v: 4400 } });
      }),
      { numRuns: 60, seed: 20_261_126 },
    );
  });

  it.each([
    ["in a circle", { C1: { f: "D1+A1", v: 1 }, D1: { f: "C1", v: 1 } }],
    ["over whole columns", { C1: { f: "SUM(A:A)", v: 2095 } }],
    [
      "one of many that read one another",
      { C1: { f: "A1", v: 1100 }, C2: { f: "C1+A2", v: 2090 }, C3: { f: "C2+C1", v: 3190 } },
    ],
    ["that spill", { C1: { f: "A1:A2*2", v: 2200, spill: "C1:C2" }, C2: 2000 }],
    ["behind what only Excel works out", { C1: { f: "NOSUCH(A1)", v: 1 }, C2: { f: "C1+A1", v: 1101 } }],
    ["that Excel saw otherwise", { C1: { f: "A1*2", v: 7 }, C2: { f: "C1+1", v: 8 } }],
    ["of texts", { C1: { f: 'A1&" bn"', v: "1100 bn" } }],
  ] as const)("%s are the same", async (_, cells) => both({ ...BASE, ...cells }));

  it("that another formula of ours reads too", async () => {
    await both({
      ...BASE,
      B1: "TIC.JP",
      C1: { f: call("VALUE", 'B1,"2023-12","unit=bn"'), v: 1100 },
      C2: { f: "C1-A1", v: 0 },
      C3: { f: call("WHY", "A2"), v: "why" },
    });
  });
});

test("the engine is not started where calls, sums and differences are all", async () => {
  let starts = 0;
  const quick = lateFileCalculator({
    engine: () => {
      starts++;
      return Promise.resolve(engine);
    },
    ...directFunctions(),
  });
  const cells = {
    ...BASE,
    A2: { f: NOVEMBER, v: 1000 },
    C1: { f: "SUM(A1:A3)-A2/2", v: 1605 },
    C2: { f: 'IF(A2>1,"a","b")', v: "a" },
  };
  expect(await refreshedBy(quick, cells)).toMatchObject({
    edits: [
      [
        0,
        [
          { row: 0, column: 0, value: 1150 },
          { row: 0, column: 2, value: 1655 },
        ],
      ],
    ],
  });
  expect(starts).toBe(0);
  await refreshedBy(quick, { ...BASE, C1: { f: 'IF(A1>1,"a","b")', v: "a" } });
  expect(starts).toBe(1);
});
