import type { Book } from "../../functions/bridge/runtime";
import { connectEmbedded, sheetFunctions, type SheetFunctions } from "../connect";

/** What the grid can calculate with: every custom function, over the embedded figures. */
export function connectFunctions(book: Book): SheetFunctions {
  connectEmbedded({ book });
  return sheetFunctions();
}
