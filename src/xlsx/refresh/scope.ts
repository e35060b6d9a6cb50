import type { AnswersAlone } from "./answers-alone";
import { graphOf, type Graph } from "./dependants";
import type { FormulaCell, Formulas } from "./formulas";
import type { Area } from "../../file/address";

/** What of a book is worked out again. */
export interface Scope {
  readonly graph: Graph;
  /** Formulas of ours and all that depend on them, as far as the calculator can work them out; the others are not touched. */
  readonly works: ReadonlySet<FormulaCell>;
  /** Formulas among those that must keep their value, and why. */
  readonly kept: ReadonlyMap<FormulaCell, string>;
}

/**
 * Formulas of ours that are `wanted` and their dependants. One that only Excel works out keeps its value, with all that
 * depend on it: a stale value beside new ones is told, a wrong one would not be.
 */
export function scopeOf(
  { all }: Formulas,
  wanted: (formula: FormulaCell) => boolean,
  extentOf: (formula: FormulaCell) => Area,
): Scope {
  const graph = graphOf(all, extentOf);
  const ours = all.filter((formula) => formula.isOurs && wanted(formula));
  const reached = new Set([...ours, ...graph.reach(ours)]);
  const kept = new Map<FormulaCell, string>();
  if (ours.length === 0) return { graph, works: new Set(), kept };
  for (const formula of all)
    if (formula.onlyExcel !== undefined && (formula.isBlind || reached.has(formula)))
      kept.set(formula, `only Excel works out ${formula.onlyExcel}`);
  keepDependants(graph, kept, reached);
  const works = new Set([...reached].filter(({ onlyExcel }) => onlyExcel === undefined));
  return { graph, works, kept };
}

/**
 * What of a scope is to be worked out where some formulas of ours have their answers already: those that changed and all that
 * depend on them, whatever else has no answer yet, and what differs each time.
 */
export function narrowed(scope: Scope, { answers, changed }: AnswersAlone): Scope {
  if (answers.size === 0) return scope;
  const { graph, works } = scope;
  const isOpen = (formula: FormulaCell): boolean =>
    formula.isOurs
      ? changed.has(formula) || !answers.has(formula)
      : formula.isVolatile || formula.saved.every((row) => row.every((value) => value === null));
  const open = [...works].filter(isOpen);
  const behind = graph.reach(open);
  const first = new Set(open);
  return { ...scope, works: new Set([...works].filter((one) => first.has(one) || behind.has(one))) };
}

export const READS_KEPT = "it reads a cell that keeps its value";

/** Keeps whatever depends on something that is kept. */
export function keepDependants(
  graph: Graph,
  kept: Map<FormulaCell, string>,
  among: ReadonlySet<FormulaCell>,
): void {
  for (const formula of graph.reach([...kept.keys()]))
    if (among.has(formula) && !kept.has(formula)) kept.set(formula, READS_KEPT);
}
