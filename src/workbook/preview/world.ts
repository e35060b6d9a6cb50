import { ERROR_CODES } from "../../functions/bridge/failure";
import { computationOf } from "../../functions/bridge/call";
import type { Cell, Cells } from "../../functions/bridge/cells";
import { foresight, type Foreseen, type Supposed } from "../../functions/bridge/foresee";
import type { Functions } from "../../functions/bridge/later";
import type { Compute } from "../../functions/bridge/outcome";
import { excelSerial } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { Anchor } from "../anchor";
import { evaluate, type Ground } from "../formula/evaluate";
import type { Expression, Reference } from "../formula/expression";
import { isRows, Unforeseeable, type Result, type Rows, type Value } from "../formula/value";
import { ourFunction } from "../../file/our-formulas";
import type { Layout } from "./layout";

/** Thrown while documents are not at hand that a formula reads. */
export class Lacking extends Error {
  readonly ids: readonly SeriesId[];

  constructor(ids: readonly SeriesId[]) {
    super(`Not loaded yet: ${ids.join(", ")}`);
    this.name = "Lacking";
    this.ids = ids;
  }
}

/** What was worked out, and what it stands on. */
export interface Worked<T> {
  readonly result: T;
  /** Documents that were read for it. */
  readonly used: ReadonlySet<SeriesId>;
  /** It rests on a cell whose formula only Excel works out, as that cell is now. */
  readonly assumes: boolean;
}

/** The workbook's formulas over supposed figures; no cell is touched. Throws Unforeseeable and Lacking. */
export interface World {
  /** What the formula of a cell comes to, in rows. */
  readonly anchor: (anchor: Anchor) => Worked<Rows>;
  /** What a part of a formula comes to. */
  readonly part: (part: Expression, sheet: string) => Worked<Rows>;
  /** What a call recorded in this session would answer. */
  readonly recorded: (compute: Compute) => Worked<Rows>;
}

interface Frame {
  readonly used: Set<SeriesId>;
  assumes: boolean;
}

/** What explains other cells follows them; beforehand there is nothing to look at. */
export const LOOKS_AT_CELLS = "WHY";

/** A first date in a sheet on which Excel's calendar is right. */
const FIRST_RIGHT_DAY = "1900-03-01";

export function makeWorld(layout: Layout, functions: Functions, supposed: Supposed): World {
  const foresee = foresight(supposed);
  const cells = new Map<string, { readonly worked?: Worked<Result>; readonly failed?: Unforeseeable }>();
  const running = new Set<string>();
  let frame: Frame = { used: new Set(), assumes: false };

  const within = <T>(run: () => T): Worked<T> => {
    const outer = frame;
    const inner: Frame = { used: new Set(), assumes: false };
    frame = inner;
    try {
      return { result: run(), used: inner.used, assumes: inner.assumes };
    } finally {
      frame = outer;
    }
  };
  const take = <T>({ result, used, assumes }: Worked<T>): T => {
    for (const id of used) frame.used.add(id);
    frame.assumes ||= assumes;
    return result;
  };

  /** The formula of a cell, worked out once. */
  const formula = (key: string, text: string, sheet: string): Result => {
    const known = cells.get(key);
    if (known?.failed) throw known.failed;
    if (known?.worked) return take(known.worked);
    if (running.has(key)) throw new Unforeseeable("a circle of formulas");
    running.add(key);
    try {
      const expression = layout.read(text);
      if (!expression) throw new Unforeseeable(text);
      const worked = within(() => evaluate(expression, ground(sheet)));
      cells.set(key, { worked });
      return take(worked);
    } catch (thrown) {
      if (thrown instanceof Unforeseeable) cells.set(key, { failed: thrown });
      throw thrown;
    } finally {
      running.delete(key);
    }
  };

  const anchorResult = (anchor: Anchor): Result =>
    formula(`${anchor.sheet}!${anchor.cell}`, anchor.formula, anchor.sheet);

  const cell = (sheet: string, row: number, column: number): Value => {
    const spilled = layout.anchorOver(sheet, row, column);
    if (spilled) return rowsOf(anchorResult(spilled.anchor))[spilled.row]?.[spilled.column] ?? null;
    const known = layout.cells(sheet, row, column);
    if (!known) throw new Unforeseeable("a cell that was not read");
    if (known.formula === undefined) return known.value;
    try {
      const [first] = rowsOf(formula(`${sheet}!${row},${column}`, known.formula, sheet));
      return first?.[0] ?? null;
    } catch (thrown) {
      if (!(thrown instanceof Unforeseeable)) throw thrown;
      frame.assumes = true;
      return known.value;
    }
  };

  const range = ({ sheet: named, area, spilled }: Reference, home: string): Rows => {
    const sheet = named ?? home;
    if (spilled) {
      const over = layout.anchorOver(sheet, area.row, area.column);
      if (over?.row !== 0 || over.column !== 0) throw new Unforeseeable("another formula's table");
      return rowsOf(anchorResult(over.anchor));
    }
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) => cell(sheet, area.row + r, area.column + c)),
    );
  };

  const ground = (sheet: string): Ground => ({
    cells: (reference) => range(reference, sheet),
    name: (word) => {
      const found = layout.name(word, sheet);
      if (!found) throw new Unforeseeable(word);
      return formula(`name ${found.sheet ?? ""}!${found.name}`, found.formula, found.sheet ?? sheet);
    },
    call: (name, args) => {
      const ours = ourFunction(name);
      return ours === undefined ? undefined : call(ours, args);
    },
  });

  const call = (name: string, args: readonly Result[]): Result => {
    const implementation = functions[name];
    const declared = (implementation?.length ?? 0) - 1;
    if (!implementation || args.length > declared || name === LOOKS_AT_CELLS) throw new Unforeseeable(name);
    const all = Array.from({ length: declared }, (_, i) => args[i] ?? null);
    const compute = computationOf(() => implementation(...all, {}));
    if (!compute) throw new Unforeseeable(name);
    const foreseen = foresee(compute);
    // For a range where one value belongs, Excel calls once for each of its cells.
    const perCell = args.some(isRows) && foreseen.kind === "problem" && foreseen.problem.kind === "bad-input";
    if (perCell) throw new Unforeseeable(`${name} for each cell of a range`);
    return answer(foreseen, name);
  };

  const answer = (foreseen: Foreseen, name: string): Result => {
    for (const id of foreseen.used) frame.used.add(id);
    switch (foreseen.kind) {
      case "absent":
        throw new Lacking(foreseen.ids);
      case "later":
        throw new Unforeseeable(name);
      case "problem":
        return failureOf(foreseen.problem);
      case "cells":
        return resultOf(foreseen.cells);
    }
  };

  return {
    anchor: (anchor) => within(() => rowsOf(anchorResult(anchor))),
    part: (part, sheet) => within(() => rowsOf(evaluate(part, ground(sheet)))),
    recorded: (compute) => within(() => rowsOf(answer(foresee(compute), "a call"))),
  };
}

const rowsOf = (result: Result): Rows => (isRows(result) ? result : [[result]]);

function failureOf(problem: Extract<Foreseen, { kind: "problem" }>["problem"]): Value {
  return { type: "Error", basicValue: ERROR_CODES[problem.kind], errorMessage: problem.message };
}

function resultOf(cells: Cells): Result {
  return Array.isArray(cells)
    ? (cells as readonly (readonly Cell[])[]).map((row) => row.map(valueOf))
    : valueOf(cells as Cell);
}

function valueOf(cell: Cell): Value {
  if (typeof cell !== "object") return cell;
  switch (cell.kind) {
    case "measured":
      return cell.value;
    case "dated":
      return cell.day < FIRST_RIGHT_DAY
        ? cell.day
        : { type: "Date", serial: excelSerial(cell.day), day: cell.day };
    case "gap":
      return failureOf(cell.problem);
  }
}
