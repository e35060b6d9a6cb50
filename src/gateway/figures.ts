import type { ProviderId } from "../catalog/routes";
import type { Day } from "../domain/period";
import type { Load } from "../domain/series";
import type { Changes } from "./vintages/store";

/** How one provider is doing. Instants are ISO texts in UTC. */
export interface ProviderStatus {
  readonly id: ProviderId;
  readonly name: string;
  /** `live`: answered when last asked; `stale`: did not, the last good figures are served; `waiting`: not asked yet; `off`: needs a key that is not set. */
  readonly state: "live" | "stale" | "waiting" | "off";
  readonly series: number;
  readonly releases: string;
  readonly checked?: string;
  readonly next?: string;
  /** Since when it does not answer, and why. */
  readonly failingSince?: string;
  readonly failure?: string;
}

/** How asking for one batch ended. */
export interface BatchReport {
  readonly batch: string;
  readonly provider: ProviderId;
  readonly outcome: "read" | "elsewhere" | "not due" | "off" | "failed";
  readonly series: number;
  readonly changes: Changes;
  readonly failure?: string;
}

/** The gateway's figures: what the store and the embedded documents hold, kept up with the providers. */
export interface GatewayFigures {
  /** Every promise settles within the patience that the gateway was given. */
  readonly load: Load;
  /**
   * Asks providers for batches, due ones unless `all`; `each` hears of one after the other. With `since`, for figures from
   * that day on, whatever is held already.
   */
  readonly refresh: (options?: {
    readonly only?: readonly ProviderId[];
    readonly all?: boolean;
    readonly since?: Day;
    readonly each?: (report: BatchReport) => void;
  }) => Promise<readonly BatchReport[]>;
  readonly status: () => Promise<readonly ProviderStatus[]>;
  /** Resolves when no conversation is under way. */
  readonly idle: () => Promise<void>;
}
