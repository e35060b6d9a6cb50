import { dayNumber, firstDay, isWeekend, shift, type Day } from "../../domain/period";
import type { Refuse } from "../common/rate";
import type { Circumstances } from "../common/source";
import type { Fixing } from "./fixings";

/** Days from the first to the last, both included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** The first fixing of the euro. */
const START = "1999-01-04" as Day;
/** Corrections come within days; and no fortnight is without fixings, so that an empty answer is surely a wrong one. */
const OVERLAP = 14;

/** What to ask for: everything, or from some days before what is held. */
export function spanOf({ today, heldTo }: Circumstances): Span {
  if (heldTo === undefined) return { first: START < today ? START : today, last: today };
  const held = firstDay(heldTo);
  const first = shift(held < today ? held : today, -OVERLAP);
  return { first: first > START ? first : START, last: today };
}

/** The span in even parts of `longest` days at most, so that no part is so short that it holds holidays only. */
export function windowsOf({ first, last }: Span, longest: number): readonly Span[] {
  const days = Math.max(1, dayNumber(last) - dayNumber(first) + 1);
  const count = Math.ceil(days / longest);
  const startOf = (i: number): Day => shift(first, Math.round((i * days) / count));
  return Array.from({ length: count }, (_, i) => ({ first: startOf(i), last: shift(startOf(i + 1), -1) }));
}

/**
 * Refuses fixings that lie in the future, and a window with so few days that it must have been sampled: the Bank fixes
 * rates on all weekdays but a handful, and even a fortnight at Christmas has more than half of them.
 */
export function checkWindow(fixings: readonly Fixing[], window: Span, today: Day, refuse: Refuse): void {
  const future = fixings.find(({ day }) => day > today);
  if (future) throw refuse(`it states a rate for ${future.day}, which is yet to come`);
  const days = new Set(
    fixings.filter(({ day, rate }) => rate !== null && day >= window.first).map(({ day }) => day),
  );
  const weekdays = weekdaysOf(window);
  if (2 * days.size < weekdays)
    throw refuse(
      `it has ${days.size} days where ${weekdays} weekdays were asked for (${window.first} to ${window.last}); a sample is not taken for the whole`,
    );
}

function weekdaysOf({ first, last }: Span): number {
  let count = 0;
  for (let day = first; day <= last; day = shift(day, 1)) if (!isWeekend(day)) count++;
  return count;
}
