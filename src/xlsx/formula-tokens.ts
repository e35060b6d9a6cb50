import { tokenize } from "@borgar/fx/xlsx";
import type { Token } from "@borgar/fx";

/** A piece of a formula. */
export interface Piece {
  readonly type: string;
  readonly text: string;
}

/** A formula without its equals sign in pieces; joined, they are the formula again. */
export const piecesOf = (formula: string): readonly Piece[] =>
  tokenize(`=${formula}`, { mergeRefs: true })
    .slice(1)
    .map(({ type, value }: Token) => ({ type, text: value }));

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export const isOperator = (piece: Piece | undefined, sign: string): boolean =>
  piece?.type === "operator" && piece.text === sign;

/** Whether a piece refers to cells: a range, a name, a column of a table. */
export const refersToCells = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  ["range", "range_beam", "range_ternary", "range_named", "structured"].includes(piece.type);

/** Where the bracket closes that opens at `open`; the end of the formula where it does not. */
export function closingBracket(pieces: readonly Piece[], open: number): number {
  let depth = 0;
  for (let at = open; at < pieces.length; at++) {
    if (isOperator(pieces[at], "(")) depth++;
    if (isOperator(pieces[at], ")") && --depth === 0) return at;
  }
  return pieces.length;
}

/** Where what ends at `last` begins: a reference, a call, something in brackets; undefined for anything else. */
export function operandStart(pieces: readonly Piece[], last: number): number | undefined {
  if (refersToCells(pieces[last])) return last;
  if (!isOperator(pieces[last], ")")) return undefined;
  let depth = 0;
  for (let at = last; at >= 0; at--) {
    if (isOperator(pieces[at], ")")) depth++;
    if (isOperator(pieces[at], "(") && --depth === 0) return pieces[at - 1]?.type === "func" ? at - 1 : at;
  }
  return undefined;
}

/** Where what begins at `first` ends, that included; undefined where it is no operand. */
export function operandEnd(pieces: readonly Piece[], first: number): number | undefined {
  const piece = pieces[first];
  if (refersToCells(piece)) return first;
  const open = piece?.type === "func" ? first + 1 : first;
  if (!isOperator(pieces[open], "(")) return undefined;
  const close = closingBracket(pieces, open);
  return close < pieces.length ? close : undefined;
}
