import {
  Chart,
  ChartRange,
  ChartSeries,
  ChartType,
  DocProperties,
  Formula,
  Workbook,
  type Worksheet,
} from "wasm-xlsxwriter";
import { absoluteAddress, cellName, quotedSheet, type Area } from "../../file/address";
import { functionsIn } from "../../file/our-formulas";
import { freeMarkName } from "../../file/chart-mark";
import { storedFormula } from "../formula-forms";
import { formatMaker, type FormatMaker } from "./formats";
import type { BookPlan, ChartView, PlannedCell, SheetPlan, Worked, WorkedSheet } from "./plan";
import { setUpPrinting } from "./printing";
import { sizeOf, sizesOf, type Sizes } from "./sizes";
import { zonesOf, type Zones } from "./zones";

/** A chart as the composed workbook holds it: in its place and named, but without any series that is worth drawing. */
export interface ComposedChart {
  readonly sheet: SheetPlan;
  readonly chart: SheetPlan["charts"][number];
}

export interface Composed {
  readonly bytes: Uint8Array;
  /** In the order of the parts `xl/charts/chart1.xml` and so on: whose cells each of them draws. */
  readonly charts: readonly ComposedChart[];
}

export interface Imprint {
  /** What every page says below: where the figures come from. */
  readonly footer: string;
  /** Values stand where formulas would. */
  readonly frozen?: boolean;
}

const NOTHING: WorkedSheet = { cells: new Map(), fills: new Map() };
export const workedOf = (worked: Worked, { name }: SheetPlan): WorkedSheet => worked.get(name) ?? NOTHING;

/**
 * The workbook by the library that writes it: cells with their looks, formulas without their values, charts without their
 * series. What the library has no words for is put in afterwards.
 */
export function compose(plan: BookPlan, worked: Worked, imprint: Imprint): Composed {
  const book = new Workbook();
  book.setProperties(new DocProperties().setTitle(plan.title).setAuthor("DigiTrade"));
  const formats = formatMaker();
  const charts: ComposedChart[] = [];
  for (const sheet of plan.sheets) {
    const own = workedOf(worked, sheet);
    const to = book.addWorksheet().setName(sheet.name).setScreenGridlines(false);
    const zones = zonesOf(sheet, own);
    const sizes = sizesOf(sheet, own, zones);
    for (const [column, points] of sizes.widths) to.setColumnWidthPixels(column, pixels(points));
    for (const [row, points] of sizes.heights) to.setRowHeight(row, points);
    writeCells(to, sheet, own, zones, formats, imprint.frozen === true);
    setUpPrinting(to, sheet, own, plan.title, imprint.footer);
    charts.push(...placeCharts(to, sheet, plan, sizes));
  }
  for (const sheet of plan.sheets) nameMarks(book, sheet);
  return { bytes: book.saveToBufferSync(), charts };
}

function writeCells(
  to: Worksheet,
  sheet: SheetPlan,
  worked: WorkedSheet,
  zones: Zones,
  formats: FormatMaker,
  frozen: boolean,
): void {
  for (const { row, column, rows, columns } of sheet.merged)
    to.mergeRange(row, column, row + rows - 1, column + columns - 1, "", formats(zones.at(row, column)));
  for (const painted of zones.empty()) to.writeBlank(painted.row, painted.column, formats(painted));
  for (const cell of sheet.cells) writeCell(to, cell, worked, zones, formats, frozen);
}

function writeCell(
  to: Worksheet,
  { row, column, content }: PlannedCell,
  worked: WorkedSheet,
  zones: Zones,
  formats: FormatMaker,
  frozen: boolean,
): void {
  const format = formats(zones.at(row, column));
  if ("text" in content) return void to.writeStringWithFormat(row, column, content.text, format);
  if ("number" in content) return void to.writeNumberWithFormat(row, column, content.number, format);
  const filled = filledBy(worked, row, column);
  const formula = new Formula(`=${storedFormula(content.formula)}`).setResult("0");
  const spills = functionsIn(content.formula).length > 0 || filled.rows * filled.columns > 1;
  if (frozen) to.writeBlank(row, column, format);
  else if (spills)
    to.writeDynamicArrayFormulaWithFormat(row, column, lastRow(filled), lastColumn(filled), formula, format);
  else to.writeFormulaWithFormat(row, column, formula, format);
  for (const [r, c] of cellsOf(filled))
    if (r !== row || c !== column) to.writeBlank(r, c, formats(zones.at(r, c)));
}

/** The cells that a formula fills, its own among them. */
const filledBy = ({ fills }: WorkedSheet, row: number, column: number): Area =>
  fills.get(cellName(row, column)) ?? { row, column, rows: 1, columns: 1 };

const lastRow = ({ row, rows }: Area): number => row + rows - 1;
const lastColumn = ({ column, columns }: Area): number => column + columns - 1;

const cellsOf = ({ row, column, rows, columns }: Area): readonly (readonly [number, number])[] =>
  Array.from(
    { length: rows * columns },
    (_, i) => [row + Math.floor(i / columns), column + (i % columns)] as const,
  );

/** Points of a screen's 96 pixels an inch. */
const pixels = (points: number): number => Math.round((points * 4) / 3);

function placeCharts(
  to: Worksheet,
  sheet: SheetPlan,
  plan: BookPlan,
  sizes: Sizes,
): readonly ComposedChart[] {
  const own = sheet.charts.map((chart): Placed => [
    { sheet, chart },
    { frame: chart.layout.frame, name: chart.name },
  ]);
  const seen = sheet.views.flatMap((view): readonly Placed[] => {
    const home = plan.sheets.find(({ name }) => name === view.of);
    const [chart] = home?.charts ?? [];
    return home && chart ? [[{ sheet: home, chart }, view]] : [];
  });
  const all = [...own, ...seen];
  for (const [composed, place] of all) insert(to, composed, place, sizes);
  return all.map(([composed]) => composed);
}

type Placed = readonly [ComposedChart, Omit<ChartView, "of">];

/** What the library needs to place a chart over its frame; its part is written anew when the workbook is composed. */
function insert(
  to: Worksheet,
  { sheet: home, chart: { layout } }: ComposedChart,
  { frame, name }: Placed[1],
  sizes: Sizes,
): void {
  const { block } = layout;
  const { width, height } = sizeOf(frame, sizes);
  const first = ChartRange.newFromString(`=${absoluteAddress(home.name, { ...block, rows: 1, columns: 1 })}`);
  const drawn = new Chart(ChartType.Column).setName(name).setWidth(pixels(width)).setHeight(pixels(height));
  drawn.pushSeries(new ChartSeries().setValues(first));
  to.insertChart(frame.row, frame.column, drawn);
}

/** The hidden names by which the add-in knows its charts; their comments come afterwards. */
function nameMarks(book: Workbook, sheet: SheetPlan): void {
  for (const [name, area] of marksOf(sheet))
    book.defineName(`${quotedSheet(sheet.name)}!${name}`, `=${absoluteAddress(sheet.name, area)}`);
}

/** The marks of a sheet's charts, each with the cells that it covers. */
export function marksOf({ charts }: SheetPlan): readonly (readonly [name: string, area: Area])[] {
  const names: string[] = [];
  for (const _ of charts) names.push(freeMarkName(names));
  return charts.map(({ layout }, i) => [names[i] ?? "", layout.whole] as const);
}
