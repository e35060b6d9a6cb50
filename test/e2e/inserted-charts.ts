/** A chart and its cells as the workbook holds them, read past the add-in. */
import type { Page } from "playwright-core";
import type { CellValue, Grid } from "../../src/charts/common/grid";
import type { TestAccess } from "../../src/workbench/page/test-access";
import { paneFrame } from "./workbench-page";

declare const digitrade: TestAccess;

/** Of a sheet, from 0. */
export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface HeldSeries {
  readonly name: string;
  readonly type: string;
  readonly isSecondary: boolean;
  readonly values: Zone | undefined;
  readonly categories: Zone | undefined;
}

export interface HeldChart {
  readonly title: string;
  /** The cell that the title is linked to. */
  readonly titleCell: Zone | undefined;
  readonly series: readonly HeldSeries[];
  readonly axis: {
    readonly title: string | undefined;
    readonly numberFormat: string;
    readonly step: number;
    readonly lowest: number | undefined;
    readonly highest: number | undefined;
  };
  /** What is plotted where there is no figure. */
  readonly blanks: unknown;
  /** In points from the sheet's corner. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface HeldSheet {
  readonly name: string;
  readonly charts: readonly HeldChart[];
  /** What the hidden names of the sheet keep of its charts. */
  readonly marks: readonly { readonly text: string; readonly visible: boolean }[];
}

/** The sheet that is shown, with its charts. */
export const readShownSheet = (page: Page): Promise<HeldSheet> =>
  page.evaluate(() => {
    const { host, model } = digitrade;
    const { charts, names } = host;
    const sheetId = model.getters.getActiveSheetId();
    const zoneOf = (place: { zone: Zone } | undefined): Zone | undefined =>
      place && {
        left: place.zone.left,
        top: place.zone.top,
        right: place.zone.right,
        bottom: place.zone.bottom,
      };
    return {
      name: model.getters.getSheetName(sheetId),
      marks: names.keys(sheetId).map((key) => ({ text: names.comment(key), visible: names.isVisible(key) })),
      charts: charts.ids(sheetId).map((id) => {
        const { axesDesign, dataSetStyles, dataSource, office } = charts.definition(id);
        const { NumberFormat, MajorUnit } = office.kept["axis:y"] ?? {};
        const axis = axesDesign["y"];
        return {
          title: charts.title(id),
          titleCell: zoneOf(charts.linkedTitle(id)),
          series: dataSource.dataSets.map(({ dataSetId }) => ({
            name: charts.seriesName(id, dataSetId),
            type: charts.seriesType(id, dataSetId),
            isSecondary: dataSetStyles[dataSetId]?.yAxisId === "y1",
            values: zoneOf(charts.sourceOf(id, dataSetId, "values")),
            categories: zoneOf(charts.sourceOf(id, dataSetId, "categories")),
          })),
          axis: {
            title: axis?.title?.text,
            numberFormat: String(NumberFormat),
            step: Number(MajorUnit),
            lowest: axis?.min,
            highest: axis?.max,
          },
          blanks: office.kept["chart"]?.["DisplayBlanksAs"],
          box: charts.box(id),
        };
      }),
    };
  });

/** The values of cells of the sheet that is shown; an error is null, an empty cell "". */
export const readCells = (page: Page, zone: Zone): Promise<Grid> =>
  page.evaluate(({ left, top, right, bottom }) => {
    const { host, model } = digitrade;
    const sheetId = model.getters.getActiveSheetId();
    const held = (col: number, row: number): CellValue => {
      const value = host.book.value(sheetId, col, row);
      if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
      return typeof value === "string" && value.startsWith("#") ? null : value;
    };
    return Array.from({ length: bottom - top + 1 }, (_r, r) =>
      Array.from({ length: right - left + 1 }, (_c, c) => held(left + c, top + r)),
    );
  }, zone);

/** How the cells of the sheet that is shown say that their numbers are written, as Excel spells it. */
export const readFormats = (page: Page, address: string): Promise<readonly (readonly string[])[]> =>
  paneFrame(page).evaluate(
    (cells) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(cells);
        range.load("numberFormat");
        await context.sync();
        return range.numberFormat as string[][];
      }),
    address,
  );

/** Whether Excel takes any of these cells of the sheet that is shown for a formula. */
export const formulasIn = (page: Page, address: string): Promise<boolean> =>
  paneFrame(page).evaluate(
    (cells) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(cells);
        const found = range.getSpecialCellsOrNullObject("Formulas");
        await context.sync();
        return !found.isNullObject;
      }),
    address,
  );

/** How many sheets the workbook has. */
export const countSheets = (page: Page): Promise<number> =>
  page.evaluate(() => digitrade.host.sheets.ids().length);

export const showSheet = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const { getters, dispatch } = digitrade.model;
    const sheetIdTo = getters.getSheetIdByName(wanted);
    if (sheetIdTo === undefined) throw new Error(`There is no sheet "${wanted}".`);
    const sheetIdFrom = getters.getActiveSheetId();
    if (sheetIdFrom !== sheetIdTo) dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo });
  }, name);
