import type { Area } from "../file/address";
import type { StoredCell } from "./cells";

/** A sheet of a file that is open. */
export interface StoredSheet {
  readonly name: string;
  /** The part that holds it: `xl/worksheets/sheet1.xml`. */
  readonly part: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
  /** In the order of the file: row by row. */
  readonly cells: readonly StoredCell[];
  readonly merged: readonly Area[];
  readonly tables: readonly StoredTable[];
}

export interface StoredTable {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** A defined name; `formula` as stored, without the equals sign. */
export interface StoredName {
  readonly name: string;
  readonly formula: string;
  /** The sheet to which it is confined. */
  readonly sheet?: string;
  readonly isHidden: boolean;
}

/** A workbook as its file tells it. Chart sheets and dialogue sheets are kept in the file and are not among its sheets. */
export interface StoredBook {
  readonly sheets: readonly StoredSheet[];
  readonly names: readonly StoredName[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  /** The number formats of the cell formats, `yyyy-mm-dd`, by place. */
  readonly formats: readonly string[];
  /** What of the file only Excel works out, in words: external links, iterative calculation, data tables. */
  readonly onlyExcel: readonly string[];
}
