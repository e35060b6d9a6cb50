import { isPeriod, lastDay, shift, type Day, type Period } from "../../domain/period";
import type { Observation, SeriesId } from "../../domain/series";
import type { Complain } from "../common/reply";
import { HOLDERS, unquoted } from "./holders";
import { checkEnd, holdingsIn, type Column, type Header, type Holdings } from "./holdings";
import { OTHER_OF_TABLE_5_FROM } from "./other-holders";

/** The history of holdings, and the day on which the file says that it was made. */
export interface History {
  readonly newest: Period;
  readonly stamped?: Day;
  readonly holdings: Holdings;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Whether this is the history file: years beside the word Country, parted by tabs. */
export const isHistory = (text: string): boolean => /^Country\t *\d{4} *(?:\t|\r?$)/m.test(text);

type Row = readonly string[];

interface Block {
  readonly header: Header;
  readonly rows: Row[];
}

/**
 * Reads mfhhis01.txt: one block a year, the newest first, under a row of months and a row `Country` of years, then dashes.
 * Where a survey started a new series, its first month stands twice: on the left in the new series, which is kept and marked
 * as a break, on the right in the old one "for comparison only", which is passed over. What is no such file, or only the
 * beginning of one, is a Problem ("unreadable").
 */
export function readHistory(text: string, complain: Complain): History {
  const rows = text.split(/\r?\n/).map((line) => line.split("\t"));
  checkEnd(rows, complain);
  const blocks = blocksIn(rows, complain);
  const holdings = new Map<SeriesId, readonly Observation[]>();
  for (const { header, rows: own } of blocks)
    for (const [id, observations] of holdingsIn(own, header, complain))
      holdings.set(id, [...(holdings.get(id) ?? []), ...observations]);
  const months = blocks.flatMap(({ header }) => header.columns.map(({ month }) => month)).sort();
  const newest = months.at(-1);
  if (newest === undefined) throw complain("it has no row that starts with Country");
  if (new Set(months).size < months.length) throw complain("it has two tables of one year");
  const other = (holdings.get(HOLDERS.other) ?? []).filter(([month]) => month < OTHER_OF_TABLE_5_FROM);
  const stamped = stampIn(rows, newest);
  return { newest, ...(stamped && { stamped }), holdings: holdings.set(HOLDERS.other, other) };
}

function blocksIn(rows: readonly Row[], complain: Complain): readonly Block[] {
  const blocks: Block[] = [];
  let months: Row = [];
  /** Footnote marks over a column say that a new series starts there; also without a doubled month (December 2011). */
  let marks: Row = [];
  for (const row of rows) {
    const cells = row.map((cell) => cell.trim());
    const [name = "", ...values] = cells;
    if (name === "Country") {
      blocks.push({ header: headerOf(cells, months, marks, complain), rows: [] });
      [months, marks] = [[], []];
    } else if (name === "" && values.some((cell) => MONTHS.includes(cell))) months = cells;
    else if (name === "" && values.some((cell) => /^Series \d+\/$/.test(cell))) marks = cells;
    else blocks.at(-1)?.rows.push(row);
  }
  return blocks;
}

function headerOf(years: Row, months: Row, marks: Row, complain: Complain): Header {
  const columns: Column[] = [];
  for (const [at, year] of years.entries()) {
    if (at === 0 || year === "") continue;
    const number = MONTHS.indexOf(months[at] ?? "") + 1;
    const month = `${year}-${String(number).padStart(2, "0")}`;
    if (!isPeriod(month)) throw complain(`column ${at} has the year "${year}" but no month above it`);
    if (columns.some((column) => column.month === month)) continue;
    const isNewSeries = years.some((y, i) => i > at && y === year && months[i] === months[at]);
    const isMarked = /^Series \d+\/$/.test(marks[at] ?? "");
    columns.push(isNewSeries || isMarked ? { at, month, status: "break" } : { at, month });
  }
  return { columns, width: years.length };
}

/** The day under the last table, `3/18/26` or `March 18, 2026`; undefined where there is none that can be right. */
function stampIn(rows: readonly Row[], newest: Period): Day | undefined {
  const end = lastDay(newest);
  const latest = lastDay(shift(newest, 24));
  return rows
    .map(([first = ""]) => dayOf(unquoted(first)))
    .find((day) => day !== undefined && day > end && day < latest);
}

function dayOf(text: string): Day | undefined {
  const [, m = "", d = "", y = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text) ?? [];
  const [, name = "", ofMonth = "", year = ""] = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const month = m === "" ? String(MONTHS.indexOf(name.slice(0, 3)) + 1) : m;
  const day = [
    y === "" ? year : y.padStart(4, "20"),
    month.padStart(2, "0"),
    (d || ofMonth).padStart(2, "0"),
  ].join("-");
  return isPeriod(day) ? day : undefined;
}
