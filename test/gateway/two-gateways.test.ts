import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ALL_SOURCES } from "../../src/sources/index";
import { addressVariables } from "../../src/gateway/configuration-fields";
import type { Series } from "../../src/domain/series";
import { startFaultProxy, type FaultProxy } from "../fixtures/fault-proxy";
import { recordedAnswer } from "../fixtures/recorded-providers";
import { describeWithRedis, startRedis, type RedisServer } from "../fixtures/redis";

const ID = "JP.COMPUTER.NET";

interface Gateway {
  readonly child: ChildProcess;
  readonly load: (id?: string) => Promise<{ readonly status: number; readonly series: Series }>;
  readonly kill: () => Promise<void>;
}

let redis: RedisServer;
let bank: FaultProxy;
const running: Gateway[] = [];

/** The program itself, over the shared Redis; the Bank of Japan is a recording, nobody else is at home. */
async function start(): Promise<Gateway> {
  const addresses = addressVariables(ALL_SOURCES).map(({ name, provider }) => [
    name,
    provider === "boj" ? bank.origin : "http://127.0.0.1:9",
  ]);
  const script = join(__dirname, "../../src/cli/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, "serve", "--port", "0", "--no-metrics"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...Object.fromEntries(addresses), DIGITRADE_STORE: redis.url },
  });
  let origin = "";
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { event: string; address?: string };
    if (said.event === "listening") {
      origin = said.address ?? "";
      break;
    }
  }
  child.stdout.resume();
  const gateway: Gateway = {
    child,
    load: async (id = ID) => {
      const response = await fetch(`${origin}/v1/series/${id}.json`);
      return { status: response.status, series: (await response.json()) as Series };
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
  running.push(gateway);
  return gateway;
}

/** How often the Bank was asked for its services, first pages only. */
const timesAsked = (): number =>
  bank.requests.filter(
    ({ url }) => url.pathname.endsWith("/getDataLayer") && !url.searchParams.has("startPosition"),
  ).length;

describeWithRedis("two gateways over one Redis", () => {
  jest.setTimeout(120_000);
  let first: Gateway;
  let second: Gateway;

  beforeAll(async () => {
    redis = (await startRedis())!;
    bank = await startFaultProxy((url) => recordedAnswer("boj", url));
    [first, second] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all(running.map((gateway) => gateway.kill()));
    await bank.close();
    await redis.dispose();
  });

  test("ask a provider once for both", async () => {
    const loads = Array.from({ length: 10 }, (_, i) => (i % 2 ? first : second).load());
    const answers = await Promise.all(loads);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const { series } of answers) expect(series).toMatchObject({ id: ID, source: { id: "boj" } });
    expect(answers.every(({ series }) => !series.embedded && !series.stale)).toBe(true);
    expect(new Set(answers.map(({ series }) => series.version)).size).toBe(1);
    expect(timesAsked()).toBe(1);
  });

  test("one goes on while the other is killed, and a new one needs no provider", async () => {
    await first.kill();
    expect((await second.load()).series.embedded).toBeUndefined();
    const third = await start();
    expect((await third.load()).series.embedded).toBeUndefined();
    await second.kill();
    expect((await third.load()).status).toBe(200);
    second = third;
    expect(timesAsked()).toBe(1);
  });

  test("the Redis goes away and comes back: what is held answers all the while", async () => {
    const before = (await second.load()).series;
    await redis.kill();
    for (let i = 0; i < 3; i++) {
      const { status, series } = await second.load();
      expect([status, series.version]).toEqual([200, before.version]);
    }
    // A series that this process has not seen yet has its embedded document at least.
    expect((await second.load("JP.GOODS.NET")).status).toBe(200);
    await redis.start();
    const fourth = await start();
    const { status, series } = await fourth.load();
    expect([status, series.version, series.embedded]).toEqual([200, before.version, undefined]);
    expect((await second.load()).series.version).toBe(before.version);
    expect(timesAsked()).toBe(1);
  });
});
