import { cellFormat } from "../../answer/cell-format";
import { evaluate, type Answer } from "../../answer/evaluate";
import { headerWords } from "../../answer/header";
import { periodFor } from "../../answer/latest-period";
import type { Shelf } from "../../answer/shelf";
import { statusNames } from "../../answer/status-names";
import { entryFor } from "../../answer/subject";
import { tableFrequency, tablePeriods, tableRows, type Row } from "../../answer/table";
import { frequencyOf, type Period } from "../../domain/period";
import { Problem } from "../../domain/problem";
import { DATE_FORMAT } from "../../functions/bridge/cells";
import type { FormulaBlock } from "../../workbook/insert";
import type { PlainCall } from "./formula";

/** What a formula will show, as far as a person wants to see it beforehand. */
export interface PreviewTable {
  /** One header a series, as the formula itself words it. */
  readonly headers: readonly string[];
  /** The first rows, and the last ones where there are more. */
  readonly rows: readonly PreviewRow[];
  readonly last: readonly PreviewRow[];
  /** Rows in all. */
  readonly total: number;
  readonly block: Omit<FormulaBlock, "formula">;
}

export interface PreviewRow {
  readonly period: Period;
  readonly cells: readonly PreviewCell[];
}

/** A value, or why there is none; a status such as approx beside it. */
export type PreviewCell =
  | { readonly value: number; readonly decimals: number; readonly status: string }
  | { readonly problem: string };

const PERIOD_WIDTH = 66;
const VALUE_WIDTH = 150;
const PANEL_WIDTH = 120;
const STATUS_WIDTH = 72;

/** The first and last `most` rows of what a call answers with, and the cells that it fills. */
export function previewOf(shelf: Shelf, call: PlainCall, most = 3): PreviewTable {
  return call.name === "VALUE" ? valuePreview(shelf, call) : tablePreview(shelf, call, most);
}

function valuePreview(shelf: Shelf, { ids, start, choices }: PlainCall): PreviewTable {
  const entry = entryFor(ids[0] ?? "", choices);
  const answer = evaluate(shelf, entry, periodFor(shelf, entry, start, choices), choices);
  return {
    headers: [headerWords([answer], frequencyOf(answer.period))],
    rows: [{ period: answer.period, cells: [cellOf(answer)] }],
    last: [],
    total: 1,
    block: { rows: 1, columns: 1, header: false, formats: [formatOf(answer)], widths: [90] },
  };
}

function tablePreview(
  shelf: Shelf,
  { name, ids, start, end, choices }: PlainCall,
  most: number,
): PreviewTable {
  const entries = ids.map((id) => entryFor(id, choices));
  const periods = tablePeriods(shelf, entries, start, end, choices);
  const columns = entries.map((entry) => tableRows(shelf, entry, periods, choices));
  const answers = columns.map((rows) => rows.flatMap((row) => (row.answer ? [row.answer] : [])));
  const [problem] = columns.flat().flatMap((row) => (row.problem ? [row.problem] : []));
  if (answers.every((column) => column.length === 0))
    throw problem ?? new Problem("no-data", "There are no figures for those periods.");
  const freq = tableFrequency(entries, choices);
  const rows = periods.map((period, r) => ({ period, cells: columns.map((column) => rowCell(column[r])) }));
  const ordered = choices.order === "desc" ? rows.reverse() : rows;
  // One row more is as short as saying that it was left out.
  const whole = rows.length <= 2 * most + 1;
  const header = choices.header !== "off";
  const withStatus = name === "HISTORY" && answers.flat().some((answer) => statusNames(answer) !== "");
  const width = name === "PANEL" ? PANEL_WIDTH : VALUE_WIDTH;
  return {
    headers: answers.map((column, i) => headerWords(column, freq) || (entries[i]?.title.en ?? "")),
    rows: whole ? ordered : ordered.slice(0, most),
    last: whole ? [] : ordered.slice(-most),
    total: periods.length,
    block: {
      rows: periods.length + (header ? 1 : 0),
      columns: 1 + columns.length + (withStatus ? 1 : 0),
      header,
      formats: [periodFormat(periods[0], choices.stamp), ...answers.map((column) => formatOf(column.at(-1)))],
      widths: [PERIOD_WIDTH, ...columns.map(() => width), ...(withStatus ? [STATUS_WIDTH] : [])],
    },
  };
}

const formatOf = (answer: Answer | undefined): string | undefined =>
  answer && cellFormat(answer.unit, answer.scale, answer.value);

/** As functions/bridge/show writes it: a year is a number, a fiscal year a text, everything else a date. */
function periodFormat(first: Period | undefined, stamp: string | undefined): string | undefined {
  if (first === undefined || stamp === "label") return undefined;
  if (stamp !== undefined) return DATE_FORMAT;
  const freq = frequencyOf(first);
  return freq === "A" ? "0" : freq === "FY" ? undefined : DATE_FORMAT;
}

function rowCell(row: Row | undefined): PreviewCell {
  if (row?.answer) return cellOf(row.answer);
  return { problem: row?.problem?.message ?? "" };
}

function cellOf(answer: Answer): PreviewCell {
  const format = formatOf(answer) ?? "";
  const decimals = format === "General" ? 6 : (/\.(0+)/.exec(format)?.[1]?.length ?? 0);
  return { value: answer.value, decimals, status: statusNames(answer) };
}
