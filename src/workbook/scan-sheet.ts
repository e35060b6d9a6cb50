import type { Anchor } from "./anchor";
import { areaName, cellName, holds, quotedSheet, readArea, splitAddress, type Area } from "../file/address";
import { inExcel } from "./office-problem";
import { functionsIn, isStoredForm } from "../file/our-formulas";

/** Which functions of ours a formula of this sheet calls through names. */
export type ThroughNames = (formula: string) => readonly string[];

interface SheetScan {
  readonly slice: number;
  readonly throughNames: ThroughNames;
  readonly signal: AbortSignal | undefined;
}

/** Cells looked at closely in one batch. */
const CLOSELY = 500;

/** Every formula of ours on a sheet, slice by slice; between slices Excel and the page go on. */
export async function scanSheet(name: string, options: SheetScan): Promise<readonly Anchor[]> {
  const { slice, throughNames, signal } = options;
  const used = await inExcel((context) => usedArea(context, name), { delayForCellEdit: true });
  if (!used) return [];
  const rows = Math.max(1, Math.floor(slice / used.columns));
  const cells: FormulaCell[] = [];
  for (let top = 0; top < used.rows && !signal?.aborted; top += rows) {
    const part: Area = { ...used, row: used.row + top, rows: Math.min(rows, used.rows - top) };
    cells.push(
      ...(await inExcel((context) => formulasIn(context, name, part, throughNames), {
        delayForCellEdit: true,
      })),
    );
  }
  const looked: LookedAt[] = [];
  for (let i = 0; i < cells.length && !signal?.aborted; i += CLOSELY) {
    const batch = cells.slice(i, i + CLOSELY);
    looked.push(...(await inExcel((context) => lookAt(context, name, batch), { delayForCellEdit: true })));
  }
  return anchorsOf(name, looked);
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
  readonly functions: readonly string[];
}

async function formulasIn(
  context: Excel.RequestContext,
  name: string,
  part: Area,
  throughNames: ThroughNames,
): Promise<readonly FormulaCell[]> {
  const range = context.workbook.worksheets.getItem(name).getRange(areaName(part));
  range.load("formulas");
  await context.sync();
  return (range.formulas as readonly (readonly unknown[])[]).flatMap((line, r) =>
    line.flatMap((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      const functions = [...functionsIn(formula), ...throughNames(formula)];
      return functions.length === 0
        ? []
        : [{ row: part.row + r, column: part.column + c, formula, functions }];
    }),
  );
}

interface LookedAt extends FormulaCell {
  readonly spill: Area | undefined;
  readonly shows: unknown;
  readonly format: string;
}

async function lookAt(
  context: Excel.RequestContext,
  name: string,
  cells: readonly FormulaCell[],
): Promise<readonly LookedAt[]> {
  const sheet = context.workbook.worksheets.getItem(name);
  const ranges = cells.map(({ row, column }) => {
    const cell = sheet.getRange(cellName(row, column));
    const spill = cell.getSpillingToRangeOrNullObject();
    cell.load("values,numberFormat");
    spill.load("address");
    return { cell, spill };
  });
  await context.sync();
  return cells.flatMap((found, i) => {
    const range = ranges[i];
    if (!range) return [];
    const { cell, spill } = range;
    return {
      ...found,
      spill: spill.isNullObject ? undefined : readArea(splitAddress(spill.address).cells),
      shows: cell.values[0]?.[0] as unknown,
      format: String(cell.numberFormat[0]?.[0] ?? ""),
    };
  });
}

/** Some hosts show a spill's formula in all of its cells; only its corner counts. */
function anchorsOf(sheet: string, cells: readonly LookedAt[]): readonly Anchor[] {
  const spills = cells.flatMap(({ spill, formula }) => (spill ? [{ spill, formula }] : []));
  const isInside = (cell: LookedAt): boolean =>
    !cell.spill &&
    spills.some(({ spill, formula }) => formula === cell.formula && holds(spill, cell.row, cell.column));
  return cells
    .filter((cell) => !isInside(cell))
    .map(({ row, column, formula, functions, spill, shows, format }) => ({
      sheet,
      cell: cellName(row, column),
      address: `${quotedSheet(sheet)}!${cellName(row, column)}`,
      formula,
      functions,
      spill: { rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 },
      stored: isStoredForm(formula),
      shows,
      format,
    }));
}
