/** What the workbook must hold of a chart: worked out from its definition and the functions' own answers, in this process. */
import type { Page } from "playwright-core";
import type { DrawnSeries } from "../../src/charts/common/drawing";
import type { Strip } from "../../src/charts/common/formula";
import type { Grid } from "../../src/charts/common/grid";
import { areaName } from "../../src/file/address";
import { askedFor, findingOf, valuesOf } from "../charts/run-calls";
import { readCells, readFormats, readShownSheet, type HeldSheet, type Zone } from "./inserted-charts";

/** Columns of 60 points under the chart and one beside it; rows of 15 under title, subtitle and an empty row. */
function placesOf(id: string, options: string) {
  const { definition, choices } = askedFor(id, options);
  const { rows, columns } = definition.block(choices);
  const drawing = definition.drawing(choices);
  const [across, down] = [Math.ceil(drawing.size.width / 60), Math.ceil(drawing.size.height / 15)];
  const [left, top] = [across + 1, 3];
  const of = ({ column, row, rows: length }: Strip): Zone => ({
    left: left + column,
    right: left + column,
    top: top + row,
    bottom: top + row + length - 1,
  });
  return {
    definition,
    choices,
    drawing,
    across,
    source: top + down,
    sentence: top + down + 3,
    block: { left, top, right: left + columns.length - 1, bottom: top + rows - 1 },
    columns,
    of,
  };
}

const EXCEL_TYPES = {
  column: "ColumnClustered",
  stack: "ColumnStacked",
  bar: "BarClustered",
  line: "Line",
  points: "LineMarkers",
} as const satisfies Record<DrawnSeries["mark"], string>;

const typeOf = ({ mark, marker = "none" }: DrawnSeries): string =>
  mark === "line" && marker !== "none" ? "LineMarkers" : EXCEL_TYPES[mark];

export const at = (col: number, row: number): Zone => ({ left: col, right: col, top: row, bottom: row });

/** A number format without its decimals, and how many it has. */
function formatParts(format: string): { readonly base: string; readonly decimals: number } {
  const [decimals = ""] = /\.0+/.exec(format) ?? [];
  return { base: format.replace(/\.0+/, ""), decimals: Math.max(0, decimals.length - 1) };
}

/** How many decimals a round number has. */
const decimalsOf = (value: number): number =>
  /\.(\d+)/.exec(String(Number(value.toPrecision(9))))?.[1]?.length ?? 0;

/** To twelve digits: the last ones of a power are not the same in each engine. */
const exactly = (grid: Grid): Grid =>
  grid.map((row) => row.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)));

/** The sheet that is shown holds this chart with these choices from its first cell on, and nothing is amiss with it. */
export async function expectChart(page: Page, id: string, options = ""): Promise<HeldSheet> {
  const { definition, choices, drawing, block, columns, ...places } = placesOf(id, options);
  const finding = await findingOf(id, options);
  const captions = await Promise.all(
    [0, 1, places.source, places.sentence].map(async (row) => (await readCells(page, at(0, row)))[0]?.[0]),
  );
  expect(captions).toEqual([finding.title, finding.subtitle, finding.source, finding.sentence]);
  expect(exactly(await readCells(page, block))).toEqual(exactly(await valuesOf({ definition, choices })));

  const below = { row: block.top + 1, column: block.left, rows: 1, columns: columns.length };
  const [formats] = await readFormats(page, areaName(below));
  const numeric = columns.flatMap(({ format }, i) => (format === undefined ? [] : [[format, formats?.[i]]]));
  expect(numeric.map(([, held]) => held)).toEqual(numeric.map(([wanted]) => wanted));

  const sheet = await readShownSheet(page);
  expect(sheet.marks).toEqual([{ text: expect.stringContaining(`1|${id}|`), visible: false }]);
  expect(sheet.charts).toHaveLength(1);
  const [chart] = sheet.charts;
  expect(chart).toMatchObject({
    title: finding.title,
    titleCell: at(0, 0),
    blanks: "NotPlotted",
    axis: { title: drawing.axis.title === "" ? undefined : drawing.axis.title },
  });
  expect(chart?.series).toEqual(
    drawing.series.map((series) => ({
      name: series.name,
      type: typeOf(series),
      isSecondary: series.narrow === true,
      values: places.of(series.values),
      categories: places.of(drawing.categories),
    })),
  );
  const { numberFormat = "", step = 0 } = chart?.axis ?? {};
  const wanted = formatParts(drawing.axis.format);
  const thousands = 1000 ** (/,*$/.exec(wanted.base)?.[0].length ?? 0);
  expect(step).toBeGreaterThan(0);
  expect(formatParts(numberFormat)).toEqual({ base: wanted.base, decimals: decimalsOf(step / thousands) });
  return sheet;
}
