import { cellAddress, rangeAddress } from "./address";
import { BUSY, type Getters, type GridArgument } from "./engine";
import type { FunctionMetadata } from "./function-table";

/** What the engine hands over for one parameter: nothing, one value, or a column-major matrix. */
export type RawArgument = GridArgument | readonly (readonly GridArgument[])[] | undefined;

/** An error as it reaches a function; `basicValue` is Excel's own name for it. */
export interface ErrorArgument {
  readonly type: "Error";
  readonly basicValue: string;
  readonly errorMessage?: string;
}

/** The engine's names that differ from Excel's (its own list is CellErrorType). */
const EXCEL_NAMES: Readonly<Record<string, string>> = {
  "#REF": "#REF!",
  "#CYCLE": "#REF!",
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#VALUE!",
};

/** Excel's name of an error that the engine calls differently. */
export const excelErrorName = (name: string): string => EXCEL_NAMES[name] ?? name;

export type IsError = (value: unknown) => boolean;

/**
 * Arguments as Excel's runtime passes them: omitted and empty are null, a range is a row-major array (one cell too), a
 * parameter declared as a matrix always is one. Undefined when an argument still waits for its own figures.
 */
export function toArguments(
  raw: readonly RawArgument[],
  { parameters }: FunctionMetadata,
  isError: IsError,
): unknown[] | undefined {
  const values: unknown[] = new Array<unknown>(parameters.length).fill(null);
  for (let i = 0; i < raw.length; i++) {
    const argument = raw[i];
    if (argument === undefined) continue;
    if (isMatrixArgument(argument)) {
      if (argument.some((column) => column.some(isBusy))) return undefined;
      values[i] = rowMajor(argument, isError);
    } else {
      if (isBusy(argument)) return undefined;
      const value = plain(argument, isError);
      values[i] = parameters[i]?.dimensionality === "matrix" ? [[value]] : value;
    }
  }
  return values;
}

/** Where each argument was read: `Sheet1!A1`, `Sheet1!A1:B3`, or undefined for anything that is no reference. */
export function argumentAddresses(raw: readonly RawArgument[], getters: Getters): (string | undefined)[] {
  return raw.map((argument) => {
    if (argument === undefined) return undefined;
    if (!isMatrixArgument(argument)) return argument.position && cellAddress(getters, argument.position);
    const from = argument[0]?.[0]?.position;
    const to = argument.at(-1)?.at(-1)?.position;
    return from && to && rangeAddress(getters, from, to);
  });
}

function isMatrixArgument(
  argument: NonNullable<RawArgument>,
): argument is readonly (readonly GridArgument[])[] {
  return Array.isArray(argument);
}

const isBusy = (cell: GridArgument | undefined): boolean => cell?.value === BUSY;

function plain(cell: GridArgument | undefined, isError: IsError): unknown {
  const value = cell?.value ?? null;
  if (cell === undefined || typeof value !== "string" || !isError(value)) return value;
  const error: ErrorArgument = { type: "Error", basicValue: excelErrorName(value) };
  return cell.message === undefined ? error : { ...error, errorMessage: cell.message };
}

function rowMajor(columns: readonly (readonly GridArgument[])[], isError: IsError): unknown[][] {
  const height = columns[0]?.length ?? 0;
  if (height === 0) return [[null]];
  return Array.from({ length: height }, (_, row) => columns.map((column) => plain(column[row], isError)));
}
