import * as engine from "@odoo/o-spreadsheet";
import type { CellValue } from "../../src/charts/common/grid";
import { directFunctions } from "../../src/workbench/direct-functions";
import { cellName } from "../../src/workbench/sheet/address";
import { openSheet, type HeadlessSheet } from "../../src/workbench/sheet/headless";

/** A sheet with the real functions. */
export const openGrid = (): HeadlessSheet => openSheet({ engine, ...directFunctions() });

/** A cell's value as a block has it: an error is null, an empty cell "". */
export function cellValue(sheet: HeadlessSheet, row: number, column: number): CellValue {
  const shown = sheet.read(cellName(column, row));
  if (shown === undefined) return "";
  if (shown.kind === "error") return null;
  const value = shown.kind === "values" ? shown.values[0]?.[0] : shown.value;
  if (value === undefined) return "";
  if (typeof value === "object") return null;
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}
