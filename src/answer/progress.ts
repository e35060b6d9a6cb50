import { findEntry } from "../catalog/catalog";
import type { Target } from "../catalog/target";
import {
  comparePeriods,
  firstDay,
  frequencyOf,
  lastDay,
  periodWords,
  yearsBetween,
  type Day,
  type Period,
} from "../domain/period";
import { noData } from "../domain/problem";
import {
  baseDayOf,
  compoundPath,
  linearPath,
  requiredGrowth,
  standing,
  type Standing,
  type Task,
} from "../domain/target";
import { rescale, unitWords, type Unit } from "../domain/unit";
import type { Figure } from "../domain/vintage";
import { figureWords, sentenceCase } from "./figure-words";
import { compilerNames, documentsBehind } from "./provenance";
import { subjectOf } from "./subject";
import type { Shelf } from "./shelf";

/** The latest figure that stands against a target, in the target's unit. */
export interface LatestCount {
  readonly value: number;
  readonly period: Period;
  readonly day: Day;
  readonly about: boolean;
  readonly knownOn: Day;
  readonly source: string;
}

/** A target with what is known of its progress. */
export interface Progress {
  readonly target: Target;
  readonly latest: LatestCount | undefined;
  readonly task: Task | undefined;
  readonly plan: Plan | undefined;
  readonly standing: Standing | undefined;
}

/** What the plan asks for from its base on, whatever has been counted since. */
interface Plan {
  readonly years: number;
  readonly perYear: number;
  /** Per cent a year; undefined where base or target is not positive. */
  readonly cagr: number | undefined;
}

/** How a target stands, by the newest figure at or before a day, as known on another day. */
export function progressOf(
  shelf: Shelf,
  target: Target,
  until: Day | undefined,
  asOf: Day | undefined,
): Progress {
  if (asOf !== undefined && target.knownOn > asOf)
    throw noData(`${target.id} was not known on ${asOf}; it was set on ${target.knownOn}.`);
  const latest = latestOf(shelf, target, until, asOf);
  const task = target.base ? taskOf(target, target.base) : undefined;
  return {
    target,
    latest,
    task,
    plan: task && planOf(task),
    standing: task && latest ? standing(task, latest) : undefined,
  };
}

function planOf(task: Task): Plan {
  const years = yearsBetween(task.baseDay, lastDay(task.deadline));
  return { years, perYear: (task.target - task.base) / years, cagr: requiredGrowth(task) };
}

function taskOf(target: Target, base: NonNullable<Target["base"]>): Task {
  return { base: base.value, baseDay: baseDayOf(base.date), target: target.value, deadline: target.deadline };
}

function latestOf(
  shelf: Shelf,
  target: Target,
  until: Day | undefined,
  asOf: Day | undefined,
): LatestCount | undefined {
  const entry = target.latest ? findEntry(target.latest) : undefined;
  if (!entry) return undefined;
  const subject = subjectOf(shelf, entry, asOf);
  const { view } = subject;
  const freq = entry.measure === "flow" ? "A" : undefined;
  const usable = [...view.figures.values()].filter(
    (f) =>
      f.value !== null &&
      (freq === undefined || frequencyOf(f.period) === freq) &&
      (until === undefined || countedOn(f, entry.measure) <= until),
  );
  const newest = usable.sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  if (!newest) return undefined;
  const value = inUnitOf(newest.value ?? 0, entry.unit, target.unit) * (target.deficit ? -1 : 1);
  return {
    value,
    period: newest.period,
    day: countedOn(newest, entry.measure),
    about: newest.status === "approx",
    knownOn: newest.knownOn,
    source: compilerNames(documentsBehind(subject, [newest])),
  };
}

/** A count named by its month was taken on the first; a flow is complete on its last day. */
const countedOn = (f: Figure, measure: string): Day =>
  measure === "flow" ? lastDay(f.period) : firstDay(f.period);

function inUnitOf(value: number, from: Unit, to: Unit): number {
  return from.kind === "money" && to.kind === "money" ? rescale(value, from.power, to.power) : value;
}

/** The straight and the compound path on a day. */
export function pathOn(
  progress: Progress,
  day: Day,
): { readonly linear: number; readonly compound: number | undefined } | undefined {
  const { task } = progress;
  return task && { linear: linearPath(task, day), compound: compoundPath(task, day) };
}

const scaleWord = (unit: Unit): string => {
  if (unit.kind === "money")
    return ` ${unit.power === 12 ? "trillion " : unit.power === 8 ? "× 100 million " : ""}${unit.currency}`;
  return unit.kind === "percent" ? " %" : unit.kind === "persons" ? "" : ` ${unitWords(unit, "raw")}`;
};

/** A target in words: what by when, from where, how fast, where it stands. */
export function progressWords({ target, latest, task, plan, standing: s }: Progress): string {
  const unit = scaleWord(target.unit);
  const amount = (x: number): string => `${figureWords(x, target.unit.kind === "money" ? 2 : 0)}${unit}`;
  const what = {
    target: "Target",
    projection: "Projection, not a target",
    risk: "Risk estimate, not a target",
  } as const;
  const head = `${what[target.kind]}: ${target.title.en}: ${amount(target.value)} by ${deadlineWords(target.deadline)}`;
  const scope = target.scope ? ` Scope: ${target.scope.en.replace(/\.$/, "")}.` : "";
  const planned = target.kind === "target" && task && plan && target.base;
  const from = planned
    ? ` from ${target.base.about ? "about " : ""}${amount(task.base)} ${baseWords(target.base.date)}: ${figureWords(plan.years, 2)} years, ${amount(plan.perYear)} a year${plan.cagr === undefined ? "" : ` or ${figureWords(plan.cagr, 2)} % compound`}`
    : `, set by ${target.setBy}`;
  if (planned && s && latest) return `${head}${from}. ${standingWords(s, latest, amount)}${scope}`;
  const now = latest
    ? ` Latest: ${latest.about ? "about " : ""}${amount(latest.value)} (${periodWords(latest.period)}).`
    : " No progress is published.";
  return `${head}${from}.${now}${scope}`;
}

/** "on 1 April 2023", "in October 2020", "in calendar 2019". */
const baseWords = (date: Period): string => `${frequencyOf(date) === "D" ? "on" : "in"} ${periodWords(date)}`;

export function deadlineWords(deadline: Period): string {
  const end = periodWords(lastDay(deadline));
  return frequencyOf(deadline) === "D" ? end : `${deadline} (${end})`;
}

function standingWords(s: Standing, latest: LatestCount, amount: (x: number) => string): string {
  const behind = (ahead: number): string => `${amount(Math.abs(ahead))} ${ahead < 0 ? "behind" : "ahead of"}`;
  const compound = s.aheadCompound === undefined ? "" : ` and ${behind(s.aheadCompound)} the compound one`;
  const now = `Latest: ${latest.about ? "about " : ""}${amount(latest.value)} (${periodWords(latest.period)}), ${behind(s.aheadLinear)} the straight path${compound}.`;
  if (s.reached) return `${now} Reached.`;
  const rest =
    s.perYearNow === undefined
      ? "The deadline has passed."
      : `${sentenceCase(amount(s.gap))} to go, ${amount(s.perYearNow)} a year from now on.`;
  return `${now} ${s.onTrack ? "On track." : "Not on track."} ${rest}`;
}
