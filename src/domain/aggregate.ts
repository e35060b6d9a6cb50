import { badInput } from "./problem";
import {
  comparePeriods,
  covers,
  enclosing,
  firstDay,
  frequencyOf,
  isFiner,
  lastDay,
  shift,
  split,
  splitsInto,
  type Day,
  type Frequency,
  type Period,
} from "./period";
import type { Measure, Series } from "./series";
import { releaseOf, type Figure, type View } from "./vintage";

/** How sub-periods make a period. */
export type Aggregation = "sum" | "avg" | "last";

/** A period's figure and what it was made of. */
export interface Aggregate {
  readonly period: Period;
  readonly value: number;
  readonly how: "published" | Aggregation;
  /** The figures used, in order; one if the period was published as such. */
  readonly figures: readonly Figure[];
  /** Sub-periods that the period has; more than the figures where it is partial. */
  readonly of: number;
  readonly frequency: Frequency;
}

/** Why a period has no figure. */
export type Shortfall =
  | { readonly why: "nothing"; readonly period: Period }
  | {
      readonly why: "incomplete";
      readonly period: Period;
      readonly have: number;
      readonly of: number;
      readonly frequency: Frequency;
    }
  | { readonly why: "approx"; readonly period: Period; readonly about: Aggregate }
  | { readonly why: "finer"; readonly period: Period }
  | { readonly why: "uneven"; readonly period: Period }
  | { readonly why: "ratio"; readonly period: Period };

export type Aggregated =
  | { readonly ok: true; readonly aggregate: Aggregate }
  | { readonly ok: false; readonly shortfall: Shortfall };

export interface AggregateOptions {
  readonly agg?: Aggregation | undefined;
  /** Take what there is of an unfinished period. */
  readonly partial?: boolean | undefined;
  /** Let "about" figures stand where nothing exact is held. */
  readonly approx?: boolean | undefined;
}

const DEFAULT_AGGREGATION = {
  flow: "sum",
  stock: "last",
  rate: "avg",
  index: "avg",
  ratio: "last",
} as const satisfies Record<Measure, Aggregation>;

const ALLOWED = {
  flow: ["sum"],
  stock: ["last"],
  rate: ["avg", "last"],
  index: ["avg", "last"],
  ratio: ["last"],
} as const satisfies Record<Measure, readonly Aggregation[]>;

/** The aggregation of a series; one that its measure forbids is a Problem. */
export function aggregationOf(series: Series, asked: Aggregation | undefined): Aggregation {
  const natural =
    series.measure === "flow" && series.annualised ? "avg" : DEFAULT_AGGREGATION[series.measure];
  if (asked === undefined || asked === natural) return natural;
  const allowed: readonly Aggregation[] = ALLOWED[series.measure];
  if (!series.annualised && allowed.includes(asked)) return asked;
  throw badInput(
    `${series.id} is a ${series.measure}${series.annualised ? " at an annual rate" : ""}: agg=${asked} does not apply; leave agg out (${natural}).`,
  );
}

const isExact = (f: Figure): boolean => f.value !== null && f.status !== "approx";
const isUsable = (f: Figure): boolean => f.value !== null;

/** A period's figure from what a view holds: published for that very period, or made of shorter ones by its measure. */
export function aggregate(view: View, period: Period, options: AggregateOptions = {}): Aggregated {
  const { series } = view;
  const how = aggregationOf(series, options.agg);
  const own = frequencyOf(period);
  const exact = candidates(view, period, how, isExact);
  const best = exact[0];
  if (best) return { ok: true, aggregate: best };
  const about = candidates(view, period, how, isUsable)[0];
  if (about) {
    if (options.approx) return { ok: true, aggregate: about };
    return short({ why: "approx", period, about });
  }
  if (series.measure === "ratio" && own !== series.frequency) return short({ why: "ratio", period });
  if (isFiner(own, series.frequency)) return short({ why: "finer", period });
  if (own !== series.frequency && !splitsInto(own, series.frequency)) return short({ why: "uneven", period });
  if (own === "FY" && series.frequency === "A") return short({ why: "uneven", period });
  return unfinished(view, period, how, options);
}

const short = (shortfall: Shortfall): Aggregated => ({ ok: false, shortfall });

/** Complete ways to make the period, best first: parts before totals published as such, newer before older. */
function candidates(
  view: View,
  period: Period,
  how: Aggregation,
  usable: (f: Figure) => boolean,
): readonly Aggregate[] {
  const own = frequencyOf(period);
  const found: Aggregate[] = [];
  const published = servesFor(view, own, how) ? view.figures.get(period) : undefined;
  if (published && usable(published))
    found.push({
      period,
      value: published.value ?? 0,
      how: "published",
      figures: [published],
      of: 1,
      frequency: own,
    });
  for (const freq of subFrequencies(view, own, how)) {
    const made = makeUp(view, period, freq, how, usable);
    if (made) found.push(made);
  }
  return found.sort(
    (a, b) =>
      Number(isTotal(a)) - Number(isTotal(b)) ||
      compareDays(newestStated(b), newestStated(a)) ||
      a.figures.length - b.figures.length,
  );
}

/** A figure for longer than the native period was made in the natural way; another aggregation cannot use it. */
function servesFor({ series }: View, freq: Frequency, how: Aggregation): boolean {
  return how === aggregationOf(series, undefined) || !isFiner(series.frequency, freq);
}

/** The frequencies held that can make up a period of another one, the native one first. */
function subFrequencies(view: View, own: Frequency, how: Aggregation): readonly Frequency[] {
  const { frequency, measure } = view.series;
  if (measure === "ratio") return [];
  return [...view.periods.keys()]
    .filter((freq) => isFiner(freq, own) && splitsInto(own, freq) && servesFor(view, freq, how))
    .sort((a, b) => Number(b === frequency) - Number(a === frequency));
}

const isTotal = (a: Aggregate): boolean => a.figures.some((f) => f.total);
const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest day on which a figure of the aggregate became known. */
export function newest(a: Aggregate): Day {
  return a.figures.reduce(
    (day, f) => (f.knownOn > day ? f.knownOn : day),
    a.figures[0]?.knownOn ?? firstDay(a.period),
  );
}

/** The newest day on which a figure of the aggregate became known, or was stated again by the newest release. */
function newestStated(a: Aggregate): Day {
  return a.figures.reduce(
    (day, { release }) => (release !== undefined && release > day ? release : day),
    newest(a),
  );
}

/**
 * The vintages that an aggregate is of: the release that states its figures, and the newest day of those that come from
 * elsewhere. One day or two, ascending.
 */
export function vintageDays(a: Aggregate): readonly Day[] {
  const carried = a.figures.filter((f) => f.release === undefined);
  const release = releaseOf(a.figures.filter((f) => f.release !== undefined));
  if (release === undefined) return [newest(a)];
  if (carried.length === 0) return [release];
  return [...new Set([newest({ ...a, figures: carried }), release])].sort();
}

function makeUp(
  view: View,
  period: Period,
  freq: Frequency,
  how: Aggregation,
  usable: (f: Figure) => boolean,
): Aggregate | undefined {
  if (how === "last") {
    const last = lastFigure(view, period, freq);
    return last && usable(last)
      ? { period, value: last.value ?? 0, how, figures: [last], of: 1, frequency: freq }
      : undefined;
  }
  const wanted = split(period, freq);
  const figures: Figure[] = [];
  for (const p of wanted) {
    const f = view.figures.get(p);
    if (!f || !usable(f)) return undefined;
    figures.push(f);
  }
  return { period, value: totalOf(figures, how), how, figures, of: wanted.length, frequency: freq };
}

/** A stock's last sub-period; a stock counted on irregular days takes its last count, by day or by month, within the period. */
function lastFigure(view: View, period: Period, freq: Frequency): Figure | undefined {
  const last = view.series.frequency === "D" ? lastCount(view, period) : split(period, freq).at(-1);
  return last === undefined ? undefined : view.figures.get(last);
}

function lastCount(view: View, period: Period): Period | undefined {
  const own = frequencyOf(period);
  return [...view.periods]
    .flatMap(([freq, list]) => (isFiner(freq, own) ? (list.findLast((p) => covers(period, p)) ?? []) : []))
    .sort(comparePeriods)
    .at(-1);
}

/** Figures put together: summed, or averaged. */
export function totalOf(figures: readonly Figure[], how: Aggregate["how"]): number {
  const sum = figures.reduce((s, f) => s + (f.value ?? 0), 0);
  return how === "avg" ? sum / figures.length : sum;
}

/** What there is of a period, in those sub-periods of which the largest share is held. */
function unfinished(view: View, period: Period, how: Aggregation, options: AggregateOptions): Aggregated {
  const usable = options.approx ? isUsable : isExact;
  const share = ({ figures, of }: Pick<Aggregate, "figures" | "of">): number => figures.length / of;
  const [most] = subFrequencies(view, frequencyOf(period), how)
    .map((frequency) => {
      const wanted = split(period, frequency);
      const figures = wanted.flatMap((p) => view.figures.get(p) ?? []).filter(usable);
      return { figures, of: wanted.length, frequency };
    })
    .sort((a, b) => share(b) - share(a));
  if (!most || most.figures.length === 0) return short({ why: "nothing", period });
  const { figures, of, frequency } = most;
  if (!options.partial) return short({ why: "incomplete", period, have: figures.length, of, frequency });
  const kept = how === "last" ? figures.slice(-1) : figures;
  return { ok: true, aggregate: { period, value: totalOf(kept, how), how, figures: kept, of, frequency } };
}

/** Whether an aggregate lacks sub-periods, or is the last one held of an unfinished period. */
export function isPartial(a: Aggregate): boolean {
  return a.figures.length < a.of;
}

/** The latest period of a frequency for which a view has a complete figure, looking back from the newest held. */
export function latestComplete(view: View, freq: Frequency, options: AggregateOptions): Period | undefined {
  const days = [...view.figures.keys()].map((p) => lastDay(p)).sort();
  const end = days.at(-1);
  const start = days[0];
  if (end === undefined || start === undefined) return undefined;
  const first = enclosing(start, freq);
  let p = enclosing(end, freq);
  while (p >= first) {
    if (aggregate(view, p, { ...options, partial: false }).ok) return p;
    p = shift(p, -1);
  }
  return undefined;
}
