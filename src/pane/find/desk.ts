import { Absent, type Shelf } from "../../answer/shelf";
import { Problem, asProblem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { makeShelf } from "../../functions/bridge/runtime";
import type { PaneHost } from "../pane-host";

/** Works things out over the workbook's figures, and over series that it does not use yet. */
export interface Desk {
  /** Runs until nothing is absent any more; says which documents were read. */
  readonly workOut: <T>(compute: (shelf: Shelf) => T) => Promise<WorkedOut<T>>;
  /** Takes what was read into the workbook's edition, as a function's first call would. */
  readonly use: (ids: Iterable<SeriesId>) => Promise<void>;
}

export interface WorkedOut<T> {
  readonly result: T;
  readonly used: ReadonlySet<SeriesId>;
}

/** A basket's parts, its totals, then a fallback's rates: see functions/bridge/call. */
const MOST_ROUNDS = 20;

export function makeDesk({ figures, load, today }: Pick<PaneHost, "figures" | "load" | "today">): Desk {
  const looked = new Map<SeriesId, Series>();

  const workOut = async <T>(compute: (shelf: Shelf) => T): Promise<WorkedOut<T>> => {
    const failures = new Map<SeriesId, Problem>();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const used = new Set<SeriesId>();
      const shelf = makeShelf({ figures, today }, new Map(), failures, looked);
      const document = (id: SeriesId): Series => {
        const found = shelf.document(id);
        used.add(id);
        return found;
      };
      try {
        return {
          result: compute({ document, pin: shelf.pin, today: shelf.today, derived: shelf.derived }),
          used,
        };
      } catch (thrown) {
        if (!(thrown instanceof Absent)) throw asProblem(thrown);
        await Promise.all(thrown.ids.map((id) => fetchOne(id, failures)));
      }
    }
    throw new Problem("unreadable", "These series ask for figures without end. Please report them.");
  };

  const fetchOne = async (id: SeriesId, failures: Map<SeriesId, Problem>): Promise<void> => {
    try {
      looked.set(id, await load(id));
    } catch (thrown) {
      failures.set(id, asProblem(thrown));
    }
  };

  return {
    workOut,
    use: async (ids) => {
      await Promise.all([...ids].map((id) => figures.load(id)));
    },
  };
}
