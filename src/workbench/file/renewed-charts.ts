import type { CellEdit } from "../../xlsx/cells";
import type { Package } from "../../xlsx/package";
import { withText } from "../../xlsx/parts";
import { renewedChart } from "../../xlsx/refresh/chart-caches";
import { placeKey } from "../../xlsx/refresh/formulas";
import { wordsOf } from "../../xlsx/refresh/names";
import type { OpenedFile } from "./opened-file";

/** Charts remember the values of their cells, for programs that draw without working out. */
export function withRenewedCharts(
  pkg: Package,
  { book, figures }: OpenedFile,
  edits: ReadonlyMap<string, readonly CellEdit[]>,
): Package {
  if (edits.size === 0) return pkg;
  const values = book.sheets.map(
    ({ name }) =>
      new Map(
        (edits.get(name) ?? []).flatMap(({ row, column, value }) =>
          value === undefined ? [] : [[placeKey(row, column), value] as const],
        ),
      ),
  );
  const words = wordsOf(book);
  let after = pkg;
  for (const part of figures.flatMap(({ parts }) => [...parts.values()])) {
    const xml = after.text(part);
    const renewed = renewedChart(xml, words, (sheet, row, column) =>
      values[sheet]?.get(placeKey(row, column)),
    );
    if (renewed !== xml) after = withText(after, part, renewed);
  }
  return after;
}
