import type { Area } from "../../file/address";
import { ourFunction } from "../../file/our-formulas";
import type { StoredBook } from "../book";
import type { CellValue, StoredCell, StoredFormula } from "../cells";
import { wordsOf } from "./names";
import { plainFormula, type PlainFormula } from "./plain-formula";

/** A cell with a formula, and what is known of it without working it out. */
export interface FormulaCell extends PlainFormula {
  /** The place of its sheet among the book's. */
  readonly sheet: number;
  readonly cell: StoredCell & { readonly formula: StoredFormula };
  /** The cells that it filled when the file was saved. */
  readonly extent: Area;
  /** What those cells showed then, row by row. */
  readonly saved: readonly (readonly CellValue[])[];
}

/** The cells of a sheet by their place. */
export type CellsAt = (row: number, column: number) => StoredCell | undefined;

/** A book, taken apart for calculation. */
export interface Formulas {
  readonly all: readonly FormulaCell[];
  /** By the place of the sheet. */
  readonly cellsAt: readonly CellsAt[];
}

/** Every formula of a book, in the order of the file. `knows` says which functions the calculator has. */
export function formulasOf(
  book: StoredBook,
  namespace: string,
  knows: (functionName: string) => boolean,
): Formulas {
  const reading = { words: wordsOf(book), knows, namespace, ours: ourFunctions() };
  const all: FormulaCell[] = [];
  const cellsAt = book.sheets.map(({ cells }): CellsAt => {
    const placed = new Map<number, StoredCell>();
    for (const cell of cells) placed.set(placeKey(cell.row, cell.column), cell);
    return (row, column) => placed.get(placeKey(row, column));
  });
  for (const [sheet, { name, cells }] of book.sheets.entries())
    for (const cell of cells) {
      const { formula, row, column } = cell;
      if (!formula) continue;
      const at = cellsAt[sheet];
      const plain = plainFormula(formula.text, { sheet, here: { sheet: name, row, column } }, reading);
      const extent = formula.extent ?? { row, column, rows: 1, columns: 1 };
      // Field by field: spread objects take several times as long to read.
      all.push({
        text: plain.text,
        precedents: plain.precedents,
        isOurs: plain.isOurs,
        isVolatile: plain.isVolatile,
        isBlind: plain.isBlind,
        onlyExcel: plain.onlyExcel,
        sheet,
        cell: cell as FormulaCell["cell"],
        extent,
        saved: formula.extent ? rowsOf(extent, (r, c) => at?.(r, c)?.value ?? null) : [[cell.value]],
      });
    }
  return { all, cellsAt };
}

/** Looks up what a name calls of ours, each name once: there are few, and one or more for each formula. */
function ourFunctions(): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, ourFunction(name));
    return known.get(name);
  };
}

const COLUMNS = 16_384;

/** One number for a place in a sheet. */
export const placeKey = (row: number, column: number): number => row * COLUMNS + column;

/** Something for each cell of an area, row by row. */
export function rowsOf<T>(area: Area, at: (row: number, column: number) => T): readonly (readonly T[])[] {
  if (area.rows === 1 && area.columns === 1) return [[at(area.row, area.column)]];
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_unused, c) => at(area.row + r, area.column + c)),
  );
}
