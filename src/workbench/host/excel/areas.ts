import { MAX_COLS, MAX_ROWS, union, type Zone } from "../a1";
import { invalid } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import { type Parts, sheetObject } from "./parts";
import { AreasObject, type RangeObject } from "./range-object";

/** `Excel.RangeAreas` and its collection of ranges. */
export function areasTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const areasOf = (object: HostObject): readonly RangeObject[] => {
    const found = object instanceof AreasObject ? object : object.parent;
    if (!(found instanceof AreasObject)) throw invalid();
    return found.areas;
  };
  const address = (object: HostObject): string =>
    areasOf(object)
      .map(({ sheetId, zone }) => parts.book.address(sheetId, zone))
      .join(",");
  return {
    RangeAreas: {
      get: {
        Address: address,
        AddressLocal: address,
        AreaCount: (object) => areasOf(object).length,
        CellCount: (object) => areasOf(object).reduce((n, { rows, cols }) => n + rows * cols, 0),
        IsEntireColumn: (object) => areasOf(object).every(({ rows }) => rows === MAX_ROWS),
        IsEntireRow: (object) => areasOf(object).every(({ cols }) => cols === MAX_COLS),
      },
      nav: {
        Worksheet: (object) => {
          const [first] = areasOf(object);
          return first ? sheetObject(object, first.sheetId) : null;
        },
      },
      call: {
        Calculate: (object) => calculate(parts, areasOf(object)),
        SetDirty: (object) => calculate(parts, areasOf(object)),
      },
    },
    RangeCollection: { items: areasOf },
  };
}

/** Calculates the formulas of ranges again: the add-in's functions are called again. */
export function calculate({ book, calculateCells }: Parts, areas: readonly RangeObject[]): void {
  calculateCells(areas.flatMap(({ sheetId, zone }) => book.formulaCells(sheetId, zone)));
}

/** Cells, in reading order, as few zones: first along columns, then equal heights beside each other. */
export function merged(cells: readonly Zone[]): Zone[] {
  const byColumn = [...cells].sort((a, b) => a.left - b.left || a.top - b.top);
  const strips: Zone[] = [];
  for (const cell of byColumn) {
    const last = strips.at(-1);
    if (last?.left === cell.left && last.bottom === cell.top - 1)
      strips[strips.length - 1] = union(last, cell);
    else strips.push(cell);
  }
  const zones: Zone[] = [];
  for (const strip of strips) {
    const beside = zones.findIndex(
      (zone) => zone.right === strip.left - 1 && zone.top === strip.top && zone.bottom === strip.bottom,
    );
    const neighbour = zones[beside];
    if (neighbour) zones[beside] = union(neighbour, strip);
    else zones.push(strip);
  }
  return zones.sort((a, b) => a.top - b.top || a.left - b.left);
}
