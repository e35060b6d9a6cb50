import { RETRIEVED } from "./document";
import { comparePeriods, type Day, type Period } from "../../src/domain/period";
import type { Observation, Revision, Series, Status } from "../../src/domain/series";
import { supersedes, type Figure } from "../../src/domain/vintage";
import { groupBy } from "./group";

/** One figure as it was read, with the day when it became known and, where it was not the compiler's own table, where. */
export interface Reading extends Omit<Figure, "total"> {
  readonly citation?: string;
}

/** The parts of a document that its readings decide. */
export type Settled = Pick<Series, "observations"> & Partial<Pick<Series, "revisions" | "citations">>;

const sameFigure = (a: Reading, b: Reading): boolean =>
  a.value === b.value && a.knownOn === b.knownOn && a.status === b.status;

const byKnownOn = (a: Reading, b: Reading): number =>
  a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0;

/**
 * The newest vintage of every period, and all vintages of those periods that have several, or whose only one became
 * known on another day than the document's.
 */
export function settle(readings: readonly Reading[], published: Day): Settled {
  const observations: Observation[] = [];
  const revisions: Revision[] = [];
  const citations = new Map<string, readonly [Period, Day, string]>();
  const byPeriod = groupBy(readings, (r) => r.period);
  for (const period of [...byPeriod.keys()].sort(comparePeriods)) {
    const all = [...(byPeriod.get(period) ?? [])].sort(byKnownOn);
    const distinct = all.filter((r, i) => all.findIndex((other) => sameFigure(other, r)) === i);
    const best = distinct.reduce((held, r) => (supersedes(held, r) ? r : held));
    observations.push(best.status ? [period, best.value, best.status] : [period, best.value]);
    if (distinct.length > 1 || best.knownOn !== published)
      for (const { value, knownOn, status } of distinct)
        revisions.push(status ? [period, value, knownOn, status] : [period, value, knownOn]);
    for (const { knownOn, citation } of all)
      if (citation !== undefined)
        citations.set([period, knownOn, citation].join(), [period, knownOn, citation]);
  }
  return {
    observations,
    ...(revisions.length > 0 ? { revisions } : {}),
    ...(citations.size > 0 ? { citations: [...citations.values()] } : {}),
  };
}

/** A reading, without a status key where there is none. */
export function reading(
  period: Period,
  value: number | null,
  knownOn: Day,
  status?: Status,
  citation?: string,
): Reading {
  return {
    period,
    value,
    knownOn,
    ...(status === undefined ? {} : { status }),
    ...(citation === undefined ? {} : { citation }),
  };
}

/** The newest release day; figures without one count as known on the day when they were read, which is no release. */
export function newestDay(readings: readonly Reading[]): Day {
  const days = readings.map((r) => r.knownOn).sort();
  const newest = days.filter((day) => day !== RETRIEVED).at(-1) ?? days.at(-1);
  if (newest === undefined) throw new Error("no readings");
  return newest;
}

/** The day that most readings share; of equally frequent ones the latest. */
export function commonestDay(readings: readonly Reading[]): Day {
  const counts = groupBy(readings, (r) => r.knownOn);
  const days = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? 1 : -1));
  const commonest = days[0]?.[0];
  if (commonest === undefined) throw new Error("no readings");
  return commonest;
}
