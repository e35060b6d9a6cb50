import type { SeriesId } from "../../domain/series";
import { rescale } from "../../domain/unit";
import { readYear, type AnnualFigure } from "./annual-figures";
import { csvTable } from "./csv-table";
import { standingOf } from "./observation-status";
import type { Refuse } from "./rate";
import { excerpt } from "./reply";

/** One observation with its dimensions and attributes by name, as SDMX's tables and the services built on them state it. */
export type SdmxRow = Readonly<Record<string, unknown>>;

/** What a row says under a name; empty where it says nothing. */
export function cell(row: SdmxRow, name: string): string {
  const value = row[name];
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** The rows of a table with a header line; one without the columns named is a Problem ("unreadable"). */
export function readSdmxCsv(text: string, columns: readonly string[], refuse: Refuse): readonly SdmxRow[] {
  const { names, rows } = csvTable(text, refuse);
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw refuse(`the table lacks ${missing.join(", ")}`);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** How services write that there is no figure. */
const NO_FIGURE = /^(?:nan|null|na|n\/a|:|\.\.?)?$/i;

/**
 * The figure of a row in units of 10^`power`, whatever multiplier the row states; undefined for a forecast, which nobody
 * observed. A row that does not state its multiplier, or no number, is a Problem ("unreadable").
 */
export function annualFigure(
  row: SdmxRow,
  id: SeriesId,
  power: number,
  refuse: Refuse,
): AnnualFigure | undefined {
  const year = readYear(cell(row, "TIME_PERIOD"), refuse);
  const standing = standingOf(cell(row, "OBS_STATUS"));
  if (standing === "forecast") return undefined;
  const text = cell(row, "OBS_VALUE");
  if (standing === "missing" || NO_FIGURE.test(text)) return { id, year, value: null };
  if (!NUMBER.test(text)) throw refuse(`"${excerpt(text, 30)}" (${id}, ${year}) is not a number`);
  const multiplier = cell(row, "UNIT_MULT");
  if (!/^\d{1,2}$/.test(multiplier))
    throw refuse(
      `${id} for ${year} does not say whether it counts units, thousands or millions (multiplier "${excerpt(multiplier, 20)}")`,
    );
  const value = rescale(Number(text), Number(multiplier), power);
  return standing === "normal" ? { id, year, value } : { id, year, value, status: standing };
}
