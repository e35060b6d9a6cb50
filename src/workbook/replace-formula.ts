import { badInput } from "../domain/problem";
import type { Anchor } from "./anchor";
import { refuseClosed } from "./insert";
import { inExcel } from "./office-problem";

/** Puts another formula into a cell, only if the one that was looked at still stands there. */
export function replaceFormula(
  { sheet, cell, formula }: Pick<Anchor, "sheet" | "cell" | "formula">,
  next: string,
): Promise<void> {
  return inExcel(async (context) => {
    const { workbook } = context;
    const worksheet = workbook.worksheets.getItem(sheet);
    const range = worksheet.getRange(cell);
    range.load("formulas");
    worksheet.load("name");
    worksheet.protection.load("protected");
    workbook.load("readOnly");
    await context.sync();
    refuseClosed(workbook, worksheet);
    if (range.formulas[0]?.[0] !== formula)
      throw badInput(`${cell} has other contents by now, so nothing was changed; select it again.`);
    range.formulas = [[next]];
    await context.sync();
  });
}
