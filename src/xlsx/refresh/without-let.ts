import { closingBracket, isOperator, operandEnd, piecesOf, textOf, type Piece } from "../formula-tokens";

/** A formula in which no LET is left, or what of it only Excel works out, in words: "the function LET". */
export type WithoutLet = { readonly formula: string } | { readonly onlyExcel: string };

/** As long as Excel lets a formula be; names that double what they stand for would make one without end. */
const MOST_LONG = 8_192;
/** Characters of all values on the way to the formula. */
const MOST_WRITTEN = 16 * MOST_LONG;
/** As deep as Excel lets calls be nested. */
const MOST_DEEP = 64;

/** Functions that answer otherwise each time they are asked; TODAY is the same all day. */
const BY_CHANCE = ["RAND", "RANDBETWEEN", "RANDARRAY", "NOW"];

/**
 * A stored formula, without its equals sign, with every LET written out, for a calculator that has no such function: each use
 * of a name becomes what it stands for, in brackets where that is more than one operand.
 *
 * @example withoutLet("_xlfn.LET(_xlpm.x,A1+1,_xlpm.x*2)") → { formula: "((A1+1)*2)" }
 */
export function withoutLet(stored: string): WithoutLet {
  if (!/LET\s*\(/i.test(stored)) return { formula: stored };
  const pieces = piecesOf(stored);
  if (!pieces.some((_, at) => isLet(pieces, at))) return { formula: stored };
  try {
    return { formula: textOf(writtenOut(pieces, new Map(), { characters: 0, repeated: new Set() }, 0)) };
  } catch (thrown) {
    if (thrown instanceof OnlyExcel) return { onlyExcel: thrown.message };
    throw thrown;
  }
}

/** Ends the attempt; the message is what only Excel works out. */
class OnlyExcel extends Error {}

/** What a name stands for, with no name of a LET left in it. */
interface Value {
  readonly pieces: readonly Piece[];
  /** The function in it that answers otherwise each time. */
  readonly chance?: string;
}

/** By name in capitals, with the prefix that the file has: `x` beside `_xlpm.x` is another name, one of the workbook. */
type Values = ReadonlyMap<string, Value>;

/** What was done so far in one formula. */
interface Progress {
  characters: number;
  /** Values that must not be used again. */
  readonly repeated: Set<Value>;
}

function writtenOut(
  pieces: readonly Piece[],
  values: Values,
  progress: Progress,
  depth: number,
): readonly Piece[] {
  const out: Piece[] = [];
  let length = 0;
  const put = (more: readonly Piece[]): void => {
    for (const piece of more) {
      length += piece.text.length;
      progress.characters += piece.text.length;
      if (length > MOST_LONG || progress.characters > MOST_WRITTEN)
        throw new OnlyExcel(
          `a LET of more than ${MOST_LONG.toLocaleString("en")} characters when it is written out`,
        );
      out.push(piece);
    }
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    const name = piece.text.toUpperCase();
    if (isLet(pieces, at)) {
      const open = behindBlanks(pieces, at + 1);
      const close = closingBracket(pieces, open);
      if (close === pieces.length || depth === MOST_DEEP) throw new OnlyExcel("the function LET");
      refuseParts(pieces, at, close);
      put(asOperand(result(argumentsOf(pieces, open, close), values, progress, depth + 1)));
      at = close;
      continue;
    }
    if (piece.type === "func" && bareName(piece) === "LAMBDA") throw new OnlyExcel("the function LAMBDA");
    if (piece.type === "func" && values.has(name)) throw new OnlyExcel("a name of LET that is called");
    const value = piece.type === "range_named" ? values.get(name) : undefined;
    if (!value) put([piece]);
    else {
      refuseParts(pieces, at, at);
      if (progress.repeated.has(value))
        throw new OnlyExcel(`a LET that uses a value with ${value.chance} more than once`);
      if (value.chance !== undefined) progress.repeated.add(value);
      put(asOperand(value.pieces));
    }
  }
  return out;
}

/** What a LET comes to: its last argument over the names that those before it give, each of which may use the ones before. */
function result(
  args: readonly (readonly Piece[])[],
  outer: Values,
  progress: Progress,
  depth: number,
): readonly Piece[] {
  const last = args.at(-1);
  if (!last || args.length < 3 || args.length % 2 === 0 || args.some((arg) => arg.length === 0))
    throw new OnlyExcel("the function LET");
  const values = new Map(outer);
  const own = new Set<string>();
  for (let at = 0; at + 2 < args.length; at += 2) {
    const [name, ...rest] = args[at] ?? [];
    const capitals = name?.text.toUpperCase() ?? "";
    if (name?.type !== "range_named" || name.text.includes("!") || rest.length > 0 || own.has(capitals))
      throw new OnlyExcel("the function LET");
    const pieces = writtenOut(args[at + 1] ?? [], values, progress, depth);
    const chance = pieces.find((piece) => piece.type === "func" && BY_CHANCE.includes(bareName(piece)));
    own.add(capitals);
    values.set(capitals, { pieces, ...(chance && { chance: bareName(chance) }) });
  }
  return writtenOut(last, values, progress, depth);
}

const bareName = ({ text }: Piece): string => text.replace(/^_xlfn\./i, "").toUpperCase();

const isBlank = (piece: Piece | undefined): boolean =>
  piece?.type === "whitespace" || piece?.type === "newline";

function behindBlanks(pieces: readonly Piece[], at: number): number {
  while (isBlank(pieces[at])) at++;
  return at;
}

function isLet(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  // With a blank in front of its bracket a function is read as a name.
  return (
    piece !== undefined &&
    (piece.type === "func" || piece.type === "range_named") &&
    bareName(piece) === "LET" &&
    isOperator(pieces[behindBlanks(pieces, at + 1)], "(")
  );
}

/** Refuses what is only part of an operand, as in `x:B3`, `x#` or `LET(…)(1)`: with the value in its place it would be read otherwise. */
function refuseParts(pieces: readonly Piece[], first: number, last: number): void {
  const before = pieces[pieces.slice(0, first).findLastIndex((piece) => !isBlank(piece))];
  const after = pieces[behindBlanks(pieces, last + 1)];
  if (isOperator(before, ":") || isOperator(after, ":"))
    throw new OnlyExcel("a range that a name of LET begins or ends");
  if (isOperator(before, "!") || isOperator(after, "#") || isOperator(after, "("))
    throw new OnlyExcel("the function LET");
}

/** The arguments of a call between its brackets, blanks around them taken off. */
function argumentsOf(pieces: readonly Piece[], open: number, close: number): readonly (readonly Piece[])[] {
  const args: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces.slice(open + 1, close)) {
    if (isOperator(piece, "(") || isOperator(piece, "{")) depth++;
    if (isOperator(piece, ")") || isOperator(piece, "}")) depth--;
    if (depth === 0 && isOperator(piece, ",")) args.push([]);
    else args.at(-1)?.push(piece);
  }
  return args.map((arg) => arg.slice(behindBlanks(arg, 0), arg.findLastIndex((one) => !isBlank(one)) + 1));
}

const CONSTANTS = ["number", "string", "bool", "error"];

/** In brackets, unless it is one constant, one reference, one call, or in brackets already. */
function asOperand(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  // A sign belongs to the number here, and not to the number alone where a power follows.
  const isConstant =
    pieces.length === 1 && CONSTANTS.includes(first?.type ?? "") && !/^[-+]/.test(first?.text ?? "");
  const isArray =
    isOperator(first, "{") && pieces.findIndex((one) => isOperator(one, "}")) === pieces.length - 1;
  const isOne = isConstant || isArray || operandEnd(pieces, 0) === pieces.length - 1;
  return isOne ? pieces : [{ type: "operator", text: "(" }, ...pieces, { type: "operator", text: ")" }];
}
