import type { Problem } from "../../domain/problem";

/** An end for some work, in time or on demand. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What the work ends with, or the deadline's Problem: even where the work pays no heed to the signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Ends the work now. */
  readonly cut: (problem: Problem) => void;
  /** Forgets the time and the parent; call it when the work is done. */
  readonly clear: () => void;
}

/** Ends work after so many milliseconds with that Problem, and before that when its parent ends. */
export function deadline(ms: number, late: () => Problem, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Problem), { once: true });
  });
  // Whoever races hears of it; nobody may be racing any more.
  ended.catch(() => undefined);
  const timer = setTimeout(() => controller.abort(late()), ms);
  const follow = (): void => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow, { once: true });
  return {
    signal,
    race: (work) => Promise.race([work, ended]),
    cut: (problem) => controller.abort(problem),
    clear: () => {
      clearTimeout(timer);
      // One parent has many children in a call; Node warns of more than ten listeners.
      parent?.removeEventListener("abort", follow);
    },
  };
}
