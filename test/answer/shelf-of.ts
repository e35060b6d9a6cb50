import type { Shelf } from "../../src/answer/shelf";
import { findEntry } from "../../src/catalog/catalog";
import type { Entry } from "../../src/catalog/entry";
import { period, type Day } from "../../src/domain/period";
import { noData } from "../../src/domain/problem";
import type { Series, SeriesId } from "../../src/domain/series";
import { readSeries } from "../../src/load/document";
import { loadFamily } from "../../src/snapshot/families";

/** The entry of an id that the catalogue has. */
export function entryNamed(id: string): Entry {
  const entry = findEntry(id);
  if (!entry) throw new Error(`${id} is not in the catalogue.`);
  return entry;
}

const read = new Map<string, Series>();

/** A document as it is embedded, with some fields changed. */
export async function embedded(id: string, over: Partial<Series> = {}): Promise<Series> {
  const raw = (await loadFamily(entryNamed(id).family))[id];
  const series = read.get(id) ?? readSeries(raw, "a test");
  read.set(id, series);
  return { ...series, embedded: true, ...over };
}

/** The same as a gateway would serve it on a day: neither embedded nor stale. */
export async function live(id: string, retrieved: string, over: Partial<Series> = {}): Promise<Series> {
  const { embedded: _, ...series } = await embedded(id);
  return { ...series, retrieved: period(retrieved), ...over };
}

/** A shelf with these documents and no others. */
export function shelfOf(
  documents: readonly Series[],
  { today = "2026-11-26", pin }: { readonly today?: string; readonly pin?: Day } = {},
): Shelf {
  const held = new Map<SeriesId, Series>(documents.map((one) => [one.id, one]));
  return {
    document: (id) => {
      const found = held.get(id);
      if (found) return found;
      throw noData(`${id} is not held.`);
    },
    pin,
    today: period(today),
    derived: new Map(),
  };
}
