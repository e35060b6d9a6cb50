import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { currencyNameJa } from "../catalog/fx";
import { currencyPlural, type Currency } from "../domain/currency";
import type { Period } from "../domain/period";
import { answerIfAny, answerPanel, answerValue, nothingToShow, panelCall } from "./common/answered";
import { definitionOf } from "./common/balance";
import { basketBalance } from "./common/basket";
import { asked, block, down, spilled } from "./common/block";
import { call, optionText, type Call, type OptionPairs } from "./common/call";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { foreignOf, sourceOption } from "./common/foreign";
import type { Place } from "./common/formula";
import { balanceSubject, HEADINGS } from "./common/headings";
import { definitionNote } from "./common/names";
import { basisNote, gapNote, isExact, missingIn, statusNote, vintageNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, lineOf, paragraph, periodIn, spanIn } from "./common/words";

const FORMAT = "0.0";

export const chart: ChartDefinition = {
  id: "yen-dollar-index",
  kind: "chart",
  place: 6,
  title: { en: "The deficit in yen and in dollars", ja: "円建てとドル建てのデジタル赤字" },
  question: { en: "Is it the currency?", ja: "赤字の拡大は為替によるものか。" },
  options: [
    options.definition("3item", "3item", "5item"),
    options.baseYear("2015"),
    options.years(10),
    options.lastYear(),
    options.foreignCurrency(),
    options.basis(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { years, lang } = choices;
    const columns = [
      { heading: HEADINGS.year[lang] },
      { heading: inWords("JPY", lang), format: FORMAT },
      { heading: inWords(foreignOf(choices), lang), format: FORMAT },
    ];
    return block(years, columns, [
      spilled(1, 0, years, 2, inYen(choices)),
      ...down(years, (row) => asked(row, 2, inForeign(choices, { row, column: 0 }))),
    ]);
  },
  drawing: (choices) => {
    const { years: rows, lang, base } = choices;
    const column = (index: number) => ({ row: 1, column: index, rows });
    return drawing({
      shape: "lines",
      categories: column(0),
      series: [
        { name: inWords("JPY", lang), values: column(1), mark: "line", role: "main", marker: "circle" },
        {
          name: inWords(foreignOf(choices), lang),
          values: column(2),
          mark: "line",
          role: "second",
          marker: "square",
          dash: "dash",
        },
      ],
      axis: { title: indexWords(base, lang), format: "0", zero: false, reference: 100 },
      marksGaps: true,
    });
  },
  finding,
};

const inWords = (currency: Currency, lang: ChartChoices["lang"]): string =>
  lang === "ja" ? `${currencyNameJa(currency)}建て` : `In ${currencyPlural(currency)}`;

const indexWords = (base: Period, lang: ChartChoices["lang"]): string =>
  lang === "ja" ? `指数（${periodIn(base, lang)}＝100）` : `Index, ${base} = 100`;

function howOf({ base, asof }: ChartChoices): OptionPairs {
  return { sign: "deficit", tf: `idx:${base}`, asof };
}

const inYen = (choices: ChartChoices): Call =>
  panelCall([basketBalance(choices)], `-${choices.years}Y`, choices.end, { freq: "A", ...howOf(choices) });

/** A year of the yen column in the other currency; the year is a cell, or a period for a sentence. */
function inForeign(choices: ChartChoices, year: Place | Period): Call {
  const { basis } = choices;
  const how = optionText({
    ...howOf(choices),
    fx: foreignOf(choices),
    basis: basis === "avg" ? undefined : basis,
    ...sourceOption(choices),
    approx: "allow",
  });
  return call("VALUE", basketBalance(choices), year, how);
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang, base } = choices;
  const { periods, tracks } = answerPanel(shelf, inYen(choices));
  const yen = tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const other = periods.flatMap((p) => answerIfAny(() => answerValue(shelf, inForeign(choices, p))) ?? []);
  const pairs = yen.flatMap((a) => {
    const b = other.find(({ period }) => period === a.period);
    return b && isExact(a) && isExact(b) && a.period !== base ? [[a, b] as const] : [];
  });
  const last = pairs.at(-1);
  if (!last) throw nothingToShow(chart.title);
  const of = last[0].transformed?.others[0];
  const definition = definitionOf(choices);
  return {
    title: titleOf(last, choices),
    subtitle: lineOf([indexWords(base, lang), definitionNote(definition, lang), spanIn(periods, lang)], lang),
    sentence: paragraph(
      [
        sentenceOf(last, choices),
        gapNote(tracks.flatMap(missingIn), lang),
        statusNote(yen, lang),
        of ? vintageNote(of, last[0], lang) : "",
        basisNote(other, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers: [...yen, ...other] }, lang),
  };
}

/** "158 % above", "12 % below" the base. */
function against(value: number, lang: ChartChoices["lang"]): string {
  const percent = fixed(Math.abs(value - 100), 0);
  if (percent === "0") return lang === "ja" ? "と同水準" : "level with";
  if (lang === "ja") return `より${percent}％${value > 100 ? "大きい" : "小さい"}`;
  return `${percent} % ${value > 100 ? "above" : "below"}`;
}

function titleOf([yen, other]: readonly [Answer, Answer], choices: ChartChoices): string {
  const { lang, base } = choices;
  const [when, from] = [periodIn(yen.period, lang), periodIn(base, lang)];
  const name = foreignOf(choices);
  const [a, b] = [fixed(yen.value, 0), fixed(other.value, 0)];
  return lang === "ja"
    ? `${when}のデジタル赤字は円建て${a}、${currencyNameJa(name)}建て${b}（${from}＝100）`
    : `The deficit of ${when}: ${a} in yen, ${b} in ${currencyPlural(name)} (${from} = 100)`;
}

function sentenceOf([yen, other]: readonly [Answer, Answer], choices: ChartChoices): string {
  const { lang, base } = choices;
  const subject = balanceSubject(choices, true)(-1);
  const [when, from] = [periodIn(yen.period, lang), periodIn(base, lang)];
  const name = foreignOf(choices);
  const [a, b] = [against(yen.value, lang), against(other.value, lang)];
  const weaker = yen.value > other.value;
  if (lang === "ja")
    return `${subject}は${when}に、円建てでは${from}${a}。${currencyNameJa(name)}建てでは${from}${b}。両者の差は${weaker ? "円安" : "円高"}による。`;
  return `In ${when} ${subject} was ${a} ${from} in yen and ${b} ${from} in ${currencyPlural(name)}; the difference between the two is the ${weaker ? "fall" : "rise"} of the yen.`;
}
