import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { currencyNameJa } from "../catalog/fx";
import { currencyName } from "../domain/currency";
import { answerPanel, answerValue, nothingToShow, panelCall } from "./common/answered";
import { definitionOf } from "./common/balance";
import { basketBalance } from "./common/basket";
import { asked, block, computed, spilled } from "./common/block";
import { call, optionText, type Argument, type Call, type OptionPairs } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { foreignOf, rateId, rateUnit, sourceOption } from "./common/foreign";
import { cell, figure, given, joined, over, text, when } from "./common/formula";
import { balanceSubject, HEADINGS } from "./common/headings";
import type { Language } from "./common/language";
import {
  amount,
  amountFigure,
  largeMoney,
  moneyFormat,
  moneyUnit,
  smallMoney,
  type Money,
} from "./common/money";
import { definitionNote } from "./common/names";
import { someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, lineOf, paragraph, periodIn } from "./common/words";

const WORDS = {
  basis: { en: "Rate", ja: "レート" },
  deficit: { en: "Deficit", ja: "赤字" },
} as const;

/** The year and its deficit in yen; the day of the latest fixing and its rate. */
const YEAR = { row: 1, column: 3 } as const;
const DAY = { row: 1, column: 5 } as const;

export const chart: ChartDefinition = {
  id: "three-rates",
  kind: "chart",
  place: 8,
  title: { en: "The same deficit at three rates", ja: "同じ赤字を3つのレートで" },
  question: {
    en: "How much does the choice of the exchange rate matter?",
    ja: "どの為替レートを使うかで、赤字はどれほど変わるか。",
  },
  options: [
    options.definition("3item", "3item", "5item"),
    options.oneYear(),
    options.foreignCurrency(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { lang } = choices;
    const format = moneyFormat(moneyFor(choices));
    const working = { heading: HEADINGS.working[lang], working: true };
    const columns = [
      { heading: WORDS.basis[lang] },
      { heading: rateUnit(choices), format: "#,##0.00" },
      { heading: WORDS.deficit[lang], format },
      working,
      { ...working, format },
      working,
      { ...working, format: "#,##0.00" },
    ];
    const [year, day] = [cell(YEAR.row, YEAR.column), cell(DAY.row, DAY.column)];
    const [yen, rate] = [
      { row: 1, column: YEAR.column + 1 },
      { row: 1, column: DAY.column + 1 },
    ];
    const labels =
      lang === "ja"
        ? [joined(year, text("年の平均")), joined(year, text("年末")), joined(text("直近 "), day)]
        : [joined(text("Average of "), year), joined(text("End of "), year), joined(text("Latest, "), day)];
    return block(3, columns, [
      spilled(YEAR.row, YEAR.column, 1, 2, inYen(choices)),
      spilled(DAY.row, DAY.column, 1, 2, latestRate(choices)),
      ...labels.map((formula, i) => computed(i + 1, 0, formula)),
      asked(1, 1, rateOf(choices, YEAR, "avg")),
      asked(2, 1, rateOf(choices, YEAR, "end")),
      computed(3, 1, figure(rate.row, rate.column)),
      asked(1, 2, deficitAt(choices, YEAR, "avg")),
      asked(2, 2, deficitAt(choices, YEAR, "end")),
      computed(3, 2, when(given(yen, rate), over(cell(1, yen.column), cell(1, rate.column)))),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const money = moneyFor(choices);
    return drawing({
      shape: "columns",
      categories: { row: 1, column: 0, rows: 3 },
      series: [
        {
          name: WORDS.deficit[lang],
          values: { row: 1, column: 2, rows: 3 },
          mark: "column",
          role: "main",
          labelled: true,
        },
      ],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
      gapWidth: 100,
    });
  },
  finding,
};

const moneyFor = (choices: ChartChoices): Money => smallMoney(foreignOf(choices), choices.lang);

const sourceOf = (choices: ChartChoices): OptionPairs => ({ ...sourceOption(choices), asof: choices.asof });

function inYen(choices: ChartChoices): Call {
  const { year, asof } = choices;
  const how = { freq: "A", unit: moneyFor(choices).scale, sign: "deficit", asof };
  return panelCall([basketBalance(choices)], "-1Y", year, how);
}

const latestRate = (choices: ChartChoices): Call =>
  panelCall([rateId(choices)], "latest", "latest", { freq: "D", ...sourceOf(choices) });

type Basis = "avg" | "end";

/** The year is a cell, or a year for a sentence. */
const rateOf = (choices: ChartChoices, year: Argument, basis: Basis): Call =>
  call("VALUE", rateId(choices), year, optionText({ basis, ...sourceOf(choices) }));

function deficitAt(choices: ChartChoices, year: Argument, basis: Basis): Call {
  const how = {
    fx: foreignOf(choices),
    basis: basis === "end" ? basis : undefined,
    unit: moneyFor(choices).scale,
    sign: "deficit",
    approx: "allow",
    ...sourceOf(choices),
  };
  return call("VALUE", basketBalance(choices), year, optionText(how));
}

/** The deficit at one rate. */
interface Converted {
  readonly value: number;
  readonly rate: Answer;
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const money = moneyFor(choices);
  const yen = answerPanel(shelf, inYen(choices)).tracks[0]?.rows.at(-1)?.answer;
  const latest = answerPanel(shelf, latestRate(choices)).tracks[0]?.rows.at(-1)?.answer;
  if (!yen || !latest) throw nothingToShow(chart.title);
  const at = (basis: Basis): Converted => ({
    value: answerValue(shelf, deficitAt(choices, yen.period, basis)).value,
    rate: answerValue(shelf, rateOf(choices, yen.period, basis)),
  });
  const now: Converted = { value: yen.value / latest.value, rate: latest };
  const three = [at("avg"), at("end"), now] as const;
  const values = three.map(({ value }) => value);
  return {
    title: titleOf(Math.min(...values), Math.max(...values), money, lang),
    subtitle: lineOf(
      [moneyUnit(money, lang), definitionNote(definitionOf(choices), lang), periodIn(yen.period, lang)],
      lang,
    ),
    sentence: paragraph([sentenceOf(yen, three, choices), someStatusNote([yen], lang)], lang),
    source: sourceLine({ answers: [yen, ...three.map(({ rate }) => rate)] }, lang),
  };
}

const titleOf = (low: number, high: number, money: Money, lang: Language): string =>
  lang === "ja"
    ? `レート次第で${amount(low, money, lang)}から${amount(high, money, lang)}`
    : `One deficit, three amounts: ${amountFigure(low, money)} to ${amount(high, money, lang)}`;

function sentenceOf(
  yen: Answer,
  [average, end, now]: readonly [Converted, Converted, Converted],
  choices: ChartChoices,
): string {
  const { lang } = choices;
  const money = moneyFor(choices);
  const own = largeMoney("JPY", lang);
  const subject = balanceSubject(choices, true)(-1);
  const year = periodIn(yen.period, lang);
  const inOwn = sizeIn(
    { ...datedOf(yen), value: yen.value / (moneyFor(choices).scale === "oku" ? 1e4 : 1e3) },
    own,
    lang,
  );
  const [a, b, c] = [average, end, now].map(({ value }) => amount(value, money, lang));
  const [ra, rb, rc] = [average, end, now].map(({ rate }) => fixed(rate.value, 2));
  const day = periodIn(now.rate.period, lang);
  return lang === "ja"
    ? `${year}の${subject}${inOwn}は、${year}の平均レート（1${currencyNameJa(foreignOf(choices))}＝${ra ?? ""}円）で${a ?? ""}、年末のレート（${rb ?? ""}円）で${b ?? ""}、直近（${day}、${rc ?? ""}円）で${c ?? ""}。年間のフローにはその年の平均レートが合う。`
    : `${subject} of ${year}, ${inOwn}, is ${a ?? ""} at the average rate of ${year} (${ra ?? ""} yen per ${currencyName(foreignOf(choices))}), ${b ?? ""} at the rate of its end (${rb ?? ""}) and ${c ?? ""} at the latest rate, ${rc ?? ""} on ${day}. A flow of a year belongs at the average of that year.`;
}
