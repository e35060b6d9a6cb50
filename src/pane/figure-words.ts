import type { Definition } from "../catalog/entry";
import { currencyNameJa, type FxSource } from "../catalog/fx";
import type { Currency, Pair } from "../domain/currency";
import type { Status } from "../domain/series";
import { SCALES, type Scale, type Unit } from "../domain/unit";
import type { Word } from "./words/en";
import type { Speech } from "./words/speech";

const SOURCE_WORD = {
  ecb: "sourceEcb",
  fred: "sourceFred",
  boj: "sourceBoj",
  te: "sourceTe",
} as const satisfies Record<FxSource, Word>;

export const STATUS_WORD = {
  approx: "statusApprox",
  prelim: "statusPrelim",
  break: "statusBreak",
  secondary: "statusSecondary",
} as const satisfies Record<Status, Word>;

/** An amount in whole units as a person would say it: "USD 38.05 billion", "380.5億米ドル". */
export function moneyText(value: number, currency: Currency, { language }: Speech, digits = 4): string {
  const amount = value
    .toLocaleString(language, {
      notation: "compact",
      compactDisplay: "long",
      maximumSignificantDigits: digits,
    })
    .replace("-", "−");
  return language === "ja" ? `${amount}${currencyNameJa(currency)}` : `${currency} ${amount}`;
}

/** An exchange rate with six digits that matter. */
export function rateText(value: number, { number }: Speech): string {
  return number(value, Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(value)))));
}

/** "140.588 JPY per USD", "1 USD = 140.588 JPY". */
export function pairRateText(value: number, { base, quote }: Pair, speech: Speech): string {
  return speech.say("rateOfPair", { rate: rateText(value, speech), base, quote });
}

/** Who quotes a rate, in short. */
export function rateSourceText(source: string, { say }: Speech): string {
  return Object.hasOwn(SOURCE_WORD, source) ? say(SOURCE_WORD[source as FxSource]) : source;
}

export const DEFINITION_WORD = {
  "3item": "definition3",
  "5item": "definition5",
} as const satisfies Record<Definition, Word>;

const POWER_WORD: Readonly<Record<number, Word>> = {
  3: "powerK",
  6: "powerMn",
  8: "powerOku",
  9: "powerBn",
  12: "powerTn",
};

/** A number with the digits that matter and a real minus sign: "−20,228", "38.0204". */
function valueText(value: number, { language }: Speech): string {
  const size = Math.abs(value);
  const digits = size >= 100_000 || Number.isInteger(value) ? 0 : size >= 1000 ? 2 : size >= 100 ? 3 : 4;
  return value.toLocaleString(language, { maximumFractionDigits: digits }).replace("-", "−");
}

/** A number with its unit: "−20,228 × 100 million JPY", "38.0204 billion USD", "1.0813 USD per EUR" */
export function measuredText(value: number, unit: Unit, scale: Scale, speech: Speech): string {
  const power = unit.kind === "money" ? unit.power + SCALES[scale].power : SCALES[scale].power;
  const size = POWER_WORD[power];
  const words = size === undefined ? "" : speech.say(size);
  const number = valueText(value, speech);
  const join = speech.language === "ja" ? "" : " ";
  const sized =
    words === "" ? number : `${number}${power === 8 && speech.language === "en" ? " × " : " "}${words}`;
  switch (unit.kind) {
    case "money":
      return `${sized}${join}${speech.language === "ja" ? currencyNameJa(unit.currency) : unit.currency}`;
    case "rate":
      return pairRateText(value, unit, speech);
    case "percent":
      return `${number} %`;
    case "index":
      return `${number} (${speech.say("index", { base: unit.base })})`;
    case "persons":
      return `${sized}${join}${speech.say("persons")}`;
    case "number":
      return sized;
  }
}
