import type { ProviderId } from "../../catalog/routes";
import type { SourceId } from "../../catalog/sources";
import type { Day, Period } from "../../domain/period";
import type { Observation, RateMonth, SeriesId } from "../../domain/series";
import type { Calendar } from "./calendar";

/** One request, as data; who sends it decides on time-outs, retries and limits. */
export interface Ask {
  /** Which of the source's addresses. */
  readonly at: string;
  /** Path below that address, starting with a slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Query parameters that are never logged nor kept: the operator's key. */
  readonly secret?: Readonly<Record<string, string>>;
  /** Media types that the answer may have, such as `application/json`; another one is refused unread. */
  readonly types: readonly string[];
  /** utf-8 unless said otherwise. */
  readonly charset?: "utf-8" | "shift_jis";
  /** Largest body after decompression, in bytes. */
  readonly maxBytes: number;
}

/** What came back, whatever its status: some providers explain their refusals in the body, some with status 200. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** The figures that a provider states of one series. */
export interface Reading {
  readonly id: SeriesId;
  /** Who compiled the figures. */
  readonly source: SourceId;
  /** The day of release that the document itself states. */
  readonly published?: Day;
  /** Ascending, in the published unit of the series' entry; null: published as not observed. */
  readonly observations: readonly Observation[];
  /** Rates only: monthly averages and last fixings as published. */
  readonly months?: readonly RateMonth[];
  /** What a reader must know about these figures, in one sentence. */
  readonly note?: string;
}

/**
 * A conversation with a provider: yields requests, is handed the answers and ends in what they say. A request that
 * failed for good is thrown into it as a Problem ("unreachable"), so that it can ask elsewhere.
 */
export type Dialogue = Generator<Ask, readonly Reading[], Reply>;

/** What a dialogue may know of the world. */
export interface Circumstances {
  readonly today: Day;
  /** Everything before this period is held already, so that less need be asked for; absent: ask for all there is. */
  readonly heldTo?: Period;
  /** The operator's key for this provider. */
  readonly key?: string;
}

/** Series that one conversation brings together. */
export interface Batch {
  /** `boj.services`; unique. */
  readonly id: string;
  readonly series: readonly SeriesId[];
  readonly calendar: Calendar;
  readonly ask: (circumstances: Circumstances) => Dialogue;
}

/** A document that a person downloaded. */
export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One provider: whom to ask for what, and how to read the answer. Pure: no clock, no network, no environment. */
export interface Source {
  readonly id: ProviderId;
  /** Addresses by name; an operator may put a mirror in their place. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Least time between two requests to one host, in milliseconds. */
  readonly politeness: number;
  /** Whether the operator needs a key of their own. */
  readonly key?: "required" | "optional";
  /** Subscribers' figures, not to be handed on: kept out of static exports. */
  readonly restricted?: true;
  readonly batches: readonly Batch[];
  /** Reads a document that a person downloaded from this provider; one of another kind is a Problem ("unreadable"). */
  readonly readFile: (file: DownloadedFile) => readonly Reading[];
}
