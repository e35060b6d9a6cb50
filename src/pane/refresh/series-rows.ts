import { freshnessOf, type Freshness } from "../../answer/provenance";
import { dayNumber, type Day, type Period } from "../../domain/period";
import type { Series, SeriesId, Text } from "../../domain/series";
import type { Figures } from "../../functions/bridge/runtime";

/** One series that the workbook uses. */
export interface SeriesRow {
  readonly id: SeriesId;
  readonly title: Text;
  readonly source: string;
  /** The last period with a figure. */
  readonly last: Period | undefined;
  /** When the figures were published, else when they were retrieved. */
  readonly day: Day;
  readonly isPublished: boolean;
  readonly ageDays: number;
  readonly state: Freshness;
  /** Enough of the version to tell two editions apart. */
  readonly version: string;
  /** Whether newer figures wait. */
  readonly newer: boolean;
}

const SHORT_VERSION = 8;

/** First what is newer elsewhere, then what did not come straight from its publisher. */
const STATE_ORDER = { stale: 1, embedded: 2, live: 3 } as const satisfies Record<Freshness, number>;
const rank = ({ newer, state }: SeriesRow): number => (newer ? 0 : STATE_ORDER[state]);

/** Every series of the edition, those first that ask for something, then by id. */
export function seriesRows(
  figures: Pick<Figures, "entries" | "peek" | "staged">,
  today: Day,
): readonly SeriesRow[] {
  const staged = figures.staged?.() ?? new Map<SeriesId, Series>();
  return figures
    .entries()
    .flatMap(({ id }) => figures.peek(id) ?? [])
    .map((series) => rowOf(series, staged.get(series.id), today))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rowOf(series: Series, staged: Series | undefined, today: Day): SeriesRow {
  const { id, title, source, published, retrieved, version, observations, months } = series;
  const day = published ?? retrieved;
  const last = observations.findLast(([, value]) => value !== null)?.[0] ?? months?.at(-1)?.[0];
  return {
    id,
    title,
    source: source.name,
    last,
    day,
    isPublished: published !== undefined,
    ageDays: Math.max(0, dayNumber(today) - dayNumber(day)),
    state: freshnessOf(series),
    version: version.slice(0, SHORT_VERSION),
    newer: staged !== undefined && staged.version !== version,
  };
}
