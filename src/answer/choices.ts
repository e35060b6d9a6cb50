import type { Aggregation } from "../domain/aggregate";
import type { Path } from "../domain/convert";
import type { Currency } from "../domain/currency";
import { readCurrency } from "../domain/currency";
import type { Basis } from "../domain/exchange";
import { nearest } from "../domain/nearest";
import { frequencyOf, readPeriod, type Day, type Frequency } from "../domain/period";
import { badInput } from "../domain/problem";
import type { Transform } from "../domain/transform";
import type { Scale } from "../domain/unit";

/** What the `options` argument may choose, parsed. */
export interface Choices {
  readonly freq?: Frequency;
  readonly agg?: Aggregation;
  readonly fx?: Currency;
  readonly basis?: Basis;
  readonly path?: Path;
  readonly fxsrc?: RateSource;
  readonly unit?: Scale;
  readonly tf?: Transform;
  readonly missing?: "na" | "blank" | "prev";
  readonly stamp?: "end" | "start" | "label";
  readonly order?: "asc" | "desc";
  readonly header?: "on" | "off";
  readonly def?: "3item" | "5item" | "deliverable" | "delivered";
  readonly asof?: Day;
  readonly sign?: "bop" | "deficit";
  readonly partial?: "allow";
  readonly approx?: "allow";
  readonly method?: "endpoint" | "chain";
  readonly show?: "value" | "why";
  /** How many matches IMPLIED lists. */
  readonly top?: number;
}

export type RateSource = "auto" | "ecb" | "fred" | "boj" | "te";
export type OptionKey = keyof Choices;

const FREQUENCY_VALUES = { a: "A", h: "H", q: "Q", m: "M", d: "D", fy: "FY" } as const satisfies Record<
  string,
  Frequency
>;

function oneOf<const T extends string>(...allowed: readonly T[]): (text: string, key: string) => T {
  return (text, key) => {
    const found = allowed.find((a) => a === text.toLowerCase());
    if (found !== undefined) return found;
    throw unknownValue(key, text, allowed);
  };
}

function unknownValue(key: string, text: string, allowed: readonly string[]): Error {
  const near = nearest(text, allowed, 1)[0] ?? "";
  return badInput(
    `${key}=${text} is not known; did you mean ${key}=${near}? Allowed: ${allowed.join(", ")}.`,
  );
}

function readFrequency(text: string, key: string): Frequency {
  const found = Object.entries(FREQUENCY_VALUES).find(([k]) => k === text.toLowerCase());
  if (found) return found[1];
  throw unknownValue(key, text, Object.values(FREQUENCY_VALUES));
}

function readDay(text: string, key: string): Day {
  const p = readPeriod(text);
  if (frequencyOf(p) === "D") return p;
  throw badInput(`${key}=${text} is not a day; write ${key}=2024-06-21.`);
}

/** `avg`, `end`, `day` (the day that is asked for) or a day. */
export function readBasis(text: string, key = "basis"): Basis | "day" {
  const t = text.trim().toLowerCase();
  if (t === "avg" || t === "end" || t === "day") return t;
  if (/^\d/.test(t)) return readDay(t, key);
  throw badInput(`${key}=${text} is not known; allowed: avg, end, or a day such as ${key}=2024-06-21.`);
}

function readTransform(text: string, key: string): Transform {
  const t = text.trim();
  const index = /^idx\s*:\s*(.+)$/i.exec(t);
  if (index) return { kind: "idx", base: readPeriod(index[1] ?? "") };
  const kind = (["chg", "pch", "pc1"] as const).find((k) => k === t.toLowerCase());
  if (kind) return { kind };
  if (/^idx$/i.test(t)) throw badInput("tf=idx needs its base: write tf=idx:2015.");
  throw unknownValue(key, t, ["chg", "pch", "pc1", "idx:2015"]);
}

/** `basis=day` alone means the day asked for; only a function that knows that day can resolve it. */
function readBasisOption(text: string, key: string): Basis {
  const basis = readBasis(text, key);
  if (basis === "day") throw badInput("basis=day needs a day here: write basis=2024-06-21.");
  return basis;
}

const MOST_LISTED = 1000;

function readTop(text: string, key: string): number {
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1 && n <= MOST_LISTED) return n;
  throw badInput(`${key}=${text} is not a whole number from 1 to ${MOST_LISTED}.`);
}

const READERS = {
  freq: readFrequency,
  agg: oneOf("sum", "avg", "last"),
  fx: (text: string) => readCurrency(text),
  basis: readBasisOption,
  path: oneOf("native", "agg"),
  fxsrc: oneOf("auto", "ecb", "fred", "boj", "te"),
  unit: oneOf("raw", "k", "mn", "bn", "tn", "oku", "cho"),
  tf: readTransform,
  missing: oneOf("na", "blank", "prev"),
  stamp: oneOf("end", "start", "label"),
  order: oneOf("asc", "desc"),
  header: oneOf("on", "off"),
  def: oneOf("3item", "5item", "deliverable", "delivered"),
  asof: readDay,
  sign: oneOf("bop", "deficit"),
  partial: oneOf("allow"),
  approx: oneOf("allow"),
  method: oneOf("endpoint", "chain"),
  show: oneOf("value", "why"),
  top: readTop,
} as const satisfies { readonly [K in OptionKey]-?: (text: string, key: string) => Choices[K] };

export const OPTION_KEYS = Object.keys(READERS) as readonly OptionKey[];

const isOptionKey = (text: string): text is OptionKey => Object.hasOwn(READERS, text);

/** Pairs of key and value, as text or as the two columns of a range; values may be numbers (`asof` as a date is text by then). */
export function readChoices(
  pairs: readonly (readonly [string, string])[],
  allowed: readonly OptionKey[],
): Choices {
  const choices: Record<string, unknown> = {};
  for (const [rawKey, rawValue] of pairs) {
    const key = rawKey.trim().toLowerCase();
    const value = rawValue.trim();
    if (key === "" && value === "") continue;
    if (!isOptionKey(key) || !allowed.includes(key)) throw unknownKey(rawKey.trim(), allowed);
    if (value === "") throw badInput(`${key}= has no value; write ${key}=… or leave it out.`);
    if (Object.hasOwn(choices, key)) throw badInput(`${key} is given twice; keep one.`);
    choices[key] = READERS[key](value, key);
  }
  return choices;
}

function unknownKey(key: string, allowed: readonly OptionKey[]): Error {
  const near = nearest(key, allowed, 1)[0] ?? "";
  const known = isOptionKey(key.toLowerCase()) ? "does not apply to this function" : "is not an option";
  return badInput(`"${key}" ${known}; did you mean ${near}? Options here: ${allowed.join(", ")}.`);
}

/** Split `"fx=USD;unit=bn"` into pairs; a piece without = is a Problem. */
export function splitOptions(text: string): readonly (readonly [string, string])[] {
  return text
    .split(";")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .map((piece) => {
      const at = piece.indexOf("=");
      if (at < 1) throw badInput(`"${piece}" is not an option; write key=value, such as "fx=USD;unit=bn".`);
      return [piece.slice(0, at), piece.slice(at + 1)] as const;
    });
}
