import { Problem } from "../domain/problem";
import {
  PROVIDER_STATES,
  type GatewayHealth,
  type ProviderHealth,
  type ProviderState,
} from "../pane/settings/health";

const TIMEOUT_MS = 8000;

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Asks the gateway at an address how it is doing. A folder of files has no `/healthz`; where there is no status either, it
 * is a Problem that says what to do.
 */
export async function gatewayHealth(
  address: string,
  fetch: Fetch = (...args) => globalThis.fetch(...args),
): Promise<GatewayHealth> {
  const ask = (path: string): Promise<unknown> => asked(fetch, address, path);
  const alive = ask("/healthz").then(
    (answer) => textOf(answer, "status") === "ok",
    () => false,
  );
  const status = await ask("/v1/status.json");
  const providers: readonly unknown[] = Array.isArray(fieldOf(status, "providers"))
    ? (fieldOf(status, "providers") as readonly unknown[])
    : [];
  return {
    isService: await alive,
    product: textOf(status, "product") ?? "",
    started: momentOf(textOf(status, "started")) ?? "",
    providers: providers.flatMap(readProvider),
  };
}

async function asked(fetch: Fetch, address: string, path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address + path, {
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Problem(
      "unreachable",
      `The gateway at ${address} did not answer; check the network, or ask who runs it. What is kept and what is embedded answers meanwhile.`,
      { cause },
    );
  }
  if (!response.ok)
    throw new Problem(
      "unreachable",
      `The gateway at ${address} answered with status ${response.status}; ask who runs it. What is kept and what is embedded answers meanwhile.`,
    );
  try {
    return await response.json();
  } catch (cause) {
    throw new Problem(
      "unreadable",
      `What answers at ${address} is not a DigiTrade gateway, or something stands in between; ask who runs it.`,
      { cause },
    );
  }
}

function readProvider(raw: unknown): readonly ProviderHealth[] {
  const id = textOf(raw, "id");
  const state = PROVIDER_STATES.find((one) => one === textOf(raw, "state"));
  if (id === undefined || state === undefined) return [];
  const series = fieldOf(raw, "series");
  return [
    {
      id,
      name: textOf(raw, "name") ?? id,
      state: state satisfies ProviderState,
      series: typeof series === "number" ? series : 0,
      ...moment(raw, "checked"),
      ...moment(raw, "next"),
      ...moment(raw, "failingSince"),
      ...text(raw, "failure"),
    },
  ];
}

const fieldOf = (raw: unknown, key: string): unknown =>
  typeof raw === "object" && raw !== null ? (raw as Readonly<Record<string, unknown>>)[key] : undefined;

function textOf(raw: unknown, key: string): string | undefined {
  const value = fieldOf(raw, key);
  return typeof value === "string" ? value : undefined;
}

/** `2026-11-26T10:15:00.000Z` as `2026-11-26 10:15 UTC`; anything else as it came. */
const momentOf = (at: string | undefined): string | undefined =>
  at?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, "$1 $2 UTC");

function text<K extends string>(raw: unknown, key: K): Partial<Record<K, string>> {
  const value = textOf(raw, key);
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function moment<K extends string>(raw: unknown, key: K): Partial<Record<K, string>> {
  const value = momentOf(textOf(raw, key));
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
