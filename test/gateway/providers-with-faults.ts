import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProviderId } from "../../src/catalog/routes";
import { embeddedFigures } from "../../src/workbench/connect";
import { keepUp } from "../../src/gateway/keep-up";
import type { GatewayFigures } from "../../src/gateway/figures";
import { openStore } from "../../src/gateway/vintages/open";
import { webWire } from "../../src/gateway/wire/web-wire";
import { ALL_SOURCES } from "../../src/sources/index";
import { startFaultProxy, type FaultProxy } from "../fixtures/fault-proxy";
import { RECORDED, recordedAnswer } from "../fixtures/recorded-providers";
import { standingClock, type Clock } from "./wire/harness";

/** A gateway over one provider that stands behind a fault proxy; every wait of the wire takes no time. */
export interface Stage {
  readonly figures: GatewayFigures;
  readonly proxy: FaultProxy;
  readonly clock: Clock;
  /** Everything that was logged, as text. */
  readonly told: string[];
  readonly close: () => Promise<void>;
}

export const KEY = "k3y-of-the-operator";

export async function stage(provider: ProviderId, exchangeMs = 150): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "digitrade-"));
  const clock = standingClock(Date.parse(`${RECORDED[provider].day}T12:00Z`));
  const proxy = await startFaultProxy((url) => recordedAnswer(provider, url), { now: clock.now });
  const told: string[] = [];
  const tell = (event: string, facts?: unknown): void => void told.push(JSON.stringify([event, facts]));
  const log = { info: tell, warn: tell };
  const whole = ALL_SOURCES.find(({ id }) => id === provider)!;
  const source = { ...whole, batches: whole.batches.filter(({ id }) => id === RECORDED[provider].batch) };
  const store = await openStore(folder, { seeds: () => Promise.resolve(undefined), log });
  const wire = webWire({
    userAgent: "DigiTrade/1 (test)",
    addressOf: () => proxy.origin,
    now: clock.now,
    sleep: clock.sleep,
    log: ({ event, ...facts }) => tell(event, facts),
    // The breaker counts real time; its opening and closing have tests of their own.
    limits: { exchangeMs, openMs: 1, longestOpenMs: 1 },
  });
  const figures = keepUp({
    sources: [source],
    wire,
    store,
    seeds: embeddedFigures(),
    now: clock.now,
    log,
    keyOf: () => KEY,
    patienceMs: 60_000,
  });
  return {
    figures,
    proxy,
    clock,
    told,
    close: async () => {
      wire.close();
      await figures.idle();
      await store.close();
      await proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
