import type { Currency, Pair } from "./currency";
import { marketPair } from "./currency";
import { badInput } from "./problem";

/** An amount as a text states it. */
export interface Amount {
  readonly value: number;
  readonly currency: Currency;
}

/** The rate that two statements of one amount imply, with the band that their rounding leaves. */
export interface Implied {
  readonly pair: Pair;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Half the last written place of a number: 5.35E12 was written to 0.01 trillion, so 5E9. */
export function roundingHalf(value: number): number {
  // Twelve digits: an amount that was computed in a cell (5.35*1E12) carries noise beyond them.
  const [mantissa = "0", exponent = "0"] = Number(value.toPrecision(12)).toExponential().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** The rate implied by the same amount in two currencies, in market direction. */
export function impliedRate(a: Amount, b: Amount): Implied {
  if (a.currency === b.currency)
    throw badInput(`Both amounts are in ${a.currency}; give the two in different currencies.`);
  if (a.value === 0 || b.value === 0)
    throw badInput("An amount of zero implies no rate; give both amounts as they were printed.");
  const pair = marketPair(a.currency, b.currency);
  const [quote, base] = a.currency === pair.quote ? [a, b] : [b, a];
  const q = Math.abs(quote.value);
  const s = Math.abs(base.value);
  const dq = roundingHalf(q);
  const ds = roundingHalf(s);
  return { pair, rate: q / s, low: (q - dq) / (s + ds), high: (q + dq) / (s - ds) };
}

export function isInside(implied: Implied, rate: number): boolean {
  return rate >= implied.low && rate <= implied.high;
}
