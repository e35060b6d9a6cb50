import { attribute, flag } from "../../xlsx/xml";
import { scanSheet } from "../../xlsx/sheet-scan";
import { storedCell } from "../../xlsx/stored-area";

/** How a sheet of a file is laid out; sizes in pixels of the grid, places from 0. */
export interface SheetView {
  readonly widths: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hasGridLines: boolean;
  /** Rows and columns that stay in sight. */
  readonly pinned: { readonly rows: number; readonly columns: number };
  readonly hasDrawing: boolean;
}

/** Of a digit in the font that workbooks start with; a column's width counts in these. */
export const DIGIT_PIXELS = 7;
const PIXELS_PER_POINT = 4 / 3;

/** Widths may be given for all columns that Excel has; the grid takes so many. */
export function readSheetView(xml: string, part: string, columns: number): SheetView {
  const widths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  const heights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  let hasGridLines = true;
  let hasDrawing = false;
  let pinned = { rows: 0, columns: 0 };
  let views = 0;
  let isFirst = false;
  let scrolled = { row: 0, column: 0 };
  scanSheet(xml, part, {
    element: (element) => {
      // A view that somebody saved under a name has panes of its own.
      if (/^(?:sheet|customSheet)View$/.test(element.name))
        isFirst = element.name === "sheetView" && ++views === 1;
      if (element.name === "sheetView" && isFirst) {
        hasGridLines = flag(element, "showGridLines", true);
        scrolled = storedCell(attribute(element, "topLeftCell") ?? "A1") ?? scrolled;
      }
      if (element.name === "pane" && isFirst && attribute(element, "state")?.startsWith("frozen")) {
        // Counted from where the view had been scrolled to when it was frozen.
        const reach = (name: string, from: number): number => {
          const split = Number(attribute(element, name) ?? 0) || 0;
          return split > 0 ? from + split : 0;
        };
        pinned = { rows: reach("ySplit", scrolled.row), columns: reach("xSplit", scrolled.column) };
      }
      if (element.name === "drawing") hasDrawing = true;
      if (element.name !== "col") return;
      const width = Number(attribute(element, "width"));
      const last = Math.min(Number(attribute(element, "max")) || 0, columns);
      for (let column = Number(attribute(element, "min")) || 1; column <= last; column++) {
        if (width > 0) widths.set(column - 1, Math.round(width * DIGIT_PIXELS));
        if (flag(element, "hidden")) hiddenColumns.add(column - 1);
      }
    },
    rowStart: (row, element) => {
      const height = Number(attribute(element, "ht"));
      // A row that is as high as its text finds its height here as well.
      if (height > 0 && flag(element, "customHeight"))
        heights.set(row, Math.round(height * PIXELS_PER_POINT));
      if (flag(element, "hidden")) hiddenRows.add(row);
    },
  });
  return { widths, hiddenColumns, heights, hiddenRows, hasGridLines, pinned, hasDrawing };
}
