import { type OptionKey } from "../answer/choices";
import { asOfDay } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { rateWords } from "../answer/explain";
import { cellFormat } from "../answer/cell-format";
import { sentenceCase } from "../answer/figure-words";
import { pairEntryFor } from "../answer/pair";
import { withOneSource } from "../answer/rates";
import type { Shelf } from "../answer/shelf";
import { readCurrency, type Currency } from "../domain/currency";
import { exchange, type Rate } from "../domain/exchange";
import type { Period } from "../domain/period";
import { Problem, badInput } from "../domain/problem";
import { SCALES, rescale, unitWords } from "../domain/unit";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { ratesExplained, sentences } from "./bridge/show";

const OPTIONS: readonly OptionKey[] = ["freq", "basis", "fxsrc", "unit", "asof", "show"];
const MOST_AMOUNTS = 100_000;

type Choices = ReturnType<typeof read.options>;

/** Amounts and the grid of periods that goes with them. */
interface Task {
  readonly from: Currency;
  readonly to: Currency;
  readonly choices: Choices;
  readonly rates: Map<unknown, Rate | Problem>;
}

/**
 * Amounts in another currency, in the shape of the amounts. A year, quarter or month converts at its average (basis=end:
 * at its last fixing, for stocks), a day at its fixing; without periods at the latest fixing.
 * @customfunction CONVERT
 * @helpurl {{origin}}/help/functions.html#convert
 * @param amounts One amount or a range
 * @param from Currency of the amounts, such as JPY
 * @param to Currency wanted, such as USD
 * @param [periods] One period for all, or a row, column or range that fits the amounts
 * @param [options] Text such as "basis=end;unit=bn", or a two-column range of keys and values
 * @returns As many cells as there are amounts
 * @example =DIGITRADE.CONVERT(5345200000000,"JPY","USD",2023,"unit=bn") → 38.02
 * @requiresAddress
 * @chunk later
 */
export function convert(
  amounts: any[][],
  from: any,
  to: any,
  periods: any[][],
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("CONVERT", [amounts, from, to, periods, options], invocation, (shelf) => {
    const choices = read.options(options, OPTIONS);
    const task: Task = {
      from: readCurrency(read.text(from, "from")),
      to: readCurrency(read.text(to, "to")),
      choices,
      rates: new Map(),
    };
    const grid = read.rows(amounts);
    const size = grid.reduce((n, row) => n + row.length, 0);
    if (size === 0) throw badInput("amounts has no cells; give one amount or a range.");
    if (size > MOST_AMOUNTS)
      throw badInput(
        `amounts has ${size.toLocaleString("en-US")} cells; ${MOST_AMOUNTS.toLocaleString("en-US")} at most.`,
      );
    const periodAt = broadcast(periods, grid);
    const cells = grid.map((row, r) => row.map((raw, c) => convertCell(shelf, task, raw, periodAt(r, c))));
    const single = size === 1 ? cells[0]?.[0] : undefined;
    if (typeof single === "object" && single.kind === "gap") throw single.problem;
    return { cells, why: () => whyConverted(task), show: choices.show };
  });
}

/** The period of each amount: one for all, one a row or column, or a grid of the same shape. */
function broadcast(
  periods: unknown,
  amounts: readonly (readonly unknown[])[],
): (r: number, c: number) => unknown {
  if (periods === null || periods === undefined) return () => null;
  const grid = read.rows(periods);
  const [height, width] = [grid.length, grid[0]?.length ?? 0];
  const [rows, columns] = [amounts.length, amounts[0]?.length ?? 0];
  const fits = (height === 1 || height === rows) && (width === 1 || width === columns);
  if (!fits)
    throw badInput(
      `periods has ${height} rows and ${width} columns, amounts ${rows} and ${columns}; give one period, or one for each row, column or cell.`,
    );
  return (r, c) => {
    const raw = grid[height === 1 ? 0 : r]?.[width === 1 ? 0 : c];
    return raw ?? "";
  };
}

function convertCell(shelf: Shelf, task: Task, raw: unknown, rawPeriod: unknown): Cell {
  try {
    const amount = read.plain(raw, "amounts");
    if (amount === null || amount === "") return "";
    const rate = rateFor(shelf, task, rawPeriod);
    const value = read.number(amount, "amounts");
    const scale = task.choices.unit ?? "raw";
    const converted = rescale(rate ? exchange(value, task.from, rate) : value, 0, SCALES[scale].power);
    return measured(converted, cellFormat({ kind: "money", currency: task.to, power: 0 }, scale, converted));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind !== "bad-input" && thrown.kind !== "unknown-series")
      return gap(thrown);
    throw thrown;
  }
}

/** Each distinct period is looked up once. */
function rateFor(shelf: Shelf, task: Task, rawPeriod: unknown): Rate | undefined {
  const { from, to, choices } = task;
  if (from === to) return undefined;
  const key = typeof rawPeriod === "object" ? JSON.stringify(rawPeriod) : rawPeriod;
  let known = task.rates.get(key);
  if (!known) {
    known = findRate(shelf, from, to, rawPeriod, choices);
    task.rates.set(key, known);
  }
  if (known instanceof Problem) throw known;
  return known;
}

function findRate(
  shelf: Shelf,
  from: Currency,
  to: Currency,
  rawPeriod: unknown,
  choices: Choices,
): Rate | Problem {
  try {
    const entry = pairEntryFor(from, to);
    const period: Period = periodFor(shelf, entry, read.periodArgument(rawPeriod, "periods"), choices);
    const basis = choices.basis ?? "avg";
    return withOneSource(shelf, from, to, choices.fxsrc, asOfDay(shelf, choices), (rate) =>
      rate(period, basis),
    );
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

function whyConverted({ from, to, choices, rates }: Task): string {
  const used = [...rates.values()].filter((r) => !(r instanceof Problem));
  const unit = unitWords({ kind: "money", currency: to, power: 0 }, choices.unit ?? "raw");
  if (from === to) return `The amounts are in ${to} already.`;
  const failed = rates.size - used.length;
  return sentences([
    `${from} into ${unit}; each amount at the rate of its period:`,
    ...used.map((rate) => `${sentenceCase(rateWords(rate))}.`),
    ...ratesExplained(used),
    failed > 0 ? `${failed} periods have no rate and are shown as missing.` : "",
  ]);
}
