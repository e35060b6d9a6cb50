import type { Day } from "../domain/period";
import type { Series, SeriesId } from "../domain/series";
import { Problem } from "../domain/problem";

/** Thrown by a computation that asks for documents not at hand yet; whoever runs it loads them and runs it again. */
export class Absent extends Error {
  readonly ids: readonly SeriesId[];

  constructor(ids: readonly SeriesId[]) {
    super(`Not loaded yet: ${ids.join(", ")}`);
    this.name = "Absent";
    this.ids = ids;
  }
}

/**
 * The documents at hand. Computations read from it synchronously, so that a warm cell costs no promise; a document that
 * is not there yet ends the computation with `Absent`.
 */
export interface Shelf {
  /** The document; throws Absent while it is not loaded, and the Problem with which loading it ended. */
  document: (id: SeriesId) => Series;
  /** As of which day everything is answered unless a formula says otherwise. */
  readonly pin: Day | undefined;
  readonly today: Day;
  /** Derived values (composed views, crosses) for as long as the documents stay the same. */
  readonly derived: Map<string, unknown>;
}

/** The documents of several ids, asking for all that are absent at once. */
export function documentsOf(shelf: Shelf, ids: readonly SeriesId[]): readonly Series[] {
  const absent: SeriesId[] = [];
  const found: Series[] = [];
  let failed: Problem | undefined;
  for (const id of ids) {
    try {
      found.push(shelf.document(id));
    } catch (thrown) {
      if (thrown instanceof Absent) absent.push(...thrown.ids);
      else if (thrown instanceof Problem) failed ??= thrown;
      else throw thrown;
    }
  }
  if (absent.length > 0) throw new Absent(absent);
  if (failed) throw failed;
  return found;
}

/** A derived value, made once per shelf. */
export function derive<T>(shelf: Shelf, key: string, make: () => T): T {
  if (shelf.derived.has(key)) return shelf.derived.get(key) as T;
  const value = make();
  shelf.derived.set(key, value);
  return value;
}
