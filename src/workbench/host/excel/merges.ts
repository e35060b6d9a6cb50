import { heightOf, widthOf } from "../a1";
import type { ClassTable } from "../host-object";
import type { Parts } from "./parts";
import { rangeOf } from "./range-object";

/** Merged cells: the first one keeps its contents, and merges that are in the way give way, as in Excel. */
export function mergeCalls({ book }: Parts): NonNullable<ClassTable["call"]> {
  const separate = (sheetId: string, zone: Parameters<typeof book.clip>[1]): void => {
    const inside = book.clip(sheetId, zone);
    const target = inside ? book.getters.getMergesInZone(sheetId, inside) : [];
    if (target.length > 0) book.dispatch("REMOVE_MERGE", { sheetId, target });
  };
  return {
    Merge: (object, [across]) => {
      const { sheetId, zone } = rangeOf(object);
      book.guard(sheetId, "formats");
      book.ensureSize(sheetId, zone.right + 1, zone.bottom + 1);
      separate(sheetId, zone);
      const rows = Array.from({ length: heightOf(zone) }, (_, i) => zone.top + i);
      const zones = across === true ? rows.map((row) => ({ ...zone, top: row, bottom: row })) : [zone];
      const target = zones.filter((one) => heightOf(one) * widthOf(one) > 1);
      if (target.length > 0) book.dispatch("ADD_MERGE", { sheetId, target, force: true });
    },
    Unmerge: (object) => {
      const { sheetId, zone } = rangeOf(object);
      book.guard(sheetId, "formats");
      separate(sheetId, zone);
    },
  };
}
