import type { Pair } from "./currency";
import {
  dayFromNumber,
  dayNumber,
  enclosing,
  frequencyOf,
  fromOrdinal,
  lastDay,
  ordinal,
  weekdaysIn,
  type Day,
  type Period,
} from "./period";
import type { View } from "./vintage";

/** One month of a pair, from published or computed monthly figures. */
export interface MonthQuote {
  readonly average: number | null;
  readonly end: number | null;
  readonly endDay: Day | null;
  readonly fixings: number | null;
}

/**
 * A pair's quotes by one source, in market direction (units of `quote` per 1 `base`), with running sums, so that the
 * average of any period costs two look-ups. A cross is formed day by day through the source's own base.
 */
export interface Quotes {
  readonly pair: Pair;
  readonly source: string;
  readonly cross: boolean;
  /** Day numbers of the fixings, ascending, and the quotes on them. */
  readonly days: readonly number[];
  readonly values: readonly number[];
  /** Sum of all quotes before index i, and what that sum lost to rounding (together they are exact to about 1e-32). */
  readonly sums: readonly number[];
  readonly lost: readonly number[];
  /** Days published as not observed. */
  readonly nulls: ReadonlySet<number>;
  /** Ordinal of the first month held daily, and for each month on how many before it are not complete. */
  readonly firstMonth: number;
  readonly incompleteBefore: readonly number[];
  readonly months: ReadonlyMap<Period, MonthQuote>;
  /** Averages published by the source for this very pair and period. */
  readonly published: ReadonlyMap<Period, number>;
  /** Monthly averages are the source's own, not computed from its fixings. */
  readonly publishesMonths: boolean;
}

/** A month may lack three weekdays (holidays) and still count as held completely. */
const MISSING_WEEKDAYS_ALLOWED = 3;

interface Daily {
  readonly byDay: ReadonlyMap<number, number>;
  readonly nulls: ReadonlySet<number>;
}

function dailyOf(view: View): Daily {
  const byDay = new Map<number, number>();
  const nulls = new Set<number>();
  for (const day of view.periods.get("D") ?? []) {
    const value = view.figures.get(day)?.value;
    if (value === null || value === undefined) nulls.add(dayNumber(day));
    else byDay.set(dayNumber(day), value);
  }
  return { byDay, nulls };
}

function monthsOf(view: View): ReadonlyMap<Period, MonthQuote> {
  const months = new Map<Period, MonthQuote>();
  for (const [month, average, end = null, endDay = null, fixings = null] of view.series.months ?? [])
    if ((view.asOf === undefined || lastDay(month) <= view.asOf) && !breaksOff(month, endDay))
      months.set(month, { average, end, endDay, fixings });
  return months;
}

/** A month whose last fixing lies more than a week before its end was still running when its row was made. */
function breaksOff(month: Period, endDay: Day | null): boolean {
  return endDay !== null && dayNumber(lastDay(month)) - dayNumber(endDay) > 7;
}

/** A pair that the source quotes itself; `per` (quotes per 100 units) is divided out. */
export function directQuotes(pair: Pair, source: string, view: View): Quotes {
  const { unit } = view.series;
  const per = unit.kind === "rate" ? unit.per : 1;
  const daily = dailyOf(view);
  const published = new Map<Period, number>();
  for (const [p, f] of view.figures)
    if (frequencyOf(p) !== "D" && f.value !== null) published.set(p, f.value / per);
  const months = mapMonths(monthsOf(view), (x) => x / per);
  const days = [...daily.byDay].map(([day, value]) => [day, value / per] as const);
  return assemble(pair, source, false, days, daily.nulls, months, published);
}

/** A pair formed through the source's base: quotes of `quote` over quotes of `base`, day by day. */
export function crossQuotes(pair: Pair, source: string, baseLeg: View, quoteLeg: View): Quotes {
  const base = dailyOf(baseLeg);
  const quote = dailyOf(quoteLeg);
  const days: (readonly [number, number])[] = [];
  for (const [day, value] of quote.byDay) {
    const divisor = base.byDay.get(day);
    if (divisor !== undefined) days.push([day, value / divisor]);
  }
  const nulls = new Set([...base.nulls, ...quote.nulls]);
  const months = new Map<Period, MonthQuote>();
  const quoteMonths = monthlyIncludingDaily(quoteLeg, quote);
  for (const [month, b] of monthlyIncludingDaily(baseLeg, base)) {
    const q = quoteMonths.get(month);
    if (!q || (!monthsOf(baseLeg).has(month) && !monthsOf(quoteLeg).has(month))) continue;
    const sameEnd = b.endDay !== null && b.endDay === q.endDay;
    months.set(month, {
      average: divide(q.average, b.average),
      end: sameEnd ? divide(q.end, b.end) : null,
      endDay: sameEnd ? b.endDay : null,
      fixings: b.fixings !== null && q.fixings !== null ? Math.min(b.fixings, q.fixings) : null,
    });
  }
  return assemble(pair, source, true, days, nulls, months, new Map());
}

const divide = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : a / b;

/** One leg may be held daily and the other monthly: bring both to complete months. */
function monthlyIncludingDaily(view: View, daily: Daily): ReadonlyMap<Period, MonthQuote> {
  const months = new Map(monthsOf(view));
  const sums = new Map<Period, { sum: number; n: number; last: number }>();
  for (const [day, value] of daily.byDay) {
    const month = enclosing(dayFromNumber(day), "M");
    const s = sums.get(month) ?? { sum: 0, n: 0, last: day };
    sums.set(month, { sum: s.sum + value, n: s.n + 1, last: Math.max(s.last, day) });
  }
  const declared = new Map<Period, number>();
  for (const day of daily.nulls) {
    const month = enclosing(dayFromNumber(day), "M");
    if (isWorkday(day)) declared.set(month, (declared.get(month) ?? 0) + 1);
  }
  for (const [month, { sum, n, last }] of sums) {
    const missing = weekdaysIn(month) - n - (declared.get(month) ?? 0);
    if (months.has(month) || missing > MISSING_WEEKDAYS_ALLOWED) continue;
    months.set(month, {
      average: sum / n,
      end: daily.byDay.get(last) ?? null,
      endDay: dayFromNumber(last),
      fixings: n,
    });
  }
  return months;
}

function mapMonths(
  months: ReadonlyMap<Period, MonthQuote>,
  f: (x: number) => number,
): ReadonlyMap<Period, MonthQuote> {
  const apply = (x: number | null): number | null => (x === null ? null : f(x));
  return new Map([...months].map(([m, q]) => [m, { ...q, average: apply(q.average), end: apply(q.end) }]));
}

function assemble(
  pair: Pair,
  source: string,
  cross: boolean,
  unsorted: readonly (readonly [number, number])[],
  nulls: ReadonlySet<number>,
  months: ReadonlyMap<Period, MonthQuote>,
  published: ReadonlyMap<Period, number>,
): Quotes {
  const quotes = [...unsorted].sort(([a], [b]) => a - b);
  const days = quotes.map(([day]) => day);
  const values = quotes.map(([, value]) => value);
  const { sums, lost } = runningSums(values);
  const { firstMonth, incompleteBefore } = completeness(days, nulls);
  const publishesMonths = !cross && [...months.values()].some((m) => m.fixings === null);
  return {
    pair,
    source,
    cross,
    days,
    values,
    sums,
    lost,
    nulls,
    firstMonth,
    incompleteBefore,
    months,
    published,
    publishesMonths,
  };
}

const isWorkday = (day: number): boolean => ![0, 6].includes((((day + 4) % 7) + 7) % 7);

/** How many months before each are not held completely; a null on a weekday counts as observed. */
function completeness(
  days: readonly number[],
  nulls: ReadonlySet<number>,
): { firstMonth: number; incompleteBefore: readonly number[] } {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { firstMonth: 0, incompleteBefore: [0] };
  const month = (day: number): Period => enclosing(dayFromNumber(day), "M");
  const firstMonth = ordinal(month(first));
  const seen = new Map<number, number>();
  for (const day of [...days, ...nulls])
    if (isWorkday(day)) seen.set(ordinal(month(day)), (seen.get(ordinal(month(day))) ?? 0) + 1);
  const incompleteBefore = [0];
  for (let m = firstMonth; m <= ordinal(month(last)); m++) {
    const missing = weekdaysIn(fromOrdinal("M", m)) - (seen.get(m) ?? 0);
    incompleteBefore.push((incompleteBefore.at(-1) ?? 0) + (missing > MISSING_WEEKDAYS_ALLOWED ? 1 : 0));
  }
  return { firstMonth, incompleteBefore };
}

/** Index of the first fixing on or after a day. */
export function indexFrom(quotes: Quotes, day: number): number {
  let low = 0;
  let high = quotes.days.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((quotes.days[mid] ?? 0) < day) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Whether all months of a period are held daily, each lacking three weekdays at most. */
export function isHeldDaily(quotes: Quotes, p: Period): boolean {
  const from = ordinal(enclosing(p, "M")) - quotes.firstMonth;
  const to = ordinal(enclosing(lastDay(p), "M")) - quotes.firstMonth + 1;
  if (from < 0 || to >= quotes.incompleteBefore.length) return false;
  return quotes.incompleteBefore[from] === quotes.incompleteBefore[to];
}

/** Running sums with the part that each addition rounds away kept beside (Knuth's two-sum). */
function runningSums(values: readonly number[]): { sums: readonly number[]; lost: readonly number[] } {
  const sums = [0];
  const lost = [0];
  for (const value of values) {
    const before = sums.at(-1) ?? 0;
    const sum = before + value;
    const added = sum - before;
    sums.push(sum);
    lost.push((lost.at(-1) ?? 0) + (before - (sum - added)) + (value - added));
  }
  return { sums, lost };
}

/** The mean of the fixings from one index up to (not including) another; costs the same however many they are. */
export function meanOf(quotes: Quotes, from: number, to: number): number {
  const sum =
    (quotes.sums[to] ?? 0) - (quotes.sums[from] ?? 0) + ((quotes.lost[to] ?? 0) - (quotes.lost[from] ?? 0));
  return sum / (to - from);
}
