import * as v from "valibot";
import { frequencyOf, isPeriod, type Day } from "../../domain/period";
import { noData, Problem } from "../../domain/problem";
import { rescale } from "../../domain/unit";
import { annualObservations, readYear, type AnnualFigure } from "../common/annual-figures";
import { iso3Of } from "../common/iso3";
import { standingOf } from "../common/observation-status";
import type { Refuse } from "../common/rate";
import { excerpt, jsonOf, refused, unreadable } from "../common/reply";
import type { Ask, Dialogue, Reading } from "../common/source";
import { INDICATORS, MILLIONS, type SeriesByArea } from "./series";

const WHO = "the World Bank";
const refuse: Refuse = (what, cause) => unreadable(WHO, what, cause);

/** All years since 1960 of all areas fit in one page; a few more are followed in case the World Bank caps pages. */
const PER_PAGE = 5000;
const MOST_PAGES = 8;

/** Counts come as numbers, and in some answers as text. */
const COUNT = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0));

const HEADER = v.object({
  page: COUNT,
  pages: COUNT,
  total: COUNT,
  lastupdated: v.nullish(v.string()),
});

const ROW = v.object({
  indicator: v.object({ id: v.string() }),
  country: v.object({ id: v.string() }),
  countryiso3code: v.nullish(v.string()),
  date: v.string(),
  value: v.nullable(v.pipe(v.number(), v.finite())),
  obs_status: v.nullish(v.string()),
});

const PAGE = v.tuple([HEADER, v.nullable(v.array(ROW))]);

/** Refusals come with status 200 too, as a list of messages where the header should be. */
const MESSAGES = v.looseTuple([
  v.object({ message: v.array(v.object({ key: v.string(), value: v.string() })) }),
]);

/** One page of an answer of the Indicators API. */
export interface IndicatorPage {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly updated?: Day;
  readonly rows: readonly v.InferOutput<typeof ROW>[];
}

/** One page from JSON of unknown shape; the provider's own refusal is a Problem ("unreachable") with its words. */
export function readIndicatorPage(raw: unknown, refuse: Refuse): IndicatorPage {
  const said = v.safeParse(MESSAGES, raw);
  if (said.success)
    throw refused(200, WHO, said.output[0].message.map(({ key, value }) => `${key}: ${value}`).join("; "));
  const read = v.safeParse(PAGE, raw, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    throw refuse(`${v.getDotPath(issue) ?? "the answer"}: ${excerpt(issue.message)}`);
  }
  const [{ page, pages, total, lastupdated }, rows] = read.output;
  const updated = releaseDay(lastupdated ?? "");
  return { page, pages, total, rows: rows ?? [], ...(updated !== undefined && { updated }) };
}

/** A day of release as the World Bank writes it; undefined for anything else, which is no reason to refuse figures. */
export function releaseDay(text: string): Day | undefined {
  return isPeriod(text) && frequencyOf(text) === "D" ? text : undefined;
}

/** What pages that belong together state of the series of one indicator, or of whichever indicators they hold. */
export function indicatorReadings(
  pages: readonly IndicatorPage[],
  asked: string | undefined,
  refuse: Refuse,
): readonly Reading[] {
  const figures = new Map<string, AnnualFigure[]>();
  for (const row of pages.flatMap(({ rows }) => rows)) {
    const code = row.indicator.id;
    if (asked !== undefined && code !== asked)
      throw refuse(`it states ${excerpt(code, 40)} instead of ${asked}`);
    const id = INDICATORS.get(code)?.get(areaOf(row));
    const standing = standingOf(row.obs_status ?? "");
    if (id === undefined || standing === "forecast") continue;
    const year = readYear(row.date, refuse);
    const value = row.value === null || standing === "missing" ? null : rescale(row.value, 0, MILLIONS);
    const status = standing === "break" || standing === "prelim" ? { status: standing } : {};
    figuresOf(figures, code).push({ id, year, value, ...status });
  }
  return [...figures].flatMap(([code, ofCode]) => asReadings(code, ofCode, pages[0]?.updated, refuse));
}

/** The figures of one indicator so far, to add to. */
export function figuresOf(figures: Map<string, AnnualFigure[]>, code: string): AnnualFigure[] {
  const known = figures.get(code) ?? [];
  figures.set(code, known);
  return known;
}

/** Readings of one indicator's figures, which are in millions of dollars. */
export function asReadings(
  code: string,
  figures: readonly AnnualFigure[],
  published: Day | undefined,
  refuse: Refuse,
): readonly Reading[] {
  return [...annualObservations(figures, refuse)].map(([id, observations]) => ({
    id,
    source: "worldbank",
    ...(published !== undefined && { published }),
    observations,
    note: `World Development Indicators ${code}, balance of payments, current US dollars.`,
  }));
}

/** Aggregates may come without three letters; then the World Bank's two letters tell, ours but for the world's. */
function areaOf({ countryiso3code, country }: v.InferOutput<typeof ROW>): string {
  if (countryiso3code) return countryiso3code;
  return iso3Of(country.id === "1W" ? "WORLD" : country.id) ?? country.id;
}

function askPage(code: string, areas: SeriesByArea, page: number): Ask {
  return {
    at: "indicators",
    path: `/v2/country/${[...areas.keys()].join(";")}/indicator/${code}`,
    query: { format: "json", per_page: String(PER_PAGE), page: String(page) },
    types: ["application/json"],
    maxBytes: 8_000_000,
  };
}

/** Asks for every year of one indicator for all areas that the catalogue has of it. */
export function* askIndicator(code: string, areas: SeriesByArea): Dialogue {
  const pages: IndicatorPage[] = [];
  let last: IndicatorPage;
  do {
    last = readIndicatorPage(jsonOf(yield askPage(code, areas, pages.length + 1), WHO), refuse);
    pages.push(last);
    if (last.pages > MOST_PAGES) throw refuse(`it comes in ${last.pages} pages`);
    if (last.pages > 0 && last.page !== pages.length)
      throw refuse(`page ${last.page} came where page ${pages.length} was asked for`);
    if (last.updated !== pages[0]?.updated)
      throw refuse("it was replaced by a newer release while it was read");
  } while (pages.length < last.pages);
  const count = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count < last.total) throw refuse(`only ${count} of ${last.total} rows came`);
  const readings = indicatorReadings(pages, code, refuse);
  if (readings.length > 0) return readings;
  throw noFigures(code);
}

const noFigures = (code: string): Problem =>
  noData(
    `The World Bank states no figure of ${code} for any area asked for; report it, the code may have changed.`,
  );
