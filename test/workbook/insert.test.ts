import type { Host } from "../../src/workbench/host/index";
import { insertBlock, surveyInsert, type FormulaBlock } from "../../src/workbook/insert";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const cells = { B4: "mine", C5: "=1+1", F1: "=SEQUENCE(3,2)", A20: "edge" };
const data = { sheets: [{ id: "s", name: "My data", colNumber: 12, rowNumber: 40, cells }] };
const block: FormulaBlock = {
  formula: '=IF(TRUE,"ok",1)',
  rows: 4,
  columns: 2,
  header: true,
  formats: ["yyyy-mm-dd", "#,##0.00"],
  widths: [66, 150],
};
const at = (cell: string) => ({ sheet: "My data", cell });

let host: Host;
const content = (name: string): string | undefined => host.formulaAt(`'My data'!${name}`);
const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );
/** Everything that a write could change. */
const sheet = (): string => JSON.stringify((host.save() as { sheets: unknown[] }).sheets[0]);

beforeEach(async () => {
  host = openHost({ data });
  await bootOffice(host);
});
afterEach(closeHosts);

test("a block goes to an empty place with formula, formats and widths", async () => {
  const survey = await insertBlock(block, at("A10"));
  expect(survey).toEqual({ place: at("A10"), address: "'My data'!A10:B13", occupied: [] });
  expect(content("A10")).toBe(block.formula);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const range = worksheets.getItem("My data").getRange("A10:B13");
    const second = worksheets.getItem("My data").getRange("B10");
    range.load("numberFormat");
    second.load("format/columnWidth,format/wrapText");
    await context.sync();
    expect(range.numberFormat[0]).toEqual(["General", "General"]);
    expect(range.numberFormat[3]).toEqual(["yyyy-mm-dd", "#,##0.00"]);
    expect(second.format.columnWidth).toBeGreaterThanOrEqual(149);
    expect(second.format.wrapText).toBe(true);
  });
});

test("left to itself it goes to the selected cell", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("My data").getRange("D12:E14").select();
    await context.sync();
  });
  expect((await surveyInsert(block)).place).toEqual(at("D12"));
});

test("what would be lost is named, and nothing is written without agreement", async () => {
  const before = sheet();
  expect((await surveyInsert(block, at("B3"))).occupied).toEqual(["B4", "C5"]);
  expect(await sentence(insertBlock(block, at("B3")))).toBe(
    "This would overwrite 2 cells that have contents: B4, C5. Choose an empty place, or agree.",
  );
  expect(await sentence(insertBlock(block, at("B3"), ["B4"]))).toContain("1 cell that has contents: C5.");
  expect(sheet()).toBe(before);
  await insertBlock(block, at("B3"), ["B4", "C5"]);
  expect(content("B3")).toBe(block.formula);
  expect([content("B4"), content("C5")]).toEqual(["", ""]);
});

test("part of another formula's table is refused, its formula's cell itself may be agreed to", async () => {
  expect(await sentence(surveyInsert(block, at("F2")))).toMatch(/table that the formula in F1 fills/);
  expect((await surveyInsert({ ...block, rows: 4, columns: 3 }, at("F1"))).occupied).toContain("F1");
});

test.each([
  [
    "a protected sheet",
    /sheet "My data" is protected; unprotect it/,
    ({ protection }: Host) => protection.protect("s", {}, undefined),
  ],
  [
    "a read-only file",
    /open read-only; save a copy/,
    ({ faults }: Host) => {
      faults.readOnly = true;
    },
  ],
  [
    "a cell being edited",
    /press Enter or Esc/,
    ({ faults }: Host) => {
      faults.cellEdit = true;
    },
  ],
] as const)("%s is met with a sentence, and nothing changes", async (_what, words, trouble) => {
  trouble(host);
  const before = sheet();
  expect(await sentence(insertBlock(block, at("A10")))).toMatch(words);
  expect(sheet()).toBe(before);
});

test("a block that does not fit on the sheet, a missing sheet, and a formula that is none are refused", async () => {
  expect(await sentence(surveyInsert({ ...block, rows: 2_000_000 }, at("A1")))).toMatch(
    /do not fit below A1/,
  );
  expect(await sentence(surveyInsert({ ...block, rows: 1, columns: 20_000 }, at("B2")))).toMatch(
    /^1 row and 20000 columns do not fit below B2/,
  );
  expect(await sentence(surveyInsert(block, { sheet: "Gone", cell: "A1" }))).toMatch(/renamed or deleted/);
  expect(await sentence(surveyInsert({ ...block, formula: "1+1" }, at("A10")))).toMatch(/starts with =/);
});

/** A reply of Excel's that an action of the batch failed. */
const refused = (at: number): ReturnType<Host["wire"]["batch"]> => ({
  Results: [],
  TraceIds: [],
  Error: { Code: "InvalidArgument", Message: "", Location: "", ActionIndex: at, HttpStatusCode: 400 },
});

test("if Excel refuses the formula nothing else has happened", async () => {
  const before = sheet();
  await surveyInsert(block, at("B3"));
  const original = host.wire.batch.bind(host.wire);
  // The batch that writes is the first one with a property to set.
  jest.spyOn(host.wire, "batch").mockImplementation((batch): ReturnType<Host["wire"]["batch"]> => {
    const set = batch.Actions.findIndex(({ ActionType }) => ActionType === 4);
    if (set < 0) return original(batch);
    return refused(set);
  });
  expect(await sentence(insertBlock(block, at("B3"), ["B4", "C5"]))).toMatch(
    /refused the cells or the formula/,
  );
  expect(sheet()).toBe(before);
});
