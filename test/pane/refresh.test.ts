/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import type { Series, SeriesId } from "../../src/domain/series";
import { embeddedFigures } from "../../src/workbench/connect";
import { drawPane, type DrawnPane } from "./drawn-pane";

const embedded = embeddedFigures();
let pane: DrawnPane;
const open = async (...changes: Parameters<typeof drawPane>): Promise<void> => {
  pane = await drawPane(...changes);
  await pane.press("Refresh");
  await pane.until(() => pane.root.querySelector("#refresh-used") !== null);
};

afterEach(async () => {
  await pane.close();
  localStorage.clear();
});

async function faults(): Promise<readonly string[]> {
  const panel = pane.root.querySelector("#panel-refresh") ?? pane.root;
  const { violations } = await axe.run(panel, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
const newest = async (wanted: SeriesId): Promise<Series> => {
  const { embedded: _mark, ...series } = await embedded(wanted);
  return wanted === "TIC.JP" ? { ...series, version: "newer" } : series;
};
const panelText = (): string => pane.root.querySelector("#panel-refresh")?.textContent ?? "";

test("a workbook without figures says how to get some, and offers no check", async () => {
  await open();
  expect(panelText()).toContain("This workbook uses no figures yet");
  expect((pane.control("Check for new data") as HTMLButtonElement).disabled).toBe(true);
  expect(await faults()).toEqual([]);
});

test("each series tells last period, age, source, state and edition", async () => {
  await open();
  await pane.enter("TIC.JP");
  await pane.until(() => pane.root.querySelectorAll("#panel-refresh tbody").length === 1);
  const row = pane.root.querySelector("#panel-refresh tbody")?.textContent;
  expect(row).toMatch(/\d{4}-\d\d\d+ days.*built in.*TIC\.JP · .* · published \d{4}-\d\d-\d\d · edition \w+/);
  expect(await faults()).toEqual([]);
});

test("a check tells what is newer and what only comes from its publisher now; outside Excel nothing can be taken", async () => {
  await open({ newest });
  await pane.enter("TIC.JP");
  await pane.enter("TIC.CN");
  await pane.press("Check for new data");
  await pane.until(() => /no cell changes/.test(panelText()));
  expect(panelText()).toContain("1 series came straight from its publisher now");
  expect((pane.control("Accept all") as HTMLButtonElement).disabled).toBe(true);
  expect(await faults()).toEqual([]);
  expect(pane.kept).toEqual([]);
});

test("a series that cannot be had is told with its sentence; a second check works", async () => {
  let down = true;
  await open({
    newest: (wanted) => (down ? Promise.reject(new Error("the network is down")) : embedded(wanted)),
  });
  await pane.enter("TIC.JP");
  await pane.press("Check for new data");
  await pane.until(() => /Could not be checked: 1/.test(panelText()));
  expect(panelText()).toContain("the network is down");
  down = false;
  await pane.press("Check for new data");
  await pane.until(() => /Everything is up to date/.test(panelText()));
});

test("a check under way shows how far it is and is cancelled", async () => {
  await open({ newest: () => new Promise(() => undefined) });
  await pane.enter("TIC.JP");
  await pane.press("Check for new data");
  await pane.until(() => pane.root.querySelector("progress") !== null);
  expect(pane.root.querySelector("progress")?.getAttribute("aria-label")).toBe(
    "Asking for newer figures: 0 of 1",
  );
  await pane.press("Cancel");
  await pane.until(() => /Cancelled\. Nothing was changed/.test(panelText()));
});

test("in Japanese everything is Japanese", async () => {
  await open();
  await pane.press("Settings");
  await pane.choose("Language", "ja");
  await pane.press("更新");
  await pane.until(() => /使用中の数値/.test(panelText()));
  expect(panelText()).toContain("このブックで使用中の数値はまだありません");
});

test("while the computer is offline it says so", async () => {
  const online = jest.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await open();
  expect(panelText()).toContain("You are offline");
  online.mockRestore();
});

test("a part that cannot be loaded is asked for again", async () => {
  let fail = true;
  const { makeDesk } = await import("../../src/workbook/refresh/desk");
  pane = await drawPane();
  const { edition } = pane;
  await pane.close();
  const desk = makeDesk({
    edition,
    ready: Promise.resolve(),
    newest,
    load: embedded,
    functions: () => Promise.resolve({}),
    ledger: () => ({ callsAt: () => [], subscribe: () => () => undefined }),
    today: () => "2026-11-23" as never,
    keep: () => Promise.resolve(),
    namespace: "DIGITRADE",
  });
  pane = await drawPane({ desk: () => (fail ? Promise.reject(new Error("gone")) : Promise.resolve(desk)) });
  await pane.press("Refresh");
  await pane.until(() => /could not be loaded/.test(panelText()));
  fail = false;
  await pane.press("Try again");
  await pane.until(() => /Figures in use/.test(panelText()));
});
