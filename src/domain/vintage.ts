import { frequencyOf, lastDay, type Day, type Frequency, type Period } from "./period";
import type { Observation, Series, Status } from "./series";

/** One figure with the day when it became known. */
export interface Figure {
  readonly period: Period;
  readonly value: number | null;
  readonly knownOn: Day;
  readonly status?: Status;
  /** The newest release that still states this figure, whenever it became known; only where the document says what its release states. */
  readonly release?: Day;
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

/**
 * The day when a figure counts as known if its series does not say: a rate on its own day, the rest with the document. So
 * does a rate of a day after the document was retrieved, which is a projection.
 */
function defaultKnownOn(series: Series, period: Period): Day {
  const day = series.measure === "rate" && lastDay(period);
  return day && day <= series.retrieved ? day : (series.published ?? series.retrieved);
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

const observationIndexes = new WeakMap<Series, ReadonlyMap<Period, Observation>>();

function observationsByPeriod(series: Series): ReadonlyMap<Period, Observation> {
  const known = observationIndexes.get(series);
  if (known) return known;
  const index = new Map(series.observations.map((observation) => [observation[0], observation]));
  observationIndexes.set(series, index);
  return index;
}

/** Every vintage held of one period, oldest first. */
export function vintagesOf(series: Series, period: Period): readonly Figure[] {
  const held = [...(revisionsByPeriod(series).get(period) ?? [])];
  const current = observationsByPeriod(series).get(period);
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

/** The figure that counts among several of one period; of two that neither replaces the other, the first. */
export function winner<Of extends Figure>(figures: readonly Of[]): Of | undefined {
  return figures.reduce<Of | undefined>((best, f) => (!best || supersedes(best, f) ? f : best), undefined);
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
  // Within one frequency the order of the text is the order in time, which is quicker to tell.
  for (const list of periods.values()) list.sort();
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
  return series.release && series.measure !== "rate"
    ? withRelease(series, series.release, asOf, figures)
    : figures;
}

/**
 * Marks the figures that the newest release states still. Each became known on a day of its own, but a release states
 * them together: a change between two of them mixes no vintages. As of a day before the release they count with the
 * newest of them, a figure that was superseded since with its own day. (A rate counts from its own day and has no release.)
 */
function withRelease(
  series: Series,
  [first, last]: NonNullable<Series["release"]>,
  asOf: Day | undefined,
  figures: ReadonlyMap<Period, Figure>,
): ReadonlyMap<Period, Figure> {
  const current = observationsByPeriod(series);
  const published = series.published ?? series.retrieved;
  const stated = [...figures.values()].filter(({ period, value, knownOn, status }) => {
    if (frequencyOf(period) !== series.frequency || period < first || period > last) return false;
    const [, stillValue, stillStatus] = current.get(period) ?? [];
    return value === stillValue && status === stillStatus && knownOn <= published;
  });
  const release =
    asOf === undefined || published <= asOf
      ? published
      : stated.reduce<Day | undefined>((day, f) => (!day || f.knownOn > day ? f.knownOn : day), undefined);
  if (release === undefined) return figures;
  const marked = new Map(figures);
  for (const f of stated) marked.set(f.period, { ...f, release });
  return marked;
}

/** The release that states all of these figures, the newest if parts have several; undefined where one is from elsewhere. */
export function releaseOf(figures: readonly Figure[]): Day | undefined {
  let newest: Day | undefined;
  for (const { release } of figures) {
    if (release === undefined) return undefined;
    if (newest === undefined || release > newest) newest = release;
  }
  return newest;
}

/** The first day on which any figure of a period was known; undefined where none is held at all. */
export function firstKnown(series: Series, period: Period): Day | undefined {
  return vintagesOf(series, period)[0]?.knownOn;
}

/** The latest period held of a frequency. */
export function latestOf(view: View, freq: Frequency): Period | undefined {
  return view.periods.get(freq)?.at(-1);
}
