import { findEntry } from "../catalog/catalog";
import { dayOfInstant } from "../domain/period";
import { excelWriter } from "../functions/bridge/failure";
import { lazily } from "../functions/bridge/later";
import { connect } from "../functions/bridge/runtime";
import { FIRST } from "../functions/chunks/first";
import { LATER_IDS } from "../functions/chunks/later-ids";
import { browserStore, indexedDbStore } from "../load/browser-store";
import { createEdition } from "../load/edition";
import { orElse } from "../load/fallback";
import { memory } from "../load/memory";
import { remote } from "../load/remote";
import { snapshot } from "../load/snapshot";
import { loadFamily } from "../snapshot/families";

const FRESH_FOR_MS = 6 * 60 * 60 * 1000;

/**
 * The first chunk of the add-in, which cells wait for: connects every custom function to a workbook's edition. A series
 * asked for the first time comes from the gateway at the page's own origin, from what this browser kept of it, or else
 * from the embedded figures.
 */
export function startFunctions(): void {
  const embedded = snapshot((id) => findEntry(id)?.family, loadFamily);
  const kept = browserStore(remote(location.origin), {
    store: indexedDbStore("digitrade"),
    now: () => Date.now(),
    freshFor: FRESH_FOR_MS,
  });
  connect({
    figures: createEdition(memory(orElse(kept, embedded))),
    writer: excelWriter(knowsDataTypes()),
    today: () => dayOfInstant(Date.now()),
    preview: embedded,
    origin: location.origin,
    product: "DigiTrade 0.1.0",
  });
  const later = lazily(LATER_IDS, async () => {
    const { LATER } = await import(/* webpackChunkName: "functions-later" */ "../functions/chunks/later");
    return LATER;
  });
  for (const [id, implementation] of Object.entries({ ...FIRST, ...later }))
    CustomFunctions.associate(id, implementation);
}

/** Data types in results came with CustomFunctionsRuntime 1.4; perpetual Excel has not got them. */
function knowsDataTypes(): boolean {
  const office = (
    globalThis as {
      Office?: { context?: { requirements?: { isSetSupported: (set: string, version: string) => boolean } } };
    }
  ).Office;
  return office?.context?.requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") ?? false;
}

startFunctions();
