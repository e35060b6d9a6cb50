import { findEntry } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import { pairId } from "../catalog/fx";
import type { Pair } from "../domain/currency";
import { comparePeriods, lastDay, type Day, type Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Series } from "../domain/series";
import { viewOf } from "../domain/vintage";
import { Absent, type Shelf } from "./shelf";

/** What somebody expects of a rate at the end of a period. */
export interface ForecastPoint {
  readonly period: Period;
  /** Units of the pair's quote currency per 1 of its base. */
  readonly value: number;
  /** The document, which names who expects it, and since when. */
  readonly document: Series;
}

/** The entry of a pair's forecast; undefined for pairs of which nobody's forecast is carried. */
export function forecastEntry(pair: Pair): Entry | undefined {
  return findEntry(`${pairId(pair)}.FORECAST`);
}

/** The periods of a pair's forecast that are not over, the nearest first; none where no forecast is held, or known by then. */
export function forecastOf(shelf: Shelf, pair: Pair, asOf: Day | undefined): readonly ForecastPoint[] {
  const document = documentOf(shelf, forecastEntry(pair));
  if (!document) return [];
  const today = asOf ?? shelf.today;
  const per = document.unit.kind === "rate" ? document.unit.per : 1;
  return [...viewOf(document, asOf).figures.values()]
    .flatMap(({ period, value }) =>
      value === null || lastDay(period) < today ? [] : [{ period, value: value / per, document }],
    )
    .sort((a, b) => comparePeriods(a.period, b.period));
}

/** It needs a key of the user's own at the gateway: not to have one is nothing amiss. */
function documentOf(shelf: Shelf, entry: Entry | undefined): Series | undefined {
  if (!entry) return undefined;
  try {
    return shelf.document(entry.id);
  } catch (thrown) {
    if (thrown instanceof Absent || !(thrown instanceof Problem)) throw thrown;
    return undefined;
  }
}
