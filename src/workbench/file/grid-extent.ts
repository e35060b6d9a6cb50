import { Problem } from "../../domain/problem";
import type { StoredSheet } from "../../xlsx/book";

/** How many rows and columns a sheet of the grid has. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
}

const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;
const [LEAST_ROWS, LEAST_COLUMNS] = [200, 26];
/** Beyond these the grid is too slow to be of use. */
const [MOST_ROWS, MOST_COLUMNS] = [100_000, 702];

/** Room for all cells of a sheet, and some more; a Problem ("unreadable") where they reach too far. */
export function extentOf({ name, cells }: Pick<StoredSheet, "name" | "cells">): GridExtent {
  let [rows, columns] = [0, 0];
  for (const { row, column, formula } of cells) {
    rows = Math.max(rows, row + (formula?.extent?.rows ?? 1));
    columns = Math.max(columns, column + (formula?.extent?.columns ?? 1));
  }
  if (rows > MOST_ROWS || columns > MOST_COLUMNS)
    throw new Problem(
      "unreadable",
      `This file was not opened: the cells of its sheet "${name}" reach to row ${rows} and column ${columns}; ` +
        `this preview shows ${MOST_ROWS} rows and ${MOST_COLUMNS} columns. Open it in Excel, or use "digitrade refresh".`,
    );
  return {
    rows: Math.max(LEAST_ROWS, rows + SPARE_ROWS),
    columns: Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS),
  };
}
