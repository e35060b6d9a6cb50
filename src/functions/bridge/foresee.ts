import { Absent } from "../../answer/shelf";
import type { Day } from "../../domain/period";
import { asProblem, type Problem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { shownCells, type Compute } from "./outcome";
import type { Cells } from "./cells";

/** The figures that a computation is tried over, without any cell or the workbook's own figures being touched. */
export interface Supposed {
  /** The document, or the Problem with which loading it ended; undefined while it is not at hand. */
  readonly document: (id: SeriesId) => Series | Problem | undefined;
  readonly pin: Day | undefined;
  readonly today: Day;
}

/** What a function would answer, and which documents it read for that; or which ones it needs first. */
export type Foreseen = { readonly used: ReadonlySet<SeriesId> } & (
  | { readonly kind: "cells"; readonly cells: Cells }
  | { readonly kind: "problem"; readonly problem: Problem }
  /** It looks into the workbook itself: nothing to be said beforehand. */
  | { readonly kind: "later" }
  | { readonly kind: "absent"; readonly ids: readonly SeriesId[] }
);

/** Tries computations over supposed figures; what they derive in common is worked out once. */
export function foresight(supposed: Supposed): (compute: Compute) => Foreseen {
  const derived = new TrackedValues();
  return (compute) => {
    const used = derived.begin();
    try {
      const outcome = compute({
        document: (id) => {
          derived.note(id);
          const found = supposed.document(id);
          if (found === undefined) throw new Absent([id]);
          if (found instanceof Error) throw found;
          return found;
        },
        pin: supposed.pin,
        today: supposed.today,
        derived,
      });
      if (!(outcome instanceof Promise)) return { kind: "cells", cells: shownCells(outcome), used };
      outcome.catch(() => undefined);
      return { kind: "later", used };
    } catch (thrown) {
      if (thrown instanceof Absent) return { kind: "absent", ids: thrown.ids, used };
      return { kind: "problem", problem: asProblem(thrown), used };
    }
  };
}

/**
 * Derived values that remember from which documents they were made: whoever takes one has read those. Relies on how
 * `derive` works: it looks whether a value is there, else makes it and puts it in.
 */
class TrackedValues extends Map<string, unknown> {
  readonly #readBy = new Map<string, ReadonlySet<SeriesId>>();
  #open: Set<SeriesId>[] = [];

  begin(): ReadonlySet<SeriesId> {
    const used = new Set<SeriesId>();
    this.#open = [used];
    return used;
  }

  note(id: SeriesId): void {
    this.#open.at(-1)?.add(id);
  }

  override has(key: string): boolean {
    const found = super.has(key);
    if (found) for (const id of this.#readBy.get(key) ?? []) this.note(id);
    else this.#open.push(new Set());
    return found;
  }

  override set(key: string, value: unknown): this {
    const made = this.#open.length > 1 ? this.#open.pop() : undefined;
    this.#readBy.set(key, made ?? new Set());
    for (const id of made ?? []) this.note(id);
    return super.set(key, value);
  }
}
