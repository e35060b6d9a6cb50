import { type Zone } from "../a1";
import { denied } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import { borderTables } from "./borders";
import type { Parts } from "./parts";
import { type RangeObject, rangeOf } from "./range-object";

const PIXELS_PER_POINT = 4 / 3;
/** A rough width of text where nothing can be measured: Arial 10, as the grid draws it. */
const PIXELS_PER_CHARACTER = 7.5;
const CELL_PADDING = 14;
const BLACK = "#000000";
const WHITE = "#FFFFFF";
const STANDARD_FONT_SIZE = 10;

const ALIGN: Readonly<Record<string, string>> = { left: "Left", center: "Center", right: "Right" };
const VERTICAL: Readonly<Record<string, string>> = { top: "Top", middle: "Center", bottom: "Bottom" };

/** `Range.format`, its font, fill and borders. A property that differs within the range reads as null, as in Excel. */
export function formatTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const { book } = parts;
  const { getters } = book;

  const inside = (r: RangeObject): Zone =>
    book.clip(r.sheetId, r.zone) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const uniform = <T>(r: RangeObject, read: (col: number, row: number) => T): T | null => {
    const { left, top, right, bottom } = inside(r);
    const first = read(left, top);
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) if (read(col, row) !== first) return null;
    return first;
  };
  const style =
    (key: string, shown: (value: unknown) => unknown) =>
    (object: HostObject): unknown => {
      const r = rangeOf(object);
      return uniform(r, (col, row) => shown(book.style(r.sheetId, col, row)[key]));
    };
  const restyle =
    (change: (value: unknown) => Record<string, unknown>) =>
    (object: HostObject, value: unknown): void => {
      const { sheetId, zone } = rangeOf(object);
      book.setStyle(sheetId, zone, change(value));
    };
  const flag = (key: string) => ({
    read: style(key, (value) => value === true),
    write: restyle((value) => ({ [key]: value === true })),
  });
  const resize = (dimension: "COL" | "ROW") => (object: HostObject, points: unknown) => {
    const { sheetId, zone } = rangeOf(object);
    book.guard(sheetId, dimension === "COL" ? "columns" : "rows");
    const isColumn = dimension === "COL";
    book.ensureSize(
      sheetId,
      isColumn ? Math.min(zone.right + 1, 200) : 1,
      isColumn ? 1 : Math.min(zone.bottom + 1, 5000),
    );
    const { left, top, right, bottom } = inside(rangeOf(object));
    const elements = isColumn ? span(left, right) : span(top, bottom);
    const size = Math.round(Number(points) * PIXELS_PER_POINT);
    book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension, elements, size });
  };
  const autofit = (object: HostObject): void => {
    const r = rangeOf(object);
    book.guard(r.sheetId, "columns");
    const { left, top, right, bottom } = inside(r);
    for (const col of span(left, right)) {
      const texts = getters.getEvaluatedCellsInZone(r.sheetId, { left: col, right: col, top, bottom });
      const longest = Math.max(...texts.map(({ formattedValue }) => formattedValue.length));
      if (longest === 0) continue;
      const size = Math.round(longest * PIXELS_PER_CHARACTER + CELL_PADDING);
      book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId: r.sheetId, dimension: "COL", elements: [col], size });
    }
  };
  const bold = flag("bold");
  const italic = flag("italic");
  const strikethrough = flag("strikethrough");
  const colour = (value: unknown, otherwise: string): unknown =>
    typeof value === "string" && value !== "" ? value.toUpperCase() : otherwise;

  return {
    RangeFormat: {
      get: {
        ColumnWidth: (object) => {
          const r = rangeOf(object);
          return uniform(r, (col) => getters.getColSize(r.sheetId, col) / PIXELS_PER_POINT);
        },
        RowHeight: (object) => {
          const r = rangeOf(object);
          return uniform(r, (_, row) => getters.getRowSize(r.sheetId, row) / PIXELS_PER_POINT);
        },
        WrapText: style("wrapping", (value) => value === "wrap"),
        HorizontalAlignment: style("align", (value) => ALIGN[String(value)] ?? "General"),
        VerticalAlignment: style("verticalAlign", (value) => VERTICAL[String(value)] ?? "Bottom"),
      },
      set: {
        ColumnWidth: resize("COL"),
        RowHeight: resize("ROW"),
        WrapText: restyle((value) => ({ wrapping: value === true ? "wrap" : "overflow" })),
        HorizontalAlignment: restyle((value) => ({ align: named(ALIGN, value) })),
        VerticalAlignment: restyle((value) => ({ verticalAlign: named(VERTICAL, value) })),
      },
      call: {
        AutofitColumns: autofit,
        // Rows of the grid grow with wrapped text by themselves.
        AutofitRows: (object) => book.guard(rangeOf(object).sheetId, "rows"),
      },
      keeps: [
        "IndentLevel",
        "ReadingOrder",
        "ShrinkToFit",
        "TextOrientation",
        "UseStandardHeight",
        "UseStandardWidth",
      ],
    },
    RangeFont: {
      get: {
        Bold: bold.read,
        Italic: italic.read,
        Strikethrough: strikethrough.read,
        Underline: style("underline", (value) => (value === true ? "Single" : "None")),
        Size: style("fontSize", (value) => value ?? STANDARD_FONT_SIZE),
        Color: style("textColor", (value) => colour(value, BLACK)),
      },
      set: {
        Bold: bold.write,
        Italic: italic.write,
        Strikethrough: strikethrough.write,
        Underline: restyle((value) => ({ underline: value !== "None" })),
        Size: restyle((value) => ({ fontSize: Number(value) })),
        Color: restyle((value) => ({ textColor: value })),
      },
      // The grid has one font.
      keeps: ["Name"],
    },
    RangeFill: {
      get: { Color: style("fillColor", (value) => colour(value, WHITE)) },
      set: { Color: restyle((value) => ({ fillColor: value })) },
      call: {
        Clear: (object) => {
          const { sheetId, zone } = rangeOf(object);
          book.setStyle(sheetId, zone, { fillColor: undefined });
        },
      },
    },
    ...borderTables(parts),
  };
}

/** The engine's name for one of Excel's. */
function named(names: Readonly<Record<string, string>>, value: unknown): string | undefined {
  const found = Object.entries(names).find(([, excel]) => excel === value)?.[0];
  if (found === undefined && value !== "General") throw denied(`The grid cannot align ${String(value)}.`);
  return found;
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
