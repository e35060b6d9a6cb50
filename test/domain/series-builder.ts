import type { Pair } from "../../src/domain/currency";
import { isWeekend, period, range, shift, split, type Day, type Period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import type { Observation, RateMonth, Series, SeriesId } from "../../src/domain/series";
import { viewOf, type View } from "../../src/domain/vintage";

/** A monthly flow in 100 million yen, published on 2024-06-10, unless said otherwise; figures are made up. */
export function aSeries(over: Partial<Series> = {}): Series {
  return {
    id: "XX.ONE.NET" as SeriesId,
    version: "v1",
    title: { en: "A made-up series", ja: "架空の系列" },
    measure: "flow",
    unit: { kind: "money", currency: "JPY", power: 8 },
    frequency: "M",
    adjusted: false,
    source: { id: "boj", name: "Nobody", url: "https://example.org/", terms: "None.", credit: "None." },
    retrieved: period("2024-07-01"),
    published: period("2024-06-10"),
    observations: [],
    ...over,
  };
}

/** Observations of one value after another from a period on. */
export function run(first: string, values: readonly (number | null)[]): readonly Observation[] {
  return values.map((value, i) => [shift(period(first), i), value]);
}

export const USDJPY: Pair = { base: "USD", quote: "JPY" };

/** A daily rate of one source; fixings in any order of periods that the caller chose. */
export function aRate(
  { base, quote }: Pair,
  observations: readonly Observation[],
  months: readonly RateMonth[] = [],
  per = 1,
): View {
  return viewOf(
    aSeries({
      id: `FX.${base}${quote}` as SeriesId,
      measure: "rate",
      unit: { kind: "rate", base, quote, per },
      frequency: "D",
      observations,
      months,
    }),
  );
}

/** The weekdays of some periods, without the days left out. */
export function weekdaysOf(periods: readonly string[], without: readonly string[] = []): readonly Day[] {
  return periods
    .flatMap((text) => split(period(text), "D"))
    .filter((day) => !isWeekend(day) && !without.includes(day));
}

/** Fixings on given days, each other than its neighbours: 100 on the first day, then up and down by uneven steps. */
export function fixings(days: readonly Day[], level = 100): readonly Observation[] {
  return days.map((day, i) => [day, level + ((i * 37) % 101) / 7]);
}

/** Every month from the first to the last. */
export function months(first: string, last: string): readonly Period[] {
  return range(period(first), period(last));
}

/** The Problem that a computation ends in. */
export function problemOf(compute: () => unknown): Problem {
  try {
    compute();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error("There was no problem.");
}
