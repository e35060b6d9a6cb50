import type { Answer } from "../../answer/evaluate";
import type { Shelf } from "../../answer/shelf";
import type { Target } from "../../catalog/targets";
import { compoundPath, linearPath, type Task, baseDayOf } from "../../domain/target";
import { answerIfAny, answerValue } from "./answered";
import { asked, computed, type Column, type Placed } from "./block";
import type { ChartChoices } from "./choices";
import { cell, given, number, over, power, times, when, type Formula } from "./formula";
import { HEADINGS } from "./headings";
import type { Language } from "./language";
import { countedCall, targetCall, type Step } from "./targets";

export const PATH_WORDS = {
  step: { en: "Step", ja: "時点" },
  straight: { en: "Straight path", ja: "直線経路" },
  compound: { en: "Compound path", ja: "複利経路" },
  counted: { en: "Counted", ja: "実績" },
} as const;

/** Straight path, compound path and count, then base and target: five columns from `column` on. */
export interface PathColumns {
  readonly straight: number;
  readonly compound: number;
  readonly counted: number;
  readonly base: number;
  readonly value: number;
}

export const pathColumns = (column: number, base: number): PathColumns => ({
  straight: column,
  compound: column + 1,
  counted: column + 2,
  base,
  value: base + 1,
});

export function pathHeadings(format: string, lang: Language, working: boolean): readonly Column[] {
  const { straight, compound, counted } = PATH_WORDS;
  return [straight, compound, counted].map((name) => ({
    heading: name[lang],
    format,
    ...(working && { working }),
  }));
}

export const taskHeadings = (format: string, lang: Language): readonly Column[] =>
  [0, 1].map(() => ({ heading: HEADINGS.working[lang], format, working: true }));

/** The cells of both paths and of the counts; base and target stand in the first row. */
export function pathCells(
  target: Target,
  steps: readonly Step[],
  columns: PathColumns,
  choices: ChartChoices,
): readonly Placed[] {
  return [
    asked(1, columns.base, targetCall(choices, "base")),
    asked(1, columns.value, targetCall(choices, "value")),
    ...steps.flatMap((step, i) => [
      asked(i + 1, columns.straight, targetCall(choices, "path", step.day)),
      computed(i + 1, columns.compound, compoundOf(columns, step.share)),
      asked(i + 1, columns.counted, countedCall(target, step, choices)),
    ]),
  ];
}

/** The base grown by the same rate all the time: base × (target ÷ base) to the share of the time that is gone. */
function compoundOf({ base, value }: PathColumns, share: number): Formula {
  const [from, to] = [cell(1, base), cell(1, value)];
  const both = given({ row: 1, column: base }, { row: 1, column: value });
  return when(both, times(from, power(over(to, from), number(share))));
}

/** A step with what was counted in it and where the paths stand. */
export interface Counted {
  readonly step: Step;
  readonly answer: Answer;
  readonly straight: number;
  readonly compound: number | undefined;
}

/** The steps in which something was counted. */
export function countedSteps(
  shelf: Shelf,
  target: Target,
  steps: readonly Step[],
  choices: ChartChoices,
): readonly Counted[] {
  const { base, value, deadline } = target;
  if (!base) return [];
  const task: Task = { base: base.value, baseDay: baseDayOf(base.date), target: value, deadline };
  return steps.flatMap((step): readonly Counted[] => {
    const answer = answerIfAny(() => answerValue(shelf, countedCall(target, step, choices)));
    if (!answer) return [];
    return [{ step, answer, straight: linearPath(task, step.day), compound: compoundPath(task, step.day) }];
  });
}
