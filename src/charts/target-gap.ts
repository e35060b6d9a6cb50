import type { Shelf } from "../answer/shelf";
import { resolveTarget, type Target } from "../catalog/targets";
import { nothingToShow } from "./common/answered";
import { block, computed, words } from "./common/block";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { cell, compared, given, minus, number, text, when, type Formula } from "./common/formula";
import type { Language } from "./common/language";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import {
  countedSteps,
  pathCells,
  pathColumns,
  pathHeadings,
  PATH_WORDS,
  taskHeadings,
  type Counted,
} from "./common/target-path";
import {
  measureOf,
  PATHED,
  progressIn,
  setByWords,
  standingWords,
  stepsOf,
  targetAmount,
  targetSubtitle,
} from "./common/targets";
import { listIn, paragraph, periodIn } from "./common/words";

const WORDS = {
  straight: { en: "Gap to straight path", ja: "直線経路との差" },
  compound: { en: "Gap to compound path", ja: "複利経路との差" },
  standing: { en: "Standing", ja: "状況" },
  behind: { en: "▼ behind", ja: "▼ 遅れ" },
  ahead: { en: "▲ ahead", ja: "▲ 先行" },
  on: { en: "■ on the path", ja: "■ 経路上" },
} as const;

/** Gaps and words come first; the paths and counts behind them. */
const COLUMNS = pathColumns(4, 7);

export const chart: ChartDefinition = {
  id: "target-gap",
  kind: "comparison",
  place: 3,
  title: { en: "Gap to the path", ja: "経路との差" },
  question: { en: "How far behind or ahead is it?", ja: "どれほど遅れ、または先行しているか。" },
  options: [options.target("JP.SPECIALISTS", PATHED), options.asOf(), options.language()],
  block: (choices) => {
    const { lang } = choices;
    const target = resolveTarget(choices.target);
    const { format } = measureOf(target, lang);
    const steps = stepsOf(target, lang);
    const columns = [
      { heading: PATH_WORDS.step[lang] },
      { heading: WORDS.straight[lang], format },
      { heading: WORDS.compound[lang], format },
      { heading: WORDS.standing[lang] },
      ...pathHeadings(format, lang, true),
      ...taskHeadings(format, lang),
    ];
    return block(steps.length, columns, [
      ...steps.map(({ label }, i) => words(i + 1, 0, label)),
      ...pathCells(target, steps, COLUMNS, choices),
      ...steps.flatMap((_, i) => [
        computed(i + 1, 1, gap(i + 1, COLUMNS.straight)),
        computed(i + 1, 2, gap(i + 1, COLUMNS.compound)),
        computed(i + 1, 3, standing(i + 1, lang)),
      ]),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const target = resolveTarget(choices.target);
    const rows = stepsOf(target, lang).length;
    const column = (index: number) => ({ row: 1, column: index, rows });
    const { title, format } = measureOf(target, lang);
    return drawing({
      shape: "columns",
      categories: column(0),
      series: [
        { name: WORDS.straight[lang], values: column(1), mark: "column", role: "main", labelled: true },
        {
          name: WORDS.compound[lang],
          values: column(2),
          mark: "column",
          role: "second",
          pattern: "stripes",
          labelled: true,
        },
      ],
      axis: { title, format, zero: true },
      gapWidth: 15,
    });
  },
  finding,
};

/** What was counted less the path; a gap where nothing was counted. */
function gap(row: number, path: number): Formula {
  const both = given({ row, column: COLUMNS.counted }, { row, column: path });
  return when(both, minus(cell(row, COLUMNS.counted), cell(row, path)));
}

function standing(row: number, lang: Language): Formula {
  const straight = cell(row, 1);
  const said = when(
    compared(straight, "=", number(0)),
    text(WORDS.on[lang]),
    when(compared(straight, ">", number(0)), text(WORDS.ahead[lang]), text(WORDS.behind[lang])),
  );
  return when(given({ row, column: 1 }), said, text(""));
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const progress = progressIn(shelf, choices);
  const { target } = progress;
  const steps = stepsOf(target, lang);
  const counted = countedSteps(shelf, target, steps, choices);
  const last = counted.at(-1);
  if (!last) throw nothingToShow(chart.title);
  return {
    title: titleOf(last, target, lang),
    subtitle: targetSubtitle(target, lang),
    sentence: paragraph([gapsNote(counted, target, lang), standingWords(progress, lang)], lang),
    source: sourceLine(
      {
        answers: counted.map(({ answer }) => answer),
        more: [setByWords(target, lang)],
      },
      lang,
    ),
  };
}

/** "3,500 behind", "on the path". */
function against(value: number, target: Target, lang: Language): string {
  if (value === 0) return lang === "ja" ? "経路上" : "on the path";
  const size = targetAmount(target, value, lang);
  if (lang === "ja") return `${size}${value < 0 ? "遅れ" : "先行"}`;
  return `${size} ${value < 0 ? "behind" : "ahead"}`;
}

function titleOf({ answer, straight, compound }: Counted, target: Target, lang: Language): string {
  const when = periodIn(answer.period, lang);
  const a = against(answer.value - straight, target, lang);
  const b = compound === undefined ? "" : against(answer.value - compound, target, lang);
  if (lang === "ja") return `${when}：直線経路に対し${a}${b && `、複利経路に対し${b}`}`;
  return `${when}: ${a} on the straight path${b && `, ${b} on the compound one`}`;
}

function gapsNote(counted: readonly Counted[], target: Target, lang: Language): string {
  const parts = counted.map(({ answer, straight }) => {
    const when = periodIn(answer.period, lang);
    const gapIn = against(answer.value - straight, target, lang);
    return lang === "ja" ? `${when} ${gapIn}` : `${gapIn} in ${when}`;
  });
  return lang === "ja"
    ? `直線経路との差：${listIn(parts, lang)}。`
    : `Against the straight path: ${listIn(parts, lang)}.`;
}
