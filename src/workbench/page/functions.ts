import { connectEmbedded, sheetFunctions, type SheetFunctions } from "../connect";

/** What the grid can calculate with: every custom function, over the embedded figures. */
export function connectFunctions(): SheetFunctions {
  connectEmbedded();
  return sheetFunctions();
}
