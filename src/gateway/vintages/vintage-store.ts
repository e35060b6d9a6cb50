import { findEntry } from "../../catalog/catalog";
import type { Entry } from "../../catalog/entry";
import { statisticOf } from "../../catalog/routes";
import type { SourceId } from "../../catalog/sources";
import { dayOfInstant } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import type { Log } from "../log";
import { documentOf, readAgain } from "./document";
import { historyOf } from "./history";
import { holdings, type Holding } from "./holdings";
import { notes } from "./notes";
import { wordsOf, type Place } from "./place";
import { outcomeOf } from "./reading";
import { merged, type Label } from "./segment";
import type { Held, VintageStore } from "./store";

/** A series with more segments than this is merged into one. */
const MOST_SEGMENTS = 16;

export interface VintageStoreOptions {
  readonly place: Place;
  /** The document that a series starts from: the embedded one. */
  readonly seeds: (id: SeriesId) => Promise<Series | undefined>;
  readonly log: Log;
  readonly mostSegments?: number;
}

/** What was worked out of a holding, as long as neither it nor the seed changes. */
interface Made {
  readonly recordings: Holding["recordings"];
  readonly seed: Series | undefined;
  readonly document: Series;
}

/** A store of vintages in a place; see `VintageStore` and docs/vintage-store.md. */
export function vintageStore(options: VintageStoreOptions): VintageStore {
  const { place, seeds, log, mostSegments = MOST_SEGMENTS } = options;
  const segments = holdings(place, log);
  const made = new Map<string, Made>();
  const queues = new Map<string, Promise<unknown>>();
  const patience = new Map<string, number>();
  let isAway = false;

  const seedOf = async ({ id, statistic }: Label): Promise<Series | undefined> => {
    const seed = await seeds(id);
    return seed && statisticOf(seed.source.id as SourceId) === statistic ? seed : undefined;
  };

  /** What is in the place, or while it is away what was seen there last; undefined where that is nothing. */
  const look = async (label: Label, hasSeed: boolean): Promise<Holding | undefined> => {
    try {
      const holding = await segments.look(label);
      if (isAway) log.info("store back");
      isAway = false;
      return holding;
    } catch (thrown) {
      if (!isAway) log.warn("store away; memory and embedded figures answer", { why: wordsOf(thrown) });
      isAway = true;
      const seen = segments.seen(label);
      if (!seen && !hasSeed) throw thrown;
      return seen;
    }
  };

  const read = async (label: Label): Promise<Held | undefined> => {
    const entry = findEntry(label.id);
    const seed = await seedOf(label);
    const holding = await look(label, seed !== undefined);
    if (!entry || !holding || holding.recordings.length === 0)
      return seed && { document: seed, recorded: undefined };
    const key = nameOf(label);
    const before = made.get(key);
    const known =
      before?.recordings === holding.recordings && before.seed === seed
        ? before.document
        : documentOf(historyOf(entry, seed, holding.recordings, holding.checked));
    if (!known) return undefined;
    const recorded = lastRecorded(holding);
    const document = readAgain(known, dayOfInstant(recorded));
    made.set(key, { recordings: holding.recordings, seed, document });
    return { document, recorded: holding.isDamaged ? undefined : recorded };
  };

  /** One after the other for each series; what one leaves undone is no concern of the next. */
  const queued = async <T>(label: Label, work: () => Promise<T>): Promise<T> => {
    const key = nameOf(label);
    const mine = (queues.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
    queues.set(key, mine);
    try {
      return await mine;
    } finally {
      if (queues.get(key) === mine) queues.delete(key);
    }
  };

  /** Many segments become one: first it is written, then those are removed that are in it. */
  const compact = async (label: Label): Promise<void> => {
    const key = nameOf(label);
    try {
      const holding = await segments.look(label);
      const { names, recordings } = holding;
      if (names.length <= (patience.get(key) ?? mostSegments)) return;
      // Where it fails every time, it must not be tried with every recording, adding more and more.
      patience.set(key, 2 * names.length);
      await segments.add(label, merged(recordings), lastRecorded(holding));
      await segments.remove(label, names);
      patience.delete(key);
    } catch (thrown) {
      log.warn("segments not merged", { ...label, why: wordsOf(thrown) });
    }
  };

  return {
    read: (id, statistic) => read({ id, statistic }),
    record: async (reading, at) => {
      const entry = entryOf(reading.id);
      const label = { id: entry.id, statistic: statisticOf(reading.source) };
      return queued(label, async () => {
        const [seed, holding] = [await seedOf(label), await segments.look(label)];
        const history = historyOf(entry, seed, holding.recordings, holding.checked);
        const { recording, changes, isNews } = outcomeOf(history, reading, at);
        if (isNews) await segments.add(label, [recording], at);
        if (!isNews || holding.isDamaged)
          await segments.setChecked(label, Math.max(at, holding.checked ?? 0));
        if (isNews) await compact(label);
        return changes;
      });
    },
    ...notes(place),
    alone: place.alone,
    close: async () => {
      await Promise.allSettled(queues.values());
      await place.storage.dispose();
    },
  };
}

const nameOf = ({ id, statistic }: Label): string => `${id} ${statistic}`;

function lastRecorded({ recordings, checked = 0 }: Holding): number {
  return recordings.reduce((at, r) => Math.max(at, r.recorded), checked);
}

function entryOf(id: SeriesId): Entry {
  const entry = findEntry(id);
  if (entry) return entry;
  throw new Problem("unknown-series", `"${id}" is not in the catalogue, so its figures cannot be kept.`);
}
