import { readArea } from "../../file/address";
import type { Anchor } from "../anchor";
import { readExpression, type Expression } from "../formula/expression";
import { nameFinder, type DefinedName } from "../names";
import type { Scan } from "../scan";
import type { BookCells } from "./book-cells";

/** What stands where in the workbook, as far as our formulas touch it. */
export interface Layout {
  /** A formula taken apart, once. */
  readonly read: (formula: string) => Expression | undefined;
  readonly cells: BookCells;
  readonly name: (word: string, sheet: string) => DefinedName | undefined;
  /** The formula of ours that fills a cell, and the cell's place within what it fills. */
  readonly anchorOver: (
    sheet: string,
    row: number,
    column: number,
  ) => { readonly anchor: Anchor; readonly row: number; readonly column: number } | undefined;
}

/** Cells filled by one formula that are told apart; a longer table is told by its first ones. */
const MOST_FILLED = 20_000;

export function layoutOf({ anchors, names }: Scan, cells: BookCells): Layout {
  const filled = new Map<
    string,
    { readonly anchor: Anchor; readonly row: number; readonly column: number }
  >();
  for (const anchor of anchors) {
    const { row, column } = readArea(anchor.cell);
    const { rows, columns } = anchor.spill;
    for (let r = 0; r < rows && r * columns < MOST_FILLED; r++)
      for (let c = 0; c < columns; c++)
        filled.set(keyOf(anchor.sheet, row + r, column + c), { anchor, row: r, column: c });
  }
  const expressions = new Map<string, Expression | undefined>();
  const read = (formula: string): Expression | undefined => {
    if (!expressions.has(formula)) expressions.set(formula, readExpression(formula));
    return expressions.get(formula);
  };
  return {
    read,
    cells,
    name: nameFinder(names),
    anchorOver: (sheet, row, column) => filled.get(keyOf(sheet, row, column)),
  };
}

const keyOf = (sheet: string, row: number, column: number): string =>
  `${row},${column},${sheet.toUpperCase()}`;
