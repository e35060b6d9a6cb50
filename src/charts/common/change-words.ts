import type { Answer } from "../../answer/evaluate";
import type { Period } from "../../domain/period";
import type { Language } from "./language";
import { amount, amountFigure, type Money } from "./money";
import { isExact } from "./notes";
import { fixed, listIn, periodIn } from "./words";

/** A figure of a period; of a balance the sign says deficit or surplus. */
export interface Dated {
  readonly period: Period;
  readonly value: number;
  /** An approximate figure: "about". */
  readonly about: boolean;
}

/** An answer as it is spoken of. */
export const datedOf = ({ period, value, statuses }: Answer): Dated => ({
  period,
  value,
  about: statuses.includes("approx"),
});

/** "6.46 trillion yen", "about 6.70 trillion yen". */
export function sizeIn({ value, about }: Dated, money: Money, lang: Language): string {
  return `${about ? (lang === "ja" ? "約" : "about ") : ""}${amount(value, money, lang)}`;
}

type Direction = "grew" | "shrank" | "same" | "turned";

/** Below half a per cent nobody would call it a change. */
const SAME_WITHIN = 0.005;

function directionOf(first: number, last: number): Direction {
  if (first === 0 || Math.sign(first) !== Math.sign(last)) return "turned";
  const ratio = last / first;
  if (Math.abs(ratio - 1) < SAME_WITHIN) return "same";
  return ratio > 1 ? "grew" : "shrank";
}

/** "2.58 times as large", "12 % less": how the sizes of two figures of one sign compare. */
function ratioWords(first: number, last: number, lang: Language): string {
  const ratio = last / first;
  if (ratio >= 2) return lang === "ja" ? `${fixed(ratio, 2)}倍` : `${fixed(ratio, 2)} times as large`;
  const percent = fixed(Math.abs(ratio - 1) * 100, 0);
  if (lang === "ja") return `${percent}％${ratio >= 1 ? "増" : "減"}`;
  return `${percent} % ${ratio >= 1 ? "more" : "less"}`;
}

/** Names of a balance by its sign, or of a thing that has none. */
export type NameBySign = (value: number) => string;

/** "grew from 2.50 trillion yen in 2015 to 6.46 trillion yen in 2024 (2.58 times as large)", after the subject's name. */
export function changeSentence(
  subject: NameBySign,
  first: Dated,
  last: Dated,
  money: Money,
  lang: Language,
): string {
  const name = subject(last.value);
  const [from, to] = [periodIn(first.period, lang), periodIn(last.period, lang)];
  const [before, now] = [sizeIn(first, money, lang), sizeIn(last, money, lang)];
  const direction = directionOf(first.value, last.value);
  const ratio = direction === "turned" ? "" : ratioWords(first.value, last.value, lang);
  const en = {
    grew: `${name} grew from ${before} in ${from} to ${now} in ${to} (${ratio}).`,
    shrank: `${name} shrank from ${before} in ${from} to ${now} in ${to} (${ratio}).`,
    same: `${name} was ${now} in ${to}, hardly other than in ${from} (${before}).`,
    turned: `${name} was ${now} in ${to}, after ${withArticle(subject(first.value))} of ${before} in ${from}.`,
  } as const satisfies Record<Direction, string>;
  const ja = {
    grew: `${name}は、${from}の${before}から${to}は${now}に拡大した（${ratio}）。`,
    shrank: `${name}は、${from}の${before}から${to}は${now}に縮小した（${ratio}）。`,
    same: `${name}は${to}に${now}で、${from}（${before}）とほぼ同じ。`,
    turned: `${name}は${to}に${now}。${from}は${subject(first.value)}${before}だった。`,
  } as const satisfies Record<Direction, string>;
  return lang === "ja" ? ja[direction] : en[direction];
}

/** The same, short: "Japan's digital deficit grew from 2.50 to 6.46 trillion yen, 2015 to 2024". */
export function changeTitle(
  subject: NameBySign,
  first: Dated,
  last: Dated,
  money: Money,
  lang: Language,
): string {
  const name = subject(last.value);
  const [from, to] = [periodIn(first.period, lang), periodIn(last.period, lang)];
  const now = sizeIn(last, money, lang);
  const direction = directionOf(first.value, last.value);
  if (direction === "turned" || direction === "same") return stateTitle(subject, last, money, lang);
  const verb = { grew: ["grew", "拡大"], shrank: ["shrank", "縮小"] } as const;
  return lang === "ja"
    ? `${name}、${from}の${sizeIn(first, money, lang)}から${to}は${now}に${verb[direction][1]}`
    : `${name} ${verb[direction][0]} from ${first.about ? "about " : ""}${amountFigure(first.value, money)} to ${now}, ${from} to ${to}`;
}

/** One figure that there is nothing to compare with. */
export function stateSentence(subject: NameBySign, only: Dated, money: Money, lang: Language): string {
  const [when, size] = [periodIn(only.period, lang), sizeIn(only, money, lang)];
  const { value } = only;
  return lang === "ja"
    ? `${subject(value)}は${when}に${size}。比べられる年はない。`
    : `${subject(value)} was ${size} in ${when}; no other year shown has a figure to compare it with.`;
}

export function stateTitle(subject: NameBySign, only: Dated, money: Money, lang: Language): string {
  const [when, size] = [periodIn(only.period, lang), sizeIn(only, money, lang)];
  const { value } = only;
  return lang === "ja" ? `${subject(value)}、${when}は${size}` : `${subject(value)} was ${size} in ${when}`;
}

/** "a digital surplus": what comes after the owner's name. */
const withArticle = (name: string): string => `a ${name.replace(/^.*?('s|s') /, "")}`;

/** What the approximate figures are, since comparisons leave them out. */
export function aboutNote(answers: readonly Answer[], money: Money, lang: Language): string {
  const about = answers.filter((answer) => !isExact(answer));
  if (about.length === 0) return "";
  const parts = about.map(({ value, period }) =>
    lang === "ja"
      ? `${periodIn(period, lang)}は約${amount(value, money, lang)}`
      : `${amount(value, money, lang)} in ${periodIn(period, lang)}`,
  );
  return lang === "ja"
    ? `概数だけがある年：${listIn(parts, lang)}。`
    : `Only approximate figures exist for some years: about ${listIn(parts, lang)}.`;
}
