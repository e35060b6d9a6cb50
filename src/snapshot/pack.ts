import { frequencyOf, isPeriod, ordinal, type Frequency, type Period } from "../domain/period";
import { isPacked, type Column, type Packed, type Runs, type Table } from "./unpack";

/** The parts of a document that are rows which start with a period. */
const TABLES = ["observations", "revisions", "months", "citations"];

const LARGEST_DIVISOR = 1e12;
/** Small enough for the difference of two to be exact as well. */
const LARGEST_MULTIPLE = 2 ** 52;

/**
 * The same document in a form that compresses to less than half: rows by column, periods as gaps, numbers as steps.
 * `unpack` gives back exactly this JSON value. Only for the bundle: the files of this folder stay readable. A value or
 * a part that is not as expected stays as it is.
 */
export function pack(document: unknown): unknown {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return document;
  const fields = document as Packed["document"];
  const packed = TABLES.filter((key) => Object.hasOwn(fields, key) && isRows(fields[key]));
  // A document that only looks packed is wrapped as well, or `unpack` would take it for one.
  if (packed.length === 0 && !isPacked(document)) return document;
  const tables = packed.map((key) => [key, tableOf(fields[key] as Rows)] as const);
  return { packed, document: { ...fields, ...Object.fromEntries(tables) } } satisfies Packed;
}

type Rows = readonly (readonly unknown[])[];

const isRows = (value: unknown): value is Rows =>
  Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row));

function tableOf(rows: Rows): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, i) =>
    columnOf(rows.filter((row) => row.length > i).map((row) => row[i])),
  );
  return [runsOf(rows.map((row) => row.length)), ...columns];
}

/** The shortest of the forms that hold these cells exactly. */
function columnOf(cells: readonly unknown[]): Column {
  const forms: readonly (Column | undefined)[] = [
    { cells },
    { runs: runsOf(cells) },
    cells.every(isNumberOrNull) ? stepsOf(cells) : undefined,
    cells.every(isPeriodText) ? gapsOf(cells) : undefined,
  ];
  const length = (column: Column): number => JSON.stringify(column).length;
  return forms
    .filter((form) => form !== undefined)
    .reduce((best, form) => (length(form) < length(best) ? form : best));
}

const isNumberOrNull = (cell: unknown): cell is number | null => cell === null || typeof cell === "number";

const isPeriodText = (cell: unknown): cell is Period => typeof cell === "string" && isPeriod(cell);

/** Undefined where no divisor gives back every number to the last bit. */
function stepsOf(numbers: readonly (number | null)[]): Column | undefined {
  for (let per = 1; per <= LARGEST_DIVISOR; per *= 10) {
    const multiples = numbers.map((x) => (x === null ? null : multipleOf(x, per)));
    if (multiples.every((n) => n !== undefined)) {
      let last = 0;
      const steps = multiples.map((n) => {
        if (n === null) return null;
        const step = n - last;
        last = n;
        return step;
      });
      return { per, steps };
    }
  }
  return undefined;
}

function multipleOf(x: number, per: number): number | undefined {
  const n = Math.round(x * per);
  return Math.abs(n) <= LARGEST_MULTIPLE && Object.is(n / per, x) ? n : undefined;
}

function gapsOf(periods: readonly Period[]): Column {
  const last: Partial<Record<Frequency, number>> = {};
  const gaps = periods.map((period) => {
    const frequency = frequencyOf(period);
    const gap = ordinal(period) - (last[frequency] ?? 0);
    last[frequency] = ordinal(period);
    return gap;
  });
  return { of: runsOf(periods.map(frequencyOf)), gaps: runsOf(gaps) };
}

function runsOf(values: readonly unknown[]): Runs {
  const runs: { readonly value: unknown; readonly text: string; count: number }[] = [];
  for (const value of values) {
    const text = JSON.stringify(value);
    const last = runs.at(-1);
    if (last?.text === text) last.count++;
    else runs.push({ value, text, count: 1 });
  }
  return runs.flatMap(({ value, count }) => [value, count]);
}
