import { Problem, badInput } from "../domain/problem";
import { areaName, cellName, fits, quotedSheet, readArea, splitAddress, type Area } from "../file/address";
import { asText, writeCellBlock, type CellBlock } from "./cell-block";
import { inExcel } from "./office-problem";

/** A formula and the cells that it will fill. */
export interface FormulaBlock {
  /** In Excel's English form, with commas. */
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
  /** The first row holds words. */
  readonly header: boolean;
  /** A number format for each column below the header. */
  readonly formats: readonly (string | undefined)[];
  /** Least width of each column in points. */
  readonly widths: readonly (number | undefined)[];
  /** What the formula answers now, written from a column of the block on; with column 0 instead of the formula. */
  readonly fixed?: { readonly at: number; readonly rows: readonly (readonly (string | number)[])[] };
}

/** What can be inserted: one formula with the cells that it fills, or cells with contents of their own. */
export type Block = FormulaBlock | CellBlock;

/** Where to insert; left out: the selected cell. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** What inserting would do. */
export interface Survey {
  readonly place: Place;
  /** `'Sheet1'!B3:D9`. */
  readonly address: string;
  /** Cells with contents that would be lost, `B4`, in reading order. */
  readonly occupied: readonly string[];
}

/** Looks where a block would go; a place that cannot take it is a Problem that says why. */
export function surveyInsert(block: Block, place?: Place): Promise<Survey> {
  return inExcel(async (context) => (await look(context, block, place)).survey);
}

/**
 * Inserts the block in one batch, everything having been checked before. Contents are overwritten only where `agreed`
 * names their cells; if others have contents by now, nothing is written and the Problem names them.
 */
export function insertBlock(block: Block, place?: Place, agreed: readonly string[] = []): Promise<Survey> {
  return inExcel(async (context) => {
    const { survey, area, sheet, widths } = await look(context, block, place);
    const strangers = survey.occupied.filter((cell) => !agreed.includes(cell));
    if (strangers.length > 0) throw overwriteProblem(strangers);
    if ("formula" in block) write(sheet, block, area, widths);
    else writeCellBlock(sheet, block, area, widths);
    await context.sync();
    return survey;
  });
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** The sentence that names what would be lost. */
export function overwriteProblem(occupied: readonly string[]): Problem {
  const named = occupied.slice(0, 5).join(", ");
  const more = occupied.length > 5 ? ` and ${occupied.length - 5} more` : "";
  const cells = `${counted(occupied.length, "cell")} that ${occupied.length === 1 ? "has" : "have"}`;
  return badInput(
    `This would overwrite ${cells} contents: ${named}${more}. Choose an empty place, or agree.`,
  );
}

interface Looked {
  readonly survey: Survey;
  readonly area: Area;
  readonly sheet: Excel.Worksheet;
  readonly widths: readonly number[];
}

async function look(context: Excel.RequestContext, block: Block, place: Place | undefined): Promise<Looked> {
  if ("formula" in block && !block.formula.startsWith("="))
    throw badInput("A formula starts with =; write it so.");
  const { workbook } = context;
  const start = place
    ? workbook.worksheets.getItem(place.sheet).getRange(place.cell)
    : workbook.getSelectedRange();
  const sheet = start.worksheet;
  start.load("address");
  sheet.load("name");
  sheet.protection.load("protected");
  workbook.load("readOnly");
  await context.sync();
  refuseClosed(workbook, sheet);
  const { row, column } = readArea(splitAddress(start.address).cells);
  const area: Area = { row, column, rows: block.rows, columns: block.columns };
  if (!fits(area))
    throw badInput(
      `${counted(block.rows, "row")} and ${counted(block.columns, "column")} do not fit below ${cellName(row, column)}; choose a cell further up or left.`,
    );
  const range = sheet.getRange(areaName(area));
  range.load("formulas");
  const columns = Array.from({ length: block.columns }, (_, i) => {
    const { format } = sheet.getRange(cellName(row, column + i));
    format.load("columnWidth");
    return format;
  });
  await context.sync();
  const occupied = (range.formulas as readonly (readonly unknown[])[]).flatMap((line, r) =>
    line.flatMap((content, c) => (content === "" ? [] : [cellName(row + r, column + c)])),
  );
  await refuseForeignSpills(context, sheet, area, occupied);
  return {
    survey: {
      place: { sheet: sheet.name, cell: cellName(row, column) },
      address: `${quotedSheet(sheet.name)}!${areaName(area)}`,
      occupied,
    },
    area,
    sheet,
    widths: columns.map(({ columnWidth }) => columnWidth),
  };
}

/** A file or a sheet that takes no changes, once `readOnly`, `name` and `protection/protected` are loaded, is a Problem. */
export function refuseClosed({ readOnly }: Excel.Workbook, { name, protection }: Excel.Worksheet): void {
  if (readOnly)
    throw badInput("This workbook is open read-only; save a copy under another name, then insert.");
  if (protection.protected)
    throw badInput(`The sheet "${name}" is protected; unprotect it, or choose another sheet.`);
}

/** A part of another formula's spill cannot be overwritten: Excel refuses it, and a block in it would be #SPILL!. */
export async function refuseForeignSpills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  occupied: readonly string[],
): Promise<void> {
  const parents = occupied.slice(0, MOST_LOOKED_AT).map((cell) => {
    const parent = sheet.getRange(cell).getSpillParentOrNullObject();
    parent.load("address");
    return parent;
  });
  if (parents.length === 0) return;
  await context.sync();
  for (const parent of parents) {
    if (parent.isNullObject) continue;
    const { cells } = splitAddress(parent.address);
    const { row, column } = readArea(cells);
    const isOwn = row >= area.row && column >= area.column;
    const inArea = isOwn && row < area.row + area.rows && column < area.column + area.columns;
    if (!inArea)
      throw badInput(`These cells belong to the table that the formula in ${cells} fills; choose others.`);
  }
}

const MOST_LOOKED_AT = 200;

/** A text stays one, whatever it looks like; an error is entered by its name. */
const entered = (value: string | number): string | number =>
  typeof value === "string" && value !== "" && !value.startsWith("#") ? asText(value) : value;

/** The formula first: if Excel refuses it, nothing else has happened. */
function write(sheet: Excel.Worksheet, block: FormulaBlock, area: Area, widths: readonly number[]): void {
  const { row, column, rows, columns } = area;
  const part = (r: number, c: number, height: number, width: number): Excel.Range =>
    sheet.getRange(areaName({ row: row + r, column: column + c, rows: height, columns: width }));
  const { fixed } = block;
  const live = fixed?.at ?? columns;
  if (live > 0) part(0, 0, 1, 1).formulas = [[block.formula]];
  if (live > 1) part(0, 1, 1, live - 1).clear("Contents");
  if (live > 0 && rows > 1) part(1, 0, rows - 1, live).clear("Contents");
  if (fixed) part(0, live, rows, columns - live).values = fixed.rows.map((line) => line.map(entered));
  const top = block.header ? 1 : 0;
  for (const [c, format] of block.formats.entries())
    if (format !== undefined && c < columns && rows > top)
      part(top, c, rows - top, 1).numberFormat = Array.from({ length: rows - top }, () => [format]);
  for (const [c, width] of block.widths.entries())
    if (width !== undefined && c < columns && (widths[c] ?? 0) < width)
      part(0, c, 1, 1).format.columnWidth = width;
  if (!block.header) return;
  const header = part(0, 0, 1, columns);
  header.format.wrapText = true;
  header.format.verticalAlignment = "Top";
}
