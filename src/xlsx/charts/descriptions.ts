import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import type { Package } from "../package";
import { attribute } from "../xml";
import { framesOn, frameOver, withWords } from "./chart-frame";
import { isWhole, markedCharts, markedLayout } from "./marks";

/** The new value of a cell; undefined for one that did not change. Sheets by their place, rows and columns from 0. */
type ChangedAt = (sheet: number, row: number, column: number) => CellValue | undefined;

/**
 * The package with the words of its charts for who cannot see them, where the sentences below the charts changed. Words of a
 * person's own stay. `book` is how it was before.
 */
export function withNewDescriptions(pkg: Package, book: StoredBook, changedAt: ChangedAt): Package {
  let after = pkg;
  for (const found of markedCharts(pkg).filter(isWhole)) {
    const place = book.sheets.findIndex(({ name }) => name === found.sheet);
    const sheet = book.sheets[place];
    const { sentence, frame } = markedLayout(found);
    const { row, column } = sentence;
    const now = changedAt(place, row, column);
    if (!sheet || typeof now !== "string") continue;
    const old = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    const own = frameOver(framesOn(after, sheet.part), found.mark.shape, frame);
    if (!own || attribute(own.properties, "descr") !== old) continue;
    after = withWords(after, sheet.part, own, { name: own.name, description: now });
  }
  return after;
}
