import { resolve } from "node:path";
import { createStorage } from "unstorage";
import { folderDriver, moveItem } from "./folder-driver";
import { folderLeases } from "./folder-leases";
import { leased } from "./leases";
import type { Place } from "./place";

/** A sign of life four times before others would take a lease over. */
const RENEW_MS = 15_000;

/** A folder, which several processes may share. */
export function folderPlace(folder: string, onLeaseFailure: (task: string, thrown: unknown) => void): Place {
  const path = resolve(folder);
  return {
    words: `the folder ${path}`,
    storage: createStorage({ driver: folderDriver({ folder: path }) }),
    move: (from, to) => moveItem(path, from, to),
    isListingDear: false,
    alone: leased({ take: folderLeases(path), renewMs: RENEW_MS, onFailure: onLeaseFailure }),
  };
}
