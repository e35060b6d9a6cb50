import type { Day } from "../domain/period";
import { asProblem } from "../domain/problem";
import type { Batch, Source } from "../sources/common/source";
import { dueAt, failed, readNote, succeeded, type BatchNote } from "./batch-notes";
import { readBatch, type ConversationOptions } from "./conversation";
import type { BatchReport } from "./figures";
import type { Log } from "./log";

export interface AskingOptions extends ConversationOptions {
  readonly log: Log;
  /** Never ask anybody. */
  readonly offline?: boolean;
  /** Hears of every batch that was asked for, whatever came of it. */
  readonly onAsked?: (batch: Batch, report: BatchReport) => void;
}

/** Asks providers for batches: each once at a time, in this process and among all that share the store. */
export interface Asking {
  /** Asks for a batch that is due, or for any with `all`; see `GatewayFigures.refresh` for `since`. Never rejects. */
  readonly ask: (source: Source, batch: Batch, all: boolean, since?: Day) => Promise<BatchReport>;
  readonly noteOf: (batch: Batch) => Promise<BatchNote | undefined>;
  /** Whether a provider is not asked at all: offline, or without the key that it needs. */
  readonly isOff: (source: Source) => boolean;
  readonly idle: () => Promise<void>;
}

export function asking(options: AskingOptions): Asking {
  const { store, log, now, keyOf, offline = false, onAsked } = options;
  const running = new Map<string, Promise<BatchReport>>();
  const about = (source: Source, batch: Batch): Omit<BatchReport, "outcome"> => ({
    batch: batch.id,
    provider: source.id,
    series: batch.series.length,
    changes: { added: 0, changed: 0 },
  });

  const isOff = (source: Source): boolean =>
    offline || (source.key === "required" && keyOf(source.id) === undefined);

  const noteOf = async (batch: Batch): Promise<BatchNote | undefined> =>
    readNote(await store.note(`batches/${batch.id}`).catch(() => undefined));

  const setNote = (batch: Batch, note: BatchNote): Promise<void> =>
    store.setNote(`batches/${batch.id}`, note).catch((thrown: unknown) => {
      log.warn("note not kept", { batch: batch.id, why: asProblem(thrown).message });
    });

  /** Another process may have asked meanwhile: the note is looked at once more. */
  const attempt = async (
    source: Source,
    batch: Batch,
    all: boolean,
    since: Day | undefined,
  ): Promise<BatchReport> => {
    const before = await noteOf(batch);
    if (!all && dueAt(before, batch.calendar) > now()) return { ...about(source, batch), outcome: "not due" };
    try {
      const { series, changes } = await readBatch(source, batch, options, since);
      await setNote(batch, succeeded(now()));
      log.info("read", { batch: batch.id, series, ...changes });
      return { ...about(source, batch), outcome: "read", series, changes };
    } catch (thrown) {
      const failure = asProblem(thrown).message;
      await setNote(batch, failed(before, now(), failure));
      log.warn("not read", { batch: batch.id, why: failure });
      return { ...about(source, batch), outcome: "failed", failure };
    }
  };

  const once = async (
    source: Source,
    batch: Batch,
    all: boolean,
    since: Day | undefined,
  ): Promise<BatchReport> => {
    try {
      const report = await store.alone(`batches/${batch.id}`, () => attempt(source, batch, all, since));
      return report ?? { ...about(source, batch), outcome: "elsewhere" };
    } catch (thrown) {
      return { ...about(source, batch), outcome: "failed", failure: asProblem(thrown).message };
    } finally {
      running.delete(batch.id);
    }
  };

  return {
    ask: (source, batch, all, since) => {
      if (isOff(source)) return Promise.resolve({ ...about(source, batch), outcome: "off" });
      const known = running.get(batch.id);
      if (known) return known;
      const work = once(source, batch, all, since).then((report) => {
        onAsked?.(batch, report);
        return report;
      });
      running.set(batch.id, work);
      return work;
    },
    noteOf,
    isOff,
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}
