import { vintageOf, type Answer } from "../../answer/evaluate";
import { mixedVintages } from "../../answer/explain";
import type { Entry } from "../../catalog/entry";
import type { Period } from "../../domain/period";
import type { Status, Text } from "../../domain/series";
import type { Track } from "./answered";
import type { Language } from "./language";
import { periodIn, periodsIn } from "./words";

/** "No complete figures for 2017 to 2022." Empty where nothing is missing. */
export function gapNote(missing: readonly Period[], lang: Language): string {
  if (missing.length === 0) return "";
  const when = periodsIn(missing, lang);
  return lang === "ja" ? `${when}は値がそろわない。` : `No complete figures for ${when}.`;
}

/** "Not both are held for 2017 to 2022." */
export function bothGapNote(missing: readonly Period[], lang: Language): string {
  if (missing.length === 0) return "";
  const when = periodsIn(missing, lang);
  return lang === "ja" ? `${when}は両方の値がそろわない。` : `Not both are held for ${when}.`;
}

/** Periods for which a series has no figure. */
export const missingIn = ({ rows }: Track): readonly Period[] =>
  rows.filter(({ answer }) => !answer).map(({ period }) => period);

const STATUS_NOTES = {
  approx: { en: ["is an approximate figure", "are approximate figures", "approximate"], ja: "概数" },
  prelim: { en: ["is preliminary", "are preliminary", "preliminary"], ja: "速報値" },
  break: {
    en: ["is the first of a new series", "are first figures of new series", "the first of new series"],
    ja: "断層のある値",
  },
  secondary: {
    en: ["was read in a secondary source", "were read in secondary sources", "read in secondary sources"],
    ja: "二次資料による値",
  },
} as const satisfies Record<
  Status,
  { en: readonly [one: string, several: string, some: string]; ja: string }
>;

const STATUSES = ["approx", "prelim", "break", "secondary"] as const satisfies readonly Status[];

/** "2022 is an approximate figure. 2023 and 2024 are preliminary." */
export function statusNote(answers: readonly Answer[], lang: Language): string {
  return notesByStatus(answers, lang, (periods, when, { en, ja }) =>
    lang === "ja" ? `${when}は${ja}。` : `${when} ${en[periods.length === 1 ? 0 : 1]}.`,
  );
}

/** The same where one period has several figures, some of them with a status. */
export function someStatusNote(answers: readonly Answer[], lang: Language): string {
  return notesByStatus(answers, lang, (_, when, { en, ja }) =>
    lang === "ja" ? `${when}の値の一部は${ja}。` : `Some figures of ${when} are ${en[2]}.`,
  );
}

function notesByStatus(
  answers: readonly Answer[],
  lang: Language,
  say: (periods: readonly Period[], when: string, note: (typeof STATUS_NOTES)[Status]) => string,
): string {
  return STATUSES.flatMap((status) => {
    const marked = answers.filter(({ statuses }) => statuses.includes(status));
    const periods = [...new Set(marked.map(({ period }) => period))].sort();
    return periods.length === 0 ? [] : [say(periods, periodsIn(periods, lang), STATUS_NOTES[status])];
  }).join(lang === "ja" ? "" : " ");
}

export const isExact = ({ statuses }: Answer): boolean => !statuses.includes("approx");

/** The warning that belongs to a change between two vintages or two methods. */
export function vintageNote(a: Answer, b: Answer, lang: Language): string {
  if (mixedVintages(a, b) === undefined) return "";
  const [dayA, dayB] = [vintageOf(a), vintageOf(b)];
  const [first, second] = [periodIn(a.period, lang), periodIn(b.period, lang)];
  if (dayA === undefined || dayB === undefined || dayA === dayB)
    return lang === "ja"
      ? `${first}と${second}は集計の方法が異なり、変化の一部はそれによる可能性がある。`
      : `${first} and ${second} are made in different ways, the one a published total, the other a sum; part of the change may come from that.`;
  const [knownA, knownB] = [periodIn(dayA, lang), periodIn(dayB, lang)];
  return lang === "ja"
    ? `${first}と${second}は公表時点が異なり（${knownA}、${knownB}）、変化の一部は改定による可能性がある。`
    : `${first} and ${second} are of different vintages (${knownA} and ${knownB}); part of the change may be revision.`;
}

/** A caution that belongs to every answer about a series. */
export function cautionNote({ caution }: Entry, lang: Language): string {
  if (!caution) return "";
  return `${caution[lang].replace(/[.。]$/, "")}${lang === "ja" ? "。" : "."}`;
}

/** How foreign money was converted: "At the average rate of each year." Empty where nothing was converted. */
export function basisNote(answers: readonly Answer[], lang: Language): string {
  const converted = answers.find((a) => a.converted)?.converted;
  if (!converted) return "";
  const words: Text =
    converted.basis === "avg"
      ? { en: "Converted at average rates.", ja: "期中平均レートで換算。" }
      : converted.basis === "end"
        ? { en: "Converted at the last rate of each period.", ja: "期末レートで換算。" }
        : {
            en: `Converted at the rate of ${periodIn(converted.basis, "en")}.`,
            ja: `${periodIn(converted.basis, "ja")}のレートで換算。`,
          };
  return words[lang];
}
