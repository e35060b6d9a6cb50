import type { Period } from "../../domain/period";
import type { Text } from "../../domain/series";
import type { ChartChoices } from "./choices";
import { definitionOf } from "./balance";
import type { Language } from "./language";
import { moneyUnit, type Money } from "./money";
import { balanceName, definitionNote, plainBalanceName } from "./names";
import { capital, lineOf, ownerIn, spanIn } from "./words";

/** Headings that several charts have. */
export const HEADINGS = {
  year: { en: "Year", ja: "年" },
  month: { en: "Month", ja: "月" },
  working: { en: "Working", ja: "計算用" },
} as const satisfies Record<string, Text>;

/** In brackets, as each language writes them. */
export const bracketed = (text: string, lang: Language): string =>
  lang === "ja" ? `（${text}）` : ` (${text})`;

/** "Digital balance (three items)": what a column or a series holds. */
export function balanceHeading(choices: Pick<ChartChoices, "def" | "lang">): string {
  const { lang } = choices;
  const def = definitionOf(choices);
  return `${capital(plainBalanceName(def, lang))}${bracketed(definitionNote(def, lang), lang)}`;
}

/** "Japan's digital deficit", of a balance by its sign; with the definition in brackets where a sentence needs it. */
export function balanceSubject(
  choices: Pick<ChartChoices, "area" | "def" | "lang">,
  noted: boolean,
): (value: number) => string {
  const { area, lang } = choices;
  const def = definitionOf(choices);
  const note = noted ? bracketed(definitionNote(def, lang), lang) : "";
  const owner = `${capital(ownerIn(area, lang))}${lang === "ja" ? "" : " "}`;
  return (value) => `${owner}${balanceName(def, value, lang)}${note}`;
}

/** "Trillion yen, three items, 2015 to 2024". */
export function balanceSubtitle(
  choices: Pick<ChartChoices, "def" | "lang">,
  money: Money,
  periods: readonly Period[],
): string {
  const { lang } = choices;
  return lineOf(
    [moneyUnit(money, lang), definitionNote(definitionOf(choices), lang), spanIn(periods, lang)],
    lang,
  );
}
