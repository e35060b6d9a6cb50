import type { Load } from "../domain/series";
import { ask } from "./ask";

/** At most so many requests at a time, in the order in which they came; what waits is not late. */
export function few(load: Load, most: number): Load {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (id) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await ask(load, id);
    } finally {
      const next = waiting.shift();
      // The place goes to the next one, so that a newcomer cannot slip in between.
      if (next) next();
      else running--;
    }
  };
}
