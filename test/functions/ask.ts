import { FUNCTIONS } from "../../src/functions/index";

export type FunctionName = keyof typeof FUNCTIONS;

export const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];

/** An error of a cell, whether the whole answer or one cell of a table. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type PlainCell = number | string | boolean | Failure;
export type Answered = PlainCell | readonly (readonly PlainCell[])[];

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** How many arguments a function takes, the invocation not counted. */
export const parametersOf = (name: FunctionName): number => FUNCTIONS[name].length - 1;

/** Call a function as a host does: what is omitted is null, the invocation comes last. Throws synchronously or later. */
export function invoke(
  name: FunctionName,
  args: readonly unknown[],
  invocation: unknown = { address: "Sheet1!A1" },
): unknown {
  const padded = Array.from({ length: parametersOf(name) }, (_, i) => args[i] ?? null);
  return (FUNCTIONS[name] as unknown as AnyFunction)(...padded, invocation);
}

/** The raw outcome of a call that answers at once or later; what it throws is handed back with `threw`. */
export async function settle(
  name: FunctionName,
  args: readonly unknown[],
  invocation?: unknown,
): Promise<{ readonly threw: boolean; readonly outcome: unknown }> {
  try {
    return { threw: false, outcome: await invoke(name, args, invocation) };
  } catch (thrown) {
    return { threw: true, outcome: thrown };
  }
}

/** A cell without the host's wrapping. */
function plainCell(cell: unknown): PlainCell {
  if (typeof cell !== "object" || cell === null) return cell as PlainCell;
  const { type, basicValue, errorMessage } = cell as Record<string, unknown>;
  return type === "Error"
    ? { code: String(basicValue), message: String(errorMessage) }
    : (basicValue as PlainCell);
}

/** The answer of a call in plain values; a failure as its code and sentence. */
export async function ask(name: FunctionName, ...args: readonly unknown[]): Promise<Answered> {
  const { threw, outcome } = await settle(name, args);
  if (threw) {
    const { code, message } = outcome as Failure;
    return { code, message };
  }
  return Array.isArray(outcome)
    ? (outcome as readonly (readonly unknown[])[]).map((row) => row.map(plainCell))
    : plainCell(outcome);
}

/** The answer as a number: of a scalar, or of a cell of a table. */
export async function number(
  name: FunctionName,
  args: readonly unknown[],
  [row, column]: readonly [number, number] = [0, 0],
): Promise<number> {
  const answered = await ask(name, ...args);
  const cell = isTable(answered) ? answered[row]?.[column] : answered;
  if (typeof cell === "number") return cell;
  throw new Error(`${name}(${JSON.stringify(args)}) is not a number: ${JSON.stringify(cell)}`);
}

/** The answer as a text: of a scalar, or of a table of one cell. */
export async function sentence(name: FunctionName, ...args: readonly unknown[]): Promise<string> {
  const answered = await ask(name, ...args);
  const cell = isTable(answered) ? answered[0]?.[0] : answered;
  if (typeof cell === "string") return cell;
  throw new Error(`${name}(${JSON.stringify(args)}) is not a text: ${JSON.stringify(cell)}`);
}

/** The failure of a call; an answer is a test failure. */
export async function failure(name: FunctionName, ...args: readonly unknown[]): Promise<Failure> {
  const answered = await ask(name, ...args);
  if (isFailure(answered)) return answered;
  throw new Error(`${name}(${JSON.stringify(args)}) did not fail: ${JSON.stringify(answered)}`);
}

export const isTable = (answered: Answered): answered is readonly (readonly PlainCell[])[] =>
  Array.isArray(answered);

export const isFailure = (answered: unknown): answered is Failure =>
  typeof answered === "object" && answered !== null && "code" in answered;
