import type { Host } from "../../src/workbench/host/index";
import { GERMAN } from "../../src/workbench/host/culture";
import { repair } from "../../src/workbook/repair";
import { namesOfOurs, scan } from "../../src/workbook/scan";
import { typedForm } from "../../src/file/our-formulas";
import { closeHosts } from "../workbench/host/boot-office";
import { openWorkbook, sheets } from "./refreshing";

const damaged = '=_xldudf_DIGITRADE_VALUE("TIC.JP","2024-12")';
const good = '=DIGITRADE.VALUE("TIC.JP","2024-12")';
const data = sheets(
  {
    Figures: {
      A1: damaged,
      A2: '=ROUND(_xldudf_DIGITRADE_VALUE("TIC.JP","2024-12")/1000,1)',
      A3: good,
      A4: '=_xldudf_DIGITRADEDEV_VALUE("TIC.JP")',
      A5: damaged,
      C1: '=_xldudf_DIGITRADE_HISTORY("TIC.JP","2024-10","2024-12")',
      C2: '=_xldudf_DIGITRADE_HISTORY("TIC.JP","2024-10","2024-12")',
    },
    Locked: { B2: damaged },
  },
  { Figures: { formats: { A5: 1 } } },
);
let host: Host;
const options = { namespace: "DIGITRADE" };

beforeEach(async () => {
  ({ host } = await openWorkbook({ ...data, formats: { "1": "@" } }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Figures").getRange("A5").numberFormat = [["@"]];
    await context.sync();
  });
  host.protection.protect("s2", {}, undefined);
});
afterEach(async () => {
  await host.settled();
  closeHosts();
});

test("what shows #NAME? is entered again where that is safe; everything else is listed and untouched", async () => {
  const { anchors } = await scan();
  const before = host.formulaAt("Locked!B2");
  const { repaired, left } = await repair(anchors, options);
  await host.settled();
  expect(repaired.map(({ cell }) => cell).sort()).toEqual(["A1", "A2", "C2"]);
  expect(left.map(({ anchor, why }) => [anchor.sheet, anchor.cell, why])).toEqual([
    ["Figures", "C1", "array"],
    ["Figures", "A4", "other-add-in"],
    ["Figures", "A5", "text"],
    ["Locked", "B2", "protected"],
  ]);
  expect(host.formulaAt("Figures!A1")).toBe(good);
  expect(Number(host.book.value("s1", 0, 0))).toBeGreaterThan(1e11);
  expect(host.book.value("s1", 0, 1)).toBe(
    Math.round((Number(host.book.value("s1", 0, 0)) / 1000) * 10) / 10,
  );
  expect(host.formulaAt("Locked!B2")).toBe(before);
});

test("in Turkish Excel no formula is entered; in German the same formulas are", async () => {
  closeHosts();
  ({ host } = await openWorkbook(data, { culture: { ...GERMAN, name: "tr-TR" } }));
  const turkish = await repair((await scan()).anchors, options);
  expect(turkish.repaired).toEqual([]);
  expect(new Set(turkish.left.map(({ why }) => why))).toEqual(new Set(["turkish"]));
  closeHosts();
  ({ host } = await openWorkbook(data, { culture: GERMAN }));
  expect((await repair((await scan()).anchors, options)).repaired).not.toEqual([]);
});

test("a formula that Excel refuses is listed, and the others are entered", async () => {
  const original = host.wire.batch.bind(host.wire);
  const spy = jest.spyOn(host.wire, "batch").mockImplementation((batch) =>
    batch.Actions.some((action) => action.ActionType === 4 && JSON.stringify(action).includes("ROUND"))
      ? {
          Results: [],
          TraceIds: [],
          Error: { Code: "InvalidOperation", Message: "", Location: "", ActionIndex: 0, HttpStatusCode: 400 },
        }
      : original(batch),
  );
  const { repaired, left } = await repair((await scan()).anchors, options);
  spy.mockRestore();
  expect(repaired.map(({ cell }) => cell).sort()).toEqual(["A1", "C2"]);
  expect(left).toContainEqual(expect.objectContaining({ why: "refused" }));
});

test("formulas in names are found, and cells that call us through a name count", async () => {
  await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.add("Debt", '=DIGITRADE.VALUE("TIC.JP","2024-12")');
    names.add("Twice", "=2*Debt");
    names.add("Loop", "=Loop+1");
    worksheets.getItem("Locked").names.add("Own", '=DIGITRADE.DEFICIT("JP",2023)');
    worksheets.getItem("Figures").getRange("F1:F4").formulas = [
      ["=Twice+1"],
      ["=Loop"],
      ["=Own"],
      ['="Debt"'],
    ];
    await context.sync();
  });
  const found = await scan();
  expect(namesOfOurs(found).map(({ name, sheet }) => [name, sheet])).toEqual([
    ["Debt", undefined],
    ["Own", "Locked"],
  ]);
  expect(found.anchors.find(({ cell }) => cell === "F1")).toMatchObject({
    functions: ["VALUE"],
    stored: false,
  });
  expect(found.anchors.map(({ cell }) => cell)).not.toEqual(expect.arrayContaining(["F2"]));
  expect(found.anchors.some(({ cell }) => cell === "F3" || cell === "F4")).toBe(false);
});

test.each([
  [damaged, good],
  ["=[2]!_xldudf_DIGITRADE_PANEL(A1)", "=DIGITRADE.PANEL(A1)"],
  ["='C:\\x\\[my book.xlsx]Sheet1'!DIGITRADE.VALUE(A1)", "=DIGITRADE.VALUE(A1)"],
  ['="_xldudf_DIGITRADE_VALUE("&DIGITRADE.VALUE(A1)', '="_xldudf_DIGITRADE_VALUE("&DIGITRADE.VALUE(A1)'],
  ["=_xldudf_digitradedev_why(A1)", "=DIGITRADEDEV.WHY(A1)"],
  ["=SUM(A1:A3)", "=SUM(A1:A3)"],
])("%s is typed %s", (stored, typed) => {
  expect(typedForm(stored)).toBe(typed);
});
