import { nearestIds, resolveId } from "../../catalog/catalog";
import { Problem, type ProblemKind } from "../../domain/problem";
import type { SeriesId } from "../../domain/series";
import type { Anchor } from "../../workbook/anchor";
import { tokensOf } from "../../file/formula-tokens";
import type { Word } from "../words/en";
import { advisedOption, withOption } from "./formula-option";

/** What can be done about an error with one click. */
export type Remedy =
  | { readonly kind: "recalculate" }
  | { readonly kind: "find"; readonly words: string }
  | { readonly kind: "refresh" }
  | { readonly kind: "repair" }
  | { readonly kind: "option"; readonly option: string; readonly formula: string };

/** What an error means, and what helps. */
export interface Advice {
  readonly meaning: Word;
  readonly remedies: readonly Remedy[];
}

const MEANING = {
  "bad-input": "errorBadInput",
  "unknown-series": "errorUnknownSeries",
  "no-data": "errorNoData",
  "no-rate": "errorNoRate",
  unreachable: "errorUnreachable",
  unreadable: "errorUnreadable",
} as const satisfies Record<ProblemKind, Word>;

/** What a complaint of a function's means, and what helps with it in the formula that it came from. */
export function adviceFor(problem: Problem, name: string, { formula }: Pick<Anchor, "formula">): Advice {
  const option = advisedOption(problem.message);
  const changed = option === undefined ? undefined : withOption(formula, name, option);
  const optional: readonly Remedy[] =
    option === undefined || changed === undefined ? [] : [{ kind: "option", option, formula: changed }];
  return { meaning: MEANING[problem.kind], remedies: [...optional, ...remediesFor(problem, formula)] };
}

function remediesFor({ kind }: Problem, formula: string): readonly Remedy[] {
  switch (kind) {
    case "unknown-series": {
      const words = wordsForUnknown(formula);
      return words === undefined ? [] : [{ kind: "find", words }];
    }
    case "no-data":
    case "no-rate":
      return [{ kind: "refresh" }];
    case "unreachable":
    case "unreadable":
      return [{ kind: "recalculate" }];
    case "bad-input":
      return [];
  }
}

/** Words to look for instead of the first name in a formula that is no series: the nearest id, or the words themselves. */
export function wordsForUnknown(formula: string): string | undefined {
  for (const text of textsIn(formula)) {
    if (!/^\p{L}[^=]*$/u.test(text) || isSeries(text)) continue;
    return text.includes(".") ? nearestIds(text.toUpperCase(), 1)[0] : text;
  }
  return undefined;
}

function isSeries(text: string): boolean {
  try {
    resolveId(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}

/** The series that the texts of a formula name, each once; `JP.DIGITAL.NET,JP.TRAVEL` names two. */
export function seriesNamedIn(formula: string): readonly SeriesId[] {
  const ids = textsIn(formula)
    .flatMap((text) => text.split(/[,;]/))
    .flatMap((text) => (text.includes(".") && isSeries(text) ? [resolveId(text)] : []));
  return [...new Set(ids)];
}

const textsIn = (formula: string): readonly string[] =>
  (tokensOf(formula) ?? []).flatMap(({ kind, text }) =>
    kind === "text" ? [text.slice(1, -1).replaceAll('""', '"').trim()] : [],
  );

/** What an error of Excel's own means in a cell of ours; undefined for a value and for the two that our functions give. */
export function excelAdvice(
  error: string | undefined,
  { stored }: Pick<Anchor, "stored">,
): Advice | undefined {
  if (stored || error === "#NAME?") return { meaning: "errorName", remedies: [{ kind: "repair" }] };
  const meaning = error === undefined ? undefined : EXCEL_MEANING[error];
  if (meaning === undefined) return undefined;
  const helps = meaning === "errorBusy" || meaning === "errorConnect" || meaning === "errorCalc";
  return { meaning, remedies: helps ? [{ kind: "recalculate" }] : [] };
}

const EXCEL_MEANING: Readonly<Record<string, Word>> = {
  "#SPILL!": "errorSpill",
  "#BUSY!": "errorBusy",
  "#GETTING_DATA": "errorBusy",
  "#CALC!": "errorCalc",
  "#CONNECT!": "errorConnect",
};
