import { cellZone, MAX_COLS, MAX_ROWS } from "../a1";
import { notFound } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import { type Parts, sheetOf } from "./parts";
import type { RangeObject } from "./range-object";

/** The collection of worksheets, a worksheet, its frozen panes and its protection. */
export function worksheetTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const { book, sheets, ranges, protection } = parts;
  const { getters } = book;

  const visible = (object: HostObject, onlyVisible: unknown): readonly HostObject[] =>
    object.items().filter((sheet) => onlyVisible !== true || sheets.visibility(sheet.key) === "Visible");
  const beside = (object: HostObject, step: number, onlyVisible: unknown): HostObject | null => {
    const siblings = visible(object.within("WorksheetCollection"), onlyVisible);
    return siblings[siblings.indexOf(object) + step] ?? null;
  };
  const surely = (found: HostObject | null): HostObject => {
    if (!found) throw notFound();
    return found;
  };
  const used = (object: HostObject): RangeObject | null => {
    const zone = book.usedZone(object.key);
    return zone ? ranges.at(object.wire, { sheetId: object.key, zone }) : null;
  };
  const all = { left: 0, top: 0, right: MAX_COLS - 1, bottom: MAX_ROWS - 1 };

  const freeze = (sheetId: string, cols: number, rows: number): void => {
    book.dispatch("UNFREEZE_COLUMNS_ROWS", { sheetId });
    if (cols > 0) book.dispatch("FREEZE_COLUMNS", { sheetId, quantity: cols });
    if (rows > 0) book.dispatch("FREEZE_ROWS", { sheetId, quantity: rows });
  };
  const frozen = (object: HostObject): RangeObject | null => {
    const sheetId = sheetOf(object);
    const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
    if (xSplit === 0 && ySplit === 0) return null;
    const right = xSplit === 0 ? MAX_COLS - 1 : xSplit - 1;
    const bottom = ySplit === 0 ? MAX_ROWS - 1 : ySplit - 1;
    return ranges.at(object.wire, { sheetId, zone: { left: 0, top: 0, right, bottom } });
  };

  return {
    WorksheetCollection: {
      items: (object) => sheets.ids().map((id) => object.child("Worksheet", id)),
      call: {
        Add: (object, [name]) => object.child("Worksheet", sheets.add(name)),
        GetActiveWorksheet: (object) => object.child("Worksheet", sheets.active()),
        GetCount: (object, [onlyVisible]) => visible(object, onlyVisible).length,
        GetFirst: (object, [onlyVisible]) => visible(object, onlyVisible)[0],
        GetLast: (object, [onlyVisible]) => visible(object, onlyVisible).at(-1),
      },
    },
    Worksheet: {
      get: {
        Id: ({ key }) => key,
        Name: ({ key }) => sheets.name(key),
        Position: ({ key }) => sheets.ids().indexOf(key),
        Visibility: ({ key }) => sheets.visibility(key),
        TabColor: ({ key }) => getters.getSheet(key).color?.toUpperCase() ?? "",
        ShowGridlines: ({ key }) => getters.getGridLinesVisibility(key),
      },
      set: {
        Name: ({ key }, value) => sheets.rename(key, value),
        Position: ({ key }, value) => sheets.move(key, Number(value)),
        Visibility: ({ key }, value) => sheets.show(key, value),
        TabColor: ({ key }, value) =>
          book.dispatch("COLOR_SHEET", { sheetId: key, ...(value !== "" && { color: value }) }),
        ShowGridlines: ({ key }, value) =>
          book.dispatch("SET_GRID_LINES_VISIBILITY", { sheetId: key, areGridLinesVisible: value === true }),
      },
      aliases: { Gridlines: "ShowGridlines", Headings: "ShowHeadings" },
      keeps: ["ShowHeadings"],
      call: {
        GetRange: ({ wire, key }, [address]) =>
          ranges.at(
            wire,
            typeof address === "string" && address !== ""
              ? ranges.place(address, key)
              : { sheetId: key, zone: all },
          ),
        GetCell: ({ wire, key }, [row, col]) => ranges.cell(wire, key, Number(col), Number(row)),
        GetRangeByIndexes: ({ wire, key }, [top, left, height, width]) => {
          const [row, col] = [Number(top), Number(left)];
          const zone = {
            left: col,
            top: row,
            right: col + Number(width) - 1,
            bottom: row + Number(height) - 1,
          };
          return ranges.at(wire, { sheetId: key, zone });
        },
        GetUsedRange: (object) =>
          used(object) ?? ranges.at(object.wire, { sheetId: object.key, zone: cellZone(0, 0) }),
        GetUsedRangeOrNullObject: used,
        GetNext: (object, [onlyVisible]) => surely(beside(object, 1, onlyVisible)),
        GetNextOrNullObject: (object, [onlyVisible]) => beside(object, 1, onlyVisible),
        GetPrevious: (object, [onlyVisible]) => surely(beside(object, -1, onlyVisible)),
        GetPreviousOrNullObject: (object, [onlyVisible]) => beside(object, -1, onlyVisible),
        Activate: ({ key }) => sheets.activate(key),
        Delete: ({ key }) => sheets.remove(key),
        Calculate: ({ key }, [markAllDirty]) => {
          // Without the flag only what is dirty: the engine leaves nothing dirty.
          if (markAllDirty === true) parts.calculateCells(book.formulaCells(key, all));
        },
      },
    },
    WorksheetFreezePanes: {
      call: {
        FreezeAt: (object, [target]) => {
          const { zone } = ranges.place(target, sheetOf(object));
          freeze(
            sheetOf(object),
            zone.right === MAX_COLS - 1 ? 0 : zone.right + 1,
            zone.bottom === MAX_ROWS - 1 ? 0 : zone.bottom + 1,
          );
        },
        FreezeRows: (object, [count]) => freeze(sheetOf(object), 0, Number(count ?? 0)),
        FreezeColumns: (object, [count]) => freeze(sheetOf(object), Number(count ?? 0), 0),
        Unfreeze: (object) => freeze(sheetOf(object), 0, 0),
        GetLocation: (object) => surely(frozen(object)),
        GetLocationOrNullObject: frozen,
      },
    },
    WorksheetProtection: {
      get: {
        Protected: (object) => protection.isProtected(sheetOf(object)),
        Options: (object) => protection.options(sheetOf(object)),
      },
      call: {
        Protect: (object, [options, password]) => protection.protect(sheetOf(object), options, password),
        Unprotect: (object, [password]) => protection.unprotect(sheetOf(object), password),
      },
    },
  };
}
