import type { SourceId } from "../../catalog/sources";
import type { Series, SeriesId } from "../../domain/series";
import type { Instant } from "../../sources/common/calendar";
import type { Reading } from "../../sources/common/source";

/** What recording a reading did: periods that are new, and periods held before to which it added a vintage. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
}

/** What one statistic says of one series, with all vintages ever recorded and those of its seed. */
export interface Held {
  readonly document: Series;
  /** When it was read last; undefined where the seed alone is held, or where a record was found damaged: then it is to be read again. */
  readonly recorded: Instant | undefined;
}

/**
 * Every vintage ever read, by series and statistic (see catalog/routes). Append-only: recording adds facts and never
 * changes one, so that two processes that record at once cannot harm each other. What `record` has acknowledged survives
 * the end of the process at any moment.
 */
export interface VintageStore {
  /**
   * Undefined where neither a seed nor a record is held. While the place of the store is away, what this process saw last
   * answers, or the seed; a Problem ("unreachable") where there is neither.
   */
  readonly read: (id: SeriesId, statistic: SourceId) => Promise<Held | undefined>;
  /** Rejects with a Problem: "unreachable" where the place is away (nothing is acknowledged), "unknown-series". */
  readonly record: (reading: Reading, at: Instant) => Promise<Changes>;
  /**
   * Small shared notes that may be overwritten: when a batch was asked last, and why it failed. All of them are forgotten
   * when a record is found damaged. While the place is away, a note is what this process saw last, and setting one is a
   * Problem ("unreachable").
   */
  readonly note: (key: string) => Promise<unknown>;
  readonly setNote: (key: string, value: unknown) => Promise<void>;
  /**
   * Runs `work` unless it is running already, here or in another process that shares the store; then resolves to undefined
   * at once. While the place is away it runs.
   */
  readonly alone: <T>(task: string, work: () => Promise<T>) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
}
