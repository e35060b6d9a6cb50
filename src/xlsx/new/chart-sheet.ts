import type { Block, Column } from "../../charts/common/block";
import { contentText } from "../../charts/common/block-text";
import { captionFormula, captionPlaces, inBlock, type ChosenChart } from "../../file/chart-cells";
import { chartLayout, FRAME_COLUMN, GAP_COLUMN, notesOf, type ChartLayout } from "../../file/chart-layout";
import type { Area } from "../../file/address";
import type { LookName } from "./looks";
import { oneCell, type Content, type PlannedCell, type SheetPlan, type Zone } from "./plan";

/** The product's own; a file is read by Excel, which knows the functions by it. */
const NAMESPACE = "DIGITRADE";

/** A chart on a sheet of its own, as the add-in inserts it on a new sheet. */
export function chartSheet(chart: ChosenChart, sheetName: string): SheetPlan {
  const { definition, choices } = chart;
  const [block, drawing] = [definition.block(choices), definition.drawing(choices)];
  const across = Math.ceil(drawing.size.width / FRAME_COLUMN);
  const layout = chartLayout({ row: 0, column: 0 }, drawing, block, across);
  const frame = Array.from({ length: across }, (_, column) => [column, FRAME_COLUMN] as const);
  return { ...chartOn(chart, sheetName, layout), widths: new Map([...frame, [across, GAP_COLUMN]]) };
}

/** A chart in its place on a sheet, whose columns stay as they are. */
export function chartOn(chart: ChosenChart, sheetName: string, layout: ChartLayout): SheetPlan {
  const { definition, choices } = chart;
  const block = definition.block(choices);
  return {
    name: sheetName,
    cells: [...captions(chart, layout), ...blockCells(block, layout)],
    zones: [...captionZones(layout), ...blockZones(block, layout)],
    widths: new Map(),
    heights: new Map(),
    merged: notesOf(layout),
    charts: [{ chart, layout, name: definition.title[choices.lang] }],
    views: [],
    printed: { ...layout.whole, columns: layout.frame.columns + 1 + readColumns(block) },
  };
}

const captions = (chart: ChosenChart, layout: ChartLayout): readonly PlannedCell[] =>
  captionPlaces(layout).map(([{ row, column }, part]) => ({
    row,
    column,
    content: { formula: captionFormula(chart, part, NAMESPACE) },
    // Where one of them has nothing to say, none has: the title tells it for all.
    ...(part !== "title" && { mayFail: true }),
  }));

/** A figure that is not there is a gap of the chart, and the sentence names it. */
function blockCells({ cells }: Block, layout: ChartLayout): readonly PlannedCell[] {
  const { row, column } = layout.block;
  const setting = { namespace: NAMESPACE, origin: { row, column } };
  return cells.map(({ content, ...place }) => ({
    row: row + place.row,
    column: column + place.column,
    content: contentOf(content.is === "text" ? content.text : contentText(content, setting), content.is),
    mayFail: true,
  }));
}

const contentOf = (text: string, is: "text" | "call" | "computed"): Content =>
  is === "text" ? { text } : { formula: text };

function captionZones(layout: ChartLayout): readonly Zone[] {
  const { title, subtitle } = layout;
  return [
    { area: oneCell(title.row, title.column), look: "chartTitle" },
    { area: oneCell(subtitle.row, subtitle.column), look: "subtitle" },
    ...notesOf(layout).map((area): Zone => ({ area, look: "chartNote" })),
  ];
}

function blockZones({ rows, columns }: Block, layout: ChartLayout): readonly Zone[] {
  return columns.flatMap((column, i): readonly Zone[] => {
    const below: Area = inBlock(layout, { row: 1, column: i, rows: rows - 1 });
    return [
      { area: inBlock(layout, { row: 0, column: i }), look: headLook(column) },
      { area: below, look: column.working ? "working" : "plain", format: column.format ?? "General" },
    ];
  });
}

function headLook({ format, working }: Column): LookName {
  if (working) return "blockHeadWorking";
  return format === undefined ? "blockHead" : "blockHeadNumber";
}

/** How many columns of a block are meant to be read: what others are worked out from stands to their right. */
const readColumns = ({ columns }: Block): number => {
  const last = columns.findLastIndex(({ working }) => !working);
  return last < 0 ? columns.length : last + 1;
};
