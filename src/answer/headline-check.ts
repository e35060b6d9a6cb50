import { findEntry } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import type { Currency } from "../domain/currency";
import type { Rate } from "../domain/exchange";
import { impliedBand, type Implied } from "../domain/headline";
import { comparePeriods, frequencyOf, type Day, type Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { SeriesId, Status } from "../domain/series";
import { rescale } from "../domain/unit";
import { vintagesOf } from "../domain/vintage";
import { writtenPairs, type WrittenAmount, type WrittenPair } from "../domain/written-amount";
import { periodsIn } from "../domain/written-period";
import { evaluate, vintageOf } from "./evaluate";
import { findMatches, type Match } from "./matches";
import { withOneSource } from "./rates";
import { subjectOf } from "./subject";
import { Absent, type Shelf } from "./shelf";

/** A figure held that a written amount states, within its rounding. */
export interface Identified {
  readonly entry: Entry;
  readonly period: Period;
  /** In whole units of its currency, with its own sign. */
  readonly value: number;
  readonly knownOn: Day | undefined;
  readonly status?: Status;
  /** What the series says now; false for a vintage that was superseded. */
  readonly current: boolean;
}

/**
 * The amount of a pair in the pair's other currency, at the rate that suits it: the average of its period, or the last
 * fixing where the amount is found to be a stock.
 */
export interface AtSuitingRate {
  readonly from: WrittenAmount;
  readonly value: number;
  readonly currency: Currency;
  readonly rate: Rate;
}

/** What the figures held have to say of one amount stated in two currencies. */
export interface CheckedPair {
  readonly pair: WrittenPair;
  readonly implied: Implied;
  /** What the amount is of: the mentioned period under which it is found, else the last one mentioned. */
  readonly period: Period | undefined;
  /** Published rates inside the implied band, nearest first, and the period's own average and end where outside. */
  readonly inside: readonly Match[];
  readonly outside: readonly Match[];
  readonly atSuiting: AtSuitingRate | undefined;
  readonly found: readonly Identified[];
}

/** Series that headlines are about, the likeliest first. */
const CANDIDATES: readonly Entry[] = [
  ...["DIGITAL", "DIGITAL5ITEM"].flatMap((concept) => [`JP.${concept}.NET`]),
  ...["SERVICES", "TRAVEL", "TCI", "COMPUTER", "COPYRIGHT", "CONSULTING", "GOODS", "CURRENTACCOUNT"].map(
    (item) => `JP.${item}.NET`,
  ),
  ...["DIGITAL", "DIGITAL5ITEM"].flatMap((concept) => [`JP.${concept}.DEBIT`, `JP.${concept}.CREDIT`]),
  "JP.DELIVERABLE.NET",
  "TIC.JP",
  "TIC.TOTAL",
].flatMap((id) => findEntry(id) ?? []);

const MOST_FOUND = 12;

/** Checks every pair of amounts in a text against the figures held. Throws Absent while documents are not at hand. */
export function checkHeadline(shelf: Shelf, text: string): readonly CheckedPair[] {
  const mentioned = periodsIn(text);
  return writtenPairs(text).map((pair) => checkPair(shelf, pair, mentioned));
}

function checkPair(shelf: Shelf, pair: WrittenPair, mentioned: readonly Period[]): CheckedPair {
  const { first, second } = pair;
  const found = [first, second].flatMap((amount) => identify(shelf, amount, mentioned));
  const period = found[0]?.period ?? mentioned.at(-1);
  const implied = impliedBand(first, second);
  const { inside, outside } = findMatches(shelf, implied, period, {});
  return {
    pair,
    implied,
    period,
    inside,
    outside,
    atSuiting: atSuitingRate(shelf, pair, found, period),
    found,
  };
}

/** Figures that lie in the band of an amount: of the periods mentioned, or of any year where none is. */
export function identify(
  shelf: Shelf,
  amount: WrittenAmount,
  mentioned: readonly Period[],
): readonly Identified[] {
  const [low, high] = [amount.low, amount.high].map(Math.abs).sort((a, b) => a - b) as [number, number];
  const isStated = ({ value }: Identified): boolean => Math.abs(value) >= low && Math.abs(value) <= high;
  const candidates = CANDIDATES.filter(
    ({ unit }) => unit.kind === "money" && unit.currency === amount.currency,
  );
  const found = figuresOfAll(shelf, candidates, mentioned).filter(isStated);
  // Stable: candidates stay in their order; what is exact and current comes first among equals.
  const rank = (f: Identified): number => (f.status === "approx" ? 2 : 0) + (f.current ? 0 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FOUND);
}

/** What is absent is asked for at once, not candidate by candidate. */
function figuresOfAll(
  shelf: Shelf,
  entries: readonly Entry[],
  mentioned: readonly Period[],
): readonly Identified[] {
  const absent = new Set<SeriesId>();
  const found = entries.flatMap((entry) => {
    try {
      return figuresOf(shelf, entry, mentioned);
    } catch (thrown) {
      if (!(thrown instanceof Absent)) throw thrown;
      for (const id of thrown.ids) absent.add(id);
      return [];
    }
  });
  if (absent.size > 0) throw new Absent([...absent]);
  return found;
}

function figuresOf(shelf: Shelf, entry: Entry, mentioned: readonly Period[]): readonly Identified[] {
  try {
    const { view, documents } = subjectOf(shelf, entry, undefined);
    const own = documents.find(({ id }) => id === entry.id);
    const periods = mentioned.length > 0 ? mentioned : yearsIn(view.figures.keys());
    return periods.flatMap((period) => {
      const now = currentFigure(shelf, entry, period);
      const vintages = own ? vintagesOf(own, period) : [];
      const power = entry.unit.kind === "money" ? entry.unit.power : 0;
      const earlier = vintages.flatMap((figure): readonly Identified[] => {
        const value = figure.value === null ? undefined : rescale(figure.value, power, 0);
        if (value === undefined || (value === now?.value && figure.knownOn === now.knownOn)) return [];
        const { knownOn, status } = figure;
        return [{ entry, period, value, knownOn, current: false, ...(status && { status }) }];
      });
      return [...(now ? [now] : []), ...earlier];
    });
  } catch (thrown) {
    if (thrown instanceof Absent || !(thrown instanceof Problem)) throw thrown;
    return [];
  }
}

function yearsIn(periods: Iterable<Period>): readonly Period[] {
  const years = [...periods].flatMap((p): readonly Period[] =>
    ["A", "FY"].includes(frequencyOf(p)) ? [p] : [p.slice(0, 4) as Period],
  );
  return [...new Set(years)].sort(comparePeriods);
}

function currentFigure(shelf: Shelf, entry: Entry, period: Period): Identified | undefined {
  try {
    const answer = evaluate(shelf, entry, period, { approx: "allow" });
    const [status] = answer.statuses;
    const knownOn = vintageOf(answer);
    return { entry, period, value: answer.value, knownOn, current: true, ...(status && { status }) };
  } catch (thrown) {
    if (thrown instanceof Absent || !(thrown instanceof Problem)) throw thrown;
    return undefined;
  }
}

/** The amount that was found in the data (else the first one written) at the rate that suits its period. */
function atSuitingRate(
  shelf: Shelf,
  { first, second }: WrittenPair,
  found: readonly Identified[],
  period: Period | undefined,
): AtSuitingRate | undefined {
  if (period === undefined || frequencyOf(period) === "D") return undefined;
  const unit = found[0]?.entry.unit;
  const basis = found[0]?.entry.measure === "stock" ? "end" : "avg";
  const from = unit?.kind === "money" && unit.currency === second.currency ? second : first;
  const to = from === first ? second : first;
  try {
    return withOneSource(shelf, from.currency, to.currency, undefined, undefined, (rateFor) => {
      const rate = rateFor(period, basis);
      const value = from.currency === rate.pair.base ? from.value * rate.value : from.value / rate.value;
      return { from, value, currency: to.currency, rate };
    });
  } catch (thrown) {
    if (thrown instanceof Absent || !(thrown instanceof Problem)) throw thrown;
    return undefined;
  }
}
