import { readArea, type Area } from "../../file/address";
import { isSaveableLook } from "./cell-look";
import { byCell, type GridImage, type SheetImage } from "./grid-image";
import { differing, looksOn, same, within, type SheetPair } from "./image-compare";
import { isRowHeight } from "./row-heights";
import type { Move } from "./trace";

/** What cannot be kept in the file that was opened; `where`: the sheet, the cell or the chart that it is about. */
export interface Refusal {
  readonly what: RefusedChange;
  readonly where: string;
}

export type RefusedChange =
  | Move
  | "sheet-added"
  | "sheet-deleted"
  | "sheets-moved"
  | "sheet-renamed"
  | "sheet-shown"
  | "sheet-protection"
  | "merged"
  | "borders"
  | "looks"
  | "row-heights"
  | "hidden"
  | "conditional-formats"
  | "validation"
  | "tables"
  | "sheet-looks"
  | "chart-added"
  | "chart-changed"
  | "chart-deleted"
  | "setting"
  | "protected-cells"
  | "table-heading"
  | "table-reference"
  | "only-excel"
  | "chart-place"
  | "signed";

/** Parts of a sheet that the engine writes out and the patcher does not, as they are said of in a refusal. */
const WHOLE = {
  name: "sheet-renamed",
  isVisible: "sheet-shown",
  conditionalFormats: "conditional-formats",
  dataValidationRules: "validation",
  tables: "tables",
  areGridLinesVisible: "sheet-looks",
  color: "sheet-looks",
  headerGroups: "sheet-looks",
} as const satisfies Record<string, RefusedChange>;

/**
 * What of a sheet has changed that cannot be kept; in the `grounds` of new charts all comes with them, and figures that are
 * `rebound` are written as they are now.
 */
export function refusedOn(
  pair: SheetPair,
  grounds: readonly Area[],
  rebound: ReadonlySet<string>,
): readonly Refusal[] {
  const { was, before, sheet, now } = pair;
  const where = was.name;
  const refused: Refusal[] = [];
  const refuse = (what: RefusedChange, at = where): unknown => refused.push({ what, where: at });
  for (const [key, what] of Object.entries(WHOLE)) if (!same(was[key], sheet[key])) refuse(what);
  const isNew = (zone: string): boolean => grounds.some((area) => within(readArea(zone), area));
  const merges = (all: readonly string[]): string =>
    [...all]
      .filter((zone) => !isNew(zone))
      .sort()
      .join();
  if (merges(was.merges) !== merges(sheet.merges)) refuse("merged");
  const outside = (cell: string): boolean => !isNew(cell);
  if (differing(byCell(was.borders, before.borders), byCell(sheet.borders, now.borders)).some(outside))
    refuse("borders");
  if (
    Object.entries(sheet.rows).some(
      ([row, { size }]) => size !== was.rows[row]?.size && !isRowHeight(size ?? 0),
    )
  )
    refuse("row-heights");
  const hidden = ({ isHidden }: { readonly isHidden?: boolean }): boolean => isHidden === true;
  if (sizesDiffer(was.rows, sheet.rows, hidden) || sizesDiffer(was.cols, sheet.cols, hidden))
    refuse("hidden");
  for (const old of was.figures) {
    const figure = sheet.figures.find(({ id }) => id === old.id);
    const name = old.data?.office.name ?? where;
    if (!figure) refuse("chart-deleted", name);
    else if (!same(old, figure) && !rebound.has(old.id)) refuse("chart-changed", name);
  }
  const looks = looksOn(pair);
  const bad = [...looks].find(([cell, look]) => outside(cell) && !isSaveableLook(look));
  if (bad) refuse("looks", `${where}!${bad[0]}`);
  return refused;
}

const sizesDiffer = (
  was: SheetImage["rows"],
  now: SheetImage["rows"],
  what: (size: SheetImage["rows"][string]) => unknown,
): boolean =>
  [...new Set([...Object.keys(was), ...Object.keys(now)])].some(
    (place) => what(was[place] ?? {}) !== what(now[place] ?? {}),
  );

/** The workbook's state beside its sheets. */
export function refusedState(
  { office: was = {} }: GridImage,
  { office: now = {} }: GridImage,
): readonly Refusal[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return keys.some((key) => key.startsWith("protect") && !same(was[key], now[key]))
    ? [{ what: "sheet-protection", where: "" }]
    : [];
}
