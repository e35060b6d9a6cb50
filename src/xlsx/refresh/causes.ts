import type { Day } from "../../domain/period";
import type { Series, SeriesId } from "../../domain/series";
import { causesOf, withPeriodsOnly, type Cause } from "../../file/reasons";
import { foresight, type Foreseen } from "../../functions/bridge/foresee";
import type { Cells, Measured } from "../../functions/bridge/cells";
import type { Call } from "../../functions/bridge/ledger";
import type { Compute } from "../../functions/bridge/outcome";

export interface CauseSources {
  /** The documents that the file was worked out with. */
  readonly before: ReadonlyMap<SeriesId, Series>;
  /** The documents in use now. */
  readonly peek: (id: SeriesId) => Series | undefined;
  readonly pin: Day | undefined;
  readonly today: Day;
}

/** Finds the newer documents that change what calls of ours answer, and how they do. */
export function causeFinder({
  before,
  peek,
  pin,
  today,
}: CauseSources): (calls: readonly Call[]) => readonly Cause[] {
  const worlds = new Map<string, (compute: Compute) => Foreseen>();
  const was = (id: SeriesId): Series | undefined => before.get(id) ?? peek(id);
  const world = (
    name: string,
    document: (id: SeriesId) => Series | undefined,
  ): ((compute: Compute) => Foreseen) => {
    const known = worlds.get(name) ?? foresight({ document, pin, today });
    worlds.set(name, known);
    return known;
  };
  const old = world("before", was);
  const now = world("now", peek);
  const only = (id: SeriesId): ((compute: Compute) => Foreseen) =>
    world(`only ${id}`, (asked) => (asked === id ? peek(asked) : was(asked)));
  const periodsOf = (id: SeriesId): ((compute: Compute) => Foreseen) =>
    world(`periods of ${id}`, (asked) => {
      const [earlier, later] = [was(asked), peek(asked)];
      return asked === id && earlier && later ? withPeriodsOnly(earlier, later) : earlier;
    });
  const isRate = (id: SeriesId): boolean => peek(id)?.measure === "rate";

  const causesOfCall = (compute: Compute): readonly Cause[] => {
    const [first, last] = [old(compute), now(compute)];
    const used = new Set([...first.used, ...last.used]);
    const documents = [...used].flatMap((id) => {
      const [earlier, later] = [before.get(id), peek(id)];
      return earlier && later && earlier.version !== later.version ? [{ before: earlier, after: later }] : [];
    });
    if (documents.length === 0 || isSame(first, last)) return [];
    // Where no other document is newer, taking just this one is taking all.
    const alone = documents.length === 1 ? () => last : (id: SeriesId) => only(id)(compute);
    const byPeriods = once((id: SeriesId) => periodsOf(id)(compute));
    return causesOf(documents, used, isRate, {
      isUnchangedBy: (id) => isSame(first, alone(id)),
      isUnchangedByPeriods: (id) => isSame(first, byPeriods(id)),
      isOnlyPeriods: (id) => isSame(alone(id), byPeriods(id)),
    });
  };

  return (calls) => {
    const found = new Map<SeriesId, Cause>();
    for (const { again } of calls)
      for (const cause of again ? causesOfCall(again.compute) : [])
        if (!found.has(cause.id)) found.set(cause.id, cause);
    return [...found.values()];
  };
}

/** Works something out for each series once. */
function once<T>(work: (id: SeriesId) => T): (id: SeriesId) => T {
  const known = new Map<SeriesId, T>();
  return (id) => {
    const found = known.get(id) ?? work(id);
    known.set(id, found);
    return found;
  };
}

const isMeasured = (cells: Cells): cells is Measured =>
  typeof cells === "object" && "kind" in cells && cells.kind === "measured";

function isSame(a: Foreseen, b: Foreseen): boolean {
  if (a.kind === "cells" && b.kind === "cells" && isMeasured(a.cells) && isMeasured(b.cells))
    return a.cells.value === b.cells.value && a.cells.format === b.cells.format;
  const shown = (one: Foreseen): string =>
    JSON.stringify(
      one.kind === "cells" ? one.cells : one.kind === "problem" ? one.problem.message : one.kind,
      (_key, value: unknown) => (value instanceof Error ? value.message : value),
    );
  return shown(a) === shown(b);
}
