import { createContext, useContext } from "react";
import type { Text } from "../../domain/series";
import { fill, type Language } from "./dictionary";
import { en, type Dictionary, type Word } from "./en";

/** A word with `{n}` that has another for one: `newsCells` and `newsCellsOne`. */
export type CountedWord = { [W in Word]: `${W}One` extends Word ? W : never }[Word];

/** The pane's language, for components. */
export interface Speech {
  readonly language: Language;
  /** A word of the dictionary with its gaps filled. */
  readonly say: (word: Word, parts?: Readonly<Record<string, string | number>>) => string;
  /** A word for so many, `{n}`: the one for one where there is one. */
  readonly count: (word: CountedWord, n: number, parts?: Readonly<Record<string, string | number>>) => string;
  /** Of a text in both languages, the one to show. */
  readonly of: (text: Text) => string;
  readonly number: (value: number, decimals?: number) => string;
}

export function makeSpeech(language: Language, dictionary: Dictionary): Speech {
  return {
    language,
    say: (word, parts = {}) => fill(dictionary[word], parts),
    count: (word, n, parts = {}) =>
      fill(dictionary[n === 1 ? (`${word}One` as const) : word], { ...parts, n }),
    of: (text) => text[language],
    number: (value, decimals = 0) =>
      value.toLocaleString(language, {
        minimumFractionDigits: decimals === 6 ? 0 : decimals,
        maximumFractionDigits: decimals,
      }),
  };
}

export const SpeechContext = createContext<Speech>(makeSpeech("en", en));

export const useSpeech = (): Speech => useContext(SpeechContext);
