import { findEntry } from "../../../src/catalog/catalog";
import type { Entry } from "../../../src/catalog/entry";
import { SOURCES } from "../../../src/catalog/sources";
import { dayNumber, period } from "../../../src/domain/period";
import type { Observation, Revision, Series } from "../../../src/domain/series";
import { readSeries } from "../../../src/load/document";
import { documentOf } from "../../../src/gateway/vintages/document";
import { historyOf, type History } from "../../../src/gateway/vintages/history";
import { outcomeOf, type Outcome } from "../../../src/gateway/vintages/reading";
import type { Recording } from "../../../src/gateway/vintages/recording";
import type { Instant } from "../../../src/sources/common/calendar";
import type { Reading } from "../../../src/sources/common/source";

const entryOf = (id: string): Entry => {
  const entry = findEntry(id);
  if (!entry) throw new Error(`${id} is not in the catalogue`);
  return entry;
};

/** A monthly flow of the Bank of Japan, and a daily rate of the ECB. */
export const FLOW = entryOf("JP.COMPUTER.NET");
export const RATE = entryOf("FX.EURUSD.ECB");

/** Noon of a day, or so many minutes after. */
export const noon = (day: string, minutes = 0): Instant =>
  dayNumber(period(day)) * 86_400_000 + 43_200_000 + minutes * 60_000;

type Row = readonly [period: string, value: number | null, status?: Observation[2]];

const observation = ([p, value, status]: Row): Observation =>
  status ? [period(p), value, status] : [period(p), value];

/** What a provider states; released on a day if one is given. */
export function aReading(
  rows: readonly Row[],
  published?: string,
  over: Partial<Reading> = {},
  entry = FLOW,
): Reading {
  return {
    id: entry.id,
    source: entry.source,
    ...(published !== undefined && { published: period(published) }),
    observations: rows.map(observation),
    ...over,
  };
}

/** An embedded document as the store starts from it. */
export function aSeed(
  rows: readonly Row[],
  published: string,
  revisions: readonly (readonly [string, number | null, string, Revision[3]?])[] = [],
  entry = FLOW,
  over: Record<string, unknown> = {},
): Series {
  const { id, title, measure, unit, frequency, adjusted, source } = entry;
  return readSeries(
    {
      ...{ id, title, measure, unit, frequency, adjusted, source: SOURCES[source] },
      version: "seed",
      retrieved: "2026-11-23",
      published,
      embedded: true,
      note: "Figures from a file of old.",
      observations: rows,
      ...(revisions.length > 0 && { revisions }),
      ...over,
    },
    "a test",
  );
}

/** What a store would hold after some recordings, without any storage. */
export interface Held {
  readonly history: History;
  readonly recordings: readonly Recording[];
  readonly outcomes: readonly Outcome[];
  readonly document: Series;
}

/** Records one reading after the other, each at its instant. */
export function recorded(
  readings: readonly (readonly [Reading, Instant])[],
  seed?: Series,
  entry = FLOW,
): Held {
  const recordings: Recording[] = [];
  const outcomes: Outcome[] = [];
  let checked: Instant | undefined;
  for (const [reading, at] of readings) {
    const outcome = outcomeOf(historyOf(entry, seed, recordings, checked), reading, at);
    outcomes.push(outcome);
    if (outcome.isNews) recordings.push(outcome.recording);
    else checked = at;
  }
  const history = historyOf(entry, seed, recordings, checked);
  const document = documentOf(history);
  if (!document) throw new Error("nothing is held");
  return { history, recordings, outcomes, document };
}
