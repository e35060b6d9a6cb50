import { SHEET_LOCALE } from "../sheet/locale";

/** The few looks that a start sheet may use. Colours are written out: a cell keeps them in a dark page as well. */
const STYLES = {
  title: { bold: true, fontSize: 18, textColor: "#0B2E4F", verticalAlign: "middle" },
  subtitle: { textColor: "#51606E", verticalAlign: "middle" },
  heading: { bold: true, fontSize: 11, textColor: "#0B5CAB", verticalAlign: "middle" },
  label: { textColor: "#1F2933", verticalAlign: "middle" },
  answer: { bold: true, textColor: "#1F2933", align: "right", verticalAlign: "middle" },
  note: { textColor: "#51606E", fontSize: 9, wrapping: "wrap", verticalAlign: "middle" },
  paragraph: { textColor: "#51606E", fontSize: 9, wrapping: "wrap", verticalAlign: "top", align: "left" },
  input: {
    bold: true,
    fillColor: "#FFF6D6",
    textColor: "#1F2933",
    align: "center",
    verticalAlign: "middle",
  },
  columnHead: {
    bold: true,
    fillColor: "#E8F0F8",
    textColor: "#0B2E4F",
    wrapping: "wrap",
    verticalAlign: "top",
    fontSize: 9,
  },
  figure: { textColor: "#1F2933", verticalAlign: "middle" },
  field: { textColor: "#1F2933", wrapping: "wrap", align: "left", verticalAlign: "middle" },
} as const;

export type StyleName = keyof typeof STYLES;

export interface PlacedCell {
  /** A cell, or the zone that a style and a format cover while the content stands in its first cell. */
  readonly at: string;
  readonly content?: string | number;
  readonly style?: StyleName;
  readonly format?: string;
}

export interface StartSheet {
  readonly id: string;
  readonly name: string;
  /** Widths in pixels from column A on. */
  readonly widths: readonly number[];
  /** Heights in pixels by row number as shown (from 1). */
  readonly heights?: Readonly<Record<number, number>>;
  readonly rows: number;
  readonly columns: number;
  readonly gridLines?: boolean;
  readonly cells: readonly PlacedCell[];
}

/** A line of a start sheet: what it is, the live formula, and what to notice. */
export function line(
  row: number,
  label: string,
  content: string | number,
  note: string,
  look: { readonly format?: string; readonly style?: StyleName } = {},
): readonly PlacedCell[] {
  const { format, style = "answer" } = look;
  return [
    { at: `B${String(row)}`, content: label, style: "label" },
    { at: `C${String(row)}`, content, style, ...(format !== undefined && { format }) },
    { at: `D${String(row)}`, content: note, style: "note" },
  ];
}

export const heading = (row: number, content: string): PlacedCell => ({
  at: `B${String(row)}`,
  content,
  style: "heading",
});

const STYLE_NAMES = Object.keys(STYLES) as StyleName[];

/** The engine's workbook data. `empty` is the engine's own empty workbook: it carries the version of the format. */
export function workbookData(sheets: readonly StartSheet[], empty: object): unknown {
  const formats = [...new Set(sheets.flatMap(({ cells }) => cells.flatMap(({ format }) => format ?? [])))];
  return {
    ...empty,
    settings: { locale: SHEET_LOCALE },
    styles: Object.fromEntries(STYLE_NAMES.map((name, i) => [i + 1, STYLES[name]])),
    formats: Object.fromEntries(formats.map((format, i) => [i + 1, format])),
    sheets: sheets.map((sheet) => sheetData(sheet, formats)),
  };
}

function sheetData(sheet: StartSheet, formats: readonly string[]): object {
  const { id, name, widths, heights = {}, rows, columns, gridLines = false, cells } = sheet;
  const filled = cells.filter(({ content }) => content !== undefined);
  const styled = cells.filter(({ style }) => style !== undefined);
  const formatted = cells.filter(({ format }) => format !== undefined);
  return {
    id,
    name,
    colNumber: columns,
    rowNumber: rows,
    areGridLinesVisible: gridLines,
    isVisible: true,
    cells: Object.fromEntries(filled.map(({ at, content }) => [firstCell(at), String(content)])),
    styles: Object.fromEntries(
      styled.map(({ at, style }) => [at, STYLE_NAMES.indexOf(style as StyleName) + 1]),
    ),
    formats: Object.fromEntries(formatted.map(({ at, format }) => [at, formats.indexOf(format ?? "") + 1])),
    cols: Object.fromEntries(widths.map((size, col) => [col, { size }])),
    rows: Object.fromEntries(Object.entries(heights).map(([row, size]) => [Number(row) - 1, { size }])),
    borders: {},
    merges: [],
    figures: [],
    conditionalFormats: [],
    dataValidationRules: [],
    tables: [],
  };
}

const firstCell = (at: string): string => at.split(":")[0] ?? at;
