import { outcomeWords } from "../../src/pane/refresh/outcome-words";
import { en, type Word } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { makeSpeech, type CountedWord } from "../../src/pane/words/speech";

const english = makeSpeech("en", en);

/** English words with a count before a plural, of which there is never just one. */
const NEVER_ONE: Partial<Record<Word, string>> = {
  lastYears: "the choices are of several years",
  cellRangeNotOurs: "one cell is told by its name",
  cellSelected: "one cell is told by its name",
  rateEach: "one rate is told by itself",
  showParts: "one item is told by itself",
  showFigures: "one figure is told by itself",
  showRates: "one rate is told by itself",
  warnVintages: "they differ",
  ageDays: "ageDay is for one",
  ageMonths: "less than two months are told in days",
  ageYears: "less than two years are told in months",
  usedDays: "usedDay is for one",
  checkTooLong: "the text is too long",
  checkApart: "checkOne is for one",
  checkedPairs: "checkedPairOne is for one",
  sourcesShow: "the list is as long as it is",
};

/** "{n} formulas", "{n} more figures", "{n} DigiTrade formulas"; "series" is one as well as many. */
const PLURAL = /\{n\} (?:more |amounts|rows|[A-Z]\w+ |newer |different )?(?!series\b)[a-z]+s\b/;

test("every English sentence with so many of something has another for one", () => {
  const counted = Object.entries(en).filter(([, text]) => PLURAL.test(text) && !/\bseries\b/.test(text));
  expect(counted.length).toBeGreaterThan(15);
  const alone = counted.map(([word]) => word).filter((word) => !(`${word}One` in en));
  expect(alone.sort()).toEqual(Object.keys(NEVER_ONE).sort());
});

const ONES = Object.keys(en).filter((word): word is CountedWord => `${word}One` in en);

test.each(ONES)("%s says one as one, in both languages", (word) => {
  const parts = { first: "2023", last: "2024", day: "2023-01-01", size: "1 kB", title: "a", why: "b" };
  const one = english.count(word, 1, parts);
  expect(one).toBe(english.say(`${word}One`, { ...parts, n: 1 }));
  expect(one).not.toMatch(/\{|\b1 (?!series\b)[a-z]+s (?:are|were|have|show)\b|\bfigures,/);
  expect(english.count(word, 2)).not.toBe(one);
  expect(makeSpeech("ja", ja).count(word, 1, parts)).not.toContain("{n}");
});

test("what was done to one formula is said of one", () => {
  const said = (count: number): readonly string[] =>
    outcomeWords({ kind: "forgotten", count }, english).lines;
  expect([said(1), said(2)]).toEqual([["1 formula is no longer kept."], ["2 formulas are no longer kept."]]);
  const repaired = outcomeWords(
    { kind: "repaired", repair: { repaired: [{}], left: [] } } as unknown as Parameters<
      typeof outcomeWords
    >[0],
    english,
  );
  expect(repaired.lines).toEqual(["1 formula was entered again."]);
});
