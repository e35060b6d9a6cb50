import { OPTION_KEYS, readChoices, splitOptions, type Choices } from "../../answer/choices";
import { asOfDay, evaluate, type Answer } from "../../answer/evaluate";
import { periodFor } from "../../answer/latest-period";
import { readPeriodArgument, type PeriodArgument } from "../../answer/period-argument";
import type { Shelf } from "../../answer/shelf";
import { askTogether, entryFor } from "../../answer/subject";
import { tablePeriods, tableRows, type Row } from "../../answer/table";
import type { Entry } from "../../catalog/entry";
import type { Period } from "../../domain/period";
import { noData, Problem } from "../../domain/problem";
import type { Text } from "../../domain/series";
import { call, optionText, type Argument, type Call, type OptionPairs } from "./call";

/** One series of a table: a figure for each period, or why there is none. */
export interface Track {
  readonly entry: Entry;
  readonly rows: readonly Row[];
}

/** What a PANEL call answers, before it is written into cells. */
export interface Tracks {
  readonly periods: readonly Period[];
  readonly tracks: readonly Track[];
}

/** `PANEL` with text labels and without headings: always so many rows, one column more than series. */
export function panelCall(
  ids: readonly string[],
  start: string | number,
  end: string | number,
  options: OptionPairs,
): Call {
  const shaped = optionText({ ...options, stamp: "label", header: "off" });
  return call("PANEL", ids, start, end === "latest" ? null : end, shaped);
}

/**
 * What a PANEL call answers, by the functions that PANEL itself uses: a sentence about a chart is made of the same
 * figures as its cells. Where no series has anything, the reason for the last period is thrown.
 */
export function answerPanel(shelf: Shelf, { args }: Call): Tracks {
  const [ids, start = null, end = null, options = null] = args;
  const choices = choicesOf(options);
  const entries = (Array.isArray(ids) ? (ids as readonly string[]) : []).map((id) => entryFor(id, choices));
  askTogether(shelf, entries, asOfDay(shelf, choices));
  const periods = tablePeriods(shelf, entries, periodOf(start), periodOf(end), choices);
  const tracks = entries.map((entry) => ({ entry, rows: tableRows(shelf, entry, periods, choices) }));
  if (tracks.every(({ rows }) => rows.every(({ answer }) => !answer)))
    throw lastProblem(tracks) ?? noData("None of these series has figures for those periods.");
  return { periods, tracks };
}

/** What a VALUE call answers; a Problem where there is no figure. */
export function answerValue(shelf: Shelf, { args }: Call): Answer {
  const [id, when = null, options = null] = args;
  const choices = choicesOf(options);
  const entry = entryFor(typeof id === "string" ? id : "", choices);
  return evaluate(shelf, entry, periodFor(shelf, entry, periodOf(when), choices), choices);
}

/** The answer, or undefined where the world has none; a formula that is wrong stays a Problem. */
export function answerIfAny(compute: () => Answer): Answer | undefined {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind !== "bad-input") return undefined;
    throw thrown;
  }
}

const choicesOf = (options: Argument): Choices =>
  readChoices(splitOptions(typeof options === "string" ? options : ""), OPTION_KEYS);

const periodOf = (argument: Argument): PeriodArgument =>
  readPeriodArgument(typeof argument === "string" || typeof argument === "number" ? argument : null);

/** The documents of several series in one request, where one after the other would be as many. */
export function askForAll(shelf: Shelf, ids: readonly string[]): void {
  askTogether(
    shelf,
    ids.map((id) => entryFor(id)),
    asOfDay(shelf, {}),
  );
}

const lastProblem = (tracks: readonly Track[]): Problem | undefined => tracks.at(-1)?.rows.at(-1)?.problem;

/** Where a chart has nothing to say. */
export function nothingToShow({ en }: Text): Problem {
  return noData(`${en}: none of the figures for it is held; choose other years, or ask a live source.`);
}

/** Why a chart has nothing to say: what was asked fails with the reason. */
export function reasonFor(ask: () => unknown, title: Text): Problem {
  try {
    ask();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  return nothingToShow(title);
}
