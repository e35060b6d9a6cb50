import type { Choices, OptionKey } from "../answer/choices";
import { decomposition, type Effects } from "../answer/decomposition";
import { cellFormat } from "../answer/cell-format";
import { namedPeriod } from "../answer/period-argument";
import { entryFor } from "../answer/subject";
import { findEntry } from "../catalog/catalog";
import type { Entry, Flow } from "../catalog/entry";
import { readCurrency } from "../domain/currency";
import { Problem, badInput } from "../domain/problem";
import { unitWords } from "../domain/unit";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { sentences } from "./bridge/show";

const OPTIONS: readonly OptionKey[] = [
  "fxsrc",
  "unit",
  "def",
  "asof",
  "sign",
  "approx",
  "method",
  "header",
  "show",
];

/**
 * What moved a converted amount between two periods: volume (the amount in its own currency) and the exchange rate.
 * They add up exactly; what converting month by month adds is its own line. A balance is shown beside its receipts and
 * payments. method=chain links year by year.
 * @customfunction DECOMPOSE
 * @helpurl {{origin}}/help/functions.html#decompose
 * @param series Series id of a flow in money, such as JP.DIGITAL.NET
 * @param start First period, such as 2014
 * @param end Last period, such as 2016
 * @param currency Currency in which the change is looked at, such as USD
 * @param [options] Text such as "unit=bn;method=chain", or a two-column range of keys and values
 * @returns A header row, then change, volume effect, currency effect, timing within the year
 * @example =DIGITRADE.DECOMPOSE("JP.DIGITAL.NET",2014,2016,"USD","unit=bn;header=off") → Change, -3.95, 1.91, 5.87; Volume effect, -4.48, 2.17, 6.66; Currency effect, 0.56, -0.25, -0.8; Timing within the year, -0.02, -0.01, 0.01
 * @requiresAddress
 * @chunk later
 */
export function decompose(
  series: any,
  start: any,
  end: any,
  currency: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("DECOMPOSE", [series, start, end, currency, options], invocation, (shelf) => {
    const choices = read.options(options, OPTIONS);
    const entry = entryFor(read.text(series, "series"), choices);
    const from = namedPeriod(read.periodArgument(start, "start"), "start");
    const to = namedPeriod(read.periodArgument(end, "end"), "end");
    const fx = readCurrency(read.text(currency, "currency"));
    const columns = columnsOf(entry).map((column): { entry: Entry; effects: Effects | Problem } => {
      const { sign, ...rest } = choices;
      const own: Choices = column.flow === "NET" && sign ? { ...rest, sign } : rest;
      try {
        return { entry: column, effects: decomposition(shelf, column, from, to, fx, own) };
      } catch (thrown) {
        if (column.id === entry.id || !(thrown instanceof Problem)) throw thrown;
        return { entry: column, effects: thrown };
      }
    });
    const main = columns[0]?.effects;
    if (!main || main instanceof Problem) throw main ?? badInput("Nothing to decompose.");
    const unit = unitWords({ kind: "money", currency: fx, power: 0 }, choices.unit ?? "raw");
    const header: readonly Cell[] = [
      `${from} to ${to}, ${unit}`,
      ...columns.map((c) => `${flowWord(c.entry)} · ${main.words}`),
    ];
    const line = (name: string, pick: (e: Effects) => number): readonly Cell[] => [
      name,
      ...columns.map(({ effects }) =>
        effects instanceof Problem ? gap(effects) : money(pick(effects), choices, fx),
      ),
    ];
    const body = [
      line("Change", (e) => e.change),
      line("Volume effect", (e) => e.volume),
      line("Currency effect", (e) => e.currency),
      line("Timing within the year", (e) => e.timing),
    ];
    return {
      cells: choices.header === "off" ? body : [header, ...body],
      why: () => sentences(main.why),
      show: choices.show,
    };
  });
}

/** A balance first, then its receipts and payments; other series alone. */
function columnsOf(entry: Entry): readonly Entry[] {
  if (entry.flow !== "NET") return [entry];
  const sibling = (flow: Flow): readonly Entry[] => {
    const found = findEntry(entry.id.replace(/NET$/, flow));
    return found ? [found] : [];
  };
  return [entry, ...sibling("CREDIT"), ...sibling("DEBIT")];
}

function flowWord(entry: Entry): string {
  const words = { NET: "Balance", CREDIT: "Receipts", DEBIT: "Payments" } as const satisfies Record<
    Flow,
    string
  >;
  return entry.flow ? words[entry.flow] : entry.title.en;
}

function money(value: number, choices: Choices, currency: ReturnType<typeof readCurrency>): Cell {
  return measured(value, cellFormat({ kind: "money", currency, power: 0 }, choices.unit ?? "raw", value));
}
