import type { Answer, AnswerCell, Calculation, Calculator, Work } from "../../xlsx/refresh/calculator";
import { installFunctions, type InstalledFunctions } from "./adaptor";
import { provideGroupBy, silenceTimings } from "./compat";
import type { CellPosition, Engine, GridCell, Model } from "./engine";
import { answerCell } from "./file-cells";
import { FIT, registerFit, SESSION, type Session } from "./file-fit";
import { registerSpilled } from "./file-spilled";
import { fileSheets, sheetId } from "./file-sheets";
import { sheetGrowth } from "./growth";
import type { FunctionMetadata, FunctionTable } from "./function-table";

export interface FileCalculatorOptions {
  readonly engine: Engine;
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
  readonly table: FunctionTable;
}

/** Works the formulas of files out with the grid's engine. */
export function fileCalculator(options: FileCalculatorOptions): Calculator {
  const { engine, namespace, metadata, table } = options;
  provideGroupBy();
  silenceTimings();
  let isOpen = false;
  // Nothing of ours is asked before the saved answers were compared.
  const gated: FunctionTable = Object.fromEntries(
    Object.entries(table).map(([id, run]) => [id, (...args: unknown[]) => (isOpen ? run(...args) : null)]),
  );
  const installed: InstalledFunctions = installFunctions(engine, namespace, metadata, gated);
  registerFit(engine);
  registerSpilled(engine);
  const functions = new Set(engine.registries.functionRegistry.getKeys());
  return {
    namespace,
    knows: (name) => functions.has(name),
    open(sheets, works) {
      isOpen = false;
      const growth = sheetGrowth();
      const session: Session = { isOpen: false, works, pinned: new Set(), growth };
      const workbook = installed.open(
        { sheets: fileSheets(sheets, works, fitFormula) },
        { custom: { [SESSION]: session } },
      );
      const { model } = workbook;
      return {
        answer: (work) => answerOf(engine, model, work),
        async refresh(pinned) {
          isOpen = true;
          session.isOpen = true;
          session.pinned = pinned;
          workbook.recalculate();
          do await workbook.settled();
          while (growth.apply(model));
        },
        dispose: workbook.dispose,
      } satisfies Calculation;
    },
  };
}

const fitFormula = ({ text, given }: Work, number: number): string =>
  given ? `=${FIT}(${number})` : `=${FIT}(${number},${text.slice(1)})`;

const placeOf = ({ sheet, row, column }: Work): CellPosition => ({
  sheetId: sheetId(sheet),
  row,
  col: column,
});

const SPILL_BLOCKED = "#SPILL!";

function answerOf(o: Engine, { getters }: Model, work: Work): Answer {
  const at = placeOf(work);
  const shown = (row: number, col: number): AnswerCell =>
    answerCell(o, getters.getEvaluatedCell({ sheetId: at.sheetId, row, col }));
  const corner: GridCell = getters.getEvaluatedCell(at);
  const isBlocked = corner.value === SPILL_BLOCKED;
  const zone = isBlocked ? undefined : getters.getSpreadZone(at);
  if (!zone) return { rows: [[shown(work.row, work.column)]], isBlocked };
  const rows: AnswerCell[][] = [];
  for (let row = zone.top; row <= zone.bottom; row++) {
    const cells: AnswerCell[] = [];
    for (let col = zone.left; col <= zone.right; col++) cells.push(shown(row, col));
    rows.push(cells);
  }
  return { rows, isBlocked };
}
