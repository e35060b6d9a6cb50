import { languageOf, type Language } from "./words/dictionary";

/** The language that a person chose; `auto` follows Excel, outside it the browser. */
export type LanguageChoice = Language | "auto";

const KEY = "digitrade.language";

/** Kept by the browser, not by the workbook: it is this person's, and losing it does no harm. */
export function readLanguageChoice(partition: string): LanguageChoice {
  try {
    const kept = localStorage.getItem(partition + KEY);
    return kept === "en" || kept === "ja" ? kept : "auto";
  } catch {
    return "auto";
  }
}

export function keepLanguageChoice(partition: string, choice: LanguageChoice): void {
  try {
    if (choice === "auto") localStorage.removeItem(partition + KEY);
    else localStorage.setItem(partition + KEY, choice);
  } catch {
    // Storage may be forbidden; then the choice holds for as long as the pane is open.
  }
}

export function chosenLanguage(choice: LanguageChoice, ofExcel: string | undefined): Language {
  if (choice !== "auto") return choice;
  return languageOf(ofExcel ?? navigator.language);
}
