import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { createStorage } from "unstorage";
import redisDriver from "unstorage/drivers/redis";
import { leased, type Lease } from "./leases";
import { keyOf, wordsOf, type Place } from "./place";

/** Every key of ours in a Redis that others may use as well. */
const BASE = "digitrade";

/** No command takes longer; a connection that is silent for twice as long is given up and made anew. */
const COMMAND_MS = 1000;
const CONNECT_MS = 2000;
const LONGEST_PAUSE_MS = 2000;
const LEASE_MS = 30_000;

const EXTEND = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("pexpire", KEYS[1], ARGV[2]) else return 0 end`;
const RELEASE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

/**
 * A Redis, which gateways behind a load balancer share. What cannot be sent at once fails at once: nothing waits in a
 * queue for a Redis that is away, and the connection is made again for as long as it takes. One that is down now is no
 * failure of this function.
 */
export async function redisPlace(
  url: string,
  onLeaseFailure: (task: string, thrown: unknown) => void,
): Promise<Place> {
  const driver = redisDriver({
    url,
    base: BASE,
    scanCount: 1000,
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_MS,
    socketTimeout: 2 * COMMAND_MS,
    connectTimeout: CONNECT_MS,
    // For which closing keeps the process: ioredis waits for connections that broke long ago.
    disconnectTimeout: 100,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS),
  });
  const redis = driver.getInstance?.() as Redis;
  let complaint = "it was never reached";
  // Without a listener every failed attempt to connect would be printed.
  redis.on("error", (error: Error) => (complaint = wordsOf(error)));
  await redis.connect().catch(() => undefined);
  const { hostname, port } = new URL(url);
  return {
    words: `the Redis at ${hostname}:${port === "" ? 6379 : port}`,
    storage: createStorage({ driver }),
    move: async (from, to) => {
      await redis.rename(`${BASE}:${from}`, `${BASE}:${to}`);
    },
    isListingDear: true,
    whyOf: (thrown) => (redis.status === "ready" ? wordsOf(thrown) : `no connection (${complaint})`),
    alone: leased({
      take: (task) => take(redis, `${BASE}:${keyOf("leases", task)}`),
      renewMs: LEASE_MS / 3,
      onFailure: onLeaseFailure,
    }),
  };
}

async function take(redis: Redis, key: string): Promise<Lease | undefined> {
  const token = randomUUID();
  const set = () => redis.set(key, token, "PX", LEASE_MS, "NX");
  if ((await set()) === null) return undefined;
  return {
    renew: async () => {
      // Lost while the Redis was away, perhaps with all else that it held: taken again, if nobody else has.
      if ((await redis.eval(EXTEND, 1, key, token, LEASE_MS)) === 0) await set();
    },
    release: async () => {
      await redis.eval(RELEASE, 1, key, token);
    },
  };
}
