import type { Day, Frequency, Period } from "./period";
import type { Unit } from "./unit";

declare const seriesIdBrand: unique symbol;

/** `AREA.CONCEPT[.FLOW]` in capitals, such as `JP.COMPUTER.NET`. */
export type SeriesId = string & { readonly [seriesIdBrand]: true };

export type Measure = "flow" | "stock" | "rate" | "index" | "ratio";

/**
 * What is special about an observation. `approx`: an "about" figure, a press tally or an inferred scope; it never
 * replaces an exact one. `prelim`: the compiler's own preliminary figure. `break`: first of a new method, not
 * comparable with what came before. `secondary`: read in a secondary source, not at the compiler's.
 */
export type Status = "approx" | "prelim" | "break" | "secondary";

/** Period, value in the published unit (null: published as not observed), status. */
export type Observation = readonly [Period, number | null, Status?];

/** Period, value, the day when it became known, status. */
export type Revision = readonly [Period, number | null, Day, Status?];

/** One month of a rate whose days are not held: month, average, last fixing, day of the last fixing, number of fixings. */
export type RateMonth = readonly [Period, number | null, (number | null)?, (Day | null)?, (number | null)?];

export interface Text {
  readonly en: string;
  readonly ja: string;
}

export interface Source {
  /** Short key, such as `boj`, `ecb`, `tic`. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly terms: string;
  readonly credit: string;
}

/**
 * One whole series with its history: the unit of transport, one JSON shape everywhere.
 *
 * `observations` hold the newest vintage in ascending order (see `comparePeriods`); figures published for a longer
 * period than the native frequency stand among them (an annual total in a monthly series, a published annual average
 * of a rate). `revisions` hold superseded values, and the days when current ones became known where that is not the
 * day of the document.
 */
export interface Series {
  readonly id: SeriesId;
  /** Identifies this content; changes whenever an observation does. */
  readonly version: string;
  readonly title: Text;
  readonly measure: Measure;
  /** A flow stated at an annual rate: it averages where another flow would sum. */
  readonly annualised?: boolean;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly adjusted: boolean;
  readonly source: Source;
  readonly retrieved: Day;
  /** Release day of the newest vintage. */
  readonly published?: Day;
  /**
   * First and last native period that the newest release states. A figure inside is confirmed by that release, whenever
   * it first became known; one outside, or of another frequency, is carried over from an earlier document. Absent where
   * the document is not the merger of several.
   */
  readonly release?: readonly [first: Period, last: Period];
  readonly stale?: boolean;
  readonly embedded?: boolean;
  /** Anything that a reader must know about the figures, in one sentence. */
  readonly note?: string;
  readonly observations: readonly Observation[];
  readonly revisions?: readonly Revision[];
  /** Where a figure was read when that was not the compiler's own table: period, day known, address or title. */
  readonly citations?: readonly (readonly [Period, Day, string])[];
  /** Rates only: published or computed monthly averages and last fixings. */
  readonly months?: readonly RateMonth[];
}

/** How a series is found. Every promise settles; a failure is a Problem. */
export type Load = (id: SeriesId) => Promise<Series>;
