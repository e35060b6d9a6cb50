import axe from "axe-core";
import { act } from "react";
import metadata from "../../src/functions/metadata.json";
import { ledger } from "../../src/functions/bridge/runtime";
import { en } from "../../src/pane/words/en";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import { followSelection } from "../../src/workbook/follow-selection";
import { selectCell } from "../../src/workbook/selection";
import { drawPane, type DrawnPane } from "../pane/drawn-pane";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
const cells = {
  A1: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")',
  A2: '=DIGITRADE.VALUE("TIC.CN","2024-12")/DIGITRADE.VALUE("TIC.JP","2024-12")',
  A3: "=A1*2",
  A4: "words",
  A5: '=DIGITRADE.VALUE("JP.DIGITL.NET",2023)',
  A6: '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017,"unit=tn")',
  A7: '=DIGITRADE.VALUE("TIC.JP","2024-12")/0',
  A8: '=DIGITRADE.VALUE("JP.CURRENTACCOUNT.NET","FY2023")',
  A9: '=INDEX(DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"header=off"),1,2)',
  D1: '=DIGITRADE.HISTORY("JP.DIGITAL.NET",2015,2018,"freq=A;unit=tn")',
};
let host: Host;
let pane: DrawnPane;

beforeEach(async () => {
  host = openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: { sheets: [{ id: "s", name: "Sheet1", colNumber: 20, rowNumber: 60, cells }] },
  });
  await bootOffice(host);
  await import("../../src/addin/functions");
  await host.settled();
  pane = await drawPane();
  await pane.press("Cell");
});
afterEach(async () => {
  await pane.close();
  closeHosts();
});

const look = async (cell: string, words: string): Promise<void> => {
  await act(() => selectCell({ sheet: "Sheet1", cell }));
  await pane.until(() => pane.text().includes(words));
};
const steps = (): readonly string[] =>
  [...pane.root.querySelectorAll("ol > li")].map((item) => item.textContent);

test("the number of a cell step by step, its formula, what to keep in mind, where it stands", async () => {
  await look("A1", en.stepResult);
  expect(pane.text()).toContain('=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")');
  expect(steps()).toEqual([
    expect.stringContaining("Japan: digital trade (3 items), balance"),
    "Exchange rate158.770 JPY per USDof 2024-06-21 · Bank of Japan, Tokyo 17:00fixing of 21 June 2024",
    "Unit−33.6663 billion USD",
    "Sign× −1a deficit is shown as a positive number",
    "Result33.6663 billion USD2023",
  ]);
  expect(pane.text()).toContain(en.warnPrelim);
  expect(pane.text()).toMatch(/Vintage2024-06-21.*State.*built in/s);
  await pane.until(() => /\(JP\.DIGITAL\.NET\), vintage/.test(pane.text()));
  await pane.choose(en.citeStyle, "bibtex");
  await pane.until(() => /@misc\{jp-digital-net/.test(pane.text()));
  const { violations } = await axe.run(pane.root, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
}, 20_000);

test("several calls in one cell are taken apart one after the other; what tells in words only says them", async () => {
  await look("A2", "VALUE, 2 of 2");
  expect(pane.text()).toContain("VALUE, 1 of 2");
  await look("A9", "The amounts imply 158.754 JPY per USD");
});

test("a cell of a table is explained as itself: its own period, or why it has no figure", async () => {
  await look("E2", "2015-01 to 2015-12");
  expect(pane.text()).toContain("Part of the table that the formula in D1 fills (5 × 2 cells).");
  await look("E4", "3 of 12 months");
});

test("cells that are not ours say so, and lead on to those of ours that they use", async () => {
  await look("A3", "Its formula uses:");
  await pane.press("A1: DEFICIT");
  await pane.until(() => steps().length === 5);
  await look("A4", "No DigiTrade formula fills A4.");
  await look("B20", "B20 is empty.");
  await pane.press(en.cellFind);
  expect(pane.control("Find").getAttribute("aria-selected")).toBe("true");
});

test("of a range the first cell of ours is shown, and how many more there are", async () => {
  await look("A1:A4", "4 cells selected · 1 more DigiTrade formula among them");
  expect(steps()).toHaveLength(5);
  await look("G20:H30", "None of these 22 cells has a DigiTrade formula.");
});

test("an unknown series leads to the nearest one in Find", async () => {
  await look("A5", en.errorUnknownSeries);
  await pane.press("Look up “JP.DIGITAL.NET” in Find");
  await pane.until(() => (pane.control("Find series") as HTMLInputElement).value === "JP.DIGITAL.NET");
});

test("what the function advises is put into the formula after the new one was shown and agreed to", async () => {
  await look("A6", "3 of 12 months");
  await pane.press("Add partial=allow");
  const next = '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017,"unit=tn;partial=allow")';
  await pane.until(() => pane.text().includes(`${en.changeTitle}${next}`));
  expect(host.formulaAt("Sheet1!A6")).toBe(cells.A6);
  await pane.press(en.changeConfirm);
  await pane.until(() => /An unfinished period: 3 of 12 parts\./.test(pane.text()));
  expect(host.formulaAt("Sheet1!A6")).toBe(next);
});

test("nothing is changed where the sheet is protected", async () => {
  await look("A6", "3 of 12 months");
  await pane.press("Add partial=allow");
  host.protection.protect("s", {}, undefined);
  await pane.press(en.changeConfirm);
  await pane.until(() => /is protected; unprotect it/.test(pane.text()));
  expect(host.formulaAt("Sheet1!A6")).toBe(cells.A6);
});

test("an error of the formula around ours is not blamed on ours", async () => {
  await look("A7", "ends in #DIV/0!, not the DigiTrade function");
});

test("where nothing was recorded, one press recalculates the cell", async () => {
  ledger().forget();
  await look("A1", en.cellUnknown);
  expect(steps()).toEqual([]);
  await pane.press(en.cellRecalculate);
  await pane.until(() => steps().length === 5);
});

test("revisions of the figures used are named, and REVISION goes beside the cell", async () => {
  await look("A8", "→");
  expect(pane.text()).toMatch(/FY2023: 253,390 × 100 million JPY \(\d{4}-\d\d-\d\d\) →/);
  await pane.press(en.revisionInsert);
  await pane.until(() => /Inserted at 'Sheet1'!C8:H9\./.test(pane.text()));
  expect(host.formulaAt("Sheet1!C8")).toBe('=DIGITRADE.REVISION("JP.CURRENTACCOUNT.NET","FY2023")');
});

test("while a cell is edited it says so, and goes on by itself", async () => {
  await look("A1", en.stepResult);
  host.faults.cellEdit = true;
  host.model.selection.selectCell(0, 3);
  await pane.until(() => /press Enter or Esc/.test(pane.text()));
  host.faults.cellEdit = false;
  await pane.until(() => pane.text().includes("No DigiTrade formula fills A4."));
});

test("nothing is read while another tab is looked at", async () => {
  await look("A1", en.stepResult);
  await pane.press("Find");
  let told = 0;
  // Slower than the pane would be, if it looked.
  const other = followSelection(
    () => {
      told++;
    },
    { quietMs: 250 },
  );
  await pane.until(() => told === 1);
  host.model.selection.selectCell(0, 3);
  await pane.until(() => told === 2);
  other.stop();
  expect(pane.text()).not.toContain("No DigiTrade formula fills A4.");
  await pane.press("Cell");
  await pane.until(() => pane.text().includes("No DigiTrade formula fills A4."));
});
