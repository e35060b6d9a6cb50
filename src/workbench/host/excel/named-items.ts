import { absoluteName, quoteSheet } from "../a1";
import { notFound } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import { type Parts, sheetObject } from "./parts";
import type { RangeObject } from "./range-object";

/** Names of the workbook and of a sheet. */
export function nameTables({ book, names, ranges, sheets }: Parts): Readonly<Record<string, ClassTable>> {
  const scopeOf = (object: HostObject): string | undefined => object.maybeWithin("Worksheet")?.key;
  const range = ({ wire, key }: HostObject): RangeObject | null => {
    const place = names.place(key);
    return place ? ranges.at(wire, place) : null;
  };
  const home = (object: HostObject): HostObject | null => {
    const sheetId = names.scope(object.key);
    return sheetId === undefined ? null : sheetObject(object, sheetId);
  };
  const constant = (key: string): unknown => {
    const text = names.formula(key).slice(1);
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text.replaceAll(/^"|"$/g, "");
  };
  return {
    NamedItemCollection: {
      items: (object) => names.keys(scopeOf(object)).map((key) => object.child("NamedItem", key)),
      call: {
        Add: (object, [name, target, comment]) => {
          const scope = scopeOf(object);
          const isText = typeof target === "string";
          const place = isText ? target : ranges.place(target, scope ?? sheets.active());
          return object.child("NamedItem", names.add(String(name), place, scope, comment));
        },
      },
    },
    NamedItem: {
      get: {
        _Id: ({ key }) => key,
        Name: ({ key }) => names.name(key),
        Type: ({ key }) =>
          names.place(key) ? "Range" : typeof constant(key) === "number" ? "Double" : "String",
        Value: ({ key }) => {
          const place = names.place(key);
          return place
            ? `${quoteSheet(book.getters.getSheetName(place.sheetId))}!${absoluteName(place.zone)}`
            : constant(key);
        },
        Visible: ({ key }) => names.isVisible(key),
        Comment: ({ key }) => names.comment(key),
        Scope: ({ key }) => (names.scope(key) === undefined ? "Workbook" : "Worksheet"),
        Formula: ({ key }) => names.formula(key),
      },
      set: {
        Visible: ({ key }, value) => names.change(key, { visible: value === true }),
        Comment: ({ key }, value) => names.change(key, { comment: String(value) }),
        Formula: ({ key }, value) => names.point(key, String(value)),
      },
      nav: {
        Worksheet: (object) => {
          const sheet = home(object);
          if (!sheet) throw notFound();
          return sheet;
        },
        WorksheetOrNullObject: home,
      },
      call: {
        Delete: ({ key }) => names.remove(key),
        GetRange: (object) => {
          const found = range(object);
          if (!found) throw notFound();
          return found;
        },
        GetRangeOrNullObject: range,
      },
    },
  };
}
