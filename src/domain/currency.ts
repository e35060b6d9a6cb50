import { badInput } from "./problem";
import { nearest } from "./nearest";

/** ISO 4217 codes that the product converts between. */
export const CURRENCIES = [
  "EUR",
  "GBP",
  "AUD",
  "NZD",
  "USD",
  "CAD",
  "CHF",
  "SGD",
  "HKD",
  "CNY",
  "THB",
  "INR",
  "JPY",
  "KRW",
] as const;

/** The list above is also the market's order: of two currencies the earlier one is the base of the quoted pair. */
export type Currency = (typeof CURRENCIES)[number];

const NAMES = {
  EUR: "euro",
  GBP: "pound sterling",
  AUD: "Australian dollar",
  NZD: "New Zealand dollar",
  USD: "US dollar",
  CAD: "Canadian dollar",
  CHF: "Swiss franc",
  SGD: "Singapore dollar",
  HKD: "Hong Kong dollar",
  CNY: "Chinese yuan",
  THB: "Thai baht",
  INR: "Indian rupee",
  JPY: "yen",
  KRW: "South Korean won",
} as const satisfies Record<Currency, string>;

export function currencyName(currency: Currency): string {
  return NAMES[currency];
}

const PLURALS: Partial<Record<Currency, string>> = {
  GBP: "pounds sterling",
  CNY: "Chinese yuan",
  THB: "Thai baht",
  JPY: "yen",
  KRW: "South Korean won",
};

/** The name for an amount: "US dollars", "yen". */
export function currencyPlural(currency: Currency): string {
  return PLURALS[currency] ?? `${NAMES[currency]}s`;
}

export function isCurrency(text: string): text is Currency {
  return (CURRENCIES as readonly string[]).includes(text);
}

/** A currency from what a person typed, in any case. */
export function readCurrency(text: string): Currency {
  const code = text.normalize("NFKC").trim().toUpperCase();
  if (isCurrency(code)) return code;
  const near = nearest(code, CURRENCIES, 1)[0] ?? "USD";
  throw badInput(
    `"${text.trim()}" is not a currency that DigiTrade knows; did you mean ${near}? Known: ${CURRENCIES.join(", ")}.`,
  );
}

/** Two currencies in the direction in which the market quotes them. */
export interface Pair {
  readonly base: Currency;
  readonly quote: Currency;
}

/** The market direction of a pair, whichever way round it was asked. */
export function marketPair(a: Currency, b: Currency): Pair {
  return CURRENCIES.indexOf(a) <= CURRENCIES.indexOf(b) ? { base: a, quote: b } : { base: b, quote: a };
}
