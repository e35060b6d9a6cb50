import type { Book } from "../functions/bridge/runtime";
import { splitAddress } from "../file/address";
import { inExcel } from "./office-problem";

const PATIENCE_MS = 5_000;

/**
 * The workbook as WHY looks at it. Reading is allowed inside a custom function, but fails while a cell is edited
 * (office-js-docs-pr, excel-add-ins-delay-in-cell-edit); a formula that cannot be read now is answered as unknown.
 */
export function excelBook(): Book {
  return {
    formulaAt: async (address) => {
      try {
        return await inExcel((context) => formulaOf(context, address), { timeoutMs: PATIENCE_MS });
      } catch {
        return undefined;
      }
    },
  };
}

async function formulaOf(context: Excel.RequestContext, address: string): Promise<string | undefined> {
  const { sheet, cells } = splitAddress(address);
  const { worksheets } = context.workbook;
  const range = (sheet === "" ? worksheets.getActiveWorksheet() : worksheets.getItem(sheet)).getRange(cells);
  range.load("formulas");
  await context.sync();
  const formula: unknown = range.formulas[0]?.[0];
  return typeof formula === "string" ? formula : undefined;
}
