import { dayRate, endRate, latestFixing, rateOn, type Rate } from "../../src/domain/exchange";
import { period } from "../../src/domain/period";
import { directQuotes, type Quotes } from "../../src/domain/quotes";
import type { Observation, RateMonth } from "../../src/domain/series";
import { viewOf } from "../../src/domain/vintage";
import { aRate, fixings, problemOf, USDJPY, weekdaysOf } from "./series-builder";

const p = period;
const quotesOf = (observations: readonly Observation[], table: readonly RateMonth[] = []): Quotes =>
  directQuotes(USDJPY, "ecb", aRate(USDJPY, observations, table));
const missing = (compute: () => Rate): string => {
  const { kind, message } = problemOf(compute);
  expect(kind).toBe("no-rate");
  return message;
};

/** Golden Week 2024: 3 and 6 May were holidays. */
const spring = quotesOf(fixings(weekdaysOf(["2024-04", "2024-05"], ["2024-05-03", "2024-05-06"])));
const on = (day: string, quotes = spring): Rate => dayRate(quotes, p(day));

describe("a day", () => {
  test("has its fixing", () => {
    expect(on("2024-05-02")).toMatchObject({
      kind: "day",
      day: "2024-05-02",
      period: "2024-05-02",
      method: "fixing of 2 May 2024",
    });
  });

  test("without one takes the last before it, and both are named", () => {
    for (const day of ["2024-05-03", "2024-05-04", "2024-05-05", "2024-05-06"])
      expect(on(day)).toMatchObject({ value: on("2024-05-02").value, day: "2024-05-02", period: day });
    expect(on("2024-05-06").method).toBe("fixing of 2 May 2024, the last one before 6 May 2024");
    expect(on("2024-05-07").day).toBe("2024-05-07");
  });

  test("looks back seven days at most", () => {
    const gap = ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-06", "2024-05-07", "2024-05-08"];
    const quotes = quotesOf(fixings(weekdaysOf(["2024-04", "2024-05"], gap)));
    expect(on("2024-05-07", quotes).day).toBe("2024-04-30");
    expect(missing(() => on("2024-05-08", quotes))).toContain("between 30 April 2024 and 9 May 2024");
  });

  test("before the first one has none", () => {
    expect(missing(() => on("2024-03-31"))).toContain("daily quotes are held from 1 April 2024");
    expect(missing(() => on("2024-03-31", quotesOf([])))).toContain("no daily quotes are held");
  });
});

describe("past the edge of the data", () => {
  /** The last fixing is of Thursday 20 or Friday 21 June 2024. */
  const thursday = quotesOf(fixings(weekdaysOf(["2024-05", "2024-06"]).filter((d) => d <= "2024-06-20")));
  const friday = quotesOf(fixings(weekdaysOf(["2024-05", "2024-06"]).filter((d) => d <= "2024-06-21")));

  test("a weekend proves that there was no fixing", () => {
    expect(on("2024-06-22", friday)).toMatchObject({ day: "2024-06-21" });
    expect(on("2024-06-23", friday)).toMatchObject({ day: "2024-06-21" });
  });

  test("a weekday proves nothing: not yet fetched", () => {
    for (const day of ["2024-06-21", "2024-06-22", "2024-06-24"])
      expect(missing(() => on(day, thursday))).toContain(
        "not yet fetched; the last one held is of 20 June 2024",
      );
    expect(missing(() => on("2024-06-24", friday))).toContain("not yet fetched");
    expect(missing(() => on("2025-06-22", friday))).toContain("not yet fetched");
  });

  test("an explicit null proves it, day by day", () => {
    const observations = fixings(weekdaysOf(["2024-06"]).filter((d) => d <= "2024-06-20"));
    const declared = quotesOf([...observations, [p("2024-06-21"), null]]);
    expect(on("2024-06-21", declared).day).toBe("2024-06-20");
    expect(on("2024-06-23", declared).day).toBe("2024-06-20");
    expect(missing(() => on("2024-06-24", declared))).toContain("not yet fetched");
    const later = quotesOf([...observations, [p("2024-06-24"), null]]);
    expect(missing(() => on("2024-06-24", later))).toContain("not yet fetched");
  });

  test("as of a day, later fixings prove nothing: they were not known", () => {
    const { series } = aRate(USDJPY, fixings(weekdaysOf(["2024-06"], ["2024-06-20"])));
    const asOf = (day: string) => directQuotes(USDJPY, "ecb", viewOf(series, p(day)));
    expect(on("2024-06-20", asOf("2024-06-30")).day).toBe("2024-06-19");
    expect(missing(() => on("2024-06-20", asOf("2024-06-20")))).toContain("not yet fetched");
    expect(missing(() => on("2024-06-21", asOf("2024-06-20")))).toContain("not yet fetched");
  });
});

describe("a hole in the middle of the data (as in H.10 from July 2025 to March 2026)", () => {
  const quotes = quotesOf(fixings([...weekdaysOf(["2025-06"]), ...weekdaysOf(["2026-03"])]));

  test("is not answered by looking back over it", () => {
    for (const day of ["2025-07-01", "2025-07-04", "2025-07-07", "2025-12-31", "2026-02-27", "2026-03-01"])
      expect(missing(() => on(day, quotes))).toContain("between 30 June 2025 and 2 March 2026");
    for (const text of ["2025", "2025-07", "2025-Q3"])
      expect(missing(() => endRate(quotes, p(text)))).toContain("No ecb quote of JPY per USD");
  });

  test("both of its edges are fixings", () => {
    expect(on("2025-06-30", quotes).day).toBe("2025-06-30");
    expect(on("2026-03-02", quotes).day).toBe("2026-03-02");
  });
});

describe("the end of a period", () => {
  test.each([
    ["2024-04", "2024-04-30"],
    ["2024-05", "2024-05-31"],
  ])("%s ends with the fixing of %s", (text, day) => {
    expect(endRate(spring, p(text))).toMatchObject({ kind: "end", period: text, day, value: on(day).value });
  });

  test("is a Friday's fixing where the month ends on a Sunday, also at the edge of the data", () => {
    const june = quotesOf(fixings(weekdaysOf(["2024-06"])));
    expect(endRate(june, p("2024-06"))).toMatchObject({
      day: "2024-06-28",
      method: "last fixing, 28 June 2024",
    });
    expect(endRate(june, p("2024-Q2"))).toMatchObject({ period: "2024-Q2", day: "2024-06-28" });
    expect(missing(() => endRate(june, p("2024")))).toContain("not yet fetched");
  });

  test("comes from a table of months where days are not held", () => {
    const table: readonly RateMonth[] = [
      [p("2013-03"), 94.7, 94.16, p("2013-03-28"), 20],
      [p("2013-04"), 97.7, 97.5],
    ];
    const quotes = quotesOf(fixings(weekdaysOf(["2014-01"])), table);
    expect(endRate(quotes, p("2013-03"))).toMatchObject({ value: 94.16, day: "2013-03-28", kind: "end" });
    expect(endRate(quotes, p("2013-Q1"))).toMatchObject({ value: 94.16, period: "2013-Q1" });
    const undated = endRate(quotes, p("2013-04"));
    expect(undated).toMatchObject({ value: 97.5, method: "last business day of April 2013" });
    expect(undated.day).toBeUndefined();
  });

  test("the table serves where the days of the last week are not held yet", () => {
    const held = weekdaysOf(["2024-06"]).filter((d) => d <= "2024-06-26");
    const quotes = quotesOf(fixings(held), [[p("2024-06"), 158, 160.9, p("2024-06-28"), 20]]);
    expect(endRate(quotes, p("2024-06"))).toMatchObject({ value: 160.9, day: "2024-06-28" });
  });
});

describe("where only month-ends are held", () => {
  const quotes = quotesOf([], [[p("2013-03"), 94.7, 94.16, p("2013-03-28"), 20]]);

  test("they answer for their day and for the days left of the month", () => {
    expect(on("2013-03-28", quotes)).toMatchObject({ value: 94.16, method: "fixing of 28 March 2013" });
    expect(on("2013-03-31", quotes)).toMatchObject({ value: 94.16, day: "2013-03-28", period: "2013-03-31" });
  });

  test("not for days before, nor for the next month", () => {
    expect(missing(() => on("2013-03-27", quotes))).toContain("no daily quotes are held");
    expect(missing(() => on("2013-04-01", quotes))).toContain("no daily quotes are held");
  });

  test("a month that breaks off before its last week answers for nothing", () => {
    const broken = quotesOf([], [[p("2026-04"), 158, 159, p("2026-04-13"), 8]]);
    expect(missing(() => on("2026-04-30", broken))).toContain("30 April 2026");
    expect(missing(() => endRate(broken, p("2026-04")))).toContain("30 April 2026");
    expect(missing(() => rateOn(broken, p("2026-04"), "avg"))).toContain("April 2026");
  });

  test("days held after the month-end of a table come before it", () => {
    const days = fixings(weekdaysOf(["2013-03"]).filter((d) => d >= "2013-03-20"));
    const both = quotesOf(days, [[p("2013-03"), 94.7, 94.16, p("2013-03-28"), 20]]);
    expect(on("2013-03-31", both)).toMatchObject({ day: "2013-03-29", value: on("2013-03-29", both).value });
  });
});

test("a basis is an average, an end or a day", () => {
  expect(rateOn(spring, p("2024-05"), "avg").kind).toBe("average");
  expect(rateOn(spring, p("2024-05"), "end").day).toBe("2024-05-31");
  expect(rateOn(spring, p("2024-05"), p("2024-04-15"))).toMatchObject({ kind: "day", day: "2024-04-15" });
  expect(rateOn(spring, p("2024-05-04"), "end")).toMatchObject({ day: "2024-05-02" });
  expect([latestFixing(spring), latestFixing(quotesOf([]))]).toEqual(["2024-05-31", undefined]);
});
