import {
  firstDay,
  isPeriod,
  isWeekend,
  lastDay,
  range,
  shift,
  type Day,
  type Period,
} from "../../domain/period";
import type { Problem } from "../../domain/problem";
import { excerpt, type Complain } from "../common/reply";
import { ENTRY_BY_CODE } from "./codes";
import type { StatedSeries } from "./stated";

type Rows = readonly (readonly string[])[];

/**
 * The API's CSV: lines `STATUS`, `MESSAGE` and so on with their value in the second column, then a header that starts with
 * `SERIES_CODE`, and one line per figure. In Japanese the labels' names end in `_J`.
 */
export function seriesOfApiTable(
  rows: Rows,
  complain: Complain,
  refusal: (status: string, said: string) => Problem,
): readonly StatedSeries[] {
  const said = (name: string): string => rows.find(([first]) => first === name)?.[1] ?? "";
  if (said("STATUS") !== "200")
    throw refusal(said("STATUS"), excerpt(`${said("MESSAGEID")} ${said("MESSAGE")}`));
  const header = rows.findIndex(([first]) => first === "SERIES_CODE");
  if (header < 0) return [];
  const column = (...names: readonly string[]): number =>
    rows[header]?.findIndex((name) => names.includes(name)) ?? -1;
  const [date, value] = [column("SURVEY_DATES"), column("VALUES")];
  if (date < 0 || value < 0) throw complain("the table lacks SURVEY_DATES or VALUES");
  const [unit, frequency, update] = [column("UNIT", "UNIT_J"), column("FREQUENCY"), column("LAST_UPDATE")];
  const series = new Map<string, StatedSeries & { dates: string[]; values: string[] }>();
  for (const row of rows.slice(header + 1)) {
    const cell = (at: number): string => row[at]?.trim() ?? "";
    const code = cell(0);
    const known = series.get(code) ?? {
      code,
      unit: cell(unit),
      frequency: cell(frequency),
      lastUpdate: cell(update),
      dates: [],
      values: [],
    };
    known.dates.push(cell(date));
    known.values.push(cell(value));
    series.set(code, known);
  }
  return [...series.values()];
}

/**
 * The flat file: one line per series, with code, data set, name and unit before one column per month (`202603`); blanks are
 * months without a figure, future ones included. It names no day: that of the release of its newest month is taken, so that
 * an old file is recorded as the vintage that it is.
 */
export function seriesOfFlatFile(rows: Rows, complain: Complain): readonly StatedSeries[] {
  const [header = [], ...lines] = rows;
  const months = header.flatMap((name, column) =>
    /^\d{6}$/.test(name.trim()) ? [{ month: name.trim(), column }] : [],
  );
  const first = months[0]?.column ?? 0;
  if (first < 2) throw complain("it has no header that this reader knows");
  const own = lines.flatMap((line): readonly StatedSeries[] => {
    // The Bank writes the data set before a code now and then: BP01'BPBP6JYNSN.
    const code = line[0]?.trim().replace(/^\w+'/, "") ?? "";
    if (ENTRY_BY_CODE.get(code)?.frequency !== "M") return [];
    const dates = months.map(({ month }) => month);
    return [
      { code, unit: line[first - 1] ?? "", dates, values: months.map(({ column }) => line[column] ?? "") },
    ];
  });
  const stated = months.filter((_, i) => own.some(({ values }) => values[i] !== ""));
  const newest = stated
    .map(({ month }) => month)
    .sort()
    .at(-1);
  const lastUpdate = newest === undefined ? undefined : releaseOf(newest)?.replaceAll("-", "");
  return own.map((series) => ({ ...series, lastUpdate }));
}

/** The 6th Monday-to-Friday of the second month after, when a month (`YYYYMM`) is released; public holidays are not known here. */
function releaseOf(month: string): Day | undefined {
  const period = month.replace(/^(\d{4})(\d{2})$/, "$1-$2");
  if (!isPeriod(period)) return undefined;
  const later: Period = shift(period, 2);
  return range(firstDay(later), lastDay(later)).filter((day) => !isWeekend(day))[5];
}
