import { areaName, cellName, type Area } from "../../file/address";
import { functionsIn } from "../../file/our-formulas";
import { Problem } from "../../domain/problem";
import { insertChart } from "../../xlsx/charts/insert-chart";
import { planChart, type ChartPlan } from "../../xlsx/charts/plan-insert";
import type { WorkedCell, WorkedSheet } from "../../xlsx/new/plan";
import { withChanges, type Package } from "../../xlsx/package";
import { readBook } from "../../xlsx/read-book";
import type { Refusal } from "./refusals";
import type { GridAnswers } from "./grid-answers";
import type { MarkedInGrid } from "./names-now";

/** A chart that was inserted since the file was opened. */
export interface NewChart extends MarkedInGrid {
  /** The name of its sheet, and whether the file has that sheet. */
  readonly sheet: string;
  readonly isNewSheet: boolean;
}

export interface WithCharts {
  readonly pkg: Package;
  readonly refused: readonly Refusal[];
}

/** The package with the charts that the pane has inserted, in their places, with what their cells show. */
export function withNewCharts(
  pkg: Package,
  charts: readonly NewChart[],
  answers: GridAnswers,
  formatAt: (sheetId: string, row: number, column: number) => string | undefined,
): WithCharts {
  let after = pkg;
  const refused: Refusal[] = [];
  for (const chart of charts) {
    try {
      const book = readBook(after);
      const { row, column } = chart.area;
      const plan = planChart(
        after,
        book,
        chart,
        chart.isNewSheet ? undefined : { sheet: chart.sheet, row, column },
      );
      if (plan.before || plan.sheet !== chart.sheet || areaName(plan.layout.whole) !== areaName(chart.area))
        refused.push({ what: "chart-place", where: chart.shape });
      else {
        const worked = workedOf(plan, chart, answers, formatAt);
        after = withChanges(after, insertChart(after, book, { ...plan, worked }));
      }
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      refused.push({ what: "chart-added", where: `${chart.shape}: ${thrown.message}` });
    }
  }
  return { pkg: after, refused };
}

/** What the grid shows in the cells of a plan, as if it stood where the plan is rehearsed. */
function workedOf(
  { rehearsed, layout }: ChartPlan,
  { sheetId }: NewChart,
  answers: GridAnswers,
  formatAt: (sheetId: string, row: number, column: number) => string | undefined,
): WorkedSheet {
  const from = rehearsed.charts[0]?.layout.whole ?? layout.whole;
  const [down, right] = [layout.whole.row - from.row, layout.whole.column - from.column];
  const cells = new Map<string, WorkedCell>();
  const fills = new Map<string, Area>();
  for (const { row, column, content } of rehearsed.cells) {
    if (!("formula" in content)) continue;
    const { rows } = answers.formula(sheetId, row + down, column + right);
    const name = cellName(row, column);
    const columns = rows[0]?.length ?? 1;
    if (rows.length * columns > 1) fills.set(name, { row, column, rows: rows.length, columns });
    const isOurs = functionsIn(content.formula).length > 0;
    for (const [r, line] of rows.entries())
      for (const [c, { value }] of line.entries()) {
        const format = isOurs ? formatAt(sheetId, row + down + r, column + right + c) : undefined;
        cells.set(cellName(row + r, column + c), { value, ...(format !== undefined && { format }) });
      }
  }
  return { cells, fills };
}
