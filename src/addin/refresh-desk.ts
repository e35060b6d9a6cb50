import type { Load } from "../domain/series";
import type { Functions } from "../functions/bridge/later";
import { ledger } from "../functions/bridge/runtime";
import { makeDesk, type DeskHost, type RefreshDesk } from "../workbook/refresh/desk";

export interface DeskParts extends Pick<
  DeskHost,
  "edition" | "ready" | "load" | "keep" | "namespace" | "today"
> {
  readonly newest: Load;
  readonly functions: () => Promise<Functions>;
}

/** The workbook's desk: it follows the functions' own record of calls. */
export const openDesk = (parts: DeskParts): RefreshDesk => makeDesk({ ...parts, ledger });
