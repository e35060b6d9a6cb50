import { Absent, type Shelf } from "../../answer/shelf";
import { asProblem, Problem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { makeShelf } from "../../functions/bridge/runtime";
import type { Desk } from "../find/desk";
import type { PaneHost } from "../pane-host";

/** A basket's parts, its totals, then a fallback's rates: see functions/bridge/call. */
const MOST_ROUNDS = 20;

/**
 * Works out many things that belong together, such as the cells of one chart: each document is asked for once, what could
 * not be had is not asked for again, and what is derived from them is derived once.
 */
export function openSession(
  { figures, load, today }: Pick<PaneHost, "figures" | "load" | "today">,
  looked: Map<SeriesId, Series>,
): Pick<Desk, "workOut"> {
  const failures = new Map<SeriesId, Problem>();
  const asked = new Map<SeriesId, Promise<void>>();
  const shelf = makeShelf({ figures, today }, new Map(), failures, looked);

  const ask = async (id: SeriesId): Promise<void> => {
    try {
      looked.set(id, await load(id));
    } catch (thrown) {
      failures.set(id, asProblem(thrown));
    }
  };
  const askOnce = (id: SeriesId): Promise<void> => {
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    return asking;
  };

  return {
    workOut: async (compute) => {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const used = new Set<SeriesId>();
        const noting: Shelf = {
          document: (id) => {
            const found = shelf.document(id);
            used.add(id);
            return found;
          },
          pin: shelf.pin,
          today: shelf.today,
          derived: shelf.derived,
        };
        try {
          return { result: compute(noting), used };
        } catch (thrown) {
          if (!(thrown instanceof Absent)) throw asProblem(thrown);
          await Promise.all(thrown.ids.map(askOnce));
        }
      }
      throw new Problem("unreadable", "These series ask for figures without end. Please report them.");
    },
  };
}
