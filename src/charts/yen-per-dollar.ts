import { ratePosition } from "../answer/rate-card";
import type { RateMark } from "../answer/rate-marks";
import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { entryFor } from "../answer/subject";
import { currencyNameJa } from "../catalog/fx";
import { currencyName } from "../domain/currency";
import { answerIfAny, answerPanel, answerValue, nothingToShow, panelCall } from "./common/answered";
import { asked, block, computed, down, spilled } from "./common/block";
import { call, optionText, type Argument, type Call } from "./common/call";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { foreignOf, rateId, rateUnit, sourceOption } from "./common/foreign";
import { figure } from "./common/formula";
import { HEADINGS } from "./common/headings";
import type { Language } from "./common/language";
import { gapNote, missingIn } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, lineOf, paragraph, periodIn, spanIn } from "./common/words";

const WORDS = {
  average: { en: "Monthly average", ja: "月中平均" },
  end: { en: "Month end", ja: "月末" },
  high: { en: "High of 12 months", ja: "12か月の高値" },
  low: { en: "Low of 12 months", ja: "12か月の安値" },
} as const;

const FORMAT = "#,##0.00";
const MONTHS = 12;

export const chart: ChartDefinition = {
  id: "yen-per-dollar",
  kind: "chart",
  place: 9,
  title: { en: "Yen per dollar", ja: "円の対ドル相場" },
  question: { en: "Which exchange rate applies?", ja: "どの為替レートを使うべきか。" },
  options: [options.foreignCurrency(), options.years(3, 1, 20), options.rateSource(), options.language()],
  block: (choices) => {
    const { lang } = choices;
    const rows = rowsOf(choices);
    const columns = [
      { heading: HEADINGS.month[lang] },
      { heading: WORDS.average[lang], format: FORMAT },
      { heading: WORDS.end[lang], format: FORMAT },
      { heading: WORDS.high[lang], format: FORMAT },
      { heading: WORDS.low[lang], format: FORMAT },
    ];
    // The twelve months of the high and the low end with the latest fixing, a few days after the last whole month.
    const first = rows - MONTHS + 1;
    const repeated = Array.from({ length: MONTHS - 1 }, (_, i) => first + 1 + i);
    return block(rows, columns, [
      spilled(1, 0, rows, 2, averages(choices)),
      ...down(rows, (row) => asked(row, 2, monthEnd(choices, { row, column: 0 }))),
      asked(first, 3, extreme(choices, "high.12m")),
      asked(first, 4, extreme(choices, "low.12m")),
      ...repeated.flatMap((row) => [computed(row, 3, figure(first, 3)), computed(row, 4, figure(first, 4))]),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const rows = rowsOf(choices);
    const column = (index: number) => ({ row: 1, column: index, rows });
    return drawing({
      shape: "lines",
      categories: column(0),
      series: [
        { name: WORDS.average[lang], values: column(1), mark: "line", role: "main" },
        { name: WORDS.end[lang], values: column(2), mark: "points", role: "second", marker: "circle" },
        { name: WORDS.high[lang], values: column(3), mark: "line", role: "quiet", dash: "dash" },
        { name: WORDS.low[lang], values: column(4), mark: "line", role: "quiet", dash: "dot" },
      ],
      axis: { title: rateUnit(choices), format: "0", zero: false },
      marksGaps: true,
    });
  },
  finding,
};

const rowsOf = ({ years }: ChartChoices): number => years * MONTHS;

const averages = (choices: ChartChoices): Call =>
  panelCall([rateId(choices)], `-${rowsOf(choices)}M`, "latest", { freq: "M", ...sourceOption(choices) });

const monthEnd = (choices: ChartChoices, month: Argument): Call =>
  call("VALUE", rateId(choices), month, optionText({ basis: "end", ...sourceOption(choices) }));

/** Highs and lows are those of one source's own document where a source is chosen. */
function positionId(choices: ChartChoices): string {
  const { fxsrc } = choices;
  const own = fxsrc === "auto" || fxsrc === "ecb";
  return own ? rateId(choices) : `${rateId(choices)}.${fxsrc.toUpperCase()}`;
}

const extreme = (choices: ChartChoices, field: "high.12m" | "low.12m"): Call =>
  call("INFO", positionId(choices), field);

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const { periods, tracks } = answerPanel(shelf, averages(choices));
  const answers = tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const last = answers.at(-1);
  if (!last) throw nothingToShow(chart.title);
  const end = answerIfAny(() => answerValue(shelf, monthEnd(choices, last.period)));
  const { twelveMonths } = ratePosition(shelf, entryFor(positionId(choices)), shelf.pin);
  return {
    title: titleOf(last, choices),
    subtitle: lineOf([rateUnit(choices), spanIn(periods, lang)], lang),
    sentence: paragraph(
      [
        lastWords(last, end, choices),
        rangeWords(twelveMonths.high, twelveMonths.low, lang),
        spanWords(answers, lang),
        gapNote(tracks.flatMap(missingIn), lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function titleOf(last: Answer, choices: ChartChoices): string {
  const { lang } = choices;
  const [when, value] = [periodIn(last.period, lang), fixed(last.value, 2)];
  const name = foreignOf(choices);
  return lang === "ja"
    ? `${when}の平均は1${currencyNameJa(name)}＝${value}円`
    : `The ${currencyName(name)} averaged ${value} yen in ${when}`;
}

function lastWords(last: Answer, end: Answer | undefined, choices: ChartChoices): string {
  const { lang } = choices;
  const [when, value] = [periodIn(last.period, lang), fixed(last.value, 2)];
  const name = foreignOf(choices);
  const closed = end && fixed(end.value, 2);
  if (lang === "ja")
    return `1${currencyNameJa(name)}は${when}に平均${value}円${closed ? `、月末${closed}円` : ""}。`;
  return `One ${currencyName(name)} cost ${value} yen on average in ${when}${closed ? ` and ${closed} at its end` : ""}.`;
}

const rangeWords = (high: RateMark, low: RateMark, lang: Language): string =>
  lang === "ja"
    ? `直近12か月の高値は${fixed(high.value, 2)}円（${periodIn(high.at, lang)}）、安値は${fixed(low.value, 2)}円（${periodIn(low.at, lang)}）。`
    : `In the twelve months to the latest rate the high was ${fixed(high.value, 2)} (${periodIn(high.at, lang)}) and the low ${fixed(low.value, 2)} (${periodIn(low.at, lang)}).`;

/** The lowest and the highest monthly average shown. */
function spanWords(answers: readonly Answer[], lang: Language): string {
  const sorted = [...answers].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || low === high) return "";
  const words = (a: Answer): string =>
    lang === "ja"
      ? `${fixed(a.value, 2)}円（${periodIn(a.period, lang)}）`
      : `${fixed(a.value, 2)} (${periodIn(a.period, lang)})`;
  return lang === "ja"
    ? `表示期間の月中平均は${words(low)}から${words(high)}。`
    : `Monthly averages shown run from ${words(low)} to ${words(high)}.`;
}
