import { legsOf, sourcesOf, type FxSource } from "../catalog/fx";
import type { RateFor } from "../domain/convert";
import { marketPair, type Currency, type Pair } from "../domain/currency";
import { rateOn } from "../domain/exchange";
import type { Day } from "../domain/period";
import { Problem, badInput } from "../domain/problem";
import { crossQuotes, directQuotes, type Quotes } from "../domain/quotes";
import { viewOf } from "../domain/vintage";
import type { RateSource } from "./choices";
import { listWords } from "./figure-words";
import { derive, documentsOf, type Shelf } from "./shelf";

/** A pair's quotes by one source: direct, or crossed through the source's own base. */
export function quotesOf(shelf: Shelf, pair: Pair, source: FxSource, asOf: Day | undefined): Quotes {
  return derive(shelf, `quotes ${pair.base}${pair.quote} ${source} ${asOf ?? ""}`, () => {
    const views = documentsOf(shelf, legsOf(pair, source) ?? []).map((document) => viewOf(document, asOf));
    const [first, second] = views;
    if (!first) throw new Problem("no-rate", `${source} does not quote ${pair.quote} per ${pair.base}.`);
    return second ? crossQuotes(pair, source, first, second) : directQuotes(pair, source, first);
  });
}

/** The sources that may answer for a pair, in order. */
export function sourcesFor(pair: Pair, asked: RateSource | undefined): readonly FxSource[] {
  const all = sourcesOf(pair);
  if (asked === undefined || asked === "auto") return all;
  if (all.includes(asked)) return [asked];
  throw badInput(
    `fxsrc=${asked} does not quote ${pair.quote} per ${pair.base}; sources that do: ${all.join(", ") || "none"}.`,
  );
}

/** Whether a source had no rate, for whatever reason: then the next one is asked. */
export function isNoRate(thrown: unknown): thrown is Problem {
  return thrown instanceof Problem && ["no-rate", "no-data", "unreachable"].includes(thrown.kind);
}

/**
 * Run a computation that needs rates with one source for all of them: the pair's default, then the next ones, each rate
 * labelled if it is not the default's. Two sources are never mixed in one answer.
 */
export function withOneSource<T>(
  shelf: Shelf,
  from: Currency,
  to: Currency,
  asked: RateSource | undefined,
  asOf: Day | undefined,
  compute: (rateFor: RateFor) => T,
): T {
  const pair = marketPair(from, to);
  const sources = sourcesFor(pair, asked);
  let first: Problem | undefined;
  const others: string[] = [];
  for (const source of sources) {
    try {
      const quotes = quotesOf(shelf, pair, source, asOf);
      const documents = documentsOf(shelf, legsOf(pair, source) ?? []);
      const insteadOf = first?.message;
      return compute((period, basis) => ({
        ...rateOn(quotes, period, basis),
        documents,
        ...(insteadOf !== undefined && { insteadOf }),
      }));
    } catch (thrown) {
      if (!isNoRate(thrown)) throw thrown;
      if (first) others.push(source);
      first ??= thrown;
    }
  }
  if (!first) throw new Problem("no-rate", `No source quotes ${pair.quote} per ${pair.base}.`);
  const also = others.length > 0 ? ` Nor can ${listWords(others)} answer.` : "";
  throw new Problem("no-rate", first.message + also, { cause: first });
}
