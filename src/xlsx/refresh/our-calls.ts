import { tokensOf, type Token } from "../../file/formula-tokens";
import { ourFunction } from "../../file/our-formulas";
import { readArea, splitAddress } from "../../file/address";
import type { CellValue } from "../cells";

/** A call of ours in a formula; an argument is its constant or what its cell shows, undefined where it is anything else. */
export interface OurCall {
  readonly name: string;
  readonly args: readonly (string | number | undefined)[];
}

/** The calls of ours in a formula as stored, outermost first; `valueAt` reads the cells that arguments name. */
export function ourCalls(
  stored: string,
  valueAt: (sheet: string, row: number, column: number) => CellValue,
): readonly OurCall[] {
  const tokens = tokensOf(stored) ?? [];
  return tokens.flatMap(({ kind, text }, i): readonly OurCall[] => {
    const name = kind === "function" ? ourFunction(text.replace(/^.*!/s, "")) : undefined;
    if (name === undefined) return [];
    return [{ name, args: argumentsFrom(tokens, i + 1).map((arg) => constantOf(arg, valueAt)) }];
  });
}

/** The pieces of each argument of the call whose bracket opens at `open`. */
function argumentsFrom(tokens: readonly Token[], open: number): readonly (readonly Token[])[] {
  const args: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.text === "(" || token.text === "{") depth++;
    if (token.text === ")" || token.text === "}") depth--;
    if (depth === 0) break;
    if (depth === 1 && token.text === ",") args.push([]);
    else if (!(depth === 1 && token.text === "(" && args.length === 1 && args[0]?.length === 0))
      args.at(-1)?.push(token);
  }
  return args;
}

function constantOf(
  [token, ...rest]: readonly Token[],
  valueAt: (sheet: string, row: number, column: number) => CellValue,
): string | number | undefined {
  if (!token || rest.length > 0) return undefined;
  if (token.kind === "number") return Number(token.text);
  if (token.kind === "text") return token.text.slice(1, -1).replaceAll('""', '"');
  if (token.kind !== "reference" || token.text.includes("[")) return undefined;
  const { sheet, cells } = splitAddress(token.text);
  if (!/^[A-Z]+\d+$/i.test(cells)) return undefined;
  const { row, column } = readArea(cells);
  const value = valueAt(sheet, row, column);
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** The options that a call states as a text, `fx=USD;unit=bn`, by their keys in small letters. */
export function statedOptions({ args }: OurCall): ReadonlyMap<string, string> {
  const texts = args.filter((arg): arg is string => typeof arg === "string" && /^\s*[a-z]+\s*=/i.test(arg));
  return new Map(
    texts.flatMap((text) =>
      text.split(";").flatMap((pair) => {
        const [key = "", value] = pair.split("=", 2);
        return value === undefined ? [] : [[key.trim().toLowerCase(), value.trim()] as const];
      }),
    ),
  );
}
