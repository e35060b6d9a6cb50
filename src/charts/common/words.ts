import { listWords } from "../../answer/figure-words";
import { areaName } from "../../catalog/areas";
import { frequencyOf, ordinal, periodWords, type Frequency, type Period } from "../../domain/period";
import type { Language } from "./language";

/** A number with so many decimals, grouped, with a real minus sign. */
export function fixed(value: number, digits: number): string {
  const shown = value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (/[1-9]/.test(shown) ? shown : shown.replace("-", "")).replace("-", "−");
}

/** Without decimals that are all zero: "15 trillion yen". */
export const trimmed = (amount: string): string => amount.replace(/\.0+(?!\d)/, "");

const year = (p: Period): string => p.replace("FY", "").slice(0, 4);

/** "2024", "February 2026", "13 April 2026", "FY2030"; 2024年, 2026年2月, 2026年4月13日, 2030年度. */
export function periodIn(p: Period, lang: Language): string {
  const [, month = "", day = ""] = p.split("-").map(Number).map(String);
  const japanese = {
    A: `${year(p)}年`,
    FY: `${year(p)}年度`,
    H: `${year(p)}年${p.endsWith("1") ? "上" : "下"}期`,
    Q: `${year(p)}年第${p.slice(-1)}四半期`,
    M: `${year(p)}年${month}月`,
    D: `${year(p)}年${month}月${day}日`,
  } as const satisfies Record<Frequency, string>;
  const freq = frequencyOf(p);
  if (lang === "ja") return japanese[freq];
  return freq === "A" || freq === "FY" ? p : periodWords(p);
}

/** Periods in ascending order, three neighbours or more drawn together: "2017 to 2022 and 2025". */
export function periodsIn(periods: readonly Period[], lang: Language): string {
  const spans: Period[][] = [];
  for (const p of periods) {
    const open = spans.at(-1);
    const before = open?.at(-1);
    if (open && before !== undefined && ordinal(p) === ordinal(before) + 1) open.push(p);
    else spans.push([p]);
  }
  const parts = spans.flatMap((span) =>
    span.length > 2 ? [spanIn(span, lang)] : span.map((p) => periodIn(p, lang)),
  );
  return listIn(parts, lang);
}

/** From the first to the last of some periods: "2015 to 2024", 2015～2024年. */
export function spanIn(periods: readonly Period[], lang: Language): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (first === last) return periodIn(first, lang);
  if (lang === "en") return `${periodIn(first, lang)} to ${periodIn(last, lang)}`;
  const from = frequencyOf(first) === "A" ? year(first) : periodIn(first, lang);
  return `${from}～${periodIn(last, lang)}`;
}

export function listIn(parts: readonly string[], lang: Language): string {
  return lang === "ja" ? parts.join("、") : listWords(parts);
}

/** Areas whose English name takes an article. */
const WITH_ARTICLE = ["US", "GB", "NL", "EU", "G7", "AE", "BS", "PH", "KY"];

/** "the United States", 米国. */
export function areaIn(code: string, lang: Language): string {
  const name = areaName(code);
  return lang === "ja" ? name.ja : `${WITH_ARTICLE.includes(code) ? "the " : ""}${name.en}`;
}

/** "Japan's", "the United States'", 日本の. */
export function ownerIn(code: string, lang: Language): string {
  const name = areaIn(code, lang);
  if (lang === "ja") return `${name}の`;
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

/** Sentences one after another; empty ones are left out. */
export function paragraph(sentences: readonly (string | undefined)[], lang: Language): string {
  return sentences.filter((s) => s !== undefined && s !== "").join(lang === "ja" ? "" : " ");
}

/** Parts of a line, such as unit and period. */
export const lineOf = (parts: readonly string[], lang: Language): string =>
  parts.filter((part) => part !== "").join(lang === "ja" ? "、" : ", ");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
