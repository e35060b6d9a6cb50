import type { Day } from "../domain/period";
import type { SeriesId } from "../domain/series";
import { areaName } from "../file/address";
import type { ChosenChart } from "../file/chart-cells";
import { EDITION } from "../file/edition-parts";
import { sheetWriter } from "../functions/bridge/failure";
import { PRODUCT } from "../functions/bridge/product";
import { connect } from "../functions/bridge/runtime";
import type { Engine } from "../workbench/sheet/engine";
import { insertChart } from "../xlsx/charts/insert-chart";
import { planChart, type ChartPlan, type Spot } from "../xlsx/charts/plan-insert";
import { customXml, withCustomXml } from "../xlsx/custom-xml";
import type { WorkedSheet } from "../xlsx/new/plan";
import { textOf, valueAt } from "../xlsx/new/worked";
import { openPackage, savePackage, withChanges, type Package } from "../xlsx/package";
import { readBook } from "../xlsx/read-book";
import { openFileFigures } from "../xlsx/refresh/figures";
import type { OpenedFigures } from "./opened-figures";
import { workOut, type FailedCell } from "./new-values";

/** With what charts are worked out. */
export interface ChartHost {
  readonly engine: Engine;
  readonly figures: Pick<OpenedFigures, "load" | "origin">;
  readonly today: Day;
}

/** A chart that stands in the file now. */
export interface InsertedChart {
  readonly chart: string;
  readonly sheet: string;
  /** The cells that it has: `A1:K34`. */
  readonly cells: string;
  /** It was in the file before, and was brought up to date. */
  readonly isUpdate: boolean;
  readonly title: string;
  /** What it shows, in words. */
  readonly sentence: string;
}

/** What became of one file. */
export interface ChartReport {
  readonly charts: readonly InsertedChart[];
  /** Captions that should say something and cannot. */
  readonly failed: readonly FailedCell[];
  /** The series whose figures travel in the file. */
  readonly series: readonly {
    readonly id: SeriesId;
    readonly embedded?: boolean;
    readonly stale?: boolean;
  }[];
}

export interface ChartedFile {
  /** The very bytes that were given where nothing changed. */
  readonly bytes: Uint8Array;
  readonly isChanged: boolean;
  readonly report: ChartReport;
}

/**
 * Inserts charts into a workbook's file without Excel, over the figures that travel in it; those that it does not hold yet enter
 * it. A file that cannot be read, and a place that cannot take a chart, is a Problem.
 */
export async function chartFile(
  bytes: Uint8Array,
  { charts, spot }: { readonly charts: readonly ChosenChart[]; readonly spot: Spot | undefined },
  { engine, figures: { load, origin }, today }: ChartHost,
): Promise<ChartedFile> {
  const opened = openPackage(bytes);
  const kept = await openFileFigures(customXml(opened, EDITION), load, { take: "kept", unpin: false });
  const { edition } = kept;
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => today,
    // The cells of a chart ask for no other cell's formula.
    book: { formulaAt: () => undefined },
    origin,
    product: PRODUCT,
  });
  let pkg = opened;
  const inserted: InsertedChart[] = [];
  const failed: FailedCell[] = [];
  for (const chart of charts) {
    const book = readBook(pkg);
    const plan = planChart(pkg, book, chart, spot);
    const told = await workOut(engine, [plan.rehearsed]);
    const worked = told.worked.get(plan.rehearsed.name) ?? { cells: new Map(), fills: new Map() };
    pkg = withChanges(pkg, insertChart(pkg, book, { ...plan, worked }));
    inserted.push(reported(plan, worked));
    failed.push(...told.failed);
  }
  const texts = await kept.written();
  if (texts) pkg = withCustomXml(pkg, EDITION, texts);
  const isChanged = differs(opened, pkg);
  return {
    bytes: isChanged ? savePackage(pkg) : bytes,
    isChanged,
    report: { charts: inserted, failed, series: edition.entries() },
  };
}

function reported(
  { chart, sheet, before, layout, rehearsed }: ChartPlan,
  worked: WorkedSheet,
): InsertedChart {
  const [trial] = rehearsed.charts;
  const said = ({ row, column }: { readonly row: number; readonly column: number }): string =>
    textOf(valueAt(rehearsed, worked, row, column));
  return {
    chart: chart.definition.id,
    sheet,
    cells: areaName(layout.whole),
    isUpdate: before !== undefined,
    title: said(trial?.layout.title ?? layout.title),
    sentence: said(trial?.layout.sentence ?? layout.sentence),
  };
}

/** Whether any part holds something else than before. */
const differs = (before: Package, { changes }: Package): boolean =>
  [...changes].some(
    ([name, bytes]) => !before.has(name) || bytes === null || Buffer.compare(before.bytes(name), bytes) !== 0,
  );
