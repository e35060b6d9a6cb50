import { readArea, type Area } from "../file/address";
import type { Anchor } from "./anchor";

const MOST_CELLS = 500;

export interface CalculationBlock {
  readonly sheet: string;
  readonly area: Area;
  readonly anchors: readonly Anchor[];
}

/** Our anchors as rectangles of neighbours, down columns first, 500 cells at most; nothing else lies in them. */
export function blocksOf(anchors: readonly Anchor[], most = MOST_CELLS): readonly CalculationBlock[] {
  const placed = anchors
    .map((anchor) => ({ anchor, ...readArea(anchor.cell) }))
    .sort((a, b) => compare(a.anchor.sheet, b.anchor.sheet) || a.column - b.column || a.row - b.row);
  const blocks: { sheet: string; area: Area; anchors: Anchor[] }[] = [];
  for (const { anchor, row, column } of placed) {
    const last = blocks.at(-1);
    const follows =
      last?.sheet === anchor.sheet &&
      last.area.column === column &&
      last.area.row + last.area.rows === row &&
      last.area.rows < most;
    if (follows) {
      last.area = { ...last.area, rows: last.area.rows + 1 };
      last.anchors.push(anchor);
    } else
      blocks.push({ sheet: anchor.sheet, area: { row, column, rows: 1, columns: 1 }, anchors: [anchor] });
  }
  return sideBySide(blocks, most);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Columns of equal height next to each other make one block. */
function sideBySide(columns: readonly CalculationBlock[], most: number): readonly CalculationBlock[] {
  const merged: CalculationBlock[] = [];
  for (const block of columns) {
    const at = merged.findIndex(
      ({ sheet, area }) =>
        sheet === block.sheet &&
        area.row === block.area.row &&
        area.rows === block.area.rows &&
        area.column + area.columns === block.area.column &&
        area.rows * (area.columns + 1) <= most,
    );
    const left = merged[at];
    if (!left) merged.push(block);
    else
      merged[at] = {
        ...left,
        area: { ...left.area, columns: left.area.columns + 1 },
        anchors: [...left.anchors, ...block.anchors],
      };
  }
  return merged;
}

/** Blocks to ask for in one go: as many as have 500 cells together. */
export function batchesOf(
  blocks: readonly CalculationBlock[],
  most = MOST_CELLS,
): readonly (readonly CalculationBlock[])[] {
  const batches: CalculationBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    if (block.anchors.length > room) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(block);
    room -= block.anchors.length;
  }
  return batches;
}
