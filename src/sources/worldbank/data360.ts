import { noData } from "../../domain/problem";
import { annualObservations, type AnnualFigure } from "../common/annual-figures";
import { isRecord, type Refuse } from "../common/rate";
import { excerpt, jsonOf, unreadable } from "../common/reply";
import { annualFigure, cell, type SdmxRow } from "../common/sdmx-rows";
import type { Ask, Dialogue, Reading } from "../common/source";
import { DATA360_INDICATORS, MILLIONS } from "./series";

const WHO = "World Bank Data360";
const refuse: Refuse = (what, cause) => unreadable(WHO, what, cause);

const DATABASE = "UNCTAD_DE";
/** What one answer holds at most. */
const PER_PAGE = 1000;
/** Some 230 areas and fifteen years make four pages. */
const MOST_PAGES = 20;

/** Columns without which a row says nothing. */
export const DATA360_COLUMNS = [
  "INDICATOR",
  "REF_AREA",
  "TIME_PERIOD",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "UNIT_MULT",
] as const;

/** Breakdowns that other data sets fill; a row that has one is a part of the figure, not the figure. */
const WHOLE: Readonly<Record<string, string>> = {
  FREQ: "A",
  SEX: "_T",
  AGE: "_T",
  URBANISATION: "_T",
  COMP_BREAKDOWN_1: "_Z",
  COMP_BREAKDOWN_2: "_Z",
  COMP_BREAKDOWN_3: "_Z",
};

const isWhole = (row: SdmxRow): boolean =>
  Object.entries(WHOLE).every(([name, code]) => ["", code].includes(cell(row, name)));

/** One page of an answer of Data360; undefined where it does not state how many rows there are in all. */
export interface Data360Page {
  readonly count: number | undefined;
  readonly rows: readonly SdmxRow[];
}

/** One page from JSON of unknown shape. */
export function readData360Page(raw: unknown, refuse: Refuse): Data360Page {
  const { value, count } = isRecord(raw) ? raw : {};
  if (!Array.isArray(value)) throw refuse("it has no list of values");
  const rows: readonly unknown[] = value;
  if (!rows.every(isRow)) throw refuse("a value is not a row with names");
  return { count: Number.isInteger(count) ? Number(count) : undefined, rows };
}

const isRow = (raw: unknown): raw is SdmxRow =>
  isRecord(raw) && DATA360_COLUMNS.every((name) => Object.hasOwn(raw, name));

/** What rows state of the series of one indicator, or of whichever indicators they hold. */
export function data360Readings(
  rows: readonly SdmxRow[],
  asked: string | undefined,
  refuse: Refuse,
): readonly Reading[] {
  const figures: AnnualFigure[] = [];
  for (const row of rows) {
    const code = cell(row, "INDICATOR");
    if (asked !== undefined && code !== asked)
      throw refuse(`it states ${excerpt(code, 60)} instead of ${asked}`);
    const id = DATA360_INDICATORS.get(code)?.get(cell(row, "REF_AREA"));
    if (id === undefined || !isWhole(row)) continue;
    const unit = cell(row, "UNIT_MEASURE");
    if (unit !== "USD") throw refuse(`${id} is in "${excerpt(unit, 30)}", not in US dollars`);
    const figure = annualFigure(row, id, MILLIONS, refuse);
    if (figure) figures.push(figure);
  }
  return [...annualObservations(figures, refuse)].map(([id, observations]) => ({
    id,
    source: "unctad",
    observations,
    note: "Services that could be delivered over networks, whether they were or not (UNCTAD).",
  }));
}

function askPage(code: string, skip: number): Ask {
  return {
    at: "data360",
    path: "/data360/data",
    query: { DATABASE_ID: DATABASE, INDICATOR: code, top: String(PER_PAGE), skip: String(skip) },
    types: ["application/json"],
    maxBytes: 8_000_000,
  };
}

/** Asks for all areas and years of one indicator; the areas that the catalogue does not have are left aside. */
export function* askData360(code: string): Dialogue {
  const rows: SdmxRow[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = readData360Page(jsonOf(yield askPage(code, rows.length), WHO), refuse);
    rows.push(...page.rows);
    const all = page.count ?? 0;
    if (page.rows.length === 0 && rows.length < all) throw refuse(`only ${rows.length} of ${all} rows came`);
    const goesOn = rows.length < all || page.rows.length >= PER_PAGE;
    if (page.rows.length > 0 && goesOn) continue;
    const readings = data360Readings(rows, code, refuse);
    if (readings.length > 0) return readings;
    throw noData(
      `${WHO} states no figure of ${code} for any area of the catalogue; report it, the code may have changed.`,
    );
  }
  throw refuse(`it goes on after ${MOST_PAGES} pages`);
}
