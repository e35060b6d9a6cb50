import type { SourceId } from "../../catalog/sources";
import { dayOfInstant, frequencyOf, type Day, type Frequency, type Period } from "../../domain/period";
import type { RateMonth, Revision } from "../../domain/series";
import type { Instant } from "../../sources/common/calendar";

/** First and last period of one frequency that a release states. */
export type Span = readonly [first: Period, last: Period];

/** What one reading added, and which release it read: the unit in which the store grows. */
export interface Recording {
  readonly recorded: Instant;
  readonly source: SourceId;
  /** The day of release that the reading stated. */
  readonly published?: Day;
  /** What the release states, one span for each frequency. */
  readonly spans: readonly Span[];
  readonly note?: string;
  readonly rows: readonly Revision[];
  readonly months?: readonly RateMonth[];
}

/** All that was recorded of one release, which several readings may have read in part. */
export interface Release {
  /** The day of release, or where none is stated the day of the recording. */
  readonly day: Day;
  readonly isDated: boolean;
  readonly recorded: Instant;
  readonly source: SourceId;
  readonly spans: readonly Span[];
  readonly note?: string;
}

/** The release that a reading, or a recording of one, is of. */
export function releaseOf(
  read: Pick<Recording, "source" | "published" | "spans" | "note">,
  recorded: Instant,
): Release {
  const { source, published, spans, note } = read;
  return {
    day: published ?? dayOfInstant(recorded),
    isDated: published !== undefined,
    recorded,
    source,
    spans,
    ...(note !== undefined && { note }),
  };
}

/** The releases behind some recordings, ascending by day, one for each day: whatever the order of the recordings. */
export function releasesOf(recordings: readonly Recording[]): readonly Release[] {
  const byDay = new Map<Day, Release>();
  for (const recording of recordings) {
    const release = releaseOf(recording, recording.recorded);
    const known = byDay.get(release.day);
    byDay.set(release.day, known ? together(known, release) : release);
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Two readings of one release: what either states, in the words of the later one. */
function together(a: Release, b: Release): Release {
  const isLater = a.recorded === b.recorded ? (a.note ?? "") < (b.note ?? "") : a.recorded < b.recorded;
  const [earlier, later] = isLater ? [a, b] : [b, a];
  return {
    ...later,
    isDated: a.isDated || b.isDated,
    spans: spansOf([...earlier.spans, ...later.spans].flat()),
  };
}

/** The spans that some periods fill. */
export function spansOf(periods: readonly Period[]): readonly Span[] {
  const byFrequency = new Map<Frequency, Span>();
  for (const period of periods) {
    const freq = frequencyOf(period);
    const [first, last] = byFrequency.get(freq) ?? [period, period];
    // Within one frequency the order of the text is the order in time.
    byFrequency.set(freq, [period < first ? period : first, period > last ? period : last]);
  }
  return [...byFrequency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
}

/** The span of one frequency, if the release states any. */
export function spanOf({ spans }: Pick<Release, "spans">, freq: Frequency): Span | undefined {
  return spans.find(([first]) => frequencyOf(first) === freq);
}

/** Whether a release states a period, or would if it had a figure. */
export function states(release: Pick<Release, "spans">, period: Period): boolean {
  const span = spanOf(release, frequencyOf(period));
  return span !== undefined && span[0] <= period && period <= span[1];
}
