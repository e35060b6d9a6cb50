import type { CellValue } from "../cells";
import { readArithmetic, type Arithmetic, type ManyName, type TwoSign } from "./arithmetic";
import type { Answer, Calculation, Work } from "./calculator";
import { placeKey } from "./formulas";

/** Thrown where formulas are not plain arithmetic of numbers, so that the calculator itself must work them out. */
export class BeyondArithmetic extends Error {}

const beyond = (): BeyondArithmetic => new BeyondArithmetic("A formula is more than arithmetic.");

/** Cells that all formulas of a book may read together; beyond, the engine is faster. */
const MOST_READ = 20_000_000;
/** Formulas that read one another in turn. Each waits for the next, and the memory for that ends some time. */
const DEEPEST = 500;

/**
 * Works out formulas that are plain arithmetic of numbers, of which no spreadsheet program has a mind of its own. All that might
 * be seen otherwise throws {@link BeyondArithmetic}: texts, truth values and errors, tables, circles, days, division by zero.
 * `sheets`: their names; `constantAt` is asked for cells that no work fills.
 */
export function arithmeticCalculation(
  sheets: readonly string[],
  constantAt: (sheet: number, row: number, column: number) => CellValue,
  works: readonly Work[],
): Calculation {
  const places = new Map(sheets.map((name, i) => [name.toUpperCase(), i]));
  const workAt = sheets.map(() => new Map<number, Work>());
  const read = new Map<Work, Arithmetic>();
  for (const work of works) {
    if (work.isOurs ? !isGiven(work) : work.extent.rows * work.extent.columns !== 1) throw beyond();
    const { row, column, rows, columns } = work.extent;
    const at = workAt[work.sheet];
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const key = placeKey(row + r, column + c);
        if (!at || at.has(key)) throw beyond();
        at.set(key, work);
      }
    const arithmetic = work.isOurs ? undefined : readArithmetic(work.text);
    if (arithmetic) read.set(work, arithmetic);
    else if (!work.isOurs) throw beyond();
  }

  let isOpen = false;
  let pinned: ReadonlySet<Work> = new Set();
  let left = MOST_READ;
  let depth = 0;
  const known = new Map<Work, number>();
  const waiting = new Set<Work>();

  const savedAt = ({ saved, extent }: Work, row: number, column: number): CellValue =>
    saved[row - extent.row]?.[column - extent.column] ?? null;
  const valueAt = (sheet: number, row: number, column: number): CellValue => {
    if (left-- <= 0) throw beyond();
    const key = placeKey(row, column);
    const work = workAt[sheet]?.get(key);
    if (!work) return constantAt(sheet, row, column);
    if (pinned.has(work) || (work.isOurs && !isOpen)) return savedAt(work, row, column);
    if (!work.given) return workedOut(work);
    const cell = work.given.rows[row - work.extent.row]?.[column - work.extent.column];
    if (!cell || cell.isDate) throw beyond();
    return cell.value;
  };
  const workedOut = (work: Work): number => {
    const before = known.get(work);
    if (before !== undefined) return before;
    const arithmetic = read.get(work);
    if (!arithmetic || waiting.has(work) || depth >= DEEPEST) throw beyond();
    waiting.add(work);
    depth++;
    const value = number(arithmetic, work.sheet);
    depth--;
    waiting.delete(work);
    known.set(work, value);
    return value;
  };
  const number = (one: Arithmetic, home: number): number => {
    switch (one.kind) {
      case "number":
        return one.value;
      case "minus":
        return -number(one.of, home);
      case "of two":
        return finite(ofTwo(one.sign, number(one.left, home), number(one.right, home)));
      case "of many":
        return finite(
          ofMany(
            one.name,
            one.of.flatMap((part) => numbers(part, home)),
          ),
        );
      case "cells": {
        const value =
          one.rows * one.columns === 1 ? valueAt(sheetOf(one.sheet, home), one.row, one.column) : "";
        // An empty cell counts as none.
        if (value !== null && typeof value !== "number") throw beyond();
        return value ?? 0;
      }
    }
  };
  const numbers = (one: Arithmetic, home: number): readonly number[] => {
    if (one.kind !== "cells") return [number(one, home)];
    const sheet = sheetOf(one.sheet, home);
    const found: number[] = [];
    for (let row = one.row; row < one.row + one.rows; row++)
      for (let column = one.column; column < one.column + one.columns; column++) {
        const value = valueAt(sheet, row, column);
        if (typeof value === "number") found.push(value);
        else if (value !== null && typeof value !== "string") throw beyond();
      }
    return found;
  };
  const sheetOf = (named: string, home: number): number => {
    const sheet = named === "" ? home : places.get(named.toUpperCase());
    if (sheet === undefined) throw beyond();
    return sheet;
  };

  return {
    answer: (work) => {
      if (pinned.has(work) || (work.isOurs && !isOpen)) return plainAnswer(work.saved);
      return work.given ?? plainAnswer([[workedOut(work)]]);
    },
    refresh: (kept) => {
      isOpen = true;
      pinned = kept;
      known.clear();
      return Promise.resolve();
    },
    dispose: () => undefined,
  };
}

/** Answered already, in the cells that it filled: where it fills others, the engine knows what is in its way. */
const isGiven = ({ given, extent }: Work): boolean =>
  given !== undefined && given.rows.length === extent.rows && given.rows[0]?.length === extent.columns;

const plainAnswer = (rows: readonly (readonly CellValue[])[]): Answer => ({
  rows: rows.map((row) => row.map((value) => ({ value, isDate: false }))),
  isBlocked: false,
});

function finite(value: number): number {
  if (!Number.isFinite(value)) throw beyond();
  return value;
}

function ofTwo(sign: TwoSign, left: number, right: number): number {
  switch (sign) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
  }
}

/** None at all is infinite or no number. */
function ofMany(name: ManyName, numbers: readonly number[]): number {
  switch (name) {
    case "SUM":
      return sumOf(numbers);
    case "AVERAGE":
      return sumOf(numbers) / numbers.length;
    case "MIN":
      return numbers.reduce((least, one) => Math.min(least, one), Infinity);
    case "MAX":
      return numbers.reduce((most, one) => Math.max(most, one), -Infinity);
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
