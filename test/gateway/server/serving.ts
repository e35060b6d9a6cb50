import { request, type Agent, type IncomingHttpHeaders } from "node:http";
import { ENTRIES } from "../../../src/catalog/catalog";
import { noData } from "../../../src/domain/problem";
import type { Series } from "../../../src/domain/series";
import { readConfiguration, type GatewayConfiguration } from "../../../src/gateway/configuration";
import type { BatchReport, GatewayFigures, ProviderStatus } from "../../../src/gateway/figures";
import { createLog } from "../../../src/gateway/server/log";
import { startService, type Service } from "../../../src/gateway/server/service";
import { aSeries } from "../../fixtures/documents";

export const ONE = "JP.COMPUTER.NET";
/** Long enough to be compressed. */
export const LONG = "FX.USDJPY.FRED";

export const facts = { product: "DigiTrade 0.0.0", started: "2026-01-02T03:04:05.000Z", store: "folder" };

export function longSeries(name = LONG, over: Record<string, unknown> = {}): Series {
  const observations = Array.from({ length: 400 }, (_, i) => [
    String(1700 + i),
    Math.round(1e6 * Math.sin(i)),
  ]);
  return aSeries(name, { frequency: "A", observations, ...over });
}

export const tic: ProviderStatus = {
  id: "tic",
  name: "US Treasury",
  state: "live",
  series: 58,
  releases: "monthly",
};

/** Figures from a list; what is asked is written down, and documents can be exchanged for others or for what is thrown. */
export function memoryFigures(documents: readonly Series[] = [aSeries(ONE), longSeries()]) {
  const held = new Map<string, () => Promise<Series>>(documents.map((d) => [d.id, () => Promise.resolve(d)]));
  const loads: string[] = [];
  const refreshes: Parameters<GatewayFigures["refresh"]>[0][] = [];
  const reports: BatchReport[] = [];
  return {
    held,
    loads,
    refreshes,
    reports,
    put: (document: Series) => void held.set(document.id, () => Promise.resolve(document)),
    fail: (id: string, thrown: Error) => void held.set(id, () => Promise.reject(thrown)),
    load: (id: string) => {
      loads.push(id);
      return held.get(id)?.() ?? Promise.reject(noData(`${id} has no figures; look for another series.`));
    },
    refresh: (options: Parameters<GatewayFigures["refresh"]>[0]) => {
      refreshes.push(options);
      for (const report of reports) options?.each?.(report);
      return Promise.resolve(reports);
    },
    status: () => Promise.resolve([tic]),
    idle: () => Promise.resolve(),
  } satisfies GatewayFigures & Record<string, unknown>;
}

export type MemoryFigures = ReturnType<typeof memoryFigures>;

function configuration(environment: Record<string, string> = {}): GatewayConfiguration {
  return readConfiguration({
    environment: { DIGITRADE_PORT: "0", DIGITRADE_METRICS_PORT: "off", ...environment },
    sources: [],
    defaultStore: "/nowhere",
  }).configuration;
}

/** A real gateway on loopback, with its log. */
export async function serving(
  figures: GatewayFigures,
  environment: Record<string, string> = {},
  now: () => number = () => performance.now(),
): Promise<Service & { readonly log: string[] }> {
  const log: string[] = [];
  const service = await startService({
    figures,
    catalog: ENTRIES,
    configuration: configuration(environment),
    facts,
    log: createLog({ level: "debug", write: (line) => log.push(line), plain: false }),
    now,
    random: () => 0.5,
  });
  return { ...service, log };
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request, its path as it is given: nothing is resolved, decoded or decompressed. */
export function get(
  origin: string,
  path: string,
  {
    agent,
    method = "GET",
    headers = {},
  }: { agent?: Agent; method?: string; headers?: Record<string, string> } = {},
): Promise<Got> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: agent ?? false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

export const json = ({ body }: Got): any => JSON.parse(body.toString());
