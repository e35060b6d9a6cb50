import type { Answer } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import type { Shelf } from "../answer/shelf";
import { entryFor } from "../answer/subject";
import type { Period } from "../domain/period";
import { badInput } from "../domain/problem";
import { answerIfAny, answerValue, reasonFor } from "./common/answered";
import { moneyOptions } from "./common/balance";
import { basketItems, basketOf } from "./common/basket";
import { block, computed, down, spilled, words, type Column } from "./common/block";
import { call, optionText, type Call, type OptionPairs } from "./common/call";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { cell, given, minus, when } from "./common/formula";
import { bracketed } from "./common/headings";
import { amount, moneyFormat, moneyUnit, smallMoney, type Money } from "./common/money";
import { definitionNote, itemName } from "./common/names";
import { basisNote, someStatusNote, vintageNote } from "./common/notes";
import * as options from "./common/options";
import { sorted, sortingColumns } from "./common/sorted";
import { sourceLine } from "./common/sources";
import { lineOf, listIn, paragraph, periodIn } from "./common/words";

const WORDS = {
  item: { en: "Item", ja: "項目" },
  change: { en: "Change in deficit", ja: "赤字の変化" },
} as const;

/** COMPONENTS answers with item, receipts, payments, balance and share: its balance is the fourth. */
const WIDTH = 5;
const BALANCE = 3;
const FROM = 6;
const TO = FROM + WIDTH;

export const chart: ChartDefinition = {
  id: "component-change",
  kind: "chart",
  place: 3,
  title: { en: "Change of the digital deficit by component", ja: "デジタル赤字の項目別の変化" },
  question: { en: "Which part of the deficit grew most?", ja: "赤字はどの項目で最も増えたか。" },
  options: [
    options.definition("3item", "3item", "5item"),
    options.fromYear("2015"),
    options.toYear(),
    options.currency(),
    options.basis(),
    options.rateSource(),
    options.approximate(),
    options.asOf(),
    options.language(),
  ],
  check: ({ from, to }) => {
    if (to !== "latest" && to <= from)
      throw badInput(`to=${to} must be later than from=${from}; swap them or choose another year.`);
  },
  block: (choices) => {
    const { lang } = choices;
    const items = basketItems(choices);
    const n = items.length;
    const format = moneyFormat(moneyOf(choices));
    const spill = Array.from({ length: WIDTH }, (): Column => ({ heading: "", format, working: true }));
    const columns: readonly Column[] = [
      { heading: WORDS.item[lang] },
      { heading: WORDS.change[lang], format },
      { heading: WORDS.item[lang], working: true },
      { heading: WORDS.change[lang], format, working: true },
      ...sortingColumns(lang),
      ...spill,
      ...spill,
    ];
    return block(n + 1, columns, [
      ...down(n, (row) => words(row, 2, itemName(items[row - 1] ?? "", lang))),
      spilled(0, FROM, n + 2, WIDTH, componentsOf(choices, choices.from)),
      spilled(0, TO, n + 2, WIDTH, componentsOf(choices, choices.to)),
      ...down(n, (row) => {
        const [before, after] = [FROM + BALANCE, TO + BALANCE];
        const both = given({ row, column: before }, { row, column: after });
        return computed(row, 3, when(both, minus(cell(row, after), cell(row, before))));
      }),
      ...sorted({ labels: { row: 1, column: 2, rows: n }, values: { row: 1, column: 3, rows: n } }, 0, 4),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const rows = basketItems(choices).length;
    const money = moneyOf(choices);
    return drawing({
      shape: "bars",
      categories: { row: 1, column: 0, rows },
      series: [
        {
          name: WORDS.change[lang],
          values: { row: 1, column: 1, rows },
          mark: "bar",
          role: "main",
          labelled: true,
        },
      ],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
    });
  },
  finding,
};

const moneyOf = ({ fx, lang }: ChartChoices): Money => smallMoney(fx ?? "JPY", lang);

const howOf = (choices: ChartChoices): OptionPairs => ({
  ...moneyOptions(choices, "JPY", moneyOf(choices)),
  sign: "deficit",
  approx: choices.approx,
});

function componentsOf(choices: ChartChoices, when: Period | "latest"): Call {
  const how = optionText({ def: basketOf(choices), ...howOf(choices) });
  return call("COMPONENTS", "JP", when === "latest" ? null : Number(when), null, how);
}

const valueOf = (choices: ChartChoices, item: string, when: Period): Call =>
  call("VALUE", `JP.${item}.NET`, Number(when), optionText(howOf(choices)));

interface Change {
  readonly item: string;
  readonly before: Answer;
  readonly after: Answer;
  readonly value: number;
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang, from } = choices;
  const money = moneyOf(choices);
  const items = basketItems(choices);
  const to = choices.to === "latest" ? latestYear(shelf, choices) : choices.to;
  const ask = (item: string, when: Period): Answer | undefined =>
    answerIfAny(() => answerValue(shelf, valueOf(choices, item, when)));
  const changes = items
    .flatMap((item): readonly Change[] => {
      const [before, after] = [ask(item, from), ask(item, to)];
      return before && after ? [{ item, before, after, value: after.value - before.value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const [most] = changes;
  if (!most)
    throw reasonFor(
      () => [from, to].map((when) => answerValue(shelf, valueOf(choices, items[0] ?? "", when))),
      chart.title,
    );
  const answers = changes.flatMap(({ before, after }) => [before, after]);
  const missing = items.filter((item) => !changes.some((c) => c.item === item)).map((i) => itemName(i, lang));
  const [first, last] = [periodIn(from, lang), periodIn(to, lang)];
  return {
    title: titleOf(most, money, first, last, lang),
    subtitle: lineOf(
      [
        moneyUnit(money, lang),
        definitionNote(basketOf(choices), lang),
        lang === "ja" ? `${first}から${last}` : `${first} to ${last}`,
      ],
      lang,
    ),
    sentence: paragraph(
      [
        sentenceOf(changes, money, choices, first, last),
        missing.length === 0
          ? ""
          : lang === "ja"
            ? `${listIn(missing, lang)}は両年の値がそろわない。`
            : `Not held for both years: ${listIn(missing, lang).toLowerCase()}.`,
        someStatusNote(answers, lang),
        vintageNote(most.before, most.after, lang),
        basisNote(answers, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function latestYear(shelf: Shelf, choices: ChartChoices): Period {
  const first = entryFor(`JP.${basketItems(choices)[0] ?? ""}.NET`);
  const { approx, asof } = choices;
  return periodFor(shelf, first, { kind: "omitted" }, { ...(approx && { approx }), ...(asof && { asof }) });
}

function titleOf(
  { item, value }: Change,
  money: Money,
  from: string,
  to: string,
  lang: ChartChoices["lang"],
): string {
  const [name, size] = [itemName(item, lang), amount(value, money, lang)];
  if (value <= 0)
    return lang === "ja"
      ? `${from}から${to}に赤字が増えた項目はない`
      : `No part of the deficit grew, ${from} to ${to}`;
  return lang === "ja"
    ? `${from}から${to}に最も増えたのは${name}（${size}増）`
    : `${name} added most to the deficit: ${size}, ${from} to ${to}`;
}

function sentenceOf(
  changes: readonly Change[],
  money: Money,
  choices: ChartChoices,
  from: string,
  to: string,
): string {
  const { lang } = choices;
  const note = bracketed(definitionNote(basketOf(choices), lang), lang);
  const parts = changes.map(({ item, value }) => {
    const [name, size] = [itemName(item, lang), amount(value, money, lang)];
    if (!/[1-9]/.test(size)) return lang === "ja" ? `${name}横ばい` : `${name.toLowerCase()} unchanged`;
    const word = value < 0 ? ["less", "減"] : ["more", "増"];
    return lang === "ja"
      ? `${name}${size}${word[1] ?? ""}`
      : `${name.toLowerCase()} ${size} ${word[0] ?? ""}`;
  });
  return lang === "ja"
    ? `日本のデジタル赤字${note}の${from}から${to}の変化：${listIn(parts, lang)}。`
    : `Change of the parts of Japan's digital deficit${note} from ${from} to ${to}: ${listIn(parts, lang)}.`;
}
