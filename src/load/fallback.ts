import { asProblem, Problem } from "../domain/problem";
import type { Load, SeriesId } from "../domain/series";
import { ask } from "./ask";

/**
 * The second answers when the first fails; `onFailure` hears of the first's failure. If both fail, the first's Problem
 * stands, except that unreachable and no-data are said together, as unreachable: the world may well hold the series,
 * only what is at hand does not.
 */
export function orElse(
  first: Load,
  second: Load,
  onFailure?: (id: SeriesId, problem: Problem) => void,
): Load {
  return async (id) => {
    try {
      return await ask(first, id);
    } catch (thrown) {
      const problem = asProblem(thrown);
      tell(() => onFailure?.(id, problem));
      try {
        return await ask(second, id);
      } catch (other) {
        throw together(id, problem, asProblem(other));
      }
    }
  };
}

/** A listener that fails must not take the answer with it. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (thrown) {
    console.error(thrown);
  }
}

function together(id: SeriesId, first: Problem, second: Problem): Problem {
  if (first.kind !== "unreachable" || second.kind !== "no-data") return first;
  const clause = (problem: Problem): string => problem.message.replace(/\.$/, "");
  return new Problem("unreachable", `${id} could not be loaded: ${clause(first)}; and ${clause(second)}.`, {
    cause: first,
  });
}
