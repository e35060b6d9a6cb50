import { headerWords } from "../answer/header";
import { asOfDay } from "../answer/evaluate";
import { askTogether, entryFor } from "../answer/subject";
import { tableFrequency, tablePeriods, tableRows } from "../answer/table";
import { statusNames } from "../answer/status-names";
import { badInput, noData, type Problem } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";
import { answerCell, answersIn, missingCell, periodCell, sentences } from "./bridge/show";
import { TABLE_OPTIONS } from "./history";

const MOST_SERIES = 100;

/**
 * Several series side by side on the same periods, one column each; every header names its own concept, unit, basis,
 * source and vintage. Units and scales that a series cannot take are refused for the whole panel.
 * @customfunction PANEL
 * @helpurl {{origin}}/help/functions.html#panel
 * @param series Series ids: a range, or text with commas
 * @param [start] First period, or -5Y, -8Q, -12M; left out: the first one that any series has
 * @param [end] Last period; left out or latest: the last one that any series has
 * @param [options] Text such as "freq=A;unit=bn", or a two-column range of keys and values
 * @returns A header row, then one row a period with one column a series
 * @example =DIGITRADE.PANEL("JP.COMPUTER.NET,JP.TRAVEL.NET",2014,2015,"freq=A;unit=bn;header=off") → 2014, -762.2, -44.4; 2015, -1081.3, 1090.2
 * @requiresAddress
 * @chunk later
 */
export function panel(
  series: any[][],
  start: any,
  end: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("PANEL", [series, start, end, options], invocation, (shelf) => {
    const choices = read.options(options, TABLE_OPTIONS);
    const entries = idsOf(series).map((id) => entryFor(id, choices));
    askTogether(shelf, entries, asOfDay(shelf, choices));
    const first = read.periodArgument(start, "start");
    const last = read.periodArgument(end, "end");
    const freq = tableFrequency(entries, choices);
    const periods = tablePeriods(shelf, entries, first, last, choices);
    const columns = entries.map((entry) => tableRows(shelf, entry, periods, choices));
    const answers = columns.map((rows) => rows.flatMap((row) => (row.answer ? [row.answer] : [])));
    if (answers.every((column) => column.length === 0))
      throw firstProblem(columns) ?? noData("None of these series has figures for those periods.");
    const header = [
      "Period",
      ...entries.map((entry, i) => headerWords(answers[i] ?? [], freq) || entry.title.en),
    ];
    const body = periods.map((period, r): readonly Cell[] => [
      periodCell(period, choices),
      ...columns.map((rows): Cell => {
        const row = rows[r];
        if (row?.answer) return answerCell(row.answer);
        return missingCell(
          row?.problem ?? noData(`No figure for ${period}.`),
          choices,
          previousCell(rows, r),
        );
      }),
    ]);
    const ordered = choices.order === "desc" ? [...body].reverse() : body;
    return {
      cells: choices.header === "off" ? ordered : [header, ...ordered],
      why: () => sentences([...header.slice(1).map((words) => `${words}.`), ...statusLines(answers)]),
      answerAt: answersIn(columns, choices),
      show: choices.show,
    };
  });
}

/** Ids from a range, a column, or text separated by commas or semicolons; blanks are skipped. */
function idsOf(series: unknown): readonly string[] {
  const ids = read
    .rows(series)
    .flat()
    .flatMap((cell) => {
      const value = read.plain(cell, "series");
      if (value === null || value === "") return [];
      if (typeof value !== "string")
        throw badInput(`series must be ids such as JP.DIGITAL.NET; ${String(value)} is not one.`);
      return value.split(/[,;]/).map((id) => id.trim());
    })
    .filter((id) => id !== "");
  if (ids.length === 0) throw badInput("series is empty; give ids as a range or as text with commas.");
  if (ids.length > MOST_SERIES)
    throw badInput(`series has ${ids.length} ids; a panel takes ${MOST_SERIES} at most. Use several panels.`);
  return ids;
}

function previousCell(rows: ReturnType<typeof tableRows>, r: number): Cell | undefined {
  for (let i = r - 1; i >= 0; i--) {
    const answer = rows[i]?.answer;
    if (answer) return answerCell(answer);
  }
  return undefined;
}

function firstProblem(columns: readonly ReturnType<typeof tableRows>[]): Problem | undefined {
  for (const rows of columns) for (const row of rows) if (row.problem) return row.problem;
  return undefined;
}

/** A panel has no status column; WHY lists the figures that have a status. */
function statusLines(answers: readonly (readonly Parameters<typeof statusNames>[0][])[]): readonly string[] {
  return answers.flat().flatMap((a) => {
    const status = statusNames(a);
    return status === "" ? [] : [`${a.entry.id} ${a.period}: ${status}.`];
  });
}
