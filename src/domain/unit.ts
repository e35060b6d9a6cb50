import { currencyPlural, type Currency } from "./currency";
import type { Period } from "./period";

/** What a number counts. Only money converts; a rate is inverted only on request; the others refuse. */
export type Unit =
  | { readonly kind: "money"; readonly currency: Currency; readonly power: number }
  | { readonly kind: "rate"; readonly base: Currency; readonly quote: Currency; readonly per: number }
  | { readonly kind: "percent" }
  | { readonly kind: "index"; readonly base: Period }
  | { readonly kind: "persons" }
  | { readonly kind: "number" };

/** The `unit` option: how large one unit of the answer is. */
export type Scale = "raw" | "k" | "mn" | "bn" | "tn" | "oku" | "cho";

export const SCALES = {
  raw: { power: 0, word: "" },
  k: { power: 3, word: "thousand" },
  mn: { power: 6, word: "million" },
  oku: { power: 8, word: "oku (100 million)" },
  bn: { power: 9, word: "billion" },
  tn: { power: 12, word: "trillion" },
  cho: { power: 12, word: "cho (trillion)" },
} as const satisfies Record<Scale, { power: number; word: string }>;

/**
 * Move a value from units of 10^from to units of 10^to by shifting its decimal point, as a person would: 1,087.1 billion
 * is 1,087,100,000,000, where multiplying in binary gives 1,087,099,999,999.9999.
 */
export function rescale(value: number, from: number, to: number): number {
  const text = String(value);
  if (from === to || !Number.isFinite(value)) return value;
  return text.includes("e") ? value * 10 ** (from - to) : Number(`${text}e${from - to}`);
}

/** A unit in words, after the answer was scaled: "JPY trillion", "JPY per USD", "%", "persons". */
export function unitWords(unit: Unit, scale: Scale): string {
  const size = SCALES[scale].word;
  switch (unit.kind) {
    case "money":
      return size ? `${unit.currency} ${size}` : unit.currency;
    case "rate":
      return `${unit.quote} per ${unit.per === 1 ? "" : `${unit.per} `}${unit.base}`;
    case "percent":
      return "%";
    case "index":
      return `index, ${unit.base} = 100`;
    case "persons":
      return size ? `${size} persons` : "persons";
    case "number":
      return size || "number";
  }
}

/** A unit as published: "100 million yen", "USD million", "yen per US dollar". */
export function publishedUnitWords(unit: Unit): string {
  if (unit.kind === "money") {
    const sizes: Record<number, string> = {
      0: "",
      3: "thousand ",
      6: "million ",
      8: "100 million ",
      9: "billion ",
      12: "trillion ",
    };
    return `${sizes[unit.power] ?? `10^${unit.power} `}${currencyPlural(unit.currency)}`;
  }
  return unitWords(unit, "raw");
}
