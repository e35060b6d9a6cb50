import type { Day } from "../../../src/domain/period";
import { Problem } from "../../../src/domain/problem";
import type { Load, Series } from "../../../src/domain/series";
import { directFunctions } from "../../../src/workbench/direct-functions";
import { lateFileCalculator } from "../../../src/workbench/sheet/file-late";
import type { StoredBook } from "../../../src/xlsx/book";
import type { CellEdit } from "../../../src/xlsx/cells";
import { refreshStored, type StoredRefresh } from "../../../src/xlsx/refresh/refresh-stored";
import type { RefreshAsked, RefreshHost } from "../../../src/xlsx/refresh/worked-out";
import { keptFigures } from "./kept-figures";
import { cellName } from "../../../src/file/address";

const calculator = lateFileCalculator({ engine: () => import("@odoo/o-spreadsheet"), ...directFunctions() });

/** Exactly these documents; all else is unknown. */
export const having =
  (...documents: readonly Series[]): Load =>
  (id) => {
    const found = documents.find((one) => one.id === id);
    return found
      ? Promise.resolve(found)
      : Promise.reject(new Problem("no-data", `${id} is not in this test.`));
  };

export const hostWith = (load: Load): RefreshHost => ({
  calculator,
  load,
  origin: "a test",
  today: "2026-11-26" as Day,
});

export const NEWER: RefreshAsked = { take: "newer", unpin: false, formulas: "all" };

/** Refreshes a book made by hand: what it kept, what is to be had, and how. */
export const refreshed = async (
  book: StoredBook,
  load: Load,
  { kept = [], asked = NEWER, pin }: { kept?: readonly Series[]; asked?: RefreshAsked; pin?: Day } = {},
): Promise<StoredRefresh> =>
  refreshStored(book, kept.length > 0 ? await keptFigures(kept, pin) : [], hostWith(load), asked);

/** The edits of a sheet by the names of their cells: `{ B1: 5 }`; an error as its name. */
export function editsOf({ edits }: StoredRefresh, sheet = 0): Readonly<Record<string, unknown>> {
  const shown = ({ value }: CellEdit): unknown =>
    typeof value === "object" && value !== null ? value.error : value;
  return Object.fromEntries(
    (edits.get(sheet) ?? []).map((edit) => [cellName(edit.row, edit.column), shown(edit)]),
  );
}
