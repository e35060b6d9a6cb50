import fc from "fast-check";
import { nearest } from "../../src/domain/nearest";

const WORDS = ["JP.DIGITAL.NET", "JP.TRAVEL.NET", "JP.GOODS.NET", "TIC.JP"];

test.each([
  ["jp.digtal.net", "JP.DIGITAL.NET"],
  ["JP.TRAVELS.NET", "JP.TRAVEL.NET"],
  ["TIC.JPN", "TIC.JP"],
])("%s is nearest to %s", (typed, word) => {
  expect(nearest(typed, WORDS, 1)).toEqual([word]);
});

test("as many as asked for, best first, ties by the alphabet", () => {
  expect(nearest("B", ["C", "A", "BB"], 3)).toEqual(["A", "BB", "C"]);
  expect(nearest("B", ["C", "A", "BB"], 2)).toEqual(["A", "BB"]);
  expect(nearest("B", [], 2)).toEqual([]);
  expect(nearest("", WORDS, 1)).toEqual(["TIC.JP"]);
});

test("a word of the list is nearest to itself, however it is written", () => {
  const word = fc.stringMatching(/^[A-Z.]{1,20}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (words) => {
      for (const one of words) expect(nearest(one.toLowerCase(), words, 1)).toEqual([one]);
    }),
  );
});

test("a whole page of text is compared by its start", () => {
  expect(nearest("JP.GOODS.NET".padEnd(1_000_000, "x"), WORDS, 4)).toHaveLength(4);
});
