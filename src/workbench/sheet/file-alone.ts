import { tokensOf, type Token } from "../../file/formula-tokens";
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
    const tokens = tokensOf(formula) ?? [];
    const [name, open, ...rest] = tokens;
    const fn = name?.kind === "function" ? known.get(name.text) : undefined;
    if (!fn || open?.text !== "(" || rest.at(-1)?.text !== ")") return undefined;
    const args = constants(rest.slice(0, -1), fn);
    const run = table[fn.id];
    return args && run && ((address) => answered(run, args, address));
  };
}

/** The arguments as the engine hands them over; undefined where one is anything but a plain constant. */
function constants(tokens: readonly Token[], { parameters }: FunctionMetadata): unknown[] | undefined {
  const args: unknown[] = [];
  for (let at = 0; at < tokens.length; at += 2) {
    const value = constant(tokens[at]);
    const separator = tokens[at + 1];
    const parameter = parameters[args.length];
    if (value === undefined || !parameter || (separator && separator.text !== ",")) return undefined;
    if (separator && at + 2 >= tokens.length) return undefined;
    args.push(parameter.dimensionality === "matrix" ? [[value]] : value);
  }
  const left = parameters.slice(args.length);
  return left.every(({ optional }) => optional === true) ? [...args, ...left.map(() => null)] : undefined;
}

function constant(token: Token | undefined): string | number | undefined {
  if (token?.kind === "number") return Number(token.text);
  if (token?.kind !== "text") return undefined;
  const text = token.text.slice(1, -1).replaceAll('""', '"');
  // What looks like an error is one to the engine, and a backslash is a sign of its own there.
  return /^#|\\/.test(text) || token.text.slice(1, -1).includes('"') ? undefined : text;
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
