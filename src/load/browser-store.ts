import { createStore, del, get, keys, set } from "idb-keyval";
import { asProblem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { ask } from "./ask";
import { readSeries } from "./document";

/** A place that keeps values by key; any of these may fail. */
export interface Store {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly del: (key: string) => Promise<void>;
  readonly keys: () => Promise<readonly string[]>;
}

export interface BrowserStoreOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For how many milliseconds a stored document answers without asking. */
  readonly freshFor: number;
  /** Milliseconds after which a silent store is given up for good (3,000): some browsers leave a blocked one pending. */
  readonly patience?: number;
}

/** Raised when the stored shape changes; entries of other formats are dropped. */
const FORMAT = "series/1/";

interface Stored {
  readonly savedAt: number;
  readonly series: Series;
}

/**
 * Keeps documents over restarts. A fresh stored one answers at once; an older one answers, marked stale, where `load`
 * fails or has nothing better than an embedded or stale document that is not newer. A good document is replaced only by
 * another good one or by a newer stale one. A store that fails, in private mode or over its quota, is passed by and never
 * fails a load.
 */
export function browserStore(load: Load, options: BrowserStoreOptions): Load {
  const { store, now, freshFor, patience = 3000 } = options;
  const guarded = guard(patience);
  let swept = false;

  const read = async (id: SeriesId): Promise<Stored | undefined> => {
    const raw = await guarded(() => store.get(FORMAT + id));
    if (raw === undefined) return undefined;
    const stored = readStored(raw, id);
    if (!stored) void guarded(() => store.del(FORMAT + id));
    return stored;
  };

  const write = (series: Series, stored: Stored | undefined): void => {
    // What is embedded is at hand anyway; what came stale must be asked for again the next time.
    if (series.embedded || (series.stale && stored?.series.version === series.version)) return;
    void guarded(() =>
      store.set(FORMAT + series.id, { savedAt: series.stale ? 0 : now(), document: series }),
    );
  };

  const sweep = async (): Promise<void> => {
    const all = (await guarded(() => store.keys())) ?? [];
    const old = all.filter((key) => key.startsWith("series/") && !key.startsWith(FORMAT));
    await Promise.all(old.map((key) => guarded(() => store.del(key))));
  };

  return async (id) => {
    const stored = await read(id);
    if (!swept) {
      swept = true;
      void sweep();
    }
    const age = stored && now() - stored.savedAt;
    // A negative age is a clock that was set back: it proves nothing.
    if (stored && age !== undefined && age >= 0 && age < freshFor) return stored.series;
    try {
      const series = await ask(load, id);
      if (stored && isBehind(series, stored.series)) return markedStale(stored.series);
      write(series, stored);
      return series;
    } catch (thrown) {
      if (stored) return markedStale(stored.series);
      throw asProblem(thrown);
    }
  };
}

const markedStale = (series: Series): Series => Object.freeze({ ...series, stale: true });

/** Whether a document that only stands in for a fresh one says nothing newer than the one that is kept. */
function isBehind(got: Series, kept: Series): boolean {
  if ((!got.stale && !got.embedded) || got.version === kept.version) return false;
  return got.published !== undefined && kept.published !== undefined
    ? got.published <= kept.published
    : got.retrieved <= kept.retrieved;
}

function readStored(raw: unknown, id: SeriesId): Stored | undefined {
  const { savedAt, document } = (raw ?? {}) as { savedAt?: unknown; document?: unknown };
  if (typeof savedAt !== "number" || !Number.isFinite(savedAt)) return undefined;
  try {
    const series = readSeries(document, "the browser's store");
    return series.id === id ? { savedAt, series } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs store actions so that they neither fail nor hang: undefined instead, and at once after the first that hung. */
function guard(patience: number): <T>(action: () => Promise<T>) => Promise<T | undefined> {
  let hung = false;
  return async (action) => {
    if (hung) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        hung = true;
        resolve(undefined);
      }, patience);
    });
    try {
      return await Promise.race([action(), late]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The browser's own store, IndexedDB, under a name; each call fails where the browser has none or allows none. */
export function indexedDbStore(name: string): Store {
  const documents = createStore(name, "documents");
  return {
    get: async (key) => get<unknown>(key, documents),
    set: async (key, value) => set(key, value, documents),
    del: async (key) => del(key, documents),
    keys: async () => keys<string>(documents),
  };
}
