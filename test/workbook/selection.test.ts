import metadata from "../../src/functions/metadata.json";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { followSelection, type Following, type Seen } from "../../src/workbook/follow-selection";
import { replaceFormula } from "../../src/workbook/replace-formula";
import { readSelection, selectCell, type Selection } from "../../src/workbook/selection";
import { bootOffice, closeHosts, openHost, until } from "../workbench/host/boot-office";

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
        A3: "=A1*2+'It''s here'!B2",
        A4: "DIGITRADE in words",
        A5: "=C3+SUM(A1:A2)",
        A6: "=Gone!A1",
        C1: '=DIGITRADE.HISTORY("TIC.JP","2024-10","2024-12")',
        H9: '=DIGITRADE.VALUE("NO.SUCH",2024)',
      },
    },
    {
      id: "b",
      name: "It's here",
      colNumber: 8,
      rowNumber: 20,
      cells: { B2: '=DIGITRADE.VALUE("TIC.CN","2024-12")' },
    },
  ],
};

let host: Host;
let following: Following | undefined;
let seen: Seen[] = [];

beforeEach(async () => {
  host = openHost({ metadata: file, namespace: "DIGITRADE", data });
  await bootOffice(host);
  await import("../../src/addin/functions");
  await host.settled();
  seen = [];
});
afterEach(() => {
  following?.stop();
  following = undefined;
  jest.restoreAllMocks();
  closeHosts();
});

const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );
const select = async (cells: string, sheet = "Figures"): Promise<void> => selectCell({ sheet, cell: cells });
const read = async (cells: string): Promise<Selection> => {
  await select(cells);
  return readSelection();
};
const follow = (): void => {
  following = followSelection((one) => seen.push(one), { quietMs: 5 });
};
const last = (): Selection | undefined => {
  const one = seen.at(-1);
  return one?.kind === "seen" ? one.selection : undefined;
};

describe("what is selected", () => {
  test("a cell of ours: its formula in both forms, its functions, what it shows", async () => {
    const { address, cells, focus } = await read("A2");
    expect({ address, cells }).toEqual({ address: "'Figures'!A2", cells: 1 });
    expect(focus).toMatchObject({ sheet: "Figures", cell: "A2", text: "0.72", row: 0, column: 0 });
    expect(focus?.error).toBeUndefined();
    expect(focus?.anchor?.functions).toEqual(["VALUE", "VALUE"]);
    expect(focus?.anchor?.local).toContain("DIGITRADE.VALUE(");
  });

  test("an error of ours is told from a value", async () => {
    const { focus } = await read("H9");
    expect(focus).toMatchObject({ error: "#VALUE!", anchor: { cell: "H9" } });
  });

  test("a cell within a table: the formula's cell, and the place in the table", async () => {
    const { focus } = await read("D3");
    expect(focus).toMatchObject({ cell: "D3", row: 2, column: 1 });
    expect(focus?.anchor).toMatchObject({ cell: "C1", spill: { rows: 4, columns: 2 } });
    expect((await read("C1")).focus).toMatchObject({ row: 0, column: 0, anchor: { spill: { rows: 4 } } });
  });

  test("a cell that is not ours, and which of ours it uses, over sheets and out of a table", async () => {
    expect((await read("A3")).focus).toMatchObject({
      anchor: undefined,
      uses: [{ address: "'Figures'!A1" }, { address: "'It''s here'!B2", functions: ["VALUE"] }],
    });
    const { focus } = await read("A5");
    expect(focus?.uses.map(({ cell }) => cell)).toEqual(["C1", "A1", "A2"]);
    expect((await read("A6")).focus).toMatchObject({ anchor: undefined, uses: [] });
    expect((await read("A4")).focus).toMatchObject({ anchor: undefined, isEmpty: false, uses: [] });
    expect((await read("B9")).focus).toMatchObject({ anchor: undefined, isEmpty: true });
  });

  test("several cells: the first of ours, and how many more", async () => {
    expect(await read("A2:H9")).toMatchObject({ cells: 64, focus: { cell: "A2" }, others: 1 });
    expect(await read("B1:H9")).toMatchObject({ focus: { cell: "C1" }, others: 1 });
    expect(await read("A1:A4")).toMatchObject({ focus: { cell: "A1" }, others: 1, isPartly: false });
    expect(await read("F20:G30")).toMatchObject({ focus: undefined, others: 0 });
  });
});

describe("following", () => {
  test("changes of the selection, of the sheet and of contents are told", async () => {
    await select("A1");
    follow();
    await until(() => last()?.address === "'Figures'!A1");
    await select("C1");
    await until(() => last()?.address === "'Figures'!C1");
    await select("B2", "It's here");
    await until(() => last()?.focus?.sheet === "It's here");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("It's here").getRange("B2").values = [[7]];
      await context.sync();
    });
    await until(() => last()?.focus?.text === "7");
    expect(last()?.focus?.anchor).toBeUndefined();
  });

  test("however many changes come, few readings follow, and the last one counts", async () => {
    await select("A1");
    follow();
    await until(() => seen.length === 1);
    const batches = jest.spyOn(host.wire, "batch");
    host.faults.delay = 20;
    for (let row = 0; row < 40; row++) {
      host.model.selection.selectCell(0, row);
      following?.again();
    }
    await until(() => last()?.address === "'Figures'!A40");
    host.faults.delay = 0;
    // One reading is a batch or two; forty would be forty at least.
    expect(batches.mock.calls.length).toBeLessThan(10);
  });

  test("while a cell is edited it says so, and goes on by itself afterwards", async () => {
    await select("A1");
    follow();
    await until(() => seen.length === 1);
    host.faults.cellEdit = true;
    following?.again();
    await until(() => seen.at(-1)?.kind === "failed");
    expect(seen.at(-1)).toMatchObject({ problem: { message: expect.stringMatching(/press Enter or Esc/) } });
    host.faults.cellEdit = false;
    await until(() => seen.at(-1)?.kind === "seen");
  });

  test("what fails is said, and the next change is read again", async () => {
    await select("A1");
    host.faults.failNextBatch(0, "InvalidSelection");
    follow();
    await until(() => seen.length === 1);
    expect(seen[0]).toMatchObject({ problem: { message: expect.stringMatching(/select one cell/) } });
    following?.again();
    await until(() => last()?.address === "'Figures'!A1");
    await select("A2");
    await until(() => last()?.address === "'Figures'!A2");
  });

  test("once stopped it is silent, while another goes on", async () => {
    await select("A1");
    follow();
    const others: Seen[] = [];
    const other = followSelection((one) => others.push(one), { quietMs: 5 });
    await until(() => seen.length === 1 && others.length === 1);
    following?.stop();
    await select("A4");
    await until(() => others.length > 1);
    expect(seen).toHaveLength(1);
    other.stop();
  });
});

describe("putting another formula in", () => {
  const cell = { sheet: "Figures", cell: "H9", formula: '=DIGITRADE.VALUE("NO.SUCH",2024)' };
  const next = '=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")';

  test("the formula that was looked at is replaced, another one is not", async () => {
    await replaceFormula(cell, next);
    expect(host.formulaAt("Figures!H9")).toBe(next);
    expect(await sentence(replaceFormula(cell, "=1"))).toMatch(/H9 has other contents by now/);
    expect(host.formulaAt("Figures!H9")).toBe(next);
  });

  test("a protected sheet and a read-only file are met with a sentence, and nothing changes", async () => {
    host.protection.protect("a", {}, undefined);
    expect(await sentence(replaceFormula(cell, next))).toMatch(/is protected; unprotect it/);
    host.protection.unprotect("a", undefined);
    host.faults.readOnly = true;
    expect(await sentence(replaceFormula(cell, next))).toMatch(/read-only/);
    host.faults.readOnly = false;
    expect(host.formulaAt("Figures!H9")).toBe(cell.formula);
  });
});
