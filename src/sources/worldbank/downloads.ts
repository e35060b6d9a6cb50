import { parse } from "csv-parse/sync";
import { noData, type Problem } from "../../domain/problem";
import { rescale } from "../../domain/unit";
import { readYear, type AnnualFigure } from "../common/annual-figures";
import { LONGEST_LINE } from "../common/csv-table";
import { textOfFile, unreadableFile } from "../common/download";
import { excerpt } from "../common/reply";
import type { Refuse } from "../common/rate";
import { readSdmxCsv } from "../common/sdmx-rows";
import type { DownloadedFile, Reading } from "../common/source";
import { DATA360_COLUMNS, data360Readings, readData360Page } from "./data360";
import { asReadings, figuresOf, releaseDay, indicatorReadings, readIndicatorPage } from "./indicators";
import { INDICATORS, MILLIONS } from "./series";

/**
 * Reads what the World Bank lets people download: an answer of the Indicators API or of Data360 saved as JSON, Data360's
 * table, or the table `API_….csv` of an indicator's page.
 */
export function readWorldBankFile(file: DownloadedFile): readonly Reading[] {
  const text = textOfFile(file);
  const refuse: Refuse = (what, cause) => unreadableFile(file, what, cause);
  const readings = /^\s*[[{]/.test(text) ? jsonReadings(text, refuse) : csvReadings(text, refuse);
  if (readings.length > 0) return readings;
  throw nothingOfOurs(file);
}

const nothingOfOurs = ({ name }: DownloadedFile): Problem =>
  noData(`${name} states no figure of a series of the catalogue; check its indicator and its countries.`);

function jsonReadings(text: string, refuse: Refuse): readonly Reading[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw refuse("it is not JSON, or is broken off", cause);
  }
  if (Array.isArray(raw)) {
    const page = readIndicatorPage(raw, refuse);
    if (page.pages > 1) throw refuse(`it is one of ${page.pages} pages; save it with a larger per_page`);
    return indicatorReadings([page], undefined, refuse);
  }
  const { count, rows } = readData360Page(raw, refuse);
  if (count !== undefined && rows.length < count)
    throw refuse(`it holds ${rows.length} of ${count} rows; hand in the CSV file, which holds all`);
  return data360Readings(rows, undefined, refuse);
}

function csvReadings(text: string, refuse: Refuse): readonly Reading[] {
  return /^"?Data Source"?,/i.test(text)
    ? wideReadings(text, refuse)
    : data360Readings(readSdmxCsv(text, DATA360_COLUMNS, refuse), undefined, refuse);
}

/** The table of an indicator's page: some lines about it, then a header and one line per country with a column per year. */
function wideReadings(text: string, refuse: Refuse): readonly Reading[] {
  let lines: readonly string[][];
  try {
    lines = parse(text, { relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_LINE });
  } catch (cause) {
    throw refuse("it is not a whole table", cause);
  }
  const start = lines.findIndex((line) => line.includes("Country Code") && line.includes("Indicator Code"));
  const header = lines[start];
  if (!header) throw refuse("the table has no line with Country Code and Indicator Code");
  const updated = lines.slice(0, start).find(([name]) => name === "Last Updated Date")?.[1];
  const figures = new Map<string, AnnualFigure[]>();
  for (const line of lines.slice(start + 1)) {
    const code = line[header.indexOf("Indicator Code")] ?? "";
    const id = INDICATORS.get(code)?.get(line[header.indexOf("Country Code")] ?? "");
    if (id === undefined) continue;
    for (const [i, name] of header.entries())
      if (/^\d{4}$/.test(name))
        figuresOf(figures, code).push({
          id,
          year: readYear(name, refuse),
          value: wholeDollars(line[i] ?? "", refuse),
        });
  }
  return [...figures].flatMap(([code, ofCode]) =>
    asReadings(code, ofCode, releaseDay(updated ?? ""), refuse),
  );
}

/** Whole dollars in millions; an empty cell is no figure. */
function wholeDollars(text: string, refuse: Refuse): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw refuse(`"${excerpt(text, 30)}" is not a number`);
  return rescale(value, 0, MILLIONS);
}
