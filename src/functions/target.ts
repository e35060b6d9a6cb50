import type { OptionKey } from "../answer/choices";
import { figureWords } from "../answer/figure-words";
import { deadlineWords, pathOn, progressOf, progressWords, type Progress } from "../answer/progress";
import { resolveTarget } from "../catalog/targets";
import { nearest } from "../domain/nearest";
import { lastDay, periodWords, type Day } from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import type { Unit } from "../domain/unit";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { sentences } from "./bridge/show";

const OPTIONS: readonly OptionKey[] = ["asof", "header", "show"];

const FIELDS = [
  "value",
  "deadline",
  "base",
  "latest",
  "gap",
  "peryear.plan",
  "peryear.now",
  "cagr",
  "path",
  "ontrack",
  "words",
] as const;
type Field = (typeof FIELDS)[number];

/**
 * A policy target and how it stands: value, deadline, base, latest count, gap, required pace by the plan and from now,
 * where the straight path stands. FY2030 ends on 31 March 2031. A projection is labelled as one and has no pace.
 * @customfunction TARGET
 * @helpurl {{origin}}/help/functions.html#target
 * @param target Target id, such as JP.SPECIALISTS or JP.DEFICIT2030
 * @param [what] value, deadline, base, latest, gap, peryear.plan, peryear.now, cagr, path, ontrack, words or all; left out: all
 * @param [date] Day at which the path is read, and up to which counts are taken; left out: the day of the latest count
 * @param [options] Text such as "asof=2024-12-31", or a two-column range of keys and values
 * @returns One cell, or a table of all under a header row
 * @example =DIGITRADE.TARGET("JP.SPECIALISTS","peryear.plan") → 3750
 * @example =INDEX(DIGITRADE.TARGET("JP.SPECIALISTS"),6,2) → 26000
 * @requiresAddress
 * @chunk later
 */
export function target(
  target: any,
  what: any,
  date: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("TARGET", [target, what, date, options], invocation, (shelf) => {
    const choices = read.options(options, OPTIONS);
    const found = resolveTarget(read.text(target, "target"));
    const field = readField(read.optionalText(what, "what"));
    const until = dayOf(date);
    const progress = progressOf(shelf, found, until, choices.asof ?? shelf.pin);
    const words = progressWords(progress);
    const cells =
      field === "all"
        ? tableOf(progress, until, choices.header !== "off")
        : fieldCell(progress, field, until);
    if (typeof cells === "object" && "kind" in cells && cells.kind === "gap") throw cells.problem;
    return {
      cells,
      why: () => sentences([words, found.note ?? "", `Source: ${found.source}`]),
      show: choices.show,
    };
  });
}

/** One of the fields, or all; anything else is a Problem naming the nearest. */
export function readField(text: string | undefined): Field | "all" {
  if (text === undefined) return "all";
  const asked = text.toLowerCase();
  const names = [...FIELDS, "all"] as const;
  const found = names.find((f) => f === asked);
  if (found) return found;
  const near = nearest(asked, names, 1)[0] ?? "";
  throw badInput(`what=${text} is not known; did you mean ${near}? Allowed: ${names.join(", ")}.`);
}

/** A day from a date argument; a longer period stands for its last day. */
function dayOf(raw: unknown): Day | undefined {
  const argument = read.periodArgument(raw, "date");
  if (argument.kind === "omitted" || argument.kind === "latest") return undefined;
  if (argument.kind === "back") throw badInput("date must be a day, such as 2026-04-01.");
  return lastDay(argument.period);
}

const FORMATS = {
  money: "#,##0.00",
  persons: "#,##0",
  percent: "0.0",
  number: "#,##0",
  rate: "0.000",
  index: "0.0",
} as const satisfies Record<Unit["kind"], string>;

/** What is missing for a field, and why. */
function lacking(progress: Progress): Problem {
  const { target, task, latest } = progress;
  if (target.kind !== "target")
    return noData(
      `${target.id} is a ${target.kind === "risk" ? "risk estimate" : "projection"}, not a target: it has no pace or path.`,
    );
  if (!task)
    return noData(
      `${target.id} was set without a base, so there is no path; use PACE with a base of your own.`,
    );
  return noData(`${target.id}: no progress is published${latest ? " for that day" : ""}.`);
}

function fieldCell(progress: Progress, field: Field, until: Day | undefined): Cell {
  const { target, latest, task, plan, standing } = progress;
  const amount = (value: number | undefined): Cell =>
    value === undefined
      ? gap(lacking(progress))
      : measured(Number(value.toPrecision(12)), FORMATS[target.unit.kind]);
  const isTarget = target.kind === "target";
  switch (field) {
    case "value":
      return amount(target.value);
    case "deadline":
      return target.deadline;
    case "base":
      return task ? amount(task.base) : gap(lacking(progress));
    case "latest":
      return latest ? amount(latest.value) : gap(noData(`${target.id}: no progress is published.`));
    case "gap":
      return latest
        ? amount(target.value - latest.value)
        : gap(noData(`${target.id}: no progress is published.`));
    case "peryear.plan":
      return isTarget ? amount(plan?.perYear) : gap(lacking(progress));
    case "peryear.now":
      return isTarget ? amount(standing?.perYearNow) : gap(lacking(progress));
    case "cagr":
      return isTarget && plan?.cagr !== undefined ? measured(plan.cagr, "0.00") : gap(lacking(progress));
    case "path": {
      const day = until ?? latest?.day;
      return isTarget && day !== undefined ? amount(pathOn(progress, day)?.linear) : gap(lacking(progress));
    }
    case "ontrack":
      return isTarget && standing ? standing.onTrack : gap(lacking(progress));
    case "words":
      return progressWords(progress);
  }
}

function tableOf(progress: Progress, until: Day | undefined, header: boolean): readonly (readonly Cell[])[] {
  const body = FIELDS.map((field): readonly Cell[] => {
    const cell = fieldCell(progress, field, until);
    const missing = typeof cell === "object" && cell.kind === "gap";
    return [field, cell, missing ? "" : remark(progress, field, until)];
  });
  return header ? [["Field", progress.target.title.en, "Remark"], ...body] : body;
}

/** What each number means: dates, "about", which path. */
function remark(progress: Progress, field: Field, until: Day | undefined): string {
  const { target, latest, plan, standing } = progress;
  const about = (yes: boolean | undefined): string => (yes ? "about, " : "");
  const day = until ?? latest?.day;
  const compound = day && pathOn(progress, day)?.compound;
  const digits = target.unit.kind === "money" ? 2 : 0;
  const unit =
    target.unit.kind === "money"
      ? `${target.unit.power === 12 ? "trillion " : ""}${target.unit.currency}`
      : target.unit.kind;
  const remarks = {
    value: `${unit}, set by ${target.setBy}`,
    deadline: deadlineWords(target.deadline),
    base: target.base ? `${about(target.base.about)}${periodWords(target.base.date)}` : "",
    latest: latest ? `${about(latest.about)}${periodWords(latest.period)}, known ${latest.knownOn}` : "",
    gap: "target less latest",
    "peryear.plan": plan ? `from the base on, ${figureWords(plan.years, 2)} years` : "",
    "peryear.now": standing ? `from the latest count on, ${figureWords(standing.yearsLeft, 2)} years` : "",
    cagr: "per cent a year, compound, from the base on",
    path: day
      ? `straight path on ${periodWords(day)}${compound === undefined ? "" : `; compound path ${figureWords(compound, digits)}`}`
      : "",
    ontrack: standing
      ? `${figureWords(Math.abs(standing.aheadLinear), digits)} ${standing.aheadLinear < 0 ? "behind" : "ahead of"} the straight path`
      : "",
    words: "",
  } as const satisfies Record<Field, string>;
  return remarks[field];
}
