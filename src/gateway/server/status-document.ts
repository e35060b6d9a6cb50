import type { ProviderStatus } from "../figures";

/** What a gateway says about itself. */
export interface ServiceFacts {
  /** Name and version, such as `DigiTrade 0.1.0`. */
  readonly product: string;
  /** When it was started, or when the export was written: an ISO text in UTC. */
  readonly started: string;
  /** Where its vintages are kept; never an address. */
  readonly store: string;
}

const SCHEMA = 1;

/** `/v1/status.json`: how each provider is doing. */
export function statusDocument(providers: readonly ProviderStatus[], facts: ServiceFacts): unknown {
  const { product, started, store } = facts;
  return { schema: SCHEMA, product, started, store, providers };
}
