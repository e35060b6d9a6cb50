import type { Grid, CellValue as GridValue } from "../../charts/common/grid";
import { cellName, type Area } from "../../file/address";
import type { CellValue } from "../cells";
import type { SheetPlan, WorkedSheet } from "./plan";

/** What every cell of a sheet holds when its formulas are worked out; null where it is empty. */
export function valueAt(sheet: SheetPlan, worked: WorkedSheet, row: number, column: number): CellValue {
  const found = worked.cells.get(cellName(row, column));
  if (found) return found.value;
  const content = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;
  if (content === undefined || "formula" in content) return null;
  return "text" in content ? content.text : content.number;
}

/** The values of an area as a chart reads them. */
export function gridOf(sheet: SheetPlan, worked: WorkedSheet, area: Area): Grid {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_unused, c) =>
      asGrid(valueAt(sheet, worked, area.row + r, area.column + c)),
    ),
  );
}

/** A value as a chart reads it: an error is a gap. */
export function asGrid(value: CellValue): GridValue {
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : null;
}

/** A text for what a cell shows; an error by its name. */
export function textOf(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}
