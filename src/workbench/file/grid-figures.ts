import { quotedSheet } from "../../file/address";
import type { Package } from "../../xlsx/package";
import { tryReference, zoneName } from "../host/a1";
import { readChart } from "./chart-part-read";
import { drawnOn, type Anchor } from "./drawings";
import { xmlTree } from "./xml-tree";

/** The sizes of a sheet of the grid in pixels. */
export interface GridSizes {
  readonly width: (column: number) => number;
  readonly height: (row: number) => number;
}

/** What lies over the cells of a sheet, for the engine; what it does not draw is named. */
export interface GridFigures {
  readonly figures: readonly object[];
  /** By the engine's names for linked places. */
  readonly linked: Readonly<Record<string, string>>;
  /** The part of each chart that is drawn, by the chart's id. */
  readonly parts: ReadonlyMap<string, string>;
  readonly notDrawn: readonly string[];
}

const DEFAULT_SIZE = { width: 480, height: 288 };

/** The charts of a sheet's part where they stand in the file; `id` makes a name for each that no other has. */
export function gridFigures(
  pkg: Package,
  { part, name: sheet }: { readonly part: string; readonly name: string },
  sizes: GridSizes,
  id: (n: number) => string,
): GridFigures {
  const figures: object[] = [];
  const linked: Record<string, string> = {};
  const parts = new Map<string, string>();
  const notDrawn: string[] = [];
  for (const [n, { name, anchor, chart }] of drawnOn(pkg, part).entries()) {
    const drawn =
      chart !== undefined && pkg.has(chart)
        ? readChart(xmlTree(pkg.text(chart), chart), name, sheet)
        : undefined;
    if (!drawn || chart === undefined) {
      notDrawn.push(name === "" ? sheet : `${name} (${sheet})`);
      continue;
    }
    const { definition, titleCell } = drawn;
    const chartId = id(n);
    const title = titleCell === undefined ? undefined : linkedPlace(titleCell);
    const titleKey = `office_link_title_${chartId}`;
    if (title !== undefined) {
      linked[titleKey] = title;
      definition.office.titleKey = titleKey;
    }
    parts.set(chartId, chart);
    figures.push({
      id: `figure_${chartId}`,
      tag: "chart",
      col: anchor.column,
      row: anchor.row,
      offset: { x: anchor.x, y: anchor.y },
      ...extentOf(anchor, sizes),
      data: { ...definition, chartId },
    });
  }
  return { figures, linked, parts, notDrawn };
}

function linkedPlace(cell: string): string | undefined {
  const reference = tryReference(cell);
  return reference?.sheet === undefined
    ? undefined
    : `${quotedSheet(reference.sheet)}!${zoneName(reference.zone)}`;
}

function extentOf({ column, row, x, y, to, size }: Anchor, sizes: GridSizes) {
  if (size) return size;
  if (!to) return DEFAULT_SIZE;
  const sum = (from: number, end: number, of: (place: number) => number): number => {
    let pixels = 0;
    for (let place = from; place < end; place++) pixels += of(place);
    return pixels;
  };
  return {
    width: Math.max(1, sum(column, to.column, sizes.width) - x + to.x),
    height: Math.max(1, sum(row, to.row, sizes.height) - y + to.y),
  };
}
