import { excelBook } from "../../src/workbook/book";
import { inExcel, officeProblem } from "../../src/workbook/office-problem";
import { workbookReady } from "../../src/workbook/ready";
import { isDark, surroundings } from "../../src/workbook/surroundings";
import type { Host } from "../../src/workbench/host/index";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const data = {
  sheets: [
    {
      id: "s",
      name: "Bob's data",
      colNumber: 10,
      rowNumber: 20,
      cells: { A1: "=1+1", A2: "plain", A3: "5" },
    },
  ],
};
let host: Host;

const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );

test("before Office is there a batch says where to open the page", async () => {
  expect(await sentence(inExcel(() => Promise.resolve()))).toMatch(/not open in Excel/);
  expect(surroundings()).toMatchObject({ inExcel: false });
  await workbookReady({ restoreFrom: () => undefined }, { read: () => Promise.reject(new Error("unasked")) });
});

describe("with Office", () => {
  beforeAll(async () => {
    host = openHost({ data });
    await bootOffice(host);
  });
  afterAll(closeHosts);

  test("the surroundings are Excel's", () => {
    expect(surroundings()).toMatchObject({ inExcel: true, language: "en-US" });
  });

  test("a cell in edit mode, a missing sheet, and a silent host each end in their sentence", async () => {
    const touch = (timeoutMs?: number): Promise<string> =>
      sentence(
        inExcel(
          async (context) => {
            context.workbook.worksheets.getItem("Nowhere").getRange("A1").load("values");
            await context.sync();
          },
          timeoutMs === undefined ? {} : { timeoutMs },
        ),
      );
    expect(await touch()).toMatch(/renamed or deleted/);
    host.faults.cellEdit = true;
    expect(await touch()).toMatch(/press Enter or Esc/);
    host.faults.cellEdit = false;
    host.faults.silent = true;
    expect(await touch(50)).toMatch(/not answered within 0.05 seconds/);
    host.faults.silent = false;
  });

  test.each(["AccessDenied", "GeneralException", "ApiNotFound", "InvalidArgument", "HostIsBusy"])(
    "%s says what to do",
    async (code) => {
      host.faults.failNextBatch(0, code);
      const said = await sentence(
        inExcel(async (context) => {
          context.workbook.load("name");
          await context.sync();
        }),
      );
      expect(said).toMatch(/^[A-Z].{30,}\.$/);
      expect(said).not.toContain(code);
    },
  );

  test("an error nobody knows keeps its words and says what to do", async () => {
    expect((await officeProblem({ code: "Strange", message: "Odd thing." })).message).toBe(
      "Excel could not do this (Odd thing); try again, or save and reopen the workbook.",
    );
    expect((await officeProblem(undefined)).message).toContain("undefined");
  });

  test("the book reads formulas by address, and answers as unknown what it cannot read", async () => {
    const book = excelBook();
    expect(await book.formulaAt("'Bob''s data'!A1")).toBe("=1+1");
    expect(await book.formulaAt("'Bob''s data'!$A$2")).toBe("plain");
    expect(await book.formulaAt("'Bob''s data'!A3")).toBeUndefined();
    expect(await book.formulaAt("Gone!A1")).toBeUndefined();
    host.faults.cellEdit = true;
    expect(await book.formulaAt("'Bob''s data'!A1")).toBeUndefined();
    host.faults.cellEdit = false;
  });

  test("ready tries once more when Excel fails, not when the figures are damaged, and never waits for ever", async () => {
    const restored: unknown[] = [];
    const edition = { restoreFrom: (json: unknown) => void restored.push(json) };
    let tries = 0;
    await workbookReady(edition, {
      read: () => (++tries === 1 ? Promise.reject(new Error("busy")) : Promise.resolve({ kept: 1 })),
    });
    expect({ tries, restored }).toEqual({ tries: 2, restored: [{ kept: 1 }] });
    const { decodeEdition } = await import("../../src/file/edition-parts");
    tries = 0;
    const damaged = workbookReady(edition, { read: () => (tries++, decodeEdition(["rubbish"])) });
    expect(await sentence(damaged)).toMatch(/damaged/);
    expect(tries).toBe(1);
    const never = workbookReady(edition, { read: () => new Promise(() => undefined) }, { editionMs: 20 });
    expect(await sentence(never)).toMatch(/in time/);
    expect(restored).toHaveLength(1);
  });
});

test("a theme is dark by what the eye sees", () => {
  expect(isDark("#FFFFFF")).toBe(false);
  expect(isDark("#262626")).toBe(true);
  expect(isDark("#00FF00")).toBe(false);
  expect(isDark("#0000FF")).toBe(true);
  expect(isDark(undefined)).toBeUndefined();
});
