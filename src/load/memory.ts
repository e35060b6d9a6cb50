import type { Load, Series, SeriesId } from "../domain/series";
import { ask } from "./ask";

/** A Load that keeps what it loaded. */
export interface MemoryLoad extends Load {
  /** What is kept, without loading. */
  readonly peek: (id: SeriesId) => Series | undefined;
  /** Drops one document, or all; a request in flight meanwhile still answers, but is not kept. */
  readonly forget: (id?: SeriesId) => void;
}

/**
 * Keeps the last `max` (500) documents asked for; a failure is not kept. Stale and embedded documents are kept as well:
 * call `forget` before looking for newer ones.
 */
export function memory(load: Load, { max = 500 }: { readonly max?: number } = {}): MemoryLoad {
  /** Least recently asked for first, by the order of insertion. */
  const kept = new Map<SeriesId, Series>();
  let forgotten = 0;

  const keep = (series: Series): void => {
    kept.delete(series.id);
    kept.set(series.id, series);
    for (const eldest of kept.keys()) {
      if (kept.size <= max) break;
      kept.delete(eldest);
    }
  };

  const answer = async (id: SeriesId): Promise<Series> => {
    const known = kept.get(id);
    if (known) {
      keep(known);
      return known;
    }
    const before = forgotten;
    const series = await ask(load, id);
    if (before === forgotten) keep(series);
    return series;
  };

  return Object.assign(answer, {
    peek: (id: SeriesId) => kept.get(id),
    forget: (id?: SeriesId) => {
      forgotten++;
      if (id === undefined) kept.clear();
      else kept.delete(id);
    },
  });
}
