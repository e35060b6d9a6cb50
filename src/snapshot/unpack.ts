import { fromOrdinal, type Frequency } from "../domain/period";

/** Runs of equal values, flat: value, count, value, count. */
export type Runs = readonly unknown[];

/** The cells of one column from the first row to the last, in whichever form is the shortest. */
export type Column =
  | { readonly cells: readonly unknown[] }
  | { readonly runs: Runs }
  /**
   * Numbers as whole multiples of 1/per: the first, then steps; null stays null and does not count. A divisor and not a
   * power, because a division of two whole numbers gives the same double everywhere, and a power need not.
   */
  | { readonly per: number; readonly steps: readonly (number | null)[] }
  /** Periods: runs of frequencies, and runs of ordinals as gaps from the period before of the same frequency. */
  | { readonly of: Runs; readonly gaps: Runs };

/** Rows by column: runs of the lengths of rows, then columns. A column holds no cell for a row that ends before it. */
export type Table = readonly [lengths: Runs, ...columns: Column[]];

/** A document in which the values of the named keys are tables. */
export interface Packed {
  readonly packed: readonly string[];
  readonly document: Readonly<Record<string, unknown>>;
}

export function isPacked(raw: unknown): raw is Packed {
  return (
    typeof raw === "object" &&
    raw !== null &&
    "packed" in raw &&
    Array.isArray(raw.packed) &&
    "document" in raw
  );
}

/** The document that `pack` was given. What is not packed, such as the files as they stand, comes back as it is. */
export function unpack(raw: unknown): unknown {
  if (!isPacked(raw)) return raw;
  const { packed, document } = raw;
  return { ...document, ...Object.fromEntries(packed.map((key) => [key, rowsOf(document[key] as Table)])) };
}

function rowsOf([lengths, ...columns]: Table): readonly (readonly unknown[])[] {
  const cells = columns.map((column) => cellsOf(column).values());
  return expand(lengths).map((length) => cells.slice(0, length as number).map((cell) => cell.next().value));
}

function cellsOf(column: Column): readonly unknown[] {
  if ("cells" in column) return column.cells;
  if ("runs" in column) return expand(column.runs);
  if ("per" in column) {
    let n = 0;
    return column.steps.map((step) => (step === null ? null : (n += step) / column.per));
  }
  const gaps = expand(column.gaps) as readonly number[];
  const last: Partial<Record<Frequency, number>> = {};
  return (expand(column.of) as readonly Frequency[]).map((frequency, i) =>
    fromOrdinal(frequency, (last[frequency] = (last[frequency] ?? 0) + (gaps[i] ?? 0))),
  );
}

const expand = (runs: Runs): readonly unknown[] =>
  runs.flatMap((value, i) => (i % 2 === 0 ? new Array<unknown>(runs[i + 1] as number).fill(value) : []));
