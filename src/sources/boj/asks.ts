import type { Ask, Reply } from "../common/source";
import { complainOfBank, pageOf } from "./page";
import type { StatedSeries } from "./stated";

/** The largest answer, every services item since 1996, has about a megabyte. */
const COMMON = { at: "api", types: ["application/json"], maxBytes: 10_000_000 } as const;
const LANGUAGE = { format: "json", lang: "en" } as const;

/** More than any of our questions has: 250 series or 60,000 figures stand on one. */
const MOST_PAGES = 20;

/** Asks for series by code; all must be of one frequency. `from` is a first month, `YYYYMM`. */
export function askForCodes(db: string, codes: readonly string[], from?: string): Ask {
  return {
    ...COMMON,
    path: "/getDataCode",
    query: { ...LANGUAGE, db, code: codes.join(","), ...(from !== undefined && { startDate: from }) },
  };
}

/** Asks for a whole branch of the Bank's tree, such as `1,1,1,4` (services) of `BP01`. */
export function askForLayer(db: string, frequency: "M" | "Q" | "D", layer: string): Ask {
  return { ...COMMON, path: "/getDataLayer", query: { ...LANGUAGE, db, frequency, layer } };
}

/**
 * Asks again from the next position until an answer names none. A position that does not advance, or more pages than any
 * question has, is a Problem ("unreadable").
 */
export function* everyPage(ask: Ask): Generator<Ask, readonly StatedSeries[], Reply> {
  const series: StatedSeries[] = [];
  let position = 1;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { series: stated, next } = pageOf(
      yield position === 1 ? ask : { ...ask, query: { ...ask.query, startPosition: String(position) } },
    );
    series.push(...stated);
    if (next === undefined) return series;
    if (!Number.isInteger(next) || next <= position)
      throw complainOfBank(`its next page starts at ${next}, after one that started at ${position}`);
    position = next;
  }
  throw complainOfBank(`it has more than ${MOST_PAGES} pages`);
}
