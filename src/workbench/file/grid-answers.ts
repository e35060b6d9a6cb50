import type { CellValue } from "../../xlsx/cells";
import type { Answer, AnswerCell } from "../../xlsx/refresh/calculator";
import { readArea, type Area } from "../../file/address";
import { answerCell } from "../sheet/file-cells";
import type { Engine, GridCell, Model } from "../sheet/engine";

/** What the cells of a workbook in the grid show, as a file has it. */
export interface GridAnswers {
  readonly cell: (sheetId: string, row: number, column: number) => AnswerCell;
  /** What the formula in a cell fills. */
  readonly formula: (sheetId: string, row: number, column: number) => Answer;
  /** The values of cells that do not depend on how far a formula reaches. */
  readonly area: (sheetId: string, area: Area) => Answer;
}

const SPILL_BLOCKED = "#SPILL!";

export function gridAnswers(o: Engine, { getters }: Model): GridAnswers {
  const shown = (sheetId: string, row: number, col: number): GridCell =>
    getters.getEvaluatedCell({ sheetId, row, col });
  const cell = (sheetId: string, row: number, column: number): AnswerCell =>
    answerCell(o, shown(sheetId, row, column));
  const area = (sheetId: string, { row, column, rows, columns }: Area): Answer => ({
    isBlocked: false,
    rows: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_unused, c) => cell(sheetId, row + r, column + c)),
    ),
  });
  return {
    cell,
    area,
    formula(sheetId, row, column) {
      const isBlocked = shown(sheetId, row, column).value === SPILL_BLOCKED;
      const zone = isBlocked ? undefined : getters.getSpreadZone({ sheetId, row, col: column });
      const filled = zone
        ? { row, column, rows: zone.bottom - row + 1, columns: zone.right - column + 1 }
        : { row, column, rows: 1, columns: 1 };
      return { ...area(sheetId, filled), isBlocked };
    },
  };
}

/** Row and column of `B3`. */
export const placeIn = (cell: string): { readonly row: number; readonly column: number } => {
  const { row, column } = readArea(cell);
  return { row, column };
};

/** The first value of an answer that the engine did not work out, and why. */
export const failureOf = ({ rows }: Answer): string | undefined =>
  rows.flat().find(({ failed }) => failed !== undefined)?.failed;

export const isNameError = (value: CellValue): boolean =>
  typeof value === "object" && value !== null && value.error === "#NAME?";
