import {
  comparePeriods,
  dayFromNumber,
  dayNumber,
  enclosing,
  firstDay,
  frequencyOf,
  lastDay,
  ordinal,
  range,
  shift,
  split,
  type Day,
  type Frequency,
  type Period,
} from "../domain/period";
import { indexFrom, isHeldDaily, type Quotes } from "../domain/quotes";

/**
 * One rate that is held: the fixing of a day, the last fixing of a month whose days are not held, or the average of a
 * longer period, which is never taken for the rate of a day.
 */
export interface RateMark {
  /** Units of the pair's quote currency per 1 of its base. */
  readonly value: number;
  /** A day; of a month-end whose day is not stated the month; of an average its period. */
  readonly at: Period;
  readonly kind: "fixing" | "month-end" | "average";
}

/** The highest and the lowest rate held of a stretch of time. */
export interface RateRange {
  readonly high: RateMark;
  readonly low: RateMark;
  /** Whole months of the stretch whose days are not all held: there the true extreme of the days is not known. */
  readonly monthsWithoutDays: number;
}

const AVERAGE_WORDS = {
  A: "annual average",
  FY: "fiscal-year average",
  H: "half-yearly average",
  Q: "quarterly average",
  M: "monthly average",
  D: "fixing",
} as const satisfies Record<Frequency, string>;

/** When a rate was, and what kind of rate where it is not a day's: "2026-04-13", "1971-01 (monthly average)". */
export function markWords({ at, kind }: RateMark): string {
  if (kind === "fixing") return at;
  return `${at} (${kind === "average" ? AVERAGE_WORDS[frequencyOf(at)] : "month-end"})`;
}

/** The newest rate held: the latest fixing, or where no days are held the latest average. */
export function lastMark(quotes: Quotes): RateMark | undefined {
  const day = quotes.days.at(-1);
  const value = quotes.values.at(-1);
  if (day !== undefined && value !== undefined) return { value, at: dayFromNumber(day), kind: "fixing" };
  return averages(quotes)
    .sort((a, b) => comparePeriods(a.at, b.at))
    .at(-1);
}

/** The same day of an earlier month; where that month is shorter, its last day. */
export function monthsBefore(day: Day, months: number): Day {
  const month = enclosing(day, "M");
  const earlier = shift(month, -months);
  const inMonth = dayNumber(day) - dayNumber(firstDay(month));
  return dayFromNumber(Math.min(dayNumber(firstDay(earlier)) + inMonth, dayNumber(lastDay(earlier))));
}

/** The extremes of all that is held. */
export function rangeOfAll(quotes: Quotes): RateRange | undefined {
  const first = firstPeriod(quotes);
  const last = lastMark(quotes);
  return first && last ? rangeWithin(quotes, firstDay(first), lastDay(last.at)) : undefined;
}

/** The extremes of the twelve months up to the newest rate, which is in them; the same day a year before is not. */
export function rangeOfTwelveMonths(quotes: Quotes): RateRange | undefined {
  const last = lastMark(quotes);
  if (!last) return undefined;
  const end = lastDay(last.at);
  return rangeWithin(quotes, shift(monthsBefore(end, 12), 1), end);
}

/** The first period of which any rate is held. */
export function firstPeriod(quotes: Quotes): Period | undefined {
  const day = quotes.days[0];
  const periods = [...quotes.months.keys(), ...quotes.published.keys()];
  if (day !== undefined) periods.push(dayFromNumber(day));
  return periods.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0];
}

/** Of equal rates the earlier one stands. */
function rangeWithin(quotes: Quotes, from: Day, to: Day): RateRange | undefined {
  const marks = [...fixingsWithin(quotes, from, to), ...sparseMarks(quotes, from, to)];
  const [first] = marks;
  if (!first) return undefined;
  const pick = (better: (a: number, b: number) => boolean): RateMark =>
    marks.reduce((best, mark) => (better(mark.value, best.value) ? mark : best), first);
  return {
    high: pick((a, b) => a > b),
    low: pick((a, b) => a < b),
    monthsWithoutDays: wholeMonths(from, to).filter((month) => !isHeldDaily(quotes, month)).length,
  };
}

function fixingsWithin(quotes: Quotes, from: Day, to: Day): readonly RateMark[] {
  const start = indexFrom(quotes, dayNumber(from));
  const end = indexFrom(quotes, dayNumber(to) + 1);
  return quotes.days.slice(start, end).map((day, i) => ({
    value: quotes.values[start + i] ?? 0,
    at: dayFromNumber(day),
    kind: "fixing",
  }));
}

/** What is held of the periods whose days are not: averages, and last fixings of months. */
function sparseMarks(quotes: Quotes, from: Day, to: Day): readonly RateMark[] {
  const ends = [...quotes.months].flatMap(([month, { end, endDay }]): readonly RateMark[] =>
    end === null || isHeldDaily(quotes, month)
      ? []
      : [{ value: end, at: endDay ?? month, kind: "month-end" }],
  );
  return [...averages(quotes).filter(({ at }) => !isHeldDaily(quotes, at)), ...ends].filter(
    ({ at }) => firstDay(at) >= from && lastDay(at) <= to,
  );
}

/** Monthly averages, and those of longer periods that the source published where months are not held. */
function averages(quotes: Quotes): RateMark[] {
  const ofMonths = [...quotes.months].flatMap(([at, { average }]): readonly RateMark[] =>
    average === null ? [] : [{ value: average, at, kind: "average" }],
  );
  const hasMonths = (p: Period): boolean =>
    split(p, "M").every((month) => typeof quotes.months.get(month)?.average === "number");
  const ofLonger = [...quotes.published].flatMap(([at, value]): readonly RateMark[] =>
    hasMonths(at) ? [] : [{ value, at, kind: "average" }],
  );
  return [...ofMonths, ...ofLonger];
}

/** The months that lie between two days as a whole. */
function wholeMonths(from: Day, to: Day): readonly Period[] {
  const first = enclosing(from, "M");
  const last = enclosing(to, "M");
  const start = firstDay(first) >= from ? first : shift(first, 1);
  const end = lastDay(last) <= to ? last : shift(last, -1);
  return ordinal(end) < ordinal(start) ? [] : range(start, end);
}
