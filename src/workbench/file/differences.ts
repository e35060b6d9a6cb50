import { readArea, type Area } from "../../file/address";
import { byCell, type GridImage, type GridStyle } from "./grid-image";
import { differing, looksOn, within, type SheetPair } from "./image-compare";
import { refusedOn, refusedState, type Refusal } from "./refusals";
import { sizeChanges, type SizeChanges } from "./sheet-sizes";
import type { Moved } from "./trace";

/** Cells of a chart that is being inserted, whose looks and sizes come with it. */
export interface NewGround {
  readonly sheetId: string;
  readonly area: Area;
}

/** What is to be written into the cells of one sheet, by the names of the cells; undefined where it is as in a new cell. */
export interface SheetChanges {
  readonly contents: ReadonlyMap<string, string | undefined>;
  readonly formats: ReadonlyMap<string, string | undefined>;
  readonly looks: ReadonlyMap<string, GridStyle>;
  readonly sizes: SizeChanges;
}

export interface Differences {
  readonly sheets: ReadonlyMap<string, SheetChanges>;
  readonly refused: readonly Refusal[];
}

/** What comes with charts of ours, and is no change of a person's. */
export interface WithCharts {
  readonly grounds: readonly NewGround[];
  /** Figures that were bound to their cells again. */
  readonly rebound: ReadonlySet<string>;
}

/** What differs between a workbook as it was opened and as it is now, and what of that a file that was opened cannot take. */
export function differences(
  before: GridImage,
  now: GridImage,
  moved: readonly Moved[],
  { grounds, rebound }: WithCharts,
): Differences {
  const refused: Refusal[] = [];
  const nameOf = (id: string): string =>
    (now.sheets.find((sheet) => sheet.id === id) ?? before.sheets.find((sheet) => sheet.id === id))?.name ??
    "";
  for (const { move, sheetId } of moved) refused.push({ what: move, where: nameOf(sheetId) });
  const newSheets = grounds.map(({ sheetId }) => sheetId);
  for (const { id, name } of before.sheets)
    if (!now.sheets.some((sheet) => sheet.id === id)) refused.push({ what: "sheet-deleted", where: name });
  for (const { id, name } of now.sheets)
    if (!before.sheets.some((sheet) => sheet.id === id) && !newSheets.includes(id))
      refused.push({ what: "sheet-added", where: name });
  const order = now.sheets.map(({ id }) => id).filter((id) => before.sheets.some((sheet) => sheet.id === id));
  const old = before.sheets.map(({ id }) => id).filter((id) => order.includes(id));
  const last = now.sheets.slice(order.length).some(({ id }) => order.includes(id));
  if (last || order.join("|") !== old.join("|")) refused.push({ what: "sheets-moved", where: "" });
  const sheets = new Map<string, SheetChanges>();
  for (const sheet of now.sheets) {
    const was = before.sheets.find(({ id }) => id === sheet.id);
    // Where cells have moved, everything differs; it is said once.
    if (!was || moved.some(({ sheetId }) => sheetId === sheet.id)) continue;
    const own = grounds.filter(({ sheetId }) => sheetId === sheet.id).map(({ area }) => area);
    const pair = { was, before, sheet, now };
    refused.push(...refusedOn(pair, own, rebound));
    sheets.set(sheet.id, changesOn(pair, own));
  }
  return { sheets, refused: [...refused, ...refusedState(before, now)] };
}

function changesOn(pair: SheetPair, grounds: readonly Area[]): SheetChanges {
  const { was, before, sheet, now } = pair;
  const isOutside = (cell: string): boolean => !grounds.some((area) => within(readArea(cell), area));
  const [oldCells, cells] = [new Map(Object.entries(was.cells)), new Map(Object.entries(sheet.cells))];
  const [oldFormats, formats] = [byCell(was.formats, before.formats), byCell(sheet.formats, now.formats)];
  return {
    contents: changed(oldCells, cells, isOutside),
    formats: changed(oldFormats, formats, isOutside),
    looks: new Map([...looksOn(pair)].filter(([cell]) => isOutside(cell))),
    sizes: sizeChanges(was, sheet, (column) =>
      grounds.some((area) => column >= area.column && column < area.column + area.columns),
    ),
  };
}

function changed<T>(
  was: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  isOutside: (cell: string) => boolean,
): ReadonlyMap<string, T | undefined> {
  return new Map(
    differing(was, now)
      .filter(isOutside)
      .map((cell) => [cell, now.get(cell)] as const),
  );
}
