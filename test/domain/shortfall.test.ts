import fc from "fast-check";
import { aggregate, isPartial, type Aggregated, type AggregateOptions } from "../../src/domain/aggregate";
import { period, range } from "../../src/domain/period";
import type { Observation, Series } from "../../src/domain/series";
import { viewOf } from "../../src/domain/vintage";
import { aSeries, run } from "./series-builder";

const p = period;
const of = (series: Series, when: string, options?: AggregateOptions): Aggregated =>
  aggregate(viewOf(series), p(when), options);

describe("an unfinished period", () => {
  const three = aSeries({ observations: run("2017-01", [1, 2, 4]) });

  test("has no figure: 2017 has 3 of 12 months", () => {
    expect(of(three, "2017")).toEqual({
      ok: false,
      shortfall: { why: "incomplete", period: "2017", have: 3, of: 12, frequency: "M" },
    });
  });

  test("partial=allow takes what there is and says so", () => {
    const result = of(three, "2017", { partial: true });
    expect(result).toMatchObject({ ok: true, aggregate: { value: 7, how: "sum", of: 12 } });
    expect(result.ok && isPartial(result.aggregate)).toBe(true);
    expect(of(three, "2017-Q1", { partial: true })).toMatchObject({ aggregate: { value: 7, of: 3 } });
  });

  test("a partial average is the mean of what there is", () => {
    const index = aSeries({ ...three, measure: "index", observations: run("2017-01", [3, 4, 8]) });
    expect(of(index, "2017", { partial: true })).toMatchObject({ aggregate: { value: 5, how: "avg" } });
  });

  test("a partial stock is the last one held, and marked as unfinished", () => {
    const stock = aSeries({ ...three, measure: "stock" });
    const result = of(stock, "2017", { partial: true });
    expect(result).toMatchObject({ aggregate: { value: 4, how: "last" } });
    expect(result.ok && result.aggregate.figures.map((f) => f.period)).toEqual(["2017-03"]);
    expect(result.ok && isPartial(result.aggregate)).toBe(true);
  });

  test("counts the sub-periods of which most are held", () => {
    const quarters = aSeries({ observations: run("2018-Q1", [1, 2, 3]) });
    expect(of(quarters, "2018")).toEqual({
      ok: false,
      shortfall: { why: "incomplete", period: "2018", have: 3, of: 4, frequency: "Q" },
    });
    expect(of(quarters, "2018", { partial: true })).toMatchObject({ aggregate: { value: 6, of: 4 } });
  });

  test("null is published as not observed: neither a figure nor a zero", () => {
    const holes = aSeries({ observations: run("2017-01", [1, null, 4]) });
    expect(of(holes, "2017-Q1")).toMatchObject({ shortfall: { why: "incomplete", have: 2, of: 3 } });
    expect(of(holes, "2017-02")).toMatchObject({ shortfall: { why: "nothing" } });
    expect(of(aSeries({ observations: [[p("2017"), null]] }), "2017")).toMatchObject({ ok: false });
  });
});

describe("an approximate figure", () => {
  const about = aSeries({
    frequency: "A",
    observations: [
      [p("2022"), -48000, "approx"],
      [p("2023"), -53452, "prelim"],
    ],
  });

  test("is refused with what it says, unless allowed", () => {
    expect(of(about, "2022")).toMatchObject({
      ok: false,
      shortfall: { why: "approx", period: "2022", about: { value: -48000 } },
    });
    expect(of(about, "2022", { approx: true })).toMatchObject({ ok: true, aggregate: { value: -48000 } });
    expect(of(about, "2023")).toMatchObject({ ok: true, aggregate: { value: -53452 } });
  });

  test("among months makes the sum approximate", () => {
    const observations: readonly Observation[] = [...run("2023-01", [1, 2]), [p("2023-03"), 3, "approx"]];
    expect(of(aSeries({ observations }), "2023-Q1")).toMatchObject({ shortfall: { why: "approx" } });
    const allowed = of(aSeries({ observations }), "2023-Q1", { approx: true });
    expect(allowed).toMatchObject({ aggregate: { value: 6 } });
    expect(of(aSeries({ observations }), "2023-Q1", { partial: true })).toMatchObject({
      shortfall: { why: "approx" },
    });
  });
});

describe("what does not add up", () => {
  test.each([
    ["A", "2023-Q1", "finer"],
    ["A", "2023-06-21", "finer"],
    ["Q", "2023-05", "finer"],
    ["M", "2023-05-31", "finer"],
    ["FY", "2023-Q1", "finer"],
    ["A", "FY2023", "uneven"],
    ["FY", "2023", "uneven"],
    ["H", "FY2023", "uneven"],
  ] as const)("a series by %s has no %s: %s", (frequency, when, why) => {
    const first = { A: "2020", FY: "FY2020", H: "2020-H1", Q: "2020-Q1", M: "2020-01" }[frequency];
    const series = aSeries({ frequency, observations: run(first, new Array<number>(60).fill(1)) });
    for (const options of [{}, { partial: true }, { approx: true }])
      expect(of(series, when, options)).toEqual({ ok: false, shortfall: { why, period: when } });
  });

  test("but a fiscal year published as such is a figure", () => {
    const series = aSeries({ frequency: "A", observations: [[p("FY2023"), 5]] });
    expect(of(series, "FY2023")).toMatchObject({ aggregate: { value: 5, how: "published" } });
  });
});

describe("counts on irregular days", () => {
  const counts = aSeries({
    measure: "stock",
    unit: { kind: "persons" },
    frequency: "D",
    observations: [
      [p("2020-04-01"), 20413],
      [p("2020-10"), 19752],
      [p("2022-04-01"), 20253],
      [p("2022-10-15"), 20500],
    ],
  });

  test("a period takes its last count, whether named by its day or its month", () => {
    expect(of(counts, "2022")).toMatchObject({ aggregate: { value: 20500 } });
    expect(of(counts, "2022-H1")).toMatchObject({ aggregate: { value: 20253 } });
    expect(of(counts, "2020")).toMatchObject({ aggregate: { value: 19752 } });
    expect(of(counts, "2020-H1")).toMatchObject({ aggregate: { value: 20413 } });
    expect(of(counts, "2022-04-01")).toMatchObject({ aggregate: { value: 20253, how: "published" } });
  });

  test("a period without a count has none, and no day borrows one", () => {
    expect(of(counts, "2021")).toEqual({ ok: false, shortfall: { why: "nothing", period: "2021" } });
    expect(of(counts, "2022-04-02")).toMatchObject({ shortfall: { why: "nothing" } });
  });
});

test("whatever is held, a missing month is never a zero", () => {
  const value = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(null));
  const all = range(p("2023-01"), p("2023-12"));
  fc.assert(
    fc.property(fc.array(value, { minLength: 12, maxLength: 12 }), fc.boolean(), (values, partial) => {
      const series = aSeries({ observations: all.map((month, i) => [month, values[i] ?? null]) });
      const held = values.filter((v) => v !== null);
      const result = of(series, "2023", { partial });
      if (held.length === 0) expect(result).toMatchObject({ shortfall: { why: "nothing" } });
      else if (held.length === 12 || partial)
        expect(result).toMatchObject({ aggregate: { value: held.reduce((a, b) => a + b, 0) } });
      else expect(result).toMatchObject({ shortfall: { why: "incomplete", have: held.length, of: 12 } });
    }),
  );
});
