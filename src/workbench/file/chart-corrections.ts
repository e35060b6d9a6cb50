import { cellName, holds, readArea } from "../../file/address";
import type { StoredBook } from "../../xlsx/book";
import type { CellEdit, CellValue, StoredCell } from "../../xlsx/cells";
import { typedFormula } from "../../xlsx/formula-forms";
import { calendarOf } from "../../xlsx/refresh/calendar";
import { contentEdits } from "./cell-edits";
import type { GridAnswers } from "./grid-answers";
import type { GridImage } from "./grid-image";
import type { NewChart } from "./insert-charts";

/** What somebody wrote into the cells of a chart after the pane had inserted it, by the names of the sheets. */
export function chartEdits(
  book: StoredBook,
  charts: readonly NewChart[],
  image: GridImage,
  answers: GridAnswers,
): ReadonlyMap<string, readonly CellEdit[]> {
  const edits = new Map<string, readonly CellEdit[]>();
  const calendar = calendarOf(book);
  for (const { sheet, sheetId, area, isNewSheet } of charts) {
    const stored = book.sheets.find(({ name }) => name === sheet);
    const shown = image.sheets.find(({ id }) => id === sheetId);
    if (!stored || !shown) continue;
    const written = new Map(stored.cells.map((cell) => [cellName(cell.row, cell.column), cell]));
    // On a sheet that came with its chart all cells are looked at: nobody else writes them.
    const isLookedAt = (row: number, column: number): boolean => isNewSheet || holds(area, row, column);
    const typed = Object.entries(shown.cells).flatMap(([name, content]): readonly CellEdit[] => {
      const { row, column } = readArea(name);
      const cell = written.get(name);
      if (!isLookedAt(row, column) || isAsWritten(content, cell, answers.cell(sheetId, row, column).value))
        return [];
      return contentEdits(answers, calendar, { sheetId, row, column }, content, () => cell?.style ?? 0).edits;
    });
    const emptied = stored.cells.flatMap(({ row, column, value }): readonly CellEdit[] => {
      const isEmpty = (answers.cell(sheetId, row, column).value ?? "") === "";
      const isTyped = shown.cells[cellName(row, column)] !== undefined;
      return isLookedAt(row, column) && isEmpty && !isTyped && (value ?? "") !== ""
        ? [{ row, column, value: null, formula: null }]
        : [];
    });
    const own = [...typed, ...emptied];
    if (own.length > 0) edits.set(sheet, [...(edits.get(sheet) ?? []), ...own]);
  }
  return edits;
}

function isAsWritten(content: string, cell: StoredCell | undefined, shown: CellValue): boolean {
  if (content.startsWith("="))
    return cell?.formula !== undefined && bare(content) === bare(typedFormula(cell.formula.text));
  return cell?.formula === undefined && (cell?.value ?? "") === (shown ?? "");
}

const bare = (formula: string): string => formula.replace(/\s|'/g, "").toUpperCase();
