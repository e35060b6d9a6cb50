import { areaName, cellName, quotedSheet, readArea, splitAddress, type Area } from "../file/address";
import type { Anchor } from "./anchor";
import { inExcel } from "./office-problem";
import { functionsIn, isStoredForm } from "../file/our-formulas";
import { usesOfOurs, type UsedCell } from "./precedents";

/** A formula of ours in its cell, also in the language and with the separators of the person's Excel. */
export interface LocalAnchor extends Anchor {
  readonly local: string;
}

/** One cell as the person sees it, and the formula of ours that fills it, if one does. */
export interface FocusCell {
  readonly sheet: string;
  /** `B3`. */
  readonly cell: string;
  /** `'Sheet1'!B3`. */
  readonly address: string;
  /** As the cell shows it. */
  readonly text: string;
  /** `#N/A` and the like. */
  readonly error: string | undefined;
  readonly isEmpty: boolean;
  /** In this cell, or in the one whose table this cell is a part of. */
  readonly anchor: LocalAnchor | undefined;
  /** The cell's place in that table, from 0. */
  readonly row: number;
  readonly column: number;
  /** Cells of ours that a formula of somebody else's refers to. */
  readonly uses: readonly UsedCell[];
}

/** What is selected. */
export interface Selection {
  /** `'Sheet1'!B3:D7`. */
  readonly address: string;
  readonly cells: number;
  /** The selected cell; of several the first with a formula of ours, undefined where none has one. */
  readonly focus: FocusCell | undefined;
  /** Further formulas of ours in the selected cells. */
  readonly others: number;
  /** So many cells are selected that not all were looked through. */
  readonly isPartly: boolean;
}

export interface ReadSelectionOptions {
  /** Waits until nobody edits a cell, instead of failing at once. */
  readonly waitsForEdit?: boolean;
}

/** Excel on the web hands out 5 MB at once; formulas are some tens of letters long. */
const MOST_LOOKED_THROUGH = 20_000;
/** Nobody types into one cell for longer. */
const EDIT_MS = 30 * 60 * 1000;

/** Reads what is selected, and no more than is needed to say what is ours in it. Whatever goes wrong is a Problem. */
export function readSelection({ waitsForEdit = false }: ReadSelectionOptions = {}): Promise<Selection> {
  return inExcel(look, waitsForEdit ? { delayForCellEdit: true, timeoutMs: EDIT_MS } : {});
}

/** Selects a cell and shows it. */
export function selectCell({ sheet, cell }: Pick<Anchor, "sheet" | "cell">): Promise<void> {
  return inExcel(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).select();
    await context.sync();
  });
}

async function look(context: Excel.RequestContext): Promise<Selection> {
  const { workbook } = context;
  const selected = workbook.getSelectedRange();
  selected.load("address,cellCount");
  const active = asked(workbook.getActiveCell());
  await context.sync();
  const { address, cellCount } = selected;
  const { sheet, cells } = splitAddress(address);
  const named = { address: `${quotedSheet(sheet)}!${cells}`, cells: cellCount };
  if (cellCount === 1) {
    const focus = await focusOf(context, sheet, active);
    return { ...named, focus, others: 0, isPartly: false };
  }
  const { ours, isPartly } = await oursIn(context, selected);
  const [first] = ours;
  if (!first) return { ...named, focus: undefined, others: 0, isPartly };
  const cell = asked(workbook.worksheets.getItem(sheet).getRange(first));
  await context.sync();
  const focus = await focusOf(context, sheet, cell);
  return { ...named, focus, others: ours.length - 1, isPartly };
}

interface Asked {
  readonly range: Excel.Range;
  readonly parent: Excel.Range;
  readonly spill: Excel.Range;
}

/** Everything about one cell, in the batch that is sent anyway. */
function asked(range: Excel.Range): Asked {
  const parent = range.getSpillParentOrNullObject();
  const spill = range.getSpillingToRangeOrNullObject();
  range.load("address,formulas,formulasLocal,text,values,valueTypes,numberFormat");
  parent.load("address,formulas,formulasLocal,values,numberFormat");
  spill.load("address");
  return { range, parent, spill };
}

async function focusOf(
  context: Excel.RequestContext,
  sheet: string,
  { range, parent, spill }: Asked,
): Promise<FocusCell> {
  const here = splitAddress(range.address).cells;
  const own: unknown = range.formulas[0]?.[0];
  const text = range.text[0]?.[0] ?? "";
  const isInTable = !parent.isNullObject && splitAddress(parent.address).cells !== here;
  const source = isInTable ? parent : range;
  const anchor = anchorOf(sheet, source, spill.isNullObject ? undefined : spill);
  const [at, from] = [readArea(here), readArea(splitAddress(source.address).cells)];
  const formula = typeof own === "string" && own.startsWith("=") && !anchor ? own : undefined;
  return {
    sheet,
    cell: here,
    address: `${quotedSheet(sheet)}!${here}`,
    text,
    error: range.valueTypes[0]?.[0] === Excel.RangeValueType.error ? text : undefined,
    isEmpty: own === "" && text === "",
    anchor: anchor && isInTable ? await withSpill(context, anchor) : anchor,
    row: at.row - from.row,
    column: at.column - from.column,
    uses: formula === undefined ? [] : await usesOfOurs(context, sheet, formula),
  };
}

function anchorOf(
  sheet: string,
  range: Excel.Range,
  spill: Excel.Range | undefined,
): LocalAnchor | undefined {
  const formula: unknown = range.formulas[0]?.[0];
  const functions = functionsIn(formula);
  if (typeof formula !== "string" || functions.length === 0) return undefined;
  const { cells: cell } = splitAddress(range.address);
  return {
    sheet,
    cell,
    address: `${quotedSheet(sheet)}!${cell}`,
    formula,
    functions,
    stored: isStoredForm(formula),
    local: String(range.formulasLocal[0]?.[0] ?? formula),
    spill: sizeOf(spill),
    shows: range.values[0]?.[0] as unknown,
    format: String(range.numberFormat[0]?.[0] ?? ""),
  };
}

const sizeOf = (spill: Excel.Range | undefined): Pick<Area, "rows" | "columns"> => {
  if (!spill) return { rows: 1, columns: 1 };
  const { rows, columns } = readArea(splitAddress(spill.address).cells);
  return { rows, columns };
};

/** The table of an anchor, seen from another cell of it. */
async function withSpill(context: Excel.RequestContext, anchor: LocalAnchor): Promise<LocalAnchor> {
  const spill = context.workbook.worksheets
    .getItem(anchor.sheet)
    .getRange(anchor.cell)
    .getSpillingToRangeOrNullObject();
  spill.load("address");
  await context.sync();
  return { ...anchor, spill: sizeOf(spill.isNullObject ? undefined : spill) };
}

/** The cells of a range that have a formula of ours, `B3`, in reading order. */
async function oursIn(
  context: Excel.RequestContext,
  range: Excel.Range,
): Promise<{ readonly ours: readonly string[]; readonly isPartly: boolean }> {
  const used = range.getUsedRangeOrNullObject(true);
  used.load("address");
  await context.sync();
  if (used.isNullObject) return { ours: [], isPartly: false };
  const area = readArea(splitAddress(used.address).cells);
  const rows = Math.min(area.rows, Math.max(1, Math.floor(MOST_LOOKED_THROUGH / area.columns)));
  const part = range.worksheet.getRange(areaName({ ...area, rows }));
  part.load("formulas");
  await context.sync();
  const ours = (part.formulas as readonly (readonly unknown[])[]).flatMap((line, r) =>
    line.flatMap((formula, c) =>
      functionsIn(formula).length > 0 ? [cellName(area.row + r, area.column + c)] : [],
    ),
  );
  return { ours, isPartly: rows < area.rows };
}
