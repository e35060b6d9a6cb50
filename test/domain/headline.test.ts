import fc from "fast-check";
import { impliedRate, isInside, roundingHalf, type Amount } from "../../src/domain/headline";
import { problemOf } from "./series-builder";

const yen = (value: number): Amount => ({ value, currency: "JPY" });
const dollars = (value: number): Amount => ({ value, currency: "USD" });

describe("5.35 trillion yen ($33.7 billion)", () => {
  const implied = impliedRate(yen(5.35e12), dollars(33.7e9));

  test("is a rate of 158.754, between 158.37 and 159.14", () => {
    expect(implied.pair).toEqual({ base: "USD", quote: "JPY" });
    expect(implied.rate).toBeCloseTo(158.754, 3);
    expect(implied.low).toBeCloseTo(158.37, 2);
    expect(implied.high).toBeCloseTo(159.14, 2);
  });

  test("fits Tokyo and the ECB of 21 June 2024, not the average of 2023", () => {
    expect(isInside(implied, 158.77)).toBe(true);
    expect(isInside(implied, 158.888)).toBe(true);
    expect(isInside(implied, 140.59)).toBe(false);
    expect(isInside(implied, implied.low) && isInside(implied, implied.high)).toBe(true);
  });

  test("either order and either sign say the same", () => {
    expect(impliedRate(dollars(33.7e9), yen(5.35e12))).toEqual(implied);
    expect(impliedRate(yen(-5.35e12), dollars(-33.7e9))).toEqual(implied);
    expect(impliedRate(yen(-5.35e12), dollars(33.7e9))).toEqual(implied);
  });

  test.each([
    [5.35 * 1e12, 33.7 * 1e9],
    [(5.3 + 0.05) * 1e12, 33.7e9],
    [5350000000000.001, 33700000000.000004],
    [5.35e12, (0.1 + 0.2 + 33.4) * 1e9],
  ])("amounts that were computed in a cell (%d, %d) keep their rounding", (a, b) => {
    const computed = impliedRate(yen(a), dollars(b));
    expect(computed.low).toBeCloseTo(implied.low, 9);
    expect(computed.high).toBeCloseTo(implied.high, 9);
  });
});

test.each([
  [5.35e12, 5e9],
  [5.3452e12, 5e7],
  [33.7e9, 5e7],
  [100, 50],
  [0.1 + 0.2, 0.05],
  [1, 0.5],
  [158.77, 0.005],
])("%d was rounded by up to %d", (value, half) => {
  expect(roundingHalf(value)).toBeCloseTo(half, 12);
});

test("amounts of nothing or of one currency imply no rate", () => {
  expect(problemOf(() => impliedRate(yen(0), dollars(1))).kind).toBe("bad-input");
  expect(problemOf(() => impliedRate(yen(1), dollars(0))).kind).toBe("bad-input");
  expect(problemOf(() => impliedRate(yen(1), yen(2))).message).toContain("JPY");
});

test("the band holds the rate, and the true one wherever both amounts were rounded properly", () => {
  const digits = fc.integer({ min: 2, max: 8 });
  const amount = fc.double({ min: 1, max: 1e13, noNaN: true });
  const trueRate = fc.double({ min: 50, max: 400, noNaN: true });
  fc.assert(
    fc.property(amount, trueRate, digits, digits, (inDollars, rate, a, b) => {
      const printed = (x: number, n: number): number => Number(x.toPrecision(n));
      const implied = impliedRate(yen(printed(inDollars * rate, a)), dollars(printed(inDollars, b)));
      expect(isInside(implied, implied.rate)).toBe(true);
      expect(implied.low).toBeGreaterThan(0);
      // Zeros at the end are not seen as written: the band may be wider than the printing, never narrower.
      expect(rate).toBeGreaterThanOrEqual(implied.low * (1 - 1e-12));
      expect(rate).toBeLessThanOrEqual(implied.high * (1 + 1e-12));
    }),
  );
});
