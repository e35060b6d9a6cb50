import { cellName, quotedSheet, readArea, splitAddress } from "../file/address";
import type { Anchor } from "./anchor";
import { referencesIn } from "../file/formula-tokens";
import { functionsIn } from "../file/our-formulas";

/** A cell of ours that another formula refers to. */
export type UsedCell = Pick<Anchor, "sheet" | "cell" | "address" | "functions">;

/** Enough to lead on from a cell, and cheap however long its formula is. */
const MOST_REFERENCES = 12;
const MOST_CELLS = 400;
const MOST_NAMED = 6;

/**
 * The cells of ours that a formula on a sheet refers to, a table by the cell of its formula; none where they cannot be
 * told in one batch. It goes by the formula's text: looking for precedents in Excel itself may search other workbooks.
 */
export async function usesOfOurs(
  context: Excel.RequestContext,
  sheet: string,
  formula: string,
): Promise<readonly UsedCell[]> {
  try {
    const named = placesIn(formula).slice(0, MOST_REFERENCES);
    if (named.length === 0) return [];
    const looked = named.map((place) => {
      const at = { sheet: place.sheet || sheet, cells: place.cells };
      const range = context.workbook.worksheets.getItem(at.sheet).getRange(at.cells);
      const parent = range.getCell(0, 0).getSpillParentOrNullObject();
      range.load("formulas");
      parent.load("address,formulas");
      return { at, range, parent };
    });
    await context.sync();
    const found = looked.flatMap(({ at, range, parent }) => {
      const own = oursIn(at.sheet, at.cells, range.formulas);
      if (own.length > 0 || parent.isNullObject) return own;
      return oursIn(at.sheet, splitAddress(parent.address).cells, parent.formulas);
    });
    return [...new Map(found.map((cell) => [cell.address, cell])).values()].slice(0, MOST_NAMED);
  } catch {
    // A sheet that is gone, another workbook: what a cell uses is only an offer.
    return [];
  }
}

/** References to areas small enough to look through, each once; `A1#` is its first cell. */
function placesIn(formula: string): readonly { readonly sheet: string; readonly cells: string }[] {
  const texts = (referencesIn(formula) ?? []).map(({ text }) => text.replace(/#$/, ""));
  return [...new Set(texts)].flatMap((text) => {
    const place = splitAddress(text);
    if (!/^[A-Z]+\d/i.test(place.cells) || text.includes("[")) return [];
    const { rows, columns } = readArea(place.cells);
    return rows * columns <= MOST_CELLS ? [place] : [];
  });
}

function oursIn(
  sheet: string,
  cells: string,
  formulas: readonly (readonly unknown[])[],
): readonly UsedCell[] {
  const { row, column } = readArea(cells);
  return formulas.flatMap((line, r) =>
    line.flatMap((formula, c): readonly UsedCell[] => {
      const functions = functionsIn(formula);
      const cell = cellName(row + r, column + c);
      return functions.length === 0
        ? []
        : [{ sheet, cell, address: `${quotedSheet(sheet)}!${cell}`, functions }];
    }),
  );
}
