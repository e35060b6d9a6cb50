import { figureWords } from "../answer/figure-words";
import { deadlineWords } from "../answer/progress";
import { namedPeriod } from "../answer/period-argument";
import { periodWords, yearsBetween, lastDay, type Day, type Period } from "../domain/period";
import { badInput, noData } from "../domain/problem";
import { baseDayOf, compoundPath, linearPath, requiredGrowth, type Task } from "../domain/target";
import * as read from "./bridge/arguments";
import { UNREMEMBERED, callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { readField } from "./target";

const FIELDS = ["value", "deadline", "base", "gap", "peryear.plan", "cagr", "path", "words"] as const;

/**
 * The pace that a target of your own requires: gap, change a year, compound growth, and where the straight path stands
 * today. FY2030 ends on 31 March 2031; years are whole anniversaries where the dates allow.
 * @customfunction PACE
 * @helpurl {{origin}}/help/functions.html#pace
 * @param base Value at the start
 * @param baseDate Day or period of the start; a year stands for its last day, a month for its first
 * @param target Value to be reached
 * @param deadline Period by whose end it is to be reached, such as FY2030 or 2030-12-31
 * @param [what] value, deadline, base, gap, peryear.plan, cagr, path, words or all; left out: all
 * @returns One cell, or a table of all under a header row
 * @example =DIGITRADE.PACE(20000,"2023-04-01",50000,"FY2030","cagr") → 12.14
 * @requiresAddress
 * @chunk later
 */
export function pace(
  base: any,
  baseDate: any,
  target: any,
  deadline: any,
  what: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("PACE", [base, baseDate, target, deadline, what, UNREMEMBERED], invocation, (shelf) => {
    const task: Task = {
      base: read.number(base, "base"),
      baseDay: baseDayOf(named(baseDate, "baseDate")),
      target: read.number(target, "target"),
      deadline: named(deadline, "deadline"),
    };
    if (lastDay(task.deadline) <= task.baseDay)
      throw badInput(`The deadline ${task.deadline} must be later than the base date ${task.baseDay}.`);
    const field = readField(read.optionalText(what, "what"));
    const words = paceWords(task);
    const why = (): string => `${words} The straight path is read on ${periodWords(shelf.today)}.`;
    if (field === "all")
      return {
        cells: [
          ["Field", "Your target"],
          ...FIELDS.map((f): readonly Cell[] => [f, cellOf(task, f, shelf.today, words)]),
        ],
        why,
      };
    const known = FIELDS.find((f) => f === field);
    if (!known)
      throw badInput(
        `PACE has no latest count, so no ${field}; use ${FIELDS.join(", ")}, or TARGET for a policy target.`,
      );
    const cell = cellOf(task, known, shelf.today, words);
    if (typeof cell === "object" && cell.kind === "gap") throw cell.problem;
    return { cells: cell, why };
  });
}

const named = (raw: unknown, what: string): Period => namedPeriod(read.periodArgument(raw, what), what);

function perYear(task: Task): number {
  return (task.target - task.base) / yearsBetween(task.baseDay, lastDay(task.deadline));
}

function cellOf(task: Task, field: (typeof FIELDS)[number], today: Day, words: string): Cell {
  const amount = (value: number): Cell => measured(value, Number.isInteger(value) ? "#,##0" : "#,##0.00");
  switch (field) {
    case "value":
      return task.target;
    case "deadline":
      return task.deadline;
    case "base":
      return task.base;
    case "gap":
      return task.target - task.base;
    case "peryear.plan":
      return amount(perYear(task));
    case "cagr": {
      const growth = requiredGrowth(task);
      return growth === undefined
        ? gap(noData("Compound growth needs a base and a target above zero."))
        : measured(growth, "0.00");
    }
    case "path":
      return amount(linearPath(task, today));
    case "words":
      return words;
  }
}

function paceWords(task: Task): string {
  const years = yearsBetween(task.baseDay, lastDay(task.deadline));
  const growth = requiredGrowth(task);
  const middle =
    compoundPath(task, task.baseDay) === undefined ? "" : ` or ${figureWords(growth ?? 0, 2)} % compound`;
  return `${figureWords(task.target)} by ${deadlineWords(task.deadline)} from ${figureWords(task.base)} on ${periodWords(task.baseDay)}: ${figureWords(years, 2)} years, ${figureWords(perYear(task), 2)} a year${middle}.`;
}
