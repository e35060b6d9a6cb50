import { averageRate, endRate, type Rate } from "../domain/exchange";
import { isInside, type Implied } from "../domain/headline";
import {
  dayFromNumber,
  dayNumber,
  firstDay,
  lastDay,
  periodWords,
  type Day,
  type Period,
} from "../domain/period";
import { Problem } from "../domain/problem";
import { indexFrom, type Quotes } from "../domain/quotes";
import type { Choices } from "./choices";
import { asOfDay } from "./evaluate";
import { quotesOf, sourcesFor } from "./rates";
import type { Shelf } from "./shelf";

/** A published rate beside an implied one. */
export interface Match {
  readonly kind: "average" | "end" | "fixing" | "cross";
  readonly basis: string;
  readonly value: number;
  readonly source: string;
  readonly when: Period;
  readonly inside: boolean;
}

/** Texts are written after the period that they speak of; a conversion may use any fixing up to then. */
export const WINDOW_DAYS_AFTER = 400;

/** The published rates near an implied one: fixings inside the band, nearest first, and the period's average and end. */
export function findMatches(
  shelf: Shelf,
  implied: Implied,
  when: Period | undefined,
  choices: Choices,
): {
  readonly inside: readonly Match[];
  readonly outside: readonly Match[];
  readonly searched: readonly string[];
} {
  const found: Match[] = [];
  const searched: string[] = [];
  for (const source of sourcesFor(implied.pair, choices.fxsrc)) {
    let quotes: Quotes;
    try {
      quotes = quotesOf(shelf, implied.pair, source, asOfDay(shelf, choices));
    } catch (thrown) {
      if (thrown instanceof Problem) continue;
      throw thrown;
    }
    searched.push(source);
    found.push(...periodRates(quotes, implied, when), ...fixings(quotes, implied, when));
  }
  const distance = (m: Match): number => Math.abs(m.value - implied.rate);
  const byDistance = [...found].sort((a, b) => distance(a) - distance(b));
  return {
    inside: byDistance.filter((m) => m.inside),
    outside: byDistance.filter((m) => !m.inside),
    searched,
  };
}

function periodRates(quotes: Quotes, implied: Implied, when: Period | undefined): readonly Match[] {
  if (when === undefined || when.length > 7) return [];
  return [averageRate, endRate].flatMap((compute) => {
    try {
      const rate: Rate = compute(quotes, when);
      const basis = rate.kind === "end" ? `end of ${periodWords(when)}` : `average of ${periodWords(when)}`;
      return [
        {
          kind: rate.kind === "end" ? "end" : "average",
          basis,
          value: rate.value,
          source: quotes.source,
          when: rate.day ?? when,
          inside: isInside(implied, rate.value),
        },
      ];
    } catch (thrown) {
      if (thrown instanceof Problem) return [];
      throw thrown;
    }
  });
}

function fixings(quotes: Quotes, implied: Implied, when: Period | undefined): readonly Match[] {
  const [from, to] = when === undefined ? [-Infinity, Infinity] : windowOf(when);
  const start = from === -Infinity ? 0 : indexFrom(quotes, from);
  const found: Match[] = [];
  for (let i = start; i < quotes.days.length && (quotes.days[i] ?? 0) <= to; i++) {
    const value = quotes.values[i] ?? 0;
    if (!isInside(implied, value)) continue;
    found.push({
      kind: quotes.cross ? "cross" : "fixing",
      basis: quotes.cross ? "daily cross" : "daily fixing",
      value,
      source: quotes.source,
      when: day(quotes, i),
      inside: true,
    });
  }
  return found;
}

const day = (quotes: Quotes, i: number): Day => dayFromNumber(quotes.days[i] ?? 0);
const windowOf = (p: Period): readonly [number, number] => [
  dayNumber(firstDay(p)),
  dayNumber(lastDay(p)) + WINDOW_DAYS_AFTER,
];
