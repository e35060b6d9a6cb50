import type { Entry } from "../catalog/entry";
import { fxSourceOf, isForecast, isQuoted } from "../catalog/fx";
import { latestComplete } from "../domain/aggregate";
import { averageRate, latestFixing } from "../domain/exchange";
import {
  comparePeriods,
  enclosing,
  frequencyOf,
  isFiner,
  lastDay,
  shift,
  type Day,
  type Frequency,
  type Period,
} from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import type { Quotes } from "../domain/quotes";
import type { Choices } from "./choices";
import { asOfDay } from "./evaluate";
import type { PeriodArgument } from "./period-argument";
import { quotesOf, sourcesFor } from "./rates";
import { subjectOf, type Subject } from "./subject";
import type { Shelf } from "./shelf";

/**
 * The period that an argument means for a scalar. Omitted or `latest`: for a flow the latest complete calendar year (or
 * the latest complete period of `freq`), for a stock or a rate the latest observation, for a forecast the first quarter
 * that is not over. A day asked of a monthly series is taken to its month only if `freq` says so.
 */
export function periodFor(shelf: Shelf, entry: Entry, argument: PeriodArgument, choices: Choices): Period {
  if (argument.kind === "back")
    throw badInput("A period such as -5Y is for the start of a table; write a year or latest.");
  if (argument.kind === "period") return atFrequency(argument.period, choices);
  const asOf = asOfDay(shelf, choices);
  if (isQuoted(entry)) return latestRatePeriod(shelf, entry, choices, asOf);
  const { view } = subjectOf(shelf, entry, asOf);
  const next = isForecast(entry) ? nextExpected(view, entry.frequency, asOf ?? shelf.today) : undefined;
  if (next !== undefined && (choices.freq ?? entry.frequency) === entry.frequency) return next;
  const options = { agg: choices.agg, approx: choices.approx === "allow" };
  const freq = choices.freq ?? (entry.measure === "flow" ? "A" : undefined);
  const found = freq === undefined ? latestStock(view, options.approx) : latestComplete(view, freq, options);
  if (found !== undefined) return found;
  throw noData(
    `${entry.id} has no complete period${freq ? ` by ${freq}` : ""}${asOf ? ` as of ${asOf}` : ""}; name one.`,
  );
}

/** The nearest period ahead, or running, for which something is expected; "latest" must not mean the farthest one. */
function nextExpected({ periods, figures }: Subject["view"], freq: Frequency, day: Day): Period | undefined {
  return periods.get(freq)?.find((p) => lastDay(p) >= day && figures.get(p)?.value !== null);
}

function latestStock(view: Subject["view"], approx: boolean): Period | undefined {
  const all = [...view.figures.values()].filter((f) => f.value !== null);
  const exact = all.filter((f) => f.status !== "approx");
  return (approx || exact.length === 0 ? all : exact).reduce<Period | undefined>(
    (best, f) => (best === undefined || comparePeriods(f.period, best) > 0 ? f.period : best),
    undefined,
  );
}

/** The newest fixing; by a frequency, the newest period for which the source has an average. */
function latestRatePeriod(shelf: Shelf, entry: Entry, choices: Choices, asOf: Day | undefined): Period {
  if (entry.unit.kind !== "rate") throw badInput(`${entry.id} is not an exchange rate.`);
  const pair = { base: entry.unit.base, quote: entry.unit.quote };
  const [source] = sourcesFor(pair, fxSourceOf(entry.id) ?? choices.fxsrc);
  if (!source) throw new Problem("no-rate", `No source quotes ${pair.quote} per ${pair.base}.`);
  const found = latestAverage(quotesOf(shelf, pair, source, asOf), choices.freq);
  if (found !== undefined) return found;
  const when = asOf ? ` as of ${asOf}` : "";
  throw new Problem("no-rate", `${source} has no quote of ${pair.quote} per ${pair.base}${when}.`);
}

/** The newest period of a frequency for which quotes make an average; without a frequency, the newest fixing. */
export function latestAverage(quotes: Quotes, freq: Frequency | undefined): Period | undefined {
  const fixing = latestFixing(quotes);
  const months = [...quotes.months.keys(), ...quotes.published.keys()].map(lastDay);
  if (fixing !== undefined && (freq === undefined || freq === "D")) return fixing;
  const days = [...(fixing ? [fixing] : []), ...months].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const start = enclosing(first, freq ?? "M");
  for (let p = enclosing(last, freq ?? "M"); comparePeriods(p, start) >= 0; p = shift(p, -1))
    if (hasAverage(quotes, p)) return p;
  return undefined;
}

function hasAverage(quotes: Quotes, p: Period): boolean {
  try {
    averageRate(quotes, p);
    return true;
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}

function atFrequency(p: Period, choices: Choices): Period {
  const own = frequencyOf(p);
  if (choices.freq === undefined || choices.freq === own) return p;
  if (own === "D") return enclosing(p, choices.freq);
  const kind = isFiner(choices.freq, own) ? "shorter" : "longer";
  throw badInput(
    `freq=${choices.freq} is ${kind} than the period ${p}; leave freq out, or name a period of that frequency.`,
  );
}
