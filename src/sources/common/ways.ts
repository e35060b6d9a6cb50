import { Problem } from "../../domain/problem";
import type { Ask, Reply } from "./source";

/** A stretch of a conversation: yields requests, is handed the answers and ends in what they say. */
export type Talk<T> = Generator<Ask, T, Reply>;

/**
 * The first of several ways to the same figures that ends in an answer; the next is tried only where the one before ended
 * in a Problem. Where none answers, the Problem says what became of each.
 */
export function* firstAnswer<T>(ways: readonly (() => Talk<T>)[]): Talk<T> {
  const problems: Problem[] = [];
  for (const way of ways) {
    try {
      return yield* way();
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      problems.push(thrown);
    }
  }
  throw together(problems);
}

/** Several failures as one; that somebody could not be reached counts most, since it may pass. */
function together(problems: readonly Problem[]): Problem {
  const [first, second] = problems;
  if (first && !second) return first;
  const kind = problems.some((problem) => problem.kind === "unreachable") ? "unreachable" : "unreadable";
  return new Problem(kind, [...new Set(problems.map(({ message }) => message))].join(" "), { cause: first });
}
