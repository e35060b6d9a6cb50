import type { Area } from "../file/address";

/** An error value as a cell shows it: `#N/A`, `#SPILL!`, `#BUSY!`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds; null where it is empty. A date is its serial number, in the calendar of the file. */
export type CellValue = string | number | boolean | CellError | null;

/** A formula as the file stores it, without the equals sign; a shared one is already written out for its cell. */
export interface StoredFormula {
  readonly text: string;
  /** `plain`: one cell. `array`: entered as an array of a fixed extent. `dynamic`: spills as far as its answer reaches. */
  readonly kind: "plain" | "array" | "dynamic";
  /** Of an array: its cells; of a dynamic one: the cells that it filled when the file was saved. */
  readonly extent?: Area;
}

/** One cell of a sheet; rows and columns count from 0. */
export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: StoredFormula;
  /** Its place among the file's cell formats. */
  readonly style: number;
}

/** What a cell shall be. What is left out stays as it is. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value?: CellValue;
  /** Null takes the formula away and leaves the value. */
  readonly formula?: StoredFormula | null;
  readonly style?: number;
}
