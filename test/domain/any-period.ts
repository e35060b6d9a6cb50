import fc from "fast-check";
import {
  FREQUENCIES,
  fromOrdinal,
  ordinal,
  period,
  type Frequency,
  type Period,
} from "../../src/domain/period";

const ENDS = {
  A: ["1600", "2999"],
  FY: ["FY1600", "FY2998"],
  H: ["1600-H1", "2999-H2"],
  Q: ["1600-Q1", "2999-Q4"],
  M: ["1600-01", "2999-12"],
  D: ["1600-01-01", "2999-12-31"],
} as const satisfies Record<Frequency, readonly [string, string]>;

export const frequencies: fc.Arbitrary<Frequency> = fc.constantFrom(...FREQUENCIES);

/** Periods of one frequency; 40 short of either end, so that tests may step on. */
export function periodsOf(freq: Frequency): fc.Arbitrary<Period> {
  const [first, last] = ENDS[freq];
  return fc
    .integer({ min: ordinal(period(first)) + 40, max: ordinal(period(last)) - 40 })
    .map((n) => fromOrdinal(freq, n));
}

/** Periods of all frequencies. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(...FREQUENCIES.map(periodsOf));
