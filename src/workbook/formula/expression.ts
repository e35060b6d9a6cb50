import { readArea, splitAddress, type Area } from "../../file/address";
import { tokensOf, type Token } from "../../file/formula-tokens";
import type { Rows, Value } from "./value";

/** Cells of some sheet; the sheet is left out where it is the formula's own. */
export interface Reference {
  readonly sheet?: string;
  readonly area: Area;
  /** Everything that the formula in its first cell fills (`A1#`). */
  readonly spilled: boolean;
}

/** A formula taken apart. */
export type Expression =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "array"; readonly rows: Rows }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] };

/** How strongly an operator binds; a sign in front binds more strongly than any, as in Excel. */
const STRENGTH: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

/** Takes a formula apart; undefined for what this does not read: unions, tables' columns, lambdas' calls. */
export function readExpression(formula: string): Expression | undefined {
  const tokens = tokensOf(formula);
  if (!tokens) return undefined;
  const reader = new Reader(tokens);
  try {
    return reader.whole();
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined;
    throw thrown;
  }
}

class Unreadable extends Error {}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const all = this.#operation(0);
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return all;
  }

  #operation(least: number): Expression {
    let left = this.#signed();
    for (;;) {
      const operator = this.#sign() ?? "";
      const strength = STRENGTH[operator] ?? 0;
      if (strength <= least) return left;
      this.#at++;
      left = { kind: "operation", operator, operands: [left, this.#operation(strength)] };
    }
  }

  #signed(): Expression {
    const sign = this.#sign();
    if (sign !== "-" && sign !== "+" && sign !== "@") return this.#percent();
    this.#at++;
    return { kind: "operation", operator: sign, operands: [this.#signed()] };
  }

  #percent(): Expression {
    let operand = this.#single();
    while (this.#take("%")) operand = { kind: "operation", operator: "%", operands: [operand] };
    return operand;
  }

  #single(): Expression {
    const token = this.#tokens[this.#at++];
    if (!token) throw new Unreadable();
    const { kind, text } = token;
    switch (kind) {
      case "number":
        return { kind: "value", value: Number(text) };
      case "text":
        return { kind: "value", value: text.slice(1, -1).replaceAll('""', '"') };
      case "error":
        return { kind: "value", value: { type: "Error", basicValue: text.toUpperCase() } };
      case "reference":
        return { kind: "reference", reference: referenceOf(text) };
      case "name":
        return wordOf(text);
      case "function":
        return { kind: "call", name: text.toUpperCase(), args: this.#arguments() };
      case "sign":
        if (text === "{") return { kind: "array", rows: this.#rows() };
        if (text !== "(") throw new Unreadable();
        return this.#closed(this.#operation(0));
    }
  }

  #arguments(): readonly Expression[] {
    this.#expect("(");
    const args: Expression[] = [];
    if (this.#take(")")) return args;
    do {
      const sign = this.#sign();
      args.push(sign === "," || sign === ")" ? { kind: "value", value: null } : this.#operation(0));
    } while (this.#take(","));
    this.#expect(")");
    return args;
  }

  #rows(): Rows {
    const rows: Value[][] = [[]];
    for (;;) {
      const item = this.#signed();
      rows.at(-1)?.push(constantOf(item));
      if (this.#take("}")) return rows;
      if (this.#take(";")) rows.push([]);
      else this.#expect(",");
    }
  }

  #closed(inner: Expression): Expression {
    this.#expect(")");
    return inner;
  }

  #sign(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === "sign" ? token.text : undefined;
  }

  #take(sign: string): boolean {
    if (this.#sign() !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Unreadable();
  }
}

function constantOf(item: Expression): Value {
  if (item.kind === "value") return item.value;
  const [operand] = item.kind === "operation" && item.operator === "-" ? item.operands : [];
  if (operand?.kind === "value" && typeof operand.value === "number") return -operand.value;
  throw new Unreadable();
}

function wordOf(text: string): Expression {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "value", value: upper === "TRUE" };
  if (text.includes("[")) throw new Unreadable();
  return { kind: "name", name: text };
}

function referenceOf(text: string): Reference {
  const { sheet, cells } = splitAddress(text);
  const spilled = cells.endsWith("#");
  const corner = spilled ? cells.slice(0, -1) : cells;
  // Whole columns and rows: no cell of ours takes them, and nothing is worth reading a million cells.
  if (!/[A-Z]\d/i.test(corner)) throw new Unreadable();
  return { area: readArea(corner), spilled, ...(sheet !== "" && { sheet }) };
}

/** All expressions within one, itself first. */
export function partsOf(expression: Expression): readonly Expression[] {
  const below =
    expression.kind === "call" ? expression.args : expression.kind === "operation" ? expression.operands : [];
  return [expression, ...below.flatMap(partsOf)];
}
