import type { CellPosition } from "../../sheet/engine";
import type { Book } from "../book";
import type { Charts } from "../charts";
import type { Culture } from "../culture";
import type { Faults } from "../faults";
import type { HostObject } from "../host-object";
import type { Names } from "../names";
import type { Protection } from "../protection";
import type { Sheets } from "../sheets";
import type { Ranges } from "./range-object";

/** What the classes of Excel's object model are made from. */
export interface Parts {
  readonly book: Book;
  readonly sheets: Sheets;
  readonly names: Names;
  readonly charts: Charts;
  readonly protection: Protection;
  readonly ranges: Ranges;
  readonly culture: Culture;
  readonly faults: Faults;
  /** Calls every function of the add-in again. */
  readonly recalculate: () => void;
  /** Calculates the formulas of some cells again; what the add-in answers in them is asked again. */
  readonly calculateCells: (cells: readonly CellPosition[]) => void;
  /** Whether a function's answer is still awaited. */
  readonly isCalculating: () => boolean;
}

/** The sheet that an object belongs to. */
export const sheetOf = (object: HostObject): string => object.within("Worksheet").key;

/** The proxy's object of a sheet. */
export const sheetObject = (object: HostObject, sheetId: string): HostObject =>
  object.wire.root.child("WorksheetCollection", ".Worksheets").child("Worksheet", sheetId);
