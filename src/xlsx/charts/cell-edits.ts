import type { Area } from "../../file/address";
import { cellName } from "../../file/address";
import { functionsIn } from "../../file/our-formulas";
import { inBlock, captionPlaces } from "../../file/chart-cells";
import type { CellEdit, CellValue, StoredFormula } from "../cells";
import { storedFormula } from "../formula-forms";
import type { PlannedCell, WorkedSheet } from "../new/plan";
import { zonesOf } from "../new/zones";
import type { ChartPlan } from "./plan-insert";
import { markedLayout, type WholeChart } from "./marks";
import type { WantedStyle } from "./styles-part";

/** What a cell of a chart becomes, and how it looks where it is new. */
export interface WantedCell {
  readonly edit: CellEdit;
  readonly style: WantedStyle;
}

/** The cells of a chart on its sheet, with what its formulas came to when they were worked out from A1 on. */
export function wantedCells(
  { written, rehearsed, layout }: ChartPlan,
  worked: WorkedSheet,
): readonly WantedCell[] {
  const { row: down, column: right } = offset(layout.whole, rehearsed.charts[0]?.layout.whole);
  const zones = zonesOf(rehearsed, worked);
  const at = (row: number, column: number, rest: Omit<CellEdit, "row" | "column">): WantedCell => ({
    edit: { row: row + down, column: column + right, ...rest },
    style: zones.at(row, column),
  });
  return rehearsed.cells.flatMap(({ row, column }, i): readonly WantedCell[] => {
    const content = written.cells[i]?.content;
    if (!content) return [];
    if ("text" in content) return [at(row, column, { value: content.text })];
    if ("number" in content) return [at(row, column, { value: content.number })];
    const filled = worked.fills.get(cellName(row, column)) ?? { row, column, rows: 1, columns: 1 };
    const extent = { ...filled, row: filled.row + down, column: filled.column + right };
    return cellsIn(filled).map(([r, c]) => {
      const value: CellValue = worked.cells.get(cellName(r, c))?.value ?? null;
      const isCorner = r === row && c === column;
      return at(r, c, { value, ...(isCorner && { formula: formulaOf(content, extent) }) });
    });
  });
}

const offset = (to: Area, from: Area | undefined) => ({
  row: to.row - (from?.row ?? 0),
  column: to.column - (from?.column ?? 0),
});

/** A function of ours may answer with a table; what is computed beside it is one cell. */
function formulaOf(
  { formula }: Extract<PlannedCell["content"], { formula: string }>,
  extent: Area,
): StoredFormula {
  const text = storedFormula(formula);
  return functionsIn(formula).length > 0 ? { text, kind: "dynamic", extent } : { text, kind: "plain" };
}

const cellsIn = ({ row, column, rows, columns }: Area): readonly (readonly [row: number, column: number])[] =>
  Array.from(
    { length: rows * columns },
    (_, i) => [row + Math.floor(i / columns), column + (i % columns)] as const,
  );

/** Empties what a chart had written that the new one does not; what somebody wrote beside it stays. */
export function clearings(before: WholeChart, wanted: readonly WantedCell[]): readonly CellEdit[] {
  const kept = new Set(wanted.map(({ edit }) => cellName(edit.row, edit.column)));
  const layout = markedLayout(before);
  const block = before.mark.definition.block(before.mark.choices);
  const own = [
    ...captionPlaces(layout).map(([{ row, column }]): Area => ({ row, column, rows: 1, columns: 1 })),
    ...block.cells.map(({ row, column, content }) =>
      inBlock(layout, {
        row,
        column,
        ...(content.is === "call" && { rows: content.rows, columns: content.columns }),
      }),
    ),
  ];
  return own
    .flatMap(cellsIn)
    .filter(([row, column]) => !kept.has(cellName(row, column)))
    .map(([row, column]) => ({ row, column, value: null, formula: null }));
}
