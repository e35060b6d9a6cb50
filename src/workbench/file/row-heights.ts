import { scanSheet } from "../../xlsx/sheet-scan";
import { spliced, type Splice } from "../../xlsx/splice";
import { attributesWith } from "../../xlsx/tag";
import type { XmlElement } from "../../xlsx/xml";

const POINTS_PER_PIXEL = 3 / 4;
/** Excel's rows are no higher, in points. */
const HIGHEST = 409.5;

/** Whether Excel has rows that are so many pixels high. */
export const isRowHeight = (pixels: number): boolean => pixels * POINTS_PER_PIXEL <= HIGHEST;

/**
 * A sheet's part with rows (from 0) of other heights in pixels; undefined for one that is as high as what is in it again.
 * Rows that the part does not have yet are put in their place.
 */
export function withHeights(
  xml: string,
  part: string,
  heights: ReadonlyMap<number, number | undefined>,
): string {
  if (heights.size === 0) return xml;
  const wanted = [...heights].sort(([a], [b]) => a - b);
  const splices: Splice[] = [];
  let next = 0;
  let rows: XmlElement | undefined;
  /** Rows with a height that stand before one that is there. */
  const before = (row: number, at: number, p: string): void => {
    const added: string[] = [];
    for (; (wanted[next]?.[0] ?? Infinity) < row; next++) {
      const [place, pixels] = wanted[next] ?? [0, undefined];
      if (pixels !== undefined)
        added.push(`<${p}row${attributesWith(xml, undefined, { r: String(place + 1), ...sized(pixels) })}/>`);
    }
    if (added.length > 0) splices.push({ start: at, end: at, text: added.join("") });
  };
  scanSheet(xml, part, {
    element: (element) => {
      if (element.name === "sheetData") rows = element;
    },
    rowStart: (row, element) => {
      before(row, element.start, element.prefix);
      if (wanted[next]?.[0] !== row) return;
      const attributes = attributesWith(xml, element, sized(wanted[next++]?.[1]));
      const text = `<${element.prefix}row${attributes}${element.isEmpty ? "/" : ""}>`;
      splices.push({ start: element.start, end: element.end, text });
    },
    rowsEnd: (start) => {
      if (rows && !rows.isEmpty) before(Infinity, start, rows.prefix);
    },
  });
  if (rows?.isEmpty === true) {
    const { start, end, prefix } = rows;
    before(Infinity, end, prefix);
    const inside = splices.pop()?.text ?? "";
    if (inside !== "")
      splices.push({ start, end, text: `<${prefix}sheetData>${inside}</${prefix}sheetData>` });
  }
  return spliced(xml, splices);
}

const sized = (pixels: number | undefined) => ({
  ht: pixels === undefined ? undefined : String(pixels * POINTS_PER_PIXEL),
  customHeight: pixels === undefined ? undefined : "1",
});
