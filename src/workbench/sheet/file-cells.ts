import type { CellValue } from "../../xlsx/cells";
import type { AnswerCell } from "../../xlsx/refresh/calculator";
import { excelErrorName } from "./arguments";
import { DATE_FORMAT } from "../../functions/bridge/cells";
import { BUSY, type Engine, type GridCell } from "./engine";
import { engineErrorName } from "./results";

/** A saved value as the engine's data format spells it; undefined for an empty cell. */
export function constantText(value: CellValue): string | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // The sign in front keeps a text one that looks like a number, a day or a formula.
  return typeof value === "string" ? `'${value}` : engineErrorName(value.error);
}

/** A saved value as a formula's answer. */
export function savedCell(value: CellValue): GridCell {
  return { value: typeof value === "object" && value !== null ? engineErrorName(value.error) : value };
}

/** An answer that was found without the engine, as one of its own. */
export function givenCell(cell: AnswerCell | undefined): GridCell {
  const { value } = savedCell(cell?.value ?? null);
  return {
    value,
    ...(cell?.isDate === true && { format: DATE_FORMAT }),
    ...(cell?.message !== undefined && { message: cell.message }),
  };
}

/** Errors that mean that the engine has no answer, not that Excel would show them. */
const ENGINE_ONLY: Readonly<Record<string, string>> = {
  "#BAD_EXPR": "its spelling",
  "#CYCLE": "a circle of formulas",
  "#ERROR": "a value that the calculation engine does not read",
  [BUSY]: "a figure that did not come",
};

/** What the engine shows in a cell. */
export function answerCell(o: Engine, { value, format, message }: GridCell): AnswerCell {
  if (typeof value !== "string" || !o.helpers.isEvaluationError(value))
    return {
      value,
      isDate: typeof value === "number" && format !== undefined && o.helpers.isDateTimeFormat(format),
    };
  const failed = Object.hasOwn(ENGINE_ONLY, value) ? ENGINE_ONLY[value] : undefined;
  return {
    value: { error: excelErrorName(value) },
    isDate: false,
    ...(message !== undefined && message !== "" && { message }),
    ...(failed !== undefined && { failed }),
  };
}
