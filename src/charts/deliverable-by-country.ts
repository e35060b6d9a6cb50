import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { areaName } from "../catalog/areas";
import { ENTRIES } from "../catalog/catalog";
import type { Currency } from "../domain/currency";
import type { Period } from "../domain/period";
import {
  answerIfAny,
  askForAll,
  answerPanel,
  answerValue,
  nothingToShow,
  panelCall,
} from "./common/answered";
import { moneyOptions } from "./common/balance";
import { asked, block, computed, down, spilled, words } from "./common/block";
import { call, optionText, type Argument, type Call } from "./common/call";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { label } from "./common/formula";
import { HEADINGS } from "./common/headings";
import { amount, amountFigure, moneyFormat, moneyUnit, smallMoney, type Money } from "./common/money";
import { balanceName } from "./common/names";
import { basisNote, someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sorted, sortingColumns } from "./common/sorted";
import { sourceLine } from "./common/sources";
import { areaIn, capital, lineOf, listIn, paragraph, periodIn } from "./common/words";

const WORDS = {
  country: { en: "Country", ja: "国" },
  balance: { en: "Balance in digitally deliverable services", ja: "デジタル提供可能サービスの収支" },
  concept: {
    en: "digitally deliverable services (UNCTAD)",
    ja: "デジタル提供可能サービス（UNCTAD）",
  },
  scope: {
    en: "Digitally deliverable is what could be delivered over networks: a wider concept than Japan's digital items, and no measure of what was.",
    ja: "デジタル提供可能とは、ネットワークで提供できる種類のサービスを指し、日本のデジタル関連項目より広い。実際にそう提供された額ではない。",
  },
} as const;

/** Single countries; sums of members and the world are none. */
const AREAS: readonly string[] = ENTRIES.filter(
  ({ concept, flow, area }) =>
    concept === "deliverable" && flow === "NET" && !["WORLD", "EU", "G7"].includes(area),
).map(({ area }) => area);

const ROWS = AREAS.length;
/** Country, year and balance before they are sorted. */
const NAMES = 2;
const YEARS = 3;
const BALANCES = 4;

export const chart: ChartDefinition = {
  id: "deliverable-by-country",
  kind: "chart",
  place: 12,
  title: { en: "Digitally deliverable balance by country", ja: "国別のデジタル提供可能サービス収支" },
  question: { en: "Which countries run a surplus?", ja: "黒字の国、赤字の国はどこか。" },
  options: [
    options.oneYear(),
    options.currency(),
    options.basis(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { lang } = choices;
    const format = moneyFormat(moneyFor(choices));
    const columns = [
      { heading: WORDS.country[lang] },
      { heading: WORDS.balance[lang], format },
      { heading: WORDS.country[lang], working: true },
      { heading: HEADINGS.year[lang], working: true },
      { heading: WORDS.balance[lang], format, working: true },
      ...sortingColumns(lang),
    ];
    const others = AREAS.slice(1);
    return block(ROWS, columns, [
      ...down(ROWS, (row) => words(row, NAMES, areaName(AREAS[row - 1] ?? "")[lang])),
      spilled(1, YEARS, 1, 2, firstBalance(choices)),
      ...others.flatMap((area, i) => {
        const row = i + 2;
        return [
          computed(row, YEARS, label(1, YEARS)),
          asked(row, BALANCES, balanceOf(choices, area, { row, column: YEARS })),
        ];
      }),
      ...sorted(
        {
          labels: { row: 1, column: NAMES, rows: ROWS },
          values: { row: 1, column: BALANCES, rows: ROWS },
        },
        0,
        BALANCES + 1,
      ),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const money = moneyFor(choices);
    return drawing({
      shape: "bars",
      categories: { row: 1, column: 0, rows: ROWS },
      series: [
        {
          name: WORDS.balance[lang],
          values: { row: 1, column: 1, rows: ROWS },
          mark: "bar",
          role: "main",
          labelled: true,
        },
      ],
      axis: { title: moneyUnit(money, lang), format: "#,##0", zero: true },
      gapWidth: 40,
    });
  },
  finding,
};

const OWN: Currency = "USD";
const moneyFor = ({ fx, lang }: ChartChoices): Money => smallMoney(fx ?? OWN, lang);
const idOf = (area: string): string => `${area}.DELIVERABLE.NET`;

/** The first country's: its latest year is the year of all. */
const firstBalance = (choices: ChartChoices): Call =>
  panelCall([idOf(AREAS[0] ?? "")], "-1Y", choices.year, {
    freq: "A",
    ...moneyOptions(choices, OWN, moneyFor(choices)),
  });

const balanceOf = (choices: ChartChoices, area: string, year: Argument): Call =>
  call(
    "VALUE",
    idOf(area),
    year,
    optionText({ ...moneyOptions(choices, OWN, moneyFor(choices)), approx: "allow" }),
  );

interface Balance {
  readonly area: string;
  readonly answer: Answer;
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const money = moneyFor(choices);
  askForAll(shelf, AREAS.map(idOf));
  const year = choices.year === "latest" ? latestYear(shelf, choices) : choices.year;
  const found = AREAS.flatMap((area): readonly Balance[] => {
    const answer = answerIfAny(() => answerValue(shelf, balanceOf(choices, area, year)));
    return answer ? [{ area, answer }] : [];
  }).sort((a, b) => b.answer.value - a.answer.value);
  const answers = found.map(({ answer }) => answer);
  const missing = AREAS.filter((area) => !found.some((f) => f.area === area));
  const [top, bottom] = [found[0], found.at(-1)];
  if (!top || !bottom) throw nothingToShow(chart.title);
  return {
    title: titleOf(top, bottom, year, money, choices),
    subtitle: lineOf([moneyUnit(money, lang), WORDS.concept[lang], periodIn(year, lang)], lang),
    sentence: paragraph(
      [
        sentenceOf(found, year, money, choices),
        missingNote(missing, choices),
        WORDS.scope[lang],
        someStatusNote(answers, lang),
        basisNote(answers, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

const latestYear = (shelf: Shelf, choices: ChartChoices): Period => {
  const year = answerPanel(shelf, firstBalance(choices)).periods.at(-1);
  if (year === undefined) throw nothingToShow(chart.title);
  return year;
};

function titleOf(top: Balance, bottom: Balance, year: Period, money: Money, { lang }: ChartChoices): string {
  const say = ({ area, answer: { value } }: Balance): string => {
    const size = `${value < 0 ? "−" : "+"}${amountFigure(value, money)}`;
    return lang === "ja" ? `${areaIn(area, lang)}（${size}）` : `${areaIn(area, lang)} (${size})`;
  };
  return lang === "ja"
    ? `${periodIn(year, lang)}の収支は${say(top)}から${say(bottom)}まで`
    : `Balances of ${year} run from ${say(top)} to ${say(bottom)}`;
}

function sentenceOf(found: readonly Balance[], year: Period, money: Money, choices: ChartChoices): string {
  const { lang } = choices;
  const when = periodIn(year, lang);
  const surplus = found.filter(({ answer }) => answer.value >= 0);
  const deficit = found.filter(({ answer }) => answer.value < 0).reverse();
  const list = (some: readonly Balance[]): string =>
    listIn(
      some.slice(0, 3).map(({ area, answer: { value } }) => {
        const size = amount(value, money, lang);
        return lang === "ja" ? `${areaIn(area, lang)}${size}` : `${areaIn(area, lang)} (${size})`;
      }),
      lang,
    );
  const [black, red] = [balanceName("deliverable", 1, lang), balanceName("deliverable", -1, lang)];
  const japan = found.find(({ area }) => area === "JP");
  const place = found.findIndex(({ area }) => area === "JP") + 1;
  if (lang === "ja")
    return `${when}に${found.length}か国のうち${surplus.length}か国が${black}（大きい順に${list(surplus)}）${deficit.length > 0 ? `、${deficit.length}か国が${red}（大きい順に${list(deficit)}）` : ""}。${japan ? `日本は上から${place}番目。` : ""}`;
  return `${capital(`of ${found.length} countries, ${surplus.length} ran a ${black} in ${when}, the largest ${list(surplus)}`)}${deficit.length > 0 ? `; ${deficit.length} ran a deficit, the largest ${list(deficit)}` : ""}. ${japan ? `Japan was number ${place} from the top.` : ""}`.trim();
}

function missingNote(missing: readonly string[], { lang }: ChartChoices): string {
  if (missing.length === 0) return "";
  const names = listIn(
    missing.map((area) => areaIn(area, lang)),
    lang,
  );
  return lang === "ja" ? `値のない国：${names}。` : `No figure for ${names}.`;
}
