import { areaName } from "../../file/address";
import { EDITION } from "../../file/edition-parts";
import { FROZEN } from "../../file/frozen-document";
import type { StoredBook } from "../../xlsx/book";
import { customXml } from "../../xlsx/custom-xml";
import type { Package } from "../../xlsx/package";
import { calendarOf } from "../../xlsx/refresh/calendar";
import { placeKey, rowsOf } from "../../xlsx/refresh/formulas";
import { cellName } from "../sheet/address";
import { constantText } from "../sheet/file-cells";
import { SHEET_LOCALE } from "../sheet/locale";
import type { GridName } from "./defined-names";
import { readSettings, SETTING_STATE } from "./document-settings";
import { extentOf, type GridExtent } from "./grid-extent";
import { gridFigures, type GridFigures } from "./grid-figures";
import type { GridFormula } from "./grid-formulas";
import { gridNames } from "./grid-names";
import { readSheetView, type SheetView } from "./sheet-view";

/** What of a file goes into the grid, besides the file itself. */
export interface GridParts {
  readonly pkg: Package;
  readonly book: StoredBook;
  readonly names: readonly GridName[];
  readonly formulas: readonly GridFormula[];
  /** Excel's number formats as the engine shows them. */
  readonly format: (excelFormat: string) => string;
  /** Whether the engine takes a text for what it is, and not for a number, a day or a formula. */
  readonly isPlain: (text: string) => boolean;
}

export interface GridBook {
  /** A workbook in the engine's format. */
  readonly data: object;
  /** By sheet. */
  readonly figures: readonly GridFigures[];
}

/** The engine's name for a sheet of a file, by its place. */
export const sheetIdOf = (place: number): string => `file${place}`;

/** What the file keeps of ours, as custom XML. */
export const KINDS = [EDITION, FROZEN] as const;

/** The look of cells whose formulas only Excel works out. */
const LEFT_STYLE = { fillColor: "#F1ECF9" };
const LEFT_STYLE_ID = 1;

/** As wide as columns are in Excel until somebody changes that, and as high as rows are here. */
const COLUMN_PIXELS = 64;
const ROW_PIXELS = 23;
/** A file in the engine's format: cells, formats, sizes, names, charts, and what travels in the file. */
export function gridBook({ pkg, book, names, formulas, format, isPlain }: GridParts): GridBook {
  const formats = [...new Set(book.formats)].filter((one) => !/^general$/i.test(one));
  const ids = new Map(formats.map((one, i) => [one, i + 1]));
  const idAt = book.formats.map((one) => ids.get(one));
  const ownSheet = new Map(book.sheets.map(({ name }, i) => [name.toLowerCase(), sheetIdOf(i)]));
  const named = gridNames(names, (sheet) => ownSheet.get(sheet.toLowerCase()));
  const made = book.sheets.map((sheet, i) => {
    const own = formulas.filter(({ formula }) => formula.sheet === i);
    const extent = extentOf(sheet);
    const view = readSheetView(pkg.text(sheet.part), sheet.part, extent.columns);
    const width = (column: number): number => view.widths.get(column) ?? COLUMN_PIXELS;
    const sizes = { width, height: (row: number) => view.heights.get(row) ?? ROW_PIXELS };
    const figures = gridFigures(pkg, sheet, sizes, (n) => `f${i}_${n}`);
    return {
      figures,
      data: {
        ...sheetData(book, i, own, { formatIds: idAt, isPlain }, view, extent),
        figures: figures.figures,
      },
    };
  });
  return {
    figures: made.map(({ figures }) => figures),
    data: {
      settings: { locale: SHEET_LOCALE },
      styles: { [LEFT_STYLE_ID]: LEFT_STYLE },
      formats: Object.fromEntries(formats.map((one, i) => [i + 1, format(one)])),
      sheets: made.map(({ data }) => data),
      namedRanges: Object.assign({}, named.places, ...made.map(({ figures }) => figures.linked)) as object,
      office: { ...named.office, ...protection(book), ...travelling(pkg), ...settings(pkg) },
    },
  };
}

function sheetData(
  book: StoredBook,
  place: number,
  formulas: readonly GridFormula[],
  {
    formatIds,
    isPlain,
  }: Pick<GridParts, "isPlain"> & { readonly formatIds: readonly (number | undefined)[] },
  view: SheetView,
  { rows, columns }: GridExtent,
): object {
  const sheet = book.sheets[place];
  if (!sheet) return {};
  const calendar = calendarOf(book);
  const cells: Record<string, string> = {};
  const formats: Record<string, number> = {};
  const styles: Record<string, number> = {};
  const filled = new Set<number>();
  for (const { formula, content, left } of formulas) {
    const { extent, cell } = formula;
    for (const row of rowsOf(extent, placeKey)) for (const key of row) filled.add(key);
    cells[cellName(cell.column, cell.row)] = content;
    if (left !== undefined) styles[areaName(extent)] = LEFT_STYLE_ID;
  }
  for (const { row, column, value, style } of sheet.cells) {
    const name = cellName(column, row);
    const format = formatIds[style];
    if (format !== undefined) formats[name] = format;
    if (filled.has(placeKey(row, column))) continue;
    const text =
      typeof value === "string" && isPlain(value) ? value : constantText(calendar.calculated(value, style));
    if (text !== undefined && text !== "") cells[name] = text;
  }
  const numbers = Array.from({ length: columns }, (_, column) => column);
  return {
    id: sheetIdOf(place),
    name: sheet.name,
    rowNumber: rows,
    colNumber: columns,
    cells,
    formats,
    styles,
    merges: sheet.merged.map(areaName),
    isVisible: sheet.visibility === "visible",
    areGridLinesVisible: view.hasGridLines,
    cols: Object.fromEntries(
      numbers.map((column) => [
        column,
        {
          size: view.widths.get(column) ?? COLUMN_PIXELS,
          ...(view.hiddenColumns.has(column) && { isHidden: true }),
        },
      ]),
    ),
    rows: rowsData(view),
    ...((view.pinned.rows > 0 || view.pinned.columns > 0) && {
      panes: { ySplit: view.pinned.rows, xSplit: view.pinned.columns },
    }),
  };
}

function rowsData({ heights, hiddenRows }: SheetView): object {
  const places = new Set([...heights.keys(), ...hiddenRows]);
  return Object.fromEntries(
    [...places].map((row) => {
      const size = heights.get(row);
      return [row, { ...(size !== undefined && { size }), ...(hiddenRows.has(row) && { isHidden: true }) }];
    }),
  );
}

const protection = ({ sheets }: StoredBook): object =>
  Object.fromEntries<unknown>(
    sheets.flatMap(({ isProtected, visibility }, i) => [
      ...(isProtected ? [[`protect:${sheetIdOf(i)}`, { options: {} }] as const] : []),
      ...(visibility === "veryHidden" ? [[`very-hidden:${sheetIdOf(i)}`, true] as const] : []),
    ]),
  );

/** What the add-in chose for this workbook. */
const settings = (pkg: Package): object =>
  Object.fromEntries([...readSettings(pkg)].map(([key, value]) => [SETTING_STATE + key, value]));

/** Figures and frozen formulas, for the add-in to find. */
const travelling = (pkg: Package): object =>
  Object.fromEntries<unknown>(
    KINDS.flatMap((kind) =>
      customXml(pkg, kind).map((text, i) => [`xml:{${kind.element.toUpperCase()}-${i + 1}}`, text] as const),
    ),
  );
