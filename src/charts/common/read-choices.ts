import { readBasis, splitOptions } from "../../answer/choices";
import { CURRENCIES } from "../../domain/currency";
import { nearest } from "../../domain/nearest";
import { frequencyOf, readPeriod, type Period } from "../../domain/period";
import { badInput, type Problem } from "../../domain/problem";
import type { ChartChoices, ChoiceKey } from "./choices";
import type { ChartDefinition } from "./definition";
import { LANGUAGES } from "./language";
import type { ChartOption } from "./options";

/** What holds for a chart that does not take an option; none reads it. */
const STANDARD: ChartChoices = {
  years: 10,
  end: "latest",
  area: "JP",
  def: undefined,
  fx: undefined,
  basis: "avg",
  fxsrc: "auto",
  base: "2015" as Period,
  from: "2015" as Period,
  to: "latest",
  year: "latest",
  month: "latest",
  top: 10,
  target: "JP.SPECIALISTS",
  method: "endpoint",
  approx: undefined,
  asof: undefined,
  lang: "en",
};

type Read<K extends ChoiceKey> = (text: string, option: ChartOption) => ChartChoices[K];

const READERS = {
  years: count,
  end: yearOrLatest,
  area: (text, option) => listed(text, option),
  def: (text, option) => among(["3item", "5item", "deliverable", "delivered"] as const, text, option),
  fx: (text, option) => among(CURRENCIES, text, option),
  basis: (text, option) => readRateBasis(text, option),
  fxsrc: (text, option) => among(["auto", "ecb", "fred", "boj", "te"] as const, text, option),
  base: year,
  from: year,
  to: yearOrLatest,
  year: yearOrLatest,
  month: monthOrLatest,
  top: count,
  target: (text, option) => listed(text, option),
  method: (text, option) => among(["endpoint", "chain"] as const, text, option),
  approx: (text, option) => among(["allow"] as const, text, option),
  asof: day,
  lang: (text, option) => among(LANGUAGES, text, option),
} as const satisfies { readonly [K in ChoiceKey]: Read<K> };

/** The choices of a chart from text such as `years=10;fx=USD`. An unknown key or value is a Problem naming the nearest. */
export function readChoices(definition: ChartDefinition, text: string): ChartChoices {
  return choicesFrom(definition, splitOptions(text));
}

/** The same from pairs of key and value; empty pairs are passed over. */
export function choicesFrom(
  definition: ChartDefinition,
  pairs: readonly (readonly [string, string])[],
): ChartChoices {
  const chosen: Record<string, unknown> = { ...STANDARD };
  for (const { key, standard } of definition.options)
    chosen[key] = standard === "" ? undefined : read(key, standard, optionOf(definition, key));
  const given = new Set<string>();
  for (const [rawKey, rawValue] of pairs) {
    const [key, value] = [rawKey.trim().toLowerCase(), rawValue.trim()];
    if (key === "" && value === "") continue;
    const option = optionOf(definition, key);
    if (value === "") throw badInput(`${key}= has no value; write ${key}=… or leave it out.`);
    if (given.has(key)) throw badInput(`${key} is given twice; keep one.`);
    given.add(key);
    chosen[option.key] = read(option.key, value, option);
  }
  const choices = chosen as unknown as ChartChoices;
  definition.check?.(choices);
  return choices;
}

/** The text from which the same choices are read again; what is as it would be anyway is left out. */
export function writeChoices(definition: ChartDefinition, choices: ChartChoices): string {
  return definition.options
    .flatMap(({ key, standard }) => {
      const value = String(choices[key] ?? "");
      return value === standard ? [] : [`${key}=${value}`];
    })
    .join(";");
}

const read = (key: ChoiceKey, text: string, option: ChartOption): unknown =>
  READERS[key](text.normalize("NFKC").trim(), option);

function optionOf({ id, options }: ChartDefinition, key: string): ChartOption {
  const found = options.find((option) => option.key === key);
  if (found) return found;
  const keys = options.map((option) => option.key);
  const known = Object.hasOwn(READERS, key) ? `does not apply to ${id}` : "is not an option";
  throw badInput(
    `"${key}" ${known}; did you mean ${nearest(key, keys, 1)[0] ?? ""}? Options of ${id}: ${keys.join(", ")}.`,
  );
}

function listed(text: string, option: ChartOption): string {
  const values = option.allowed.kind === "list" ? option.allowed.values.map(({ value }) => value) : [];
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw unknownValue(option, text, values);
}

function among<T extends string>(known: readonly T[], text: string, option: ChartOption): T {
  const value = listed(text, option);
  return known.find((k) => k === value) ?? (value as T);
}

function unknownValue({ key }: ChartOption, text: string, values: readonly string[]): Problem {
  const near = nearest(text, values, 1)[0] ?? "";
  return badInput(`${key}=${text} is not known; did you mean ${key}=${near}? Allowed: ${values.join(", ")}.`);
}

function count(text: string, { key, allowed }: ChartOption): number {
  const n = Number(text);
  const [least, most] = allowed.kind === "count" ? [allowed.least, allowed.most] : [1, 1];
  if (Number.isInteger(n) && n >= least && n <= most) return n;
  throw badInput(`${key}=${text} is not a whole number from ${least} to ${most}.`);
}

function yearOrLatest(text: string, option: ChartOption): Period | "latest" {
  return text.toLowerCase() === "latest" ? "latest" : year(text, option);
}

function year(text: string, { key, allowed }: ChartOption): Period {
  const latest = allowed.kind === "year" && allowed.latest ? " or latest" : "";
  if (!/^\d{4}$/.test(text)) throw badInput(`${key}=${text} is not a year; write ${key}=2015${latest}.`);
  return readPeriod(text);
}

function monthOrLatest(text: string, { key }: ChartOption): Period | "latest" {
  if (text.toLowerCase() === "latest") return "latest";
  const p = readPeriod(text);
  if (frequencyOf(p) === "M") return p;
  throw badInput(`${key}=${text} is not a month; write ${key}=2024-12 or latest.`);
}

function day(text: string, { key }: ChartOption): Period {
  const p = readPeriod(text);
  if (frequencyOf(p) === "D") return p;
  throw badInput(`${key}=${text} is not a day; write ${key}=2024-06-21.`);
}

function readRateBasis(text: string, { key }: ChartOption): ChartChoices["basis"] {
  const found = readBasis(text, key);
  if (found === "day")
    throw badInput(`${key}=day needs a day here: write ${key}=2024-06-21, or avg, or end.`);
  return found;
}
