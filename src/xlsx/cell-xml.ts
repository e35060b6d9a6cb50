import { areaName } from "../file/address";
import type { CellValue, StoredFormula } from "./cells";
import { needsPreserving, storedText } from "./x-string";
import { escapeText } from "./xml-text";

/** A value as it is written into a cell: its type (undefined for a number) and the element that holds it. */
export interface WrittenValue {
  readonly type?: string;
  readonly xml: string;
}

/** The errors that every version of Excel stores by name; newer ones travel as rich values and show this one elsewhere. */
const PLAIN_ERRORS = new Set([
  ...["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"],
]);

/**
 * A value in XML. A text of its own stands in the cell itself, not among the shared strings: so that part stays as it is, byte
 * for byte, and Excel moves the text there when it saves. A text that a formula answered, or that spilled from one,
 * is of the type `str`, as Excel writes it.
 */
export function writtenValue(value: CellValue, isAnswer: boolean, prefix: string): WrittenValue {
  const held = (text: string): string => `<${prefix}v>${escapeText(text)}</${prefix}v>`;
  if (value === null) return { xml: "" };
  if (typeof value === "number")
    return Number.isFinite(value) ? { xml: held(shortest(value)) } : { type: "e", xml: held("#NUM!") };
  if (typeof value === "boolean") return { type: "b", xml: held(value ? "1" : "0") };
  if (typeof value === "object")
    return { type: "e", xml: held(PLAIN_ERRORS.has(value.error) ? value.error : "#VALUE!") };
  const stored = storedText(value);
  if (isAnswer) return { type: "str", xml: held(stored) };
  const space = needsPreserving(stored) ? ' xml:space="preserve"' : "";
  const text = `<${prefix}t${space}>${escapeText(stored)}</${prefix}t>`;
  return { type: "inlineStr", xml: `<${prefix}is>${text}</${prefix}is>` };
}

/** The shortest text that is read back as the same number: `0.1`, `1E+21`; a negative zero is a zero. */
function shortest(number: number): string {
  const text = String(number);
  return number === 0 ? "0" : text.includes("e") ? text.toUpperCase() : text;
}

/** A formula in XML; one that spills needs the mark of its cell (`cm`) besides. */
export function writtenFormula(formula: StoredFormula, row: number, column: number, prefix: string): string {
  const extent = formula.extent ?? { row, column, rows: 1, columns: 1 };
  const array = formula.kind === "plain" ? "" : ` t="array" ref="${areaName(extent)}"`;
  return `<${prefix}f${array}>${escapeText(formula.text)}</${prefix}f>`;
}

/** A cell with its attributes and what it holds. */
export const writtenCell = (prefix: string, attributes: string, inside: string): string =>
  inside === "" ? `<${prefix}c${attributes}/>` : `<${prefix}c${attributes}>${inside}</${prefix}c>`;

/** Whether two values are the same to whoever looks at the cell. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  return a.error === b.error;
}
