import { findEntry } from "../../src/catalog/catalog";
import type { Day } from "../../src/domain/period";
import { createEdition } from "../../src/load/edition";
import { makeDesk } from "../../src/pane/find/desk";
import { trendOf } from "../../src/pane/find/trend";
import { connectEmbedded, embeddedFigures } from "../../src/workbench/connect";

const figures = createEdition(embeddedFigures());
const desk = makeDesk({ figures, load: embeddedFigures(), today: () => "2026-11-23" as Day });

beforeAll(() => {
  connectEmbedded();
});

const trend = async (id: string) => {
  const entry = findEntry(id);
  if (!entry) throw new Error(id);
  return (await desk.workOut((shelf) => trendOf(shelf, entry))).result;
};

test("a flow is summed by year, and years without figures break the line", async () => {
  const { stretches, first, last } = (await trend("JP.DIGITAL.NET")) ?? { stretches: [] };
  expect([first, last]).toEqual(["2014", "2024"]);
  // 2014 to 2016 from months; then 2023 and 2024 as published.
  expect(stretches.map((points) => points.map(({ value }) => Math.round(value / 1e9)))).toEqual([
    [-2023, -2504, -2504],
    [-5345, -6462],
  ]);
});

test("a stock is that of the year's end, a rate its average", async () => {
  const stock = (await trend("TIC.JP"))?.stretches.flat() ?? [];
  expect(stock.at(-1)?.value).toBeGreaterThan(1e12);
  const rate = (await trend("FX.USDJPY"))?.stretches.flat().map(({ value }) => value) ?? [];
  expect(rate.length).toBeGreaterThan(20);
  expect(Math.min(...rate)).toBeGreaterThan(70);
});
