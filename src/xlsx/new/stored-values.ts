import type { CellValue } from "../cells";
import { needsPreserving, storedText } from "../x-string";
import { escapeText } from "../xml-text";

/** A cell as the library writes it: its name, its other attributes, and what is in it. */
const CELL = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const TYPE = / t="[^"]*"/;
const FORMULA = /<f[^>]*>.*?<\/f>/s;

/**
 * A sheet's part with these values in its cells, by their names; formulas stay. The library has no errors for cells
 * without a formula, and takes a text of digits for a number.
 */
export function withValues(sheet: string, values: ReadonlyMap<string, CellValue>): string {
  return sheet.replace(CELL, (cell: string, name: string, attributes: string, inside?: string) => {
    const value = values.get(name);
    if (value === undefined) return cell;
    const formula = FORMULA.exec(inside ?? "")?.[0] ?? "";
    const { type, text } = stored(value);
    return `<c r="${name}"${attributes.replace(TYPE, "")}${type}>${formula}${text}</c>`;
  });
}

function stored(value: CellValue): { readonly type: string; readonly text: string } {
  if (value === null) return { type: "", text: "" };
  if (typeof value === "number") return { type: "", text: `<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', text: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "object")
    return { type: ' t="e"', text: `<v>${escapeText(storedError(value.error))}</v>` };
  const preserved = needsPreserving(value) ? ' xml:space="preserve"' : "";
  return { type: ' t="str"', text: `<v${preserved}>${escapeText(storedText(value))}</v>` };
}

/** Errors that a file may hold without the records that richer ones need; others are #VALUE! there too, as Excel has it. */
const PLAIN_ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

const storedError = (error: string): string => (PLAIN_ERRORS.includes(error) ? error : "#VALUE!");
