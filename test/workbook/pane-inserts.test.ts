import { ledger } from "../../src/functions/bridge/runtime";
import metadata from "../../src/functions/metadata.json";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { editionStore } from "../../src/workbook/edition-store";
import { drawPane, type DrawnPane } from "../pane/drawn-pane";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
const cells = { C3: "mine" };
let host: Host;
let pane: DrawnPane;

/** The pane over a workbook, with the add-in's own functions, and its store for the edition. */
async function open(): Promise<void> {
  host = openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: { sheets: [{ id: "s", name: "Sheet1", colNumber: 12, rowNumber: 60, cells }] },
  });
  await bootOffice(host);
  await import("../../src/addin/functions");
  const store = editionStore();
  await store.read();
  pane = await drawPane({ keep: () => store.write(pane.edition.toJSON()) });
  await pane.type("Find series", "cloud");
  await pane.until(() => /series found/.test(pane.text()));
  await pane.press(/digital trade \(3 items\), balance/);
  await pane.press("Build formula");
  await pane.until(() => pane.control("Insert as formula").matches(":enabled:not([aria-disabled=true])"));
}

const selectCell = (cell: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(cell).select();
    await context.sync();
  });

beforeEach(open);
afterEach(async () => {
  await pane.close();
  closeHosts();
});

test("a click inserts the formula, the cells answer, and the figures are kept in the file", async () => {
  await selectCell("A10");
  await pane.press("Insert as formula");
  await pane.until(() => /Inserted at 'Sheet1'!A10:/.test(pane.text()));
  await host.settled();
  expect(host.formulaAt("Sheet1!A10")).toBe('=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;unit=bn")');
  expect(ledger().callsAt("Sheet1!A10").length).toBeGreaterThan(0);
  expect(host.book.spillZone("s", 0, 9)).toMatchObject({ top: 9, bottom: 19 });
  expect(await editionStore().read()).toEqual(pane.edition.toJSON());
  expect(pane.edition.entries().map(({ id }) => id)).toContain("JP.COMPUTER.NET");
});

test("contents are overwritten only after a second click; a cancel leaves them", async () => {
  await selectCell("B2");
  await pane.press("Insert as formula");
  await pane.until(() => /contents that would be lost: C3/.test(pane.text()));
  expect(document.activeElement?.textContent).toBe("Cancel");
  await pane.press("Cancel");
  expect(host.formulaAt("Sheet1!B2")).toBeFalsy();
  await pane.press("Insert as formula");
  await pane.until(() => /Overwrite 1 cell/.test(pane.text()));
  await pane.press("Overwrite 1 cell");
  await pane.until(() => /Inserted at/.test(pane.text()));
  expect(host.formulaAt("Sheet1!B2")).toContain("HISTORY");
});

test("a protected sheet is met with a sentence", async () => {
  host.protection.protect("s", {}, undefined);
  await pane.press("Insert as formula");
  await pane.until(() => /is protected; unprotect it/.test(pane.text()));
  expect(pane.root.querySelector("[role=alert]")?.textContent).toContain("protected");
});
