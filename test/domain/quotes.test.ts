import fc from "fast-check";
import { averageRate } from "../../src/domain/exchange";
import {
  dayNumber,
  enclosing,
  firstDay,
  frequencyOf,
  lastDay,
  period,
  shift,
  split,
} from "../../src/domain/period";
import {
  crossQuotes,
  directQuotes,
  indexFrom,
  isHeldDaily,
  meanOf,
  type Quotes,
} from "../../src/domain/quotes";
import type { Observation } from "../../src/domain/series";
import { aRate, fixings, months, USDJPY, weekdaysOf } from "./series-builder";

const p = period;
const YEARS = ["2019", "2020", "2021", "2022", "2023"];
const EURUSD = { base: "EUR", quote: "USD" } as const;
const EURJPY = { base: "EUR", quote: "JPY" } as const;

const direct = (observations: readonly Observation[]): Quotes =>
  directQuotes(USDJPY, "fred", aRate(USDJPY, observations));

describe("running sums", () => {
  const observations = fixings(weekdaysOf(YEARS));
  const quotes = direct(observations);

  test("the mean of any stretch is the mean worked out one by one, to 1e-12", () => {
    const { length } = quotes.values;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: length }), (from, n) => {
        const to = Math.min(length, from + n);
        const values = quotes.values.slice(from, to);
        const mean = values.reduce((s, x) => s + x, 0) / values.length;
        expect(Math.abs(meanOf(quotes, from, to) / mean - 1)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test("a long history of large quotes takes nothing from a short stretch of it", () => {
    const mixed = weekdaysOf(YEARS).map((day, i): Observation => [day, i < 1000 ? 1e9 + i / 7 : 1 / 3]);
    expect(meanOf(direct(mixed), 1000, mixed.length)).toBeCloseTo(1 / 3, 12);
  });

  test("an average costs two look-ups, however long the period", () => {
    // Only the sums before the first and after the last fixing count: what lies between may be anything.
    const from = indexFrom(quotes, dayNumber(p("2020-01-01")));
    const to = indexFrom(quotes, dayNumber(p("2023-01-01")));
    const hollow = {
      ...quotes,
      values: [],
      sums: keep(quotes.sums, from, to),
      lost: keep(quotes.lost, from, to),
    };
    expect(meanOf(hollow, from, to)).toBe(meanOf(quotes, from, to));
  });

  const keep = (list: readonly number[], ...at: readonly number[]): readonly number[] =>
    list.map((x, i) => (at.includes(i) ? x : NaN));

  test("the first fixing on or after a day", () => {
    expect(indexFrom(quotes, -1e9)).toBe(0);
    expect(indexFrom(quotes, 1e9)).toBe(quotes.days.length);
    expect(quotes.days[indexFrom(quotes, dayNumber(p("2023-07-01")))]).toBe(dayNumber(p("2023-07-03")));
    fc.assert(
      fc.property(fc.integer({ min: quotes.days[0]! - 5, max: quotes.days.at(-1)! + 5 }), (day) => {
        expect(indexFrom(quotes, day)).toBe(quotes.days.filter((d) => d < day).length);
      }),
    );
  });

  test("the order of the observations does not matter", () => {
    expect(direct([...observations].reverse())).toEqual(quotes);
  });
});

describe("which months are held daily", () => {
  const without = (...days: readonly string[]): Quotes => direct(fixings(weekdaysOf(["2023"], days)));
  const june = ["2023-06-05", "2023-06-06", "2023-06-07", "2023-06-08"];

  test("those that lack three weekdays at most", () => {
    expect(isHeldDaily(without(), p("2023-06"))).toBe(true);
    expect(isHeldDaily(without(...june.slice(1)), p("2023-06"))).toBe(true);
    expect(isHeldDaily(without(...june), p("2023-06"))).toBe(false);
  });

  test("a period that holds one that is not, is not", () => {
    const quotes = without(...june);
    for (const text of ["2023-06", "2023-Q2", "2023-H1", "2023", "2023-06-21"])
      expect(isHeldDaily(quotes, p(text))).toBe(false);
    for (const text of ["2023-05", "2023-07", "2023-Q1", "2023-H2"])
      expect(isHeldDaily(quotes, p(text))).toBe(true);
  });

  test("an explicit null counts as observed", () => {
    const nulls = june.map((day): Observation => [p(day), null]);
    const quotes = direct([...fixings(weekdaysOf(["2023"], june)), ...nulls]);
    expect(isHeldDaily(quotes, p("2023-06"))).toBe(true);
    expect(averageRate(quotes, p("2023-06")).method).toBe("mean of 18 daily fixings");
  });

  test("fixings at weekends make up for no weekday", () => {
    const saturdays = ["2023-06-03", "2023-06-10", "2023-06-17", "2023-06-24"].map((d): Observation => [
      p(d),
      1,
    ]);
    expect(isHeldDaily(direct([...fixings(weekdaysOf(["2023"], june)), ...saturdays]), p("2023-06"))).toBe(
      false,
    );
  });

  test("before the first and after the last fixing nothing is", () => {
    for (const text of ["2022", "2022-12", "2024-01", "FY2023", "FY2022"])
      expect(isHeldDaily(without(), p(text))).toBe(false);
    expect(isHeldDaily(direct([]), p("2023"))).toBe(false);
  });

  test("exactly the periods all of whose months are", () => {
    const gaps = fc.uniqueArray(fc.constantFrom(...weekdaysOf(["2023"])), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.constantFrom("2023", "2023-H1", "2023-Q2", "2023-11"), (days, text) => {
        const quotes = without(...days);
        fc.pre(
          quotes.days[0]! < dayNumber(p("2023-02-01")) && quotes.days.at(-1)! >= dayNumber(p("2023-12-01")),
        );
        const lacking = (month: string) => days.filter((d) => d.startsWith(month)).length;
        expect(isHeldDaily(quotes, p(text))).toBe(split(p(text), "M").every((m) => lacking(m) <= 3));
      }),
    );
  });
});

describe("a cross", () => {
  const days = weekdaysOf(["2023"]);
  const dollars = fixings(days, 1);
  const yen = fixings(days, 140).map(([day, value], i): Observation => [day, (value ?? 0) + (i % 3)]);
  const cross = crossQuotes(USDJPY, "ecb", aRate(EURUSD, dollars), aRate(EURJPY, yen));

  test("is formed day by day, then averaged", () => {
    expect(cross.cross).toBe(true);
    expect(cross.values).toEqual(days.map((_, i) => yen[i]![1]! / dollars[i]![1]!));
    const daily = averageRate(cross, p("2023"));
    expect(daily.value).toBeCloseTo(cross.values.reduce((s, x) => s + x, 0) / cross.values.length, 10);
    const ofAverages =
      averageRate(directQuotes(EURJPY, "ecb", aRate(EURJPY, yen)), p("2023")).value /
      averageRate(directQuotes(EURUSD, "ecb", aRate(EURUSD, dollars)), p("2023")).value;
    expect(daily.value).not.toBeCloseTo(ofAverages, 3);
    expect(daily.method).toBe(`mean of ${days.length} daily crosses`);
  });

  test("has only the days of both legs; a day that one leg declares empty is observed", () => {
    const [first, second, ...rest] = yen;
    const lacking = crossQuotes(
      USDJPY,
      "ecb",
      aRate(EURUSD, dollars),
      aRate(EURJPY, [[first![0], null], ...rest]),
    );
    expect(lacking.days).toHaveLength(days.length - 2);
    expect([...lacking.nulls]).toEqual([dayNumber(first![0])]);
    expect(lacking.days).not.toContain(dayNumber(second![0]));
  });

  test("of a leg by month and a leg by day is a cross of averages, and says so", () => {
    const byMonth = aRate(
      EURUSD,
      [],
      months("2023-01", "2023-12").map((m) => [m, 1.25, 1.5, shift(lastDay(m), 0), 21]),
    );
    const mixed = crossQuotes(USDJPY, "ecb", byMonth, aRate(EURJPY, yen));
    const june = averageRate(directQuotes(EURJPY, "ecb", aRate(EURJPY, yen)), p("2023-06")).value;
    const rate = averageRate(mixed, p("2023-06"));
    expect(rate.value).toBeCloseTo(june / 1.25, 10);
    expect(rate.method).toBe("cross of monthly averages");
    // 30 June 2023 was a Friday, 30 April a Sunday: only the same day's fixings make a cross.
    expect(mixed.months.get(p("2023-06"))).toMatchObject({ endDay: "2023-06-30", fixings: 21 });
    expect(mixed.months.get(p("2023-04"))).toMatchObject({ endDay: null, end: null });
  });

  test("of a leg by month counts the days that the other leg declares empty", () => {
    const holidays = weekdaysOf(["2023-05"]).slice(0, 5);
    const leg = aRate(EURJPY, [
      ...fixings(weekdaysOf(["2023-05"], holidays)),
      ...holidays.map((day): Observation => [day, null]),
    ]);
    const byMonth = aRate(EURUSD, [], [[p("2023-05"), 1.25, 1.5, p("2023-05-31"), 18]]);
    expect(crossQuotes(USDJPY, "ecb", byMonth, leg).months.get(p("2023-05"))).toMatchObject({ fixings: 18 });
    const unheld = aRate(EURJPY, fixings(weekdaysOf(["2023-05"], holidays)));
    expect(crossQuotes(USDJPY, "ecb", byMonth, unheld).months.size).toBe(0);
  });
});

test("quotes per 100 units are brought to one unit", () => {
  const pair = { base: "JPY", quote: "KRW" } as const;
  const view = aRate(
    pair,
    [[p("2023"), 930], ...fixings(weekdaysOf(["2024"]), 900)],
    [[p("2022-01"), 950, 960]],
    100,
  );
  const quotes = directQuotes(pair, "boj", view);
  expect(quotes.values[0]).toBe(9);
  expect(quotes.published.get(p("2023"))).toBe(9.3);
  expect(quotes.months.get(p("2022-01"))).toMatchObject({ average: 9.5, end: 9.6 });
});

test("only longer periods are published averages", () => {
  const quotes = direct([[p("2023"), 140.5], [p("2023-06"), 141], ...fixings(weekdaysOf(["2024-01"]))]);
  expect([...quotes.published.keys()].map(frequencyOf)).toEqual(["A", "M"]);
  expect(enclosing(p("2024-01-02"), "M")).toBe("2024-01");
  expect(quotes.days[0]).toBe(dayNumber(firstDay(p("2024-01"))));
});
