import { period } from "../../src/domain/period";
import type { Problem } from "../../src/domain/problem";
import type { Ask, Batch, Reading, Reply } from "../../src/sources/common/source";
import { source } from "../../src/sources/worldbank";
import { converse, recording, thrownBy } from "./converse";

export const TODAY = period("2026-07-20");

function batch(id: string): Batch {
  const found = source.batches.find((one) => one.id === id);
  if (!found) throw new Error(`no batch ${id}`);
  return found;
}

/** What a batch of the World Bank's ends in, and what it asked for. */
export function talk(
  id: string,
  answer: (ask: Ask) => Reply | Problem,
): { readings: readonly Reading[]; asks: readonly Ask[] } {
  const asks: Ask[] = [];
  const readings = converse(batch(id).ask({ today: TODAY }), (ask) => {
    asks.push(ask);
    return answer(ask);
  });
  return { readings, asks };
}

/** What a batch throws. */
export const problemOf = (id: string, answer: (ask: Ask) => Reply | Problem): unknown =>
  thrownBy(() => talk(id, answer));

export const observationsOf = (readings: readonly Reading[], id: string): unknown =>
  readings.find((reading) => reading.id === id)?.observations;

/** A recorded answer with something changed; what it is made of only the test knows. */
export function changed(name: string, change: (answer: any) => void): string {
  const answer: unknown = JSON.parse(recording(`worldbank/${name}`));
  change(answer);
  return JSON.stringify(answer);
}
