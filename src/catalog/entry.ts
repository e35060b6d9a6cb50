import type { Frequency } from "../domain/period";
import type { Measure, SeriesId, Text } from "../domain/series";
import type { Unit } from "../domain/unit";
import type { SourceId } from "./sources";

/** Which lazily loaded part of the snapshot holds a series. */
export const FAMILIES = ["japan", "fx", "treasury", "cross-country", "progress"] as const;
export type Family = (typeof FAMILIES)[number];

/** What a series is about, so that only like is put beside like. */
export type Concept =
  | "digital"
  | "services item"
  | "headline balance"
  | "exchange rate"
  | "exchange rate forecast"
  | "treasury holdings"
  | "deliverable"
  | "delivered"
  | "ip charges"
  | "ict services"
  | "services total"
  | "digital, japanese scope"
  | "progress";

export type Flow = "NET" | "CREDIT" | "DEBIT";

/** The versioned definitions of Japan's digital balance. */
export type Definition = "3item" | "5item";

/** One addend of a composed series; −1 for a debit that is taken off a credit. */
export interface Part {
  readonly id: SeriesId;
  readonly sign: 1 | -1;
}

/** An id that the catalogue's own tables spell out. */
export const idOf = (text: string): SeriesId => text as SeriesId;

/** What exists: one line of the catalogue. Ids live in people's workbooks for years; never rename one. */
export interface Entry {
  readonly id: SeriesId;
  readonly family: Family;
  /** ISO 3166 two letters, `WORLD`, or a group such as `G7`; `FX` and `TIC` for rates and holders. */
  readonly area: string;
  readonly concept: Concept;
  readonly flow?: Flow;
  readonly title: Text;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly adjusted: boolean;
  readonly source: SourceId;
  /** The compiler's own code, such as `BPBP6JYNSN9072`. */
  readonly code?: string;
  /** Composed from other series; a document under the entry's own id, if there is one, holds totals published as such. */
  readonly parts?: readonly Part[];
  /** Composed at all: no document of its own exists or ever will. */
  readonly virtual?: boolean;
  readonly definition?: Definition;
  /** A caution that belongs to every answer, such as "sum of members, includes trade among them". */
  readonly caution?: Text;
}
