import { choicesFrom } from "../charts/common/read-choices";
import { resolveChart } from "../charts/common/resolve";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";
import { sentences } from "./bridge/show";

const PARTS = ["title", "subtitle", "sentence", "source"] as const;
const SHOWN = ["value", "why"] as const;

/**
 * The sentence that states what a prebuilt chart or target comparison shows, worked out from the same figures as its
 * cells, gaps named. Charts link their titles to it. Options are the chart's own and part=title, subtitle, sentence or
 * source; lang=ja for Japanese.
 * @customfunction CAPTION
 * @helpurl {{origin}}/help/functions.html#caption
 * @param chart Id of a chart, such as digital-balance, treasury-holders or target-path
 * @param [options] Text such as "part=title;fx=USD;lang=ja", or a two-column range of keys and values
 * @returns Text
 * @example =DIGITRADE.CAPTION("holdings-cover","end=2024;part=title") → Japan's Treasuries: 25.8 years of the digital deficit of 2024
 * @example =DIGITRADE.CAPTION("travel-digital","end=2024;part=title;lang=ja") → 2024年の旅行黒字はデジタル赤字の91％に相当
 * @requiresAddress
 * @chunk later
 */
export function caption(chart: any, options: any[][], invocation: CustomFunctions.Invocation): any {
  return call("CAPTION", [chart, options], invocation, (shelf) => {
    const definition = resolveChart(read.text(chart, "chart"));
    const pairs = read.optionPairs(options);
    const part = own(pairs, "part", PARTS) ?? "sentence";
    const show = own(pairs, "show", SHOWN);
    const choices = choicesFrom(
      definition,
      pairs.filter(([key]) => !isOwn(key)),
    );
    const finding = definition.finding(shelf, choices);
    return {
      cells: finding[part],
      why: () =>
        sentences([
          `${definition.title[choices.lang]}: ${definition.question[choices.lang]}`,
          finding.sentence,
          finding.source,
        ]),
      show,
    };
  });
}

/** The keys that are CAPTION's own; all others are the chart's. */
const isOwn = (key: string): boolean => ["part", "show"].includes(key.trim().toLowerCase());

/** The value of one of its own keys; an unknown one, or one given twice, is a Problem. */
function own<T extends string>(
  pairs: readonly (readonly [string, string])[],
  key: string,
  allowed: readonly T[],
): T | undefined {
  const given = pairs.filter(([k]) => k.trim().toLowerCase() === key).map(([, value]) => value.trim());
  const [value, second] = given;
  if (second !== undefined) throw badInput(`${key} is given twice; keep one.`);
  if (value === undefined) return undefined;
  const found = allowed.find((a) => a === value.toLowerCase());
  if (found) return found;
  const near = nearest(value, allowed, 1)[0] ?? "";
  throw badInput(
    `${key}=${value} is not known; did you mean ${key}=${near}? Allowed: ${allowed.join(", ")}.`,
  );
}
