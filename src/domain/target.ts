import { dayNumber, firstDay, frequencyOf, lastDay, yearsBetween, type Day, type Period } from "./period";
import { badInput } from "./problem";

/** A target as a task: from a base on a day to a value by the end of the deadline. */
export interface Task {
  readonly base: number;
  readonly baseDay: Day;
  readonly target: number;
  /** `FY2030` ends on 31 March 2031, `2030` on 31 December 2030. */
  readonly deadline: Period;
}

export interface Count {
  readonly value: number;
  readonly day: Day;
}

/** How a target stands against the latest actual. */
export interface Standing {
  /** Years from base to deadline; whole anniversaries where the dates allow. */
  readonly years: number;
  readonly deadlineDay: Day;
  /** Target less latest. */
  readonly gap: number;
  /** Required a year by the plan, from the base on. */
  readonly perYearPlan: number;
  /** Required a year from the latest actual on; undefined once the deadline has passed. */
  readonly perYearNow: number | undefined;
  readonly yearsLeft: number;
  /** Compound growth a year by the plan, per cent; undefined where base or target is not positive. */
  readonly cagr: number | undefined;
  /** Where the straight and the compound path stand on the day of the latest actual. */
  readonly linearPath: number;
  readonly compoundPath: number | undefined;
  /** Latest less path: negative is behind (for a target above its base). */
  readonly aheadLinear: number;
  readonly aheadCompound: number | undefined;
  readonly onTrack: boolean;
  readonly reached: boolean;
}

/**
 * When a base was counted: a day on itself, "2023-04" on its first day, and what was counted over a whole year at its
 * end, like the deadline: from 2019 to 2030 is eleven years.
 */
export function baseDayOf(p: Period): Day {
  return frequencyOf(p) === "A" || frequencyOf(p) === "FY" ? lastDay(p) : firstDay(p);
}

function years(task: Task): number {
  const total = yearsBetween(task.baseDay, lastDay(task.deadline));
  if (total <= 0)
    throw badInput(`The deadline ${task.deadline} must be later than the base date ${task.baseDay}.`);
  return total;
}

/** The share of the time from base to deadline that has passed on a day; whole years count as such. */
function elapsed(task: Task, day: Day): number {
  const total = years(task);
  if (day <= task.baseDay) return 0;
  if (day >= lastDay(task.deadline)) return 1;
  return yearsBetween(task.baseDay, day) / total;
}

/** The straight path on a day. */
export function linearPath(task: Task, day: Day): number {
  return task.base + (task.target - task.base) * elapsed(task, day);
}

/** The compound path on a day; undefined where base or target is not positive. */
export function compoundPath(task: Task, day: Day): number | undefined {
  if (task.base <= 0 || task.target <= 0) return undefined;
  return task.base * (task.target / task.base) ** elapsed(task, day);
}

/** Growth a year that leads from base to target, per cent. */
export function requiredGrowth(task: Task): number | undefined {
  if (task.base <= 0 || task.target <= 0) return undefined;
  return ((task.target / task.base) ** (1 / years(task)) - 1) * 100;
}

/** The arithmetic of a path leaves noise beyond twelve digits, which puts nobody behind. */
const NOISE = 1e-12;

function difference(value: number, path: number): number {
  const exact = value - path;
  return Math.abs(exact) <= NOISE * Math.max(Math.abs(value), Math.abs(path)) ? 0 : exact;
}

/** Gap, required pace by the plan and from now, path and whether the latest actual keeps up with the straight one. */
export function standing(task: Task, latest: Count): Standing {
  const deadlineDay = lastDay(task.deadline);
  const total = years(task);
  const left = dayNumber(deadlineDay) > dayNumber(latest.day) ? yearsBetween(latest.day, deadlineDay) : 0;
  const linear = linearPath(task, latest.day);
  const compound = compoundPath(task, latest.day);
  const rising = task.target >= task.base;
  const ahead = difference(latest.value, linear);
  return {
    years: total,
    deadlineDay,
    gap: task.target - latest.value,
    perYearPlan: (task.target - task.base) / total,
    perYearNow: left > 0 ? (task.target - latest.value) / left : undefined,
    yearsLeft: left,
    cagr: requiredGrowth(task),
    linearPath: linear,
    compoundPath: compound,
    aheadLinear: ahead,
    aheadCompound: compound === undefined ? undefined : difference(latest.value, compound),
    onTrack: rising ? ahead >= 0 : ahead <= 0,
    reached: rising ? latest.value >= task.target : latest.value <= task.target,
  };
}
