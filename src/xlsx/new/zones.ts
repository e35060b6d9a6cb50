import { cellName, holds } from "../../file/address";
import { LOOKS, type Look, type LookName } from "./looks";
import type { SheetPlan, WorkedSheet } from "./plan";

/** A cell with how it looks. */
export interface Painted {
  readonly row: number;
  readonly column: number;
  readonly look: LookName;
  /** Undefined: as Excel shows a value by itself. */
  readonly format: string | undefined;
}

export interface Zones {
  readonly at: (row: number, column: number) => Painted;
  /** Cells that are seen although nothing is in them: coloured ones, and those with a line. */
  readonly empty: () => readonly Painted[];
}

/** How the cells of a sheet look, by its zones and by what its functions answer with. */
export function zonesOf({ zones }: SheetPlan, { cells }: WorkedSheet): Zones {
  const at = (row: number, column: number): Painted => {
    const zone = zones.findLast(({ area }) => holds(area, row, column));
    return {
      row,
      column,
      look: zone?.look ?? "plain",
      format: zone?.format ?? cells.get(cellName(row, column))?.format,
    };
  };
  const isSeen = (look: LookName): boolean => {
    const { fill, edge }: Look = LOOKS[look];
    return fill !== undefined || edge !== undefined;
  };
  return {
    at,
    empty: () =>
      zones
        .filter(({ look }) => isSeen(look))
        .flatMap(({ area: { row, column, rows, columns } }) =>
          Array.from({ length: rows * columns }, (_, i) =>
            at(row + Math.floor(i / columns), column + (i % columns)),
          ),
        ),
  };
}
