import { readMark, isMarkName } from "../../file/chart-mark";
import type { ChosenChart } from "../../file/chart-cells";
import type { Area } from "../../file/address";
import { storedFormula } from "../../xlsx/formula-forms";
import type { Names } from "../host/names";
import type { Sheets } from "../host/sheets";
import { heightOf, widthOf } from "../host/a1";
import { keyOf, type GridName } from "./defined-names";

interface Named {
  readonly names: Names;
  readonly sheets: Sheets;
}

/** The names of a workbook in the grid, as its file would have them. */
export function namesNow({ names, sheets }: Named): readonly GridName[] {
  const of = (sheetId: string | undefined): readonly GridName[] =>
    names.keys(sheetId).map((key) => ({
      name: names.name(key),
      ...(sheetId !== undefined && { sheet: sheets.name(sheetId) }),
      formula: storedFormula(names.formula(key)),
      comment: names.comment(key),
      isHidden: !names.isVisible(key),
    }));
  return [undefined, ...sheets.ids()].flatMap(of);
}

/** Names that are gone, and those that are new or mean something else. */
export function nameChanges(
  before: readonly GridName[],
  now: readonly GridName[],
): { readonly remove: readonly GridName[]; readonly add: readonly GridName[] } {
  const held = new Map(before.map((name) => [keyOf(name), JSON.stringify(name)]));
  const kept = new Set(now.map(keyOf));
  return {
    remove: before.filter((name) => !kept.has(keyOf(name))),
    add: now.filter((name) => held.get(keyOf(name)) !== JSON.stringify(name)),
  };
}

/** A chart of ours in the grid, with the cells that its hidden name covers. */
export interface MarkedInGrid extends ChosenChart {
  readonly sheetId: string;
  readonly name: string;
  /** Of the chart object. */
  readonly shape: string;
  readonly area: Area;
}

/** The charts of ours in the grid; those whose mark cannot be read, or whose cells are gone, are nobody's. */
export function marksNow({ names, sheets }: Named): readonly MarkedInGrid[] {
  return sheets.ids().flatMap((sheetId) =>
    names.keys(sheetId).flatMap((key): readonly MarkedInGrid[] => {
      const place = names.place(key);
      const name = names.name(key);
      if (!isMarkName(name) || !place) return [];
      const { zone } = place;
      const area = { row: zone.top, column: zone.left, rows: heightOf(zone), columns: widthOf(zone) };
      try {
        return [{ ...readMark(names.comment(key)), sheetId, name, area }];
      } catch {
        return [];
      }
    }),
  );
}
