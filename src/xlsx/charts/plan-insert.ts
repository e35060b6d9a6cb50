import type { Block } from "../../charts/common/block";
import type { Drawing } from "../../charts/common/drawing";
import { badInput } from "../../domain/problem";
import { areaName, cellName, fits, holds } from "../../file/address";
import type { ChosenChart } from "../../file/chart-cells";
import { chartLayout, columnsAcross, columnsCovered, type ChartLayout } from "../../file/chart-layout";
import { sheetName } from "../../file/chart-sheet-name";
import type { StoredBook, StoredSheet } from "../book";
import { chartOn, chartSheet } from "../new/chart-sheet";
import type { SheetPlan } from "../new/plan";
import type { Package } from "../package";
import { attribute, flag, readXml } from "../xml";
import { widthAt } from "./columns";
import { refuseStrict } from "./dialect";
import { occupiedIn, refuseFrozen, refuseOtherShape, refuseProtected } from "./ground";
import { isWhole, markedCharts, sameChart, type WholeChart } from "./marks";
import { outlineOf } from "./outline";

/** A cell of a sheet, counted from 0. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What inserting a chart into a file would do. */
export interface ChartPlan {
  readonly chart: ChosenChart;
  /** Of the sheet that has it or is to be made. */
  readonly sheet: string;
  readonly isNewSheet: boolean;
  /** The chart that is brought up to date. */
  readonly before: WholeChart | undefined;
  readonly layout: ChartLayout;
  /** The sheet as it is to be written, and the same moved to its first cell, to be worked out there. */
  readonly written: SheetPlan;
  readonly rehearsed: SheetPlan;
}

interface Parts {
  readonly block: Block;
  readonly drawing: Drawing;
}

/**
 * Decides where a chart goes: onto a new sheet, or with its first cell at a spot. A chart that the file has already, of the
 * same choices, is updated where it stands, wherever it was to go, and so is one with other choices at that spot. A place that
 * cannot take it is a Problem that says why.
 */
export function planChart(pkg: Package, book: StoredBook, chart: ChosenChart, spot?: Spot): ChartPlan {
  refuseStrict(pkg);
  const parts = {
    block: chart.definition.block(chart.choices),
    drawing: chart.definition.drawing(chart.choices),
  };
  const found = markedCharts(pkg);
  const at = spot && { ...spot, sheet: sheetOf(book, spot.sheet).name };
  const before = sameChart(found, chart) ?? (at && around(found.filter(isWhole), chart, at));
  if (before) return again(pkg, book, chart, parts, before);
  return at ? onSheet(pkg, book, chart, parts, at) : onNewSheet(pkg, chart);
}

/** The same chart with other choices, in whose cells a spot lies. */
const around = (
  found: readonly WholeChart[],
  { definition }: ChosenChart,
  spot: Spot,
): WholeChart | undefined =>
  found.find(
    ({ sheet, mark, area }) =>
      sheet === spot.sheet && mark.definition.id === definition.id && holds(area, spot.row, spot.column),
  );

function sheetOf(book: StoredBook, name: string): StoredSheet {
  const found = book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = book.sheets.map((sheet) => `"${sheet.name}"`).join(", ");
  throw badInput(`There is no sheet "${name}"; it has ${names}.`);
}

function onNewSheet(pkg: Package, chart: ChosenChart): ChartPlan {
  const { sheets, isLocked } = listedSheets(pkg);
  if (isLocked)
    throw badInput(
      "The structure of this workbook is protected, so it takes no new sheet; unprotect it, or insert at a cell.",
    );
  const name = sheetName(chart.definition.title[chart.choices.lang], sheets);
  const written = chartSheet(chart, name);
  const [placed] = written.charts;
  if (!placed) throw badInput(`${chart.definition.id} has no place on its sheet. Please report the chart.`);
  return {
    ...{ chart, sheet: name, isNewSheet: true, before: undefined },
    ...{ layout: placed.layout, written, rehearsed: written },
  };
}

/** The names of all sheets, those of charts among them, and whether none may be added. */
function listedSheets(pkg: Package): { readonly sheets: readonly string[]; readonly isLocked: boolean } {
  const sheets: string[] = [];
  let isLocked = false;
  readXml(pkg.text(pkg.workbook), pkg.workbook, {
    open: (element) => {
      if (element.name === "sheet") sheets.push(attribute(element, "name") ?? "");
      if (element.name === "workbookProtection") isLocked = flag(element, "lockStructure");
    },
  });
  return { sheets, isLocked };
}

const MOST_COLUMNS = 40;

function onSheet(
  pkg: Package,
  book: StoredBook,
  chart: ChosenChart,
  { block, drawing }: Parts,
  spot: Spot,
): ChartPlan {
  const { row, column, sheet: name } = spot;
  const sheet = sheetOf(book, name);
  refuseProtected(sheet);
  const width = widthAt(outlineOf(pkg.text(sheet.part), sheet.part));
  const widths = Array.from({ length: MOST_COLUMNS }, (_, i) => width(column + i));
  const layout = chartLayout(spot, drawing, block, columnsAcross(drawing, widths));
  const { whole } = layout;
  if (!fits(whole))
    throw badInput(
      `${whole.rows} rows and ${whole.columns} columns do not fit below ${cellName(row, column)}; choose a cell further up or left.`,
    );
  const occupied = occupiedIn(sheet, whole);
  if (occupied.length > 0)
    throw badInput(
      `The chart needs ${areaName(whole)} of "${name}", where ${listed(occupied)} would be lost; choose another cell, or leave --at out for a sheet of its own.`,
    );
  return placed(chart, name, undefined, layout);
}

const NAMED = 5;

const listed = (cells: readonly string[]): string =>
  cells.length <= NAMED
    ? cells.join(", ")
    : `${cells.slice(0, NAMED).join(", ")} and ${cells.length - NAMED} more`;

function again(
  pkg: Package,
  book: StoredBook,
  chart: ChosenChart,
  { block, drawing }: Parts,
  before: WholeChart,
): ChartPlan {
  const { sheet, area, mark } = before;
  refuseProtected(sheetOf(book, sheet));
  refuseFrozen(pkg);
  const old = mark.definition.block(mark.choices);
  const layout = chartLayout(area, drawing, block, columnsCovered(area, old));
  refuseOtherShape(before, layout.whole);
  return placed(chart, sheet, before, layout);
}

function placed(
  chart: ChosenChart,
  sheet: string,
  before: WholeChart | undefined,
  layout: ChartLayout,
): ChartPlan {
  return {
    ...{ chart, sheet, isNewSheet: false, before, layout },
    written: chartOn(chart, sheet, layout),
    rehearsed: chartOn(chart, sheet, moved(layout)),
  };
}

/** The layout with its first cell in A1. */
function moved(layout: ChartLayout): ChartLayout {
  const { row, column } = layout.whole;
  const back = <Cell extends { readonly row: number; readonly column: number }>(cell: Cell): Cell => ({
    ...cell,
    row: cell.row - row,
    column: cell.column - column,
  });
  return {
    whole: back(layout.whole),
    title: back(layout.title),
    subtitle: back(layout.subtitle),
    frame: back(layout.frame),
    source: back(layout.source),
    sentence: back(layout.sentence),
    block: back(layout.block),
  };
}
