import type { ProviderId } from "../../catalog/routes";
import type { ProblemKind } from "../../domain/problem";
import type { Instant } from "../../sources/common/calendar";

/** What the wire tells the log. Neither a query nor a key is ever part of it. */
export type WireEvent =
  | {
      readonly event: "answered";
      readonly source: ProviderId;
      readonly host: string;
      readonly path: string;
      readonly status: number;
      /** Of the body after decompression. */
      readonly bytes: number;
      /** Since the call began, waits included. */
      readonly ms: number;
    }
  | { readonly event: "redirected"; readonly source: ProviderId; readonly host: string; readonly to: string }
  | {
      readonly event: "failed";
      readonly source: ProviderId;
      readonly host: string;
      readonly path: string;
      readonly attempt: number;
      readonly problem: ProblemKind;
      readonly says: string;
      /** Milliseconds until the next attempt; absent: given up. */
      readonly againIn?: number;
    }
  | {
      readonly event: "breaker";
      readonly host: string;
      readonly state: "open" | "half-open" | "closed";
      readonly until?: Instant;
    };

export type Log = (event: WireEvent) => void;
