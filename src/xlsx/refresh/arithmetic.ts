import { readArea, splitAddress, type Area } from "../../file/address";
import { tokensOf, type Token } from "../../file/formula-tokens";

/** A formula of numbers, cells, `+ - * /`, brackets, and the sums and such of cells. */
export type Arithmetic =
  | { readonly kind: "number"; readonly value: number }
  | ({ readonly kind: "cells"; readonly sheet: string } & Area)
  | { readonly kind: "minus"; readonly of: Arithmetic }
  | { readonly kind: "of two"; readonly sign: TwoSign; readonly left: Arithmetic; readonly right: Arithmetic }
  | { readonly kind: "of many"; readonly name: ManyName; readonly of: readonly Arithmetic[] };

export type TwoSign = "+" | "-" | "*" | "/";
export type ManyName = "SUM" | "AVERAGE" | "MIN" | "MAX";

const MANY: ReadonlySet<string> = new Set<ManyName>(["SUM", "AVERAGE", "MIN", "MAX"]);

/** Reads a formula with nothing in it but functions, constants and cells; undefined where it is more than arithmetic. */
export function readArithmetic(formula: string): Arithmetic | undefined {
  const tokens = tokensOf(formula);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0 };
  const read = sum(reader);
  return reader.at === tokens.length ? read : undefined;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const signAt = ({ tokens, at }: Reader): string | undefined => {
  const token = tokens[at];
  return token?.kind === "sign" ? token.text : undefined;
};

const sum = (reader: Reader): Arithmetic | undefined => chain(reader, product, ["+", "-"]);
const product = (reader: Reader): Arithmetic | undefined => chain(reader, operand, ["*", "/"]);

function chain(
  reader: Reader,
  part: (reader: Reader) => Arithmetic | undefined,
  signs: readonly TwoSign[],
): Arithmetic | undefined {
  let left = part(reader);
  for (;;) {
    const sign = signs.find((one) => one === signAt(reader));
    if (!left || !sign) return left;
    reader.at++;
    const right = part(reader);
    left = right && (isTable(left) || isTable(right) ? undefined : { kind: "of two", sign, left, right });
  }
}

/** Cells in numbers make a table of answers, which is the engine's. */
const isTable = (one: Arithmetic): boolean => one.kind === "cells" && one.rows * one.columns > 1;

function operand(reader: Reader): Arithmetic | undefined {
  const token = reader.tokens[reader.at++];
  switch (token?.kind) {
    case "number":
      return { kind: "number", value: Number(token.text) };
    case "reference":
      return cells(token.text);
    case "function":
      return MANY.has(token.text) ? ofMany(reader, token.text as ManyName) : undefined;
    case "sign": {
      if (token.text === "(") return bracket(reader);
      const of = token.text === "-" ? operand(reader) : undefined;
      return of && (isTable(of) ? undefined : { kind: "minus", of });
    }
    case "text":
    case "error":
    case "name":
    case undefined:
      return undefined;
  }
}

function bracket(reader: Reader): Arithmetic | undefined {
  const inner = sum(reader);
  return inner && signAt(reader) === ")" && !isTable(inner) && ++reader.at ? inner : undefined;
}

function ofMany(reader: Reader, name: ManyName): Arithmetic | undefined {
  const of: Arithmetic[] = [];
  if (signAt(reader) !== "(") return undefined;
  do {
    reader.at++;
    const one = sum(reader);
    if (!one) return undefined;
    of.push(one);
  } while (signAt(reader) === ",");
  return signAt(reader) === ")" && ++reader.at ? { kind: "of many", name, of } : undefined;
}

/** Whole rows and columns are left to the engine, and so is all that one formula spills. */
function cells(reference: string): Arithmetic | undefined {
  const { sheet, cells: named } = splitAddress(reference);
  if (!/^[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?$/i.test(named)) return undefined;
  try {
    return { kind: "cells", sheet, ...readArea(named) };
  } catch {
    return undefined;
  }
}
