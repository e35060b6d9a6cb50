import type { Series, SeriesId } from "../../domain/series";
import type { Log } from "../log";
import { folderPlace } from "./folder";
import { wordsOf, type Place } from "./place";
import { redisPlace } from "./redis";
import type { VintageStore } from "./store";
import { vintageStore } from "./vintage-store";

export interface OpenStoreOptions {
  /** The document that a series starts from: the embedded one. */
  readonly seeds: (id: SeriesId) => Promise<Series | undefined>;
  readonly log: Log;
  /** A series with more segments than this is merged into one (16). */
  readonly mostSegments?: number;
}

/**
 * The store in a folder, or in a Redis (`redis://host:port`, `rediss://…`). It opens whatever the state of the place:
 * while that does not work, reads answer from memory or the seed, and recording is a Problem ("unreachable").
 */
export async function openStore(where: string, options: OpenStoreOptions): Promise<VintageStore> {
  return vintageStore({ ...options, place: await placeOf(where, options.log) });
}

async function placeOf(where: string, log: Log): Promise<Place> {
  const onLeaseFailure = (task: string, thrown: unknown): void => {
    log.warn("lease does not work; the work is done all the same", { task, why: wordsOf(thrown) });
  };
  return /^rediss?:\/\//i.test(where)
    ? redisPlace(where, onLeaseFailure)
    : folderPlace(where, onLeaseFailure);
}
