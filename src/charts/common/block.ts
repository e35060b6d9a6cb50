import type { Call } from "./call";
import type { Formula, Place } from "./formula";

/** What stands in a cell of a block: words, a call of one of our functions that fills so many cells, or a computed cell. */
export type Content =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "call"; readonly call: Call; readonly rows: number; readonly columns: number }
  | { readonly is: "computed"; readonly formula: Formula };

export interface Placed extends Place {
  readonly content: Content;
}

/** A column of a block: its heading, and how its numbers and its texts are shown. */
export interface Column {
  readonly heading: string;
  /** Excel's number format; left out for texts. */
  readonly format?: string;
  /** Not drawn and not meant to be read: what the drawn columns are worked out from. */
  readonly working?: boolean;
}

/**
 * The cells of a chart: always so many rows and columns, whatever the figures are. Row 0 holds the headings. A cell
 * refers only to cells that stand before it in `cells`, so that they can be worked out in order.
 */
export interface Block {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly cells: readonly Placed[];
}

export const words = (row: number, column: number, text: string): Placed => ({
  row,
  column,
  content: { is: "text", text },
});

/** A call that fills one cell. */
export const asked = (row: number, column: number, call: Call): Placed => spilled(row, column, 1, 1, call);

/** A call that fills a rectangle down and right of its cell. */
export const spilled = (row: number, column: number, rows: number, columns: number, call: Call): Placed => ({
  row,
  column,
  content: { is: "call", call, rows, columns },
});

export const computed = (row: number, column: number, formula: Formula): Placed => ({
  row,
  column,
  content: { is: "computed", formula },
});

/** The same for each of so many rows from row 1 on: what stands in the row, by its number. */
export function down(rows: number, make: (row: number) => Placed): readonly Placed[] {
  return Array.from({ length: rows }, (_, i) => make(i + 1));
}

/** A block of so many rows below its headings; a column without one has it from the call that fills it. */
export function block(rows: number, columns: readonly Column[], cells: readonly Placed[]): Block {
  const headings = columns.flatMap(({ heading }, i) => (heading === "" ? [] : [words(0, i, heading)]));
  return { rows: rows + 1, columns, cells: [...headings, ...cells] };
}
