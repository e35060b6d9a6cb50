import { cellName, type Area } from "../../file/address";
import { overlap } from "./dependants";
import { placeKey, type FormulaCell } from "./formulas";

const MOST = 5;

/** Tells which changed cells a formula reads, the first few of them: `Sheet1!B3`. */
export function followFinder(
  changed: readonly { readonly formula: FormulaCell; readonly area: Area }[],
  sheetName: (sheet: number) => string,
): (formula: FormulaCell) => readonly string[] {
  const places = new Map<string, string>();
  for (const { formula, area } of changed) {
    const corner = `${sheetName(formula.sheet)}!${cellName(formula.cell.row, formula.cell.column)}`;
    for (let r = 0; r < area.rows; r++)
      for (let c = 0; c < area.columns; c++)
        places.set(`${formula.sheet}:${placeKey(area.row + r, area.column + c)}`, corner);
  }
  return (formula) => {
    const found = new Set<string>();
    for (const { sheet, area } of formula.precedents) {
      if (found.size >= MOST) break;
      if (area.rows * area.columns === 1) {
        const corner = places.get(`${sheet}:${placeKey(area.row, area.column)}`);
        if (corner !== undefined) found.add(corner);
        continue;
      }
      for (const one of changed) {
        if (found.size >= MOST) break;
        if (one.formula !== formula && one.formula.sheet === sheet && overlap(one.area, area))
          found.add(`${sheetName(sheet)}!${cellName(one.formula.cell.row, one.formula.cell.column)}`);
      }
    }
    return [...found].slice(0, MOST);
  };
}
