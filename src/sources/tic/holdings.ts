import { type Day, type Period } from "../../domain/period";
import type { Observation, SeriesId, Status } from "../../domain/series";
import { excerpt, type Complain } from "../common/reply";
import type { Reading } from "../common/source";
import { holderOf, HOLDERS } from "./holders";

/** One column of figures. */
export interface Column {
  /** Its place in a row that was split at tabs. */
  readonly at: number;
  readonly month: Period;
  readonly status?: Status;
}

/** The header of a table: its columns that are read, and how many cells its rows may have. */
export interface Header {
  readonly columns: readonly Column[];
  readonly width: number;
}

/** Billions of dollars at the end of months, by holder; months in no particular order. */
export type Holdings = ReadonlyMap<SeriesId, readonly Observation[]>;

/** How far bills and bonds may miss their sum: each of the three is rounded to 0.1, and 0.2 forgives one more digit. */
const ROUNDING = 0.2;

/**
 * The holdings in rows of cells, one row per holder. Rows of unknown holders are passed over; a holder named twice, a row
 * longer than the header, a cell that is no figure, a missing grand total, or official holdings that are not the sum of
 * bills and bonds are Problems.
 */
export function holdingsIn(
  rows: readonly (readonly string[])[],
  { columns, width }: Header,
  complain: Complain,
): Holdings {
  const holdings = new Map<SeriesId, readonly Observation[]>();
  for (const row of rows) {
    const id = holderOf(row[0] ?? "");
    if (!id || row.slice(1).every((cell) => cell.trim() === "")) continue;
    if (holdings.has(id)) throw complain(`it has two rows of ${id}`);
    if (row.slice(width).some((cell) => cell.trim() !== ""))
      throw complain(`the row of ${id} is longer than its header`);
    holdings.set(
      id,
      columns.flatMap((column) => observation(row[column.at] ?? "", column, id, complain)),
    );
  }
  const total = holdings.get(HOLDERS.total) ?? [];
  const untold = columns.find(({ month }) => !total.some(([m, value]) => m === month && value !== null));
  if (untold) throw complain(`it has no grand total for ${untold.month}, so it may be broken off`);
  checkOfficial(holdings, complain);
  return holdings;
}

/** A line break at least follows the last row; where none does, its last figure may have been cut in two. */
export function checkEnd(rows: readonly (readonly string[])[], complain: Complain): void {
  if (holderOf(rows.at(-1)?.[0] ?? "")) throw complain("it is broken off in the middle of a row");
}

function observation(
  cell: string,
  { month, status }: Column,
  id: SeriesId,
  complain: Complain,
): readonly Observation[] {
  const text = cell.trim();
  // "*" stands for less than 50 million dollars, which is no figure and no gap either.
  if (text === "" || text === "*") return [];
  if (/^n\.?a\.?$/i.test(text)) return [[month, null]];
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d+)?$/.test(text))
    throw complain(`"${excerpt(text, 30)}" (${id}, ${month}) is not a figure`);
  const value = Number(text.replaceAll(",", ""));
  return [status === undefined ? [month, value] : [month, value, status]];
}

function checkOfficial(holdings: Holdings, complain: Complain): void {
  const valueOf = (id: SeriesId, month: Period): number | null | undefined =>
    holdings.get(id)?.find(([m]) => m === month)?.[1];
  for (const [month, official] of holdings.get(HOLDERS.official) ?? []) {
    const bills = valueOf(HOLDERS.officialBills, month);
    const bonds = valueOf(HOLDERS.officialBonds, month);
    if (typeof official !== "number" || typeof bills !== "number" || typeof bonds !== "number") continue;
    const sum = Number((bills + bonds).toFixed(1));
    if (Math.abs(official - sum) > ROUNDING + 1e-9)
      throw complain(
        `official holdings of ${month} are ${official}, but bills and bonds together ${sum}; columns may have moved`,
      );
  }
}

const NOTE = "End of month; a marked break starts a new series that does not compare with the months before.";
/** Footnote 5 of the history file. */
const NOTE_BELGIUM = `${NOTE} Until May 2002 Belgium includes Luxembourg.`;

/** What a document that was released on a day says of each holder, in ascending order of months. */
export function readingsOf(holdings: Holdings, published: Day): readonly Reading[] {
  return [...holdings].flatMap(([id, observations]): readonly Reading[] =>
    observations.some(([, value]) => value !== null)
      ? [
          {
            id,
            source: "tic",
            published,
            observations: [...observations].sort(([a], [b]) => (a < b ? -1 : 1)),
            note: id === "TIC.BE" ? NOTE_BELGIUM : NOTE,
          },
        ]
      : [],
  );
}
