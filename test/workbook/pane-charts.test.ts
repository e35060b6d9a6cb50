import metadata from "../../src/functions/metadata.json";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { makeDoor, type Door } from "../../src/pane/door";
import { findCharts } from "../../src/workbook/chart-found";
import { editionStore } from "../../src/workbook/edition-store";
import { act } from "react";
import { drawPane, type DrawnPane } from "../pane/drawn-pane";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

// The first test also compiles what the pane loads later.
jest.setTimeout(30_000);

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
let host: Host;
let door: Door;
let pane: DrawnPane;

const selectCell = (cell: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(cell).select();
    await context.sync();
  });

const ask = (tab: string, words: string): Promise<void> =>
  act(async () => {
    door.ask(tab, words);
    await Promise.resolve();
  });

beforeEach(async () => {
  // Cards that nobody has scrolled to.
  class Unseen {
    observe(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  }
  Object.assign(globalThis, { IntersectionObserver: Unseen });
  host = openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: {
      sheets: [{ id: "s", name: "Sheet1", colNumber: 40, rowNumber: 80, cells: { D6: "mine", B2: "30000" } }],
    },
  });
  await bootOffice(host);
  await import("../../src/addin/functions");
  const store = editionStore();
  await store.read();
  door = makeDoor();
  pane = await drawPane({ door, keep: () => store.write(pane.edition.toJSON()) });
});
afterEach(async () => {
  await pane.close();
  closeHosts();
});

test("a chart is inserted by a click, its figures are kept, and then it is brought up to date", async () => {
  await pane.press("Charts");
  await pane.until(() => /Receipts and payments|receipts and payments/.test(pane.text()));
  await pane.press(/Digital balance by year/);
  await pane.until(() => pane.control("Insert").matches(":enabled:not([aria-disabled=true])"));
  await pane.press("Insert");
  await pane.until(() => /Inserted at 'Digital balance by year'!A1/.test(pane.text()));
  await host.settled();
  expect(host.charts.ids(host.sheets.byName("Digital balance by year"))).toHaveLength(1);
  expect(await editionStore().read()).toEqual(pane.edition.toJSON());
  expect(pane.edition.entries().map(({ id }) => id)).toContain("JP.COMPUTER.NET");
  await pane.until(() => /This chart is on the sheet/.test(pane.text()));
  await pane.press("Update");
  await pane.until(() => /Updated on the sheet “Digital balance by year”/.test(pane.text()));
  expect(await findCharts()).toHaveLength(1);
  await pane.choose("Currency", "USD");
  await pane.until(
    () => pane.root.querySelector<HTMLSelectElement>("select option[value*='DigiTrade.chart']") !== null,
  );
});

test("at the selected cell contents are overwritten only after a second click", async () => {
  await selectCell("C4");
  await ask("charts", "three-rates");
  await pane.until(() => /At the selected cell/.test(pane.text()));
  await pane.choose("Where", "cell");
  await pane.until(() => pane.control("Insert").matches(":enabled:not([aria-disabled=true])"));
  await pane.press("Insert");
  await pane.until(() => /contents that would be lost: D6/.test(pane.text()));
  expect(document.activeElement?.textContent).toBe("Cancel");
  await pane.press("Overwrite 1 cell");
  await pane.until(() => /Inserted at 'Sheet1'!C4/.test(pane.text()));
});

test("what the ribbon asks for is inserted at once, and a protected workbook is met with a sentence", async () => {
  await ask("charts", "insert:treasury-holders");
  await pane.until(() => /Inserted at 'Largest foreign holders/.test(pane.text()));
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  await ask("charts", "insert:digital-components");
  await pane.until(() => /structure of this workbook is protected/.test(pane.text()));
});

test("the facts of a rate and the ranking of holders go into the sheet as formulas", async () => {
  await selectCell("A20");
  await pane.press("Charts");
  await pane.until(() => /JPY per USD/.test(pane.text()));
  await pane.press(/^Yen today/);
  await pane.until(() => /Insert the facts/.test(pane.text()));
  await pane.press("Insert the facts");
  await pane.until(() => /Inserted at 'Sheet1'!A20/.test(pane.text()));
  await host.settled();
  expect(host.formulaAt("Sheet1!A20")).toBe('=DIGITRADE.INFO("FX.USDJPY")');
  expect(host.book.value("s", 0, 19)).toBe("id");
  await selectCell("F20");
  await pane.press(/^Treasuries/);
  await pane.until(() => /Insert the ranking/.test(pane.text()));
  await pane.press("Insert the ranking");
  await pane.until(() => /Inserted at 'Sheet1'!F20/.test(pane.text()));
  await host.settled();
  expect(host.formulaAt("Sheet1!F20")).toBe("=DIGITRADE.HOLDERS(,10)");
});

test("a target of one's own goes into cells: figures, a picked cell, and the pace that they require", async () => {
  await pane.press("Targets");
  await pane.until(() => /Your own target/.test(pane.text()));
  await pane.type("Name", "=Ours + 10%");
  await pane.type("Start value", "20,000");
  await pane.type("Start date", "2023-04-01");
  await pane.type("Deadline", "FY2030");
  await selectCell("B2");
  await pane.press("Use the selected cell: Target value");
  await pane.until(() => (pane.control("Target value") as HTMLInputElement).value === "='Sheet1'!B2");
  await selectCell("H40");
  await pane.press("Insert as formulas");
  await pane.until(() => /Inserted at 'Sheet1'!H40/.test(pane.text()));
  await host.settled();
  const column = (c: number): readonly unknown[] =>
    Array.from({ length: 10 }, (_, i) => host.book.value("s", c, 39 + i));
  expect(column(7)).toEqual([
    "=Ours + 10%",
    "Start value",
    "Start date",
    "Target value",
    "Deadline",
    "Gap",
    "Required a year",
    "Compound growth a year, %",
    "Straight path today",
    "In words",
  ]);
  expect(column(8).slice(1, 7)).toEqual([20000, "2023-04-01", 30000, "FY2030", 10000, 1250]);
  expect(host.formulaAt("Sheet1!I43")).toBe("=Sheet1!B2");
  expect(host.formulaAt("Sheet1!I45")).toBe('=DIGITRADE.PACE(I41,I42,I43,I44,"gap")');
});
