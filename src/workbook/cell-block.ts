import { areaName, cellName, type Area } from "../file/address";

/** What one cell of a block holds. A text stays a text, whatever it looks like; a formula is in Excel's English form. */
export type CellContent =
  | { readonly text: string }
  | { readonly number: number; readonly format?: string }
  | { readonly formula: string; readonly format?: string };

/** The name of a cell of the block, `B3`, by its place in it; rows and columns count from 0. */
export type CellNames = (row: number, column: number) => string;

/** A small table of labels, numbers and formulas, each in a cell of its own. */
export interface CellBlock {
  readonly rows: number;
  readonly columns: number;
  /** Row by row; formulas may name other cells of the block. */
  readonly contents: (names: CellNames) => readonly (readonly CellContent[])[];
  /** Rows whose words are titles. */
  readonly titles: readonly number[];
  /** Least width of each column in points. */
  readonly widths: readonly (number | undefined)[];
}

/** Words without a digit are nothing but words; everything else might be read as a formula, a date or a number. */
const PLAIN = /^\p{L}[^\d]*$/u;

/** A text as it is written into a cell so that it stays one: behind an apostrophe, which Excel does not show. */
export function asText(text: string): string {
  return PLAIN.test(text) && !/^(?:true|false)$/i.test(text) ? text : `'${text}`;
}

/** Writes the contents first: if Excel refuses one of them, nothing else has happened. */
export function writeCellBlock(
  sheet: Excel.Worksheet,
  block: CellBlock,
  area: Area,
  widths: readonly number[],
): void {
  const { row, column, rows, columns } = area;
  const contents = block.contents((r, c) => cellName(row + r, column + c));
  const at = (r: number, c: number): CellContent => contents[r]?.[c] ?? { text: "" };
  sheet.getRange(areaName(area)).formulas = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => enteredAs(at(r, c))),
  );
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const content = at(r, c);
      if ("format" in content)
        sheet.getRange(cellName(row + r, column + c)).numberFormat = [[content.format]];
    }
  for (const r of block.titles)
    sheet.getRange(areaName({ row: row + r, column, rows: 1, columns })).format.font.bold = true;
  for (const [c, width] of block.widths.entries())
    if (width !== undefined && c < columns && (widths[c] ?? 0) < width)
      sheet.getRange(cellName(row, column + c)).format.columnWidth = width;
}

function enteredAs(content: CellContent): string | number {
  if ("text" in content) return content.text === "" ? "" : asText(content.text);
  return "formula" in content ? content.formula : content.number;
}
