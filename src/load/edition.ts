import type { Day } from "../domain/period";
import { badInput } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { isDay } from "./document";
import { readEdition, writeEdition, type EditionDocument } from "./edition-document";
import { shared } from "./shared";
import { compare, find, type StageReport } from "./staging";

/** Which document of a series a workbook uses. */
export interface EditionEntry {
  readonly id: SeriesId;
  readonly version: string;
  readonly published?: Day;
  readonly retrieved: Day;
  readonly embedded?: boolean;
  readonly stale?: boolean;
}

/** What happened: a series entered, the staged documents are others, or functions would answer something else. */
export type EditionChange = "entered" | "staged" | "answers";

/** The figures that a workbook was made with: functions answer from them alone, until its user takes newer ones. */
export interface Edition {
  /** Answers from the edition; a series asked for the first time is loaded and enters it, unless loading fails. */
  readonly load: Load;
  readonly peek: (id: SeriesId) => Series | undefined;
  /** As of which day everything is answered. */
  readonly pin: Day | undefined;
  /** Pins or unpins; anything but a day is a Problem ("bad-input"). */
  readonly setPin: (day: Day | undefined) => void;
  readonly entries: () => readonly EditionEntry[];
  /**
   * Looks through another Load for newer documents of all entries and stages them in place of what was staged; what was
   * staged of a series that could not be looked for stays.
   */
  readonly stage: (load: Load) => Promise<StageReport>;
  readonly staged: () => ReadonlyMap<SeriesId, Series>;
  /** Moves all staged documents, or those of some series, into use; says which. */
  readonly accept: (ids?: readonly SeriesId[]) => readonly SeriesId[];
  /** Whether there is something to restore. */
  readonly restorable: boolean;
  /** Undoes the last accept; the pin, and series that entered since, stay. Says whether there was one to undo. */
  readonly restore: () => boolean;
  /** Increases whenever functions would answer something else than they did; not when a series enters. */
  readonly revision: number;
  /** Calls back after every change until the returned function is called. */
  readonly subscribe: (listener: (change: EditionChange) => void) => () => void;
  readonly toJSON: () => EditionDocument;
  /** Replaces everything by a kept edition; one that cannot be read is a Problem ("unreadable") and changes nothing. */
  readonly restoreFrom: (json: unknown) => void;
}

/** An empty edition, in memory, whose new series come from `load`. */
export function createEdition(load: Load): Edition {
  const loadNew = shared(load);
  const listeners = new Set<(change: EditionChange) => void>();
  let inUse: ReadonlyMap<SeriesId, Series> = new Map();
  let previous: ReadonlyMap<SeriesId, Series> | undefined;
  let staged: ReadonlyMap<SeriesId, Series> = new Map();
  let pin: Day | undefined;
  let revision = 0;
  let stagings = 0;

  const tell = (change: EditionChange): void => {
    if (change === "answers") revision++;
    for (const listener of [...listeners]) {
      try {
        listener(change);
      } catch (thrown) {
        // A listener's fault must not keep a cell from its answer.
        console.error(thrown);
      }
    }
  };

  const enter = (series: Series): Series => {
    // Another edition may have been restored while this was on its way: what is in use wins.
    const held = inUse.get(series.id);
    if (held) return held;
    inUse = new Map(inUse).set(series.id, series);
    tell("entered");
    return series;
  };

  return {
    load: async (id) => inUse.get(id) ?? enter(await loadNew(id)),
    peek: (id) => inUse.get(id),

    get pin() {
      return pin;
    },
    setPin: (day) => {
      if (day !== undefined && !isDay(day))
        throw badInput(`"${String(day)}" is not a day; write it as 2024-06-21.`);
      if (day === pin) return;
      pin = day;
      tell("answers");
    },

    entries: () => [...inUse.values()].map(entryOf),

    stage: async (other) => {
      const mine = ++stagings;
      const found = await find(other, [...inUse.keys()]);
      // Compared only now, with what is in use by now; a later staging has the last word.
      const result = compare(found, inUse);
      if (mine === stagings) {
        const failed = new Set(result.report.flatMap((one) => (one.outcome === "failed" ? [one.id] : [])));
        staged = new Map([...[...staged].filter(([id]) => failed.has(id)), ...result.staged]);
        tell("staged");
      }
      return result.report;
    },
    staged: () => staged,
    accept: (ids = [...staged.keys()]) => {
      const moved = [...staged].filter(([id]) => ids.includes(id));
      if (moved.length === 0) return [];
      previous = inUse;
      inUse = new Map([...inUse, ...moved]);
      staged = new Map([...staged].filter(([id]) => !ids.includes(id)));
      tell("answers");
      return moved.map(([id]) => id);
    },

    get restorable() {
      return previous !== undefined;
    },
    restore: () => {
      if (!previous) return false;
      inUse = new Map([...inUse, ...previous]);
      previous = undefined;
      tell("answers");
      return true;
    },

    get revision() {
      return revision;
    },
    subscribe: (listener) => {
      const own = (change: EditionChange): void => {
        listener(change);
      };
      listeners.add(own);
      return () => listeners.delete(own);
    },

    toJSON: () => writeEdition([...inUse.values()], pin),
    restoreFrom: (json) => {
      const kept = readEdition(json);
      inUse = kept.documents;
      pin = kept.pin;
      previous = undefined;
      staged = new Map();
      tell("answers");
    },
  };
}

function entryOf({ id, version, published, retrieved, embedded, stale }: Series): EditionEntry {
  return {
    id,
    version,
    retrieved,
    ...(published !== undefined && { published }),
    ...(embedded !== undefined && { embedded }),
    ...(stale !== undefined && { stale }),
  };
}
