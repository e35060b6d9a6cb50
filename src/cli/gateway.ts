import { findEntry } from "../catalog/catalog";
import { Problem } from "../domain/problem";
import type { Load } from "../domain/series";
import { PRODUCT } from "../functions/bridge/product";
import type { GatewayConfiguration } from "../gateway/configuration";
import { crossCheck } from "../gateway/cross-check";
import { keepUp } from "../gateway/keep-up";
import type { Log } from "../gateway/log";
import { openStore, type OpenStoreOptions } from "../gateway/vintages/open";
import { webWire } from "../gateway/wire/web-wire";
import { ALL_SOURCES } from "../sources/index";
import { embeddedFigures } from "../workbench/connect";
import type { OpenedGateway } from "./gateway-host";

/** The figures of a gateway: every source over the web, the store that is configured, the embedded documents as seeds. */
export async function openGateway(
  configuration: GatewayConfiguration,
  log: Log,
  now: () => number = Date.now,
): Promise<OpenedGateway> {
  const embedded = embeddedFigures();
  const { store: place } = configuration;
  const where = place.kind === "folder" ? place.folder : place.url.reveal();
  const store = await openStore(where, { seeds: seedsFrom(embedded), log });
  const wire = webWire({
    userAgent: `${PRODUCT.replace(" ", "/")}${configuration.contact ? ` (${configuration.contact})` : ""}`,
    addressOf: (source, name) => configuration.addresses.get(source.id)?.[name],
    now,
    log: ({ event, ...facts }) => {
      if (event === "failed" || event === "breaker") log.warn(event, facts);
    },
  });
  const figures = keepUp({
    sources: ALL_SOURCES,
    wire,
    store,
    seeds: embedded,
    now,
    log,
    keyOf: (provider) => configuration.keys.get(provider)?.reveal(),
    offline: configuration.offline,
    onAsked: (batch, { outcome }) => {
      if (outcome !== "read") return;
      crossCheck(batch, store, log).catch((thrown: unknown) => {
        log.warn("sources not compared", { why: String(thrown) });
      });
    },
  });
  return {
    figures,
    store,
    close: async () => {
      wire.close();
      await figures.idle();
      await store.close();
    },
  };
}

/** A series without an embedded document starts from nothing; one that cannot be read is a fault to be told. */
function seedsFrom(embedded: Load): OpenStoreOptions["seeds"] {
  return async (id) => {
    try {
      return findEntry(id)?.virtual ? undefined : await embedded(id);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.kind === "no-data") return undefined;
      throw thrown;
    }
  };
}
