import type { Value } from "../../workbook/formula/value";
import type { Speech } from "../words/speech";

const LONGEST = 40;
const DIGITS = 6;
const MOST_DIGITS = 15;

/** A value before and after as a person reads them: with as many digits as it takes to tell them apart. */
export function pairWords(before: Value, after: Value, speech: Speech): readonly [string, string] {
  const short = [valueWords(before, speech), valueWords(after, speech)] as const;
  if (short[0] !== short[1]) return short;
  return [valueWords(before, speech, MOST_DIGITS), valueWords(after, speech, MOST_DIGITS)];
}

/** A cell's value; an error by its name, an empty cell by a word. */
function valueWords(value: Value, { say, language }: Speech, digits = DIGITS): string {
  if (value === null || value === "") return say("newsEmpty");
  if (typeof value === "number") return value.toLocaleString(language, { maximumSignificantDigits: digits });
  if (typeof value === "string") return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.type === "Date" ? value.day : value.basicValue;
}
