import { readChoices, splitOptions, type Choices, type OptionKey } from "../../answer/choices";
import { readPeriodArgument, type PeriodArgument } from "../../answer/period-argument";
import { dayFromExcelSerial } from "../../domain/period";
import { Problem, badInput } from "../../domain/problem";

/** What is left of a cell once the host's wrapping is taken off; null is an omitted argument or an empty cell. */
export type Plain = number | string | boolean | null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const NOT_AVAILABLE = ["#N/A", "NotAvailable", "notAvailable", "N/A"];

/** A cell's value without its wrapping (data types, errors in their two shapes). An error in a cell is a Problem. */
export function plain(raw: unknown, what: string): Plain {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "number") {
    if (Number.isFinite(raw)) return raw;
    throw badInput(`${what} is not a finite number.`);
  }
  if (typeof raw === "string" || typeof raw === "boolean") return raw;
  if (!isObject(raw) || Array.isArray(raw)) throw badInput(`${what} is not a value that DigiTrade can read.`);
  const error = errorCode(raw);
  if (error !== undefined) throw errorInArgument(error, what, raw);
  if (raw.type === "Empty") return null;
  if ("basicValue" in raw && !isObject(raw.basicValue)) return plain(raw.basicValue, what);
  throw badInput(`${what} is a data type without a plain value; refer to one of its fields.`);
}

/** Errors arrive as `{type: "Error", basicValue: "#N/A"}` or as an object with a code. */
function errorCode(raw: Record<string, unknown>): string | undefined {
  if (raw.type === "Error" || raw.basicType === "Error")
    return [raw.basicValue, raw.errorType].find((c): c is string => typeof c === "string") ?? "#VALUE!";
  return typeof raw.code === "string" ? raw.code : undefined;
}

function errorInArgument(code: string, what: string, raw: Record<string, unknown>): Problem {
  const text = [raw.errorMessage, raw.message].find((m) => typeof m === "string" && m !== "") as
    string | undefined;
  const said = text ? `: ${text.replace(/[.\s]+$/, "")}.` : ".";
  return NOT_AVAILABLE.includes(code)
    ? new Problem("no-data", text ? `${what} is #N/A${said}` : `${what} is #N/A, so there is no answer.`)
    : badInput(`${what} is the error ${code}${said} Mend that cell first.`);
}

/** One value, from a value or a range of one cell. */
export function scalar(raw: unknown, what: string): Plain {
  if (!Array.isArray(raw)) return plain(raw, what);
  const cells: readonly unknown[] = raw.flat();
  if (cells.length !== 1)
    throw badInput(
      `${what} takes one value; the range has ${cells.length.toLocaleString("en-US")} cells. Refer to one cell, or fill the formula down.`,
    );
  const value = plain(cells[0], what);
  return value ?? "";
}

/** Text that must be there. */
export function text(raw: unknown, what: string): string {
  const value = scalar(raw, what);
  if (value === null || value === "") throw badInput(`${what} is missing; give it as text.`);
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw badInput(`${what} must be text; ${String(value) || "an empty text"} is not.`);
}

/** Text that may be left out; an empty cell counts as left out. */
export function optionalText(raw: unknown, what: string): string | undefined {
  const value = scalar(raw, what);
  if (value === null || value === "") return undefined;
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  throw badInput(`${what} must be text; ${String(value)} is not.`);
}

/** A number that must be there; text that reads as a number counts. */
export function number(raw: unknown, what: string): number {
  const value = scalar(raw, what);
  if (value === null || value === "") throw badInput(`${what} is missing; give it as a number.`);
  return asNumber(value, what);
}

function asNumber(value: Plain, what: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" && /^[-+]?[\d,]*\.?\d+(e[-+]?\d+)?$/i.test(value.trim())) {
    const n = Number(value.trim().replaceAll(",", ""));
    if (Number.isFinite(n)) return n;
  }
  throw badInput(`${what} must be a number; "${String(value)}" is not.`);
}

/** A whole number from 1 to a limit, or the default if left out. */
export function count(raw: unknown, what: string, otherwise: number, limit: number): number {
  const value = scalar(raw, what);
  if (value === null || value === "") return otherwise;
  const n = asNumber(value, what);
  if (Number.isInteger(n) && n >= 1 && n <= limit) return n;
  throw badInput(`${what} must be a whole number from 1 to ${limit}; ${n} is not.`);
}

/** A period as cells give it. */
export function periodArgument(raw: unknown, what = "period"): PeriodArgument {
  return readPeriodArgument(scalar(raw, what), what);
}

/** The rows of a range; a single value is one row of one cell. */
export function rows(raw: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(raw)) return [[raw]];
  return (raw as readonly unknown[]).map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
}

/** By what a function allows, and by the text. */
const choicesCache = new Map<readonly OptionKey[], Map<string, Choices>>();

/** The `options` argument: text such as "fx=USD;unit=bn", a column of such texts, or a range of two columns. */
export function options(given: unknown, allowed: readonly OptionKey[]): Choices {
  const raw = single(given);
  if (raw === null || raw === undefined || raw === "") return {};
  if (typeof raw === "string") {
    let cache = choicesCache.get(allowed);
    if (!cache || cache.size > 5000) choicesCache.set(allowed, (cache = new Map<string, Choices>()));
    let choices = cache.get(raw);
    if (!choices) cache.set(raw, (choices = readChoices(splitOptions(raw), allowed)));
    return choices;
  }
  return readChoices(pairsIn(raw), allowed);
}

/** The same as pairs of key and value, for a function whose keys are not those of formulas in general. */
export function optionPairs(given: unknown): readonly (readonly [string, string])[] {
  const raw = single(given);
  if (raw === null || raw === undefined || raw === "") return [];
  return typeof raw === "string" ? splitOptions(raw) : pairsIn(raw);
}

/** A literal arrives as a range of one cell. */
function single(given: unknown): unknown {
  if (!Array.isArray(given) || given.length !== 1) return given;
  const row: unknown = given[0];
  return Array.isArray(row) && row.length === 1 ? row[0] : given;
}

function pairsIn(raw: unknown): readonly (readonly [string, string])[] {
  return rows(raw).flatMap((row) => {
    const cells = row.map((cell) => plain(cell, "options"));
    if (cells.length > 2)
      throw badInput(`options as a range has two columns, key and value; this one has ${cells.length}.`);
    const [key, value] = cells;
    if (key === undefined || key === null || key === "") {
      if (value === null || value === "" || value === undefined) return [];
      throw badInput("options has a value without a key; put the key into the first column.");
    }
    if (typeof key !== "string")
      throw badInput(
        `options must be text such as "fx=USD;unit=bn", or a range of keys and values; ${String(key)} is neither.`,
      );
    if (cells.length === 1) return splitOptions(key);
    if (value === null || value === "" || value === undefined) return [];
    return [[key, optionValue(key, value)] as const];
  });
}

/** A date in a cell is a serial; the options that take a day get it as one. */
function optionValue(key: string, value: number | string | boolean): string {
  const takesDay = ["asof", "basis"].includes(key.trim().toLowerCase());
  if (takesDay && typeof value === "number" && value > 2999) return dayFromExcelSerial(value);
  return String(value);
}
