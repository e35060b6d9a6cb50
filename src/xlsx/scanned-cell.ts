import type { XmlElement } from "./xml";

/** A row of a sheet's part, where it stands in the text; `cellsEnd` is where its closing tag starts. */
export interface ScannedRow {
  readonly row: number;
  readonly element: XmlElement;
  readonly cellsEnd: number;
  readonly end: number;
}

/** A cell of a sheet's part as it is written. */
export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
  readonly formula: ScannedFormula | undefined;
  /** Of the element `v`; undefined where there is none. */
  readonly value: string | undefined;
  /** Of an inline string. */
  readonly text: string | undefined;
  readonly end: number;
  /** Of the element `v` or `is`. */
  readonly valuePlace: Place | undefined;
}

export interface ScannedFormula extends Place {
  readonly text: string;
  readonly element: XmlElement;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}
