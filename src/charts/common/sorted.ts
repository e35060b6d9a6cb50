import { computed, type Column, type Placed } from "./block";
import {
  cell,
  given,
  number,
  order,
  rankedNumber,
  rankedText,
  when,
  type Formula,
  type Strip,
} from "./formula";
import { HEADINGS } from "./headings";
import type { Language } from "./language";

/** What is sorted: as many labels as values, in neighbouring rows. */
export interface Unsorted {
  readonly labels: Strip;
  readonly values: Strip;
}

/** Below every figure: where a row without one is put. */
const LAST = -1e300;

/** Headings of the two working columns that sorting needs. */
export const sortingColumns = (lang: Language): readonly Column[] =>
  [0, 1].map(() => ({ heading: HEADINGS.working[lang], working: true }));

/**
 * Labels and values with the largest value first, in the two columns from `column` on, and rows without a value last;
 * what the order is worked out from stands in the two columns from `working` on.
 */
export function sorted({ labels, values }: Unsorted, column: number, working: number): readonly Placed[] {
  const { row: top, rows } = values;
  const keys: Strip = { row: top, column: working, rows };
  const orders: Strip = { row: top, column: working + 1, rows };
  const each = (make: (row: number, index: number) => Placed): readonly Placed[] =>
    Array.from({ length: rows }, (_, i) => make(top + i, i));
  const key = (row: number): Formula =>
    when(given({ row, column: values.column }), cell(row, values.column), number(LAST));
  return [
    ...each((row) => computed(row, working, key(row))),
    ...each((row, i) => computed(row, working + 1, order(keys, i))),
    ...each((row, i) => computed(row, column, rankedText(labels, orders, i + 1))),
    ...each((row, i) => computed(row, column + 1, rankedNumber(values, orders, i + 1))),
  ];
}
