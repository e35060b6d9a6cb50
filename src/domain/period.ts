import { badInput } from "./problem";

declare const periodBrand: unique symbol;

/**
 * A period of time as text: `2023`, `2023-H1`, `2023-Q4`, `2023-06`, `2023-06-21`, or `FY2023`
 * (Japan's fiscal year: April 2023 to March 2024). It is its own JSON, cache key and test literal.
 */
export type Period = string & { readonly [periodBrand]: true };

/** A period that is one day. */
export type Day = Period;

export type Frequency = "A" | "FY" | "H" | "Q" | "M" | "D";

export const FREQUENCIES: readonly Frequency[] = ["A", "FY", "H", "Q", "M", "D"];

/** What a frequency is called, singular and plural. */
export const FREQUENCY_WORDS = {
  A: ["year", "years"],
  FY: ["fiscal year", "fiscal years"],
  H: ["half-year", "half-years"],
  Q: ["quarter", "quarters"],
  M: ["month", "months"],
  D: ["day", "days"],
} as const satisfies Record<Frequency, readonly [string, string]>;

const MONTHS_IN = { A: 12, FY: 12, H: 6, Q: 3, M: 1, D: 0 } as const satisfies Record<Frequency, number>;

const FIRST_YEAR = 1600;
const LAST_YEAR = 2999;
const MS_PER_DAY = 86_400_000;
/** Excel counts days from 1899-12-30 (its 1900 was a leap year by mistake; right from 1 March 1900 on). */
const EXCEL_EPOCH_OFFSET = 25_569;
/** 1 March 1900; the serials before it belong to other days in Excel than in the calendar. */
const FIRST_EXCEL_SERIAL = 61;
const LAST_EXCEL_SERIAL = Date.UTC(LAST_YEAR, 11, 31) / MS_PER_DAY + EXCEL_EPOCH_OFFSET;

const FORM = /^(?:FY(\d{4})|(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?)$/;

interface Parts {
  readonly freq: Frequency;
  readonly year: number;
  /** Half, quarter or month, from 1; the month of a day. */
  readonly part: number;
  readonly day: number;
}

const partsCache = new Map<string, Parts>();
const PARTS_CACHE_LIMIT = 50_000;

function partsOf(period: Period): Parts {
  const parts = partsIn(period);
  if (!parts) throw badInput(`"${period}" is not a period.`);
  return parts;
}

/** Documents name the same periods again and again. */
function partsIn(text: string): Parts | undefined {
  const known = partsCache.get(text);
  if (known) return known;
  const parts = readParts(text);
  if (parts) {
    if (partsCache.size >= PARTS_CACHE_LIMIT) partsCache.clear();
    partsCache.set(text, parts);
  }
  return parts;
}

function readParts(text: string): Parts | undefined {
  const m = FORM.exec(text);
  if (!m) return undefined;
  const [, fiscal, plain, half, quarter, month, day] = m;
  const year = Number(fiscal ?? plain);
  // A fiscal year ends in the next calendar year, which must be one that is known.
  if (year < FIRST_YEAR || year > (fiscal === undefined ? LAST_YEAR : LAST_YEAR - 1)) return undefined;
  if (fiscal !== undefined) return { freq: "FY", year, part: 1, day: 0 };
  if (half !== undefined) return { freq: "H", year, part: Number(half), day: 0 };
  if (quarter !== undefined) return { freq: "Q", year, part: Number(quarter), day: 0 };
  if (month === undefined) return { freq: "A", year, part: 1, day: 0 };
  const part = Number(month);
  if (part < 1 || part > 12) return undefined;
  if (day === undefined) return { freq: "M", year, part, day: 0 };
  const d = Number(day);
  return d >= 1 && d <= daysInMonth(year, part) ? { freq: "D", year, part, day: d } : undefined;
}

/** Whether this text is a period in the project's own notation. */
export function isPeriod(text: string): text is Period {
  return partsIn(text) !== undefined;
}

/** A period from the project's own notation; anything else is a Problem. For what people type see `readPeriod`. */
export function period(text: string): Period {
  if (isPeriod(text)) return text;
  throw badInput(periodComplaint(text));
}

function periodComplaint(text: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day) return `"${text}" is not a day of the calendar; check the month and the day.`;
  if (/^\d{4}-\d{2}$/.test(text)) return `"${text}" is not a month; months run from 01 to 12.`;
  if (/^(FY)?\d{4}$/i.test(text))
    return `"${text}" is not a year that DigiTrade knows; years run from ${FIRST_YEAR} to ${LAST_YEAR}.`;
  return `"${text}" is not a period; write 2023, 2023-Q4, 2023-06, 2023-06-21, 2023-H1 or FY2023.`;
}

/**
 * A period as people write it: also `2023Q4`, `2023h1`, `fy2023`, `2023-6`. Slash and dot dates are refused because
 * 03/04/2024 is March in one country and April in another.
 */
export function readPeriod(text: string): Period {
  const t = text.normalize("NFKC").trim();
  if (isPeriod(t)) return t;
  if (/^\d{1,4}[/.]\d{1,4}([/.]\d{1,4})?(\s|$)/.test(t))
    throw badInput(
      `"${t}" could be read in several ways (day or month first?); write it as 2023-06-21 or 2023-06.`,
    );
  const upper = t.toUpperCase();
  const compact = /^(\d{4})-?([QH])(\d)$/.exec(upper);
  if (compact) return period(`${compact[1]}-${compact[2]}${compact[3]}`);
  const fiscal = /^FY ?(\d{4})$/.exec(upper);
  if (fiscal) return period(`FY${fiscal[1]}`);
  const loose = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(t);
  if (loose) return period([loose[1], pad(loose[2]), ...(loose[3] ? [pad(loose[3])] : [])].join("-"));
  return period(t);
}

const pad = (digits: string | number | undefined): string => String(digits).padStart(2, "0");

export function frequencyOf(p: Period): Frequency {
  return partsOf(p).freq;
}

/** The calendar year, or the year in which a fiscal year starts. */
export function yearOf(p: Period): number {
  return partsOf(p).year;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % (year % 100 === 0 ? 400 : 4) === 0 ? 29 : 28;
  // Long and short ones take turns, from January on and again from August on.
  return 31 - (((month - 1) % 7) % 2);
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const { freq, year, part, day: d } = partsOf(day);
  if (freq !== "D") throw badInput(`"${day}" is not a day.`);
  return Date.UTC(year, part - 1, d) / MS_PER_DAY;
}

/** The day that is so many days after 1970-01-01. */
export function dayFromNumber(n: number): Day {
  return new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** The day of an instant, in UTC. The host hands the instant in; nothing here reads a clock. */
export function dayOfInstant(epochMilliseconds: number): Day {
  return dayFromNumber(Math.floor(epochMilliseconds / MS_PER_DAY));
}

/** A day as Excel counts it (1900 date system). */
export function excelSerial(day: Day): number {
  return dayNumber(day) + EXCEL_EPOCH_OFFSET;
}

/** The day behind an Excel serial; the time of day is dropped. A number that is no date of Excel's is a Problem. */
export function dayFromExcelSerial(serial: number): Day {
  if (!(serial >= FIRST_EXCEL_SERIAL && serial < LAST_EXCEL_SERIAL + 1))
    throw badInput(`${serial} is not an Excel date between 1 March 1900 and the end of ${LAST_YEAR}.`);
  return dayFromNumber(Math.floor(serial) - EXCEL_EPOCH_OFFSET);
}

/** First month of the period as a running count of months; a day has that of its month. */
function firstMonthIndex({ freq, year, part }: Parts): number {
  const monthInYear = {
    A: 0,
    FY: 3,
    H: (part - 1) * 6,
    Q: (part - 1) * 3,
    M: part - 1,
    D: part - 1,
  } satisfies Record<Frequency, number>;
  return year * 12 + monthInYear[freq];
}

function monthFromIndex(index: number): Period {
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}` as Period;
}

export function firstDay(p: Period): Day {
  const parts = partsOf(p);
  return parts.freq === "D" ? p : (`${monthFromIndex(firstMonthIndex(parts))}-01` as Day);
}

export function lastDay(p: Period): Day {
  const parts = partsOf(p);
  if (parts.freq === "D") return p;
  const last = firstMonthIndex(parts) + MONTHS_IN[parts.freq] - 1;
  return `${monthFromIndex(last)}-${pad(daysInMonth(Math.floor(last / 12), (last % 12) + 1))}` as Day;
}

/** A running count within one frequency, so that neighbours differ by one. */
export function ordinal(p: Period): number {
  const parts = partsOf(p);
  const perYear = {
    A: parts.year,
    FY: parts.year,
    H: parts.year * 2 + parts.part - 1,
    Q: parts.year * 4 + parts.part - 1,
    M: parts.year * 12 + parts.part - 1,
    D: 0,
  } satisfies Record<Frequency, number>;
  return parts.freq === "D" ? dayNumber(p) : perYear[parts.freq];
}

/** The period with that ordinal. */
export function fromOrdinal(freq: Frequency, n: number): Period {
  const text = {
    A: () => String(n),
    FY: () => `FY${n}`,
    H: () => `${Math.floor(n / 2)}-H${(n % 2) + 1}`,
    Q: () => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`,
    M: () => monthFromIndex(n),
    D: () => dayFromNumber(n),
  } satisfies Record<Frequency, () => string>;
  return period(text[freq]());
}

/** The period so many steps later (or earlier), of the same frequency. */
export function shift(p: Period, steps: number): Period {
  return fromOrdinal(frequencyOf(p), ordinal(p) + steps);
}

/** All periods of one frequency from first to last, both included. */
export function range(first: Period, last: Period): readonly Period[] {
  const freq = frequencyOf(first);
  const from = ordinal(first);
  const count = ordinal(last) - from + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => fromOrdinal(freq, from + i));
}

/** How many periods from first to last, both included; both of one frequency. */
export function countBetween(first: Period, last: Period): number {
  return Math.max(0, ordinal(last) - ordinal(first) + 1);
}

/** Whether the first frequency has shorter periods than the second. */
export function isFiner(a: Frequency, b: Frequency): boolean {
  return MONTHS_IN[a] < MONTHS_IN[b];
}

/** Whether periods of the coarse frequency split evenly into the fine one (a fiscal year has no halves of a calendar year). */
export function splitsInto(coarse: Frequency, fine: Frequency): boolean {
  if (coarse === fine) return true;
  if (!isFiner(fine, coarse)) return false;
  return !(coarse === "FY" && fine === "H");
}

/** The sub-periods of a finer frequency that tile a period. */
export function split(p: Period, freq: Frequency): readonly Period[] {
  const own = frequencyOf(p);
  if (own === freq) return [p];
  if (!splitsInto(own, freq)) throw badInput(`${p} does not split into ${FREQUENCY_WORDS[freq][1]}.`);
  return range(enclosing(firstDay(p), freq), enclosing(lastDay(p), freq));
}

/** The period of a coarser (or the same) frequency that holds the first day of this one. */
export function enclosing(p: Period, freq: Frequency): Period {
  const parts = partsOf(p);
  if (parts.freq === freq) return p;
  const index = firstMonthIndex(parts);
  const year = Math.floor(index / 12);
  const month = index % 12;
  const text = {
    A: () => String(year),
    FY: () => `FY${month >= 3 ? year : year - 1}`,
    H: () => `${year}-H${Math.floor(month / 6) + 1}`,
    Q: () => `${year}-Q${Math.floor(month / 3) + 1}`,
    M: () => monthFromIndex(index),
    D: () => firstDay(p),
  } satisfies Record<Frequency, () => string>;
  return period(text[freq]());
}

/** Whether the whole of the second period lies inside the first. */
export function covers(outer: Period, inner: Period): boolean {
  return firstDay(outer) <= firstDay(inner) && lastDay(inner) <= lastDay(outer);
}

/** Order in time: by last day, and the shorter of two that end together first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(lastDay(a), lastDay(b)) || compareText(firstDay(b), firstDay(a));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 0 Sunday to 6 Saturday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function isWeekend(day: Day): boolean {
  return weekday(day) % 6 === 0;
}

/** Mondays to Fridays in a period. */
export function weekdaysIn(p: Period): number {
  const from = dayNumber(firstDay(p));
  const to = dayNumber(lastDay(p));
  const whole = Math.floor((to - from + 1) / 7);
  let count = whole * 5;
  for (let n = from + whole * 7; n <= to; n++) if (!isWeekend(dayFromNumber(n))) count++;
  return count;
}

/** Whole anniversaries from one day to another: 1 April 2023 to 31 March 2031 is eight years, counted to the day after. */
export function wholeYears(from: Day, to: Day): number | undefined {
  const next = dayFromNumber(dayNumber(to) + 1);
  for (const end of [next, to])
    if (from.slice(5) === end.slice(5)) return Number(end.slice(0, 4)) - yearOf(from);
  return undefined;
}

/** Years between two days: whole anniversaries where the dates allow, else days over 365.25. */
export function yearsBetween(from: Day, to: Day): number {
  return wholeYears(from, to) ?? (dayNumber(to) - dayNumber(from)) / 365.25;
}

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A period in words: "calendar 2023", "fiscal 2023 (April 2023 to March 2024)", "June 2023", "21 June 2023". */
export function periodWords(p: Period): string {
  const { freq, year, part, day } = partsOf(p);
  const month = MONTH_NAMES[part - 1] ?? "";
  const words = {
    A: `calendar ${year}`,
    FY: `fiscal ${year} (April ${year} to March ${year + 1})`,
    H: `${part === 1 ? "first" : "second"} half of ${year}`,
    Q: `quarter ${part} of ${year}`,
    M: `${month} ${year}`,
    D: `${day} ${month} ${year}`,
  } satisfies Record<Frequency, string>;
  return words[freq];
}
