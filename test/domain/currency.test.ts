import fc from "fast-check";
import {
  CURRENCIES,
  currencyName,
  currencyPlural,
  isCurrency,
  marketPair,
  readCurrency,
} from "../../src/domain/currency";
import { problemOf } from "./series-builder";

const currency = fc.constantFrom(...CURRENCIES);

test("the market's order", () => {
  expect(CURRENCIES.join(" ")).toBe("EUR GBP AUD NZD USD CAD CHF SGD HKD CNY THB INR JPY KRW");
  expect(marketPair("JPY", "USD")).toEqual({ base: "USD", quote: "JPY" });
  expect(marketPair("USD", "EUR")).toEqual({ base: "EUR", quote: "USD" });
  expect(marketPair("KRW", "JPY")).toEqual({ base: "JPY", quote: "KRW" });
});

test("a pair has one direction, whichever way round it is asked", () => {
  fc.assert(
    fc.property(currency, currency, (a, b) => {
      const pair = marketPair(a, b);
      expect(marketPair(b, a)).toEqual(pair);
      expect([pair.base, pair.quote].sort()).toEqual([a, b].sort());
      expect(CURRENCIES.indexOf(pair.base)).toBeLessThanOrEqual(CURRENCIES.indexOf(pair.quote));
    }),
  );
});

test.each([
  ["usd", "USD"],
  [" Jpy ", "JPY"],
  ["EUR", "EUR"],
])("%j is read as %s", (typed, code) => {
  expect(readCurrency(typed)).toBe(code);
});

test.each([
  ["USB", "USD"],
  ["JPN", "JPY"],
  ["EURO", "EUR"],
])("%j is refused; %s is near", (typed, near) => {
  const { kind, message } = problemOf(() => readCurrency(typed));
  expect(kind).toBe("bad-input");
  expect(message).toContain(`"${typed}"`);
  expect(message).toContain(`did you mean ${near}?`);
  expect(message).toContain("Known: EUR, GBP,");
});

test("names, for one unit and for an amount", () => {
  expect([currencyName("USD"), currencyPlural("USD")]).toEqual(["US dollar", "US dollars"]);
  expect([currencyName("JPY"), currencyPlural("JPY")]).toEqual(["yen", "yen"]);
  expect(new Set(CURRENCIES.map(currencyName)).size).toBe(CURRENCIES.length);
  expect(isCurrency("usd")).toBe(false);
});
