import type { Entry } from "../../catalog/entry";
import { dayOfInstant, type Day, type Period } from "../../domain/period";
import type { RateMonth, Series } from "../../domain/series";
import type { Instant } from "../../sources/common/calendar";
import { fact, factsOf, gather, type Fact, type Facts } from "./facts";
import { releasesOf, spansOf, states, type Recording, type Release, type Span } from "./recording";

/** All that is known of one series from one statistic, seed and recordings together. */
export interface History {
  readonly entry: Entry;
  readonly seed: Series | undefined;
  readonly facts: Facts;
  /** What was recorded, ascending by day of release; the seed is none of them. */
  readonly releases: readonly Release[];
  /** Every day on which figures were stated, changed or not, and which; ascending. */
  readonly statements: readonly { readonly day: Day; readonly spans: readonly Span[] }[];
  readonly months: ReadonlyMap<Period, RateMonth>;
  /** When the provider was read last; undefined where the seed alone speaks. */
  readonly recorded: Instant | undefined;
}

/** What recordings in any order, repeated or not, make of a seed. `checked` is when the provider was read last without news. */
export function historyOf(
  entry: Entry,
  seed: Series | undefined,
  recordings: readonly Recording[],
  checked = 0,
): History {
  const releases = releasesOf(recordings);
  return {
    entry,
    seed,
    facts: gather([...(seed ? factsOf(seed) : []), ...recordings.flatMap(factsRecorded)]),
    releases,
    statements: statementsOf(entry, seed, releases, checked),
    months: monthsOf(seed, recordings),
    recorded:
      recordings.length > 0
        ? recordings.reduce((newest, r) => Math.max(newest, r.recorded), checked)
        : undefined,
  };
}

function factsRecorded({ rows, recorded }: Recording): readonly Fact[] {
  return rows.map(([period, value, knownOn, status]) =>
    fact({ period, value, ...(status && { status }) }, knownOn, recorded),
  );
}

function statementsOf(
  { measure }: Entry,
  seed: Series | undefined,
  releases: readonly Release[],
  checked: Instant,
): History["statements"] {
  const newest = releases.at(-1);
  // Where no day of release is stated, that nothing had changed when it was read again is news of that day.
  const again = newest && !newest.isDated ? [{ ...newest, day: dayOfInstant(checked) }] : [];
  // Facts of a seed say when they became known, but those of a rate, which count from their own days.
  const sown =
    measure === "rate" && seed?.published !== undefined
      ? [{ day: seed.published, spans: spansOf(seed.observations.map(([period]) => period)) }]
      : [];
  return [...sown, ...releases, ...again.filter(({ day }) => newest && day > newest.day)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  );
}

/** Months of a rate have no vintages: the newest release that states one counts, and the seed as one of its day. */
function monthsOf(
  seed: Series | undefined,
  recordings: readonly Recording[],
): ReadonlyMap<Period, RateMonth> {
  const stated = [
    { day: seed?.published ?? "", recorded: 0, months: seed?.months ?? [] },
    ...recordings.map(({ published, recorded, months = [] }) => ({
      day: published ?? dayOfInstant(recorded),
      recorded,
      months,
    })),
  ].sort((a, b) => (a.day === b.day ? a.recorded - b.recorded : a.day < b.day ? -1 : 1));
  const rows = stated.flatMap(({ months }) => months.map((row) => [row[0], row] as const));
  return new Map(rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The days on which a period was stated, ascending. */
export function daysStating({ statements }: History, period: Period): readonly Day[] {
  return statements.filter((statement) => states(statement, period)).map(({ day }) => day);
}

/** The newest release; undefined while the seed alone speaks, or one that is newer than all recordings. */
export function newestRelease({ releases, seed }: History): Release | undefined {
  const newest = releases.at(-1);
  return newest && seed?.published !== undefined && seed.published > newest.day ? undefined : newest;
}
