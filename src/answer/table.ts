import type { Entry } from "../catalog/entry";
import { fxSourceOf, isQuoted } from "../catalog/fx";
import {
  FREQUENCY_WORDS,
  comparePeriods,
  countBetween,
  dayFromNumber,
  enclosing,
  firstDay,
  frequencyOf,
  isFiner,
  lastDay,
  range,
  shift,
  type Frequency,
  type Period,
} from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import { aggregate } from "../domain/aggregate";
import type { Choices } from "./choices";
import { latestAverage } from "./latest-period";
import { asOfDay, evaluate, type Answer } from "./evaluate";
import { startOf, type PeriodArgument } from "./period-argument";
import { quotesOf, sourcesFor } from "./rates";
import { subjectOf } from "./subject";
import type { Shelf } from "./shelf";

/** One period of a table: its answer, or why there is none. */
export interface Row {
  readonly period: Period;
  readonly answer?: Answer;
  readonly problem?: Problem;
}

/** Spills beyond this are slow or stuck in Excel on the web. */
const MOST_CELLS = 100_000;

/** The frequency of a table: asked for, else the coarsest native one of its series. */
export function tableFrequency(entries: readonly Entry[], choices: Choices): Frequency {
  if (choices.freq) return choices.freq;
  return entries.map((e) => e.frequency).reduce((a, b) => (isFiner(a, b) ? b : a));
}

/** The periods of a table, ascending; refused where the spill would be too large. */
export function tablePeriods(
  shelf: Shelf,
  entries: readonly Entry[],
  start: PeriodArgument,
  end: PeriodArgument,
  choices: Choices,
): readonly Period[] {
  const freq = tableFrequency(entries, choices);
  for (const entry of entries) checkFrequency(entry, freq);
  const spans = entries.map((entry) => spanOf(shelf, entry, freq, choices));
  const last = endPeriod(end, freq, spans);
  const first = startPeriod(start, freq, last, spans);
  if (comparePeriods(first, last) > 0)
    throw badInput(`The start ${first} is later than the end ${last}; swap them.`);
  if (entries.every((e) => observedOnly(e, freq))) return observed(shelf, entries, first, last, choices);
  refuseHuge(countBetween(first, last), entries.length, first, last);
  return range(first, last);
}

/** A table cannot be finer than what is published. */
function checkFrequency(entry: Entry, freq: Frequency): void {
  if (!isFiner(freq, entry.frequency)) return;
  throw noData(
    `${entry.id} is published by ${FREQUENCY_WORDS[entry.frequency][0]}; freq=${freq} is finer. Nothing is interpolated; use freq=${entry.frequency}.`,
  );
}

function refuseHuge(rowCount: number, columns: number, first: Period, last: Period): void {
  if (rowCount * (columns + 1) <= MOST_CELLS) return;
  throw badInput(
    `${first} to ${last} would fill ${rowCount.toLocaleString("en-US")} rows; DigiTrade spills ${MOST_CELLS.toLocaleString("en-US")} cells at most. Choose a later start, or a coarser freq.`,
  );
}

/** Fixings and counts on irregular days are listed as observed; there is nothing between them to leave blank. */
const observedOnly = (entry: Entry, freq: Frequency): boolean => freq === "D" && entry.frequency === "D";

interface Span {
  readonly first: Period;
  readonly last: Period;
}

/** First period with anything in it and last complete one. */
function spanOf(shelf: Shelf, entry: Entry, freq: Frequency, choices: Choices): Span | undefined {
  if (isQuoted(entry)) return rateSpan(shelf, entry, freq, choices);
  const { view } = subjectOf(shelf, entry, asOfDay(shelf, choices));
  const days = [...view.figures.values()]
    .filter((f) => f.value !== null)
    .map((f) => f.period)
    .sort(comparePeriods);
  const newestDay = days.at(-1);
  if (newestDay === undefined) return undefined;
  if (freq === "D") return { first: firstDay(days[0] ?? newestDay), last: lastDay(newestDay) };
  const earliest = days.reduce((a, b) => (firstDay(b) < firstDay(a) ? b : a));
  const first = enclosing(firstDay(earliest), freq);
  let last = enclosing(lastDay(newestDay), freq);
  const options = { agg: choices.agg, approx: true, partial: choices.partial === "allow" };
  while (comparePeriods(last, first) > 0 && !aggregate(view, last, options).ok) last = shift(last, -1);
  return { first, last };
}

function rateSpan(shelf: Shelf, entry: Entry, freq: Frequency, choices: Choices): Span | undefined {
  if (entry.unit.kind !== "rate") return undefined;
  const quotes = rateQuotes(shelf, entry, choices);
  const months = [...quotes.months.keys()].sort();
  const firstQuote = quotes.days[0];
  const lastQuote = quotes.days.at(-1);
  const ends = [
    ...(firstQuote === undefined || lastQuote === undefined
      ? []
      : [dayFromNumber(firstQuote), dayFromNumber(lastQuote)]),
    ...(freq === "D" ? [] : months.slice(0, 1).map(firstDay)),
    ...(freq === "D" ? [] : months.slice(-1).map(lastDay)),
    ...[...quotes.published.keys()].flatMap((p) => (freq === "D" ? [] : [firstDay(p), lastDay(p)])),
  ].sort();
  const [from, to] = [ends[0], ends.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const first = enclosing(from, freq);
  return { first, last: latestAverage(quotes, freq) ?? first };
}

function rateQuotes(shelf: Shelf, entry: Entry, choices: Choices): ReturnType<typeof quotesOf> {
  if (entry.unit.kind !== "rate") throw badInput(`${entry.id} is not an exchange rate.`);
  const pair = { base: entry.unit.base, quote: entry.unit.quote };
  const [source] = sourcesFor(pair, fxSourceOf(entry.id) ?? choices.fxsrc);
  if (!source) throw new Problem("no-rate", `No source quotes ${pair.quote} per ${pair.base}.`);
  return quotesOf(shelf, pair, source, asOfDay(shelf, choices));
}

function endPeriod(end: PeriodArgument, freq: Frequency, spans: readonly (Span | undefined)[]): Period {
  if (end.kind === "back") throw badInput("The end of a table is a period or latest; -5Y is for the start.");
  if (end.kind === "period") return atTableFrequency(end.period, freq, "end");
  const last = spans
    .flatMap((s) => (s ? [s.last] : []))
    .sort(comparePeriods)
    .at(-1);
  if (last !== undefined) return last;
  throw noData("Nothing is held for these series; a live source may have it.");
}

function startPeriod(
  start: PeriodArgument,
  freq: Frequency,
  last: Period,
  spans: readonly (Span | undefined)[],
): Period {
  if (start.kind === "back") return startOf(start.count, start.frequency, last);
  if (start.kind === "latest") return last;
  if (start.kind === "period") return atTableFrequency(start.period, freq, "start");
  const first = spans.flatMap((s) => (s ? [s.first] : [])).sort(comparePeriods)[0];
  return first !== undefined && comparePeriods(first, last) <= 0 ? first : last;
}

/** A year as the start of a monthly table is its first month, as the end its last; a day is taken to its period. */
function atTableFrequency(p: Period, freq: Frequency, which: "start" | "end"): Period {
  if (frequencyOf(p) === freq) return p;
  return enclosing(which === "start" ? firstDay(p) : lastDay(p), freq);
}

function observed(
  shelf: Shelf,
  entries: readonly Entry[],
  first: Period,
  last: Period,
  choices: Choices,
): readonly Period[] {
  const days = new Set<Period>();
  for (const entry of entries) {
    const held = isQuoted(entry)
      ? rateQuotes(shelf, entry, choices).days.map(dayFromNumber)
      : [...subjectOf(shelf, entry, asOfDay(shelf, choices)).view.figures.keys()];
    for (const p of held)
      if (firstDay(p) >= first && lastDay(p) <= lastDay(enclosing(last, "M")) && firstDay(p) <= last)
        days.add(p);
  }
  const sorted = [...days].sort(comparePeriods);
  refuseHuge(sorted.length, entries.length, first, last);
  return sorted;
}

/** One row a period; a period without a figure is a row with its problem. Approximate figures appear, with their status. */
export function tableRows(
  shelf: Shelf,
  entry: Entry,
  periods: readonly Period[],
  choices: Choices,
): readonly Row[] {
  const shown: Choices = { ...choices, approx: "allow" };
  return periods.map((period) => {
    try {
      return { period, answer: evaluate(shelf, entry, period, shown) };
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.kind === "bad-input") throw thrown;
      return { period, problem: thrown };
    }
  });
}
