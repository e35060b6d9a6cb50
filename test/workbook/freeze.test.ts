import { ledger } from "../../src/functions/bridge/runtime";
import type { Host } from "../../src/workbench/host/index";
import { freeze, frozenStore } from "../../src/workbook/freeze/freeze";
import { frozenBlocks, thaw } from "../../src/workbook/freeze/thaw";
import { scan } from "../../src/workbook/scan";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";
import { openWorkbook, sheets, today } from "./refreshing";

const figures = {
  A1: "TIC.JP",
  B1: "2024-12",
  A3: "=DIGITRADE.VALUE($A$1,B1)",
  A4: '=ROUND(DIGITRADE.VALUE("TIC.CN","2024-12")/1000000,1)',
  A5: '=DIGITRADE.VALUE("TIC.JP",Other!B2)',
  A6: '=DIGITRADE.VALUE("NO.SUCH",2024)',
  D3: '=DIGITRADE.HISTORY("TIC.JP","2024-10","2024-12")',
  A9: "=A3*2",
};
const data = sheets({
  Figures: figures,
  Other: { B2: "2024-12", C3: '=DIGITRADE.FXRATE("USD","JPY","2024-06-21")' },
});
let host: Host;

const edit = (run: (sheet: Excel.Worksheet) => void, name = "Figures"): Promise<void> =>
  Excel.run(async (context) => {
    run(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
const formula = (cell: string): string => String(host.formulaAt(cell));
const formulas = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ["A3", "A4", "A5", "A6", "D3"].map((cell) => [cell, formula(`Figures!${cell}`)] as const),
  );
const shown = (col: number, row: number) => host.book.value("s1", col, row);
async function freezeAll(): Promise<Awaited<ReturnType<typeof freeze>>> {
  return freeze((await scan()).anchors, { today });
}

beforeEach(async () => {
  ({ host } = await openWorkbook(data));
});
afterEach(async () => {
  await host.settled();
  closeHosts();
});

test("formulas become the values that they showed; all that brings them back is in the file first", async () => {
  const before = { cells: formulas(), values: [shown(0, 2), shown(0, 3), shown(0, 5), shown(4, 4)] };
  const { frozen, left } = await freezeAll();
  expect(frozen.map(({ cell }) => cell).sort()).toEqual(["A3", "A4", "A5", "A6", "C3", "D3"]);
  expect(left).toEqual([]);
  expect([shown(0, 2), shown(0, 3), shown(0, 5), shown(4, 4)]).toEqual(before.values);
  expect((await scan()).anchors).toEqual([]);
  expect(formula("Figures!A9")).toBe("=A3*2");
  const blocks = await frozenBlocks();
  expect(blocks.find(({ cells }) => cells === "D3:E6")).toMatchObject({
    sheet: "Figures",
    formula: before.cells["D3"],
    frozen: today,
    formats: [["General", "General"], expect.anything(), expect.anything(), expect.anything()],
  });
  expect(blocks.find(({ cells }) => cells === "A3")).toMatchObject({
    r1c1: "=DIGITRADE.VALUE(R1C1,R[-2]C[1])",
    references: [
      { text: "$A$1", place: "'Figures'!A1" },
      { text: "B1", place: "'Figures'!B1" },
    ],
  });
});

test("dates of a table stay readable dates, and are formulas' dates again after thawing", async () => {
  await freezeAll();
  const texts = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Figures").getRange("D3:D6");
    range.load("text,values");
    await context.sync();
    return range.text.flat();
  });
  expect(texts).toEqual(["Period", "2024-10-31", "2024-11-30", "2024-12-31"]);
  await thaw();
  await edit((sheet) => sheet.getRange("D3:D6").load("numberFormat"));
  expect(host.book.format("s1", 3, 4)).toBe("General");
});

test("after rows and columns were inserted the same formulas come back, with their cells", async () => {
  await freezeAll();
  await edit((sheet) => {
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("A:A").insert("Right");
  });
  await edit((sheet) => sheet.getRange("2:2").insert("Down"), "Other");
  const before = ledger().count;
  const { thawed, left } = await thaw();
  await host.settled();
  expect(left).toEqual([]);
  expect(thawed).toHaveLength(6);
  expect(formula("Figures!B4")).toBe("=DIGITRADE.VALUE($B$2,C2)");
  expect(formula("Figures!B6").replaceAll("'", "")).toBe('=DIGITRADE.VALUE("TIC.JP",Other!B3)');
  expect(formula("Figures!E4")).toBe(figures.D3);
  expect(host.book.spillZone("s1", 4, 3)).toMatchObject({ top: 3, bottom: 6, left: 4, right: 5 });
  expect(ledger().count).toBeGreaterThanOrEqual(before + 6);
  expect(await frozenBlocks()).toEqual([]);
  const names = await Excel.run(async (context) => {
    context.workbook.names.load("items/name");
    await context.sync();
    return context.workbook.names.items.map(({ name }) => name);
  });
  expect(names.filter((name) => name.includes("Frozen"))).toEqual([]);
});

test("what was typed over, torn apart or deleted is listed and left alone", async () => {
  await freezeAll();
  await edit((sheet) => {
    sheet.getRange("A4").values = [[1]];
    sheet.getRange("5:5").insert("Down");
  });
  await edit((sheet) => sheet.getRange("3:3").delete("Up"), "Other");
  const { thawed, left } = await thaw();
  expect(thawed).toEqual(["'Figures'!A3", "'Figures'!A6", "'Figures'!A7"]);
  expect(left.map(({ address, why }) => [address, why])).toEqual([
    ["'Figures'!D3:E7", "changed"],
    ["'Figures'!A4", "changed"],
    [undefined, "gone"],
  ]);
  expect(shown(0, 3)).toBe(1);
  expect(left[1]?.block.formula).toBe(figures.A4);
  expect(await frozenBlocks()).toHaveLength(3);
});

test("a protected sheet is left as it is, when freezing and when thawing", async () => {
  host.protection.protect("s2", {}, undefined);
  const { frozen, left } = await freezeAll();
  expect(frozen).toHaveLength(5);
  expect(left.map(({ anchor, why }) => [anchor.cell, why])).toEqual([["C3", "protected"]]);
  host.protection.protect("s1", {}, undefined);
  const thawing = await thaw();
  expect(thawing.thawed).toEqual([]);
  expect(new Set(thawing.left.map(({ why }) => why))).toEqual(new Set(["protected"]));
});

test("a file open for reading only is met with a sentence, and nothing changes", async () => {
  const before = JSON.stringify(host.save());
  host.faults.readOnly = true;
  await expect(freezeAll()).rejects.toThrow(/open read-only; save a copy/);
  await expect(thaw()).rejects.toThrow(/open read-only; save a copy/);
  host.faults.readOnly = false;
  expect(JSON.stringify(host.save())).toBe(before);
});

test("frozen, saved and reopened elsewhere it thaws as well", async () => {
  await freezeAll();
  const saved = host.save();
  closeHosts();
  host = openHost({ data: saved, namespace: "DIGITRADE" });
  await bootOffice(host);
  expect((await thaw()).thawed).toHaveLength(6);
  expect(formula("Figures!A3")).toBe(figures.A3);
});

test("if the file does not keep the formulas, no cell is touched", async () => {
  const before = formulas();
  const store = frozenStore();
  const deaf = { ...store, write: () => Promise.reject(new Error("not kept")) };
  await expect(freeze((await scan()).anchors, { today }, deaf)).rejects.toThrow(/not kept/);
  expect(formulas()).toEqual(before);
});

test("a cancel in the middle leaves the rest live, and nothing of it behind", async () => {
  const controller = new AbortController();
  controller.abort();
  const { frozen, cancelled } = await freeze((await scan()).anchors, { today, signal: controller.signal });
  expect({ frozen, cancelled }).toEqual({ frozen: [], cancelled: true });
  expect((await scan()).anchors).toHaveLength(6);
  expect(await frozenBlocks()).toEqual([]);
});

test("a formula that Excel does not let go stays live, and the others are frozen", async () => {
  const original = host.wire.batch.bind(host.wire);
  const spy = jest.spyOn(host.wire, "batch").mockImplementation((batch) =>
    batch.Actions.some(({ ActionType: type, Name: name }) => type === 4 && name === "Values") &&
    JSON.stringify(batch.ObjectPaths).includes('"D3:E6"')
      ? {
          Results: [],
          TraceIds: [],
          Error: { Code: "InvalidOperation", Message: "", Location: "", ActionIndex: 0, HttpStatusCode: 400 },
        }
      : original(batch),
  );
  const { frozen, left } = await freezeAll();
  spy.mockRestore();
  expect(frozen).toHaveLength(5);
  expect(left.map(({ anchor, why }) => [anchor.cell, why])).toEqual([["D3", "refused"]]);
  expect(formula("Figures!D3")).toBe(figures.D3);
  expect((await frozenBlocks()).map(({ cells }) => cells)).not.toContain("D3:E6");
});

test("a formula of the user's own that comes to the same value is not overwritten", async () => {
  await freezeAll();
  const value = String(shown(0, 2));
  await edit((sheet) => {
    sheet.getRange("A3").formulas = [[`=0+${value}`]];
  });
  const { left } = await thaw();
  expect(left.map(({ address, why }) => [address, why])).toEqual([["'Figures'!A3", "changed"]]);
  expect(formula("Figures!A3")).toBe(`=0+${value}`);
});

test("a formula typed into a frozen cell meanwhile stays, and is no longer kept", async () => {
  await freezeAll();
  await edit((sheet) => {
    sheet.getRange("A3").formulas = [['=DIGITRADE.VALUE("TIC.CN","2024-12")']];
  });
  const { thawed, left } = await thaw();
  expect({ thawed: thawed.length, left }).toEqual({ thawed: 5, left: [] });
  expect(formula("Figures!A3")).toBe('=DIGITRADE.VALUE("TIC.CN","2024-12")');
});
