import type { Value } from "../../workbook/formula/value";
import type { Speech } from "../words/speech";

const LONGEST = 40;
const DIGITS = 8;

/** A cell's value as a person reads it; an error by its name, an empty cell by a word. */
export function valueWords(value: Value, { say, language }: Speech): string {
  if (value === null || value === "") return say("newsEmpty");
  if (typeof value === "number") return value.toLocaleString(language, { maximumSignificantDigits: DIGITS });
  if (typeof value === "string") return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.type === "Date" ? value.day : value.basicValue;
}
