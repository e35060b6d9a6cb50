import { cellZone, heightOf, MAX_COLS, MAX_ROWS, parseReference, widthOf, type Zone } from "../a1";
import { HostError, invalid } from "../host-error";
import { HostObject, type ObjectSpace } from "../host-object";
import type { NamedPlace } from "../names";
import type { Command } from "../plugin";
import type { Sheets } from "../sheets";

/** As many as one request may read or write. */
const MOST_CELLS = 5_000_000;

/** A range: a place, not a copy of cells. It moves when rows or columns before it are inserted or deleted. */
export class RangeObject extends HostObject {
  readonly sheetId: string;
  zone: Zone;

  constructor(wire: ObjectSpace, { sheetId, zone }: NamedPlace) {
    super(wire, "Range", wire.root);
    this.sheetId = sheetId;
    this.zone = zone;
  }

  get place(): NamedPlace {
    return { sheetId: this.sheetId, zone: this.zone };
  }

  get rows(): number {
    return heightOf(this.zone);
  }

  get cols(): number {
    return widthOf(this.zone);
  }

  /** Whole columns or rows: Excel reads their cells as null and writes none. */
  get isUnbounded(): boolean {
    return this.rows === MAX_ROWS || this.cols === MAX_COLS;
  }

  /** One value per cell, in rows. */
  grid<T>(read: (col: number, row: number, i: number, j: number) => T): T[][] {
    const { left, top } = this.zone;
    if (this.rows * this.cols > MOST_CELLS)
      throw new HostError(
        "RangeExceedsLimit",
        "The cell count in the range has exceeded the maximum supported number.",
      );
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from({ length: this.cols }, (_unused, j) => read(left + j, top + i, i, j)),
    );
  }
}

/** Several ranges of one sheet. */
export class AreasObject extends HostObject {
  readonly areas: readonly RangeObject[];

  constructor(wire: ObjectSpace, areas: readonly RangeObject[]) {
    super(wire, "RangeAreas", wire.root);
    this.areas = areas;
  }
}

/** The range that an object is, or is a part of: a range's format, its font. */
export function rangeOf(object: HostObject): RangeObject {
  let here: HostObject | undefined = object;
  while (here && !(here instanceof RangeObject)) here = here.parent;
  if (!here) throw invalid();
  return here;
}

/** Makes ranges. */
export class Ranges {
  readonly #sheets: Sheets;

  constructor(sheets: Sheets) {
    this.#sheets = sheets;
  }

  at(wire: ObjectSpace, { sheetId, zone }: NamedPlace): RangeObject {
    const { left, top, right, bottom } = zone;
    const numbers = [left, top, right, bottom].every(Number.isInteger);
    if (
      !numbers ||
      left < 0 ||
      top < 0 ||
      right < left ||
      bottom < top ||
      right >= MAX_COLS ||
      bottom >= MAX_ROWS
    )
      throw invalid();
    return new RangeObject(wire, { sheetId, zone });
  }

  cell(wire: ObjectSpace, sheetId: string, col: number, row: number): RangeObject {
    return this.at(wire, { sheetId, zone: cellZone(col, row) });
  }

  /** What a script may pass for a range: one, or an address, on the given sheet unless it says another. */
  place(target: unknown, sheetId: string): NamedPlace {
    if (target instanceof RangeObject) return target.place;
    if (typeof target !== "string") throw invalid();
    const { sheet, zone } = parseReference(target);
    return { sheetId: sheet === undefined ? sheetId : this.#sheets.byName(sheet), zone };
  }

  /** Moves what scripts hold when the grid changes under it, as Excel's tracked ranges do. */
  follow(wire: ObjectSpace, command: Command): void {
    const { type } = command;
    if (type !== "ADD_COLUMNS_ROWS" && type !== "REMOVE_COLUMNS_ROWS") return;
    const isRow = command.dimension === "ROW";
    const elements = command.elements as readonly number[] | undefined;
    const base = command.base as number;
    const shift = (index: number, isEnd: boolean): number => {
      if (!elements) {
        const first = command.position === "before" ? base : base + 1;
        return index >= first ? index + (command.quantity as number) : index;
      }
      const before = elements.filter((element) => element < index).length;
      return index - before - (isEnd && elements.includes(index) ? 1 : 0);
    };
    for (const object of wire.references.values()) {
      if (!(object instanceof RangeObject) || object.sheetId !== command.sheetId) continue;
      const { left, top, right, bottom } = object.zone;
      if (isRow && !(top === 0 && bottom === MAX_ROWS - 1))
        object.zone = { left, right, top: shift(top, false), bottom: shift(bottom, true) };
      if (!isRow && !(left === 0 && right === MAX_COLS - 1))
        object.zone = { top, bottom, left: shift(left, false), right: shift(right, true) };
      // Deleted altogether: the proxy's next use fails as in Excel.
      if (object.zone.right < object.zone.left || object.zone.bottom < object.zone.top)
        wire.references.delete(object.reference ?? "");
    }
  }
}
