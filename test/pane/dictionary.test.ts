import { fill, languageOf } from "../../src/pane/words/dictionary";
import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";

const gaps = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

test("both languages have the same words with the same gaps", () => {
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  for (const [word, text] of Object.entries(en))
    expect([word, gaps(ja[word as keyof typeof en])]).toEqual([word, gaps(text)]);
});

test("Japanese is Japanese", () => {
  const same = Object.entries(ja).filter(([word, text]) => text === en[word as keyof typeof en]);
  expect(same).toEqual([]);
});

test("gaps are filled, text as it is", () => {
  expect(fill("{n} of {total} {n} {x}", { n: "$&", total: 3 })).toBe("$& of 3 $& {x}");
  expect([languageOf("ja-JP"), languageOf("JA"), languageOf("en-US"), languageOf(undefined)]).toEqual([
    "ja",
    "ja",
    "en",
    "en",
  ]);
});
