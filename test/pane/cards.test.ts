/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import { ratePosition } from "../../src/answer/rate-card";
import { entryFor } from "../../src/answer/subject";
import type { Day } from "../../src/domain/period";
import { createEdition } from "../../src/load/edition";
import { sparkStretches, type Span } from "../../src/pane/cards/spark";
import { makeDesk } from "../../src/pane/find/desk";
import { embeddedFigures } from "../../src/workbench/connect";
import { drawPane, type DrawnPane } from "./drawn-pane";

// The first test also compiles the part that loads when the tab is first shown.
jest.setTimeout(30_000);

let pane: DrawnPane | undefined;
afterEach(async () => {
  await pane?.close();
  pane = undefined;
});
const panel = (): string => pane!.root.querySelector("#panel-charts")?.textContent ?? "";

beforeEach(() => {
  class Unseen {
    observe(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  }
  Object.assign(globalThis, { IntersectionObserver: Unseen });
});

async function open(): Promise<void> {
  pane = await drawPane();
  await pane.press("Charts");
  await pane.until(() => /JPY per USD/.test(panel()));
}

test("yen today: last rate with its day, changes with sign and mark, highs and lows with theirs, source and state", async () => {
  await open();
  await pane!.press(/^Yen today/);
  await pane!.until(() => /Against the day before/.test(panel()));
  expect(panel()).toMatch(/Last rate159\.\d+13 April 2026/);
  expect(panel()).toMatch(/Against the day before▲ 0\.642 \(\+0\.40 %\)/);
  expect(panel()).toMatch(/High of 12 months159\.90327 March 2026/);
  expect(panel()).toMatch(/Low of all that is held7\d\.\d+\d+ \w+ 201\d/);
  expect(panel()).toMatch(/Source: .*retrieved 2026-11-23 · built in/);
  const line = pane!.root.querySelector("#panel-charts svg[role=img]");
  expect(line?.getAttribute("aria-label")).toMatch(
    /Rates over the span chosen: from 14\d\.\d+ to 159\.903, last 159\.834/,
  );
  expect(pane!.control("1Y").getAttribute("aria-pressed")).toBe("true");
  await pane!.press("Max");
  expect(line?.getAttribute("aria-label")).not.toBe(
    pane!.root.querySelector("#panel-charts svg[role=img]")?.getAttribute("aria-label") === null ? "" : "x",
  );
  await pane!.choose("Currencies", "FX.EURUSD");
  await pane!.until(() => /USD per EUR/.test(panel()));
});

test("treasuries: total, largest holders, Japan's share and change with what it is not", async () => {
  await open();
  await pane!.press(/^Treasuries/);
  await pane!.until(() => /Largest holders/.test(panel()));
  expect(panel()).toMatch(/In billion US dollars, end of February 2026/);
  expect(panel()).toMatch(/All foreign holders9,487\.1/);
  expect(panel()).toMatch(/1\. Japan1,239\.3 \(13\.1 %\)2\. United Kingdom/);
  expect(panel()).toMatch(/Japan, twelve-month change▲ \+113\.4/);
  expect(panel()).toContain("it is not what was bought or sold");
});

test("a line of rates keeps to its span, ends with the newest rate and is broken where nothing is held", async () => {
  const load = embeddedFigures();
  const desk = makeDesk({ figures: createEdition(load), load, today: () => "2026-11-23" as Day });
  const { result } = await desk.workOut((shelf) => ratePosition(shelf, entryFor("FX.USDJPY"), undefined));
  const of = (span: Span) => sparkStretches(result, span);
  for (const span of ["m1", "y1", "y5", "max"] as const) {
    const points = of(span).flat();
    expect(points.length).toBeGreaterThan(5);
    expect(points.length).toBeLessThanOrEqual(410);
    expect(points.at(-1)?.value).toBe(result.last.value);
    expect(points.every((point, i) => i === 0 || point.day > (points[i - 1]?.day ?? 0))).toBe(true);
  }
  const holed = sparkStretches(
    {
      ...result,
      quotes: { ...result.quotes, days: [1, 2, 200, 201], values: [1, 2, 3, 4], months: new Map() },
    },
    "max",
  );
  expect(holed.map((stretch) => stretch.map(({ day }) => day))).toEqual([
    [1, 2],
    [200, 201],
  ]);
});
