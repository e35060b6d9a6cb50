import { cellZone, intersection, MAX_COLS, MAX_ROWS, union, type Zone } from "../a1";
import { fromLocal, toLocal } from "../culture";
import { invalid, lacking, notFound, wrongSize } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { NamedPlace } from "../names";
import { toR1C1 } from "../r1c1";
import { copyCells } from "./copy";
import { calculate, merged } from "./areas";
import { mergeCalls } from "./merges";
import { type Parts, sheetObject } from "./parts";
import { AreasObject, RangeObject, rangeOf } from "./range-object";
import { insertCells, removeCells, writeCells, writeFormats } from "./range-writes";

const VALUE_TYPES: Readonly<Record<string, string>> = {
  text: "String",
  number: "Double",
  boolean: "Boolean",
  error: "Error",
  empty: "Empty",
};
const PIXELS_PER_POINT = 4 / 3;

/** `Excel.Range`: reads go to the engine's getters, writes to its commands. */
export function rangeTable(parts: Parts): ClassTable {
  const { book, ranges, culture, sheets } = parts;
  const { getters } = book;

  const formula = (r: RangeObject, col: number, row: number): unknown =>
    book.formula(r.sheetId, col, row) ?? book.value(r.sheetId, col, row);
  const local = (text: unknown): unknown =>
    typeof text === "string" && text.startsWith("=") ? toLocal(text, culture) : text;
  const english = (text: unknown): unknown =>
    typeof text === "string" && text.startsWith("=") ? fromLocal(text, culture) : text;

  type OnRange = (range: RangeObject) => unknown;
  const read = (get: OnRange) => (object: HostObject) => get(rangeOf(object));
  const grid = (get: (r: RangeObject, col: number, row: number) => unknown) =>
    read((r) => (r.isUnbounded ? null : r.grid((col, row) => get(r, col, row))));
  const write = (put: (range: RangeObject, value: unknown) => void) => (object: HostObject, value: unknown) =>
    put(rangeOf(object), value);

  /** A method whose result is another range of the same sheet. */
  const derive =
    (zone: (zone: Zone, args: readonly number[]) => Zone) =>
    (object: HostObject, args: readonly unknown[]): RangeObject => {
      const r = rangeOf(object);
      const numbers = args.map((arg) => Number(arg ?? 0));
      return ranges.at(object.wire, { sheetId: r.sheetId, zone: zone(r.zone, numbers) });
    };
  /** A method whose result may be missing: null for the form …OrNullObject. */
  const perhaps =
    (find: (range: RangeObject, args: readonly unknown[]) => NamedPlace | undefined) =>
    (object: HostObject, args: readonly unknown[]): RangeObject | null => {
      const place = find(rangeOf(object), args);
      return place ? ranges.at(object.wire, place) : null;
    };
  const surely =
    (find: (range: RangeObject, args: readonly unknown[]) => NamedPlace | undefined) =>
    (object: HostObject, args: readonly unknown[]): RangeObject => {
      const found = perhaps(find)(object, args);
      if (!found) throw notFound();
      return found;
    };

  const used = (r: RangeObject): NamedPlace | undefined => {
    const zone = book.usedZone(r.sheetId, r.zone);
    return zone && { sheetId: r.sheetId, zone };
  };
  const spill = (r: RangeObject): NamedPlace | undefined => {
    if (r.rows !== 1 || r.cols !== 1) throw invalid();
    const zone = book.spillZone(r.sheetId, r.zone.left, r.zone.top);
    return zone && { sheetId: r.sheetId, zone };
  };
  const spillParent = (r: RangeObject): NamedPlace | undefined => {
    if (r.rows !== 1 || r.cols !== 1) throw invalid();
    const at = book.spillParent(r.sheetId, r.zone.left, r.zone.top);
    return at && { sheetId: r.sheetId, zone: cellZone(at.col, at.row) };
  };
  const common = (r: RangeObject, [other]: readonly unknown[]): NamedPlace | undefined => {
    const place = ranges.place(other, r.sheetId);
    const zone = place.sheetId === r.sheetId ? intersection(r.zone, place.zone) : undefined;
    return zone && { sheetId: r.sheetId, zone };
  };
  const hasSpill = (r: RangeObject): boolean | null => {
    const inside = book.clip(r.sheetId, r.zone);
    if (!inside) return false;
    const all = new RangeObject(r.wire, { sheetId: r.sheetId, zone: inside })
      .grid((col, row) => book.spillParent(r.sheetId, col, row) !== undefined)
      .flat();
    return all.every(Boolean) ? true : all.some(Boolean) ? null : false;
  };

  const special = (object: HostObject, [type]: readonly unknown[]): AreasObject | null => {
    if (type !== "Formulas") throw lacking(`special cells of type ${String(type)}`);
    const r = rangeOf(object);
    const cells = book.formulaCells(r.sheetId, r.zone).map(({ col, row }) => cellZone(col, row));
    const areas = merged(cells).map((zone) => ranges.at(object.wire, { sheetId: r.sheetId, zone }));
    return areas.length > 0 ? new AreasObject(object.wire, areas) : null;
  };

  const cols = (r: RangeObject, col: number) =>
    getters.getColDimensions(r.sheetId, inSheet(col, getters.getNumberCols(r.sheetId)));
  const rows = (r: RangeObject, row: number) =>
    getters.getRowDimensions(r.sheetId, inSheet(row, getters.getNumberRows(r.sheetId)));

  return {
    get: {
      Address: read((r) => book.address(r.sheetId, r.zone)),
      AddressLocal: read((r) => book.address(r.sheetId, r.zone)),
      Values: grid((r, col, row) => book.value(r.sheetId, col, row)),
      Formulas: grid(formula),
      FormulasLocal: grid((r, col, row) => local(formula(r, col, row))),
      FormulasR1C1: grid((r, col, row) => {
        const text = formula(r, col, row);
        return typeof text === "string" && text.startsWith("=") ? toR1C1(text, col, row) : text;
      }),
      Text: grid((r, col, row) => book.cell(r.sheetId, col, row).formattedValue),
      ValueTypes: grid((r, col, row) => VALUE_TYPES[book.cell(r.sheetId, col, row).type] ?? "Unknown"),
      NumberFormat: grid((r, col, row) => book.format(r.sheetId, col, row)),
      NumberFormatLocal: grid((r, col, row) => book.format(r.sheetId, col, row)),
      RowCount: read((r) => r.rows),
      ColumnCount: read((r) => r.cols),
      RowIndex: read((r) => r.zone.top),
      ColumnIndex: read((r) => r.zone.left),
      CellCount: read((r) => (r.rows * r.cols > 2 ** 31 - 1 ? -1 : r.rows * r.cols)),
      IsEntireColumn: read((r) => r.rows === MAX_ROWS),
      IsEntireRow: read((r) => r.cols === MAX_COLS),
      HasSpill: read(hasSpill),
      Left: read((r) => cols(r, r.zone.left).start / PIXELS_PER_POINT),
      Top: read((r) => rows(r, r.zone.top).start / PIXELS_PER_POINT),
      Width: read((r) => (cols(r, r.zone.right).end - cols(r, r.zone.left).start) / PIXELS_PER_POINT),
      Height: read((r) => (rows(r, r.zone.bottom).end - rows(r, r.zone.top).start) / PIXELS_PER_POINT),
    },
    set: {
      Values: write((r, value) => writeCells(parts, r, value)),
      Formulas: write((r, value) => writeCells(parts, r, value)),
      FormulasLocal: write((r, value) => writeCells(parts, r, value, english)),
      FormulasR1C1: write((r, value) => writeCells(parts, r, value, undefined, true)),
      NumberFormat: write((r, value) => writeFormats(parts, r, value)),
      NumberFormatLocal: write((r, value) => writeFormats(parts, r, value)),
    },
    nav: { Worksheet: (object) => sheetObject(object, rangeOf(object).sheetId) },
    call: {
      _ValidateArraySize: (object, [height, width]) => {
        const r = rangeOf(object);
        if (height !== r.rows || width !== r.cols) throw wrongSize();
      },
      GetCell: derive((z, [row = 0, col = 0]) => cellZone(z.left + col, z.top + row)),
      GetRow: derive((z, [row = 0]) => ({ ...z, top: z.top + row, bottom: z.top + row })),
      GetColumn: derive((z, [col = 0]) => ({ ...z, left: z.left + col, right: z.left + col })),
      GetLastRow: derive((z) => ({ ...z, top: z.bottom })),
      GetLastColumn: derive((z) => ({ ...z, left: z.right })),
      GetLastCell: derive((z) => cellZone(z.right, z.bottom)),
      GetRowsBelow: derive((z, [count = 1]) => ({
        ...z,
        top: z.bottom + 1,
        bottom: z.bottom + (count || 1),
      })),
      GetRowsAbove: derive((z, [count = 1]) => ({ ...z, top: z.top - (count || 1), bottom: z.top - 1 })),
      GetColumnsAfter: derive((z, [count = 1]) => ({
        ...z,
        left: z.right + 1,
        right: z.right + (count || 1),
      })),
      GetColumnsBefore: derive((z, [count = 1]) => ({
        ...z,
        left: z.left - (count || 1),
        right: z.left - 1,
      })),
      GetEntireColumn: derive((z) => ({ ...z, top: 0, bottom: MAX_ROWS - 1 })),
      GetEntireRow: derive((z) => ({ ...z, left: 0, right: MAX_COLS - 1 })),
      GetOffsetRange: derive((z, [down = 0, right = 0]) => ({
        left: z.left + right,
        right: z.right + right,
        top: z.top + down,
        bottom: z.bottom + down,
      })),
      GetResizedRange: derive((z, [down = 0, right = 0]) => ({
        ...z,
        right: z.right + right,
        bottom: z.bottom + down,
      })),
      GetAbsoluteResizedRange: derive((z, [height = 1, width = 1]) => ({
        ...z,
        right: z.left + width - 1,
        bottom: z.top + height - 1,
      })),
      GetBoundingRect: (object, [other]) => {
        const r = rangeOf(object);
        const zone = union(r.zone, ranges.place(other, r.sheetId).zone);
        return ranges.at(object.wire, { sheetId: r.sheetId, zone });
      },
      GetIntersection: surely(common),
      GetIntersectionOrNullObject: perhaps(common),
      GetUsedRange: (object) => {
        const r = rangeOf(object);
        return ranges.at(
          object.wire,
          used(r) ?? { sheetId: r.sheetId, zone: cellZone(r.zone.left, r.zone.top) },
        );
      },
      GetUsedRangeOrNullObject: perhaps(used),
      GetSpillingToRange: surely(spill),
      GetSpillingToRangeOrNullObject: perhaps(spill),
      GetSpillParent: surely(spillParent),
      GetSpillParentOrNullObject: perhaps(spillParent),
      GetSpecialCells: (object, args) => {
        const found = special(object, args);
        if (!found) throw notFound();
        return found;
      },
      GetSpecialCellsOrNullObject: special,
      Clear: (object, [applyTo]) => {
        const r = rangeOf(object);
        if (applyTo !== "Formats") {
          book.guard(r.sheetId, "cells");
          book.clearContents(r.sheetId, r.zone);
        }
        if (applyTo !== "Contents") {
          book.guard(r.sheetId, "formats");
          book.clearFormats(r.sheetId, r.zone);
        }
      },
      Insert: (object, [shift]) => {
        const r = rangeOf(object);
        const { place } = r;
        insertCells(parts, r, String(shift));
        return ranges.at(object.wire, place);
      },
      Delete: (object, [shift]) => removeCells(parts, rangeOf(object), String(shift)),
      CopyFrom: (object, [source, type, skipBlanks, transpose]) => {
        const r = rangeOf(object);
        copyCells(parts, r, ranges.place(source, r.sheetId), typeof type === "string" ? type : "All", {
          skipBlanks: skipBlanks === true,
          transpose: transpose === true,
        });
      },
      Select: (object) => {
        const { sheetId, zone } = rangeOf(object);
        sheets.activate(sheetId);
        const inside = book.clip(sheetId, zone) ?? cellZone(0, 0);
        book.model.selection.selectZone(
          { cell: { col: inside.left, row: inside.top }, zone: inside },
          { scrollIntoView: true },
        );
      },
      Calculate: (object) => calculate(parts, [rangeOf(object)]),
      SetDirty: (object) => calculate(parts, [rangeOf(object)]),
      ...mergeCalls(parts),
    },
  };
}

const inSheet = (index: number, count: number): number => Math.min(index, count - 1);
