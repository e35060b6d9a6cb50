import { Problem } from "../domain/problem";
import type { Edition } from "../load/edition";
import type { EditionStore } from "./edition-store";
import { isInExcel, withTimeout } from "./office-problem";

/** Together below the 15 seconds after which the functions give up waiting. */
const OFFICE_MS = 5_000;
const EDITION_MS = 4_500;

export interface ReadyOptions {
  readonly officeMs?: number;
  readonly editionMs?: number;
}

/**
 * Resolves when Office is up and the workbook's edition is in use; in a page outside Excel at once. Rejects where the
 * edition cannot be read: then functions must answer nothing, rather than from other figures. Functions may run before
 * anything else of the add-in does (office-js #3922), so everything waits for this.
 */
export async function workbookReady(
  edition: Pick<Edition, "restoreFrom">,
  store: Pick<EditionStore, "read">,
  { officeMs = OFFICE_MS, editionMs = EDITION_MS }: ReadyOptions = {},
): Promise<void> {
  if (typeof Office === "undefined") return;
  await withTimeout(Office.onReady(), officeMs, "Excel did not get ready in time; reopen the workbook.");
  if (!isInExcel()) return;
  const read = (): Promise<unknown> =>
    withTimeout(store.read(), editionMs, "Excel did not hand out the figures kept in the workbook in time");
  const kept = await read().catch((thrown: unknown) => {
    // Damage stays damage; Excel itself may answer at the second try.
    if (thrown instanceof Problem && thrown.kind === "unreadable") throw thrown;
    return read();
  });
  if (kept !== undefined) edition.restoreFrom(kept);
}
