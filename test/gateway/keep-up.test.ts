import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProviderId } from "../../src/catalog/routes";
import { noData, Problem } from "../../src/domain/problem";
import type { SeriesId } from "../../src/domain/series";
import { period } from "../../src/domain/period";
import { crossCheck } from "../../src/gateway/cross-check";
import type { GatewayFigures } from "../../src/gateway/figures";
import { keepUp, type KeepUpOptions } from "../../src/gateway/keep-up";
import { openStore } from "../../src/gateway/vintages/open";
import type { VintageStore } from "../../src/gateway/vintages/store";
import { weekdays } from "../../src/sources/common/calendar";
import type { Reply, Source } from "../../src/sources/common/source";
import { aSeries } from "../fixtures/documents";

const NOON = Date.parse("2026-11-26T12:00Z");
const DAY = 86_400_000;
const CREDIT = "GB.IPCHARGES.CREDIT" as SeriesId;
const OTHER = "US.IPCHARGES.CREDIT" as SeriesId;
const quiet = { info: () => undefined, warn: () => undefined };
const failing = (): never => {
  throw new Problem("unreachable", "It does not answer; try again later.");
};

let folder: string;
let store: VintageStore;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "digitrade-"));
  now = NOON;
  store = await openStore(folder, { seeds: () => Promise.resolve(undefined), log: quiet });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A provider that states one value of 2024 for two series, by one request. */
function provider(id: ProviderId, own: Partial<Source> = {}): Source {
  return {
    id,
    addresses: { api: "https://api.provider.example" },
    politeness: 0,
    readFile: () => [],
    batches: [
      {
        id: `${id}.one`,
        series: [CREDIT, OTHER],
        calendar: weekdays(15, "weekdays"),
        *ask() {
          const { text } = yield { at: "api", path: `/${id}`, types: ["text/plain"], maxBytes: 100 };
          return [CREDIT, OTHER].map((series) => ({
            id: series,
            source: id === "oecd" ? "oecd" : "worldbank",
            published: period("2026-11-01"),
            observations: [[period("2024"), Number(text)]],
          }));
        },
      },
    ],
    ...own,
  };
}

type Answer = (path: string) => string | Promise<string>;

function gateway(
  answer: Answer,
  over: Partial<KeepUpOptions> = {},
): GatewayFigures & { readonly asked: string[] } {
  const asked: string[] = [];
  const figures = keepUp({
    sources: [provider("worldbank"), provider("oecd")],
    wire: async (_, { path }): Promise<Reply> => {
      asked.push(path);
      return { status: 200, text: await answer(path) };
    },
    store,
    seeds: () => Promise.reject(noData("Nothing is embedded.")),
    log: quiet,
    now: () => now,
    keyOf: () => undefined,
    patienceMs: 2000,
    longestMs: 4000,
    ...over,
  });
  return Object.assign(figures, { asked });
}

const valueOf = (series: { readonly observations: readonly (readonly unknown[])[] }): unknown =>
  series.observations[0]?.[1];

test("what was never read is waited for, once for everybody", async () => {
  const figures = gateway(() => "5");
  const all = await Promise.all([CREDIT, OTHER, CREDIT, CREDIT].map((id) => figures.load(id)));
  expect(all.map(valueOf)).toEqual([5, 5, 5, 5]);
  expect(all[0]).toMatchObject({ id: CREDIT, source: { id: "worldbank" }, published: "2026-11-01" });
  expect(figures.asked).toEqual(["/worldbank"]);
});

test("no load waits longer than its patience; the conversation goes on and is there the next time", async () => {
  let answer = (_: string): void => undefined;
  const figures = gateway(() => new Promise<string>((resolve) => (answer = resolve)), {
    sources: [provider("worldbank")],
    patienceMs: 30,
  });
  const first = await figures.load(CREDIT).catch((thrown: unknown) => thrown);
  expect(first).toBeInstanceOf(Problem);
  answer("7");
  await figures.idle();
  now += 5000;
  expect(valueOf(await figures.load(CREDIT))).toBe(7);
  expect(figures.asked).toEqual(["/worldbank"]);
});

test("what is held answers at once while it is looked for again in the background", async () => {
  let value = "5";
  const figures = gateway(() => value);
  await figures.load(CREDIT);
  value = "6";
  now += DAY;
  expect(valueOf(await figures.load(CREDIT))).toBe(5);
  await figures.idle();
  const newer = await figures.load(CREDIT);
  expect(valueOf(newer)).toBe(6);
  expect(newer.stale).toBeUndefined();
  // The superseded value is kept as the vintage that it was.
  expect(newer.revisions?.map(([, old]) => old)).toContain(5);
});

test("nothing is asked for before it is due", async () => {
  const figures = gateway(() => "5");
  await figures.load(CREDIT);
  now += 60 * 60 * 1000;
  await figures.load(CREDIT);
  await figures.idle();
  expect((await figures.refresh())[0]).toMatchObject({ outcome: "not due" });
  expect(figures.asked).toEqual(["/worldbank", "/oecd"]);
  expect((await figures.refresh({ only: ["worldbank"], all: true }))[0]).toMatchObject({ outcome: "read" });
});

describe("sources in the catalogue's order", () => {
  test("the next one answers, named, where the first never did; the first takes over when it does", async () => {
    let worldBankIsUp = false;
    const figures = gateway((path) => (path === "/oecd" ? "4" : worldBankIsUp ? "5" : failing()));
    const fallback = await figures.load(CREDIT);
    expect([valueOf(fallback), fallback.source.id]).toEqual([4, "oecd"]);
    worldBankIsUp = true;
    await figures.refresh({ all: true });
    const first = await figures.load(CREDIT);
    expect([valueOf(first), first.source.id]).toEqual([5, "worldbank"]);
    // Never mixed: nothing of the OECD's is in the World Bank's document.
    expect(JSON.stringify(first)).not.toContain("4]");
  });

  test("one that fails for a month is given up for the next", async () => {
    let worldBankIsUp = true;
    const figures = gateway((path) => (path === "/oecd" ? "4" : worldBankIsUp ? "5" : failing()));
    await figures.refresh({ all: true });
    worldBankIsUp = false;
    await figures.refresh({ all: true });
    expect(await figures.load(CREDIT)).toMatchObject({ stale: true, source: { id: "worldbank" } });
    now += 31 * DAY;
    expect(await figures.load(CREDIT)).toMatchObject({ source: { id: "oecd" } });
    await figures.idle();
  });
});

test("a source that was given up still stands, marked, where no other has anything", async () => {
  let isUp = true;
  const figures = gateway((path) => (path === "/worldbank" && isUp ? "5" : failing()));
  await figures.load(CREDIT);
  isUp = false;
  await figures.refresh({ all: true });
  now += 31 * DAY;
  expect(await figures.load(CREDIT)).toMatchObject({ stale: true, source: { id: "worldbank" } });
  await figures.idle();
});

describe("what it does not ask", () => {
  test("a provider without the key that it needs", async () => {
    const figures = gateway(() => "5", { sources: [provider("worldbank", { key: "required" })] });
    await expect(figures.load(CREDIT)).rejects.toThrow(/Nothing is embedded/);
    expect(figures.asked).toEqual([]);
    expect((await figures.status())[0]).toMatchObject({ state: "off" });
  });

  test("anybody, offline; what is held or embedded answers", async () => {
    await gateway(() => "5").load(CREDIT);
    now += DAY;
    const figures = gateway(() => "6", {
      offline: true,
      seeds: (id) => Promise.resolve(aSeries(id, { embedded: true })),
    });
    expect(valueOf(await figures.load(CREDIT))).toBe(5);
    expect(await figures.load("JP.SPECIALISTS" as SeriesId)).toMatchObject({ embedded: true });
    expect(figures.asked).toEqual([]);
  });

  test.each([
    ["NO.SUCH.SERIES", "unknown-series"],
    ["FX.USDJPY", "no-data"],
  ])("%s is a Problem of kind %s", async (id, kind) => {
    await expect(gateway(() => "5").load(id as SeriesId)).rejects.toMatchObject({ kind });
  });
});

test("says how each provider is doing, and since when one fails", async () => {
  let worldBankIsUp = true;
  const figures = gateway((path) => (path === "/oecd" || worldBankIsUp ? "5" : failing()));
  expect((await figures.status()).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  await figures.refresh({ all: true });
  worldBankIsUp = false;
  now += DAY;
  await figures.refresh({ all: true });
  const [worldBank, oecd] = await figures.status();
  expect(worldBank).toMatchObject({
    state: "stale",
    checked: "2026-11-26T12:00:00Z",
    failingSince: "2026-11-27T12:00:00Z",
    failure: "It does not answer; try again later.",
  });
  expect(oecd).toMatchObject({ state: "live", checked: "2026-11-27T12:00:00Z", releases: "weekdays" });
});

test("a provider that states nothing of what was expected has failed, and nothing is lost", async () => {
  const figures = gateway(() => "5");
  await figures.load(CREDIT);
  const silent = provider("worldbank");
  const emptied = gateway(() => "5", {
    sources: [{ ...silent, batches: [{ ...silent.batches[0]!, *ask() { return []; } }] }], // prettier-ignore
  });
  expect((await emptied.refresh({ all: true }))[0]).toMatchObject({ outcome: "failed" });
  expect(await emptied.load(CREDIT)).toMatchObject({ stale: true });
});

describe("sources compared", () => {
  const told: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: (event: string, facts: unknown) => void told.push([event, facts]),
  };

  test("what lies further apart than its tolerance is logged, with both names", async () => {
    const figures = gateway((path) => (path === "/oecd" ? "4" : "5"));
    await figures.refresh({ all: true });
    const found = await crossCheck({ series: [CREDIT] }, store, log);
    expect(found).toEqual([{ what: CREDIT, period: "2024", values: [5, 4], sources: ["worldbank", "oecd"] }]);
    expect(told).toEqual([["sources differ", found[0]]]);
  });

  test("what agrees, or is held from one only, is not", async () => {
    const figures = gateway((path) => (path === "/oecd" ? "5.1" : "5"));
    await figures.refresh({ all: true, only: ["worldbank"] });
    expect(await crossCheck({ series: [CREDIT] }, store, log)).toEqual([]);
    await figures.refresh({ all: true });
    expect(await crossCheck({ series: [CREDIT] }, store, log)).toEqual([]);
  });
});
