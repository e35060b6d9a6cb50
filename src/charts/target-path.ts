import type { Progress } from "../answer/progress";
import type { Shelf } from "../answer/shelf";
import { resolveTarget } from "../catalog/targets";
import { figureWords } from "../answer/figure-words";
import { block, words } from "./common/block";
import type { ChartDefinition, Finding } from "./common/definition";
import type { ChartChoices } from "./common/choices";
import { drawing } from "./common/drawing";
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

const COLUMNS = pathColumns(1, 4);

export const chart: ChartDefinition = {
  id: "target-path",
  kind: "comparison",
  place: 2,
  title: { en: "Required path against actual", ja: "必要な経路と実績" },
  question: { en: "Is progress keeping up with the path?", ja: "進捗は必要な経路に追いついているか。" },
  options: [options.target("JP.SPECIALISTS", PATHED), options.asOf(), options.language()],
  block: (choices) => {
    const { lang } = choices;
    const target = resolveTarget(choices.target);
    const { format } = measureOf(target, lang);
    const steps = stepsOf(target, lang);
    const columns = [
      { heading: PATH_WORDS.step[lang] },
      ...pathHeadings(format, lang, false),
      ...taskHeadings(format, lang),
    ];
    return block(steps.length, columns, [
      ...steps.map(({ label }, i) => words(i + 1, 0, label)),
      ...pathCells(target, steps, COLUMNS, choices),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const target = resolveTarget(choices.target);
    const rows = stepsOf(target, lang).length;
    const column = (index: number) => ({ row: 1, column: index, rows });
    const { title, format } = measureOf(target, lang);
    const { straight, compound, counted } = PATH_WORDS;
    return drawing({
      shape: "lines",
      categories: column(0),
      series: [
        { name: straight[lang], values: column(COLUMNS.straight), mark: "line", role: "quiet", dash: "dash" },
        { name: compound[lang], values: column(COLUMNS.compound), mark: "line", role: "third", dash: "dot" },
        {
          name: counted[lang],
          values: column(COLUMNS.counted),
          mark: "line",
          role: "main",
          marker: "circle",
        },
      ],
      axis: { title, format, zero: true },
    });
  },
  finding,
};

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const progress = progressIn(shelf, choices);
  const { target } = progress;
  const steps = stepsOf(target, lang);
  const counted = countedSteps(shelf, target, steps, choices);
  return {
    title: titleOf(progress, lang),
    subtitle: targetSubtitle(
      target,
      lang,
      labelSpan(
        steps.map(({ label }) => label),
        lang,
      ),
    ),
    sentence: paragraph([standingWords(progress, lang), countsNote(counted, lang)], lang),
    source: sourceLine(
      {
        answers: counted.map(({ answer }) => answer),
        more: [setByWords(target, lang)],
      },
      lang,
    ),
  };
}

const labelSpan = (labels: readonly string[], lang: Language): string =>
  `${labels[0] ?? ""}${lang === "ja" ? "～" : " to "}${labels.at(-1) ?? ""}`;

function titleOf({ target, plan, standing }: Progress, lang: Language): string {
  if (!plan) return target.title[lang];
  const size = (value: number): string => targetAmount(target, value, lang);
  const planned = size(plan.perYear);
  const needed = standing?.perYearNow === undefined ? undefined : size(standing.perYearNow);
  const rate = plan.cagr === undefined ? "" : figureWords(plan.cagr, 1);
  if (lang === "ja")
    return `計画では年${planned}${rate && `（年率${rate}％）`}${needed ? `、今後は年${needed}が必要` : ""}`;
  return `The plan asks for ${planned} a year${rate && ` (${rate} % compound)`}${needed ? `; from now ${needed}` : ""}`;
}

/** When something was counted: between those dates nothing is known and no line is drawn. */
function countsNote(counted: readonly Counted[], lang: Language): string {
  if (counted.length === 0)
    return lang === "ja" ? "この期間の実績はない。" : "Nothing was counted on these dates.";
  const when = listIn(
    counted.map(({ answer }) => periodIn(answer.period, lang)),
    lang,
  );
  return lang === "ja" ? `実績のある時点：${when}。` : `Counts are held for ${when}.`;
}
