import { cellZone, heightOf, parseReference, quoteSheet, widthOf, type Zone, zoneName } from "./a1";
import type { Book } from "./book";
import type { Definition } from "./chart-definition";
import type { NamedPlace } from "./names";

interface SourceOptions {
  readonly seriesBy: unknown;
  readonly chartType: string;
}

/** Divides a range into series, headings and categories, as Excel does for `charts.add`. */
export function chartSource(
  book: Book,
  home: string,
  { sheetId, zone }: NamedPlace,
  { seriesBy, chartType }: SourceOptions,
): Definition["dataSource"] {
  const rows = heightOf(zone);
  const cols = widthOf(zone);
  const byColumns = seriesBy === "Columns" || (seriesBy !== "Rows" && rows >= cols);
  const count = byColumns ? cols : rows;
  const length = byColumns ? rows : cols;
  const isText = (series: number, point: number): boolean => {
    const [col, row] = byColumns ? [series, point] : [point, series];
    const { value } = book.cell(sheetId, zone.left + col, zone.top + row);
    return value === null || (typeof value === "string" && !book.isError(value));
  };
  const range = (from: number): string => {
    const line = byColumns
      ? { ...zone, left: zone.left + from, right: zone.left + from }
      : { ...zone, top: zone.top + from, bottom: zone.top + from };
    return rangeText(book, home, { sheetId, zone: line });
  };
  const every = (n: number, test: (i: number) => boolean): boolean =>
    Array.from({ length: n }, (_, i) => i).every(test);
  const heads = length > 1 && every(Math.max(count - 1, 1), (i) => isText(Math.min(i + 1, count - 1), 0));
  // The first line is categories where it holds text or has no heading; a scatter chart's is always its X values.
  const isCorner = heads && isEmpty(book, sheetId, zone);
  const labels =
    count > 1 && (chartType.startsWith("XY") || isCorner || !every(length - 1, (i) => !isText(0, i + 1)));
  const first = labels ? 1 : 0;
  return {
    type: "range",
    dataSets: Array.from({ length: count - first }, (_, i) => ({
      dataSetId: `s${i + first}`,
      dataRange: range(i + first),
    })),
    dataSetsHaveTitle: heads,
    ...(labels && { labelRange: range(0) }),
  };
}

/** A range as definitions write it: the sheet is named only where it is not the chart's own. */
export function rangeText(book: Book, home: string, { sheetId, zone }: NamedPlace): string {
  const inside = book.clip(sheetId, zone) ?? zone;
  const sheet = sheetId === home ? "" : `${quoteSheet(book.getters.getSheetName(sheetId))}!`;
  return sheet + zoneName(inside);
}

/** A range without its first cell. */
export function headless(range: string): string {
  const { sheet, zone } = parseReference(range);
  const isColumn = heightOf(zone) > 1;
  const rest = isColumn
    ? { ...zone, top: zone.top + 1 }
    : { ...cellZone(Math.min(zone.left + 1, zone.right), zone.top), right: zone.right };
  return (sheet === undefined ? "" : `${quoteSheet(sheet)}!`) + zoneName(rest);
}

const isEmpty = (book: Book, sheetId: string, { left, top }: Zone): boolean =>
  book.cell(sheetId, left, top).value === null;
