import { Problem } from "../../domain/problem";
import type { StoredBook } from "../book";
import { placeKey } from "./formulas";
import { isSameValue } from "./same-value";
import { workedOut, type RefreshHost } from "./worked-out";

/** In which Excel shows a day that a function of ours answers. */
export const DAY_FORMAT = "yyyy-mm-dd";

/** Whether a cell shows a day that a function of ours answered. */
export type DayAt = (sheet: number, row: number, column: number) => boolean;

const SAME = 1e-12;

/** The cells of a book that show days: of its formulas of ours, those whose answer is one, and the one that is saved. */
export async function daysOf(
  book: StoredBook,
  editionTexts: readonly string[],
  host: RefreshHost,
): Promise<DayAt> {
  const days = new Set<string>();
  try {
    const { answers } = await workedOut(book, editionTexts, host, {
      take: "kept",
      unpin: false,
      formulas: "all",
    });
    for (const [{ sheet, extent, saved }, { rows }] of answers)
      for (const [r, row] of rows.entries())
        for (const [c, { value, isDate }] of row.entries())
          if (isDate && isSameValue(value, saved[r]?.[c] ?? null, SAME))
            days.add(`${sheet}:${placeKey(extent.row + r, extent.column + c)}`);
  } catch (thrown) {
    // Figures that cannot be read do not keep values from being frozen as they are.
    if (!(thrown instanceof Problem)) throw thrown;
  }
  return (sheet, row, column) => days.has(`${sheet}:${placeKey(row, column)}`);
}
