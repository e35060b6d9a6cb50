import metadata from "../../src/functions/metadata.json";
import { ledger } from "../../src/functions/bridge/runtime";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { recalculate } from "../../src/workbook/recalculate";
import { scan, type Scan } from "../../src/workbook/scan";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
const data = {
  sheets: [
    {
      id: "a",
      name: "Figures",
      colNumber: 20,
      rowNumber: 60,
      cells: {
        A1: '=DIGITRADE.VALUE("TIC.JP","2024-12")',
        A2: '=ROUND(DIGITRADE.VALUE("TIC.CN","2024-12")/DIGITRADE.VALUE("TIC.JP","2024-12"),2)',
        A3: "=A1*2",
        A4: "DIGITRADE in words",
        C1: '=DIGITRADE.HISTORY("TIC.JP","2024-10","2024-12")',
        H9: '=DIGITRADE.VALUE("NO.SUCH",2024)',
      },
    },
    {
      id: "b",
      name: "It's hidden",
      isVisible: false,
      colNumber: 8,
      rowNumber: 20,
      cells: { B2: "=DIGITRADE.WHY(Figures!A1)" },
    },
    { id: "c", name: "Empty", colNumber: 8, rowNumber: 20 },
  ],
};

let host: Host;
let found: Scan;

beforeAll(async () => {
  host = openHost({ metadata: file, namespace: "DIGITRADE", data });
  await bootOffice(host);
  await import("../../src/addin/functions");
  await host.settled();
  host.protection.protect("a", {}, undefined);
  found = await scan();
});
afterAll(closeHosts);

test("every formula of ours is found, on hidden and protected sheets too, spills once", () => {
  expect(found.sheets).toEqual([
    { name: "Figures", visibility: "Visible", isProtected: true, anchors: 4 },
    { name: "It's hidden", visibility: "Hidden", isProtected: false, anchors: 1 },
    { name: "Empty", visibility: "Visible", isProtected: false, anchors: 0 },
  ]);
  expect(
    found.anchors.map(({ address, functions, spill }) => [
      address,
      functions.join("+"),
      spill.rows,
      spill.columns,
    ]),
  ).toEqual([
    ["'Figures'!A1", "VALUE", 1, 1],
    ["'Figures'!C1", "HISTORY", 4, 2],
    ["'Figures'!A2", "VALUE+VALUE", 1, 1],
    ["'Figures'!H9", "VALUE", 1, 1],
    ["'It''s hidden'!B2", "WHY", 1, 1],
  ]);
});

test("in small slices the same is found, and progress is told", async () => {
  const progress: string[] = [];
  const sliced = await scan({ slice: 20, onProgress: (done, total) => progress.push(`${done}/${total}`) });
  expect(sliced).toEqual(found);
  expect(progress).toEqual(["1/3", "2/3", "3/3"]);
});

// The runtime hands results over in batches: a call whose result is on its way is not made again.
afterEach(() => host.settled());

test("an aborted scan ends", async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await scan({ signal: controller.signal })).toEqual({ sheets: [], anchors: [], names: [] });
});

test("every anchor is worked out again, errors too, and the ledger proves it", async () => {
  const before = ledger().count;
  const progress: number[] = [];
  const result = await recalculate(found.anchors, { answers: ledger(), onProgress: (n) => progress.push(n) });
  expect(result).toEqual({ answered: 5, silent: [], refused: [], cancelled: false });
  expect(ledger().count).toBeGreaterThanOrEqual(before + 5);
  expect(progress).toEqual([1, 2, 3, 4, 5]);
});

test("what Excel does not work out in time is listed", async () => {
  const ghost = { ...found.anchors[0]!, cell: "J1", address: "'Figures'!J1" };
  const result = await recalculate([...found.anchors, ghost], { answers: ledger(), patienceMs: 500 });
  expect(result.answered).toBe(5);
  expect(result.silent).toEqual([ghost]);
});

test("what Excel leaves out is entered again as the last resort; what cannot be is told with the reason", async () => {
  const listeners: ((address: string | undefined) => void)[] = [];
  const answers = {
    subscribe: (listener: (address: string | undefined) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const [first, second] = found.anchors;
  const result = await recalculate([first!, second!], {
    answers,
    patienceMs: 50,
    reenter: (silent) => {
      for (const listener of listeners) listener(first!.address);
      return Promise.resolve({ entered: [silent[0]!], refused: [{ anchor: silent[1]!, why: "protected" }] });
    },
  });
  expect(result).toMatchObject({
    answered: 1,
    silent: [second],
    refused: [{ anchor: second, why: "protected" }],
  });
});

test("a cancel ends the waiting", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  const deaf = { subscribe: () => () => undefined };
  const result = await recalculate(found.anchors, { answers: deaf, signal: controller.signal });
  expect(result).toMatchObject({ answered: 0, cancelled: true });
  expect(result.silent).toHaveLength(5);
});

test("WHY in the workbook explains by the cell's formula as it is now", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("It's hidden");
    sheet.getRange("B3").formulas = [["=DIGITRADE.WHY(Figures!A2)"]];
    sheet.getRange("B4").formulas = [["=DIGITRADE.WHY(Figures!A4)"]];
    await context.sync();
  });
  await host.settled();
  const cell = (row: number) => host.book.cell("b", 1, row) as { value: unknown; message?: string };
  expect(String(cell(2).value)).toMatch(/VALUE: [\s\S]*VALUE: /);
  expect(cell(3)).toMatchObject({ value: "#N/A", message: expect.stringContaining("Recalculate that cell") });
});
