import { SPILLED } from "../../xlsx/refresh/plain-formula";
import type { CellPosition, Engine, Getters, GridArgument, GridCell, GridResult } from "./engine";

interface Context {
  readonly getters: Getters;
  readonly __originCellPosition?: CellPosition;
  readonly updateDependencies?: (at: CellPosition) => void;
  readonly addDependencies?: (at: CellPosition, ranges: readonly unknown[]) => void;
  readonly getFormulaResult: (at: CellPosition) => GridCell;
}

type Description = Parameters<Engine["registries"]["functionRegistry"]["replace"]>[1];

/** The cells that the formula in one cell fills. The engine's own `A1#` looks for them on the sheet of whoever asks. */
export function registerSpilled(o: Engine): void {
  const description: Description = {
    description: "The cells that the formula in one cell fills.",
    hidden: true,
    args: [{ name: "cell", description: "The cell", type: ["ANY"], acceptErrors: true }],
    compute(cell) {
      return spilled(this as unknown as Context, cell as GridArgument, o.helpers.isEvaluationError) as never;
    },
  };
  o.registries.functionRegistry.replace(SPILLED, description);
}

function spilled(context: Context, cell: GridArgument, isError: (value: never) => boolean): GridResult {
  const { getters, __originCellPosition: home } = context;
  if (isError(cell.value as never)) return cell;
  const { position } = cell;
  if (!position) return { value: "#REF" };
  if (home) context.updateDependencies?.(home);
  const zone = getters.getSpreadZone(position);
  if (!zone) return { value: "#REF" };
  if (home) context.addDependencies?.(home, [getters.getRangeFromZone(position.sheetId, zone)]);
  const rows = Array.from({ length: zone.bottom - zone.top + 1 }, (_, i) => zone.top + i);
  return Array.from({ length: zone.right - zone.left + 1 }, (_, i) =>
    rows.map((row) => context.getFormulaResult({ sheetId: position.sheetId, col: zone.left + i, row })),
  );
}
