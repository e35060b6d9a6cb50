import { createContext, useContext } from "react";
import type { Text } from "../../domain/series";
import { fill, type Language } from "./dictionary";
import { en, type Dictionary, type Word } from "./en";

/** The pane's language, for components. */
export interface Speech {
  readonly language: Language;
  /** A word of the dictionary with its gaps filled. */
  readonly say: (word: Word, parts?: Readonly<Record<string, string | number>>) => string;
  /** Of a text in both languages, the one to show. */
  readonly of: (text: Text) => string;
  readonly number: (value: number, decimals?: number) => string;
}

export function makeSpeech(language: Language, dictionary: Dictionary): Speech {
  return {
    language,
    say: (word, parts = {}) => fill(dictionary[word], parts),
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
