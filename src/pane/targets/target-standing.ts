import { progressOf, type Progress } from "../../answer/progress";
import type { Shelf } from "../../answer/shelf";
import { TARGETS, type Target } from "../../catalog/targets";
import { lastDay } from "../../domain/period";
import { linearPath } from "../../domain/target";
import { asProblem, Problem } from "../../domain/problem";
import { Absent } from "../../answer/shelf";

/** How a target stands, in one of few ways. */
export type State = "reached" | "on-track" | "behind" | "passed" | "not-counted" | "no-path";

/** A target with what is known of it; or why nothing is. */
export interface Standing {
  readonly target: Target;
  readonly progress: Progress | Problem;
}

/** What can be told most of comes first. */
const ORDER: readonly State[] = ["behind", "on-track", "reached", "no-path", "passed", "not-counted"];

/** Every target, projection and risk estimate; those of which progress is known before those of which none is. */
export function standings(shelf: Shelf): readonly Standing[] {
  const rank = ({ progress }: Standing): number =>
    progress instanceof Problem ? ORDER.length : ORDER.indexOf(stateOf(progress));
  return TARGETS.map((target) => ({ target, progress: progressIn(shelf, target) })).sort(
    (a, b) => rank(a) - rank(b),
  );
}

function progressIn(shelf: Shelf, target: Target): Progress | Problem {
  try {
    return progressOf(shelf, target, undefined, shelf.pin);
  } catch (thrown) {
    if (thrown instanceof Absent) throw thrown;
    return asProblem(thrown);
  }
}

export function stateOf({ target, latest, standing }: Progress): State {
  if (!latest) return "not-counted";
  if (!standing) {
    // Where no base is stated the target is something to rise to.
    if (latest.value >= target.value) return "reached";
    return latest.day > lastDay(target.deadline) ? "passed" : "no-path";
  }
  if (standing.reached) return "reached";
  if (standing.perYearNow === undefined) return "passed";
  return standing.onTrack ? "on-track" : "behind";
}

/** Places on a line from the base (0) to the target (1): the latest count, and where the straight path stands that day. */
export interface Bar {
  readonly latest: number;
  readonly path: number;
}

/** Undefined where there is no base to start from, or nothing is counted. */
export function barOf({ task, latest }: Progress): Bar | undefined {
  if (!task || !latest || task.target === task.base) return undefined;
  const place = (value: number): number =>
    Math.max(0, Math.min(1, (value - task.base) / (task.target - task.base)));
  return { latest: place(latest.value), path: place(linearPath(task, latest.day)) };
}
