import { findEntry } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import { routesOf, statisticOf, type Route } from "../catalog/routes";
import { asProblem, noData, Problem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { ask } from "../load/ask";
import type { Instant } from "../sources/common/calendar";
import type { Batch, Source } from "../sources/common/source";
import { asking, type AskingOptions } from "./asking";
import { dueAt, type BatchNote } from "./batch-notes";
import type { BatchReport, GatewayFigures } from "./figures";
import { providerStatus } from "./provider-status";
import type { Held } from "./vintages/store";

export interface KeepUpOptions extends AskingOptions {
  readonly sources: readonly Source[];
  /** The embedded documents: what is answered where no provider ever was reached. */
  readonly seeds: Load;
  /** Milliseconds that a load waits for a provider at most; less than what the add-in waits for the gateway. */
  readonly patienceMs?: number;
}

/** For how long what was found of a series answers without looking into the store again. */
const LOOK_AGAIN_MS = 2000;
/** After so long without an answer the next source of the catalogue takes over. */
const GIVEN_UP_MS = 30 * 24 * 60 * 60_000;
/** How often another process, which asks for the same batch, is looked after. */
const POLL_MS = 150;

interface Way {
  readonly route: Route;
  readonly source: Source;
  readonly batch: Batch;
}

/**
 * Keeps figures up with their providers. What is held answers at once, and is looked for again in the background when its
 * calendar says that something new may be out; only what was never read is waited for, no longer than `patienceMs`
 * (6,000). While a provider fails, its last good figures are served, marked stale.
 */
export function keepUp(options: KeepUpOptions): GatewayFigures {
  const { sources, store, seeds, log, now, patienceMs = 6000 } = options;
  const found = new Map<SeriesId, { readonly until: Instant; readonly series: Series }>();
  const marked = new WeakMap<Series, Series>();
  const providers = asking({
    ...options,
    onAsked: (batch, report) => {
      for (const id of batch.series) found.delete(id);
      options.onAsked?.(batch, report);
    },
  });

  const waysOf = (entry: Entry): readonly Way[] =>
    routesOf(entry).flatMap((route) => {
      const source = sources.find(({ id }) => id === route.provider);
      const batch = source?.batches.find(({ series }) => series.includes(entry.id));
      return source && batch ? [{ route, source, batch }] : [];
    });

  const heldBy = async ({ route }: Way, id: SeriesId): Promise<Held | undefined> => {
    try {
      return await store.read(id, statisticOf(route.source));
    } catch (thrown) {
      log.warn("store not read", { id, why: asProblem(thrown).message });
      return undefined;
    }
  };

  /** The same object for the same document, so that whoever keeps bytes by document finds them again. */
  const asStale = (series: Series): Series => {
    const stale = marked.get(series) ?? Object.freeze<Series>({ ...series, stale: true });
    marked.set(series, stale);
    return stale;
  };

  /** What a provider said before; undefined where it never answered, or has not for so long that the next may. */
  const recordedBy = async (way: Way, id: SeriesId, isLast: boolean): Promise<Series | undefined> => {
    const held = await heldBy(way, id);
    if (held?.recorded === undefined) return undefined;
    const note = await providers.noteOf(way.batch);
    if (dueAt(note, way.batch.calendar) <= now()) void providers.ask(way.source, way.batch, false);
    if (!note?.failing) return held.document;
    return !isLast && now() - note.failing.since > GIVEN_UP_MS ? undefined : asStale(held.document);
  };

  /** Until a batch was asked for, here or by another process that shares the store, or until the deadline. */
  const untilAsked = async ({ source, batch }: Way, deadline: Instant): Promise<void> => {
    const since = now();
    const report = await Promise.race([providers.ask(source, batch, false), pause(deadline - since)]);
    if (report?.outcome !== "elsewhere") return;
    while (now() < deadline && ((await providers.noteOf(batch))?.tried ?? 0) < since) await pause(POLL_MS);
  };

  /** What was never read is asked for, source by source, as long as patience lasts. */
  const firstRead = async (ways: readonly Way[], id: SeriesId): Promise<Series | undefined> => {
    const deadline = now() + patienceMs;
    for (const way of ways) {
      if (now() > deadline) break;
      await untilAsked(way, deadline);
      const held = await heldBy(way, id);
      if (held?.recorded !== undefined && !(await providers.noteOf(way.batch))?.failing) return held.document;
    }
    return undefined;
  };

  const look = async (id: SeriesId): Promise<Series> => {
    const entry = findEntry(id);
    if (!entry) throw new Problem("unknown-series", `"${id}" is not in the catalogue of this gateway.`);
    if (entry.virtual) throw noData(`${id} is worked out from other series; ask for those.`);
    const ways = waysOf(entry);
    for (const way of ways) {
      const series = await recordedBy(way, id, way === ways.at(-1));
      if (series) return series;
    }
    const open = ways.filter(({ source }) => !providers.isOff(source));
    const read = await firstRead(open, id);
    if (read) return read;
    // A source that was given up is better than nothing, as long as it says so.
    for (const way of ways) {
      const held = await heldBy(way, id);
      if (held) return held.recorded === undefined ? held.document : asStale(held.document);
    }
    return fromSeeds(id, await Promise.all(open.map((way) => providers.noteOf(way.batch))));
  };

  const fromSeeds = async (id: SeriesId, notes: readonly (BatchNote | undefined)[]): Promise<Series> => {
    try {
      return await ask(seeds, id);
    } catch (thrown) {
      const failing = notes.find((note) => note?.failing)?.failing;
      if (!failing) throw thrown;
      throw new Problem("unreachable", `${id} could not be had: ${failing.why}`, { cause: thrown });
    }
  };

  return {
    load: async (id) => {
      const known = found.get(id);
      if (known && known.until > now()) return known.series;
      const series = await ask(look, id);
      found.set(id, { until: now() + LOOK_AGAIN_MS, series });
      return series;
    },
    refresh: async ({ only, all = false, since, each } = {}) => {
      const reports: BatchReport[] = [];
      // Providers side by side; the batches of one after the other, which is politer and no slower.
      await Promise.all(
        sources
          .filter(({ id }) => only?.includes(id) ?? true)
          .map(async (source) => {
            for (const batch of source.batches) {
              const report = await providers.ask(source, batch, all, since);
              reports.push(report);
              each?.(report);
            }
          }),
      );
      return reports;
    },
    status: () =>
      Promise.all(
        sources.map(async (source) =>
          providerStatus(
            source,
            await Promise.all(source.batches.map(providers.noteOf)),
            providers.isOff(source),
          ),
        ),
      ),
    idle: providers.idle,
  };
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(
      () => {
        resolve(undefined);
      },
      Math.max(0, ms),
    ).unref();
  });
}
