import { cellZone, heightOf, widthOf } from "../a1";
import { lacking } from "../host-error";
import type { NamedPlace } from "../names";
import { fromR1C1, toR1C1 } from "../r1c1";
import type { Parts } from "./parts";
import type { RangeObject } from "./range-object";

interface CopyOptions {
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

const TYPES = ["All", "Formulas", "Values", "Formats"];

/** `Range.copyFrom`: references in formulas shift with them; a target larger than the source is filled by repeating it. */
export function copyCells(
  { book }: Parts,
  target: RangeObject,
  source: NamedPlace,
  type: string,
  options: CopyOptions,
): void {
  if (!TYPES.includes(type)) throw lacking(`copies of type ${type}`);
  const { skipBlanks, transpose } = options;
  const [rows, cols] = [heightOf(source.zone), widthOf(source.zone)];
  const [height, width] = transpose ? [cols, rows] : [rows, cols];
  const tall = Math.max(target.rows, height);
  const wide = Math.max(target.cols, width);
  const { left, top } = target.zone;
  book.guard(target.sheetId, type === "Formats" ? "formats" : "cells");
  book.ensureSize(target.sheetId, left + wide, top + tall);
  // Read before anything is written: the two may overlap.
  const cells = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_unused, j) => {
      const [col, row] = [source.zone.left + j, source.zone.top + i];
      const formula = book.formula(source.sheetId, col, row);
      const value = book.value(source.sheetId, col, row);
      return {
        content: type === "Values" || formula === undefined ? value : toR1C1(formula, col, row),
        isFormula: type !== "Values" && formula !== undefined,
        format: book.format(source.sheetId, col, row),
        style: book.style(source.sheetId, col, row),
      };
    }),
  );
  for (let i = 0; i < tall; i++)
    for (let j = 0; j < wide; j++) {
      const cell = transpose ? cells[j % width]?.[i % height] : cells[i % height]?.[j % width];
      if (!cell) continue;
      const [col, row] = [left + j, top + i];
      const isBlank = cell.content === "";
      if (type !== "Formats" && !(skipBlanks && isBlank)) {
        const content = cell.isFormula ? fromR1C1(String(cell.content), col, row) : cell.content;
        book.write(target.sheetId, col, row, content);
      }
      if (type === "All" || type === "Formats") {
        const zone = cellZone(col, row);
        book.setFormat(target.sheetId, zone, cell.format);
        book.setStyle(target.sheetId, zone, cell.style);
      }
    }
}
