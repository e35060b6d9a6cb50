import type { Text } from "../../domain/series";
import { computed, type Column, type Placed } from "./block";
import type { Drawing, DrawnSeries } from "./drawing";
import {
  cell,
  compared,
  given,
  greatest,
  least,
  MISSING,
  minus,
  number,
  plus,
  when,
  type Formula,
  type Strip,
} from "./formula";
import { HEADINGS } from "./headings";
import type { Language } from "./language";

const WORDS = {
  total: { en: "Total", ja: "合計" },
  rise: { en: "Increase", ja: "増加" },
  fall: { en: "Decrease", ja: "減少" },
} as const satisfies Record<string, Text>;

/** Columns of a waterfall from its first on, in this order. */
const START = 0;
const END = 1;
const BASE = 2;
const TOTAL = 3;
const RISE = 4;
const RISE_BELOW = 5;
const FALL = 6;
const FALL_BELOW = 7;

/** What each step of a waterfall adds: the first and the last row are totals, the rows between are steps. */
interface Steps {
  /** The size of each row: a total, or what the step adds. */
  readonly sizes: Strip;
  /** First of the waterfall's own eight columns. */
  readonly column: number;
}

export function waterfallColumns(format: string, lang: Language): readonly Column[] {
  const working = { heading: HEADINGS.working[lang], format, working: true };
  const shown = (name: Text): Column => ({ heading: name[lang], format, working: true });
  const { total, rise, fall } = WORDS;
  return [working, working, working, shown(total), shown(rise), shown(rise), shown(fall), shown(fall)];
}

/**
 * A waterfall out of stacked columns: a column that is not seen holds each step up, and what of a step lies below zero is
 * a part of its own, since a stack grows up from zero and down from it. So it is right across zero and for negative totals.
 */
export function waterfall({ sizes, column }: Steps): readonly Placed[] {
  const { row: top, rows } = sizes;
  return Array.from({ length: rows }, (_, i) => rowOf(top + i, sizes.column, column, i, rows)).flat();
}

function rowOf(row: number, sizes: number, column: number, index: number, rows: number): readonly Placed[] {
  const isTotal = index === 0 || index === rows - 1;
  const at = (offset: number): Formula => cell(row, column + offset);
  const size = cell(row, sizes);
  const known = given({ row, column: sizes }, ...(isTotal ? [] : [{ row: row - 1, column: column + END }]));
  const start = isTotal ? number(0) : cell(row - 1, column + END);
  const ends = given({ row, column: column + START }, { row, column: column + END });
  const [low, high] = [least(at(START), at(END)), greatest(at(START), at(END))];
  const zero = number(0);
  const base = plus(greatest(zero, low), least(zero, high));
  const above = minus(greatest(zero, high), greatest(zero, low));
  const below = minus(least(zero, low), least(zero, high));
  const step = (test: Formula): Formula => (isTotal ? MISSING : when(ends, test));
  const rises = compared(size, ">=", zero);
  const put = (offset: number, formula: Formula): Placed => computed(row, column + offset, formula);
  return [
    put(START, when(known, start)),
    put(END, when(known, isTotal ? size : plus(start, size))),
    put(BASE, isTotal ? zero : when(ends, base)),
    put(TOTAL, isTotal ? when(ends, size) : MISSING),
    put(RISE, step(when(rises, above))),
    put(RISE_BELOW, step(when(rises, below))),
    put(FALL, step(when(rises, MISSING, above))),
    put(FALL_BELOW, step(when(rises, MISSING, below))),
  ];
}

/** The stacked columns of a waterfall, the unseen one first. */
export function waterfallSeries({ sizes, column }: Steps, lang: Language): readonly DrawnSeries[] {
  const strip = (offset: number): Strip => ({ row: sizes.row, column: column + offset, rows: sizes.rows });
  const { total, rise, fall } = WORDS;
  const stack = (offset: number, name: Text, look: Partial<DrawnSeries>): DrawnSeries => ({
    name: name[lang],
    values: strip(offset),
    mark: "stack",
    role: "quiet",
    ...look,
  });
  return [
    stack(BASE, HEADINGS.working, { invisible: true }),
    stack(TOTAL, total, { role: "quiet" }),
    stack(RISE, rise, { role: "second" }),
    stack(RISE_BELOW, rise, { role: "second", unnamed: true }),
    stack(FALL, fall, { role: "main", pattern: "stripes" }),
    stack(FALL_BELOW, fall, { role: "main", pattern: "stripes", unnamed: true }),
  ];
}

/** What each row adds, written above its column. */
export function waterfallNumbers({ sizes, column }: Steps): NonNullable<Drawing["numbers"]> {
  const strip = (offset: number): Strip => ({ row: sizes.row, column: column + offset, rows: sizes.rows });
  return { values: sizes, between: [strip(START), strip(END)] };
}
