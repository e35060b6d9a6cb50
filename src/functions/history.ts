import type { OptionKey } from "../answer/choices";
import type { Answer } from "../answer/evaluate";
import { headerWords } from "../answer/header";
import { entryFor } from "../answer/subject";
import { tableFrequency, tablePeriods, tableRows, type Row } from "../answer/table";
import { statusNames } from "../answer/status-names";
import { noData } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";
import { answerCell, answersIn, explained, missingCell, periodCell, sentences } from "./bridge/show";
import { VALUE_OPTIONS } from "./value";

/** The options of a function that answers with a table over periods. */
export const TABLE_OPTIONS: readonly OptionKey[] = [...VALUE_OPTIONS, "missing", "stamp", "order", "header"];

/**
 * A series as a table of periods and values under a header that names unit, measure, basis, definition, source and
 * vintage. A third column gives the status of figures that have one (approx, prelim, break, secondary, partial).
 * @customfunction HISTORY
 * @helpurl {{origin}}/help/functions.html#history
 * @param series Series id, such as JP.DIGITAL.NET
 * @param [start] First period, or -5Y, -8Q, -12M; left out: the first one held
 * @param [end] Last period; left out or latest: the last complete one held
 * @param [options] Text such as "freq=A;fx=USD;unit=bn", or a two-column range of keys and values
 * @returns A header row, then one row a period
 * @example =DIGITRADE.HISTORY("JP.DIGITAL.NET",2014,2016,"freq=A;unit=tn;header=off") → 2014, -2.0228; 2015, -2.504; 2016, -2.5036
 * @example =DIGITRADE.HISTORY("JP.TRAVEL.NET","-4Q","2016-Q4","freq=Q;unit=bn;stamp=label;header=off") → 2016-Q1, 367.6; 2016-Q2, 360.1; 2016-Q3, 314.2; 2016-Q4, 284.8
 * @requiresAddress
 * @chunk later
 */
export function history(
  series: any,
  start: any,
  end: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("HISTORY", [series, start, end, options], invocation, (shelf) => {
    const choices = read.options(options, TABLE_OPTIONS);
    const entry = entryFor(read.text(series, "series"), choices);
    const first = read.periodArgument(start, "start");
    const last = read.periodArgument(end, "end");
    const periods = tablePeriods(shelf, [entry], first, last, choices);
    const rows = tableRows(shelf, entry, periods, choices);
    const answered = rows.flatMap((row) => (row.answer ? [row.answer] : []));
    const someProblem = rows.find((row) => row.problem)?.problem;
    if (answered.length === 0)
      throw someProblem ?? noData(`${entry.id} has nothing from ${periods[0] ?? ""} on.`);
    const withStatus = answered.some((a) => statusNames(a) !== "");
    const body = bodyOf(rows, withStatus, choices);
    const ordered = choices.order === "desc" ? [...body].reverse() : body;
    const header = [
      "Period",
      headerWords(answered, tableFrequency([entry], choices)),
      ...(withStatus ? ["Status"] : []),
    ];
    return {
      cells: choices.header === "off" ? ordered : [header, ...ordered],
      why: () => tableWhy(header[1] ?? "", answered.length, rows.length, answered.at(-1)),
      answerAt: answersIn([rows], choices),
      show: choices.show,
    };
  });
}

function bodyOf(
  rows: readonly Row[],
  withStatus: boolean,
  choices: ReturnType<typeof read.options>,
): readonly (readonly Cell[])[] {
  let previous: Cell | undefined;
  return rows.map(({ period, answer, problem }) => {
    const cell = answer
      ? answerCell(answer)
      : missingCell(problem ?? noData(`No figure for ${period}.`), choices, previous);
    if (answer) previous = cell;
    return [periodCell(period, choices), cell, ...(withStatus ? [answer ? statusNames(answer) : ""] : [])];
  });
}

/** What a table is, and the derivation of its last row as an example of all. */
function tableWhy(header: string, answered: number, total: number, last: Answer | undefined): string {
  const gaps = total - answered;
  const missing = gaps > 0 ? ` ${gaps} of ${total} periods have no figure and are shown as missing.` : "";
  return sentences([
    `${header}.${missing}`,
    ...(last ? [`The last row, ${last.period}:`, ...explained(last)] : []),
  ]);
}
