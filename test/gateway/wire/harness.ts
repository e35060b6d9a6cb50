import { inspect } from "node:util";
import { Problem } from "../../../src/domain/problem";
import type { WireEvent } from "../../../src/gateway/wire/event";
import { webWire, type WebWire, type WebWireOptions } from "../../../src/gateway/wire/web-wire";
import type { FaultName } from "../../fixtures/fault-proxy";
import type { Ask, Source } from "../../../src/sources/common/source";

/** A source of nothing, at two addresses that no test ever reaches unless it puts others in their place. */
export const source: Source = {
  id: "boj",
  addresses: { api: "https://api.provider.example/v1", files: "https://files.provider.example" },
  politeness: 0,
  batches: [],
  readFile: () => [],
};

export const ask: Ask = {
  at: "api",
  path: "/getDataCode",
  query: { code: "A,B", lang: "en" },
  types: ["application/json"],
  maxBytes: 100_000,
};

/** 14:05:09 UTC on 26 November 2026. */
export const NOON = Date.UTC(2026, 10, 26, 14, 5, 9);

/** A clock that stands still but for the waits of the wire, which take no time. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Every wait, in milliseconds. */
  readonly waits: number[];
  readonly pass: (ms: number) => void;
}

export function standingClock(start = NOON): Clock {
  let now = start;
  const waits: number[] = [];
  return {
    now: () => now,
    sleep: (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    waits,
    pass: (ms) => {
      now += ms;
    },
  };
}

/** Patience with faults that only time ends; all others must not depend on how fast the machine is. */
export const patienceWith = (fault: FaultName): { readonly exchangeMs?: number } =>
  fault === "silent" || fault === "slow drip" ? { exchangeMs: 200 } : {};

export interface Trial {
  readonly wire: WebWire;
  readonly events: WireEvent[];
  readonly clock: Clock;
}

/** A wire whose waits take no time. */
export function trial(options: Partial<WebWireOptions> = {}): Trial {
  const clock = standingClock();
  const events: WireEvent[] = [];
  const wire = webWire({
    userAgent: "DigiTrade/1 (test)",
    now: clock.now,
    sleep: clock.sleep,
    log: (event) => events.push(event),
    ...options,
    limits: options.limits ?? {},
  });
  return { wire, events, clock };
}

/** The Problem that a call ends in. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await call.then(
    (reply) => {
      throw new Error(`answered: ${inspect(reply)}`);
    },
    (reason: unknown) => reason,
  );
  if (thrown instanceof Problem) return thrown;
  throw thrown;
}
