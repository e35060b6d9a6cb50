import { evaluate } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { entryFor } from "../answer/subject";
import type { OptionKey } from "../answer/choices";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";
import { scalarOutcome } from "./bridge/show";

/** The options of a function that answers with one number of a series. */
export const VALUE_OPTIONS: readonly OptionKey[] = [
  "freq",
  "agg",
  "fx",
  "basis",
  "path",
  "fxsrc",
  "unit",
  "tf",
  "def",
  "asof",
  "sign",
  "partial",
  "approx",
  "show",
];

/**
 * One figure of a series for a period, converted, scaled and transformed as the options say. Money is in whole units
 * of its currency unless unit= says otherwise; a flow sums over the period, a stock is its last observation, a rate averages.
 * @customfunction VALUE
 * @helpurl {{origin}}/help/functions.html#value
 * @param series Series id, such as JP.DIGITAL.NET
 * @param [period] Year, date, or text such as 2023-Q4, 2023-06, FY2023 or latest; left out: the latest complete year of a flow, the latest observation otherwise
 * @param [options] Text such as "fx=USD;unit=bn", or a two-column range of keys and values
 * @returns One number
 * @example =DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn") → -5.3452
 * @example =DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;def=5item") → -5.536
 * @example =DIGITRADE.VALUE("TIC.JP","2024-12","fx=JPY;unit=tn") → 166.61
 * @requiresAddress
 */
export function value(
  series: any,
  period: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any {
  return call("VALUE", [series, period, options], invocation, (shelf) => {
    const choices = read.options(options, VALUE_OPTIONS);
    const entry = entryFor(read.text(series, "series"), choices);
    const argument = read.periodArgument(period);
    return scalarOutcome(evaluate(shelf, entry, periodFor(shelf, entry, argument, choices), choices));
  });
}
