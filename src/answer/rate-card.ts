import type { Entry } from "../catalog/entry";
import { fxSourceOf, legsOf, type FxSource } from "../catalog/fx";
import type { Pair } from "../domain/currency";
import { averageRate, dayRate } from "../domain/exchange";
import { frequencyOf, periodWords, shift, type Day, type Frequency, type Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Quotes } from "../domain/quotes";
import type { Series } from "../domain/series";
import { forecastOf, type ForecastPoint } from "./rate-forecast";
import {
  firstPeriod,
  lastMark,
  monthsBefore,
  rangeOfAll,
  rangeOfTwelveMonths,
  type RateMark,
  type RateRange,
} from "./rate-marks";
import { isNoRate, quotesOf, sourcesFor } from "./rates";
import { derive, documentsOf, type Shelf } from "./shelf";

/** A change of a rate against an earlier one: in units of the quote currency, and in per cent of the earlier rate. */
export interface RateChange {
  readonly against: RateMark;
  readonly change: number;
  readonly percent: number;
}

/** What is to be known about a pair, all from one source; a Problem says why something cannot be known. */
export interface RatePosition {
  readonly entry: Entry;
  readonly pair: Pair;
  readonly source: FxSource;
  /** Set where another source than the pair's default one answers: why the default could not. */
  readonly insteadOf?: string;
  readonly documents: readonly Series[];
  readonly quotes: Quotes;
  readonly last: RateMark;
  /** The fixing in force on the day before the last one. */
  readonly previous: RateMark | Problem;
  readonly changes: Readonly<Record<"day" | "month" | "year", RateChange | Problem>>;
  readonly twelveMonths: RateRange;
  readonly all: RateRange;
  readonly first: Period;
}

/** The same with what is expected of the pair. */
export interface RateFacts extends RatePosition {
  /** The nearest periods first; empty where no forecast is held. */
  readonly forecast: readonly ForecastPoint[];
}

/** The facts about a pair (`FX.USDJPY`, by its default source, else the next one, labelled) or one source's document. */
export function rateFacts(shelf: Shelf, entry: Entry, asOf?: Day): RateFacts {
  const position = ratePosition(shelf, entry, asOf);
  return { ...position, forecast: forecastOf(shelf, position.pair, asOf) };
}

/** The facts about what has been, without asking for a forecast. A Problem ("no-rate") where no source has a quote. */
export function ratePosition(shelf: Shelf, entry: Entry, asOf?: Day): RatePosition {
  return derive(shelf, `rate position ${entry.id} ${asOf ?? ""}`, () => {
    if (entry.unit.kind !== "rate") throw new Problem("bad-input", `${entry.id} is not an exchange rate.`);
    const pair = { base: entry.unit.base, quote: entry.unit.quote };
    let default_: Problem | undefined;
    for (const source of sourcesFor(pair, fxSourceOf(entry.id))) {
      try {
        const quotes = quotesOf(shelf, pair, source, asOf);
        const documents = documentsOf(shelf, legsOf(pair, source) ?? []);
        const insteadOf = default_ && { insteadOf: default_.message };
        return { entry, pair, source, documents, quotes, ...insteadOf, ...marksOf(quotes, asOf) };
      } catch (thrown) {
        if (!isNoRate(thrown)) throw thrown;
        default_ ??= thrown;
      }
    }
    throw default_ ?? new Problem("no-rate", `No source quotes ${pair.quote} per ${pair.base}.`);
  });
}

type Marks = Pick<RatePosition, "last" | "previous" | "changes" | "twelveMonths" | "all" | "first">;

function marksOf(quotes: Quotes, asOf: Day | undefined): Marks {
  const last = lastMark(quotes);
  const first = firstPeriod(quotes);
  const [twelveMonths, all] = [rangeOfTwelveMonths(quotes), rangeOfAll(quotes)];
  if (!last || !first || !twelveMonths || !all) {
    const { base, quote } = quotes.pair;
    const when = asOf ? ` as of ${periodWords(asOf)}` : "";
    throw new Problem("no-rate", `${quotes.source} has no quote of ${quote} per ${base}${when}.`);
  }
  const earlier = last.kind === "fixing" ? beforeFixing(quotes, last.at) : beforeAverage(quotes, last.at);
  const against = (found: RateMark | Problem): RateChange | Problem =>
    found instanceof Problem ? found : changeOf(last, found);
  return {
    last,
    first,
    previous: earlier.previous,
    changes: {
      day: against(earlier.day),
      month: against(earlier.month),
      year: against(earlier.year),
    },
    twelveMonths,
    all,
  };
}

/** Twelve digits carry every published rate: 159.54 less 159.21 is 0.33, not what the subtraction adds in binary. */
function changeOf(last: RateMark, against: RateMark): RateChange {
  const change = Number((last.value - against.value).toPrecision(12));
  return { against, change, percent: (change / against.value) * 100 };
}

type Earlier = Readonly<Record<"previous" | "day" | "month" | "year", RateMark | Problem>>;

/**
 * What was in force the day before, and on the same day one and twelve months before (of a shorter month its last day):
 * the fixing of that day or, without one, the last before it, seven days back at most.
 */
function beforeFixing(quotes: Quotes, day: Day): Earlier {
  const inForce = (on: Day): RateMark | Problem =>
    attempt(() => {
      const { value, day: fixed = on } = dayRate(quotes, on);
      return { value, at: fixed, kind: "fixing" };
    });
  const previous = inForce(shift(day, -1));
  return {
    previous,
    day: previous,
    month: inForce(monthsBefore(day, 1)),
    year: inForce(monthsBefore(day, 12)),
  };
}

/** How many periods of a frequency make a month and a year; a month is made of none of the longer ones. */
const STEPS = {
  M: { month: 1, year: 12 },
  Q: { month: 0, year: 4 },
  H: { month: 0, year: 2 },
  A: { month: 0, year: 1 },
  FY: { month: 0, year: 1 },
  D: { month: 0, year: 0 },
} as const satisfies Record<Frequency, { month: number; year: number }>;

/** Where no days are held, averages are compared with averages of the same length. */
function beforeAverage(quotes: Quotes, p: Period): Earlier {
  const before = (steps: number): RateMark | Problem =>
    attempt(() => {
      if (steps === 0) throw withoutDays(quotes, p);
      const at = shift(p, -steps);
      return { value: averageRate(quotes, at).value, at, kind: "average" };
    });
  const { month, year } = STEPS[frequencyOf(p)];
  return { previous: before(1), day: withoutDays(quotes, p), month: before(month), year: before(year) };
}

const withoutDays = ({ source, pair }: Quotes, p: Period): Problem =>
  new Problem(
    "no-rate",
    `Of ${pair.quote} per ${pair.base} by ${source} only averages are held, the last of ${periodWords(p)}; no fixings of days.`,
  );

function attempt(compute: () => RateMark): RateMark | Problem {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}
