import "fake-indexeddb/auto";
import { browserStore, indexedDbStore, type Store } from "../../src/load/browser-store";
import { noData } from "../../src/domain/problem";
import type { Load } from "../../src/domain/series";
import { aSeries, id, isDeeplyFrozen, listed, rawDocument } from "../fixtures/documents";
import { memoryStore } from "../fixtures/memory-store";

const one = id("XX.ONE");
const KEY = "series/1/XX.ONE";
const START = 1_700_000_000_000;
const stored = (savedAt: number, over: Record<string, unknown> = {}) => ({
  savedAt,
  document: rawDocument(one, over),
});

function bench(load: Load, store: Store = memoryStore(), patience = 3000) {
  const clock = { at: START };
  return { clock, load: browserStore(load, { store, now: () => clock.at, freshFor: 1000, patience }) };
}

/** Lets what runs beside a load come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("with a store that works", () => {
  it("stores what it loads, and answers from there while it is fresh", async () => {
    const [store, load] = [memoryStore(), listed([aSeries()])];
    await bench(load, store).load(one);
    await settle();
    expect(store.held.get(KEY)).toEqual(stored(START));

    const restarted = bench(load, store);
    restarted.clock.at = START + 999;
    const series = await restarted.load(one);
    expect(series).toEqual(rawDocument());
    expect(isDeeplyFrozen(series)).toBe(true);
    expect(load.asked).toHaveLength(1);
  });

  it("asks again when it is fresh no more, and stores the answer", async () => {
    const store = memoryStore();
    store.held.set(KEY, stored(START - 1000));
    const series = await bench(listed([aSeries(one, { version: "v2" })]), store).load(one);
    await settle();
    expect(series.version).toBe("v2");
    expect(series.stale).toBeUndefined();
    expect(store.held.get(KEY)).toEqual(stored(START, { version: "v2" }));
  });

  it("answers with the old one, marked stale, when that fails", async () => {
    const store = memoryStore();
    store.held.set(KEY, stored(START - 1000));
    const series = await bench(listed([]), store).load(one);
    await settle();
    expect(series).toEqual(rawDocument(one, { stale: true }));
    expect(isDeeplyFrozen(series)).toBe(true);
    expect(store.held.get(KEY)).toEqual(stored(START - 1000));
  });

  it("takes a document from the future for stale", async () => {
    const [store, load] = [memoryStore(), listed([aSeries()])];
    store.held.set(KEY, stored(START + 5000));
    await bench(load, store).load(one);
    expect(load.asked).toEqual([one]);
  });

  it("fails as the load did where nothing is stored", async () => {
    const problem = noData("Nothing is held.");
    await expect(bench(listed([], () => problem)).load(one)).rejects.toBe(problem);
  });

  it("asks again the next time for what came stale, and does not store what is embedded", async () => {
    const store = memoryStore();
    const load = listed([aSeries(one, { stale: true }), aSeries("XX.TWO", { embedded: true })]);
    const { load: kept } = bench(load, store);
    for (const wanted of [one, one, id("XX.TWO")]) await kept(wanted);
    await settle();
    expect(load.asked).toEqual([one, one, "XX.TWO"]);
    expect([...store.held.keys()]).toEqual([KEY]);
  });

  it.each([
    ["embedded of the same release", { embedded: true, published: "2024-02-08", retrieved: "2024-11-23" }],
    ["embedded of an older release", { embedded: true, published: "2024-01-08", retrieved: "2024-11-23" }],
    ["stale of the same release", { stale: true, published: "2024-02-08" }],
    ["stale and retrieved earlier", { stale: true, retrieved: "2024-02-01" }],
  ])("keeps and answers with a good document, marked stale, where the new one is %s", async (_, over) => {
    const store = memoryStore();
    const good = stored(START - 1000, { published: "2024-02-08" });
    store.held.set(KEY, good);
    const series = await bench(listed([aSeries(one, { version: "v0", ...over })]), store).load(one);
    await settle();
    expect(series).toEqual(rawDocument(one, { published: "2024-02-08", stale: true }));
    expect(store.held.get(KEY)).toEqual(good);
  });

  it.each([
    ["stale", { stale: true, published: "2024-03-08" }, 0],
    ["embedded", { embedded: true, published: "2024-03-08" }, START - 1000],
  ])("answers with a newer one although it is %s, and asks again the next time", async (_, over, savedAt) => {
    const store = memoryStore();
    store.held.set(KEY, stored(START - 1000, { published: "2024-02-08" }));
    const load = listed([aSeries(one, { version: "v2", ...over })]);
    const { load: kept } = bench(load, store);
    expect((await kept(one)).version).toBe("v2");
    await settle();
    expect(store.held.get(KEY)).toMatchObject({ savedAt });
    await kept(one);
    expect(load.asked).toEqual([one, one]);
  });

  it("answers with the same document come stale, and keeps the good one", async () => {
    const store = memoryStore();
    store.held.set(KEY, stored(START - 1000));
    const series = await bench(listed([aSeries(one, { stale: true })]), store).load(one);
    await settle();
    expect(series.stale).toBe(true);
    expect(store.held.get(KEY)).toEqual(stored(START - 1000));
  });

  it.each<[string, unknown]>([
    ["is no entry", "rubbish"],
    ["is null", null],
    ["has no time", { document: rawDocument() }],
    ["has a bad document", stored(START, { observations: [["2023-13", 1]] })],
    ["has the document of another series", { savedAt: START, document: rawDocument("XX.TWO") }],
  ])("deletes an entry that %s, and loads", async (_, entry) => {
    const store = memoryStore();
    store.held.set(KEY, entry);
    await expect(bench(listed([]), store).load(one)).rejects.toThrow();
    await settle();
    expect(store.held.has(KEY)).toBe(false);
    expect((await bench(listed([aSeries()]), store).load(one)).id).toBe(one);
  });

  it("drops entries of other formats once, and nothing that is not its own", async () => {
    const store = memoryStore();
    for (const key of ["series/0/XX.ONE", "settings", KEY]) store.held.set(key, stored(START));
    const { load } = bench(listed([]), store);
    await load(one);
    await load(one);
    await settle();
    expect([...store.held.keys()]).toEqual(["settings", KEY]);
    expect(store.actions.filter((action) => action === "keys")).toHaveLength(1);
  });
});

describe("with a store that fails", () => {
  const actions = ["get", "set", "del", "keys"] as const;
  it.each(actions.flatMap((action) => (["throws", "rejects"] as const).map((fault) => ({ action, fault }))))(
    "loads although $action $fault",
    async ({ action, fault }) => {
      const store = memoryStore((tried) => (tried === action ? fault : "none"));
      store.held.set(KEY, "rubbish");
      store.held.set("series/0/XX.ONE", "rubbish");
      const load = listed([aSeries()]);
      expect(await bench(load, store).load(one)).toEqual(rawDocument());
      await settle();
      expect(load.asked).toEqual([one]);
      expect(store.actions.some((done) => done.startsWith(action))).toBe(true);
    },
  );

  it("gives up on a store that never answers, and tries it no more", async () => {
    const store = memoryStore(() => "hangs");
    const { load } = bench(listed([aSeries()]), store, 5);
    expect((await load(one)).id).toBe(one);
    const before = store.actions.length;
    expect((await load(one)).id).toBe(one);
    expect(store.actions).toHaveLength(before);
  });
});

describe("IndexedDB", () => {
  it("keeps values by key", async () => {
    const store = indexedDbStore("values");
    await store.set("a", { n: 1 });
    await store.set("b", 2);
    expect(await store.get("a")).toEqual({ n: 1 });
    expect(await store.keys()).toEqual(["a", "b"]);
    await store.del("a");
    expect(await store.get("a")).toBeUndefined();
    expect(await indexedDbStore("other").keys()).toEqual([]);
  });

  it("carries documents over a restart", async () => {
    const load = listed([aSeries()]);
    await bench(load, indexedDbStore("figures")).load(one);
    expect(await bench(load, indexedDbStore("figures")).load(one)).toEqual(rawDocument());
    expect(load.asked).toHaveLength(1);
  });

  it("is done without where the browser has none", async () => {
    const real = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, "indexedDB");
    try {
      const store = indexedDbStore("none");
      await expect(store.get("a")).rejects.toThrow();
      expect((await bench(listed([aSeries()]), store).load(one)).id).toBe(one);
    } finally {
      globalThis.indexedDB = real;
    }
  });
});
