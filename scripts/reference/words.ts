/** The languages of the reference. */
export const LANGUAGES = ["en", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence in both languages; `code` stands between back ticks. */
export type Words = Readonly<Record<Language, string>>;

/** A piece of the reference under a heading. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: Words }
  | { readonly kind: "table"; readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] };

/** The same in both languages: a key, a formula. */
export const same = (text: string): Words => ({ en: text, ja: text });
