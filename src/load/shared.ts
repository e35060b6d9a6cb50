import type { Load, Series, SeriesId } from "../domain/series";
import { ask } from "./ask";

/** Joins identical requests in flight; what they end with, a failure too, is not remembered. */
export function shared(load: Load): Load {
  const inFlight = new Map<SeriesId, Promise<Series>>();
  return (id) => {
    const running = inFlight.get(id);
    if (running) return running;
    const promise = ask(load, id).finally(() => inFlight.delete(id));
    inFlight.set(id, promise);
    return promise;
  };
}
