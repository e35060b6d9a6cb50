import { OPTION_KEYS, readChoices, splitOptions } from "../answer/choices";
import { decomposition, type Effects } from "../answer/decomposition";
import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { entryFor } from "../answer/subject";
import { currencyNameJa } from "../catalog/fx";
import { currencyPlural } from "../domain/currency";
import { badInput } from "../domain/problem";
import { answerPanel, answerValue, nothingToShow, panelCall } from "./common/answered";
import { definitionOf } from "./common/balance";
import { basketBalance } from "./common/basket";
import { asked, block, computed, spilled, words, type Column } from "./common/block";
import { call, optionText, type Call, type OptionPairs } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { foreignOf, sourceOption } from "./common/foreign";
import { cell, figure, given, label, plus, when, type Strip } from "./common/formula";
import { balanceSubject, HEADINGS } from "./common/headings";
import type { Language } from "./common/language";
import { amount, amountFigure, moneyFormat, moneyUnit, smallMoney, type Money } from "./common/money";
import { definitionNote } from "./common/names";
import { someStatusNote, vintageNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { waterfall, waterfallColumns, waterfallNumbers, waterfallSeries } from "./common/waterfall";
import { fixed, lineOf, paragraph, periodIn } from "./common/words";

const WORDS = {
  step: { en: "Step", ja: "要因" },
  deficit: { en: "Deficit", ja: "赤字" },
  volume: { en: "Volume", ja: "数量要因" },
  currency: { en: "Exchange rate", ja: "為替要因" },
  timing: { en: "Timing", ja: "時期の差" },
} as const;

const ROWS = 5;
const SIZES: Strip = { row: 1, column: 1, rows: ROWS };
const STEPS = { sizes: SIZES, column: 2 } as const;
/** The last year and its figure as published; then DECOMPOSE: change, volume, currency and timing by balance and flows. */
const LAST_YEAR = { row: 1, column: 10 } as const;
const EFFECTS = { row: 1, column: 12 } as const;
const BALANCE = EFFECTS.column + 1;

export const chart: ChartDefinition = {
  id: "volume-currency",
  kind: "chart",
  place: 7,
  title: { en: "Volume and currency effects", ja: "数量要因と為替要因" },
  question: {
    en: "How much of the change in foreign money is the exchange rate?",
    ja: "外貨建ての赤字の変化のうち、為替による分はどれほどか。",
  },
  options: [
    options.definition("3item", "3item", "5item"),
    options.fromYear("2015"),
    options.toYear(),
    options.foreignCurrency(),
    options.rateSource(),
    options.method(),
    options.asOf(),
    options.language(),
  ],
  check: ({ from, to }) => {
    if (to !== "latest" && to <= from)
      throw badInput(`to=${to} must be later than from=${from}; swap them or choose another year.`);
  },
  block: (choices) => {
    const { lang, from } = choices;
    const format = moneyFormat(moneyFor(choices));
    const working: Column = { heading: HEADINGS.working[lang], format, working: true };
    const columns = [
      { heading: WORDS.step[lang] },
      { heading: WORDS.deficit[lang], format },
      ...waterfallColumns(format, lang),
      ...Array.from({ length: 6 }, () => working),
    ];
    const end = when(
      given({ row: 1, column: 1 }, { row: 1, column: BALANCE }),
      plus(cell(1, 1), cell(1, BALANCE)),
    );
    return block(ROWS, columns, [
      spilled(LAST_YEAR.row, LAST_YEAR.column, 1, 2, lastYear(choices)),
      spilled(EFFECTS.row, EFFECTS.column, 4, 4, effects(choices)),
      words(1, 0, from),
      words(2, 0, WORDS.volume[lang]),
      words(3, 0, WORDS.currency[lang]),
      words(4, 0, WORDS.timing[lang]),
      computed(5, 0, label(LAST_YEAR.row, LAST_YEAR.column)),
      asked(1, 1, first(choices)),
      ...[2, 3, 4].map((row) => computed(row, 1, figure(row, BALANCE))),
      computed(5, 1, end),
      ...waterfall(STEPS),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const money = moneyFor(choices);
    return drawing({
      shape: "columns",
      categories: { row: 1, column: 0, rows: ROWS },
      series: waterfallSeries(STEPS, lang),
      numbers: waterfallNumbers(STEPS),
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
    });
  },
  finding,
};

const moneyFor = (choices: ChartChoices): Money => smallMoney(foreignOf(choices), choices.lang);

const howOf = (choices: ChartChoices): OptionPairs => ({
  unit: moneyFor(choices).scale,
  ...sourceOption(choices),
  sign: "deficit",
  approx: "allow",
  asof: choices.asof,
});

const lastYear = (choices: ChartChoices): Call =>
  panelCall([basketBalance(choices)], "-1Y", choices.to, { freq: "A", unit: "tn", asof: choices.asof });

const first = (choices: ChartChoices): Call =>
  call(
    "VALUE",
    basketBalance(choices),
    Number(choices.from),
    optionText({ fx: foreignOf(choices), ...howOf(choices) }),
  );

function effectOptions(choices: ChartChoices): string {
  const method = choices.method === "chain" ? "chain" : undefined;
  return optionText({ ...howOf(choices), method, header: "off" });
}

const effects = (choices: ChartChoices): Call =>
  call(
    "DECOMPOSE",
    basketBalance(choices),
    Number(choices.from),
    LAST_YEAR,
    foreignOf(choices),
    effectOptions(choices),
  );

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang, from } = choices;
  const money = moneyFor(choices);
  const end = answerPanel(shelf, lastYear(choices)).tracks[0]?.rows.at(-1)?.answer;
  if (!end) throw nothingToShow(chart.title);
  const start = answerValue(shelf, first(choices));
  const how = readChoices(splitOptions(effectOptions(choices)), OPTION_KEYS);
  const found = decomposition(
    shelf,
    entryFor(basketBalance(choices)),
    from,
    end.period,
    foreignOf(choices),
    how,
  );
  const years = [periodIn(from, lang), periodIn(end.period, lang)] as const;
  return {
    title: titleOf(found, choices, years),
    subtitle: lineOf(
      [
        moneyUnit(money, lang),
        definitionNote(definitionOf(choices), lang),
        lang === "ja" ? `${years[0]}から${years[1]}` : `${years[0]} to ${years[1]}`,
      ],
      lang,
    ),
    sentence: paragraph(
      [
        sentenceOf(start, found, choices, years),
        methodNote(choices),
        someStatusNote([start, end], lang),
        vintageNote(start, end, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers: [start, end] }, lang),
  };
}

/** "added 29.4", "took off 7.4": the sign of an effect in words. */
function effectWords(value: number, money: Money, lang: Language): string {
  const size = amount(value, money, lang);
  if (lang === "ja") return `${size}${value < 0 ? "押し下げ" : "押し上げ"}`;
  return `${value < 0 ? "took off" : "added"} ${size}`;
}

type Years = readonly [from: string, to: string];

function titleOf({ volume, currency }: Effects, choices: ChartChoices, [from, to]: Years): string {
  const { lang } = choices;
  const money = moneyFor(choices);
  const signed = (value: number): string => `${value < 0 ? "−" : "+"}${amountFigure(value, money)}`;
  const unit = moneyUnit(money, lang);
  return lang === "ja"
    ? `${from}から${to}の赤字：数量要因${signed(volume)}、為替要因${signed(currency)}（${unit}）`
    : `The deficit, ${from} to ${to}: volume ${signed(volume)}, exchange rate ${signed(currency)} ${unit.replace(/^B/, "b")}`;
}

function sentenceOf(start: Answer, found: Effects, choices: ChartChoices, [from, to]: Years): string {
  const { lang } = choices;
  const money = moneyFor(choices);
  const subject = balanceSubject(choices, true)(-1);
  const before = sizeIn(datedOf(start), money, lang);
  const now = amount(start.value + found.change, money, lang);
  const [volume, currency] = [
    effectWords(found.volume, money, lang),
    effectWords(found.currency, money, lang),
  ];
  const timing = timingWords(found.timing, money, lang);
  return lang === "ja"
    ? `${currencyNameJa(foreignOf(choices))}建ての${subject}は${from}の${before}から${to}は${now}。数量要因（円建ての金額）が${volume}、為替要因が${currency}${timing}。`
    : `In ${currencyPlural(foreignOf(choices))} ${subject} went from ${before} in ${from} to ${now} in ${to}: volume, the amount in yen, ${volume}, the exchange rate ${currency}${timing}.`;
}

/** What converting by month adds; nothing of it where it would round to nothing. */
function timingWords(value: number, money: Money, lang: Language): string {
  if (!/[1-9]/.test(fixed(value, 1))) return "";
  const size = effectWords(value, money, lang);
  return lang === "ja" ? `、年内の時期の差が${size}` : ` and timing within the year ${size}`;
}

const methodNote = ({ method, lang }: ChartChoices): string => {
  if (method === "chain") return lang === "ja" ? "年ごとに分解して連鎖。" : "Split year by year and linked.";
  return lang === "ja"
    ? "両端の2年の平均レートで分解。"
    : "Split between the two years at their average rates.";
};
