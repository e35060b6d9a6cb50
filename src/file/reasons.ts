import { comparePeriods, type Period } from "../domain/period";
import type { Observation, RateMonth, Series, SeriesId } from "../domain/series";

/**
 * Why a cell would change: a period was added, a figure revised, an exchange rate behind the cell is another, or the
 * series counts something else now. `earlier`: what the cell shows was worked out with other figures than those in use.
 */
export type Reason = "period" | "revision" | "rate" | "definition" | "earlier";

/** A series that changes a cell, and why. */
export interface Cause {
  readonly id: SeriesId;
  readonly reasons: readonly Reason[];
  /** Not by itself, only together with the others. */
  readonly together: boolean;
}

/** What a cell comes to in the worlds between the figures in use and the staged ones. */
export interface Outcomes {
  /** Whether the cell would show the same as with the figures in use if just this series were taken. */
  readonly isUnchangedBy: (id: SeriesId) => boolean;
  /** The same if only its new periods were taken, and no revised figure. */
  readonly isUnchangedByPeriods: (id: SeriesId) => boolean;
  /** Whether the new periods alone make the whole difference that the series makes. */
  readonly isOnlyPeriods: (id: SeriesId) => boolean;
}

/** The causes among newer documents that a cell reads. */
export function causesOf(
  documents: readonly { readonly before: Series; readonly after: Series }[],
  used: ReadonlySet<SeriesId>,
  isRate: (id: SeriesId) => boolean,
  outcomes: Outcomes,
): readonly Cause[] {
  const read = documents.filter(({ after }) => used.has(after.id));
  const alone = read.filter(({ after }) => !outcomes.isUnchangedBy(after.id));
  const together = alone.length === 0;
  // A figure that is itself a rate has new periods and revisions like any other.
  const converts = [...used].some((id) => !isRate(id));
  return (together ? read : alone).map(({ before, after }) => ({
    id: after.id,
    together: together && read.length > 1,
    reasons: isRedefined(before, after)
      ? ["definition"]
      : converts && isRate(after.id)
        ? ["rate"]
        : together
          ? changesOf(before, after)
          : split(after.id, outcomes),
  }));
}

function split(id: SeriesId, outcomes: Outcomes): readonly Reason[] {
  if (outcomes.isUnchangedByPeriods(id)) return ["revision"];
  return outcomes.isOnlyPeriods(id) ? ["period"] : ["period", "revision"];
}

/** What differs between two documents, where it cannot be told by one cell. */
function changesOf(before: Series, after: Series): readonly Reason[] {
  const held = figuresOf(before);
  const added = after.observations.some(([period, value]) => value !== null && !held.has(period));
  const revised = after.observations.some(([period, value]) => {
    const old = held.get(period);
    return old !== undefined && old !== value;
  });
  return [...(added ? (["period"] as const) : []), ...(revised || !added ? (["revision"] as const) : [])];
}

/** The units last, which are objects: this is asked for each cell. */
const isRedefined = (before: Series, after: Series): boolean =>
  before.measure !== after.measure ||
  (before.annualised === true) !== (after.annualised === true) ||
  before.adjusted !== after.adjusted ||
  before.frequency !== after.frequency ||
  (before.note ?? "") !== (after.note ?? "") ||
  JSON.stringify(before.unit) !== JSON.stringify(after.unit);

const figuresOf = ({ observations }: Series): ReadonlyMap<Period, number> =>
  new Map(observations.flatMap(([period, value]) => (value === null ? [] : [[period, value] as const])));

/** The newer document with every figure that was held before as it was: what new periods alone would do. */
export function withPeriodsOnly(before: Series, after: Series): Series {
  const merge = <Row extends Observation | RateMonth>(
    old: readonly Row[],
    next: readonly Row[],
  ): readonly Row[] => {
    const rows = new Map<Period, Row>(next.map((row) => [row[0], row]));
    for (const row of old) if (row[1] !== null) rows.set(row[0], row);
    return [...rows.values()].sort((a, b) => comparePeriods(a[0], b[0]));
  };
  const months = merge(before.months ?? [], after.months ?? []);
  return {
    ...after,
    observations: merge(before.observations, after.observations),
    ...(months.length > 0 && { months }),
  };
}
