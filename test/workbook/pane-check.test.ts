import metadata from "../../src/functions/metadata.json";
import { en } from "../../src/pane/words/en";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { asText, type CellBlock } from "../../src/workbook/cell-block";
import { editionStore } from "../../src/workbook/edition-store";
import { insertBlock, surveyInsert } from "../../src/workbook/insert";
import { drawPane, type DrawnPane } from "../pane/drawn-pane";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
let host: Host;

beforeEach(async () => {
  host = openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: { sheets: [{ id: "s", name: "Sheet1", colNumber: 12, rowNumber: 60, cells: { C4: "mine" } }] },
  });
  await bootOffice(host);
  await import("../../src/addin/functions");
});
afterEach(closeHosts);

const select = (cell: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(cell).select();
    await context.sync();
  });
const value = (col: number, row: number): unknown => host.book.value("s", col, row);

test("a text that would be a formula, a number, a date or a truth value stays a text", () => {
  expect(
    ["=1+1", "+1", "-1", "@A1", "5.35", "2024-06-21", "'quoted", "TRUE", "May 2023", "(5)"].map(asText),
  ).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@A1",
    "'5.35",
    "'2024-06-21",
    "''quoted",
    "'TRUE",
    "'May 2023",
    "'(5)",
  ]);
  expect(["Amount, JPY", "金額"].map(asText)).toEqual(["Amount, JPY", "金額"]);
});

test("cells with contents of their own: texts as texts, formulas by the names of their cells, formats, titles", async () => {
  const block: CellBlock = {
    rows: 3,
    columns: 2,
    titles: [0],
    widths: [200, undefined],
    contents: (names) => [
      [{ text: "=1+1" }, { text: "" }],
      [{ text: "Two" }, { number: 2, format: "0.00" }],
      [{ text: "Twice" }, { formula: `=${names(1, 1)}*2` }],
    ],
  };
  const place = { sheet: "Sheet1", cell: "E10" };
  expect((await surveyInsert(block, place)).address).toBe("'Sheet1'!E10:F12");
  await insertBlock(block, place);
  expect([value(4, 9), value(4, 10), value(5, 10), value(5, 11)]).toEqual(["=1+1", "Two", 2, 4]);
  expect(host.formulaAt("Sheet1!F12")).toBe("=F11*2");
  expect(host.book.format("s", 5, 10)).toBe("0.00");
  expect(host.book.style("s", 4, 9)).toMatchObject({ bold: true });
  // The same place now has contents, and nothing is lost without agreement.
  expect((await surveyInsert(block, place)).occupied).toContain("F11");
  await expect(insertBlock(block, place)).rejects.toThrow(/would overwrite 5 cells/);
});

describe("from the pane", () => {
  let pane: DrawnPane;
  beforeEach(async () => {
    const store = editionStore();
    await store.read();
    pane = await drawPane({ keep: () => store.write(pane.edition.toJSON()) });
    await pane.press("Check");
    await pane.until(() => pane.text().includes(en.checkExample));
    await pane.press(en.checkExample);
    await pane.until(() => /1 amount in two currencies/.test(pane.text()));
  });
  afterEach(() => pane.close());

  test("a check becomes live cells that say what the pane says, and its figures are kept in the file", async () => {
    await select("B10");
    await pane.press(en.insertCells);
    await pane.until(() => /Inserted at 'Sheet1'!B10:C22\./.test(pane.text()));
    await host.settled();
    const number = (row: number): number => Number(value(2, row));
    expect(value(1, 9)).toBe("Check of “5.35 trillion yen = $33.7 billion”");
    expect(number(12)).toBeCloseTo(158.754, 3);
    expect([number(13), number(14)].map((rate) => rate.toFixed(2))).toEqual(["158.37", "159.14"]);
    expect(number(15)).toBeCloseTo(140.588, 3);
    expect(number(16) / 1e9).toBeCloseTo(38.05, 2);
    expect(number(17)).toBe(158.77);
    expect(number(19)).toBe(5.3452e12);
    expect(number(20) / 1e9).toBeCloseTo(38.02, 2);
    expect(number(21) / 1e9).toBeCloseTo(33.67, 2);
    const kept = pane.edition.entries().map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(["JP.COMPUTER.NET", "FX.USDJPY.BOJ"]));
    expect(kept).not.toContain("TIC.JP");
    expect(await editionStore().read()).toEqual(pane.edition.toJSON());
  }, 20_000);

  test("contents are overwritten only after a second click", async () => {
    await select("B3");
    await pane.press(en.insertCells);
    await pane.until(() => /contents that would be lost: C4/.test(pane.text()));
    expect(value(1, 2)).toBe("");
    await pane.press("Overwrite 1 cell");
    await pane.until(() => /Inserted at/.test(pane.text()));
    expect(String(value(1, 2))).toContain("Check of");
  });

  test("a protected sheet is met with a sentence", async () => {
    host.protection.protect("s", {}, undefined);
    await select("B10");
    await pane.press(en.insertCells);
    await pane.until(() => /is protected; unprotect it/.test(pane.text()));
  });
});
