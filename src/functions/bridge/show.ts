import { cellFormat } from "../../answer/cell-format";
import type { Choices } from "../../answer/choices";
import type { Answer } from "../../answer/evaluate";
import { explain, rateFreshness } from "../../answer/explain";
import type { Row } from "../../answer/table";
import type { Rate } from "../../domain/exchange";
import { firstDay, frequencyOf, lastDay, yearOf, type Period } from "../../domain/period";
import { dated, gap, measured, type Cell } from "./cells";
import type { AnswerAt, Outcome } from "./outcome";
import type { Problem } from "../../domain/problem";
import { currentState } from "./runtime";

/** An answer as a cell: the full value, with the format that suits its unit. */
export function answerCell(answer: Answer): Cell {
  return measured(answer.value, cellFormat(answer.unit, answer.scale, answer.value));
}

/** An answer as the result of a scalar function. */
export function scalarOutcome(answer: Answer): Outcome {
  return {
    cells: answerCell(answer),
    why: () => sentences(explained(answer)),
    answerAt: () => answer,
    show: answer.choices.show,
  };
}

/** How an answer came about, by what this host is connected to. */
export function explained(answer: Answer): readonly string[] {
  return explain(answer, isConnected());
}

/** The same for a rate that is the answer itself, or part of one: how fresh its quotes are. */
export function ratesExplained(rates: readonly Rate[]): readonly string[] {
  return rateFreshness(rates, isConnected());
}

const isConnected = (): boolean => currentState().connection.gateway !== undefined;

/** Sentences one under another, as a cell shows them. */
export function sentences(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n");
}

/** The answers of a table by the place of its cells: a column of periods first, then one a series; beside it, its status. */
export function answersIn(
  columns: readonly (readonly Row[])[],
  { header, order }: Pick<Choices, "header" | "order">,
): AnswerAt {
  return (row, column) => {
    const at = row - (header === "off" ? 0 : 1);
    const rows = columns[Math.min(Math.max(column - 1, 0), columns.length - 1)] ?? [];
    const found = rows[order === "desc" ? rows.length - 1 - at : at];
    return found?.answer ?? found?.problem;
  };
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
