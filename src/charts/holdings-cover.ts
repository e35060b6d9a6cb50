import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import type { Currency } from "../domain/currency";
import { answerIfAny, answerPanel, answerValue, nothingToShow, panelCall } from "./common/answered";
import { definitionOf, moneyOptions } from "./common/balance";
import { basketBalance } from "./common/basket";
import { asked, block, computed, down, spilled } from "./common/block";
import { call, optionText, type Argument, type Call } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { cell, compared, given, number, over, when } from "./common/formula";
import { HEADINGS } from "./common/headings";
import { largeMoney, moneyFormat, type Money } from "./common/money";
import { definitionNote } from "./common/names";
import { gapNote, isExact, someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, lineOf, paragraph, periodIn, spanIn } from "./common/words";

const WORDS = {
  deficit: { en: "Digital deficit of the year", ja: "年間のデジタル赤字" },
  holdings: { en: "Treasuries held at its end", ja: "年末の米国債保有残高" },
  cover: { en: "Years of deficit", ja: "赤字の年数" },
} as const;

const YEARS_FORMAT = "0.0";

export const chart: ChartDefinition = {
  id: "holdings-cover",
  kind: "chart",
  place: 13,
  title: {
    en: "Years of digital deficit that Japan's Treasuries would cover",
    ja: "日本の米国債保有残高はデジタル赤字の何年分か",
  },
  question: {
    en: "How large is the stock beside the flow?",
    ja: "フローの赤字に対して、残高はどれほどの大きさか。",
  },
  options: [
    options.definition("3item", "3item", "5item"),
    options.years(10),
    options.lastYear(),
    options.currency(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { years, lang } = choices;
    const format = moneyFormat(moneyFor(choices));
    const columns = [
      { heading: HEADINGS.year[lang] },
      { heading: WORDS.deficit[lang], format },
      { heading: WORDS.holdings[lang], format },
      { heading: WORDS.cover[lang], format: YEARS_FORMAT },
    ];
    const ratio = (row: number) => {
      const [deficit, holdings] = [cell(row, 1), cell(row, 2)];
      const isDeficit = compared(deficit, ">", number(0));
      return when(given({ row, column: 1 }, { row, column: 2 }), when(isDeficit, over(holdings, deficit)));
    };
    return block(years, columns, [
      spilled(1, 0, years, 2, deficits(choices)),
      ...down(years, (row) => asked(row, 2, holdingsAt(choices, { row, column: 0 }))),
      ...down(years, (row) => computed(row, 3, ratio(row))),
    ]);
  },
  drawing: (choices) => {
    const { years: rows, lang } = choices;
    return drawing({
      shape: "columns",
      categories: { row: 1, column: 0, rows },
      series: [
        {
          name: WORDS.cover[lang],
          values: { row: 1, column: 3, rows },
          mark: "column",
          role: "third",
          labelled: true,
        },
      ],
      axis: { title: lang === "ja" ? "年分" : "Years of deficit", format: YEARS_FORMAT, zero: true },
      marksGaps: true,
    });
  },
  finding,
};

const currencyOf = ({ fx }: ChartChoices): Currency => fx ?? "JPY";
const moneyFor = (choices: ChartChoices): Money => largeMoney(currencyOf(choices), choices.lang);

function deficits(choices: ChartChoices): Call {
  const id = basketBalance(choices);
  const how = { ...moneyOptions({ ...choices, basis: "avg" }, "JPY", moneyFor(choices)), sign: "deficit" };
  return panelCall([id], `-${choices.years}Y`, choices.end, { freq: "A", ...how });
}

function holdingsAt(choices: ChartChoices, year: Argument): Call {
  const how = moneyOptions({ ...choices, fx: currencyOf(choices), basis: "avg" }, "USD", moneyFor(choices));
  return call("VALUE", "TIC.JP", year, optionText(how));
}

/** Stock and flow of one year, both exact, the flow a deficit. */
interface Cover {
  readonly deficit: Answer;
  readonly holdings: Answer;
  readonly years: number;
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const { periods, tracks } = answerPanel(shelf, deficits(choices));
  const flows = tracks[0]?.rows ?? [];
  const stocks = periods.map((p) => answerIfAny(() => answerValue(shelf, holdingsAt(choices, p))));
  const covers = flows.flatMap(({ answer: deficit }, i): readonly Cover[] => {
    const holdings = stocks[i];
    if (!deficit || !holdings || deficit.value <= 0 || !isExact(deficit)) return [];
    return [{ deficit, holdings, years: holdings.value / deficit.value }];
  });
  const [first, last] = [covers[0], covers.at(-1)];
  if (!last) throw nothingToShow(chart.title);
  const missing = periods.filter((_, i) => !flows[i]?.answer || !stocks[i]);
  const answers = [...flows.flatMap(({ answer }) => answer ?? []), ...stocks.flatMap((a) => a ?? [])];
  return {
    title: titleOf(last, lang),
    subtitle: lineOf(
      [
        lang === "ja" ? "残高÷年間の赤字、年分" : "Stock at year end over the flow of the year, in years",
        definitionNote(definitionOf(choices), lang),
        spanIn(periods, lang),
      ],
      lang,
    ),
    sentence: paragraph(
      [
        sentenceOf(last, choices),
        first && first !== last ? earlier(first, lang) : "",
        basisWords(choices),
        gapNote(missing, lang),
        someStatusNote(answers, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function titleOf({ deficit, years }: Cover, lang: ChartChoices["lang"]): string {
  const when = periodIn(deficit.period, lang);
  return lang === "ja"
    ? `${when}末の米国債保有残高はデジタル赤字の${fixed(years, 1)}年分`
    : `Japan's Treasuries: ${fixed(years, 1)} years of the digital deficit of ${when}`;
}

function sentenceOf({ deficit, holdings, years }: Cover, choices: ChartChoices): string {
  const { lang } = choices;
  const money = moneyFor(choices);
  const when = periodIn(deficit.period, lang);
  const [stock, flow] = [sizeIn(datedOf(holdings), money, lang), sizeIn(datedOf(deficit), money, lang)];
  const note = definitionNote(definitionOf(choices), lang);
  return lang === "ja"
    ? `日本の米国債保有残高は${when}末に${stock}で、${when}のデジタル赤字（${note}）${flow}の${fixed(years, 1)}年分に当たる。残高とフローの比であり、充当できるという意味ではない。`
    : `At the end of ${when} Japan held US Treasury securities of ${stock}: ${fixed(years, 1)} years of the digital deficit (${note}) of ${when}, ${flow} a year. It is a ratio of a stock to a flow, not a claim that the one pays for the other.`;
}

function earlier({ deficit, years }: Cover, lang: ChartChoices["lang"]): string {
  const when = periodIn(deficit.period, lang);
  return lang === "ja"
    ? `${when}は${fixed(years, 1)}年分だった。`
    : `In ${when} it was ${fixed(years, 1)} years.`;
}

function basisWords(choices: ChartChoices): string {
  const { lang } = choices;
  const currency = currencyOf(choices);
  if (currency === "JPY")
    return lang === "ja"
      ? "残高は年末のレートで円に換算。"
      : "Holdings are converted into yen at the last rate of the year.";
  if (currency === "USD")
    return lang === "ja"
      ? "赤字は期中平均レートでドルに換算。"
      : "The deficit is converted into dollars at average rates.";
  return lang === "ja"
    ? "残高は年末、赤字は期中平均のレートで換算。"
    : "Holdings are converted at the last rate of the year, the deficit at average rates.";
}
