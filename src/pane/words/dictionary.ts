import { en, type Dictionary } from "./en";

export type Language = "en" | "ja";

/** English is in the pane; another language loads when it is chosen. */
const LOADERS = {
  en: () => Promise.resolve(en),
  ja: async () => (await import(/* webpackChunkName: "pane-ja" */ "./ja")).ja,
} as const satisfies Record<Language, () => Promise<Dictionary>>;

export const loadDictionary = (language: Language): Promise<Dictionary> => LOADERS[language]();

/** The language of the pane for a tag such as ja-JP. */
export const languageOf = (tag: string | undefined): Language =>
  tag?.toLowerCase().startsWith("ja") ? "ja" : "en";

/** A sentence with its `{gaps}` filled. */
export function fill(sentence: string, parts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, key: string) => String(parts[key] ?? gap));
}
