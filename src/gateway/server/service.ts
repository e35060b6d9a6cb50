import type { IncomingMessage, ServerResponse } from "node:http";
import type { Entry } from "../../catalog/entry";
import { Problem } from "../../domain/problem";
import { secretsOf, type GatewayConfiguration } from "../configuration";
import type { GatewayFigures } from "../figures";
import { hiding } from "../secret";
import { gatewayApp } from "./app";
import { listen, type Listening } from "./listen";
import { gatewayListener } from "./listener";
import type { GatewayLog } from "./log";
import { createMetrics, type Metrics } from "./metrics";
import { preparedSeries } from "./prepared-series";
import { rateLimiter } from "./rate-limit";
import { keepRefreshing } from "./refreshing";
import { staticFolder } from "./static-folder";
import type { ServiceFacts } from "./status-document";

export interface ServiceOptions {
  readonly figures: GatewayFigures;
  readonly catalog: readonly Entry[];
  readonly configuration: GatewayConfiguration;
  readonly facts: ServiceFacts;
  readonly log: GatewayLog;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** A gateway that answers. */
export interface Service {
  readonly origin: string;
  /** Where the metrics are; undefined where there are none. */
  readonly metrics: string | undefined;
  /** Ends it: requests under way may finish, `patienceMs` at most. Resolves to whether all did. */
  readonly stop: (patienceMs: number) => Promise<boolean>;
}

/** Starts to answer and to keep figures up. A folder or a port that cannot be had is a Problem. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { figures, catalog, configuration, facts, log, now, random } = options;
  const { host, port, metricsPort, staticFolder: path, frameAncestors } = configuration;
  const folder = path === undefined ? undefined : await staticFolder(path, { frameAncestors });
  const prepared = preparedSeries();
  const metrics = metricsPort === undefined ? undefined : createMetrics(figures, prepared.size);
  const app = gatewayApp({
    figures,
    catalog,
    facts,
    prepared,
    ...(folder && { folder }),
    hide: hiding(secretsOf(configuration)),
    onFailure: (what, thrown, request) => {
      log.warn("not answered", { request, what, ...wordsOf(thrown) });
    },
  });
  const listener = gatewayListener({
    app,
    figures,
    prepared,
    limit: rateLimiter(configuration.requestsPerMinute, now),
    trustedProxies: configuration.trustedProxies,
    log,
    metrics,
    now,
    nonce: random().toString(36).slice(2, 8),
  });
  const onError = (thrown: Error): void => log.warn("server error", { why: thrown.message });
  const main = await listen(listener, { host, port, option: "--port", onError });
  const side = metrics && (await metricsServer(metrics, metricsPort ?? 0, onError, main));
  const refreshing = configuration.offline
    ? undefined
    : keepRefreshing({ figures, log, random, each: metrics?.asked });
  return {
    origin: main.origin,
    metrics: side && `${side.origin}/metrics`,
    stop: async (patienceMs) => {
      refreshing?.stop();
      const [all] = await Promise.all([main.stop(patienceMs), side?.stop(patienceMs)]);
      return all;
    },
  };
}

/** Metrics are for the operator: on the loopback interface, whatever address the figures have. */
async function metricsServer(
  metrics: Metrics,
  port: number,
  onError: (thrown: Error) => void,
  main: Listening,
): Promise<Listening> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text();
    response.writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" }).end(text);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((thrown: unknown) => {
      onError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      response.writeHead(500).end();
    });
  };
  try {
    return await listen(listener, {
      host: "127.0.0.1",
      port,
      option: "--metrics-port, or leave metrics out with --no-metrics",
      onError,
    });
  } catch (thrown) {
    await main.stop(0);
    throw thrown;
  }
}

/** For the operator: the sentence, and what was behind it. */
function wordsOf(thrown: unknown): Readonly<Record<string, string>> {
  const said = thrown instanceof Error ? thrown : new Error(String(thrown));
  const cause = said.cause instanceof Error ? { cause: said.cause.message } : {};
  return thrown instanceof Problem
    ? { problem: thrown.kind, why: said.message, ...cause }
    : { why: said.stack ?? said.message, ...cause };
}
