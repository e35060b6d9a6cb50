import { quotedSheet } from "../../file/address";
import { typedFormula } from "../../xlsx/formula-forms";
import { MAX_COLS, MAX_ROWS, tryReference, zoneName } from "../host/a1";
import type { GridName } from "./defined-names";

/** The names of a file for the engine and the host: places by name, and what the engine has no word for. */
export interface GridNames {
  readonly places: Readonly<Record<string, string>>;
  readonly office: Readonly<Record<string, unknown>>;
  /** Names of the whole workbook that mean cells, as formulas use them. */
  readonly ranges: ReadonlySet<string>;
}

/** `sheetId`: the engine's name for a sheet. */
export function gridNames(
  names: readonly GridName[],
  sheetId: (sheet: string) => string | undefined,
): GridNames {
  const places: Record<string, string> = {};
  const office: Record<string, unknown> = {};
  const ranges = new Set<string>();
  for (const [i, { name, sheet, formula, comment, isHidden }] of names.entries()) {
    const place = placeOf(formula, sheetId);
    const key = sheet === undefined ? name : `office_link_file_${i}`;
    office[`name:${key}`] = {
      name,
      ...(sheet !== undefined && { sheetId: sheetId(sheet) }),
      ...(isHidden && { visible: false }),
      ...(comment !== "" && { comment }),
      ...(place === undefined && { formula: typedFormula(formula) }),
    };
    if (place !== undefined) places[key] = place;
    if (place !== undefined && sheet === undefined) ranges.add(name);
  }
  return { places, office, ranges };
}

/** Cells of a sheet of this file; whole rows and columns are more than the engine's sheets have. */
function placeOf(formula: string, sheetId: (sheet: string) => string | undefined): string | undefined {
  const reference = tryReference(formula);
  if (reference?.sheet === undefined || sheetId(reference.sheet) === undefined) return undefined;
  const { sheet, zone } = reference;
  if (zone.right === MAX_COLS - 1 || zone.bottom === MAX_ROWS - 1) return undefined;
  return `${quotedSheet(sheet)}!${zoneName(zone)}`;
}
