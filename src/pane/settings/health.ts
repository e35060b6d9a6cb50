/** How one provider is doing at the gateway; moments are ISO texts in UTC. */
export interface ProviderHealth {
  readonly id: string;
  readonly name: string;
  readonly state: ProviderState;
  readonly series: number;
  readonly checked?: string;
  readonly next?: string;
  readonly failingSince?: string;
  readonly failure?: string;
}

/** `live`: answered when last asked; `stale`: did not; `waiting`: not asked yet; `off`: needs a key that is not set. */
export const PROVIDER_STATES = ["live", "stale", "waiting", "off"] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

/** How the gateway is doing. */
export interface GatewayHealth {
  /** A folder of files answers for figures, not for itself. */
  readonly isService: boolean;
  readonly product: string;
  readonly started: string;
  readonly providers: readonly ProviderHealth[];
}

/** What this browser keeps of the gateway's figures. */
export interface KeptDocuments {
  readonly measure: () => Promise<KeptSize>;
  readonly clear: () => Promise<void>;
}

export interface KeptSize {
  readonly documents: number;
  /** As text; what the browser takes for it is its own matter. */
  readonly bytes: number;
}
