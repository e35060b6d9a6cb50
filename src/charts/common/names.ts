import type { Text } from "../../domain/series";
import type { Choices as FormulaChoices } from "../../answer/choices";
import type { Language } from "./language";

/** Short names of services items, as a legend has room for. */
const ITEMS: Readonly<Record<string, Text>> = {
  COMPUTER: { en: "Computer services", ja: "コンピュータ" },
  COPYRIGHT: { en: "Copyright charges", ja: "著作権等使用料" },
  CONSULTING: { en: "Consulting", ja: "専門・経営コンサル" },
  TELECOM: { en: "Telecommunications", ja: "通信" },
  INFORMATION: { en: "Information services", ja: "情報" },
};

/** The short name of an item such as COMPUTER; an item without one keeps its code. */
export function itemName(item: string, lang: Language): string {
  return ITEMS[item]?.[lang] ?? item;
}

type Definition = NonNullable<FormulaChoices["def"]>;

const CONCEPTS = {
  "3item": {
    en: { of: "digital", note: "three items" },
    ja: { of: "デジタル", note: "3項目" },
  },
  "5item": {
    en: { of: "digital", note: "five items" },
    ja: { of: "デジタル", note: "5項目" },
  },
  deliverable: {
    en: { of: "digitally deliverable services", note: "UNCTAD" },
    ja: { of: "デジタル提供可能サービス", note: "UNCTAD" },
  },
  delivered: {
    en: { of: "digitally delivered services", note: "WTO" },
    ja: { of: "デジタル提供サービス", note: "WTO" },
  },
} as const satisfies Record<Definition, Record<Language, { of: string; note: string }>>;

/** "digital deficit", "surplus in digitally deliverable services", デジタル赤字: a balance by its sign. */
export function balanceName(def: Definition, value: number, lang: Language): string {
  const { of } = CONCEPTS[def][lang];
  if (lang === "ja") return `${of}${of === "デジタル" ? "" : "の"}${value < 0 ? "赤字" : "黒字"}`;
  const word = value < 0 ? "deficit" : "surplus";
  return of === "digital" ? `digital ${word}` : `${word} in ${of}`;
}

/** "digital balance", デジタル収支: whatever its sign. */
export function plainBalanceName(def: Definition, lang: Language): string {
  const { of } = CONCEPTS[def][lang];
  if (lang === "ja") return `${of}${of === "デジタル" ? "" : "の"}収支`;
  return of === "digital" ? "digital balance" : `balance in ${of}`;
}

/** "digital services", "digitally deliverable services", デジタル関連サービス: what is traded. */
export function tradeName(def: Definition, lang: Language): string {
  const { of } = CONCEPTS[def][lang];
  if (lang === "ja") return of === "デジタル" ? "デジタル関連サービス" : of;
  return of === "digital" ? "digital services" : of;
}

/** What a definition counts, to be put in brackets: "three items", UNCTAD. */
export const definitionNote = (def: Definition, lang: Language): string => CONCEPTS[def][lang].note;

/** "receipts" and "payments", 受取 and 支払. */
export const FLOW_WORDS = {
  credit: { en: "Receipts", ja: "受取" },
  debit: { en: "Payments", ja: "支払" },
} as const satisfies Record<"credit" | "debit", Text>;
