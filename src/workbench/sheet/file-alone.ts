import type { Answer, AnswerCell, LateCalculator } from "../../xlsx/refresh/calculator";
import { excelErrorName } from "./arguments";
import type { CustomFunction, FunctionMetadata, FunctionTable } from "./function-table";
import { engineErrorName } from "./results";

/**
 * Calls of ours with nothing but constants, answered by the functions themselves, as the engine would have them answered.
 * Equal ones are made once; the ledger has them in the name of the first cell.
 */
export function callsAlone({
  namespace,
  metadata,
  table,
}: {
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
  readonly table: FunctionTable;
}): LateCalculator["alone"] {
  const known = new Map(metadata.map((one) => [`${namespace}.${one.name}`, one]));
  return (formula) => {
    const [, name = "", inside = ""] = CALL.exec(formula) ?? [];
    const fn = known.get(name);
    const args = fn && constants(inside, fn);
    if (!args) return undefined;
    const run = table[fn.id];
    return run && ((address) => answered(run, args, address));
  };
}

const CALL = /^=([A-Z]+\.[A-Z0-9]+)\((.*)\)$/s;
/** A text without quotes or a number. A backslash in a text is a sign of its own to the engine. */
const CONSTANT = /(?:"([^"\\]*)"|((?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?))(,|$)/iy;

/** The arguments as the engine hands them over; undefined where one is anything but a plain constant. */
function constants(inside: string, { parameters }: FunctionMetadata): unknown[] | undefined {
  const args: unknown[] = [];
  for (let at = 0, isMore = inside !== ""; isMore; at = CONSTANT.lastIndex) {
    CONSTANT.lastIndex = at;
    const [found, text, number, separator] = CONSTANT.exec(inside) ?? [];
    const parameter = parameters[args.length];
    // What looks like an error is one to the engine.
    if (found === undefined || !parameter || text?.startsWith("#")) return undefined;
    const value = text ?? Number(number);
    args.push(parameter.dimensionality === "matrix" ? [[value]] : value);
    isMore = separator === ",";
  }
  const left = parameters.slice(args.length);
  return left.every(({ optional }) => optional === true) ? [...args, ...left.map(() => null)] : undefined;
}

type Made = { readonly value: unknown } | { readonly thrown: unknown };

/** At once where the function answers at once. */
function answered(
  run: CustomFunction,
  args: readonly unknown[],
  address: string,
): Answer | undefined | Promise<Answer | undefined> {
  try {
    const value = run(...args, { address });
    return value instanceof Promise
      ? value.then(
          (later: unknown) => answerOf({ value: later }),
          (thrown: unknown) => answerOf({ thrown }),
        )
      : answerOf({ value });
  } catch (thrown) {
    return answerOf({ thrown });
  }
}

function answerOf(one: Made): Answer | undefined {
  if ("thrown" in one) return { rows: [[failure(one.thrown)]], isBlocked: false };
  const rows: AnswerCell[][] = [];
  for (const given of tableOf(one.value)) {
    const row = given.flatMap((value) => cellOf(value) ?? []);
    if (row.length !== given.length || row.length === 0 || row.length !== (rows[0] ?? row).length)
      return undefined;
    rows.push(row);
  }
  return rows.length > 0 ? { rows, isBlocked: false } : undefined;
}

const tableOf = (value: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(value)
    ? value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]))
    : [[value]];

interface Typed {
  readonly type?: unknown;
  readonly basicValue?: unknown;
  readonly numberFormat?: unknown;
  readonly errorMessage?: unknown;
}

/** A value as the engine shows it; undefined where it might show another. */
function cellOf(value: unknown): AnswerCell | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? { value, isDate: false } : undefined;
  if (typeof value === "boolean") return { value, isDate: false };
  if (typeof value === "string") return value.startsWith("#") ? undefined : { value, isDate: false };
  if (typeof value !== "object" || value === null) return undefined;
  const { type, basicValue, numberFormat, errorMessage } = value as Typed;
  if (type === "Error") return errorCell(basicValue, errorMessage);
  const plain = typeof basicValue === "object" ? undefined : cellOf(basicValue);
  return plain && { ...plain, isDate: typeof plain.value === "number" && isDayFormat(numberFormat) };
}

const isDayFormat = (format: unknown): boolean => typeof format === "string" && /[ymdhs]/i.test(format);

function failure(thrown: unknown): AnswerCell {
  const { code, message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return errorCell(code, message ?? String(thrown));
}

function errorCell(code: unknown, message: unknown): AnswerCell {
  const value = { error: excelErrorName(engineErrorName(code)) };
  return { value, isDate: false, ...(typeof message === "string" && message !== "" && { message }) };
}
