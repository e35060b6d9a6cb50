import type { Answer } from "../../answer/evaluate";
import type { Shelf } from "../../answer/shelf";
import type { Problem } from "../../domain/problem";
import type { Cells } from "./cells";

/** What stands in a cell of a result, by row and column from 0: an answer with all that it came from, or why there is none. */
export type AnswerAt = (row: number, column: number) => Answer | Problem | undefined;

/** What a function works out: its cells, how they came about, and whether the derivation is asked for instead. */
export interface Outcome {
  readonly cells: Cells;
  readonly why: () => string;
  readonly show?: "value" | "why" | undefined;
  readonly answerAt?: AnswerAt | undefined;
  /** Declared to Excel as a table: even a single value goes out as rows. */
  readonly matrix?: boolean;
}

/** A function that must look into the workbook first has its outcome later; all others have it at once. */
export type Compute = (shelf: Shelf) => Outcome | Promise<Outcome>;

/** The cells to write: the derivation where it is asked for, rows where the function is declared as a table. */
export function shownCells(outcome: Outcome): Cells {
  const cells = outcome.show === "why" ? outcome.why() : outcome.cells;
  return outcome.matrix && !Array.isArray(cells) ? [[cells as Exclude<Cells, readonly unknown[]>]] : cells;
}
