/**
 * The spreadsheet library, passed in as a value: whoever loads it (a lazy chunk in the page, a plain import in Node)
 * stays the only one that does, so it remains an unmodified and replaceable part, as its licence (LGPL) asks.
 */
export type Engine = typeof import("@odoo/o-spreadsheet");
export type Model = InstanceType<Engine["Model"]>;
export type ModelConfig = NonNullable<ConstructorParameters<Engine["Model"]>[1]>;
export type Getters = Model["getters"];

/** A value as the engine passes it around: an argument, a result or one cell of a matrix. */
export interface GridCell {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  readonly message?: string;
}

/** Column-major, as everywhere inside the engine. */
export type GridMatrix = readonly (readonly GridCell[])[];
export type GridResult = GridCell | GridMatrix;

export interface CellPosition {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** Arguments carry the position of the cell they were read from; literals and computed values have none. */
export interface GridArgument extends GridCell {
  readonly position?: CellPosition;
}

/** Shown while a function's promise is open. Registered as an error type, so that dependants wait too. */
export const BUSY = "#BUSY!";

export const isMatrix = (result: GridResult): result is GridMatrix => Array.isArray(result);

export const busy = (): GridCell => ({ value: BUSY, message: "Loading…" });
