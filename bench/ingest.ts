import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENTRIES } from "../src/catalog/catalog";
import { routesOf, type ProviderId } from "../src/catalog/routes";
import { fromOrdinal, ordinal, period, type Frequency } from "../src/domain/period";
import { noData } from "../src/domain/problem";
import type { Observation, SeriesId } from "../src/domain/series";
import { keepUp } from "../src/gateway/keep-up";
import { openStore } from "../src/gateway/vintages/open";
import { webWire } from "../src/gateway/wire/web-wire";
import { weekdays } from "../src/sources/common/calendar";
import type { Reading, Source } from "../src/sources/common/source";

/** Any instant after the last figure. */
const NOW = Date.UTC(2026, 0, 5, 12);

/** How far back each provider's history goes, as in reality: daily rates since 1999, monthly items since 1996, holders since 2000. */
const HISTORIES = { ecb: ["D", 6900], boj: ["M", 350], tic: ["M", 310] } as const satisfies Partial<
  Record<ProviderId, readonly [Frequency, number]>
>;
type Provider = keyof typeof HISTORIES;
const PROVIDERS = Object.keys(HISTORIES) as Provider[];

/** The series of a provider whose figures have the frequency of its history. */
const seriesOf = (provider: Provider): readonly SeriesId[] =>
  ENTRIES.filter(
    (entry) => entry.frequency === HISTORIES[provider][0] && routesOf(entry)[0]?.provider === provider,
  ).map(({ id }) => id);

/** Made-up figures, all of a series; `revised` changes the last of them. */
function figuresOf(provider: Provider, revised: boolean): readonly Observation[] {
  const [frequency, length] = HISTORIES[provider];
  const last = ordinal(frequency === "D" ? period("2026-01-02") : period("2025-12"));
  return Array.from({ length }, (_, i) => [
    fromOrdinal(frequency, last - length + 1 + i),
    1000 + i / 7 + (revised && i === length - 1 ? 1 : 0),
  ]);
}

function madeUp(provider: Provider): Source {
  const entry = ENTRIES.find((e) => routesOf(e)[0]?.provider === provider);
  const compiler = (entry && routesOf(entry)[0]?.source) ?? "boj";
  return {
    id: provider,
    addresses: { api: `https://${provider}.invalid` },
    politeness: 0,
    batches: [
      {
        id: `${provider}.bench`,
        series: seriesOf(provider),
        calendar: weekdays(8, "weekdays"),
        *ask() {
          const { text } = yield {
            at: "api",
            path: `/${provider}`,
            types: ["application/json"],
            maxBytes: 50_000_000,
          };
          const rows = JSON.parse(text) as Record<SeriesId, readonly Observation[]>;
          return Object.entries(rows).map(([id, observations]): Reading => ({
            id: id as SeriesId,
            source: compiler,
            observations,
          }));
        },
      },
    ],
    readFile: () => [],
  };
}

/** The full history of made-up providers, over real http on loopback, into a real store in a folder. */
export async function benchIngest(): Promise<string> {
  let revised = false;
  const server = createServer((request, response) => {
    const provider = PROVIDERS.find((name) => request.url === `/${name}`) ?? "boj";
    const rows = seriesOf(provider).map((id) => [id, figuresOf(provider, revised)]);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(Object.fromEntries(rows)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = await mkdtemp(join(tmpdir(), "bench-ingest-"));
  const log = { info: () => undefined, warn: () => undefined };
  const store = await openStore(folder, { seeds: () => Promise.resolve(undefined), log });
  const wire = webWire({
    userAgent: "bench",
    addressOf: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now: () => NOW,
    log: () => undefined,
  });
  const figures = keepUp({
    sources: PROVIDERS.map(madeUp),
    wire,
    store,
    seeds: (id) => Promise.reject(noData(`${id} is not embedded.`)),
    now: () => NOW,
    log,
    keyOf: () => undefined,
  });
  const timed = async (): Promise<{ readonly figures: number; readonly seconds: number }> => {
    const start = performance.now();
    const reports = await figures.refresh({ all: true });
    const failed = reports.find(({ outcome }) => outcome !== "read");
    if (failed) throw new Error(`${failed.batch}: ${failed.failure ?? failed.outcome}`);
    return {
      figures: reports.reduce((sum, { changes }) => sum + changes.added + changes.changed, 0),
      seconds: (performance.now() - start) / 1000,
    };
  };
  try {
    const whole = await timed();
    const same = await timed();
    revised = true;
    const news = await timed();
    const series = PROVIDERS.reduce((sum, provider) => sum + seriesOf(provider).length, 0);
    const count = (n: number): string => Math.round(n).toLocaleString("en-US");
    return `Ingest of a full history, ${count(whole.figures)} figures of ${series} series: ${whole.seconds.toFixed(1)} s, ${count(whole.figures / whole.seconds)} figures/s; the same again ${same.seconds.toFixed(1)} s; with ${news.figures} revised figures ${news.seconds.toFixed(1)} s`;
  } finally {
    wire.close();
    await store.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
