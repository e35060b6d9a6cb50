import type { Choices } from "../answer/choices";
import { digitalBalanceOf } from "../answer/digital-balance";
import { evaluate } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { readCurrency } from "../domain/currency";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";
import { scalarOutcome } from "./bridge/show";
import { VALUE_OPTIONS } from "./value";

/**
 * The digital deficit of an area, positive when payments abroad are larger than receipts. Japan's is the 3-item basket
 * of the policy programme and the press (def=5item for the wider one); other areas need def=deliverable or delivered.
 * @customfunction DEFICIT
 * @helpurl {{origin}}/help/functions.html#deficit
 * @param area Two-letter code such as JP, or WORLD
 * @param [period] Year, date, or text such as 2023-Q4 or FY2023; left out: the latest complete year
 * @param [currency] Currency of the answer; left out: the one published
 * @param [options] Text such as "unit=bn;basis=2024-06-21;fxsrc=boj", or a two-column range of keys and values
 * @returns One number
 * @example =DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn") → 38.02
 * @example =DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj") → 33.67
 * @requiresAddress
 */
export function deficit(
  area: any,
  period: any,
  currency: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any {
  return call("DEFICIT", [area, period, currency, options], invocation, (shelf) => {
    const choices = withCurrency(
      read.options(options, VALUE_OPTIONS),
      read.optionalText(currency, "currency"),
    );
    const entry = digitalBalanceOf(read.text(area, "area"), choices.def);
    const argument = read.periodArgument(period);
    const signed: Choices = { sign: "deficit", ...choices };
    return scalarOutcome(evaluate(shelf, entry, periodFor(shelf, entry, argument, signed), signed));
  });
}

/** The currency by position together with `fx=`; two different ones are a Problem. */
export function withCurrency(choices: Choices, currency: string | undefined): Choices {
  if (currency === undefined) return choices;
  const fx = readCurrency(currency);
  if (choices.fx !== undefined && choices.fx !== fx)
    throw badInput(
      `The currency is given twice: ${fx} by position and fx=${choices.fx} in options. Keep one.`,
    );
  return { ...choices, fx };
}
