import { type Currency, type Pair } from "./currency";
import {
  dayFromNumber,
  dayNumber,
  enclosing,
  firstDay,
  frequencyOf,
  isWeekend,
  lastDay,
  periodWords,
  split,
  weekdaysIn,
  type Day,
  type Period,
} from "./period";
import { Problem } from "./problem";
import { indexFrom, isHeldDaily, meanOf, type Quotes } from "./quotes";
import type { Series } from "./series";

/** Average of the period, its last fixing, or the fixing of one day. */
export type Basis = "avg" | "end" | Day;

/** A rate in market direction and how it came about. */
export interface Rate {
  readonly pair: Pair;
  /** Units of `pair.quote` per 1 `pair.base`. */
  readonly value: number;
  readonly source: string;
  readonly kind: "average" | "end" | "day";
  readonly period: Period;
  /** What was averaged or read: "mean of 255 daily crosses", "fixing of 21 June 2024". */
  readonly method: string;
  /** The day of the fixing used, where one was. */
  readonly day?: Day;
  /** Set where another source than the pair's default one answered: why the default could not. */
  readonly insteadOf?: string;
  /** The documents that the quotes stand in, for whoever must say how fresh they are. */
  readonly documents?: readonly Series[];
}

const LOOK_BACK_DAYS = 7;
/** Two fixings further apart than this are a hole in what is held, not a holiday: the days between prove nothing. */
const LONGEST_PROVEN_GAP = 14;

/** An amount in the other currency of the pair; the other direction uses the reciprocal, so round trips close. */
export function exchange(amount: number, from: Currency, rate: Rate): number {
  return from === rate.pair.base ? amount * rate.value : amount / rate.value;
}

const noRate = (message: string): Problem => new Problem("no-rate", message);
const pairName = ({ base, quote }: Pair): string => `${quote} per ${base}`;

/** The average of a period, in the order of what the source published: itself, its days, its months. */
export function averageRate(quotes: Quotes, p: Period): Rate {
  if (frequencyOf(p) === "D") return dayRate(quotes, p);
  const make = (value: number, method: string): Rate => ({
    pair: quotes.pair,
    value,
    source: quotes.source,
    kind: "average",
    period: p,
    method,
  });
  const published = publishedAverage(quotes, p);
  if (published !== undefined) return make(published, "average published by the source");
  const daily = dailyAverage(quotes, p);
  if (daily)
    return make(daily.average, `mean of ${daily.fixings} daily ${quotes.cross ? "crosses" : "fixings"}`);
  return averageOfMonths(quotes, p, make);
}

/** The mean of a period's fixings; undefined where its months are not all held daily, or all its days were holidays. */
function dailyAverage(quotes: Quotes, p: Period): { average: number; fixings: number } | undefined {
  if (!isHeldDaily(quotes, p)) return undefined;
  const from = indexFrom(quotes, dayNumber(firstDay(p)));
  const to = indexFrom(quotes, dayNumber(lastDay(p)) + 1);
  return to > from ? { average: meanOf(quotes, from, to), fixings: to - from } : undefined;
}

function publishedAverage(quotes: Quotes, p: Period): number | undefined {
  const own = quotes.published.get(p);
  if (own !== undefined) return own;
  const month = quotes.publishesMonths && frequencyOf(p) === "M" ? quotes.months.get(p) : undefined;
  return month?.average ?? undefined;
}

function averageOfMonths(quotes: Quotes, p: Period, make: (value: number, method: string) => Rate): Rate {
  const months = split(p, "M");
  const averages = months.map((m) => monthAverage(quotes, m));
  const missing = months.filter((_, i) => averages[i] === undefined);
  if (missing.length > 0) throw noRate(missingMonths(quotes, p, missing));
  const known = averages.filter((a) => a !== undefined);
  const weighted = known.every((a) => a.fixings !== null);
  const weight = (fixings: number | null): number => (weighted ? (fixings ?? 0) : 1);
  const value =
    known.reduce((s, a) => s + a.average * weight(a.fixings), 0) /
    known.reduce((s, a) => s + weight(a.fixings), 0);
  const what = quotes.cross ? "cross of monthly averages" : "monthly average";
  if (months.length === 1) return make(value, quotes.cross ? what : "mean of the month's fixings");
  return make(
    value,
    `mean of ${months.length} ${quotes.cross ? "crosses of monthly averages" : "monthly averages"}${weighted ? ", weighted by fixing days" : ""}`,
  );
}

function monthAverage(
  quotes: Quotes,
  month: Period,
): { average: number; fixings: number | null } | undefined {
  const held = quotes.months.get(month);
  if (held?.average !== null && held?.average !== undefined)
    return { average: held.average, fixings: held.fixings };
  return dailyAverage(quotes, month);
}

function missingMonths(quotes: Quotes, p: Period, missing: readonly Period[]): string {
  const what = `No ${quotes.source} average of ${pairName(quotes.pair)} for ${periodWords(p)}`;
  const first = missing[0] ?? enclosing(p, "M");
  const from = indexFrom(quotes, dayNumber(firstDay(first)));
  const to = indexFrom(quotes, dayNumber(lastDay(first)) + 1);
  const partly = to > from ? ` (${to - from} of ${weekdaysIn(first)} weekdays are held)` : "";
  const which =
    missing.length === 1
      ? periodWords(first) + partly
      : `${missing.length} months from ${periodWords(first)}${partly}`;
  if (missing.length === split(p, "M").length && partly === "") return `${what}: no rates are held for it.`;
  return `${what}: ${which} ${missing.length === 1 ? "is" : "are"} not held completely. An average of what is left would be wrong.`;
}

/** The last fixing of a period. */
export function endRate(quotes: Quotes, p: Period): Rate {
  if (frequencyOf(p) === "D") return dayRate(quotes, p);
  const lastMonth = enclosing(lastDay(p), "M");
  const reached = isHeldDaily(quotes, lastMonth) && provenFixing(quotes, dayNumber(lastDay(p))) !== undefined;
  const month = reached ? undefined : quotes.months.get(lastMonth);
  if (month?.end !== null && month?.end !== undefined) {
    const day = month.endDay;
    const method = `last ${day ? `fixing, ${periodWords(day)}` : `business day of ${periodWords(lastMonth)}`}`;
    const found = {
      pair: quotes.pair,
      value: month.end,
      source: quotes.source,
      kind: "end",
      period: p,
      method,
    } as const;
    return day ? { ...found, day } : found;
  }
  const rate = dayRate(quotes, lastDay(p));
  return { ...rate, kind: "end", period: p, method: `last fixing, ${periodWords(rate.day ?? lastDay(p))}` };
}

/** The fixing of a day; without one, the last before it, where something proves that there was none. */
export function dayRate(quotes: Quotes, day: Day): Rate {
  const asked = dayNumber(day);
  const at = indexFrom(quotes, asked);
  const make = (value: number, on: number, method: string): Rate => ({
    pair: quotes.pair,
    value,
    source: quotes.source,
    kind: "day",
    period: day,
    day: dayFromNumber(on),
    method,
  });
  if (quotes.days[at] === asked) return make(quotes.values[at] ?? 0, asked, `fixing of ${periodWords(day)}`);
  const sparse = fixingFromMonth(quotes, day);
  if (sparse) return make(sparse.value, dayNumber(sparse.on), lookedBack(sparse.on, day));
  const last = quotes.days[at - 1];
  if (last === undefined)
    throw noRate(
      `No ${quotes.source} quote of ${pairName(quotes.pair)} on ${periodWords(day)}: ${heldWords(quotes)}.`,
    );
  const proven = provenFixing(quotes, asked);
  if (proven === undefined) throw noRate(dayComplaint(quotes, day, last, quotes.days[at]));
  return make(quotes.values[proven] ?? 0, last, lookedBack(dayFromNumber(last), day));
}

/** Index of the fixing that holds on a day: its own, or a recent one that surely was the last before it. */
function provenFixing(quotes: Quotes, asked: number): number | undefined {
  const at = indexFrom(quotes, asked);
  const next = quotes.days[at];
  if (next === asked) return at;
  const last = quotes.days[at - 1];
  if (last === undefined || asked - last > LOOK_BACK_DAYS) return undefined;
  return isProven(quotes, last, asked, next) ? at - 1 : undefined;
}

const lookedBack = (on: Day, asked: Day): string =>
  on === asked
    ? `fixing of ${periodWords(on)}`
    : `fixing of ${periodWords(on)}, the last one before ${periodWords(asked)}`;

function heldWords(quotes: Quotes): string {
  const first = quotes.days[0];
  return first === undefined
    ? "no daily quotes are held"
    : `daily quotes are held from ${periodWords(dayFromNumber(first))}`;
}

/** Where days are not held, a month's last fixing answers for its day and for the days left of the month. */
function fixingFromMonth(quotes: Quotes, day: Day): { value: number; on: Day } | undefined {
  const month = quotes.months.get(enclosing(day, "M"));
  if (!month || month.end === null || month.endDay === null || month.endDay > day) return undefined;
  const asked = dayNumber(day);
  const on = dayNumber(month.endDay);
  const heldAfter = quotes.days[indexFrom(quotes, asked) - 1] ?? -Infinity;
  return asked - on <= LOOK_BACK_DAYS && on > heldAfter ? { value: month.end, on: month.endDay } : undefined;
}

/** Whether every day after the last fixing up to the asked one surely had none. */
function isProven(quotes: Quotes, last: number, asked: number, next: number | undefined): boolean {
  if (next !== undefined && next - last <= LONGEST_PROVEN_GAP) return true;
  for (let day = last + 1; day <= asked; day++)
    if (!isWeekend(dayFromNumber(day)) && !quotes.nulls.has(day)) return false;
  return true;
}

function dayComplaint(quotes: Quotes, day: Day, last: number, next: number | undefined): string {
  const what = `No ${quotes.source} quote of ${pairName(quotes.pair)} for ${periodWords(day)}`;
  const lastWords = periodWords(dayFromNumber(last));
  return next === undefined
    ? `${what}: not yet fetched; the last one held is of ${lastWords}. Refresh, or ask for that day.`
    : `${what}: none is held between ${lastWords} and ${periodWords(dayFromNumber(next))}.`;
}

/** The newest fixing held. */
export function latestFixing(quotes: Quotes): Day | undefined {
  const last = quotes.days.at(-1);
  return last === undefined ? undefined : dayFromNumber(last);
}

/** The rate of a period on a basis. */
export function rateOn(quotes: Quotes, p: Period, basis: Basis): Rate {
  if (basis === "avg") return averageRate(quotes, p);
  if (basis === "end") return endRate(quotes, p);
  return dayRate(quotes, basis);
}
