import type { Load } from "../domain/series";
import { browserStore, indexedDbStore } from "../load/browser-store";
import { watched, type Contact } from "../load/contact";
import { few } from "../load/few";
import { impatient } from "../load/impatient";
import { remote } from "../load/remote";
import type { GatewayHealth, KeptDocuments } from "../pane/settings/health";
import { gatewayHealth } from "./gateway-health";
import { keptDocuments } from "./kept-documents";

/** For how long a document that this browser keeps answers without asking. */
const FRESH_FOR_MS = 6 * 60 * 60 * 1000;
/** No cell waits longer for one document; then what is kept answers, or what is embedded. */
const TIMEOUT_MS = 8000;
/** Of what nobody waits for in a cell, so that a cell's requests need not queue behind it. */
const AT_A_TIME = 4;
/** After waiting in vain, nobody waits again for so long. */
const REST_MS = 30_000;

/** Series from a gateway, as far as this browser has not kept them. */
export interface GatewayFigures {
  /** Within some hours without asking; what is kept, marked stale, where the gateway does not answer. */
  readonly kept: Load;
  /** Asks each time, if only whether the document is still the same. */
  readonly newest: Load;
  /** The same with all patience and a few at a time, for what no cell waits for. */
  readonly unhurried: Load;
  readonly contact: () => Contact;
  /** What it says about itself; asked when somebody looks. */
  readonly health: () => Promise<GatewayHealth>;
  /** What this browser has kept of it. */
  readonly documents: KeptDocuments;
}

/** All that is asked of the gateway at an address, through one memory of what it said last. */
export function gatewayFigures(address: string): GatewayFigures {
  const now = (): number => Date.now();
  const moment = (): string => `${new Date(now()).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const asked = watched(remote(address, { fetch: revalidating, timeoutMs: TIMEOUT_MS }), { address, moment });
  const hurried = impatient(asked, { now, slowMs: TIMEOUT_MS / 2, restMs: REST_MS });
  const store = indexedDbStore("digitrade");
  return {
    kept: browserStore(hurried, { store, now, freshFor: FRESH_FOR_MS }),
    newest: browserStore(hurried, { store, now, freshFor: 0 }),
    unhurried: few(browserStore(asked, { store, now, freshFor: 0 }), AT_A_TIME),
    contact: asked.contact,
    health: () => gatewayHealth(address),
    documents: keptDocuments(store),
  };
}

/** The browser's own cache must not answer for the gateway, but may say what it holds. */
function revalidating(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const isConditional = new Headers(init.headers).has("If-None-Match");
  return globalThis.fetch(input, { ...init, cache: isConditional ? "no-store" : "no-cache" });
}
