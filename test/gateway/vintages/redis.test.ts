import Redis from "ioredis";
import { period, shift } from "../../../src/domain/period";
import { Problem } from "../../../src/domain/problem";
import { vintagesOf } from "../../../src/domain/vintage";
import { openStore } from "../../../src/gateway/vintages/open";
import type { VintageStore } from "../../../src/gateway/vintages/store";
import { describeWithRedis, startRedis, type RedisServer } from "../../fixtures/redis";
import { rememberingLog } from "../../fixtures/store-place";
import { aReading, aSeed, FLOW, noon } from "./readings";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

const ID = FLOW.id;
const JAN = period("2024-01");
const seed = aSeed([["2024-01", 4]], "2024-02-08");

/** The n-th recording says that January is n. */
const record = (store: VintageStore, n: number) =>
  store.record(aReading([["2024-01", n]], shift(period("2024-03-01"), n)), noon("2024-06-01", n));

const problemIn = (promise: Promise<unknown>): Promise<Problem | undefined> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => {
      if (thrown instanceof Problem) return thrown;
      throw thrown;
    },
  );

/** Tries until it works; the Redis needs a moment to be found again. */
async function eventually<T>(attempt: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await attempt();
    if (isDone(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describeWithRedis("a store in Redis", () => {
  let redis: RedisServer;
  let raw: Redis;
  const stores: VintageStore[] = [];

  async function opened(log = rememberingLog(), mostSegments = 16): Promise<VintageStore> {
    const store = await openStore(redis.url, { seeds: () => Promise.resolve(seed), log, mostSegments });
    stores.push(store);
    return store;
  }

  const vintagesIn = async (store: VintageStore): Promise<readonly unknown[]> => {
    const held = await store.read(ID, "boj");
    return held ? vintagesOf(held.document, JAN).map((f) => f.value) : [];
  };

  beforeAll(async () => {
    redis = (await startRedis())!;
    raw = new Redis(redis.url, { lazyConnect: true, maxRetriesPerRequest: null });
    raw.on("error", () => undefined);
  }, 20_000);
  beforeEach(() => raw.flushall());
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  afterAll(async () => {
    raw.disconnect();
    await redis.dispose();
  });

  test("keeps what was recorded, for another process as well, under keys of its own", async () => {
    await raw.set("somebody:else", "1");
    const [store, other] = [await opened(), await opened()];
    await record(store, 1);
    expect(await vintagesIn(other)).toEqual([4, 1]);
    await record(other, 2);
    expect(await vintagesIn(store)).toEqual([4, 1, 2]);
    await store.setNote("batches/boj.services", { checked: 1 });
    expect(await other.note("batches/boj.services")).toEqual({ checked: 1 });
    const keys = await raw.keys("*");
    expect(keys.filter((key) => !key.startsWith("digitrade:"))).toEqual(["somebody:else"]);
  });

  test("two processes that record and merge at once lose nothing", async () => {
    const both = [await opened(undefined, 3), await opened(undefined, 3)];
    await Promise.all(Array.from({ length: 60 }, (_, i) => record(both[i % 2]!, i + 1)));
    expect(await vintagesIn(await opened())).toEqual([4, ...Array.from({ length: 60 }, (_, i) => i + 1)]);
    expect((await raw.keys("digitrade:vintages:*")).length).toBeLessThan(10);
  });

  test("a read that finds nothing new is one command", async () => {
    const store = await opened();
    await record(store, 1);
    await store.read(ID, "boj");
    await raw.config("RESETSTAT");
    for (let i = 0; i < 10; i++) await store.read(ID, "boj");
    const stats = await raw.info("commandstats");
    const calls = [...stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g)].filter(
      ([, name]) => !["config", "info"].includes(name!),
    );
    expect(calls.map(([, name, count]) => [name, Number(count)])).toEqual([["mget", 10]]);
  });

  test("a segment that was tampered with is set aside", async () => {
    const log = rememberingLog();
    await record(await opened(), 1);
    const [key] = await raw.keys("digitrade:vintages:*");
    await raw.set(key!, (await raw.get(key!))!.replace("2024-01", "2024-02"));
    const held = await (await opened(log)).read(ID, "boj");
    expect(held).toMatchObject({ recorded: undefined, document: seed });
    expect(await raw.keys("digitrade:aside:*")).toEqual([key!.replace("vintages:", "aside:vintages:")]);
    expect(log.lines[0]).toContain("segment set aside");
  });

  test("work is done by one process at a time, and by the next when it ended", async () => {
    const [store, other] = [await opened(), await opened()];
    let fulfil: () => void = () => undefined;
    const first = store.alone("a", () => new Promise<number>((resolve) => (fulfil = () => resolve(1))));
    await eventually(
      () => raw.keys("digitrade:leases:*"),
      (keys) => keys.length > 0,
    );
    expect(await raw.pttl("digitrade:leases:a")).toBeGreaterThan(20_000);
    expect(await other.alone("a", () => Promise.resolve(2))).toBeUndefined();
    expect(await other.alone("b", () => Promise.resolve(3))).toBe(3);
    fulfil();
    expect(await first).toBe(1);
    expect(await other.alone("a", () => Promise.resolve(4))).toBe(4);
  });

  test("a lease that another has taken meanwhile is not given back for it", async () => {
    const store = await opened();
    await store.alone("a", () => raw.set("digitrade:leases:a", "another's"));
    expect(await raw.get("digitrade:leases:a")).toBe("another's");
  });

  describe("that goes away", () => {
    test("memory answers, recording is refused and work is done; all is well when it comes back", async () => {
      const log = rememberingLog();
      const store = await opened(log);
      await record(store, 1);
      const before = await store.read(ID, "boj");
      await redis.kill();
      expect(await store.read(ID, "boj")).toEqual(before);
      const problem = await eventually(
        () => problemIn(record(store, 2)),
        (p) => p?.message.includes("no connection") ?? false,
      );
      expect(problem).toMatchObject({
        kind: "unreachable",
        message: expect.stringContaining(redis.url.slice(8)),
      });
      expect(await store.alone("a", () => Promise.resolve(1))).toBe(1);
      expect(log.lines.some((line) => line.startsWith("lease does not work"))).toBe(true);
      await redis.start();
      await eventually(
        () => problemIn(record(store, 3)),
        (p) => p === undefined,
      );
      expect(await vintagesIn(store)).toEqual(expect.arrayContaining([4, 1, 3]));
      expect(await vintagesIn(await opened())).toEqual(await vintagesIn(store));
      expect(log.lines.at(-1)).toContain("store back");
    }, 20_000);

    test("one that is down at the start is found when it begins", async () => {
      await record(await opened(), 1);
      await redis.stop();
      const store = await opened();
      expect((await store.read(ID, "boj"))?.document).toBe(seed);
      await redis.start();
      await eventually(
        () => vintagesIn(store),
        (values) => values.length === 2,
      );
    }, 20_000);

    test("one that hangs keeps nobody waiting, and its answers are heard when it goes on", async () => {
      const store = await opened();
      await record(store, 1);
      const before = await store.read(ID, "boj");
      redis.freeze();
      try {
        // A hundred at once must not wait one after the other.
        const reads = await Promise.all(Array.from({ length: 100 }, () => store.read(ID, "boj")));
        expect(reads).toEqual(Array.from({ length: 100 }, () => before));
        expect(await problemIn(record(store, 2))).toMatchObject({ kind: "unreachable" });
      } finally {
        redis.thaw();
      }
      await eventually(
        () => problemIn(record(store, 3)),
        (p) => p === undefined,
      );
      expect(await vintagesIn(store)).toEqual(expect.arrayContaining([4, 1, 3]));
    }, 20_000);
  });

  test("a password stays unsaid", async () => {
    const store = await openStore("redis://:topsecret@127.0.0.1:1", {
      seeds: () => Promise.resolve(undefined),
      log: rememberingLog(),
    });
    stores.push(store);
    const problem = await problemIn(store.read(ID, "boj"));
    expect(problem?.message).toMatch(
      /the Redis at 127\.0\.0\.1:1\) does not work: no connection \(.*ECONNREFUSED/,
    );
    expect(problem?.message).not.toContain("topsecret");
  });
});
