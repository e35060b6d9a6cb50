import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { ENTRIES } from "../catalog/catalog";
import { Problem } from "../domain/problem";
import { PRODUCT } from "../functions/bridge/product";
import { secretsOf, type GatewayConfiguration } from "../gateway/configuration";
import { hiding } from "../gateway/secret";
import { createLog, type GatewayLog } from "../gateway/server/log";
import { startService, type Service } from "../gateway/server/service";
import { UsageError, type Command, type Io } from "./command";
import {
  configured,
  defaultStore,
  endedWithin,
  endSoon,
  opened,
  type GatewayHost,
  type OpenedGateway,
} from "./gateway-host";

/** How long what is under way may take once the gateway is asked to stop. */
const REQUESTS_MS = 10_000;
const CONVERSATIONS_MS = 5_000;
const CLOSE_MS = 5_000;

/** `digitrade serve`: the gateway as a service, until a signal stops it. */
export const serveWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const warnings: string[] = [];
    const configuration = await configured(host, readArguments(args), defaultStore(host), (sentence) =>
      warnings.push(sentence),
    );
    const log = logOf(configuration, io);
    for (const sentence of warnings) log.warn(sentence);
    const stop = untilSignal(host);
    let gateway: OpenedGateway | undefined;
    try {
      gateway = await opened(host, configuration, log);
      await tried(gateway, configuration, host, log);
      const service = await started(host, configuration, gateway, log);
      const { origin: address, metrics } = service;
      log.info("listening", { address, ...(metrics && { metrics }), store: configuration.store.words });
      log.info("stopping", { signal: await stop.signal });
      const isClean = await ended(service, gateway, log);
      log.info("stopped");
      return endSoon(host, isClean ? 0 : 1);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      io.error(`${thrown.message}\n`);
      await gateway?.close();
      return endSoon(host, 1);
    } finally {
      stop.forget();
    }
  };

function readArguments(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: "string" },
        port: { type: "string" },
        store: { type: "string" },
        static: { type: "string" },
        "metrics-port": { type: "string" },
        "no-metrics": { type: "boolean" },
        offline: { type: "boolean" },
      },
    });
    if (values["no-metrics"] && values["metrics-port"] !== undefined)
      throw new UsageError("Choose --metrics-port or --no-metrics.");
    return {
      DIGITRADE_HOST: values.host,
      DIGITRADE_PORT: values.port,
      DIGITRADE_STORE: values.store,
      DIGITRADE_STATIC: values.static,
      DIGITRADE_METRICS_PORT: values["no-metrics"] ? "off" : values["metrics-port"],
      DIGITRADE_OFFLINE: values.offline ? "yes" : undefined,
    };
  } catch (thrown) {
    throw thrown instanceof UsageError
      ? thrown
      : new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

const logOf = (configuration: GatewayConfiguration, io: Io): GatewayLog =>
  createLog({
    level: configuration.logLevel,
    write: io.out,
    plain: io.terminal?.out ?? false,
    hide: hiding(secretsOf(configuration)),
  });

/**
 * A folder that cannot be written to is a mistake, told before anybody relies on what is not kept. A Redis that is away
 * comes back by itself; meanwhile figures are served from memory and from what is embedded.
 */
async function tried(
  { store }: OpenedGateway,
  { store: place, offline }: GatewayConfiguration,
  host: GatewayHost,
  log: GatewayLog,
): Promise<void> {
  try {
    await store.setNote("service/started", host.now());
  } catch (thrown) {
    if (place.kind === "folder" && !offline) throw thrown;
    log.warn("store does not work yet", { why: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function started(
  host: GatewayHost,
  configuration: GatewayConfiguration,
  { figures }: OpenedGateway,
  log: GatewayLog,
): Promise<Service> {
  return startService({
    figures,
    catalog: ENTRIES,
    configuration,
    facts: {
      product: PRODUCT,
      started: new Date(host.now()).toISOString(),
      store: configuration.store.kind,
    },
    log,
    now: () => performance.now(),
    random: () => Math.random(),
  });
}

/** The first signal asks politely; the second ends the program at once. */
function untilSignal({ signals, exit }: GatewayHost): {
  readonly signal: Promise<string>;
  readonly forget: () => void;
} {
  const codes = { SIGINT: 130, SIGTERM: 143 } as const;
  let isAsked = false;
  let ask: (name: string) => void;
  const signal = new Promise<string>((resolve) => (ask = resolve));
  const listeners = Object.entries(codes).map(([name, code]) => {
    const heard = (): void => {
      if (isAsked) exit(code);
      isAsked = true;
      ask(name);
    };
    signals.on(name, heard);
    return () => signals.off(name, heard);
  });
  return { signal, forget: () => listeners.forEach((forget) => forget()) };
}

/**
 * Ends in order: requests, conversations with providers, store. False where a request or the store was cut off; a provider
 * that was not heard out is asked again the next time.
 */
async function ended(service: Service, gateway: OpenedGateway, log: GatewayLog): Promise<boolean> {
  const allAnswered = await service.stop(REQUESTS_MS);
  if (!allAnswered) log.warn("requests cut off", { afterMs: REQUESTS_MS });
  await endedWithin(CONVERSATIONS_MS, gateway.figures.idle(), (why) =>
    log.info("conversations cut off", { why }),
  );
  const isClosed = await endedWithin(CLOSE_MS, gateway.close(), (why) =>
    log.warn("store not closed", { why }),
  );
  return allAnswered && isClosed;
}
