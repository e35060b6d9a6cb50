import type { Entry } from "../catalog/entry";
import { marketPair, type Currency } from "../domain/currency";
import { chain, decompose, type Decomposition } from "../domain/decompose";
import { averageRate, exchange, type Rate } from "../domain/exchange";
import { frequencyOf, ordinal, periodWords, range, type Period } from "../domain/period";
import { Problem, badInput } from "../domain/problem";
import { unitWords } from "../domain/unit";
import type { Choices } from "./choices";
import { asOfDay, evaluate, type Answer } from "./evaluate";
import { mixedVintages, rateSourceName } from "./explain";
import { figureWords } from "./figure-words";
import { isNoRate, quotesOf, sourcesFor } from "./rates";
import type { Shelf } from "./shelf";

/** A change in converted money with its effects, in the unit that was chosen, and how they were worked out. */
export interface Effects extends Decomposition {
  readonly from: Period;
  readonly to: Period;
  readonly words: string;
  readonly why: readonly string[];
}

interface Link {
  readonly effects: Decomposition;
  readonly start: Point;
  readonly end: Point;
}

interface Point {
  readonly own: Answer;
  readonly converted: Answer;
  readonly rate: Rate;
}

/** Volume, currency and timing of a flow between two periods of one frequency; all rates from one source. */
export function decomposition(
  shelf: Shelf,
  entry: Entry,
  from: Period,
  to: Period,
  fx: Currency,
  choices: Choices,
): Effects {
  const { unit, measure, id } = entry;
  if (unit.kind !== "money" || measure !== "flow")
    throw badInput(`${id} is not a flow of money; DECOMPOSE splits the change of a converted flow.`);
  if (unit.currency === fx) throw badInput(`${id} is in ${fx} already; name another currency.`);
  if (frequencyOf(from) !== frequencyOf(to))
    throw badInput(`start ${from} and end ${to} must be of one kind: two years, or two quarters.`);
  if (ordinal(to) <= ordinal(from)) throw badInput(`The end ${to} must be later than the start ${from}.`);
  const pair = marketPair(unit.currency, fx);
  let first: Problem | undefined;
  for (const source of sourcesFor(pair, choices.fxsrc)) {
    try {
      const quotes = quotesOf(shelf, pair, source, asOfDay(shelf, choices));
      const at = (p: Period): Point => ({
        own: evaluate(shelf, entry, p, withoutConversion(choices)),
        converted: evaluate(shelf, entry, p, { ...choices, fx, fxsrc: source }),
        rate: { ...averageRate(quotes, p), ...(first ? { insteadOf: first.message } : {}) },
      });
      return summarise(
        links(choices.method === "chain" ? range(from, to) : [from, to], at, unit.currency),
        choices,
      );
    } catch (thrown) {
      if (!isNoRate(thrown)) throw thrown;
      first ??= thrown;
    }
  }
  throw first ?? new Problem("no-rate", `No source quotes ${pair.quote} per ${pair.base}.`);
}

function withoutConversion(choices: Choices): Choices {
  const { fx: _fx, fxsrc: _fxsrc, ...rest } = choices;
  return rest;
}

function links(periods: readonly Period[], at: (p: Period) => Point, own: Currency): readonly Link[] {
  const points = periods.map(at);
  return points.slice(1).map((end, i) => {
    const start = points[i] as Point;
    const perUnit = (rate: Rate): number => exchange(1, own, rate);
    const effects = decompose(
      { value: start.own.value, rate: perUnit(start.rate) },
      { value: end.own.value, rate: perUnit(end.rate) },
      start.converted.value,
      end.converted.value,
    );
    return { effects, start, end };
  });
}

function summarise(made: readonly Link[], choices: Choices): Effects {
  const start = (made[0] as Link).start;
  const end = (made.at(-1) as Link).end;
  const total = chain(made.map((l) => l.effects));
  const method = choices.method === "chain" ? `chained over ${made.length} steps` : "between the end points";
  const mixed = mixedVintages(end.converted, start.converted);
  const rate = (p: Point): string => `${figureWords(p.rate.value, 4)} (${p.rate.method})`;
  const { source, pair, insteadOf } = start.rate;
  const money = (a: Answer): string => unitWords(a.unit, a.scale);
  const chained = choices.method === "chain" ? ", step by step and summed" : "";
  return {
    ...total,
    from: start.own.period,
    to: end.own.period,
    words: `${method}, average rates, ${source}${insteadOf ? " (fallback)" : ""}`,
    why: [
      `Change from ${periodWords(start.own.period)} to ${periodWords(end.own.period)}, ${method}.`,
      `In ${money(start.own)}: ${figureWords(start.own.value)} to ${figureWords(end.own.value)}. Average rates: ${rate(start)} and ${rate(end)}, ${pair.quote} per ${pair.base}, ${rateSourceName(source)}.`,
      `In ${money(start.converted)}: ${figureWords(start.converted.value)} to ${figureWords(end.converted.value)}, a change of ${figureWords(total.change)}.`,
      `Volume effect, the change of the amount at the mean of the two rates${chained}: ${figureWords(total.volume)}. Currency effect, the mean amount at the change of the rate${chained}: ${figureWords(total.currency)}.`,
      `Timing within the year, what converting period by period adds to converting once at the average: ${figureWords(total.timing)}. The three add up to the change.`,
      ...(mixed ? [mixed] : []),
    ],
  };
}
