import { ledger } from "../../src/functions/bridge/runtime";
import { FUNCTIONS } from "../../src/functions/index";
import type { Edition } from "../../src/load/edition";
import type { Host } from "../../src/workbench/host/index";
import { editionStore } from "../../src/workbook/edition-store";
import { makeDesk } from "../../src/workbook/refresh/desk";
import { drawPane, type DrawnPane } from "../pane/drawn-pane";
import { closeHosts } from "../workbench/host/boot-office";
import { embedded, newer, openWorkbook, sheets, today, withNewer } from "./refreshing";

const cells = {
  A1: '=DIGITRADE.VALUE("TIC.JP","2024-12")/1E9',
  A2: '=DIGITRADE.VALUE("TIC.CN","2024-12")/1E9',
};
// The pane and a workbook in one page; on a busy machine each click takes its time.
jest.setTimeout(20_000);

let host: Host;
let edition: Edition;
let pane: DrawnPane;

const shown = (row: number): unknown => host.book.value("s1", 0, row - 1);
const panel = (): string => pane.root.querySelector("#panel-refresh")?.textContent ?? "";

beforeEach(async () => {
  ({ host, edition } = await openWorkbook(sheets({ Figures: cells })));
  const store = editionStore();
  await store.read();
  const staged = [await newer("TIC.JP", { "2024-12": 1000 }), await newer("TIC.CN", { "2024-12": 700 })];
  const desk = makeDesk({
    edition,
    ready: Promise.resolve(),
    newest: withNewer(...staged),
    load: embedded,
    functions: () => Promise.resolve(FUNCTIONS),
    ledger,
    today: () => today,
    keep: () => store.write(edition.toJSON()),
    namespace: "DIGITRADE",
    patienceMs: 3000,
  });
  pane = await drawPane({
    figures: edition,
    subscribe: (listener) => edition.subscribe(listener),
    today: () => today,
    desk: () => Promise.resolve(desk),
  });
  await pane.press("Refresh");
  await pane.until(() => /DIGITRADE formulas: 2, sheets with them: 1/.test(panel()));
});
afterEach(async () => {
  await pane.close();
  await host.settled();
  closeHosts();
});

test("old and new values are shown by series; one is taken, and previous figures come back", async () => {
  const before = [shown(1), shown(2)];
  await pane.press("Check for new data");
  await pane.until(() => /2 cells/.test(panel()));
  expect(panel()).toMatch(/revised figure.*Figures!A11,061\.51,000/);
  expect([shown(1), shown(2)]).toEqual(before);
  await pane.press(/China/);
  await pane.until(() => /Accept 1 of 2/.test(panel()));
  expect(panel()).not.toContain("Figures!A2");
  await pane.press("Accept 1 of 2");
  await pane.until(() => /TIC\.JP taken into use; 1 cell changed/.test(panel()));
  await host.settled();
  expect([shown(1), shown(2)]).toEqual([1000, before[1]]);
  await pane.until(() => /1 series has newer figures than this workbook uses/.test(panel()));
  await pane.press("Restore previous figures");
  await pane.until(() => /previous figures are in use again/.test(panel()));
  await host.settled();
  expect([shown(1), shown(2)]).toEqual(before);
});

test("freezing asks first, thawing brings the formulas back", async () => {
  await pane.press("Freeze 2 formulas");
  await pane.until(() => /Turn 2 formulas into values\?/.test(panel()));
  expect(document.activeElement?.textContent).toBe("Cancel");
  await pane.press("Cancel");
  expect(host.formulaAt("Figures!A1")).toContain("DIGITRADE");
  await pane.press("Freeze 2 formulas");
  await pane.until(() => /Turn 2 formulas/.test(panel()));
  await pane.press(/^Freeze 2 formulas$/);
  await pane.until(() => /2 formulas are values now/.test(panel()));
  expect(host.formulaAt("Figures!A1")).not.toContain("DIGITRADE");
  await pane.press("Thaw");
  await pane.until(() => /2 formulas are back/.test(panel()));
  expect(host.formulaAt("Figures!A1")).toContain("DIGITRADE");
});

test("a day that is none is refused with its sentence; the policy is kept on that click", async () => {
  await pane.type("Day", "tomorrow");
  await pane.press("Hold");
  await pane.until(() => /"tomorrow" is not a day/.test(panel()));
  await pane.choose("On opening", "ask");
  await pane.until(() => host.runtime.atStart !== "Inactive");
  expect(JSON.stringify(host.save())).toContain('"setting:digitrade.opening":"ask"');
});
