import type { SourceId } from "../../catalog/sources";
import type { Series, SeriesId } from "../../domain/series";
import type { Instant } from "../../sources/common/calendar";
import type { Reading } from "../../sources/common/source";

/** What recording a reading did: periods that are new, and periods whose figure changed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
}

/** What one statistic says of one series, with all vintages ever recorded and those of its seed. */
export interface Held {
  readonly document: Series;
  /** When it was read last; undefined where the seed alone is held. */
  readonly recorded: Instant | undefined;
}

/**
 * Every vintage ever read, by series and statistic (see catalog/routes). Append-only: recording adds facts and never
 * changes one, so that two processes that record at once cannot harm each other. What `record` has acknowledged survives
 * the end of the process at any moment.
 */
export interface VintageStore {
  /** Undefined where neither a seed nor a record is held. */
  readonly read: (id: SeriesId, statistic: SourceId) => Promise<Held | undefined>;
  readonly record: (reading: Reading, at: Instant) => Promise<Changes>;
  /** Small shared notes that may be overwritten: when a batch was asked last, and why it failed. */
  readonly note: (key: string) => Promise<unknown>;
  readonly setNote: (key: string, value: unknown) => Promise<void>;
  /** Runs `work` unless another process that shares the store does the same; then resolves to undefined at once. */
  readonly alone: <T>(task: string, work: () => Promise<T>) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
}
