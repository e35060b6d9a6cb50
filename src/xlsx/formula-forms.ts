import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { ourFunction, typedForm } from "../file/our-formulas";
import {
  closingBracket,
  isOperator,
  operandEnd,
  operandStart,
  piecesOf,
  refersToCells,
  textOf,
  type Piece,
} from "./formula-tokens";
import { storedFunction, typedFunction } from "./later-functions";

/**
 * A stored formula as it is typed in Excel's English form, with its equals sign: `_xlfn.ANCHORARRAY(A1)` is `A1#`,
 * `_xlfn.SINGLE(A1:A3)` is `@A1:A3`, `_xldudf_DIGITRADE_VALUE(…)` is `DIGITRADE.VALUE(…)`, in whatever damaged form it is.
 */
export function typedFormula(stored: string): string {
  return `=${textOf(typed(piecesOf(stored)))}`;
}

function typed(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    const close = isSignCall(pieces, at) ? closingBracket(pieces, at + 1) : pieces.length;
    if (close < pieces.length) {
      const inner = typed(pieces.slice(at + 2, close));
      const isSingle = piece.text.toUpperCase() === "_XLFN.SINGLE";
      out.push(...(isSingle ? [sign("@"), ...asOperand(inner)] : [...asOperand(inner), sign("#")]));
      at = close;
    } else if (ourFunction(piece.text) !== undefined && isCalled(pieces, at)) {
      out.splice(fileStart(out));
      out.push({ type: "func", text: typedForm(`${piece.text}(`).slice(0, -1) });
      while (pieces[at + 1]?.type === "whitespace") at++;
    } else out.push(typedPiece(piece));
  }
  return out;
}

/** Where the name of a file starts that ends with an exclamation mark: Excel puts one in front where it lost the add-in. */
function fileStart(pieces: readonly Piece[]): number {
  const last = pieces.length - 1;
  if (!isOperator(pieces[last], "!")) return pieces.length;
  // A whole path in apostrophes falls into pieces.
  const isApostrophe = (piece: Piece): boolean => piece.type === "unknown" && piece.text === "'";
  const end = pieces[last - 1];
  return end && isApostrophe(end) ? pieces.slice(0, last - 1).findLastIndex(isApostrophe) : last - 1;
}

const isSignCall = (pieces: readonly Piece[], at: number): boolean =>
  /^_xlfn\.(?:anchorarray|single)$/i.test(pieces[at]?.text ?? "") && isOperator(pieces[at + 1], "(");

/** Texts and sheets may be called like our functions. */
function isCalled(pieces: readonly Piece[], at: number): boolean {
  let next = at + 1;
  while (pieces[next]?.type === "whitespace") next++;
  return ["func", "range_named"].includes(pieces[at]?.type ?? "") && isOperator(pieces[next], "(");
}

const sign = (text: string): Piece => ({ type: "operator", text });

/** In brackets, unless it is one reference, one call, what it spills, or in brackets already. */
function asOperand(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex(({ type }) => type !== "whitespace");
  const to = pieces.findLastIndex(({ type }) => type !== "whitespace");
  return from >= 0 && endWithHash(pieces, from) === to
    ? pieces.slice(from, to + 1)
    : [sign("("), ...pieces, sign(")")];
}

function typedPiece(piece: Piece): Piece {
  if (piece.type === "func") return { ...piece, text: typedFunction(piece.text).replace(/^_xlpm\./i, "") };
  // Names that a formula gives itself.
  if (piece.type === "range_named") return { ...piece, text: piece.text.replace(/^_xl[po]m?\./i, "") };
  if (piece.type === "structured") return { ...piece, text: structured(piece.text, false) };
  return piece;
}

/** A typed formula as the file stores it, without its equals sign; the opposite of {@link typedFormula}. */
export function storedFormula(formula: string): string {
  const pieces = typed(piecesOf(formula.replace(/^=/, "")));
  return textOf(withSigns(pieces, namesGiven(pieces)));
}

function withSigns(pieces: readonly Piece[], own: ReadonlySet<string>): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    const start = isOperator(piece, "#") ? operandStart(out, out.length - 1) : undefined;
    const end = isOperator(piece, "@") ? endWithHash(pieces, at + 1) : undefined;
    if (start !== undefined) {
      const operand = out.splice(start);
      out.push(...call("_xlfn.ANCHORARRAY", operand));
    } else if (end !== undefined) {
      out.push(...call("_xlfn.SINGLE", withSigns(pieces.slice(at + 1, end + 1), own)));
      at = end;
    } else out.push(storedPiece(piece, own));
  }
  return out;
}

/** `@A1#` takes the first of what A1 spills. */
function endWithHash(pieces: readonly Piece[], first: number): number | undefined {
  const end = operandEnd(pieces, first);
  return end !== undefined && isOperator(pieces[end + 1], "#") ? end + 1 : end;
}

const call = (name: string, inside: readonly Piece[]): readonly Piece[] => [
  { type: "func", text: name },
  sign("("),
  ...inside,
  sign(")"),
];

function storedPiece(piece: Piece, own: ReadonlySet<string>): Piece {
  const isOwn = own.has(piece.text.toUpperCase());
  if (piece.type === "func")
    return { ...piece, text: isOwn ? `_xlpm.${piece.text}` : storedCall(piece.text) };
  if (piece.type === "range_named" && isOwn) return { ...piece, text: `_xlpm.${piece.text}` };
  if (piece.type === "structured") return { ...piece, text: structured(piece.text, true) };
  return piece;
}

const storedCall = (name: string): string => {
  const [, namespace, rest] = /^(DIGITRADE[A-Z]*)\.([A-Z0-9_]+)$/i.exec(name) ?? [];
  if (namespace === undefined || rest === undefined) return storedFunction(name);
  return `_xldudf_${namespace.toUpperCase()}_${rest.toUpperCase()}`;
};

/** `Trade[@Value]` is stored as `Trade[[#This Row],[Value]]`. */
function structured(text: string, isStored: boolean): string {
  const reference = parseStructRef(text);
  // References into other files stay as they are.
  if (!reference || reference.workbookName || reference.sheetName) return text;
  return reference.sections?.includes("this row")
    ? stringifyStructRef(reference, { thisRow: isStored })
    : text;
}

/** The names that LET and LAMBDA give, in capitals. */
function namesGiven(pieces: readonly Piece[]): ReadonlySet<string> {
  const given = new Set<string>();
  pieces.forEach((piece, at) => {
    const name = piece.type === "func" ? piece.text.toUpperCase() : "";
    if (name !== "LET" && name !== "LAMBDA") return;
    const starts = argumentStarts(pieces, at + 1);
    // The last argument is what is calculated.
    starts.slice(0, -1).forEach((start, i) => {
      const first = pieces[start];
      if (first && refersToCells(first) && (name === "LAMBDA" || i % 2 === 0))
        given.add(first.text.toUpperCase());
    });
  });
  return given;
}

/** Where the arguments of the call whose bracket opens at `open` start, blanks left out. */
function argumentStarts(pieces: readonly Piece[], open: number): readonly number[] {
  const close = closingBracket(pieces, open);
  const starts: number[] = [];
  let depth = 0;
  let isStart = false;
  for (let at = open; at < close; at++) {
    const piece = pieces[at];
    if (isStart && piece?.type !== "whitespace") {
      starts.push(at);
      isStart = false;
    }
    if (isOperator(piece, "(") || isOperator(piece, "{")) depth++;
    if (isOperator(piece, ")") || isOperator(piece, "}")) depth--;
    if (depth === 1 && (at === open || isOperator(piece, ","))) isStart = true;
  }
  return starts;
}
