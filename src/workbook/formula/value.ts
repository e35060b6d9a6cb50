/** In the shape in which Excel hands errors to functions. */
export interface CellFailure {
  readonly type: "Error";
  readonly basicValue: string;
  readonly errorMessage?: string;
}

/** A day that a function of ours gave; to every formula around it a number. */
export interface CellDate {
  readonly type: "Date";
  readonly serial: number;
  /** `2024-12-31`. */
  readonly day: string;
}

/** What a cell can hold, as a formula sees it; null is an empty cell or an argument left out. */
export type Value = number | string | boolean | null | CellFailure | CellDate;

/** Cells in rows. */
export type Rows = readonly (readonly Value[])[];

/** One value, or a table of them. */
export type Result = Value | Rows;

/** Thrown for what cannot be worked out without Excel. */
export class Unforeseeable extends Error {
  constructor(what: string) {
    super(`Only Excel works this out: ${what}`);
    this.name = "Unforeseeable";
  }
}

export const isRows = (result: Result): result is Rows => Array.isArray(result);

export const isFailure = (result: Result): result is CellFailure =>
  typeof result === "object" && result !== null && !isRows(result) && result.type === "Error";

const isDate = (value: Value): value is CellDate =>
  typeof value === "object" && value !== null && value.type === "Date";

/** With days as the numbers that they are to formulas. */
export function undated(result: Result): Result {
  const plain = (value: Value): Value => (isDate(value) ? value.serial : value);
  return isRows(result) ? result.map((row) => row.map(plain)) : plain(result);
}

export const failure = (basicValue: string): CellFailure => ({ type: "Error", basicValue });

/** A table of one cell is its value. */
export function narrowed(result: Result): Result {
  if (!isRows(result)) return result;
  const [row] = result;
  return result.length === 1 && row?.length === 1 ? (row[0] ?? null) : result;
}

/** A number, or what Excel reads as one; undefined for anything else. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value))
    return Number(value);
  return undefined;
}

export function textOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isDate(value)) return String(value.serial);
  return typeof value === "object" ? value.basicValue : String(value);
}

const SAME = 1e-12;

/** Whether two cells show the same; noise in the last digit of a number is none. */
export function isSame(left: Value, right: Value): boolean {
  const [a, b] = [left, right].map((value) => (isDate(value) ? value.serial : value)) as [Value, Value];
  if (isFailure(a) || isFailure(b)) return isFailure(a) && isFailure(b) && a.basicValue === b.basicValue;
  if (typeof a === "number" && typeof b === "number")
    return a === b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  // Excel writes an empty cell as an empty text.
  return (a ?? "") === (b ?? "");
}
