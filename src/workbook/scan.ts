import { areaName, cellName, holds, quotedSheet, readArea, splitAddress, type Area } from "./address";
import { inExcel } from "./office-problem";
import { functionsIn, isStoredForm } from "./our-formulas";

/** A cell with a formula of ours. */
export interface Anchor {
  readonly sheet: string;
  /** `B3`. */
  readonly cell: string;
  /** `'Sheet1'!B3`, as a formula would write it. */
  readonly address: string;
  readonly formula: string;
  /** Names of our functions in it, `VALUE`, in order and as often as they stand there. */
  readonly functions: readonly string[];
  readonly spill: { readonly rows: number; readonly columns: number };
  /** Entered while the add-in was absent: Excel shows #NAME? until the formula is entered again. */
  readonly stored: boolean;
}

export interface ScannedSheet {
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly isProtected: boolean;
  readonly anchors: number;
}

export interface Scan {
  readonly sheets: readonly ScannedSheet[];
  readonly anchors: readonly Anchor[];
}

export interface ScanOptions {
  readonly signal?: AbortSignal;
  /** Sheets looked through, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** How many cells are asked for at once: Excel on the web hands out 5 MB at most. */
  readonly slice?: number;
}

const SLICE = 50_000;
/** Spill ranges asked for in one batch. */
const SPILLS = 500;

/** Every formula of ours on every sheet, hidden and protected ones included; an abort ends it with what was found. */
export async function scan({ signal, onProgress, slice = SLICE }: ScanOptions = {}): Promise<Scan> {
  const listed = await inExcel(sheetsOf, { delayForCellEdit: true });
  const sheets: ScannedSheet[] = [];
  const anchors: Anchor[] = [];
  for (const [done, sheet] of listed.entries()) {
    if (signal?.aborted) break;
    const found = await scanSheet(sheet, slice, signal);
    anchors.push(...found);
    sheets.push({ ...sheet, anchors: found.length });
    onProgress?.(done + 1, listed.length);
  }
  return { sheets, anchors };
}

type Listed = Omit<ScannedSheet, "anchors">;

async function sheetsOf(context: Excel.RequestContext): Promise<readonly Listed[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility,items/protection/protected");
  await context.sync();
  return worksheets.items.map(({ name, visibility, protection }) => ({
    name,
    visibility,
    isProtected: protection.protected,
  }));
}

async function scanSheet(
  { name }: Listed,
  slice: number,
  signal: AbortSignal | undefined,
): Promise<readonly Anchor[]> {
  const used = await inExcel((context) => usedArea(context, name), { delayForCellEdit: true });
  if (!used) return [];
  const rows = Math.max(1, Math.floor(slice / used.columns));
  const cells: FormulaCell[] = [];
  for (let top = 0; top < used.rows && !signal?.aborted; top += rows) {
    const part: Area = { ...used, row: used.row + top, rows: Math.min(rows, used.rows - top) };
    cells.push(...(await inExcel((context) => formulasIn(context, name, part), { delayForCellEdit: true })));
  }
  const spills: Spilled[] = [];
  for (let i = 0; i < cells.length && !signal?.aborted; i += SPILLS) {
    const batch = cells.slice(i, i + SPILLS);
    spills.push(...(await inExcel((context) => spillsOf(context, name, batch), { delayForCellEdit: true })));
  }
  return anchorsOf(name, spills);
}

async function usedArea(context: Excel.RequestContext, name: string): Promise<Area | undefined> {
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
  used.load("address");
  await context.sync();
  return used.isNullObject ? undefined : readArea(splitAddress(used.address).cells);
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

async function formulasIn(
  context: Excel.RequestContext,
  name: string,
  part: Area,
): Promise<readonly FormulaCell[]> {
  const range = context.workbook.worksheets.getItem(name).getRange(areaName(part));
  range.load("formulas");
  await context.sync();
  return (range.formulas as readonly (readonly unknown[])[]).flatMap((line, r) =>
    line.flatMap((formula, c) =>
      typeof formula === "string" && functionsIn(formula).length > 0
        ? [{ row: part.row + r, column: part.column + c, formula }]
        : [],
    ),
  );
}

interface Spilled extends FormulaCell {
  readonly spill: Area | undefined;
}

async function spillsOf(
  context: Excel.RequestContext,
  name: string,
  cells: readonly FormulaCell[],
): Promise<readonly Spilled[]> {
  const sheet = context.workbook.worksheets.getItem(name);
  const ranges = cells.map(({ row, column }) => {
    const spill = sheet.getRange(cellName(row, column)).getSpillingToRangeOrNullObject();
    spill.load("address");
    return spill;
  });
  await context.sync();
  return cells.map((cell, i) => {
    const range = ranges[i];
    const spill = range && !range.isNullObject ? readArea(splitAddress(range.address).cells) : undefined;
    return { ...cell, spill };
  });
}

/** Some hosts show a spill's formula in all of its cells; only its corner counts. */
function anchorsOf(sheet: string, cells: readonly Spilled[]): readonly Anchor[] {
  const spills = cells.flatMap(({ spill, formula }) => (spill ? [{ spill, formula }] : []));
  const isInside = (cell: Spilled): boolean =>
    !cell.spill &&
    spills.some(({ spill, formula }) => formula === cell.formula && holds(spill, cell.row, cell.column));
  return cells
    .filter((cell) => !isInside(cell))
    .map(({ row, column, formula, spill }) => ({
      sheet,
      cell: cellName(row, column),
      address: `${quotedSheet(sheet)}!${cellName(row, column)}`,
      formula,
      functions: functionsIn(formula),
      spill: { rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 },
      stored: isStoredForm(formula),
    }));
}
