import type { OptionKey } from "../answer/choices";
import { figureWords } from "../answer/figure-words";
import { WINDOW_DAYS_AFTER, findMatches, type Match } from "../answer/matches";
import { readCurrency } from "../domain/currency";
import { impliedRate } from "../domain/headline";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { dated, measured, type Cell } from "./bridge/cells";
import { sentences } from "./bridge/show";
import { isPeriod, frequencyOf } from "../domain/period";

const OPTIONS: readonly OptionKey[] = ["fxsrc", "asof", "top", "header", "show"];
const DEFAULT_TOP = 40;

/**
 * The exchange rate behind one amount stated in two currencies, with the band that rounding leaves, and the published
 * rates that fit: fixings inside the band, nearest first, then the period's own average and end for comparison.
 * @customfunction IMPLIED
 * @helpurl {{origin}}/help/functions.html#implied
 * @param amount1 The amount as written, such as 5.35E12
 * @param currency1 Its currency, such as JPY
 * @param amount2 The same amount in the other currency, such as 33.7E9
 * @param currency2 Its currency, such as USD
 * @param [period] Period that the amount is of; fixings are searched in it and 400 days after. Left out: all held
 * @param [options] Text such as "top=10;fxsrc=ecb", or a two-column range of keys and values
 * @returns A header row; implied rate; band; then basis, rate, difference in per cent, source, day, whether in the band
 * @example =INDEX(DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"top=3;header=off"),1,2) → 158.754
 * @requiresAddress
 * @chunk later
 */
export function implied(
  amount1: any,
  currency1: any,
  amount2: any,
  currency2: any,
  period: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix(
    "IMPLIED",
    [amount1, currency1, amount2, currency2, period, options],
    invocation,
    (shelf) => {
      const choices = read.options(options, OPTIONS);
      const found = impliedRate(
        { value: read.number(amount1, "amount1"), currency: readCurrency(read.text(currency1, "currency1")) },
        { value: read.number(amount2, "amount2"), currency: readCurrency(read.text(currency2, "currency2")) },
      );
      const argument = read.periodArgument(period);
      if (argument.kind === "back" || argument.kind === "latest")
        throw badInput("period must name a period, such as 2023, or be left out.");
      const when = argument.kind === "period" ? argument.period : undefined;
      const { inside, outside, searched } = findMatches(shelf, found, when, choices);
      const listed = inside.slice(0, choices.top ?? DEFAULT_TOP);
      const { base, quote } = found.pair;
      const header: readonly Cell[] = [
        "Basis",
        `${quote} per ${base}`,
        "Difference, %",
        "Source",
        "Day or period",
        "In the band",
      ];
      const rate = (value: number): Cell => measured(value, "0.000");
      const body: readonly (readonly Cell[])[] = [
        ["Implied rate", rate(found.rate), 0, "the two amounts", when ?? "", ""],
        [
          "Band, low",
          rate(found.low),
          difference(found.low, found.rate),
          "half the last written place",
          "",
          "",
        ],
        [
          "Band, high",
          rate(found.high),
          difference(found.high, found.rate),
          "half the last written place",
          "",
          "",
        ],
        ...[...listed, ...outside].map((m) => matchRow(m, found.rate)),
      ];
      return {
        cells: choices.header === "off" ? body : [header, ...body],
        why: () =>
          sentences([
            `The amounts imply ${figureWords(found.rate, 3)} ${quote} per ${base}; half the last written place of each leaves a band from ${figureWords(found.low, 2)} to ${figureWords(found.high, 2)}.`,
            `Searched: ${searched.join(", ") || "no source holds this pair"}${when ? `, ${when} and the ${WINDOW_DAYS_AFTER} days after it` : ""}. ${inside.length} published rates are inside the band${inside.length > listed.length ? `, ${listed.length} are listed` : ""}.`,
            ...outside.map((m) => `The ${m.basis} (${figureWords(m.value, 3)}, ${m.source}) is outside.`),
          ]),
        show: choices.show,
      };
    },
  );
}

const difference = (value: number, implied: number): Cell => measured((value / implied - 1) * 100, "0.00");

function matchRow(m: Match, implied: number): readonly Cell[] {
  const when: Cell = isPeriod(m.when) && frequencyOf(m.when) === "D" ? dated(m.when) : m.when;
  return [
    m.basis,
    measured(m.value, "0.000"),
    difference(m.value, implied),
    m.source,
    when,
    m.inside ? "yes" : "no",
  ];
}
