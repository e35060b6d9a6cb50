import { readBasis, type Choices, type OptionKey } from "../answer/choices";
import { asOfDay, type Answer } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { rateWords } from "../answer/explain";
import { sentenceCase } from "../answer/figure-words";
import { cellFormat } from "../answer/cell-format";
import { withOneSource } from "../answer/rates";
import { pairEntryFor } from "../answer/pair";
import { readCurrency, type Currency } from "../domain/currency";
import type { Basis, Rate } from "../domain/exchange";
import { frequencyOf, type Period } from "../domain/period";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";
import { measured } from "./bridge/cells";
import { ratesExplained, sentences } from "./bridge/show";

const OPTIONS: readonly OptionKey[] = ["freq", "basis", "fxsrc", "asof", "show"];

/**
 * Units of one currency per 1 unit of another. A year, quarter or month gives its average, a day its fixing (without
 * one, the last before it, and WHY says which); left out, the latest fixing. The inverse is the reciprocal.
 * @customfunction FXRATE
 * @helpurl {{origin}}/help/functions.html#fxrate
 * @param from Currency that 1 unit is of, such as USD
 * @param to Currency of the answer, such as JPY
 * @param [period] Year, date, or text such as 2023-Q4 or 2023-06; left out: the latest fixing
 * @param [basis] avg, end, day, or a day such as 2024-06-21
 * @param [options] Text such as "fxsrc=fred", or a two-column range of keys and values
 * @returns One number
 * @example =DIGITRADE.FXRATE("USD","JPY",2023) → 140.588
 * @example =DIGITRADE.FXRATE("USD","JPY","2024-06-21","day","fxsrc=boj") → 158.77
 * @requiresAddress
 */
export function fxrate(
  from: any,
  to: any,
  period: any,
  basis: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any {
  return call("FXRATE", [from, to, period, basis, options], invocation, (shelf) => {
    const choices = read.options(options, OPTIONS);
    const base = readCurrency(read.text(from, "from"));
    const quote = readCurrency(read.text(to, "to"));
    const argument = read.periodArgument(period);
    const asked = basisOf(read.optionalText(basis, "basis"), choices);
    if (base === quote)
      return { cells: 1, why: () => `1 ${base} is 1 ${quote}: the same currency.`, show: choices.show };
    const entry = pairEntryFor(base, quote);
    const when =
      argument.kind === "omitted" && isDay(asked) ? asked : periodFor(shelf, entry, argument, choices);
    const rate = withOneSource(shelf, base, quote, choices.fxsrc, asOfDay(shelf, choices), (rateFor) =>
      rateFor(when, basisFor(asked, when)),
    );
    const value = base === rate.pair.base ? rate.value : 1 / rate.value;
    const answer: Answer = {
      entry,
      period: when,
      choices,
      asOf: asOfDay(shelf, choices),
      value,
      unit: { kind: "rate", base, quote, per: 1 },
      scale: "raw",
      rate,
      statuses: [],
      partial: false,
    };
    return {
      cells: measured(value, cellFormat(answer.unit, "raw", value)),
      why: () => whyRate(rate, base, quote, value),
      answerAt: () => answer,
      show: choices.show,
    };
  });
}

const isDay = (basis: Basis | "day" | undefined): basis is Period =>
  basis !== undefined && !["avg", "end", "day"].includes(basis);

function basisOf(position: string | undefined, choices: Choices): Basis | "day" | undefined {
  const positional = position === undefined ? undefined : readBasis(position);
  if (positional !== undefined && choices.basis !== undefined && positional !== choices.basis)
    throw badInput(
      `basis is given twice: ${positional} by position and ${choices.basis} in options. Keep one.`,
    );
  return positional ?? choices.basis;
}

function basisFor(asked: Basis | "day" | undefined, when: Period): Basis {
  if (asked === undefined) return "avg";
  if (asked !== "day") return asked;
  if (frequencyOf(when) === "D") return when;
  throw badInput(`basis=day needs a day as period; ${when} is longer. Use avg or end, or name a day.`);
}

function whyRate(rate: Rate, base: Currency, quote: Currency, value: number): string {
  const inverse =
    base === rate.pair.base
      ? ""
      : `The inverse, ${quote} per ${base}, is its reciprocal: ${value.toPrecision(6)}.`;
  return sentences([`${sentenceCase(rateWords(rate))}.`, inverse, ...ratesExplained([rate])]);
}
