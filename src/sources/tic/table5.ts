import { frequencyOf, isPeriod, type Period } from "../../domain/period";
import type { Observation } from "../../domain/series";
import { excerpt, type Complain } from "../common/reply";
import { HOLDERS } from "./holders";
import { checkEnd, holdingsIn, type Column, type Header, type Holdings } from "./holdings";
import { OTHER_OF_TABLE_5_FROM } from "./other-holders";

/** Table 5 as it stands: the newest thirteen months of the largest holders. */
export interface Table5 {
  readonly newest: Period;
  readonly holdings: Holdings;
}

/** Whether this is Table 5: names of months as `2026-02` beside the word Country, parted by tabs. */
export const isTable5 = (text: string): boolean => /^Country\t *\d{4}-\d{2} *(?:\t|\r?$)/m.test(text);

/** Whether this is mfh.txt, in columns of fixed width: still there, but replaced by Table 5 in 2023. */
const isFrozen = (text: string): boolean => /^ *Country +\d{4} /m.test(text);

/**
 * Reads slt_table5.txt: titles, a header `Country` with months (newest first), rows of holders in changing order and number,
 * and notes. Cells are parted by tabs alone, since names hold commas and blanks. What is no such table, or only the beginning
 * of one, is a Problem ("unreadable").
 */
export function readTable5(text: string, complain: Complain): Table5 {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith("Country\t"));
  if (start < 0 && isFrozen(text))
    throw complain("it is the old table mfh.txt, which stands still at January 2023");
  if (start < 0) throw complain("it has no row that starts with Country");
  const header = headerOf(lines[start] ?? "", complain);
  const rest = lines.slice(start + 1);
  const notes = rest.findIndex((line) => /^"?Notes:/.test(line.trim()));
  const rows = (notes < 0 ? rest : rest.slice(0, notes)).map((line) => line.split("\t"));
  if (notes < 0) checkEnd(rows, complain);
  const holdings = holdingsIn(rows, header, complain);
  const newest = header.columns
    .map(({ month }) => month)
    .sort()
    .at(-1);
  if (newest === undefined) throw complain("its header names no month");
  return { newest, holdings: withOwnOther(holdings) };
}

function headerOf(line: string, complain: Complain): Header {
  const names = line.split("\t").map((name) => name.trim());
  const columns: Column[] = [];
  for (const [at, month] of names.entries()) {
    if (at === 0 || month === "") continue;
    if (!isPeriod(month) || frequencyOf(month) !== "M")
      throw complain(`"${excerpt(month, 20)}" in its header is not a month`);
    if (columns.some((column) => column.month === month)) throw complain(`its header names ${month} twice`);
    columns.push({ at, month });
  }
  return { columns, width: names.length };
}

/** The months of "all other" that this table's definition is kept for; see other-holders. */
function withOwnOther(holdings: Holdings): Holdings {
  const own = (holdings.get(HOLDERS.other) ?? []).flatMap(([month, value]): readonly Observation[] => {
    if (month < OTHER_OF_TABLE_5_FROM) return [];
    return [month === OTHER_OF_TABLE_5_FROM ? [month, value, "break"] : [month, value]];
  });
  return new Map([...holdings, [HOLDERS.other, own]]);
}
