import { CALCULATIONS } from "./calculations";
import type { Expression, Reference } from "./expression";
import {
  failure,
  isFailure,
  isRows,
  narrowed,
  numberOf,
  textOf,
  undated,
  Unforeseeable,
  type Result,
  type Rows,
  type Value,
} from "./value";

/** What a formula stands on: the cells around it, the workbook's names, and our own functions. */
export interface Ground {
  readonly cells: (reference: Reference) => Rows;
  readonly name: (name: string) => Result;
  /** A function of ours by its name in the formula; undefined where it is none. */
  readonly call: (name: string, args: readonly Result[]) => Result | undefined;
}

/** What a formula comes to; Unforeseeable where that takes Excel. */
export function evaluate(expression: Expression, ground: Ground): Result {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "array":
      return expression.rows;
    case "reference":
      return narrowed(ground.cells(expression.reference));
    case "name":
      return ground.name(expression.name);
    case "operation":
      return operate(
        expression.operator,
        expression.operands.map((operand) => single(undated(evaluate(operand, ground)))),
      );
    case "call": {
      const { name, args } = expression;
      const ours = ground.call(
        name,
        args.map((arg) => undated(evaluate(arg, ground))),
      );
      if (ours !== undefined) return ours;
      const calculate = CALCULATIONS[name];
      if (!calculate) throw new Unforeseeable(name);
      return calculate(args.map((arg) => () => undated(evaluate(arg, ground))));
    }
  }
}

/** One value; for a table Excel would repeat the operation cell by cell. */
function single(result: Result): Value {
  const one = narrowed(result);
  if (isRows(one)) throw new Unforeseeable("an operation on a table");
  return one;
}

function operate(operator: string, operands: readonly Value[]): Value {
  const failed = operands.find(isFailure);
  if (failed) return failed;
  const [left = null, right = null] = operands;
  if (operator === "@") return left;
  if (operator === "&") return textOf(left) + textOf(right);
  const compare = COMPARISONS[operator];
  if (compare) return compare(order(left, right));
  const numbers = operands.map(numberOf);
  if (numbers.some((n) => n === undefined)) return failure("#VALUE!");
  const [a = 0, b] = numbers as readonly number[];
  if (operator === "%") return a / 100;
  if (b === undefined) return operator === "-" ? -a : a;
  if (operator === "/" && b === 0) return failure("#DIV/0!");
  const result = ARITHMETIC[operator]?.(a, b);
  if (result === undefined) throw new Unforeseeable(operator);
  return Number.isFinite(result) ? result : failure("#NUM!");
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (n) => n === 0,
  "<>": (n) => n !== 0,
  "<": (n) => n < 0,
  ">": (n) => n > 0,
  "<=": (n) => n <= 0,
  ">=": (n) => n >= 0,
};

/** Numbers before texts before truth values, texts whatever their capitals. */
function order(left: Value, right: Value): number {
  const [a, b] = [filled(left, right), filled(right, left)];
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string")
    return a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return Number(a) - Number(b);
}

const rank = (value: Value): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

/** An empty cell is what the other side needs it to be. */
function filled(value: Value, other: Value): Value {
  if (value !== null) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}
