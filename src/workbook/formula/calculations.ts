import { failure, isFailure, isRows, numberOf, Unforeseeable, type Result, type Value } from "./value";

/** Arguments not worked out yet, since some functions pass over what they do not need. */
type Arguments = readonly (() => Result)[];

/** Excel's own functions that stand around ours most often; every other takes Excel. */
export const CALCULATIONS: Readonly<Record<string, (args: Arguments) => Result>> = {
  ABS: (args) => onNumbers(args, 1, (n) => Math.abs(n)),
  ROUND: (args) => onNumbers(args, 2, (n, digits) => rounded(n, digits)),
  SUM: (args) => onList(args, (list) => list.reduce((sum, n) => sum + n, 0)),
  AVERAGE: (args) =>
    onList(args, (list) =>
      list.length === 0 ? failure("#DIV/0!") : list.reduce((sum, n) => sum + n, 0) / list.length,
    ),
  MIN: (args) => onList(args, (list) => (list.length === 0 ? 0 : Math.min(...list))),
  MAX: (args) => onList(args, (list) => (list.length === 0 ? 0 : Math.max(...list))),
  IF: (args) => {
    const condition = one(args[0]);
    if (isFailure(condition)) return condition;
    const isTrue = numberOf(condition);
    if (isTrue === undefined) return failure("#VALUE!");
    return (isTrue !== 0 ? args[1]?.() : args.length > 2 ? args[2]?.() : false) ?? 0;
  },
  IFERROR: (args) => {
    const value = one(args[0]);
    return isFailure(value) ? (args[1]?.() ?? "") : value;
  },
  IFNA: (args) => {
    const value = one(args[0]);
    return isFailure(value) && value.basicValue === "#N/A" ? (args[1]?.() ?? "") : value;
  },
};

function one(argument: (() => Result) | undefined): Value {
  const result = argument?.() ?? null;
  if (isRows(result)) throw new Unforeseeable("a table where one value belongs");
  return result;
}

function onNumbers(args: Arguments, count: number, calculate: (...n: number[]) => number): Value {
  const values = args.slice(0, count).map(one);
  const failed = values.find(isFailure);
  if (failed) return failed;
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  return numbers.length < count ? failure("#VALUE!") : calculate(...numbers);
}

/** The numbers among arguments and in ranges; texts in ranges do not count, errors do. */
function onList(args: Arguments, calculate: (list: readonly number[]) => Value): Value {
  const list: number[] = [];
  for (const arg of args) {
    const result = arg();
    const values = isRows(result) ? result.flat() : [result];
    const failed = values.find(isFailure);
    if (failed) return failed;
    list.push(...values.filter((value) => typeof value === "number"));
  }
  return calculate(list);
}

/** Half away from zero, on the decimal digits that are shown. */
function rounded(n: number, digits: number): number {
  const places = Math.trunc(digits);
  const shifted = Number(`${Math.abs(n)}e${places}`);
  if (!Number.isFinite(shifted)) return Number(n.toFixed(Math.max(0, Math.min(15, places))));
  return Math.sign(n) * Number(`${Math.round(shifted)}e${-places}`);
}
