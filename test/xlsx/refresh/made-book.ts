import { readArea } from "../../../src/file/address";
import type { StoredBook, StoredName, StoredSheet } from "../../../src/xlsx/book";
import type { CellValue, StoredCell, StoredFormula } from "../../../src/xlsx/cells";

/** `[formula as stored, saved value]`, with `{spill: "A1:B3"}` for one that spills and `{array: "A1:A3"}` for a fixed one. */
export type MadeCell =
  | CellValue
  | {
      readonly f: string;
      readonly v?: CellValue;
      readonly spill?: string;
      readonly array?: string;
      readonly style?: number;
    };

export interface MadeSheet extends Partial<Omit<StoredSheet, "cells" | "name">> {
  readonly cells: Readonly<Record<string, MadeCell>>;
}

/** A book by hand: cells by their names, sheet by sheet. */
export function madeBook(
  sheets: Readonly<Record<string, MadeSheet>>,
  rest: Partial<Omit<StoredBook, "sheets" | "names">> & { readonly names?: readonly StoredName[] } = {},
): StoredBook {
  return {
    sheets: Object.entries(sheets).map(([name, { cells, ...sheet }], i): StoredSheet => ({
      name,
      part: `xl/worksheets/sheet${i + 1}.xml`,
      visibility: "visible",
      isProtected: false,
      merged: [],
      tables: [],
      ...sheet,
      cells: Object.entries(cells)
        .map(([at, cell]) => storedCell(at, cell))
        .sort((a, b) => a.row - b.row || a.column - b.column),
    })),
    names: [],
    from1904: false,
    formats: ["General", "yyyy-mm-dd"],
    onlyExcel: [],
    ...rest,
  };
}

function storedCell(at: string, cell: MadeCell): StoredCell {
  const { row, column } = readArea(at);
  if (typeof cell !== "object" || cell === null || "error" in cell)
    return { row, column, value: cell, style: 0 };
  const extent = cell.spill ?? cell.array;
  const formula: StoredFormula = {
    text: cell.f,
    kind: cell.spill !== undefined ? "dynamic" : cell.array !== undefined ? "array" : "plain",
    ...(extent !== undefined && { extent: readArea(extent) }),
  };
  return { row, column, value: cell.v ?? null, formula, style: cell.style ?? 0 };
}
