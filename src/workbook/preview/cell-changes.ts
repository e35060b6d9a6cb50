import { cellName, readArea } from "../../file/address";
import type { Anchor } from "../anchor";
import { isSame, type Rows, type Value } from "../formula/value";
import { cellValue } from "./book-cells";
import type { Seen } from "./faces";

/** A cell that would show something else. */
export interface CellChange {
  readonly cell: string;
  /** The function, where only what its call answers is known. */
  readonly call?: string;
  readonly before: Value;
  readonly after: Value;
}

/** Cells that are told of one formula. */
const MOST_CELLS = 500;
/** While Excel waits for an answer the cell says so. */
const WAITING = ["#BUSY!", "#GETTING_DATA", "#CONNECT!"];

/** Whether what a cell shows is not what the figures in use give; of a table its corner tells. */
export function isEarlier({ shows }: Anchor, { faces, complete }: Seen): boolean {
  const [face] = faces;
  if (!complete || !face || face.call !== undefined || WAITING.includes(String(shows))) return false;
  return !isSame(shownValue(shows), face.rows[0]?.[0] ?? null);
}

/** The cells in which two looks at a formula differ; where the cell shows figures of an earlier day, from those. */
export function cellChanges(
  anchor: Anchor,
  before: Seen,
  after: Seen,
  earlier: boolean,
): readonly CellChange[] {
  const { row, column } = readArea(anchor.cell);
  return before.faces.flatMap((face, i): readonly CellChange[] => {
    const next = after.faces[i];
    if (!next) return [];
    if (face.call !== undefined) {
      const [first] = differences(face.rows, next.rows);
      return first ? [{ cell: anchor.cell, call: face.call, before: first.before, after: first.after }] : [];
    }
    const rows = earlier ? withCorner(face.rows, shownValue(anchor.shows)) : face.rows;
    return differences(rows, next.rows).map(({ r, c, before: was, after: is }) => ({
      cell: cellName(row + r, column + c),
      before: was,
      after: is,
    }));
  });
}

const withCorner = ([[, ...first] = [], ...rest]: Rows, corner: Value): Rows => [[corner, ...first], ...rest];

/** `Range.values` gives an error as its name. */
function shownValue(shows: unknown): Value {
  const isError = typeof shows === "string" && /^#(?:N\/A|[A-Z0-9]+(?:\/0)?[!?])$/.test(shows);
  return cellValue(shows, isError ? "Error" : undefined);
}

interface Difference {
  readonly r: number;
  readonly c: number;
  readonly before: Value;
  readonly after: Value;
}

/** Cells that differ between two tables; beyond the end of one its cells are empty. */
function differences(before: Rows, after: Rows): readonly Difference[] {
  const found: Difference[] = [];
  for (let r = 0; r < Math.max(before.length, after.length) && found.length < MOST_CELLS; r++) {
    const [left, right] = [before[r] ?? [], after[r] ?? []];
    for (let c = 0; c < Math.max(left.length, right.length); c++) {
      const [a, b] = [left[c] ?? null, right[c] ?? null];
      if (!isSame(a, b)) found.push({ r, c, before: a, after: b });
    }
  }
  return found;
}
