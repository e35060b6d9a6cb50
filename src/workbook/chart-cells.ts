import { contentText } from "../charts/common/block-text";
import type { Block, Content } from "../charts/common/block";
import { call } from "../charts/common/call";
import type { ChartChoices } from "../charts/common/choices";
import type { ChartDefinition, Finding } from "../charts/common/definition";
import { callText, type Setting } from "../charts/common/formula-text";
import type { Place } from "../charts/common/formula";
import { writeChoices } from "../charts/common/read-choices";
import { areaName, cellName, quotedSheet, type Area } from "../file/address";
import { asText } from "./cell-block";
import type { ChartLayout } from "./chart-layout";

/** A chart with all that was chosen of it. */
export interface ChosenChart {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
}

/** `=DIGITRADE.CAPTION("digital-balance","part=title;years=5")`: a text that follows the figures. */
export function captionFormula(
  { definition, choices }: ChosenChart,
  part: keyof Finding,
  namespace: string,
): string {
  const how = [`part=${part}`, writeChoices(definition, choices)].filter((text) => text !== "").join(";");
  return `=${callText(call("CAPTION", definition.id, how), { namespace, origin: { row: 0, column: 0 } })}`;
}

/** What is written into each cell of a block, row by row; an empty text leaves a cell empty, for a call to fill it. */
export function blockGrid(block: Block, setting: Setting): readonly (readonly string[])[] {
  const grid = Array.from({ length: block.rows }, () => block.columns.map(() => ""));
  for (const { row, column, content } of block.cells) {
    const line = grid[row];
    if (line && column < line.length) line[column] = cellText(content, setting);
  }
  return grid;
}

const cellText = (content: Content, setting: Setting): string =>
  content.is === "text" ? asText(content.text) : contentText(content, setting);

/** The cells that hold something of ours, or that a call of ours fills: captions, then the block column by column. */
export function ownAreas(block: Block, layout: ChartLayout): readonly Area[] {
  const { title, subtitle, source, sentence } = layout;
  const captions = [title, subtitle, source, sentence].map(({ row, column }) => ({
    row,
    column,
    rows: 1,
    columns: 1,
  }));
  const filled = block.columns.map(() => new Set<number>());
  for (const { row, column, content } of block.cells) {
    const { rows, columns } = content.is === "call" ? content : { rows: 1, columns: 1 };
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) filled[column + c]?.add(row + r);
  }
  return [
    ...captions,
    ...filled.flatMap((rows, column) =>
      runsOf([...rows]).map(([row, count]) => inBlock(layout, { row, column, rows: count })),
    ),
  ];
}

/** A part of a block as cells of the sheet. */
export function inBlock({ block }: Pick<ChartLayout, "block">, part: Place & Partial<Area>): Area {
  const { row, column, rows = 1, columns = 1 } = part;
  return { row: block.row + row, column: block.column + column, rows, columns };
}

export const namesIn = ({ row, column, rows, columns }: Area): readonly string[] =>
  Array.from({ length: rows * columns }, (_, i) =>
    cellName(row + Math.floor(i / columns), column + (i % columns)),
  );

/** Numbers as stretches without a hole, each by its first and how many. */
export function runsOf(numbers: readonly number[]): readonly (readonly [first: number, count: number])[] {
  const found: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === n) last[1]++;
    else found.push([n, 1]);
  }
  return found;
}

/** `'Sheet1'!$B$3:$D$7`: a reference that means the same wherever it is read. */
export function absoluteAddress(sheet: string, area: Area): string {
  return `${quotedSheet(sheet)}!${areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
