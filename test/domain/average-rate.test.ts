import fc from "fast-check";
import { averageRate, exchange } from "../../src/domain/exchange";
import { period, split, type Period } from "../../src/domain/period";
import { directQuotes, type Quotes } from "../../src/domain/quotes";
import type { Observation, RateMonth } from "../../src/domain/series";
import { aRate, fixings, months, problemOf, USDJPY, weekdaysOf } from "./series-builder";

const p = period;
const quotesOf = (observations: readonly Observation[], table: readonly RateMonth[] = []): Quotes =>
  directQuotes(USDJPY, "fred", aRate(USDJPY, observations, table));
const meanOver = (observations: readonly Observation[], within: string): number => {
  const values = observations.flatMap(([day, v]) => (v !== null && day.startsWith(within) ? [v] : []));
  return values.reduce((a, b) => a + b, 0) / values.length;
};

const daily = fixings(weekdaysOf(["2022", "2023", "2024"]));

describe("in the order of what the source published", () => {
  const published: readonly Observation[] = [...daily, [p("2023"), 140.5]];

  test("first the average of that very period", () => {
    expect(averageRate(quotesOf(published), p("2023"))).toMatchObject({
      value: 140.5,
      kind: "average",
      method: "average published by the source",
      pair: USDJPY,
      source: "fred",
      period: "2023",
    });
  });

  test("then the mean of its days", () => {
    const rate = averageRate(quotesOf(published), p("2022"));
    expect(rate.value).toBeCloseTo(meanOver(daily, "2022"), 10);
    expect(rate.method).toBe("mean of 260 daily fixings");
    expect(averageRate(quotesOf(published), p("2023-05")).value).toBeCloseTo(meanOver(daily, "2023-05"), 10);
    expect(averageRate(quotesOf(published), p("FY2023")).method).toBe("mean of 260 daily fixings");
  });

  test("a month that the source itself averages comes before its days", () => {
    const rate = averageRate(quotesOf(daily, [[p("2023-05"), 137.05]]), p("2023-05"));
    expect(rate).toMatchObject({ value: 137.05, method: "average published by the source" });
    expect(averageRate(quotesOf(daily, [[p("2023-05"), null]]), p("2023-05")).method).toBe(
      "mean of 23 daily fixings",
    );
  });

  test("then its months, weighted by fixing days where those are known", () => {
    const table: readonly RateMonth[] = [
      [p("1995-01"), 100, null, null, 20],
      [p("1995-02"), 90, null, null, 19],
      [p("1995-03"), 80, null, null, 23],
    ];
    const rate = averageRate(quotesOf([], table), p("1995-Q1"));
    expect(rate.value).toBeCloseTo((100 * 20 + 90 * 19 + 80 * 23) / 62, 10);
    expect(rate.method).toBe("mean of 3 monthly averages, weighted by fixing days");
    expect(averageRate(quotesOf([], table), p("1995-01"))).toMatchObject({
      value: 100,
      method: "mean of the month's fixings",
    });
    const plain = table.map(([month, average], i): RateMonth => [
      month,
      average,
      null,
      null,
      i === 1 ? null : 20,
    ]);
    expect(averageRate(quotesOf([], plain), p("1995-Q1"))).toMatchObject({
      value: 90,
      method: "mean of 3 monthly averages",
    });
  });

  test("months may come from the table and from days", () => {
    const held = fixings(weekdaysOf(["2023-02", "2023-03"]));
    const rate = averageRate(quotesOf(held, [[p("2023-01"), 100, null, null, 22]]), p("2023-Q1"));
    const sum = held.reduce((s, [, v]) => s + (v ?? 0), 0);
    expect(rate.value).toBeCloseTo((100 * 22 + sum) / (22 + held.length), 10);
  });

  test("else there is none, and what is missing is named", () => {
    const table = months("2023-01", "2023-11").map((m): RateMonth => [m, 140]);
    const { kind, message } = problemOf(() => averageRate(quotesOf([], table), p("2023")));
    expect(kind).toBe("no-rate");
    expect(message).toContain("fred average of JPY per USD for calendar 2023");
    expect(message).toContain("December 2023");
  });
});

describe("never an average of what is left", () => {
  test("a month that lacks more than three weekdays spoils its periods, not the others", () => {
    const days = weekdaysOf(["2023"], ["2023-08-14", "2023-08-15", "2023-08-16", "2023-08-17"]);
    const quotes = quotesOf(fixings(days));
    for (const text of ["2023-08", "2023-Q3", "2023"]) {
      const { kind, message } = problemOf(() => averageRate(quotes, p(text)));
      expect(kind).toBe("no-rate");
      expect(message).toContain("August 2023 (19 of 23 weekdays are held)");
    }
    expect(averageRate(quotes, p("2023-Q2")).method).toBe("mean of 65 daily fixings");
    expect(averageRate(quotes, p("2023-07")).method).toBe("mean of 21 daily fixings");
  });

  test("a hole of months (as in H.10 from July 2025) leaves no yearly average of the days", () => {
    const quotes = quotesOf(fixings([...weekdaysOf(["2024", "2025-H1"]), ...weekdaysOf(["2026-03"])]));
    expect(averageRate(quotes, p("2025-H1")).kind).toBe("average");
    for (const text of ["2025", "2025-H2", "2025-07", "2025-Q4", "FY2025", "2026-Q1"])
      expect(problemOf(() => averageRate(quotes, p(text))).kind).toBe("no-rate");
  });

  test("a month of nothing but declared holidays has no average", () => {
    const nulls = weekdaysOf(["2023-05"]).map((day): Observation => [day, null]);
    const quotes = quotesOf([...fixings(weekdaysOf(["2023-04", "2023-06"])), ...nulls]);
    expect(problemOf(() => averageRate(quotes, p("2023-05"))).kind).toBe("no-rate");
    expect(averageRate(quotes, p("2023-Q2")).method).toBe("mean of 42 daily fixings");
  });

  test("without any quotes there is none", () => {
    expect(problemOf(() => averageRate(quotesOf([]), p("2023"))).kind).toBe("no-rate");
  });
});

test("a day's average is its fixing", () => {
  expect(averageRate(quotesOf(daily), p("2023-06-21"))).toMatchObject({ kind: "day", day: "2023-06-21" });
});

test("the average lies within its quotes, and the whole is the weighted mean of its parts", () => {
  const level = fc.double({ min: 0.01, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(fc.array(level, { minLength: 260, maxLength: 260 }), (values) => {
      const days = weekdaysOf(["2023"]);
      const quotes = quotesOf(days.map((day, i): Observation => [day, values[i] ?? 1]));
      const mean = (q: Period): number => averageRate(quotes, q).value;
      const count = (q: Period): number =>
        days.filter((d) => split(q, "M").some((m) => d.startsWith(m))).length;
      for (const freq of ["H", "Q", "M"] as const) {
        const parts = split(p("2023"), freq);
        const weighted = parts.reduce((s, q) => s + mean(q) * count(q), 0) / days.length;
        expect(Math.abs(weighted / mean(p("2023")) - 1)).toBeLessThanOrEqual(1e-12);
      }
      expect(mean(p("2023"))).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-12));
      expect(mean(p("2023"))).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-12));
    }),
    { numRuns: 20 },
  );
});

test("the other direction is the reciprocal of the average, not an average of reciprocals", () => {
  const quotes = quotesOf(daily);
  const rate = averageRate(quotes, p("2023"));
  expect(exchange(1, "JPY", rate)).toBe(1 / rate.value);
  const inverses = daily.flatMap(([day, v]) => (day.startsWith("2023") && v !== null ? [1 / v] : []));
  const ofInverses = inverses.reduce((a, b) => a + b, 0) / inverses.length;
  expect(exchange(1, "JPY", rate)).toBeLessThan(ofInverses);
  expect(exchange(exchange(5.3452e12, "JPY", rate), "USD", rate)).toBeCloseTo(5.3452e12, 2);
});
