import { createEdition } from "../../src/load/edition";
import { makeDesk } from "../../src/pane/find/desk";
import { readFormula } from "../../src/pane/find/formula";
import { previewOf, type PreviewTable } from "../../src/pane/find/preview-table";
import { connectEmbedded, embeddedFigures } from "../../src/workbench/connect";
import type { Day } from "../../src/domain/period";
import { ask } from "../functions/ask";
import { FUNCTIONS } from "../../src/functions/index";

const figures = createEdition(embeddedFigures());
const desk = makeDesk({ figures, load: embeddedFigures(), today: () => "2026-11-23" as Day });

async function preview(formula: string): Promise<PreviewTable> {
  const call = readFormula(formula, "DIGITRADE");
  if (!call) throw new Error(`${formula} is not a plain call.`);
  return (await desk.workOut((shelf) => previewOf(shelf, call, 1000))).result;
}

beforeAll(() => {
  connectEmbedded();
});

test.each([
  [
    '=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;unit=bn")',
    ["HISTORY", "JP.DIGITAL.NET", "-10Y", null, "freq=A;unit=bn"],
  ],
  [
    '=DIGITRADE.HISTORY("FX.USDJPY","2024-06-10","2024-06-21")',
    ["HISTORY", "FX.USDJPY", "2024-06-10", "2024-06-21", null],
  ],
  [
    '=DIGITRADE.PANEL("JP.DIGITAL.NET,JP.TRAVEL.NET",2014,2024,"freq=A;fx=USD;unit=bn;order=desc")',
    ["PANEL", "JP.DIGITAL.NET,JP.TRAVEL.NET", 2014, 2024, "freq=A;fx=USD;unit=bn;order=desc"],
  ],
  [
    '=DIGITRADE.PANEL("TIC.JP,TIC.CN","-12M",,"header=off")',
    ["PANEL", "TIC.JP,TIC.CN", "-12M", null, "header=off"],
  ],
] as const)("%s shows what the function answers with", async (formula, [name, ...args]) => {
  expect(Object.keys(FUNCTIONS)).toContain(name);
  const table = await preview(formula);
  const answered = (await ask(name, ...args)) as readonly (readonly unknown[])[];
  expect([table.block.rows, table.block.columns]).toEqual([answered.length, answered[0]?.length]);
  const [first = [], ...rest] = answered;
  const body = table.block.header ? rest : answered;
  if (table.block.header) expect(first.slice(1, 1 + table.headers.length)).toEqual(table.headers);
  expect(table.total).toBe(body.length);
  for (const [r, { cells }] of table.rows.entries())
    for (const [c, cell] of cells.entries()) {
      const there = body[r]?.[c + 1];
      if ("value" in cell) expect(cell.value).toBe(there);
      else expect(cell.problem).toBe((there as { message: string }).message);
    }
});

test("one figure", async () => {
  const table = await preview('=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn")');
  expect(table.rows).toEqual([
    { period: "2023", cells: [{ value: -5.3452, decimals: 4, status: "prelim" }] },
  ]);
  expect(table.block).toMatchObject({ rows: 1, columns: 1, formats: ["#,##0.0000"] });
});

test("a long table is shown by its ends", async () => {
  const call = readFormula('=DIGITRADE.HISTORY("TIC.JP",,,"freq=M")', "DIGITRADE")!;
  const { result, used } = await desk.workOut((shelf) => previewOf(shelf, call));
  expect([result.rows.length, result.last.length]).toEqual([3, 3]);
  expect(result.total).toBeGreaterThan(50);
  expect([...used]).toEqual(["TIC.JP"]);
});

test("looking changes nothing in the edition; using does", async () => {
  const before = figures.entries().length;
  const { used } = await desk.workOut((shelf) =>
    previewOf(shelf, readFormula('=DIGITRADE.HISTORY("TIC.CN")', "DIGITRADE")!),
  );
  expect(figures.entries()).toHaveLength(before);
  await desk.use(used);
  expect(figures.entries().map((entry) => entry.id)).toContain("TIC.CN");
});

test("what cannot be answered is the function's own sentence", async () => {
  await expect(preview('=DIGITRADE.VALUE("JP.DIGITAL.NET",2017)')).rejects.toThrow(/3 of 12 months/);
  await expect(preview('=DIGITRADE.HISTORY("NO.SUCH")')).rejects.toThrow(/nearest/);
});
