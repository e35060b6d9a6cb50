import { comparePeriods, type Day, type Period } from "../../domain/period";
import type { Series } from "../../domain/series";
import { significantDigits, supersedes, vintagesOf, type Figure } from "../../domain/vintage";
import type { Instant } from "../../sources/common/calendar";

/**
 * One vintage of one period: its figure, the day when it became known, and when it was recorded (0: it came with a
 * document). What is known of a series is a set of these that only grows.
 */
export interface Fact extends Pick<Figure, "period" | "value" | "knownOn" | "status"> {
  readonly at: Instant;
}

/** A set of facts by period, oldest first. */
export type Facts = ReadonlyMap<Period, readonly Fact[]>;

/** The value and status of a period, without the day. */
export type Stated = Pick<Fact, "period" | "value" | "status">;

/** Every vintage that a document holds, the implied ones included. */
export function factsOf(document: Series): readonly Fact[] {
  const periods = new Set([
    ...document.observations.map(([period]) => period),
    ...(document.revisions ?? []).map(([period]) => period),
  ]);
  return [...periods].flatMap((period) =>
    vintagesOf(document, period).map(({ value, knownOn, status }) =>
      fact({ period, value, ...(status && { status }) }, knownOn, 0),
    ),
  );
}

export function fact({ period, value, status }: Stated, knownOn: Day, at: Instant): Fact {
  return { period, value, knownOn, at, ...(status && { status }) };
}

/** A set from facts in any order, repeated or not: of the same fact recorded several times, the last time counts. */
export function gather(facts: Iterable<Fact>): Facts {
  const byPeriod = new Map<Period, Map<string, Fact>>();
  for (const one of facts) {
    const own = byPeriod.get(one.period) ?? new Map<string, Fact>();
    const key = `${one.knownOn} ${one.value} ${one.status ?? ""}`;
    const known = own.get(key);
    if (!known || known.at < one.at) own.set(key, one);
    byPeriod.set(one.period, own);
  }
  return new Map(
    [...byPeriod]
      .sort(([a], [b]) => comparePeriods(a, b))
      .map(([period, own]) => [period, [...own.values()].sort(inOrder)]),
  );
}

/** By day, then by recording; what was recorded together stands in an order that depends on nothing else. */
function inOrder(a: Fact, b: Fact): number {
  if (a.knownOn !== b.knownOn) return a.knownOn < b.knownOn ? -1 : 1;
  if (a.at !== b.at) return a.at - b.at;
  const [textA, textB] = [`${a.value} ${a.status ?? ""}`, `${b.value} ${b.status ?? ""}`];
  return textA < textB ? -1 : 1;
}

export const isAbout = ({ status }: Stated): boolean => status === "approx";

export const isSame = (a: Stated, b: Stated): boolean => a.value === b.value && a.status === b.status;

/** Arithmetic noise trimmed to 12 significant digits, and no negative zero. */
export const trimmed = (value: number): number => Number(value.toPrecision(12)) + 0;

/** Whether the first is the second with fewer digits, or no figure at all: within one vintage it says nothing new. */
export function isCoarser(a: Stated, b: Stated): boolean {
  if (a.status !== b.status) return false;
  if (a.value === null || b.value === null) return a.value === null && b.value !== null;
  const digits = significantDigits(a.value);
  return digits < significantDigits(b.value) && Number(b.value.toPrecision(digits)) === a.value;
}

/** The fact that holds as of a day, among the "about" figures or among the others. */
export function heldAsOf(facts: readonly Fact[], day: Day, about: boolean): Fact | undefined {
  const known = facts.filter((f) => f.knownOn <= day && isAbout(f) === about);
  const newest = known.at(-1)?.knownOn;
  return prevailing(known.filter((f) => f.knownOn === newest));
}

/** Of several facts of one day, in order, the one recorded last: the latest word. Of those recorded together, the most precise. */
function prevailing(sameDay: readonly Fact[]): Fact | undefined {
  return sameDay.reduce<Fact | undefined>(
    (best, f) => (best?.at === f.at && !supersedes(best, f) ? best : f),
    undefined,
  );
}

/**
 * The facts of one period as a document can state them, which knows days only: on a day with several the one that counts
 * comes first, and those that would be taken for it, being more precise, are left out.
 */
export function asStated(facts: readonly Fact[]): readonly Fact[] {
  const days = [...new Set(facts.map((f) => f.knownOn))];
  return days.flatMap((day) =>
    [false, true].flatMap((about) => {
      const own = facts.filter((f) => f.knownOn === day && isAbout(f) === about);
      const best = prevailing(own);
      return best ? [best, ...own.filter((f) => f !== best && !supersedes(best, f))] : [];
    }),
  );
}
