import { excelSerial, type Day } from "../../domain/period";
import { badInput, type Problem } from "../../domain/problem";

/** A number that carries how it is best shown; hosts without formats show it plain. */
export interface Measured {
  readonly kind: "measured";
  readonly value: number;
  readonly format: string;
}

/** A day, shown as a date where the host can. */
export interface Dated {
  readonly kind: "dated";
  readonly day: Day;
}

/** A missing value inside a table: an error of its own cell, never a zero and never a text that looks like one. */
export interface Gap {
  readonly kind: "gap";
  readonly problem: Problem;
}

export type Cell = number | string | boolean | Measured | Dated | Gap;

/** What a function puts into the sheet: one cell, or rows of cells of equal length. */
export type Cells = Cell | readonly (readonly Cell[])[];

/** How a host wants its values and errors. */
export interface CellWriter {
  readonly measured: (value: number, format: string) => unknown;
  readonly date: (serial: number, format: string) => unknown;
  readonly gap: (problem: Problem) => unknown;
  readonly failure: (problem: Problem) => unknown;
}

const FIRST_RIGHT_DAY = "1900-03-01";

export const DATE_FORMAT = "yyyy-mm-dd";

export const measured = (value: number, format: string): Measured => ({ kind: "measured", value, format });
export const dated = (day: Day): Dated => ({ kind: "dated", day });
export const gap = (problem: Problem): Gap => ({ kind: "gap", problem });

/** Cells in the host's own values. A number beyond what a cell can hold is a Problem, in a table a gap. */
export function writeCells(writer: CellWriter, cells: Cells): unknown {
  if (typeof cells === "object" && Array.isArray(cells))
    return (cells as readonly (readonly Cell[])[]).map((row) =>
      row.map((cell) => writeCell(writer, isHoldable(cell) ? cell : gap(tooLarge()))),
    );
  if (!isHoldable(cells as Cell)) throw tooLarge();
  return writeCell(writer, cells as Cell);
}

function isHoldable(cell: Cell): boolean {
  if (typeof cell === "object" && cell.kind === "measured") return Number.isFinite(cell.value);
  return typeof cell !== "number" || Number.isFinite(cell);
}

const tooLarge = (): Problem =>
  badInput("The result is beyond the numbers that a cell can hold; check the amounts.");

function writeCell(writer: CellWriter, cell: Cell): unknown {
  if (typeof cell !== "object") return cell;
  switch (cell.kind) {
    case "measured":
      return writer.measured(cell.value, cell.format);
    case "dated":
      // Excel's own calendar is right from 1 March 1900 on; an earlier day is written out.
      return cell.day < FIRST_RIGHT_DAY ? cell.day : writer.date(excelSerial(cell.day), DATE_FORMAT);
    case "gap":
      return writer.gap(cell.problem);
  }
}
