import type { ErrorArgument } from "../sheet/arguments";

/** As the runtime sends it: an array where CustomFunctions 1.7 is advertised, an object before. */
export type WireResult =
  | readonly unknown[]
  | { readonly id: number; readonly failed?: boolean; readonly value?: unknown; readonly errorCode?: number };

/** What the sheet does with it: a value in the shape that functions return, or an error with its sentence. */
export type CallOutcome =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: { readonly code: string; readonly message: string } };

/** The runtime's numbers of errors; all others (a plain throw, a rejected promise, NaN) show as #VALUE! without a sentence. */
const CODES: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};
/** Excel shows the sentence of these two only. */
const SPEAKING = new Set(["#N/A", "#VALUE!"]);

export const isErrorValue = (value: unknown): value is ErrorArgument =>
  typeof value === "object" && value !== null && (value as { type?: unknown }).type === "Error";

export function outcomeOf(result: WireResult): CallOutcome {
  const { id, ok, value, code } = takeApart(result);
  if (ok) return { id, value: shown(value) };
  const name = CODES[code] ?? "#VALUE!";
  const message = CODES[code] !== undefined && SPEAKING.has(name) && typeof value === "string" ? value : "";
  return { id, failure: { code: name, message } };
}

function takeApart(result: WireResult): { id: number; ok: boolean; value: unknown; code: number } {
  if (isArray(result)) {
    const [id, ok, value, code] = result;
    return { id: Number(id), ok: ok === true, value, code: typeof code === "number" ? code : 0 };
  }
  return { id: result.id, ok: result.failed !== true, value: result.value, code: result.errorCode ?? 0 };
}

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Errors inside a table carry their sentence as `message` on the wire; a null in a table shows 0 (office-js issue 1503). */
function shown(value: unknown): unknown {
  if (isArray(value))
    return value.map((row) => (isArray(row) ? row.map((item) => shown(item) ?? 0) : (shown(row) ?? 0)));
  if (!isErrorValue(value)) return value;
  const { basicValue, message } = value as ErrorArgument & { readonly message?: unknown };
  return SPEAKING.has(basicValue) && typeof message === "string"
    ? { type: "Error", basicValue, errorMessage: message }
    : { type: "Error", basicValue };
}
