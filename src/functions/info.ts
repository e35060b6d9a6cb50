import { cardFields, cardOf } from "../answer/card";
import { ratePosition } from "../answer/rate-card";
import { forecastFields, isForecastField, noForecast, rateFields, type Fact } from "../answer/rate-fields";
import type { Shelf } from "../answer/shelf";
import { entryFor } from "../answer/subject";
import type { Entry } from "../catalog/entry";
import { isQuoted } from "../catalog/fx";
import { nearest } from "../domain/nearest";
import { Problem, badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, type Cell } from "./bridge/cells";

/**
 * What a series is: unit, measure, frequency, definition, coverage, source, terms, vintage, notes; of an exchange rate
 * also its last fixing, changes on the day, month and year before, highs and lows, and the forecast where one is held.
 * @customfunction INFO
 * @helpurl {{origin}}/help/functions.html#info
 * @param series Series id, such as JP.DIGITAL.NET
 * @param [field] id, title, titleja, unit, measure, frequency, adjusted, definition, first, last, lastvalue, count, source, url, code, terms, credit, published, retrieved, state, version, note or caution; of a rate also lastday, previous, previous.day, change.day, change.month, change.year (each with .pct), high.12m, low.12m, high.all, low.all (each with .day), coverage, forecast.q1 to forecast.q4 (each with .period); left out: all
 * @returns One cell, or a table of field and value
 * @example =DIGITRADE.INFO("JP.COMPUTER.NET","code") → BPBP6JYNSN9072
 * @example =INDEX(DIGITRADE.INFO("TIC.JP"),4,2) → billion US dollars
 * @example =DIGITRADE.INFO("FX.USDJPY.FRED","previous.day") → 2026-03-12
 * @requiresAddress
 * @chunk later
 */
export function info(series: any, field: any, invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("INFO", [series, field], invocation, (shelf) => {
    const entry = entryFor(read.text(series, "series"));
    const asked = read.optionalText(field, "field")?.toLowerCase();
    const why = (): string => `${entry.id} in the catalogue, with what is held of it.`;
    if (asked !== undefined) return { cells: factOf(shelf, entry, asked), why };
    const facts = [...factsOf(shelf, entry), ...forecastsOf(shelf, entry)];
    return { cells: facts.map(([name, fact]): readonly Cell[] => [name, cellOf(fact)]), why };
  });
}

/** What is said of a series, and of a rate besides, without its forecast. */
function factsOf(shelf: Shelf, entry: Entry): ReadonlyMap<string, Fact> {
  const facts = cardFields(cardOf(shelf, entry, shelf.pin));
  if (!isQuoted(entry)) return facts;
  return new Map<string, Fact>([...facts, ...rateFields(ratePosition(shelf, entry, shelf.pin))]);
}

function forecastsOf(shelf: Shelf, entry: Entry): ReadonlyMap<string, Fact> {
  if (!isQuoted(entry)) return new Map();
  return forecastFields(shelf, ratePosition(shelf, entry, shelf.pin), shelf.pin);
}

const cellOf = (fact: Fact): Cell => (fact instanceof Problem ? gap(fact) : fact);

/** One fact; only a forecast's name has the forecast loaded. What cannot be known, and a name that is none, are Problems. */
function factOf(shelf: Shelf, entry: Entry, asked: string): string | number {
  const isForecast = isForecastField(asked) && isQuoted(entry);
  const facts = isForecast ? forecastsOf(shelf, entry) : factsOf(shelf, entry);
  const fact = facts.get(asked);
  if (fact instanceof Problem) throw fact;
  if (fact !== undefined) return fact;
  if (isForecast) throw noForecast(ratePosition(shelf, entry, shelf.pin));
  const near = nearest(asked, [...facts.keys()], 1)[0] ?? "";
  throw badInput(
    `field "${asked}" is not known; did you mean ${near}? Fields: ${[...facts.keys()].join(", ")}.`,
  );
}
