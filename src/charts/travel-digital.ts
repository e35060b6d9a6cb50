import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { answerPanel, nothingToShow, panelCall, type Tracks } from "./common/answered";
import { moneyOptions } from "./common/balance";
import { basketBalance } from "./common/basket";
import { block, computed, down, spilled } from "./common/block";
import type { Call } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { cell, given, plus, when } from "./common/formula";
import { balanceHeading, balanceSubject, balanceSubtitle, HEADINGS } from "./common/headings";
import { largeMoney, moneyFormat, moneyUnit, type Money } from "./common/money";
import { basisNote, bothGapNote, isExact, someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, paragraph, periodIn } from "./common/words";

const WORDS = {
  travel: { en: "Travel balance", ja: "旅行収支" },
  together: { en: "The two together", ja: "両者の合計" },
} as const;

export const chart: ChartDefinition = {
  id: "travel-digital",
  kind: "chart",
  place: 5,
  title: { en: "Tourism against digital", ja: "旅行収支とデジタル収支" },
  question: {
    en: "Does what visitors spend pay for the digital deficit?",
    ja: "訪日客の消費はデジタル赤字を補っているか。",
  },
  options: [
    options.definition("3item", "3item", "5item"),
    options.years(10),
    options.lastYear(),
    options.currency(),
    options.basis(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { years, lang } = choices;
    const format = moneyFormat(moneyFor(choices));
    const columns = [
      { heading: HEADINGS.year[lang] },
      { heading: WORDS.travel[lang], format },
      { heading: balanceHeading(choices), format },
      { heading: WORDS.together[lang], format },
    ];
    const sum = (row: number) =>
      when(given({ row, column: 1 }, { row, column: 2 }), plus(cell(row, 1), cell(row, 2)));
    return block(years, columns, [
      spilled(1, 0, years, 3, balances(choices)),
      ...down(years, (row) => computed(row, 3, sum(row))),
    ]);
  },
  drawing: (choices) => {
    const { years: rows, lang } = choices;
    const money = moneyFor(choices);
    const column = (index: number) => ({ row: 1, column: index, rows });
    return drawing({
      shape: "columns",
      categories: column(0),
      series: [
        { name: WORDS.travel[lang], values: column(1), mark: "stack", role: "third", pattern: "stripes" },
        { name: balanceHeading(choices), values: column(2), mark: "stack", role: "main" },
        { name: WORDS.together[lang], values: column(3), mark: "line", role: "quiet", marker: "diamond" },
      ],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
      marksGaps: true,
    });
  },
  finding,
};

const moneyFor = ({ fx, lang }: ChartChoices): Money => largeMoney(fx ?? "JPY", lang);

function balances(choices: ChartChoices): Call {
  const how = moneyOptions(choices, "JPY", moneyFor(choices));
  const ids = ["JP.TRAVEL.NET", basketBalance(choices)];
  return panelCall(ids, `-${choices.years}Y`, choices.end, { freq: "A", ...how });
}

/** The two balances of one year, both exact. */
interface Both {
  readonly travel: Answer;
  readonly digital: Answer;
}

function bothIn({ periods, tracks: [travels, digitals] }: Tracks): readonly Both[] {
  return periods.flatMap((_, i) => {
    const [travel, digital] = [travels?.rows[i]?.answer, digitals?.rows[i]?.answer];
    return travel && digital && isExact(travel) && isExact(digital) ? [{ travel, digital }] : [];
  });
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const money = moneyFor(choices);
  const found = answerPanel(shelf, balances(choices));
  const both = bothIn(found);
  const [first, last] = [both[0], both.at(-1)];
  if (!last) throw nothingToShow(chart.title);
  const answers = found.tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const missing = found.periods.filter((_, i) => !found.tracks.every(({ rows }) => rows[i]?.answer));
  return {
    title: titleOf(last, lang),
    subtitle: balanceSubtitle(choices, money, found.periods),
    sentence: paragraph(
      [
        sentenceOf(last, money, choices),
        first && first !== last ? earlier(first, lang) : "",
        bothGapNote(missing, lang),
        someStatusNote(answers, lang),
        basisNote(answers, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

/** How much of a deficit the other balance makes up, in per cent; undefined unless a surplus meets a deficit. */
const coverOf = ({ travel, digital }: Both): number | undefined =>
  travel.value > 0 && digital.value < 0 ? (travel.value / -digital.value) * 100 : undefined;

function titleOf(both: Both, lang: ChartChoices["lang"]): string {
  const when = periodIn(both.digital.period, lang);
  const cover = coverOf(both);
  if (cover === undefined)
    return lang === "ja" ? `旅行収支とデジタル収支（${when}）` : `Travel and digital balances, ${when}`;
  return lang === "ja"
    ? `${when}の旅行黒字はデジタル赤字の${fixed(cover, 0)}％に相当`
    : `The travel surplus was ${fixed(cover, 0)} % of the digital deficit in ${when}`;
}

function sentenceOf(both: Both, money: Money, choices: ChartChoices): string {
  const { lang } = choices;
  const { travel, digital } = both;
  const when = periodIn(digital.period, lang);
  const name = balanceSubject(choices, true)(digital.value);
  const [size, other] = [sizeIn(datedOf(travel), money, lang), sizeIn(datedOf(digital), money, lang)];
  const cover = coverOf(both);
  const share = cover === undefined ? "" : fixed(cover, 0);
  if (lang === "ja") {
    const word = travel.value < 0 ? "赤字" : "黒字";
    return `${when}の旅行収支は${word}${size}、${name}は${other}${share && `で、旅行黒字はその${share}％に相当する`}。`;
  }
  const word = travel.value < 0 ? "deficit" : "surplus";
  return `In ${when} the travel ${word} was ${size} and ${name} ${other}${share && `: ${share} % of it`}.`;
}

function earlier(both: Both, lang: ChartChoices["lang"]): string {
  const when = periodIn(both.digital.period, lang);
  const cover = coverOf(both);
  if (cover === undefined) return "";
  return lang === "ja" ? `${when}は${fixed(cover, 0)}％だった。` : `In ${when} it was ${fixed(cover, 0)} %.`;
}
