import { OPTION_KEYS, readChoices } from "../../answer/choices";
import { Problem } from "../../domain/problem";
import { tokensOf, type Token } from "../../file/formula-tokens";
import { quoted } from "../call-text";

/** Which argument holds a function's options, counted from 0. */
const OPTIONS_AT: Readonly<Record<string, number>> = {
  VALUE: 2,
  HISTORY: 3,
  PANEL: 3,
  FXRATE: 4,
  CONVERT: 4,
  DEFICIT: 3,
  COMPONENTS: 3,
  DECOMPOSE: 4,
};

/** Names of the functions whose options can be added to. */
export const FUNCTIONS_WITH_OPTIONS: readonly string[] = Object.keys(OPTIONS_AT);

/** What a complaint advises to add to the options, `approx=allow`; undefined where it advises something else. */
export function advisedOption(sentence: string): string | undefined {
  const [, key = "", value = ""] = /\badd ([a-z]+)=([A-Za-z]+)\b/i.exec(sentence) ?? [];
  try {
    readChoices([[key, value]], OPTION_KEYS);
    return key === "" ? undefined : `${key}=${value}`;
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

/**
 * The formula with an option added to the one call of a function in it. Undefined where there are several such calls, or
 * where the options are worked out by the formula, so that nothing can be added without knowing them.
 */
export function withOption(formula: string, name: string, option: string): string | undefined {
  const at = OPTIONS_AT[name];
  const tokens = tokensOf(formula);
  if (at === undefined || !tokens) return undefined;
  const calls = tokens.flatMap(({ kind, text }, i) =>
    kind === "function" && text.toUpperCase().endsWith(`.${name}`) ? [i] : [],
  );
  const [call, another] = calls;
  if (call === undefined || another !== undefined) return undefined;
  const args = argumentsFrom(tokens, call + 1);
  if (!args) return undefined;
  const given = args.list[at];
  if (given === undefined || given.length === 0) {
    const commas = ",".repeat(Math.max(0, at - Math.max(0, args.list.length - 1)));
    // A place that is there but empty is filled; otherwise the call is made longer.
    const place = given === undefined ? args.end : (args.starts[at] ?? args.end);
    const before = given === undefined ? (args.list.length === 0 ? ",".repeat(at) : commas) : "";
    return formula.slice(0, place) + before + quoted(option) + formula.slice(place);
  }
  const [only] = given;
  if (given.length > 1 || only?.kind !== "text") return undefined;
  return (
    formula.slice(0, only.start) + merged(only.text, option) + formula.slice(only.start + only.text.length)
  );
}

/** A text of options with one more, in place of another value of the same key. */
function merged(text: string, option: string): string {
  const [key = ""] = option.split("=");
  const kept = text
    .slice(1, -1)
    .split(";")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "" && piece.split("=")[0]?.trim().toLowerCase() !== key);
  return `"${[...kept, option].join(";")}"`;
}

interface Arguments {
  readonly list: readonly (readonly Token[])[];
  /** Where each argument starts, and where the last one ends. */
  readonly starts: readonly number[];
  readonly end: number;
}

/** The arguments of a call whose bracket opens at a token; none at all for `F()`. */
function argumentsFrom(tokens: readonly Token[], open: number): Arguments | undefined {
  const bracket = tokens[open];
  if (bracket?.text !== "(") return undefined;
  const list: Token[][] = [[]];
  const starts = [bracket.start + 1];
  let depth = 0;
  for (const token of tokens.slice(open + 1)) {
    const { kind, text, start } = token;
    const sign = kind === "sign" ? text : "";
    if (sign === ")" && depth === 0) {
      const isEmpty = list.length === 1 && list[0]?.length === 0;
      return { list: isEmpty ? [] : list, starts, end: start };
    }
    if (sign === "(" || sign === "{") depth++;
    if (sign === ")" || sign === "}") depth--;
    if (sign === "," && depth === 0) {
      list.push([]);
      starts.push(start + 1);
    } else list.at(-1)?.push(token);
  }
  return undefined;
}
