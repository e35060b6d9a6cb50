import { badInput } from "../../domain/problem";
import { areaName, cellName, holds, type Area } from "../../file/address";
import { FROZEN } from "../../file/frozen-document";
import type { StoredSheet } from "../book";
import { customXml } from "../custom-xml";
import type { Package } from "../package";
import type { WholeChart } from "./marks";

/** Cells of an area that hold something, and others that are joined with cells outside of it or are part of a table. */
export function occupiedIn({ cells, merged, tables }: StoredSheet, area: Area): readonly string[] {
  const held = cells
    .filter(({ row, column, value, formula }) => (value !== null || formula) && holds(area, row, column))
    .map(({ row, column }) => cellName(row, column));
  const ranges = [...merged, ...tables.map((table) => table.area)].filter((one) => overlap(one, area));
  return [...held, ...ranges.map(areaName)];
}

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export function refuseProtected({ name, isProtected }: StoredSheet): void {
  if (isProtected) throw badInput(`The sheet "${name}" is protected; unprotect it in Excel, then try again.`);
}

/** A frozen cell that got a formula again would be thawed over it. */
export function refuseFrozen(pkg: Package): void {
  if (customXml(pkg, FROZEN).length > 0)
    throw badInput(
      "Formulas of this workbook are frozen into values, and this chart is in it already; thaw them first, then insert it again.",
    );
}

/** A chart that needs more or fewer cells than it has would write over what stands beside it. */
export function refuseOtherShape({ sheet, area, mark }: WholeChart, whole: Area): void {
  if (whole.rows === area.rows && whole.columns === area.columns) return;
  throw badInput(
    `"${mark.definition.title.en}" is in "${sheet}" already, on ${areaName(area)}, and would need ${whole.rows} rows and ${whole.columns} columns there; delete those cells with the chart, or choose another place, then insert it again.`,
  );
}
