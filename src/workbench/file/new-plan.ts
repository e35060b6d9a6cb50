import { readArea, type Area } from "../../file/address";
import { chartLayout, columnsCovered } from "../../file/chart-layout";
import type { CellError } from "../../xlsx/cells";
import type {
  BookPlan,
  PlannedCell,
  PlannedChart,
  SheetPlan,
  WorkedCell,
  WorkedSheet,
  Worked,
  Zone,
} from "../../xlsx/new/plan";
import { cellName } from "../sheet/address";
import type { Host } from "../host/index";
import type { Engine } from "../sheet/engine";
import { isStandIn, standsFor } from "./excel-only";
import { gridAnswers, type GridAnswers } from "./grid-answers";
import { byCell, imageOf, type GridImage, type SheetImage } from "./grid-image";
import { marksNow, type MarkedInGrid } from "./names-now";
import { nearestLook } from "./nearest-look";

/** A workbook of the grid as a new one that is to be written, with what its formulas came to. */
export interface NewPlan {
  readonly plan: BookPlan;
  readonly worked: Worked;
}

const POINTS_PER_PIXEL = 3 / 4;
const [LEAST_ROWS, LEAST_COLUMNS] = [40, 8];

/** Every sheet with its cells, formats, sizes, merged cells and charts of ours. */
export function newPlan(title: string, engine: Engine, host: Host): NewPlan {
  const image = imageOf(host);
  const answers = gridAnswers(engine, host.model);
  const marks = marksNow(host);
  const made = image.sheets.map((sheet) => {
    const own = marks.filter(({ sheetId }) => sheetId === sheet.id);
    return { name: sheet.name, ...sheetPlan(sheet, image, answers, own, host) };
  });
  return {
    plan: { title, sheets: made.map(({ plan }) => plan) },
    worked: new Map(made.map(({ name, worked }) => [name, worked])),
  };
}

function sheetPlan(
  sheet: SheetImage,
  image: GridImage,
  answers: GridAnswers,
  marks: readonly MarkedInGrid[],
  host: Host,
): { readonly plan: SheetPlan; readonly worked: WorkedSheet } {
  const cells: PlannedCell[] = [];
  const worked = new Map<string, WorkedCell>();
  const fills = new Map<string, Area>();
  for (const [name, content] of Object.entries(sheet.cells)) {
    const { row, column } = readArea(name);
    const { value } = answers.cell(sheet.id, row, column);
    if (content.startsWith("=")) {
      cells.push({ row, column, content: { formula: isStandIn(content) ? standsFor(content) : content } });
      const { rows } = answers.formula(sheet.id, row, column);
      const columns = rows[0]?.length ?? 1;
      if (rows.length * columns > 1) fills.set(name, { row, column, rows: rows.length, columns });
      for (const [r, line] of rows.entries())
        for (const [c, one] of line.entries())
          worked.set(cellName(column + c, row + r), { value: one.value });
    } else if (typeof value === "number") cells.push({ row, column, content: { number: value } });
    else if (typeof value === "string" && value !== "") cells.push({ row, column, content: { text: value } });
    else if (value !== null && value !== "") {
      // Booleans and errors are put in with the answers of formulas.
      cells.push({ row, column, content: { text: textOf(value) } });
      worked.set(name, { value });
    }
  }
  const used = usedIn(cells, fills, marks);
  return {
    worked: { cells: worked, fills },
    plan: {
      name: sheet.name,
      cells,
      zones: zonesIn(sheet, image, used, host),
      widths: sizes(sheet.cols),
      heights: sizes(sheet.rows),
      merged: sheet.merges.map(readArea),
      charts: marks.map(chartPlan),
      views: [],
      printed: used,
    },
  };
}

const textOf = (value: boolean | CellError): string =>
  typeof value === "object" ? value.error : value ? "TRUE" : "FALSE";

function usedIn(
  cells: readonly PlannedCell[],
  fills: ReadonlyMap<string, Area>,
  marks: readonly MarkedInGrid[],
): Area {
  const areas = [
    ...cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
    ...fills.values(),
    ...marks.map(({ area }) => area),
  ];
  let [rows, columns] = [LEAST_ROWS, LEAST_COLUMNS];
  for (const area of areas) {
    rows = Math.max(rows, area.row + area.rows);
    columns = Math.max(columns, area.column + area.columns);
  }
  return { row: 0, column: 0, rows, columns };
}

const sizes = (all: SheetImage["cols"]): ReadonlyMap<number, number> =>
  new Map(
    Object.entries(all).flatMap(([place, { size }]) =>
      size === undefined ? [] : [[Number(place), size * POINTS_PER_PIXEL] as const],
    ),
  );

/** How cells look, those below each other that look the same together. */
function zonesIn(sheet: SheetImage, image: GridImage, used: Area, host: Host): readonly Zone[] {
  const styles = byCell(sheet.styles, image.styles);
  const formats = byCell(sheet.formats, image.formats);
  const zones: Zone[] = [];
  for (let column = 0; column < used.columns; column++) {
    let last: { readonly key: string; readonly row: number; readonly zone: Zone } | undefined;
    const end = (): void => {
      if (last) zones.push(last.zone);
      last = undefined;
    };
    for (let row = 0; row < used.rows; row++) {
      const name = cellName(column, row);
      const style = styles.get(name);
      const shown = formats.get(name);
      if (style === undefined && shown === undefined) {
        end();
        continue;
      }
      const look = style === undefined ? "plain" : nearestLook(style);
      const format = shown === undefined ? undefined : host.book.formats.toExcel(shown);
      const key = `${look}|${format ?? ""}`;
      if (last?.key !== key) end();
      const from = last?.row ?? row;
      const area = { row: from, column, rows: row - from + 1, columns: 1 };
      last = { key, row: from, zone: { area, look, ...(format !== undefined && { format }) } };
    }
    end();
  }
  return zones;
}

/** A chart where its hidden name says that it stands. */
function chartPlan({ definition, choices, shape, area }: MarkedInGrid): PlannedChart {
  const block = definition.block(choices);
  const layout = chartLayout(area, definition.drawing(choices), block, columnsCovered(area, block));
  return { chart: { definition, choices }, layout, name: shape };
}
