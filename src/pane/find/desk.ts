import { Absent, type Shelf } from "../../answer/shelf";
import { Problem, asProblem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { makeShelf } from "../../functions/bridge/runtime";
import type { PaneHost } from "../pane-host";

/** Works things out over the workbook's figures, and over series that it does not use yet. */
export interface Desk {
  /** Runs until nothing is absent any more; says which documents were read. */
  readonly workOut: <T>(compute: (shelf: Shelf) => T) => Promise<WorkedOut<T>>;
  /** The same for looking only: what was derived is kept for the next look, so that it does not tell what was read. */
  readonly look: <T>(compute: (shelf: Shelf) => T) => Promise<T>;
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
  let missing = new Map<SeriesId, Problem>();
  let derived = new Map<string, unknown>();
  let madeFrom = "";

  /** What was derived, and what nobody has, holds for as long as the workbook uses the same documents. */
  const forgetIfChanged = (): void => {
    const from = `${figures.revision} ${figures.entries().length}`;
    if (from === madeFrom) return;
    madeFrom = from;
    missing = new Map();
    derived = new Map();
  };

  const run = async <T>(compute: (shelf: Shelf) => T, keeps: boolean): Promise<T> => {
    const passing = new Map<SeriesId, Problem>();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      forgetIfChanged();
      // Beside a failure that may pass, nothing that is derived may be kept.
      const values = keeps && passing.size === 0 ? derived : new Map<string, unknown>();
      const failures = new Map([...missing, ...passing]);
      try {
        return compute(makeShelf({ figures, today }, values, failures, looked));
      } catch (thrown) {
        if (!(thrown instanceof Absent)) throw asProblem(thrown);
        await Promise.all(thrown.ids.map((id) => fetchOne(id, passing)));
      }
    }
    throw new Problem("unreadable", "These series ask for figures without end. Please report them.");
  };

  const fetchOne = async (id: SeriesId, passing: Map<SeriesId, Problem>): Promise<void> => {
    try {
      looked.set(id, await load(id));
    } catch (thrown) {
      const problem = asProblem(thrown);
      (problem.kind === "no-data" ? missing : passing).set(id, problem);
    }
  };

  return {
    workOut: (compute) =>
      run((shelf) => {
        const used = new Set<SeriesId>();
        const document = (id: SeriesId): Series => {
          const found = shelf.document(id);
          used.add(id);
          return found;
        };
        const { pin, today: day, derived: values } = shelf;
        return { result: compute({ document, pin, today: day, derived: values }), used };
      }, false),
    look: (compute) => run(compute, true),
    use: async (ids) => {
      await Promise.all([...ids].map((id) => figures.load(id)));
    },
  };
}
