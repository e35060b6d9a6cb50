import { holds, type Area } from "../../file/address";
import { byCell, type GridImage, type GridStyle, type SheetImage } from "./grid-image";

/** One sheet as it was and as it is, each with the workbook that says what its numbers mean. */
export interface SheetPair {
  readonly was: SheetImage;
  readonly before: GridImage;
  readonly sheet: SheetImage;
  readonly now: GridImage;
}

/** Whether an area lies within another. */
export function within(zone: Area, area: Area): boolean {
  return (
    holds(area, zone.row, zone.column) &&
    holds(area, zone.row + zone.rows - 1, zone.column + zone.columns - 1)
  );
}

/** The cells of which something else is said now. */
export const differing = <T>(was: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): readonly string[] =>
  [...new Set([...was.keys(), ...now.keys()])].filter((cell) => !same(was.get(cell), now.get(cell)));

/** What is new about the looks of cells. */
export function looksOn({ was, before, sheet, now }: SheetPair): ReadonlyMap<string, GridStyle> {
  const [old, looks] = [byCell(was.styles, before.styles), byCell(sheet.styles, now.styles)];
  return new Map(
    differing(old, looks).map((cell) => {
      const [a, b]: readonly [GridStyle, GridStyle] = [old.get(cell) ?? {}, looks.get(cell) ?? {}];
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
        (key) => !same(a[key], b[key]),
      );
      return [cell, Object.fromEntries(keys.map((key) => [key, b[key]]))] as const;
    }),
  );
}

/** Values that JSON tells apart; the engine may write the same in another order. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}
