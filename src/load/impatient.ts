import { asProblem, type Problem } from "../domain/problem";
import type { Load } from "../domain/series";
import { ask } from "./ask";

export interface ImpatientOptions {
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  /** A failure that took at least so many milliseconds was waited for in vain. */
  readonly slowMs: number;
  /** For how many milliseconds nobody waits again after that. */
  readonly restMs: number;
}

/**
 * After a failure that kept everybody waiting, fails at once for a while with the same Problem: a cell that needs several
 * documents one after another must not wait for each of them in vain. A quick failure costs nothing and is no reason.
 */
export function impatient(load: Load, { now, slowMs, restMs }: ImpatientOptions): Load {
  let resting: { readonly until: number; readonly problem: Problem } | undefined;
  return async (id) => {
    const started = now();
    if (resting && started < resting.until) throw resting.problem;
    try {
      const series = await ask(load, id);
      resting = undefined;
      return series;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const ended = now();
      if (problem.kind === "unreachable" && ended - started >= slowMs)
        resting = { until: ended + restMs, problem };
      throw problem;
    }
  };
}
