import type { Day } from "../../domain/period";
import { asProblem, type Problem } from "../../domain/problem";
import type { Load, Series, SeriesId } from "../../domain/series";
import type { Functions } from "../../functions/bridge/later";
import { isDamaged, type Anchor } from "../anchor";
import type { Scan } from "../scan";
import type { BookCells } from "./book-cells";
import { cellChanges, isEarlier, type CellChange } from "./cell-changes";
import { see, type Recorded, type Seen } from "./faces";
import { layoutOf } from "./layout";
import { causesOf, withPeriodsOnly, type Cause } from "../../file/reasons";
import { Lacking, makeWorld, type World } from "./world";

/** A formula of ours whose cells would change. */
export interface AnchorChange {
  readonly anchor: Anchor;
  readonly cells: readonly CellChange[];
  /** None where only what it shows is of an earlier day. */
  readonly causes: readonly Cause[];
  /** What the cell shows was worked out with other figures than those in use. */
  readonly earlier: boolean;
  /** It rests on a cell that only Excel works out, as that cell is now. */
  readonly assumes: boolean;
}

export interface Outlook {
  readonly changes: readonly AnchorChange[];
  /** Formulas of which only Excel can tell whether they change. */
  readonly unforeseen: readonly Anchor[];
}

/** What taking newer figures would change, before anything changes. */
export interface Prospect {
  /** The documents that would be taken; those whose figures differ first. */
  readonly staged: ReadonlyMap<SeriesId, Series>;
  readonly outlook: (ids: readonly SeriesId[], signal?: AbortSignal) => Promise<Outlook>;
}

export interface ProspectSources {
  readonly scan: Scan;
  readonly cells: BookCells;
  readonly functions: Functions;
  readonly recorded: Recorded;
  /** The documents in use. */
  readonly peek: (id: SeriesId) => Series | undefined;
  /** Documents that formulas read beside those, without taking them into use. */
  readonly load: Load;
  readonly staged: ReadonlyMap<SeriesId, Series>;
  readonly pin: Day | undefined;
  readonly today: Day;
  /** Lets the page go on; called every so many cells. */
  readonly pause: () => Promise<void>;
}

const CELLS_PER_TURN = 100;
const MOST_ROUNDS = 20;

export function prospectOf(sources: ProspectSources): Prospect {
  const { scan, staged, functions, peek, pin, today, recorded, pause } = sources;
  const layout = layoutOf(scan, sources.cells);
  const looked = new Map<SeriesId, Series | Problem>();
  const worlds = new Map<string, World>();

  const world = (name: string, overlayOf: () => ReadonlyMap<SeriesId, Series>): World => {
    const known = worlds.get(name);
    if (known) return known;
    const overlay = overlayOf();
    const document = (id: SeriesId): Series | Problem | undefined =>
      overlay.get(id) ?? peek(id) ?? looked.get(id);
    const made = makeWorld(layout, functions, { document, pin, today });
    worlds.set(name, made);
    return made;
  };
  const inUse = world("in use", () => new Map());
  const only = (id: SeriesId): ReadonlyMap<SeriesId, Series> => {
    const document = staged.get(id);
    return new Map(document ? [[id, document]] : []);
  };
  const periodsOf = (id: SeriesId): ReadonlyMap<SeriesId, Series> => {
    const [before, after] = [peek(id), staged.get(id)];
    return new Map(before && after ? [[id, withPeriodsOnly(before, after)]] : []);
  };
  const differing = [...staged.values()].flatMap((after) => {
    const before = peek(after.id);
    return before && before.version !== after.version ? [{ before, after }] : [];
  });
  const isRate = (id: SeriesId): boolean => {
    const document = peek(id) ?? looked.get(id);
    return document !== undefined && "measure" in document && document.measure === "rate";
  };

  const settled = async <T>(work: () => T): Promise<T> => {
    for (let round = 0; ; round++) {
      try {
        return work();
      } catch (thrown) {
        if (!(thrown instanceof Lacking) || round >= MOST_ROUNDS) throw thrown;
        await Promise.all(
          thrown.ids.map(async (id) => {
            looked.set(id, await sources.load(id).catch(asProblem));
          }),
        );
      }
    }
  };

  const compare = async (
    anchor: Anchor,
    taken: ReadonlyMap<SeriesId, Series>,
    name: string,
  ): Promise<AnchorChange | "unforeseen" | undefined> => {
    const look = (where: World): Promise<Seen> => settled(() => see(where, anchor, recorded));
    const before = await look(inUse);
    const reads = differing.filter(({ after }) => taken.has(after.id) && before.used.has(after.id));
    const after = reads.length === 0 ? before : await look(world(name, () => taken));
    const earlier = before.complete && isEarlier(anchor, before);
    const cells = cellChanges(anchor, before, after, earlier);
    if (cells.length === 0) return before.complete && after.complete ? undefined : "unforeseen";
    const same = (a: Seen, b: Seen): boolean => cellChanges(anchor, a, b, false).length === 0;
    const alone = new Map<SeriesId, Seen>();
    const periods = new Map<SeriesId, Seen>();
    for (const { after: document } of reads) {
      const { id } = document;
      alone.set(id, await look(world(`only ${id}`, () => only(id))));
      periods.set(id, await look(world(`periods of ${id}`, () => periodsOf(id))));
    }
    const seen = (from: ReadonlyMap<SeriesId, Seen>, id: SeriesId): Seen => from.get(id) ?? before;
    const causes = same(before, after)
      ? []
      : causesOf(reads, before.used, isRate, {
          isUnchangedBy: (id) => same(before, seen(alone, id)),
          isUnchangedByPeriods: (id) => same(before, seen(periods, id)),
          isOnlyPeriods: (id) => same(seen(alone, id), seen(periods, id)),
        });
    return { anchor, cells, causes, earlier, assumes: before.assumes || after.assumes };
  };

  return {
    staged,
    outlook: async (ids, signal) => {
      const taken = new Map([...staged].filter(([id]) => ids.includes(id)));
      const name = `taken ${[...taken.keys()].sort().join()}`;
      const changes: AnchorChange[] = [];
      const unforeseen: Anchor[] = [];
      for (const [i, anchor] of scan.anchors.entries()) {
        if (i % CELLS_PER_TURN === CELLS_PER_TURN - 1) await pause();
        if (signal?.aborted) break;
        // What only waits for its formula to be entered again shows nothing to compare with.
        if (isDamaged(anchor)) continue;
        const found = await compare(anchor, taken, name);
        if (found === "unforeseen") unforeseen.push(anchor);
        else if (found) changes.push(found);
      }
      return { changes, unforeseen };
    },
  };
}
