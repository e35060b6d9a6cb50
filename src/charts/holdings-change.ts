import type { HolderLine } from "../answer/holders";
import type { Shelf } from "../answer/shelf";
import { Problem } from "../domain/problem";
import { nothingToShow } from "./common/answered";
import { block, computed, down } from "./common/block";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { joined, mentions, text, when } from "./common/formula";
import { HEADINGS } from "./common/headings";
import {
  HOLDER,
  holderCell,
  holderIn,
  holders,
  HOLDERS_WIDTH,
  holdersColumns,
  holdingsMoney,
  inMoney,
  namesNote,
  NOTE,
  rankingOf,
  secondaryNote,
  YEAR_CHANGE,
} from "./common/holdings";
import { amountFigure, moneyFormat, moneyUnit } from "./common/money";
import * as options from "./common/options";
import { sorted, sortingColumns } from "./common/sorted";
import { sourceLine } from "./common/sources";
import { lineOf, listIn, paragraph, periodIn } from "./common/words";

const WORDS = {
  holder: { en: "Holder", ja: "保有者" },
  change: { en: "Change over twelve months", ja: "12か月の増減" },
} as const;

const RANKING = 2;
const LABELS = RANKING + HOLDERS_WIDTH;
/** Behind the name of a holder whose series breaks within the twelve months. */
const BREAK_MARK = " †";

export const chart: ChartDefinition = {
  id: "holdings-change",
  kind: "chart",
  place: 11,
  title: { en: "Twelve-month change in Treasury holdings", ja: "米国債保有残高の12か月の増減" },
  question: { en: "Whose holdings rose and whose fell?", ja: "保有残高が増えた国、減った国はどこか。" },
  options: [options.month(), options.top(10), options.asOf(), options.language()],
  block: (choices) => {
    const { top: rows, lang } = choices;
    const format = moneyFormat(holdingsMoney(choices));
    const name = (row: number) => holderCell(row, RANKING + HOLDER, lang);
    const marked = (row: number) =>
      joined(name(row), when(mentions(row, RANKING + NOTE, "break"), text(BREAK_MARK), text("")));
    return block(
      rows,
      [
        { heading: WORDS.holder[lang] },
        { heading: WORDS.change[lang], format },
        ...holdersColumns(choices),
        { heading: HEADINGS.working[lang], working: true },
        ...sortingColumns(lang),
      ],
      [
        holders(choices, RANKING),
        ...down(rows, (row) => computed(row, LABELS, marked(row))),
        ...sorted(
          {
            labels: { row: 1, column: LABELS, rows },
            values: { row: 1, column: RANKING + YEAR_CHANGE, rows },
          },
          0,
          LABELS + 1,
        ),
      ],
    );
  },
  drawing: (choices) => {
    const { top: rows, lang } = choices;
    const money = holdingsMoney(choices);
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
      axis: { title: moneyUnit(money, lang), format: "#,##0", zero: true },
    });
  },
  finding,
};

interface Change {
  readonly line: HolderLine;
  readonly value: number;
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const { month, lines, answers } = rankingOf(shelf, choices);
  const changes = lines
    .flatMap((line): readonly Change[] =>
      line.yearChange instanceof Problem ? [] : [{ line, value: line.yearChange }],
    )
    .sort((a, b) => b.value - a.value);
  const [most, least] = [changes[0], changes.at(-1)];
  if (!most || !least) throw firstReason(lines) ?? nothingToShow(chart.title);
  const money = holdingsMoney(choices);
  const when = periodIn(month, lang);
  const missing = lines.filter(({ yearChange }) => yearChange instanceof Problem);
  const broken = lines.filter(({ notes }) => notes.some((note) => note.includes("break")));
  return {
    title: titleOf(most, least, choices),
    subtitle: lineOf(
      [moneyUnit(money, lang), lang === "ja" ? `${when}までの12か月` : `twelve months to ${when}`],
      lang,
    ),
    sentence: paragraph(
      [
        sentenceOf(changes, lines.length, when, choices),
        namesNote(missing, { en: "No change can be given for", ja: "増減を示せない保有者：" }, lang),
        namesNote(
          broken,
          {
            en: "A series break († in the chart) falls within the year for",
            ja: "期間内に統計の断層（図の†）がある保有者：",
          },
          lang,
        ),
        lang === "ja"
          ? "増減は評価額の変動を含み、購入額ではない。"
          : "Changes include changes in market value: they are not purchases.",
        secondaryNote(lines, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function firstReason(lines: readonly HolderLine[]): Problem | undefined {
  for (const { yearChange } of lines) if (yearChange instanceof Problem) return yearChange;
  return undefined;
}

/** "United Kingdom +147.0", 英国 +1,470: the unit is said once. */
function changeIn({ line, value }: Change, choices: ChartChoices): string {
  const { lang } = choices;
  const money = holdingsMoney(choices);
  return `${holderIn(line, lang)} ${value < 0 ? "−" : "+"}${amountFigure(inMoney(value, money), money)}`;
}

function titleOf(most: Change, least: Change, choices: ChartChoices): string {
  const { lang } = choices;
  const money = holdingsMoney(choices);
  const ends =
    most === least
      ? changeIn(most, choices)
      : listIn([changeIn(most, choices), changeIn(least, choices)], lang);
  return lang === "ja"
    ? `12か月の増減：${ends}（${moneyUnit(money, lang)}）`
    : `Over twelve months: ${ends} ${unitIn(moneyUnit(money, lang))}`;
}

const unitIn = (unit: string): string => unit.charAt(0).toLowerCase() + unit.slice(1);

function sentenceOf(
  changes: readonly Change[],
  holderCount: number,
  when: string,
  choices: ChartChoices,
): string {
  const { lang } = choices;
  const parts = listIn(
    changes.map((change) => changeIn(change, choices)),
    lang,
  );
  const unit = moneyUnit(holdingsMoney(choices), lang);
  return lang === "ja"
    ? `上位${holderCount}の保有残高の${when}までの12か月の増減（${unit}）：${parts}。`
    : `Change in the holdings of the ${holderCount} largest holders over the twelve months to ${when}, in ${unitIn(unit)}: ${parts}.`;
}
