/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import { TARGETS } from "../../src/catalog/targets";
import { comparisonsOf } from "../../src/pane/targets/comparisons";
import { EMPTY, faultsOf, isReference, valueOf } from "../../src/pane/targets/own-fields";
import { barOf, standings, stateOf } from "../../src/pane/targets/target-standing";
import { makeDesk } from "../../src/pane/find/desk";
import { COUNTED, PATHED } from "../../src/charts/common/targets";
import { createEdition } from "../../src/load/edition";
import type { Day } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { embeddedFigures } from "../../src/workbench/connect";
import { drawPane, type DrawnPane } from "./drawn-pane";

// The first test also compiles the part that loads when the tab is first shown.
jest.setTimeout(30_000);

let pane: DrawnPane | undefined;
afterEach(async () => {
  await pane?.close();
  pane = undefined;
  localStorage.clear();
});
const panel = (): HTMLElement => pane!.root.querySelector<HTMLElement>("#panel-targets")!;

async function open(...changes: Parameters<typeof drawPane>): Promise<void> {
  pane = await drawPane(...changes);
  await pane.press("Targets");
  await pane.until(() => panel().textContent.includes("Your own target"));
}

test("each target says in words how it stands, and what is only expected stands apart", async () => {
  await open();
  await pane!.until(() => panel().querySelectorAll("article").length === TARGETS.length);
  const specialists = [...panel().querySelectorAll("article")].find((a) =>
    /^Registered information security specialists$/.test(a.querySelector("h3")?.textContent ?? ""),
  );
  expect(specialists?.textContent).toMatch(
    /50,000 by FY2030 \(31 March 2031\)Not on track.*about 24,000.*To go26,000.*3,750.*4,333.*3,500 short/,
  );
  const sections = [...panel().querySelectorAll("section")].map((s) => s.getAttribute("aria-label"));
  expect(sections).toEqual(["Targets", "Projections", "Risk estimates", "Your own target"]);
  const projections = panel().querySelector("section[aria-label=Projections]");
  for (const card of projections?.querySelectorAll("article") ?? []) {
    expect(card.textContent).toContain("Projection, not a target");
    expect(card.textContent).not.toMatch(/On track|Not on track|A year/);
  }
  const { violations } = await axe.run(panel(), { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
});

test("a comparison is asked for with its target", async () => {
  await open();
  await pane!.until(() => /Bullet/.test(panel().textContent));
  await pane!.press("Path");
  await pane!.until(() =>
    /Required path against actual/.test(pane!.root.querySelector("#panel-charts")?.textContent ?? ""),
  );
});

test("the form says at each field what is missing, and works the pace out before anything is inserted", async () => {
  await open();
  await pane!.type("Start value", "20000");
  await pane!.type("Start date", "2023-04-01");
  await pane!.type("Target value", "50000");
  await pane!.type("Deadline", "FY2030");
  await pane!.until(() => /12\.14 % compound/.test(panel().textContent));
  await pane!.type("Deadline", "2020");
  await pane!.until(() => /must be later than the base date/.test(panel().textContent));
});

test("figures that cannot be had leave a sentence", async () => {
  await open({ load: () => Promise.reject(new Problem("unreachable", "The network is down.")) });
  await pane!.until(() => /The network is down|No progress/.test(panel().textContent));
});

test("every target has one state, and a bar only where it starts from somewhere", async () => {
  const load = embeddedFigures();
  const desk = makeDesk({ figures: createEdition(load), load, today: () => "2026-11-23" as Day });
  const { result } = await desk.workOut(standings);
  const states = Object.fromEntries(
    result.flatMap(({ target, progress }) =>
      progress instanceof Problem ? [] : [[target.id, stateOf(progress)]],
    ),
  );
  expect(states).toMatchObject({
    "JP.SPECIALISTS": "behind",
    "JP.SPECIALISTS2020": "passed",
    "JP.DIGITALTALENT": "not-counted",
    "JP.INBOUNDSPEND": "no-path",
  });
  for (const { target, progress } of result) {
    if (progress instanceof Problem) continue;
    const bar = barOf(progress);
    expect(bar !== undefined).toBe(target.base !== undefined && progress.latest !== undefined);
    for (const place of bar ? [bar.latest, bar.path] : []) expect(place >= 0 && place <= 1).toBe(true);
  }
});

test("only those comparisons are offered that the charts can draw", () => {
  for (const target of TARGETS) {
    const charts = comparisonsOf(target).map(({ chart }) => chart);
    expect(charts.includes("target-bullet")).toBe(COUNTED.includes(target.id));
    expect(charts.includes("target-path")).toBe(PATHED.includes(target.id));
  }
});

test("fields take figures, periods and cells, and nothing else", () => {
  const form = { ...EMPTY, base: "20,000", baseDate: "2023", target: "='My data'!B3", deadline: "FY2030" };
  expect(faultsOf(form)).toEqual({});
  expect([valueOf("base", form), valueOf("baseDate", form), valueOf("target", form)]).toEqual([
    20000,
    "2023",
    undefined,
  ]);
  expect(
    Object.keys(
      faultsOf({ ...form, base: "", target: "=1+1", deadline: "soon", baseDate: "1/2/2023" }),
    ).sort(),
  ).toEqual(["base", "baseDate", "deadline", "target"]);
  for (const cell of ["=A1", "=Sheet1!$B$3", "='Bob''s Region'!F6"]) expect(isReference(cell)).toBe(true);
  for (const other of ["A1", "=A1+1", '=HYPERLINK("x")', "=A1:B2", "=[Book]S!A1"])
    expect(isReference(other)).toBe(false);
});
