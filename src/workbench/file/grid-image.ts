import { readArea } from "../../file/address";
import type { Definition } from "../host/chart-definition";
import type { Host } from "../host/index";
import { cellName } from "../sheet/address";
import type { Getters } from "../sheet/engine";

/** A workbook as the engine writes it out, as far as it matters for a file. */
export interface GridImage {
  readonly sheets: readonly SheetImage[];
  readonly styles: Readonly<Record<string, GridStyle>>;
  readonly formats: Readonly<Record<string, string>>;
  readonly borders: Readonly<Record<string, unknown>>;
  readonly office?: Readonly<Record<string, unknown>>;
  readonly pivots?: Readonly<Record<string, unknown>>;
}

export interface SheetImage {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  /** By zone: `A1:B3`. */
  readonly styles: Readonly<Record<string, number>>;
  readonly formats: Readonly<Record<string, number>>;
  readonly borders: Readonly<Record<string, number>>;
  readonly merges: readonly string[];
  readonly cols: Readonly<Record<string, SizeImage>>;
  readonly rows: Readonly<Record<string, SizeImage>>;
  readonly figures: readonly FigureImage[];
  readonly isVisible: boolean;
  readonly areGridLinesVisible: boolean;
  readonly panes?: { readonly xSplit: number; readonly ySplit: number };
  readonly [more: string]: unknown;
}

interface SizeImage {
  /** In pixels. */
  readonly size?: number;
  readonly isHidden?: boolean;
}

export interface FigureImage {
  readonly id: string;
  readonly tag: string;
  readonly data?: Definition & { readonly chartId: string };
}

/** How the engine says that a cell looks. */
export interface GridStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly align?: string;
  readonly verticalAlign?: string;
  readonly wrapping?: string;
  readonly fontSize?: number;
  readonly textColor?: string;
  readonly fillColor?: string;
  readonly [more: string]: unknown;
}

/** A workbook as it is now; the engine writes formulas that are alike as one, here each stands for itself. */
export function imageOf(host: Pick<Host, "save" | "model">): GridImage {
  const image = host.save() as GridImage;
  const { getters } = host.model;
  return {
    ...image,
    sheets: image.sheets.map((sheet) => ({ ...sheet, cells: contentsOf(getters, sheet.id) })),
  };
}

function contentsOf(getters: Getters, sheetId: string): Readonly<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const cell of getters.getCells(sheetId)) {
    const content = cell.isFormula ? cell.compiledFormula.toFormulaString(getters) : cell.content;
    if (content === "") continue;
    const { col, row } = getters.getCellPosition(cell.id);
    contents[cellName(col, row)] = content;
  }
  return contents;
}

/** What is said of zones, said of each cell. */
export function byCell<T>(
  zones: Readonly<Record<string, number>>,
  meaning: Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [zone, id] of Object.entries(zones)) {
    const said = meaning[id];
    if (said === undefined) continue;
    const { row, column, rows, columns } = readArea(zone);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) found.set(cellName(column + c, row + r), said);
  }
  return found;
}
