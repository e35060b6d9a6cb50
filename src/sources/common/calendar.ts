import {
  dayFromNumber,
  dayNumber,
  dayOfInstant,
  enclosing,
  firstDay,
  isWeekend,
  shift,
  weekday,
  type Day,
} from "../../domain/period";

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** When a provider releases new figures. */
export interface Calendar {
  /** For people: "weekdays about 16:00 CET". */
  readonly words: string;
  /** The first release after an instant. */
  readonly next: (after: Instant) => Instant;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long after a release that brought nothing new it is looked for again: releases are late more often than early. */
const LATENESS = [0, HOUR / 2, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY] as const;
/** No release lies further back than this when lateness is still counted. */
const FURTHEST = LATENESS[LATENESS.length - 1] ?? DAY;

/**
 * When figures looked at last at `checked` are to be looked at again: at the next release or, since the last one may have
 * been late, at one of some hours after it.
 */
export function dueAfter(calendar: Calendar, checked: Instant): Instant {
  let due = Infinity;
  for (let release = calendar.next(checked - FURTHEST - 1); ; release = calendar.next(release)) {
    for (const late of LATENESS) if (release + late > checked) due = Math.min(due, release + late);
    if (release > checked) return due;
  }
}

const startOf = (day: Day): Instant => dayNumber(day) * DAY;

/** The first instant after `after` at which `isRelease` holds for the day and the hour (UTC) has come. */
function nextDay(after: Instant, hourUtc: number, isRelease: (day: Day) => boolean): Instant {
  for (let n = dayNumber(dayOfInstant(after)); ; n++) {
    const day = dayFromNumber(n);
    const at = startOf(day) + hourUtc * HOUR;
    if (at > after && isRelease(day)) return at;
  }
}

/** Every Monday to Friday. */
export function weekdays(hourUtc: number, words: string): Calendar {
  return { words, next: (after) => nextDay(after, hourUtc, (day) => !isWeekend(day)) };
}

/** One day a week: 1 is Monday. */
export function weekly(onWeekday: number, hourUtc: number, words: string): Calendar {
  return { words, next: (after) => nextDay(after, hourUtc, (day) => weekday(day) === onWeekday) };
}

/** The n-th weekday of every month; public holidays are not known here, lateness makes up for them. */
export function monthlyOnWorkday(n: number, hourUtc: number, words: string): Calendar {
  return { words, next: (after) => nextDay(after, hourUtc, (day) => workdayOfMonth(day) === n) };
}

/** A day of every month, or of some months (1 to 12). */
export function monthlyOn(
  dayOfMonth: number,
  hourUtc: number,
  words: string,
  months?: readonly number[],
): Calendar {
  const isRelease = (day: Day): boolean =>
    Number(day.slice(8)) === dayOfMonth && (months?.includes(Number(day.slice(5, 7))) ?? true);
  return { words, next: (after) => nextDay(after, hourUtc, isRelease) };
}

/** Which weekday of its month a day is, from 1; 0 for a weekend. */
function workdayOfMonth(day: Day): number {
  if (isWeekend(day)) return 0;
  let count = 0;
  for (let d = firstDay(enclosing(day, "M")); d <= day; d = shift(d, 1)) if (!isWeekend(d)) count++;
  return count;
}
