/** A store of vintages over a memory that the tests look into, and what they record in it. */
import { period } from "../../../src/domain/period";
import { Problem } from "../../../src/domain/problem";
import type { Series } from "../../../src/domain/series";
import type { Place } from "../../../src/gateway/vintages/place";
import { vintageStore } from "../../../src/gateway/vintages/vintage-store";
import type { VintageStore } from "../../../src/gateway/vintages/store";
import { memoryPlace, rememberingLog } from "../../fixtures/store-place";
import { aReading, FLOW } from "./readings";

export const p = period;
export const ID = FLOW.id;

export interface Given {
  readonly place?: Place;
  readonly seed?: Series;
  readonly log?: ReturnType<typeof rememberingLog>;
  readonly mostSegments?: number;
}

export function aStore({
  place = memoryPlace(),
  seed,
  log = rememberingLog(),
  mostSegments,
}: Given = {}): VintageStore {
  return vintageStore({
    place,
    seeds: (id) => Promise.resolve(id === ID ? seed : undefined),
    log,
    ...(mostSegments !== undefined && { mostSegments }),
  });
}

export const first = aReading([["2024-01", 5]], "2024-03-08");
export const second = aReading(
  [
    ["2024-01", 6],
    ["2024-02", 8],
  ],
  "2024-04-08",
);

export const segmentsIn = ({ items }: ReturnType<typeof memoryPlace>): readonly string[] =>
  [...items.keys()].filter((key) => key.startsWith("vintages:")).sort();

export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await promise.then(
    () => new Error("it did not fail"),
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw thrown;
}
