import type { Area } from "../../file/address";
import type { ChartLayout } from "../../file/chart-layout";
import type { ChosenChart } from "../../file/chart-cells";
import type { CellValue } from "../cells";
import type { LookName } from "./looks";

/** What a cell of a new workbook shall hold. A formula is as it is typed, with its `=`, in Excel's English form. */
export type Content = { readonly text: string } | { readonly number: number } | { readonly formula: string };

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** An error is an answer here: what the cell shows is that there is no figure. */
  readonly mayFail?: boolean;
}

/** How the cells of an area look, what formulas fill included; where zones overlap, the later one counts. */
export interface Zone {
  readonly area: Area;
  readonly look: LookName;
  /** Excel's number format; left out, each cell has the one that its function answers with. */
  readonly format?: string;
}

/** A chart with its block, its captions and the mark by which the add-in knows it again. */
export interface PlannedChart {
  readonly chart: ChosenChart;
  readonly layout: ChartLayout;
  /** Of the chart object; no other of the sheet has it. */
  readonly name: string;
}

/** A chart that shows the block of another sheet. */
export interface ChartView {
  readonly frame: Area;
  readonly name: string;
  /** The sheet on which the chart stands with its block. */
  readonly of: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly cells: readonly PlannedCell[];
  readonly zones: readonly Zone[];
  /** In points, by column; where a chart's block needs more, it has more. */
  readonly widths: ReadonlyMap<number, number>;
  /** In points, by row; the others are as high as their text. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merged: readonly Area[];
  readonly charts: readonly PlannedChart[];
  readonly views: readonly ChartView[];
  /** What is printed: all of the sheet's width on one page. */
  readonly printed: Area;
  /** Rows that every printed page begins with. */
  readonly repeated?: number;
}

/** A workbook that is to be written. */
export interface BookPlan {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
}

/** What a cell came to, and the number format that its function answers with. */
export interface WorkedCell {
  readonly value: CellValue;
  readonly format?: string;
}

/** What the formulas of a sheet came to, by the cell's name; and what each formula fills, where that is more than one cell. */
export interface WorkedSheet {
  readonly cells: ReadonlyMap<string, WorkedCell>;
  readonly fills: ReadonlyMap<string, Area>;
}

/** What all formulas came to, by sheet. */
export type Worked = ReadonlyMap<string, WorkedSheet>;

/** One cell as an area. */
export const oneCell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
