import type { RequestListener } from "node:http";
import { ENTRIES } from "../src/catalog/catalog";
import { PRODUCT } from "../src/functions/bridge/product";
import type { GatewayConfiguration } from "../src/gateway/configuration";
import type { GatewayFigures } from "../src/gateway/figures";
import { hiding } from "../src/gateway/secret";
import { gatewayApp } from "../src/gateway/server/app";
import { gatewayListener } from "../src/gateway/server/listener";
import { createLog, type GatewayLog } from "../src/gateway/server/log";
import { preparedSeries } from "../src/gateway/server/prepared-series";
import { rateLimiter } from "../src/gateway/server/rate-limit";
import { keepRefreshing } from "../src/gateway/server/refreshing";

export interface AnsweringOptions {
  /** An ISO text in UTC. */
  readonly started: string;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
}

/** Answers requests for figures as the gateway does, and keeps them up until it is stopped; one person alone asks. */
export function answering(
  figures: GatewayFigures,
  configuration: GatewayConfiguration,
  log: GatewayLog,
  { started, now }: AnsweringOptions,
): { readonly listener: RequestListener; readonly stop: () => void } {
  const prepared = preparedSeries();
  const { store, keys, offline } = configuration;
  const app = gatewayApp({
    figures,
    catalog: ENTRIES,
    facts: { product: PRODUCT, started, store: store.kind },
    prepared,
    hide: hiding([...keys.values()]),
    onFailure: (what, thrown) => log.warn("not answered", { what, why: String(thrown) }),
  });
  const listener = gatewayListener({
    app,
    figures,
    prepared,
    limit: rateLimiter(0, now),
    trustedProxies: 0,
    log,
    now,
    nonce: "preview",
  });
  const refreshing = offline ? undefined : keepRefreshing({ figures, log, random: Math.random });
  return { listener, stop: () => refreshing?.stop() };
}

/** Told on the terminal only where the environment asks for it: the preview's page says how its figures stand. */
export function previewLog({ logLevel, keys }: GatewayConfiguration, isWanted: boolean): GatewayLog {
  return createLog({
    level: logLevel,
    plain: true,
    write: (line) => {
      if (isWanted) process.stderr.write(line);
    },
    hide: hiding([...keys.values()]),
  });
}
