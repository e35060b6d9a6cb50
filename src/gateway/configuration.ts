import * as v from "valibot";
import type { ProviderId } from "../catalog/routes";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import type { Source } from "../sources/common/source";
import {
  addressVariables,
  FIELDS,
  keyVariables,
  SOURCE_ADDRESS,
  SOURCE_KEY,
  type StorePlace,
} from "./configuration-fields";
import { secret, type Secret } from "./secret";
import type { LogLevel } from "./server/log";

/** Everything that an operator decides, checked. */
export interface GatewayConfiguration {
  readonly host: string;
  readonly port: number;
  /** Undefined: no metrics. */
  readonly metricsPort: number | undefined;
  readonly store: StorePlace;
  /** The add-in's built folder, to be served beside the figures. */
  readonly staticFolder: string | undefined;
  /** Who may show the add-in's pages in a frame, as a Content-Security-Policy writes it. */
  readonly frameAncestors: readonly string[];
  /** How many reverse proxies of one's own stand in front. */
  readonly trustedProxies: number;
  /** Requests of one client; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Never ask providers. */
  readonly offline: boolean;
  readonly logLevel: LogLevel;
  /** Where providers find who asks: a mail address or a page. */
  readonly contact: string | undefined;
  readonly keys: ReadonlyMap<ProviderId, Secret>;
  /** Addresses that stand in for a source's own, by provider and name of the address. */
  readonly addresses: ReadonlyMap<ProviderId, Readonly<Record<string, string>>>;
}

/** The part of a source that an operator can decide about. */
export type ConfigurableSource = Pick<Source, "id" | "addresses" | "key">;

export interface Given {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the command line says, by the name of the variable that it stands in for; it prevails. */
  readonly flags?: Readonly<Record<string, string | undefined>>;
  readonly sources: readonly ConfigurableSource[];
  /** Where vintages are kept if nothing is said. */
  readonly defaultStore: string;
}

/** Everything in a configuration that must never be printed: providers' keys, and the password of a Redis. */
export function secretsOf({ keys, store }: GatewayConfiguration): readonly Secret[] {
  if (store.kind === "folder") return [...keys.values()];
  const { password } = new URL(store.url.reveal());
  return [...keys.values(), store.url, secret(password), secret(decodeURIComponent(password))];
}

/** Every variable that is read, the sources' own included. */
export function variableNames(sources: readonly ConfigurableSource[]): readonly string[] {
  return [
    ...Object.keys(FIELDS.entries),
    ...keyVariables(sources).map(({ name }) => name),
    ...addressVariables(sources).map(({ name }) => name),
  ];
}

/**
 * The configuration that environment and command line give; an empty variable counts as not given. Everything that is
 * wrong is one Problem ("bad-input"), a line each; values are never part of it, since some are secret. `warnings` name
 * variables that look like ours and are not.
 */
export function readConfiguration(given: Given): {
  readonly configuration: GatewayConfiguration;
  readonly warnings: readonly string[];
} {
  const { sources } = given;
  const values: Readonly<Record<string, string>> = {
    DIGITRADE_STORE: given.defaultStore,
    ...filled(given.environment),
    ...filled(given.flags),
  };
  const problems: string[] = [];
  const fields = v.safeParse(FIELDS, values);
  for (const issue of fields.issues ?? [])
    problems.push(complaint(v.getDotPath(issue) ?? "", issue.message, FLAGS));

  const own = <Variable extends { readonly name: string }, T>(
    variables: readonly Variable[],
    schema: v.GenericSchema<unknown, T>,
  ): readonly (readonly [Variable, T])[] =>
    variables.flatMap((variable) => {
      if (values[variable.name] === undefined) return [];
      const read = v.safeParse(schema, values[variable.name]);
      if (read.success) return [[variable, read.output] as const];
      problems.push(complaint(variable.name, read.issues[0].message));
      return [];
    });
  const keys = own(keyVariables(sources), SOURCE_KEY);
  const addresses = own(addressVariables(sources), SOURCE_ADDRESS);

  if (problems.length > 0 || !fields.success) throw badInput(problems.join("\n"));
  const read = fields.output;
  const configuration: GatewayConfiguration = {
    host: read.DIGITRADE_HOST,
    port: read.DIGITRADE_PORT,
    metricsPort: read.DIGITRADE_METRICS_PORT,
    store: read.DIGITRADE_STORE,
    staticFolder: read.DIGITRADE_STATIC,
    frameAncestors: read.DIGITRADE_FRAME_ANCESTORS,
    trustedProxies: read.DIGITRADE_TRUST_PROXY,
    requestsPerMinute: read.DIGITRADE_RATE_LIMIT,
    offline: read.DIGITRADE_OFFLINE,
    logLevel: read.DIGITRADE_LOG,
    contact: read.DIGITRADE_CONTACT,
    keys: new Map(keys.map(([{ provider }, key]) => [provider, key])),
    addresses: byProvider(addresses),
  };
  return { configuration, warnings: unknownVariables(given.environment, variableNames(sources)) };
}

/** Which options stand in for a variable. */
const FLAGS: Readonly<Record<string, string>> = {
  DIGITRADE_HOST: "--host",
  DIGITRADE_PORT: "--port",
  DIGITRADE_METRICS_PORT: "--metrics-port",
  DIGITRADE_STORE: "--store",
  DIGITRADE_STATIC: "--static",
};

function complaint(name: string, must: string, flags: Readonly<Record<string, string>> = {}): string {
  return `${name}${flags[name] ? ` (or ${flags[name]})` : ""} must be ${must}.`;
}

function filled(values: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
  const named = Object.entries(values).flatMap(([name, value]) => {
    const text = value?.trim() ?? "";
    return name.startsWith("DIGITRADE_") && text !== "" ? [[name, text] as const] : [];
  });
  return Object.fromEntries(named);
}

function byProvider(
  addresses: readonly (readonly [{ readonly provider: ProviderId; readonly address: string }, string])[],
): ReadonlyMap<ProviderId, Readonly<Record<string, string>>> {
  const all = new Map<ProviderId, Record<string, string>>();
  for (const [{ provider, address }, url] of addresses)
    all.set(provider, { ...all.get(provider), [address]: url });
  return all;
}

function unknownVariables(environment: Given["environment"], known: readonly string[]): readonly string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith("DIGITRADE_") && !known.includes(name))
    .map((name) => {
      const [near = ""] = nearest(name, known, 1);
      return `${name} is not a variable of the gateway and does nothing; the nearest is ${near}.`;
    });
}
