/** A cell of a block, counted from the block's top left cell, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A part of one column of a block. */
export interface Strip extends Place {
  readonly rows: number;
}

type Sign = "+" | "-" | "*" | "/" | "^";

/**
 * What a computed cell says, once: `formulaText` writes it for a sheet, `formulaValue` works it out over values. What is
 * missing is guarded by `when(given(…))`: in a sheet an empty cell would count as zero.
 */
export type Formula =
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "cell"; readonly at: Place }
  | { readonly is: "missing" }
  | { readonly is: "sum"; readonly sign: Sign; readonly left: Formula; readonly right: Formula }
  | { readonly is: "least" | "greatest"; readonly of: readonly Formula[] }
  | { readonly is: "if"; readonly test: Test; readonly then: Formula; readonly otherwise: Formula }
  | { readonly is: "joined"; readonly parts: readonly Formula[] }
  | { readonly is: "order"; readonly strip: Strip; readonly index: number }
  | {
      readonly is: "ranked";
      readonly what: "number" | "text";
      readonly of: Strip;
      readonly order: Strip;
      readonly rank: number;
    }
  | {
      readonly is: "translated";
      readonly at: Place;
      readonly words: readonly (readonly [from: string, to: string])[];
    };

export type Test =
  | { readonly is: "given"; readonly cells: readonly Place[] }
  | {
      readonly is: "compared";
      readonly left: Formula;
      readonly how: ">" | ">=" | "=";
      readonly right: Formula;
    }
  | { readonly is: "mentions"; readonly at: Place; readonly word: string };

export const number = (value: number): Formula => ({ is: "number", value });
export const text = (words: string): Formula => ({ is: "text", text: words });
export const cell = (row: number, column: number): Formula => ({ is: "cell", at: { row, column } });

/** `#N/A`: a gap, in a chart as in a table. */
export const MISSING: Formula = { is: "missing" };

const sum =
  (sign: Sign) =>
  (left: Formula, right: Formula): Formula => ({ is: "sum", sign, left, right });
export const plus = sum("+");
export const minus = sum("-");
export const times = sum("*");
export const over = sum("/");
export const power = sum("^");

export const least = (...of: readonly Formula[]): Formula => ({ is: "least", of });
export const greatest = (...of: readonly Formula[]): Formula => ({ is: "greatest", of });

export const when = (test: Test, then: Formula, otherwise: Formula = MISSING): Formula => ({
  is: "if",
  test,
  then,
  otherwise,
});

/** All of these cells hold numbers. */
export const given = (...cells: readonly Place[]): Test => ({ is: "given", cells });
export const compared = (left: Formula, how: ">" | ">=" | "=", right: Formula): Test => ({
  is: "compared",
  left,
  how,
  right,
});

/** The cell's text has the word in it, in any case; an empty cell mentions nothing. */
export const mentions = (row: number, column: number, word: string): Test => ({
  is: "mentions",
  at: { row, column },
  word,
});

/** A cell's number; a gap where it is empty or anything else. */
export const figure = (row: number, column: number): Formula =>
  when(given({ row, column }), cell(row, column));

/** A cell's text; an empty text where it is empty. */
export const label = (row: number, column: number): Formula => joined(cell(row, column), text(""));

export const joined = (...parts: readonly Formula[]): Formula => ({ is: "joined", parts });

/**
 * The place from 1 of a strip's number among all of the strip, the largest first; of equal ones the upper first. Every
 * cell of the strip must hold a number.
 */
export const order = (strip: Strip, index: number): Formula => ({ is: "order", strip, index });

/** The number that stands in a strip where another strip of the same height says this rank; a gap for anything else. */
export const rankedNumber = (of: Strip, by: Strip, rank: number): Formula => ({
  is: "ranked",
  what: "number",
  of,
  order: by,
  rank,
});

/** The same for a text. */
export const rankedText = (of: Strip, by: Strip, rank: number): Formula => ({
  is: "ranked",
  what: "text",
  of,
  order: by,
  rank,
});

/** A cell's text in other words; one that is not among them stays as it is. */
export const translated = (
  row: number,
  column: number,
  words: readonly (readonly [from: string, to: string])[],
): Formula => ({ is: "translated", at: { row, column }, words });
