import { cellFormat } from "../../answer/cell-format";
import type { Choices } from "../../answer/choices";
import type { Answer } from "../../answer/evaluate";
import { explain } from "../../answer/explain";
import { firstDay, frequencyOf, lastDay, yearOf, type Period } from "../../domain/period";
import { dated, gap, measured, type Cell } from "./cells";
import type { Outcome } from "./call";
import type { Problem } from "../../domain/problem";

/** An answer as a cell: the full value, with the format that suits its unit. */
export function answerCell(answer: Answer): Cell {
  return measured(answer.value, cellFormat(answer.unit, answer.scale, answer.value));
}

/** An answer as the result of a scalar function. */
export function scalarOutcome(answer: Answer): Outcome {
  return { cells: answerCell(answer), why: () => sentences(explain(answer)), show: answer.choices.show };
}

/** Sentences one under another, as a cell shows them. */
export function sentences(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n");
}

/** A period as a cell: a year as its number, other periods as the date of their last day, or as `stamp` asks. */
export function periodCell(p: Period, choices: Pick<Choices, "stamp">): Cell {
  if (choices.stamp === "label") return p;
  if (choices.stamp === "start") return dated(firstDay(p));
  if (choices.stamp === "end") return dated(lastDay(p));
  const freq = frequencyOf(p);
  if (freq === "A") return yearOf(p);
  return freq === "FY" ? p : dated(lastDay(p));
}

/** A missing value in a table, as `missing` asks; `prev` is the last value above it. */
export function missingCell(
  problem: Problem,
  choices: Pick<Choices, "missing">,
  previous: Cell | undefined,
): Cell {
  if (choices.missing === "blank") return "";
  if (choices.missing === "prev" && previous !== undefined) return previous;
  return gap(problem);
}
