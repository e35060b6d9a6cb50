import { findEntry } from "../catalog/catalog";
import { routesOf, statisticOf, type ProviderId } from "../catalog/routes";
import {
  comparePeriods,
  dayOfInstant,
  enclosing,
  frequencyOf,
  type Day,
  type Period,
} from "../domain/period";
import { asProblem, Problem } from "../domain/problem";
import type { Instant } from "../sources/common/calendar";
import type { Batch, Circumstances, Reading, Source } from "../sources/common/source";
import { converse } from "./converse";
import type { Changes, VintageStore } from "./vintages/store";
import type { Wire } from "./wire";

/** One whole conversation takes no longer, whatever a provider does. */
const LONGEST_MS = 5 * 60_000;

export interface ConversationOptions {
  readonly wire: Wire;
  readonly store: VintageStore;
  readonly now: () => Instant;
  readonly keyOf: (provider: ProviderId) => string | undefined;
  readonly longestMs?: number;
}

/**
 * Asks a provider for a batch, for what is new or for figures from `since` on, and records what it states; rejects with a
 * Problem where it states nothing usable.
 */
export async function readBatch(
  source: Source,
  batch: Batch,
  options: ConversationOptions,
  since?: Day,
): Promise<{ readonly series: number; readonly changes: Changes }> {
  const { wire, store, now, keyOf } = options;
  const heldTo = since ? periodOf(batch, since) : await heldToOf(source, batch, store);
  const key = keyOf(source.id);
  const circumstances: Circumstances = {
    today: dayOfInstant(now()),
    ...(heldTo !== undefined && { heldTo }),
    ...(key !== undefined && { key }),
  };
  const talk = converse(batch.ask(circumstances), (ask) => wire(source, ask));
  const readings = await withinTime(talk, options.longestMs ?? LONGEST_MS, source.id);
  const usable = readings.filter((reading) => isExpected(reading, source, batch));
  if (usable.length === 0)
    throw new Problem(
      "no-data",
      `${source.id} states none of the series of ${batch.id} any more; report it.`,
    );
  return { series: new Set(usable.map(({ id }) => id)).size, changes: await recordAll(usable, store, now()) };
}

/** Records readings one by one; what could be recorded stays, and the first failure is thrown at the end. */
async function recordAll(readings: readonly Reading[], store: VintageStore, at: Instant): Promise<Changes> {
  let added = 0;
  let changed = 0;
  let failure: Problem | undefined;
  for (const reading of readings) {
    try {
      const changes = await store.record(reading, at);
      added += changes.added;
      changed += changes.changed;
    } catch (thrown) {
      failure ??= asProblem(thrown);
    }
  }
  if (failure) throw failure;
  return { added, changed };
}

/** A provider answers for the series of the batch, with figures of the source that the catalogue's route names. */
function isExpected({ id, source: compiler, observations }: Reading, source: Source, batch: Batch): boolean {
  const entry = findEntry(id);
  if (!entry || !batch.series.includes(id) || observations.length === 0) return false;
  return routesOf(entry).some((route) => route.provider === source.id && route.source === compiler);
}

/** The native period of a batch in which a day falls. */
function periodOf({ series: [first] }: Batch, day: Day): Period {
  return enclosing(day, (first && findEntry(first)?.frequency) ?? "D");
}

/** The last native period that all series of a batch are held to; undefined while one was never read. */
async function heldToOf(source: Source, batch: Batch, store: VintageStore): Promise<Period | undefined> {
  let earliest: Period | undefined;
  for (const id of batch.series) {
    const entry = findEntry(id);
    const route = entry && routesOf(entry).find(({ provider }) => provider === source.id);
    const held = route && (await store.read(id, statisticOf(route.source)));
    if (held?.recorded === undefined) return undefined;
    const last = held.document.observations.findLast(([p]) => frequencyOf(p) === entry?.frequency)?.[0];
    if (last === undefined) return undefined;
    if (earliest === undefined || comparePeriods(last, earliest) < 0) earliest = last;
  }
  return earliest;
}

async function withinTime<T>(work: Promise<T>, ms: number, provider: ProviderId): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new Problem("unreachable", `${provider} did not finish within ${ms / 1000} s; try again later.`),
      );
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
