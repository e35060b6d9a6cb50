import { OPTION_KEYS, readChoices, splitOptions, type Choices } from "../../answer/choices";
import { readPeriodArgument, type PeriodArgument } from "../../answer/period-argument";
import type { FxSource } from "../../catalog/fx";
import type { Currency } from "../../domain/currency";
import type { Frequency } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { Scale } from "../../domain/unit";
import { callText, quoted } from "../call-text";

/** Which periods are asked for. */
export type Span =
  | { readonly kind: "latest" | "all" }
  | { readonly kind: "back"; readonly years: number }
  | { readonly kind: "between"; readonly from: string; readonly to: string };

/** What a person chose; what is left out stays as published. */
export interface Request {
  readonly ids: readonly SeriesId[];
  readonly span: Span;
  readonly freq?: Frequency | undefined;
  readonly fx?: Currency | undefined;
  readonly unit?: Scale | undefined;
  readonly basis?: "avg" | "end" | undefined;
  readonly fxsrc?: FxSource | undefined;
}

/** Excel takes no longer text inside a formula. */
const LONGEST_TEXT = 255;

/** The formula that a person would type for this, in Excel's English form. */
export function writeFormula(request: Request, namespace: string): string {
  const { ids, span, freq, fx, unit, basis, fxsrc } = request;
  const options = Object.entries({ freq, fx, unit, basis, fxsrc })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(";");
  const text = options === "" ? "" : quoted(options);
  const single = ids.length === 1;
  if (single && span.kind === "latest")
    return `=${callText(namespace, "VALUE", [quoted(ids[0] ?? ""), "", text])}`;
  const args = [seriesArgument(ids), ...spanArguments(span), text];
  return `=${callText(namespace, single ? "HISTORY" : "PANEL", args)}`;
}

function seriesArgument(ids: readonly SeriesId[]): string {
  const text = ids.join(",");
  return text.length <= LONGEST_TEXT ? quoted(text) : `{${ids.map(quoted).join(";")}}`;
}

function spanArguments(span: Span): readonly [start: string, end: string] {
  switch (span.kind) {
    case "all":
      return ["", ""];
    case "latest":
      return [quoted("latest"), ""];
    case "back":
      return [quoted(`-${span.years}Y`), ""];
    case "between":
      return [periodText(span.from), periodText(span.to)];
  }
}

const periodText = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === "" ? "" : /^\d{4}$/.test(trimmed) ? trimmed : quoted(trimmed);
};

/** A formula that is one call of ours with nothing but constants in it: its function, and the arguments as they stand. */
export interface WrittenCall {
  readonly name: "VALUE" | "HISTORY" | "PANEL";
  readonly args: readonly Argument[];
}

/** A list of texts in braces is a column, as Excel hands it over. */
type Argument = string | number | null | readonly (readonly string[])[];

/** What such a formula asks for, taken apart: what can be previewed. */
export interface PlainCall {
  readonly name: WrittenCall["name"];
  readonly ids: readonly string[];
  readonly start: PeriodArgument;
  readonly end: PeriodArgument;
  readonly choices: Choices;
}

const ARGUMENT = /\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|\{([^{}]*)\}|)\s*(,|$)/y;

/** The call that a formula is; undefined for any that is more than one plain call. */
export function readCall(text: string, namespace: string): WrittenCall | undefined {
  const shape = /^=\s*([A-Z]+)\.(VALUE|HISTORY|PANEL)\s*\((.*)\)\s*$/is.exec(text.trim());
  const [, space = "", name = "", inner = ""] = shape ?? [];
  const args = shape && space.toUpperCase() === namespace ? readArguments(inner) : undefined;
  return args && { name: name.toUpperCase() as WrittenCall["name"], args };
}

/** Takes a formula apart; undefined for any that is more than one plain call. A bad period or option is a Problem. */
export function readFormula(text: string, namespace: string): PlainCall | undefined {
  const call = readCall(text, namespace);
  if (!call) return undefined;
  const { name, args } = call;
  const isValue = name === "VALUE";
  const [series = "", start = null, second = null, third = null] = args.map(inOneText);
  const end = isValue ? null : second;
  const options = isValue ? second : third;
  return {
    name,
    ids: String(series)
      .split(/[,;]/)
      .map((id) => id.trim())
      .filter((id) => id !== ""),
    start: readPeriodArgument(start, isValue ? "period" : "start"),
    end: readPeriodArgument(end, "end"),
    choices: readChoices(options === null ? [] : splitOptions(String(options)), OPTION_KEYS),
  };
}

function readArguments(inner: string): readonly Argument[] | undefined {
  const args: Argument[] = [];
  ARGUMENT.lastIndex = 0;
  for (;;) {
    const found = ARGUMENT.exec(inner);
    if (!found) return undefined;
    const [, string, number, list, separator] = found;
    if (string !== undefined) args.push(string.replaceAll('""', '"'));
    else if (number !== undefined) args.push(Number(number));
    else if (list !== undefined) args.push(column(list));
    else args.push(null);
    if (separator === "") return args;
  }
}

const column = (list: string): readonly (readonly string[])[] =>
  list.split(/[;,]/).map((text) => [text.trim().replace(/^"|"$/g, "")]);
const inOneText = (argument: Argument): string | number | null =>
  typeof argument === "object" && argument !== null ? argument.flat().join(",") : argument;
