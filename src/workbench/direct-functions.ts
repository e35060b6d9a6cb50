import { FUNCTIONS } from "../functions/index";
import { sheetFunctions, type SheetFunctions } from "./sheet-functions";
import type { FunctionTable } from "./sheet/function-table";

/** The custom functions called directly, without an Office runtime; connect them to figures before the first call. */
export function directFunctions(): SheetFunctions & { readonly table: FunctionTable } {
  // Each function takes its own parameters; the sheet passes as many as its metadata declares.
  return { ...sheetFunctions(), table: FUNCTIONS as unknown as FunctionTable };
}
