import type { HolderLine } from "../answer/holders";
import type { Shelf } from "../answer/shelf";
import { Problem } from "../domain/problem";
import { nothingToShow } from "./common/answered";
import { block, computed, down } from "./common/block";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import {
  HOLDER,
  holderCell,
  holderIn,
  holders,
  holdersColumns,
  HOLDINGS,
  holdingsMoney,
  inMoney,
  rankingOf,
  secondaryNote,
  type Ranking,
} from "./common/holdings";
import { amount, moneyUnit } from "./common/money";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { fixed, lineOf, listIn, paragraph, periodIn } from "./common/words";

const WORDS = {
  holder: { en: "Holder", ja: "保有者" },
  holdings: { en: "Holdings at the end of the month", ja: "月末の保有残高" },
} as const;

/** Where the ranking starts; the labels stand before it. */
const RANKING = 1;

export const chart: ChartDefinition = {
  id: "treasury-holders",
  kind: "chart",
  place: 10,
  title: { en: "Largest foreign holders of US Treasuries", ja: "米国債の主要な海外保有者" },
  question: { en: "Who holds most?", ja: "最も多く保有しているのはどこか。" },
  options: [options.month(), options.top(10), options.asOf(), options.language()],
  block: (choices) => {
    const { top, lang } = choices;
    const columns = [{ heading: WORDS.holder[lang] }, ...holdersColumns(choices)];
    return block(top, columns, [
      holders(choices, RANKING),
      ...down(top, (row) => computed(row, 0, holderCell(row, RANKING + HOLDER, lang))),
    ]);
  },
  drawing: (choices) => {
    const { top: rows, lang } = choices;
    const money = holdingsMoney(choices);
    return drawing({
      shape: "bars",
      categories: { row: 1, column: 0, rows },
      series: [
        {
          name: WORDS.holdings[lang],
          values: { row: 1, column: RANKING + HOLDINGS, rows },
          mark: "bar",
          role: "main",
          labelled: true,
        },
      ],
      axis: { title: moneyUnit(money, lang), format: "#,##0", zero: true },
    });
  },
  finding,
};

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const ranking = rankingOf(shelf, choices);
  const [first] = ranking.lines;
  if (!first) throw nothingToShow(chart.title);
  const money = holdingsMoney(choices);
  const when = periodIn(ranking.month, lang);
  const size = amount(inMoney(first.value, money), money, lang);
  const name = holderIn(first, lang);
  return {
    title:
      lang === "ja" ? `${when}末の最大の保有者は${name}（${size}）` : `${name} held most: ${size} in ${when}`,
    subtitle: lineOf(
      [moneyUnit(money, lang), lang === "ja" ? `${when}末の残高` : `stock at the end of ${when}`],
      lang,
    ),
    sentence: paragraph([sentenceOf(ranking, choices), secondaryNote(ranking.lines, lang)], lang),
    source: sourceLine({ answers: ranking.answers }, lang),
  };
}

const shareIn = ({ share }: HolderLine): string => (share instanceof Problem ? "" : fixed(share, 1));

function sentenceOf({ month, lines }: Ranking, choices: ChartChoices): string {
  const { lang } = choices;
  const money = holdingsMoney(choices);
  const when = periodIn(month, lang);
  const parts = lines.slice(0, 3).map((line) => {
    const [name, size, share] = [
      holderIn(line, lang),
      amount(inMoney(line.value, money), money, lang),
      shareIn(line),
    ];
    return lang === "ja"
      ? `${name}${size}${share && `（海外保有の${share}％）`}`
      : `${name} ${size}${share && ` (${share} %)`}`;
  });
  const known = lines.flatMap(({ share }) => (share instanceof Problem ? [] : [share]));
  const together =
    known.length === lines.length
      ? fixed(
          known.reduce((sum, s) => sum + s, 0),
          0,
        )
      : "";
  const n = lines.length;
  if (lang === "ja")
    return `${when}末の米国債の海外保有は、多い順に${listIn(parts, lang)}。${together && `上位${n}で海外保有全体の${together}％。`}`;
  return `At the end of ${when} the largest foreign holders of US Treasury securities were ${listIn(parts, lang)}${together && `; the first ${n} held ${together} % of all foreign holdings`}.`;
}
