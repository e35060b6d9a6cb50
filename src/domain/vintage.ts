import { comparePeriods, frequencyOf, lastDay, type Day, type Frequency, type Period } from "./period";
import type { Series, Status } from "./series";

/** One figure with the day when it became known. */
export interface Figure {
  readonly period: Period;
  readonly value: number | null;
  readonly knownOn: Day;
  readonly status?: Status;
  /** In a composed series: a total published as such, not the sum of the parts. */
  readonly total?: true;
}

/** What a series says as of a day (or now): the winning vintage of every period. */
export interface View {
  readonly series: Series;
  readonly asOf: Day | undefined;
  readonly figures: ReadonlyMap<Period, Figure>;
  /** Periods held, by frequency, ascending. */
  readonly periods: ReadonlyMap<Frequency, readonly Period[]>;
}

/** The day when a figure counts as known if its series does not say: a rate on its own day, the rest with the document. */
function defaultKnownOn(series: Series, period: Period): Day {
  return series.measure === "rate" ? lastDay(period) : (series.published ?? series.retrieved);
}

const figure = (period: Period, value: number | null, knownOn: Day, status: Status | undefined): Figure =>
  status === undefined ? { period, value, knownOn } : { period, value, knownOn, status };

const revisionIndexes = new WeakMap<Series, ReadonlyMap<Period, readonly Figure[]>>();

function revisionsByPeriod(series: Series): ReadonlyMap<Period, readonly Figure[]> {
  const known = revisionIndexes.get(series);
  if (known) return known;
  const index = new Map<Period, Figure[]>();
  for (const [period, value, knownOn, status] of series.revisions ?? []) {
    const list = index.get(period) ?? [];
    list.push(figure(period, value, knownOn, status));
    index.set(period, list);
  }
  revisionIndexes.set(series, index);
  return index;
}

/** Every vintage held of one period, oldest first. */
export function vintagesOf(series: Series, period: Period): readonly Figure[] {
  const held = [...(revisionsByPeriod(series).get(period) ?? [])];
  const current = series.observations.find(([p]) => p === period);
  if (current) {
    const [, value, status] = current;
    const newest = winner(held.filter((f) => isApprox(f) === (status === "approx")));
    if (newest?.value !== value || newest.status !== status)
      held.push(figure(period, value, defaultKnownOn(series, period), status));
  }
  return held.sort((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0));
}

/** How many digits of a published figure carry meaning; trailing zeros of a whole number do not. */
export function significantDigits(value: number): number {
  const digits = value.toExponential().replace(/e.*$/, "").replace(/[-.]/g, "").replace(/0+$/, "");
  return Math.max(1, digits.length);
}

/** Whether the second figure replaces the first: exact before approximate, then newer, then (one vintage) more precise. */
export function supersedes(held: Figure, candidate: Figure): boolean {
  if (isApprox(held) !== isApprox(candidate)) return isApprox(held);
  if (held.knownOn !== candidate.knownOn) return candidate.knownOn > held.knownOn;
  return precision(candidate) > precision(held);
}

const isApprox = (f: Figure): boolean => f.status === "approx";
const precision = ({ value }: Figure): number => (value === null ? 0 : significantDigits(value));

function winner(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>(
    (best, f) => (!best || supersedes(best, f) ? f : best),
    undefined,
  );
}

const viewCache = new WeakMap<Series, Map<string, View>>();

/** A series as of a day; without a day, its newest vintages. */
export function viewOf(series: Series, asOf?: Day): View {
  let views = viewCache.get(series);
  if (!views) {
    views = new Map<string, View>();
    viewCache.set(series, views);
  }
  const key = asOf ?? "";
  const known = views.get(key);
  if (known) return known;
  const view = makeView(series, asOf, figuresAsOf(series, asOf));
  views.set(key, view);
  return view;
}

/** A view over given figures; for series that are composed of others. */
export function makeView(series: Series, asOf: Day | undefined, figures: ReadonlyMap<Period, Figure>): View {
  const periods = new Map<Frequency, Period[]>();
  for (const p of figures.keys()) {
    const freq = frequencyOf(p);
    const list = periods.get(freq);
    if (list) list.push(p);
    else periods.set(freq, [p]);
  }
  for (const list of periods.values()) list.sort(comparePeriods);
  return { series, asOf, figures, periods };
}

function figuresAsOf(series: Series, asOf: Day | undefined): ReadonlyMap<Period, Figure> {
  const revisions = revisionsByPeriod(series);
  const figures = new Map<Period, Figure>();
  const consider = (period: Period): void => {
    const known = vintagesOf(series, period).filter((f) => asOf === undefined || f.knownOn <= asOf);
    const best = winner(known);
    if (best) figures.set(period, best);
  };
  for (const [period, value, status] of series.observations) {
    if (revisions.has(period)) {
      consider(period);
      continue;
    }
    const knownOn = defaultKnownOn(series, period);
    if (asOf === undefined || knownOn <= asOf) figures.set(period, figure(period, value, knownOn, status));
  }
  for (const period of revisions.keys()) if (!figures.has(period)) consider(period);
  return figures;
}

/** The first day on which any figure of a period was known; undefined where none is held at all. */
export function firstKnown(series: Series, period: Period): Day | undefined {
  return vintagesOf(series, period)[0]?.knownOn;
}

/** The latest period held of a frequency. */
export function latestOf(view: View, freq: Frequency): Period | undefined {
  return view.periods.get(freq)?.at(-1);
}
