import { knownDays } from "../answer/known-days";
import { cellFormat } from "../answer/cell-format";
import { evaluate, vintageOf, type Answer } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { figureWords } from "../answer/figure-words";
import { entryFor, subjectOf } from "../answer/subject";
import { isQuoted } from "../catalog/fx";
import { lastDay, type Day } from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { dated, gap, measured, type Cell } from "./bridge/cells";
import { sentences } from "./bridge/show";

/**
 * How a published figure was revised: what was known on one day and on another, the change, and its size in per cent.
 * @customfunction REVISION
 * @helpurl {{origin}}/help/functions.html#revision
 * @param series Series id, such as JP.SERVICES.NET
 * @param period Year, date, or text such as 2023-Q4
 * @param [asof1] Earlier day; left out: when the figure first became known
 * @param [asof2] Later day; left out: now
 * @returns A header row, then old, new, change, per cent, day of the old and of the new vintage
 * @example =INDEX(DIGITRADE.REVISION("JP.CURRENTACCOUNT.NET","FY2023"),2,3) → 1083000000000
 * @requiresAddress
 * @chunk later
 */
export function revision(
  series: any,
  period: any,
  asof1: any,
  asof2: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("REVISION", [series, period, asof1, asof2], invocation, (shelf) => {
    const entry = entryFor(read.text(series, "series"));
    if (isQuoted(entry)) throw badInput(`${entry.id} is an exchange rate: fixings are not revised.`);
    const when = periodFor(shelf, entry, read.periodArgument(period), {});
    const from = dayOf(asof1, "asof1");
    const to = dayOf(asof2, "asof2") ?? shelf.pin;
    if (from && to && from > to) throw badInput(`asof1 ${from} is later than asof2 ${to}; swap them.`);
    const at = (day: Day | undefined): Answer =>
      evaluate(shelf, entry, when, day ? { asof: day, approx: "allow" } : { approx: "allow" });
    const newer = at(to);
    const first = from ?? firstDayWith(knownDays(subjectOf(shelf, entry, undefined).documents, when), at);
    if (first === undefined) throw noData(`${entry.id} for ${when}: no vintage is held.`);
    const older = at(first);
    const format = cellFormat(newer.unit, "raw", newer.value);
    const change = newer.value - older.value;
    const percent: Cell =
      older.value === 0
        ? gap(noData("A change from zero has no per cent."))
        : measured((change / Math.abs(older.value)) * 100, "0.0");
    const row: readonly Cell[] = [
      measured(older.value, format),
      measured(newer.value, format),
      measured(change, format),
      percent,
      vintageCell(older),
      vintageCell(newer),
    ];
    return {
      cells: [["Old", "New", "Change", "Change, %", "Old known on", "New known on"], row],
      why: () =>
        sentences([
          `${entry.id} for ${when}: ${figureWords(older.value)} as known on ${vintageOf(older) ?? ""}, ${figureWords(newer.value)} as known on ${vintageOf(newer) ?? ""}.`,
          `A revision of ${figureWords(change)}; per cent is of the size of the old figure.`,
        ]),
    };
  });
}

function dayOf(raw: unknown, what: string): Day | undefined {
  const argument = read.periodArgument(raw, what);
  if (argument.kind === "omitted" || argument.kind === "latest") return undefined;
  if (argument.kind === "back") throw badInput(`${what} must be a day, such as 2024-06-21.`);
  return lastDay(argument.period);
}

function firstDayWith(days: readonly Day[], at: (day: Day) => Answer): Day | undefined {
  return days.find((day) => {
    try {
      at(day);
      return true;
    } catch (thrown) {
      if (thrown instanceof Problem) return false;
      throw thrown;
    }
  });
}

function vintageCell(answer: Answer): Cell {
  const day = vintageOf(answer);
  return day ? dated(day) : "";
}
