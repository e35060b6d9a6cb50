import { parseCellName } from "./address";
import type { Model } from "./engine";

/** The formula at an address such as `Sheet1!A1` or `'My sheet'!B2`; undefined where there is none. */
export function formulaAt({ getters }: Model, address: string): string | undefined {
  const cut = address.lastIndexOf("!");
  const name = address
    .slice(0, Math.max(cut, 0))
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const sheetId = name === "" ? getters.getActiveSheetId() : getters.getSheetIdByName(name);
  const place = parseCellName(address.slice(cut + 1));
  if (sheetId === undefined || !place) return undefined;
  const cell = getters.getCell({ sheetId, ...place });
  return cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : undefined;
}
