import { lazily } from "../functions/bridge/later";
import { FIRST } from "../functions/chunks/first";
import { LATER_IDS } from "../functions/chunks/later-ids";
import { sheetFunctions, type SheetFunctions } from "./sheet-functions";
import type { FunctionTable } from "./sheet/function-table";

/** The custom functions called directly, without an Office runtime; connect them to figures before the first call. */
export function directFunctions(): SheetFunctions & { readonly table: FunctionTable } {
  const later = lazily(LATER_IDS, async () => (await import("../functions/chunks/later")).LATER);
  // Each function takes its own parameters; the sheet passes as many as its metadata declares.
  return { ...sheetFunctions(), table: { ...FIRST, ...later } as unknown as FunctionTable };
}
