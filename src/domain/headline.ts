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

/** An amount with the lowest and highest that it may stand for. */
export interface BandedAmount extends Amount {
  readonly low: number;
  readonly high: number;
}

/** The rate implied by the same amount in two currencies, each written to its last place, in market direction. */
export function impliedRate(a: Amount, b: Amount): Implied {
  return impliedBand(banded(a), banded(b));
}

function banded({ value, currency }: Amount): BandedAmount {
  const half = roundingHalf(value);
  return { value, currency, low: value - half, high: value + half };
}

/** The rate implied by the same amount in two currencies, in market direction, signs aside. */
export function impliedBand(a: BandedAmount, b: BandedAmount): Implied {
  if (a.currency === b.currency)
    throw badInput(`Both amounts are in ${a.currency}; give the two in different currencies.`);
  if (a.value === 0 || b.value === 0)
    throw badInput("An amount of zero implies no rate; give both amounts as they were printed.");
  const pair = marketPair(a.currency, b.currency);
  const [quote, base] = a.currency === pair.quote ? [sizeOf(a), sizeOf(b)] : [sizeOf(b), sizeOf(a)];
  return {
    pair,
    rate: quote.value / base.value,
    low: quote.low / base.high,
    // An amount that may be nothing at all leaves the rate open upwards.
    high: base.low > 0 ? quote.high / base.low : Infinity,
  };
}

function sizeOf({ value, low, high }: BandedAmount): Omit<BandedAmount, "currency"> {
  return value < 0 ? { value: -value, low: -high, high: -low } : { value, low, high };
}

export function isInside(implied: Implied, rate: number): boolean {
  return rate >= implied.low && rate <= implied.high;
}
