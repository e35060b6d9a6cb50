import type { Block, Content } from "../charts/common/block";
import { contentText } from "../charts/common/block-text";
import type { Setting } from "../charts/common/formula-text";
import { cellName, type Area } from "../file/address";
import { captionPlaces, inBlock } from "../file/chart-cells";
import type { ChartLayout } from "../file/chart-layout";
import { asText } from "./cell-block";

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
  const captions = captionPlaces(layout).map(([{ row, column }]) => ({ row, column, rows: 1, columns: 1 }));
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
