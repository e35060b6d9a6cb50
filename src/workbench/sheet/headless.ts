import type { InstalledFunctions, OpenWorkbook } from "./adaptor";
import { parseCellName } from "./address";
import { excelErrorName } from "./arguments";
import { installFunctions } from "./adaptor";
import { provideGroupBy, silenceTimings } from "./compat";
import { type CellPosition, type Engine, type GridCell, type GridResult, isMatrix } from "./engine";
import type { FunctionMetadata, FunctionTable } from "./function-table";
import { SHEET_LOCALE } from "./locale";

export type SheetValue = string | number | boolean;

export interface SheetError {
  readonly error: string;
  readonly message: string;
}

/** What a formula or a cell came to. `text` is the value in its number format: a date is a serial number and its text. */
export type SheetAnswer =
  | { readonly kind: "value"; readonly value: SheetValue; readonly text: string }
  | {
      readonly kind: "values";
      /** An error inside a table stands in its own cell. */
      readonly values: readonly (readonly (SheetValue | SheetError)[])[];
      readonly texts: readonly (readonly string[])[];
    }
  | ({ readonly kind: "error" } & SheetError);

/** A sheet without a screen. */
export interface HeadlessSheet {
  /** Types into a cell (`B3`), exactly as a person would: a formula, a number, a date, a text. */
  readonly set: (cell: string, content: string) => void;
  /** Evaluates a formula beside the cells, with or without `=`; waits for its figures. */
  readonly evaluate: (formula: string) => Promise<SheetAnswer>;
  /** What a cell shows now; with its spill when it is the corner of one. */
  readonly read: (cell: string) => SheetAnswer | undefined;
  /** Resolves when nothing is loading, or after the time-out. */
  readonly settled: () => Promise<void>;
  readonly dispose: () => void;
}

export interface HeadlessOptions {
  readonly engine: Engine;
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
  readonly table: FunctionTable;
  readonly data?: unknown;
  /** Longest wait for one evaluation, in milliseconds. */
  readonly timeout?: number;
}

const SHEET = "sheet";
const FORMULA = "formula";
const DEFAULT_TIMEOUT_MS = 60_000;
const EMPTY_WORKBOOK = {
  sheets: [
    { id: SHEET, name: "Sheet1", colNumber: 50, rowNumber: 500 },
    { id: FORMULA, name: "Formula", colNumber: 1, rowNumber: 1 },
  ],
  settings: { locale: SHEET_LOCALE },
};

export function openSheet(options: HeadlessOptions): HeadlessSheet {
  const { engine, namespace, metadata, table, data = EMPTY_WORKBOOK, timeout = DEFAULT_TIMEOUT_MS } = options;
  provideGroupBy();
  silenceTimings();
  const installed: InstalledFunctions = installFunctions(engine, namespace, metadata, table);
  const workbook: OpenWorkbook = installed.open(data);
  const { model } = workbook;
  const sheetId = model.getters.getSheetIds()[0] ?? SHEET;
  // A formula is evaluated in no cell, so nothing can collide with what it spills; it claims to stand at the corner of
  // the last sheet, which is the empty one above unless a workbook was given.
  const at: CellPosition = { sheetId: model.getters.getSheetIds().at(-1) ?? SHEET, col: 0, row: 0 };

  const position = (cell: string): CellPosition => {
    const place = parseCellName(cell);
    if (!place) throw new Error(`"${cell}" is not a cell: write a column and a row, such as B3.`);
    return { sheetId, ...place };
  };

  const answer = (result: GridResult): SheetAnswer => {
    if (!isMatrix(result)) return single(engine, result);
    const corner = result[0]?.[0];
    if (result.length === 1 && result[0]?.length === 1 && corner) return single(engine, corner);
    const rows = Array.from({ length: result[0]?.length ?? 0 }, (_, row) =>
      result.map((column) => column[row] ?? { value: "" }),
    );
    return {
      kind: "values",
      values: rows.map((row) => row.map((cell) => valueOf(engine, cell))),
      texts: rows.map((row) => row.map((cell) => textOf(engine, cell))),
    };
  };

  return {
    set(cell, content) {
      const result = model.dispatch("UPDATE_CELL", { ...position(cell), content });
      if (!result.isSuccessful)
        throw new Error(`The sheet refused to write ${cell} (${result.reasons.join(", ")}).`);
    },
    async evaluate(formula) {
      const text = formula.startsWith("=") ? formula : `=${formula}`;
      await within(workbook.settled(), timeout);
      const result = await within(workbook.evaluate(sheetId, text, at), timeout);
      return result ? answer(result) : tooSlow(timeout);
    },
    read(cell) {
      const place = position(cell);
      const shown: GridCell = model.getters.getEvaluatedCell(place);
      if (shown.value === null) return undefined;
      const zone = model.getters.getSpreadZone(place);
      const isCorner = zone?.top === place.row && zone.left === place.col;
      if (!isCorner) return single(engine, shown);
      const column = (col: number): GridCell[] =>
        range(zone.top, zone.bottom).map(
          (row) => model.getters.getEvaluatedCell({ sheetId, col, row }) as GridCell,
        );
      return answer(range(zone.left, zone.right).map(column));
    },
    settled: async () => {
      await within(workbook.settled(), timeout);
    },
    dispose: workbook.dispose,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function single(o: Engine, cell: GridCell): SheetAnswer {
  const value = valueOf(o, cell);
  return typeof value === "object"
    ? { kind: "error", ...value }
    : { kind: "value", value, text: textOf(o, cell) };
}

function valueOf(o: Engine, { value, message = "" }: GridCell): SheetValue | SheetError {
  return typeof value === "string" && o.helpers.isEvaluationError(value)
    ? { error: excelErrorName(value), message }
    : (value ?? "");
}

function textOf(o: Engine, { value, format }: GridCell): string {
  return o.helpers.formatValue(value, { ...(format !== undefined && { format }), locale: SHEET_LOCALE });
}

const tooSlow = (timeout: number): SheetAnswer => ({
  kind: "error",
  error: "#N/A",
  message: `No answer within ${String(timeout / 1000)} seconds. Try again, or look at the connection.`,
});

/** The promise's value, or undefined once the time is over. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, ms);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}
