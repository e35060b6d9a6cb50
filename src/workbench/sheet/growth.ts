import type { CellPosition, Getters, GridMatrix, Model } from "./engine";

/** Excel's sheets are larger, but here every row costs time in each full evaluation. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 702;
const SPILL_BLOCKED = "#SPILL!";

/** Enlarges a sheet whose edge stops a spill, as Excel's practically endless sheets never do. */
export interface Growth {
  /** Remembers that a result may not fit (it may as well be nested in a SUM and need no room at all). */
  readonly note: (at: CellPosition, result: GridMatrix, getters: Getters) => void;
  /** Enlarges the sheets of noted cells that do show #SPILL!; true when something was added. */
  readonly apply: (model: Model) => boolean;
  readonly waiting: boolean;
}

interface Need {
  readonly at: CellPosition;
  readonly rows: number;
  readonly cols: number;
}

export function sheetGrowth(): Growth {
  let needs: Need[] = [];
  return {
    note(at, result, getters) {
      const cols = at.col + result.length;
      const rows = at.row + (result[0]?.length ?? 0);
      if (cols <= getters.getNumberCols(at.sheetId) && rows <= getters.getNumberRows(at.sheetId)) return;
      if (cols <= MOST_COLUMNS && rows <= MOST_ROWS) needs.push({ at, rows, cols });
    },
    apply(model) {
      const blocked = needs.filter(
        ({ at }) =>
          model.getters.tryGetSheet(at.sheetId) !== undefined &&
          model.getters.getEvaluatedCell(at).value === SPILL_BLOCKED,
      );
      needs = [];
      let grown = false;
      for (const { at, rows, cols } of blocked) {
        grown = add(model, at.sheetId, "ROW", rows - model.getters.getNumberRows(at.sheetId)) || grown;
        grown = add(model, at.sheetId, "COL", cols - model.getters.getNumberCols(at.sheetId)) || grown;
      }
      return grown;
    },
    get waiting() {
      return needs.length > 0;
    },
  };
}

function add(model: Model, sheetId: string, dimension: "ROW" | "COL", missing: number): boolean {
  if (missing <= 0) return false;
  const { getters } = model;
  const size = dimension === "ROW" ? getters.getNumberRows(sheetId) : getters.getNumberCols(sheetId);
  const result = model.dispatch("ADD_COLUMNS_ROWS", {
    sheetId,
    sheetName: getters.getSheetName(sheetId),
    dimension,
    base: size - 1,
    position: "after",
    quantity: missing + (dimension === "ROW" ? 50 : 5),
  });
  if (result.isSuccessful) forgetLastUndoStep(model);
  return result.isSuccessful;
}

/**
 * Growing is nobody's edit: undoing it would shrink the sheet, block the spill and grow the sheet again, so that the
 * user could never undo past it. The library treats what is left of the stack like edits around a collaborator's.
 */
function forgetLastUndoStep(model: Model): void {
  const { handlers } = model as unknown as { readonly handlers: readonly { undoStack?: unknown[] }[] };
  handlers.find((handler) => Array.isArray(handler.undoStack))?.undoStack?.pop();
}
