import { cellName, type Area } from "../file/address";
import { functionsIn } from "../file/our-formulas";
import { directFunctions } from "../workbench/direct-functions";
import { installFunctions, type OpenWorkbook } from "../workbench/sheet/adaptor";
import { excelErrorName } from "../workbench/sheet/arguments";
import { provideGroupBy, silenceTimings } from "../workbench/sheet/compat";
import type { Engine, GridCell } from "../workbench/sheet/engine";
import { SHEET_LOCALE } from "../workbench/sheet/locale";
import type { CellValue } from "../xlsx/cells";
import type { Content, PlannedCell, SheetPlan, Worked, WorkedCell, WorkedSheet } from "../xlsx/new/plan";

/** A formula that came to an error, and why. */
export interface FailedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly error: string;
  readonly message: string;
}

export interface WorkedOut {
  readonly worked: Worked;
  /** Formulas that should have a figure and have none. */
  readonly failed: readonly FailedCell[];
}

/** The workbook that is being worked out, as WHY looks into it. */
export interface OpenBook {
  readonly formulaAt: (address: string) => string | undefined;
}

const [ROWS, COLUMNS] = [200, 60];
const LONGEST_WAIT_MS = 120_000;

/**
 * Works out all formulas of some sheets in the spreadsheet engine, by the functions as they are connected. `onOpen` is
 * given the workbook before anything is worked out.
 */
export async function workOut(
  engine: Engine,
  sheets: readonly SheetPlan[],
  onOpen: (book: OpenBook) => void = () => undefined,
): Promise<WorkedOut> {
  provideGroupBy();
  silenceTimings();
  const { namespace, metadata, table } = directFunctions();
  const book = installFunctions(engine, namespace, metadata, table).open(dataOf(sheets));
  try {
    onOpen(book);
    await settled(book);
    const read = sheets.map((sheet, i) => readSheet(engine, book, sheet, idOf(i)));
    return {
      worked: new Map(sheets.map(({ name }, i) => [name, read[i]?.worked ?? NOTHING])),
      failed: read.flatMap(({ failed }) => failed),
    };
  } finally {
    book.dispose();
  }
}

const NOTHING: WorkedSheet = { cells: new Map(), fills: new Map() };
const idOf = (index: number): string => `sheet${index}`;

function dataOf(sheets: readonly SheetPlan[]): object {
  return {
    settings: { locale: SHEET_LOCALE },
    sheets: sheets.map(({ name, cells }, i) => ({
      id: idOf(i),
      name,
      rowNumber: ROWS,
      colNumber: COLUMNS,
      cells: Object.fromEntries(
        cells.map(({ row, column, content }) => [cellName(row, column), typed(content)]),
      ),
    })),
  };
}

/** What a person would type to have it in a cell: a text that might be read as something else stands behind an apostrophe. */
function typed(content: Content): string {
  if ("formula" in content) return content.formula;
  if ("number" in content) return String(content.number);
  const { text } = content;
  return /^\p{L}[^\d]*$/u.test(text) ? text : `'${text}`;
}

/** After so long, what is still loading counts as failed. */
async function settled(book: OpenWorkbook): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  try {
    await Promise.race([book.settled(), over]);
  } finally {
    clearTimeout(timer);
  }
}

function readSheet(
  engine: Engine,
  { model }: OpenWorkbook,
  { name: sheet, cells: planned }: SheetPlan,
  sheetId: string,
): { readonly worked: WorkedSheet; readonly failed: readonly FailedCell[] } {
  const cells = new Map<string, WorkedCell>();
  const fills = new Map<string, Area>();
  const failed: FailedCell[] = [];
  const shown = (row: number, col: number): GridCell => model.getters.getEvaluatedCell({ sheetId, row, col });
  for (const { row, column, content, mayFail } of formulasIn(planned)) {
    const name = cellName(row, column);
    const isOurs = functionsIn(content.formula).length > 0;
    const zone = model.getters.getSpreadZone({ sheetId, row, col: column });
    const area: Area = {
      row,
      column,
      rows: zone ? zone.bottom - row + 1 : 1,
      columns: zone ? zone.right - column + 1 : 1,
    };
    if (area.rows * area.columns > 1) fills.set(name, area);
    for (let r = 0; r < area.rows; r++)
      for (let c = 0; c < area.columns; c++)
        cells.set(cellName(row + r, column + c), workedCell(engine, shown(row + r, column + c), isOurs));
    const corner = shown(row, column);
    const error = errorOf(engine, corner);
    if (error !== undefined && mayFail !== true)
      failed.push({ sheet, cell: name, error, message: corner.message ?? "" });
  }
  return { worked: { cells, fills }, failed };
}

const formulasIn = (
  cells: readonly PlannedCell[],
): readonly (PlannedCell & { readonly content: { readonly formula: string } })[] =>
  cells.flatMap((cell) => ("formula" in cell.content ? [{ ...cell, content: cell.content }] : []));

/** Only our functions say how their answers are best shown. */
function workedCell(engine: Engine, shown: GridCell, isOurs: boolean): WorkedCell {
  const value = valueOf(engine, shown);
  return { value, ...(isOurs && shown.format !== undefined && { format: shown.format }) };
}

function valueOf(engine: Engine, shown: GridCell): CellValue {
  const error = errorOf(engine, shown);
  return error === undefined ? (shown.value ?? "") : { error };
}

const errorOf = ({ helpers }: Engine, { value }: GridCell): string | undefined =>
  typeof value === "string" && helpers.isEvaluationError(value) ? excelErrorName(value) : undefined;
