import fc from "fast-check";
import {
  aggregate,
  aggregationOf,
  isPartial,
  latestComplete,
  newest,
  type Aggregate,
  type AggregateOptions,
  type Shortfall,
} from "../../src/domain/aggregate";
import { period, shift, split, type Frequency } from "../../src/domain/period";
import type { Measure, Observation, Series } from "../../src/domain/series";
import { makeView, viewOf, type Figure } from "../../src/domain/vintage";
import { aSeries, problemOf, run } from "./series-builder";

const p = period;

function made(series: Series, of: string, options?: AggregateOptions): Aggregate {
  const result = aggregate(viewOf(series), p(of), options);
  if (!result.ok) throw new Error(`${of}: ${result.shortfall.why}`);
  return result.aggregate;
}

function missing(series: Series, of: string, options?: AggregateOptions): Shortfall {
  const result = aggregate(viewOf(series), p(of), options);
  if (result.ok) throw new Error(`${of} is ${result.aggregate.value}`);
  return result.shortfall;
}

const TWELVE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const year = run("2023-01", TWELVE);

describe("by measure", () => {
  test.each<[Measure, boolean | undefined, string, number]>([
    ["flow", undefined, "2023", 78],
    ["flow", undefined, "2023-Q2", 15],
    ["flow", undefined, "2023-H2", 57],
    ["stock", undefined, "2023", 12],
    ["stock", undefined, "2023-Q2", 6],
    ["rate", undefined, "2023", 6.5],
    ["index", undefined, "2023", 6.5],
    ["index", undefined, "2023-Q2", 5],
    ["flow", true, "2023", 6.5],
  ])("a %s (annualised: %s) for %s is %d", (measure, annualised, of, value) => {
    const series = aSeries({ measure, observations: year, ...(annualised ? { annualised } : {}) });
    expect(made(series, of)).toMatchObject({ value, period: of, frequency: "M" });
    expect(isPartial(made(series, of))).toBe(false);
  });

  test("a fiscal year takes April to March", () => {
    const series = aSeries({ observations: [...year, ...run("2024-01", [100, 200, 300])] });
    expect(made(series, "FY2023").value).toBe(78 - 6 + 600);
    expect(missing(series, "FY2022")).toMatchObject({ why: "incomplete", have: 3, of: 12 });
  });

  test("a ratio is not made of ratios", () => {
    const series = aSeries({ measure: "ratio", unit: { kind: "percent" }, observations: year });
    expect(made(series, "2023-05").value).toBe(5);
    expect(missing(series, "2023")).toEqual({ why: "ratio", period: "2023" });
    expect(missing(series, "2023", { partial: true }).why).toBe("ratio");
    const published = aSeries({ ...series, observations: [...year, [p("2023"), 7]] });
    expect(made(published, "2023")).toMatchObject({ value: 7, how: "published" });
  });

  test("a stock needs only its last sub-period, and never takes an earlier one", () => {
    expect(made(aSeries({ measure: "stock", observations: run("2023-12", [7]) }), "2023").value).toBe(7);
    const lacking = aSeries({ measure: "stock", observations: run("2023-01", TWELVE.slice(0, 11)) });
    expect(missing(lacking, "2023")).toMatchObject({ why: "incomplete", have: 11, of: 12 });
  });

  test("any sum of months is the sum of its quarters and its half-years", () => {
    const whole = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(whole, (values) => {
        const series = aSeries({ observations: run("2023-01", values) });
        const sum = values.reduce((a, b) => a + b, 0);
        for (const freq of ["A", "H", "Q", "M"] as const satisfies readonly Frequency[])
          expect(split(p("2023"), freq).reduce((s, part) => s + made(series, part).value, 0)).toBe(sum);
      }),
    );
  });
});

describe("agg against the measure", () => {
  test.each<[Measure, "sum" | "avg" | "last"]>([
    ["flow", "avg"],
    ["flow", "last"],
    ["stock", "sum"],
    ["stock", "avg"],
    ["rate", "sum"],
    ["index", "sum"],
    ["ratio", "sum"],
    ["ratio", "avg"],
  ])("a %s refuses agg=%s", (measure, agg) => {
    const problem = problemOf(() => aggregationOf(aSeries({ measure }), agg));
    expect(problem.kind).toBe("bad-input");
    expect(problem.message).toContain(`agg=${agg}`);
  });

  test.each(["sum", "last"] as const)("an annualised flow refuses agg=%s", (agg) => {
    const problem = problemOf(() => aggregate(viewOf(aSeries({ annualised: true })), p("2023"), { agg }));
    expect(problem.message).toContain("at an annual rate");
    expect(problem.kind).toBe("bad-input");
  });

  test("an index at its end takes the last month, not an average that was published", () => {
    const published: readonly Observation[] = [
      ...run("2023-10", [10, 11, 12]),
      [p("2023-Q4"), 11],
      [p("2023"), 6.5],
    ];
    const series = aSeries({
      measure: "index",
      unit: { kind: "index", base: p("2015") },
      observations: published,
    });
    expect(made(series, "2023").value).toBe(6.5);
    expect(made(series, "2023", { agg: "last" }).value).toBe(12);
    expect(made(series, "2023-Q4", { agg: "last" }).value).toBe(12);
    expect(made(series, "2023-12", { agg: "last" }).value).toBe(12);
  });
});

describe("published for the very period, or made of shorter ones", () => {
  const annual: Observation = [p("2023"), 80];

  test("a published figure counts as complete", () => {
    const series = aSeries({ observations: [...run("2023-01", [1, 2, 3]), annual] });
    expect(made(series, "2023")).toMatchObject({ value: 80, how: "published", of: 1 });
  });

  test("of two of the same day the published one", () => {
    expect(made(aSeries({ observations: [...year, annual] }), "2023")).toMatchObject({ how: "published" });
  });

  test("the newer of the two wins, whichever it is", () => {
    const observations = [...year, annual];
    const revisedMonth = aSeries({ observations, revisions: [[p("2023"), 80, p("2024-02-08")]] });
    expect(made(revisedMonth, "2023")).toMatchObject({ how: "sum", value: 78 });
    expect(newest(made(revisedMonth, "2023"))).toBe("2024-06-10");
    const months = year.map(([month, value]) => [month, value, p("2024-02-08")] as const);
    expect(made(aSeries({ observations, revisions: months }), "2023")).toMatchObject({
      how: "published",
      value: 80,
    });
  });

  test("an approximate one never stands before a complete exact sum, however new", () => {
    const series = aSeries({
      observations: [...year, [p("2023"), 100, "approx"]],
      revisions: [[p("2023"), 100, p("2025-01-01"), "approx"]],
    });
    expect(made(series, "2023").value).toBe(78);
    expect(made(series, "2023", { approx: true }).value).toBe(78);
  });

  test("a total published as such loses against the parts, even if it is newer", () => {
    const figures = new Map<Figure["period"], Figure>(
      year.map(([month, value]) => [month, { period: month, value, knownOn: p("2024-02-08") }]),
    );
    figures.set(p("2023"), { period: p("2023"), value: 90, knownOn: p("2025-02-08"), total: true });
    figures.set(p("2024"), { period: p("2024"), value: 95, knownOn: p("2025-02-08"), total: true });
    const view = makeView(aSeries(), undefined, figures);
    expect(aggregate(view, p("2023"))).toMatchObject({ aggregate: { value: 78, how: "sum" } });
    expect(aggregate(view, p("2024"))).toMatchObject({ aggregate: { value: 95, how: "published" } });
  });

  test("quarters serve where months do not", () => {
    const series = aSeries({ observations: [...run("2023-Q1", [1, 2, 3, 4]), ...run("2023-11", [5, 6])] });
    expect(made(series, "2023")).toMatchObject({ value: 10, frequency: "Q", of: 4 });
  });
});

describe("the latest complete period", () => {
  const series = aSeries({ observations: [...year, ...run("2024-01", [1, 2, 3, 4])] });

  test.each<[Frequency, string]>([
    ["A", "2023"],
    ["Q", "2024-Q1"],
    ["M", "2024-04"],
    ["H", "2023-H2"],
    ["FY", "FY2023"],
  ])("by %s it is %s", (freq, expected) => {
    expect(latestComplete(viewOf(series), freq, {})).toBe(expected);
  });

  test("an unfinished one never counts, nor one without any", () => {
    const short = aSeries({ observations: run("2023-05", TWELVE) });
    expect(latestComplete(viewOf(short), "FY", {})).toBeUndefined();
    expect(latestComplete(viewOf(short), "A", {})).toBeUndefined();
    expect(latestComplete(viewOf(series), "A", { partial: true })).toBe("2023");
    expect(latestComplete(viewOf(aSeries()), "A", {})).toBeUndefined();
  });

  test("an approximate year is passed over unless allowed", () => {
    const about = aSeries({ observations: [...year, [shift(p("2023"), 1), 90, "approx"]] });
    expect(latestComplete(viewOf(about), "A", {})).toBe("2023");
    expect(latestComplete(viewOf(about), "A", { approx: true })).toBe("2024");
  });
});
