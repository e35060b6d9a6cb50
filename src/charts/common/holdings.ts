import { rankHolders, type HolderLine } from "../../answer/holders";
import type { Answer } from "../../answer/evaluate";
import type { Shelf } from "../../answer/shelf";
import { findEntry } from "../../catalog/catalog";
import type { Entry } from "../../catalog/entry";
import { RANKABLE_HOLDERS } from "../../catalog/treasury";
import type { Period } from "../../domain/period";
import type { Text } from "../../domain/series";
import { rescale, SCALES } from "../../domain/unit";
import { answerValue } from "./answered";
import { spilled, type Column, type Placed } from "./block";
import { call, optionText, type Call } from "./call";
import type { ChartChoices } from "./choices";
import { label, translated, type Formula } from "./formula";
import type { Language } from "./language";
import { moneyFormat, smallMoney, type Money } from "./money";
import { capital, listIn } from "./words";

/** HOLDERS answers with rank, holder, holdings, share, two changes and, where there are any, notes. */
export const HOLDERS_WIDTH = 7;
export const HOLDER = 1;
export const HOLDINGS = 2;
export const YEAR_CHANGE = 5;
export const NOTE = 6;

const HEADINGS = {
  en: ["Rank", "Holder", "Holdings", "Share, %", "Change on month", "Change on year", "Note"],
  ja: ["順位", "保有者", "保有残高", "割合（％）", "前月差", "前年差", "注記"],
} as const satisfies Record<Language, readonly string[]>;

export const holdingsMoney = ({ lang }: Pick<ChartChoices, "lang">): Money => smallMoney("USD", lang);

export function holdersColumns(choices: ChartChoices): readonly Column[] {
  const money = moneyFormat(holdingsMoney(choices));
  const formats = ["0", undefined, money, "0.0", money, money, undefined];
  return HEADINGS[choices.lang].map((heading, i) => {
    const format = formats[i];
    return format === undefined ? { heading } : { heading, format };
  });
}

function holdersCall({ month, top, asof, lang }: ChartChoices): Call {
  const how = optionText({ unit: smallMoney("USD", lang).scale, header: "off", asof });
  return call("HOLDERS", month === "latest" ? null : month, top, how);
}

/** The ranking from row 1 on: `top` rows, in seven columns from this one on. */
export const holders = (choices: ChartChoices, column: number): Placed =>
  spilled(1, column, choices.top, HOLDERS_WIDTH, holdersCall(choices));

/** A holder as the ranking names it: "United Kingdom". */
function holderName({ title }: Entry, lang: Language): string {
  return lang === "ja" ? title.ja.replace(/^.*：/, "") : capital(title.en.replace(/^.* held by /, ""));
}

/** English names, as HOLDERS gives them, and Japanese ones. */
const NAMES = RANKABLE_HOLDERS.flatMap((id) => {
  const entry = findEntry(id);
  return entry ? [[holderName(entry, "en"), holderName(entry, "ja")] as const] : [];
});

/** The holder of a row in the chart's language; the ranking is in English. */
export const holderCell = (row: number, column: number, lang: Language): Formula =>
  lang === "ja" ? translated(row, column, NAMES) : label(row, column);

/** A holder within a sentence. */
export const holderIn = ({ entry }: HolderLine, lang: Language): string => holderName(entry, lang);

/** What the ranking says, with the month that it is of and the figures behind it. */
export interface Ranking {
  readonly month: Period;
  readonly lines: readonly HolderLine[];
  readonly answers: readonly Answer[];
}

export function rankingOf(shelf: Shelf, { month, top, asof }: ChartChoices): Ranking {
  const asked = month === "latest" ? undefined : month;
  const { month: found, lines } = rankHolders(shelf, asked, top, asof ?? shelf.pin);
  const how = optionText({ approx: "allow", asof });
  const answers = lines.map(({ entry }) => answerValue(shelf, call("VALUE", entry.id, found, how)));
  return { month: found, lines, answers };
}

/** Billions of dollars, as published, in the size of a chart. */
export const inMoney = (billions: number, { scale }: Money): number =>
  rescale(Number(billions.toPrecision(12)), SCALES.bn.power, SCALES[scale].power);

/** "No change can be given for Belgium." Empty without names. */
export function namesNote(lines: readonly HolderLine[], words: Text, lang: Language): string {
  if (lines.length === 0) return "";
  const names = listIn(
    lines.map((line) => holderIn(line, lang)),
    lang,
  );
  return lang === "ja" ? `${words.ja}${names}。` : `${words.en} ${names}.`;
}

/** Whose figures were not read at the Treasury itself. */
export function secondaryNote(lines: readonly HolderLine[], lang: Language): string {
  const read = lines.filter(({ notes }) => notes.some((note) => note.includes("secondary")));
  return namesNote(read, { en: "Read in a secondary source:", ja: "二次資料による値：" }, lang);
}
