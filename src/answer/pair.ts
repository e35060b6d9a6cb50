import { findEntry } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import { pairId } from "../catalog/fx";
import { marketPair, type Currency } from "../domain/currency";
import { Problem } from "../domain/problem";

/** The catalogue's entry of a pair, whichever way round it is asked. */
export function pairEntryFor(a: Currency, b: Currency): Entry {
  const entry = findEntry(pairId(marketPair(a, b)));
  if (entry) return entry;
  throw new Problem("no-rate", `No source that DigiTrade knows quotes ${b} per ${a}.`);
}
