import fc from "fast-check";
import { period } from "../../src/domain/period";
import { publishedUnitWords, rescale, SCALES, unitWords, type Scale, type Unit } from "../../src/domain/unit";

const scales = Object.keys(SCALES) as readonly Scale[];

test("−53,452 oku is −5.3452 cho exactly, and the other way round", () => {
  expect(rescale(-53452, SCALES.oku.power, SCALES.cho.power)).toBe(-5.3452);
  expect(rescale(-53452, 8, 12)).toBe(-5.3452);
  expect(rescale(-53452, 8, 0)).toBe(-5_345_200_000_000);
  expect(rescale(1061.5, 9, 9)).toBe(1061.5);
  expect(rescale(1061.5, 9, 6)).toBe(1_061_500);
});

test("a whole number made larger and back is the same number", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999, max: 999_999 }),
      fc.constantFrom(...scales),
      fc.constantFrom(...scales),
      (value, a, b) => {
        const [small, large] = [SCALES[a].power, SCALES[b].power].sort((x, y) => x - y) as [number, number];
        expect(rescale(rescale(value, large, small), small, large)).toBe(value);
        // The decimal number that a person would write is the double that comes out.
        expect(rescale(value, small, large)).toBe(Number(`${value}e-${large - small}`));
      },
    ),
  );
});

const MONEY: Unit = { kind: "money", currency: "JPY", power: 8 };

test.each<[Unit, Scale, string]>([
  [MONEY, "tn", "JPY trillion"],
  [MONEY, "raw", "JPY"],
  [MONEY, "oku", "JPY oku (100 million)"],
  [{ kind: "rate", base: "USD", quote: "JPY", per: 1 }, "raw", "JPY per USD"],
  [{ kind: "rate", base: "KRW", quote: "JPY", per: 100 }, "raw", "JPY per 100 KRW"],
  [{ kind: "percent" }, "raw", "%"],
  [{ kind: "index", base: period("2015") }, "raw", "index, 2015 = 100"],
  [{ kind: "persons" }, "raw", "persons"],
  [{ kind: "persons" }, "mn", "million persons"],
  [{ kind: "number" }, "raw", "number"],
  [{ kind: "number" }, "bn", "billion"],
])("%j by %s: %s", (unit, scale, words) => {
  expect(unitWords(unit, scale)).toBe(words);
});

test.each<[Unit, string]>([
  [MONEY, "100 million yen"],
  [{ kind: "money", currency: "USD", power: 6 }, "million US dollars"],
  [{ kind: "money", currency: "USD", power: 0 }, "US dollars"],
  [{ kind: "money", currency: "USD", power: 5 }, "10^5 US dollars"],
  [{ kind: "persons" }, "persons"],
])("%j as published: %s", (unit, words) => {
  expect(publishedUnitWords(unit)).toBe(words);
});
