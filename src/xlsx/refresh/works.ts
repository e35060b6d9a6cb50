import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import type { Answer, Sheet, Work } from "./calculator";
import type { Calendar } from "./calendar";
import { placeKey, rowsOf, type FormulaCell, type Formulas } from "./formulas";

/** A formula to be worked out; `given`: its answer, where that was found already. */
export function asWork(
  formula: FormulaCell,
  { cellsAt }: Formulas,
  calendar: Calendar,
  given: Answer | undefined,
): Work {
  const { sheet, cell, text, extent, saved, isOurs } = formula;
  const styled = (value: CellValue, r: number, c: number): CellValue =>
    calendar.calculated(value, cellsAt[sheet]?.(extent.row + r, extent.column + c)?.style ?? 0);
  return {
    sheet,
    row: cell.row,
    column: cell.column,
    text,
    kind: cell.formula.kind,
    extent,
    saved: saved.map((row, r) => row.map((value, c) => styled(value, r, c))),
    isOurs,
    ...(given && { given }),
  };
}

/** What the formulas read and what stands in their way; sheets that have nothing of either stay empty. */
export function sheetsOf(
  { sheets }: StoredBook,
  works: ReadonlySet<FormulaCell>,
  calendar: Calendar,
): readonly Sheet[] {
  const needed = new Set<number>();
  const filled = new Map<number, Set<number>>();
  for (const { sheet, extent, precedents } of works) {
    needed.add(sheet);
    for (const precedent of precedents) needed.add(precedent.sheet);
    const places = filled.get(sheet) ?? new Set();
    filled.set(sheet, places);
    for (const row of rowsOf(extent, placeKey)) for (const place of row) places.add(place);
  }
  return sheets.map(({ name, cells }, i) => ({
    name,
    constants: needed.has(i)
      ? cells.flatMap(({ row, column, value, style }) =>
          value === null || filled.get(i)?.has(placeKey(row, column))
            ? []
            : [{ row, column, value: calendar.calculated(value, style) }],
        )
      : [],
  }));
}
