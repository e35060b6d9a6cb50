import { DEFAULT_LIMITS } from "../../../src/gateway/wire/limits";
import { startFaultProxy, type FaultProxy } from "../../fixtures/fault-proxy";
import { startFaultyGateway } from "../../fixtures/faulty-gateway";
import { ask, NOON, problemOf, source, standingClock, trial } from "./harness";

let proxy: FaultProxy;
const clock = standingClock();
beforeAll(async () => {
  proxy = await startFaultProxy(() => ({ type: "application/json", body: "{}" }), { now: clock.now });
});
beforeEach(() => {
  proxy.requests.length = 0;
});
afterAll(() => proxy.close());

it("pauses between attempts by no fixed time, and says so", async () => {
  await proxy.set("failing");
  const pauses: number[][] = [];
  for (let i = 0; i < 8; i++) {
    const { wire, events, clock: own } = trial({ addressOf: () => proxy.origin });
    await problemOf(wire(source, ask));
    expect(own.waits).toHaveLength(2);
    expect(events.map((event) => event.event === "failed" && [event.attempt, event.againIn])).toEqual([
      [1, own.waits[0]],
      [2, own.waits[1]],
      [3, undefined],
    ]);
    pauses.push(own.waits);
  }
  expect(new Set(pauses.flat()).size).toBeGreaterThan(8);
  for (const ms of pauses.flat()) expect(ms).toBeLessThanOrEqual(DEFAULT_LIMITS.longestPauseMs);
});

it("logs an answer with its status, size and time", async () => {
  await proxy.set("busy for a second");
  const { wire, events, clock: own } = trial({ addressOf: () => proxy.origin });
  await wire(source, { ...ask, secret: { key: "hush-hush" } });
  const { host } = new URL(proxy.origin);
  expect(events.at(-1)).toEqual({
    event: "answered",
    source: "boj",
    host,
    path: "/getDataCode",
    status: 200,
    bytes: 2,
    ms: own.now() - NOON,
  });
});

it.each(["busy for a second", "busy until a date"] as const)("waits as long as %s says", async (fault) => {
  await proxy.set(fault);
  const { wire } = trial({ addressOf: () => proxy.origin, now: clock.now, sleep: clock.sleep });
  await wire(source, ask);
  const [first, second] = proxy.requests.map(({ at }) => at);
  expect(second! - first!).toBeGreaterThanOrEqual(1_000);
  expect(second! - first!).toBeLessThan(1_000 + DEFAULT_LIMITS.longestPauseMs);
});

it.each([
  ["24", 2],
  ["25", 1],
  ["3600", 1],
])("asked to wait for %s s, asks %i times within its 25 s", async (seconds, times) => {
  const gateway = await startFaultyGateway();
  gateway.behave = (_, response) => void response.writeHead(429, { "Retry-After": seconds }).end();
  const { wire, clock: own } = trial({ addressOf: () => gateway.origin });
  const problem = await problemOf(wire(source, ask));
  expect(problem.message).toMatch(
    /too many requests \(429\); do not ask it before 2026-11-26 1[45]:\d\d:\d\d UTC\.$/,
  );
  expect(gateway.requests).toHaveLength(times);
  expect(own.now() - NOON).toBeLessThan(25_000);
  await gateway.close();
});

it("spaces the attempts and redirects of one call by the source's politeness too", async () => {
  await proxy.set("redirect in circles");
  const { wire } = trial({ addressOf: () => proxy.origin, now: clock.now, sleep: clock.sleep });
  await problemOf(wire({ ...source, politeness: 1_500 }, ask));
  const starts = proxy.requests.map(({ at }) => at - proxy.requests[0]!.at);
  expect(starts).toEqual([0, 1_500, 3_000, 4_500]);
});

it("ends when its time is up, in the queue as well, and says why", async () => {
  await proxy.set("silent");
  const { wire, events } = trial({
    addressOf: () => proxy.origin,
    limits: { exchangeMs: 60_000, callMs: 150, perHost: 1 },
  });
  const problems = await Promise.all([problemOf(wire(source, ask)), problemOf(wire(source, ask))]);
  for (const problem of problems) {
    expect(problem.kind).toBe("unreachable");
    expect(problem.message).toBe(
      "boj gave no answer within 0.15 s, the wait for its turn included; try again in a minute.",
    );
  }
  expect(proxy.requests).toHaveLength(1);
  expect(events.map(({ event }) => event)).toEqual(["failed", "failed"]);
});

it("says what was wrong before when its time is up in a later attempt", async () => {
  const gateway = await startFaultyGateway();
  // Fails at first, then keeps silent.
  gateway.behave = (_, response) => {
    if (gateway.requests.length === 1) response.writeHead(502).end();
  };
  const { wire } = trial({
    addressOf: () => gateway.origin,
    limits: { exchangeMs: 60_000, callMs: 200, pauseMs: 1 },
  });
  const problem = await problemOf(wire(source, ask));
  expect(problem.message).toMatch(/is in trouble \(502\); try again later\.$/);
  expect(gateway.requests).toHaveLength(2);
  await gateway.close();
});

it("opens the host's breaker over several calls, and other hosts stay as they are", async () => {
  await proxy.set("failing");
  const other = await startFaultProxy(() => ({ type: "application/json", body: "[]" }));
  const { wire, events } = trial({
    addressOf: (_, name) => (name === "api" ? proxy.origin : other.origin),
  });
  expect((await problemOf(wire(source, ask))).message).toMatch(/in trouble \(500\)/);
  // The fifth failure opens it in the midst of the second call, which does not try a third time.
  expect((await problemOf(wire(source, ask))).message).toMatch(
    /failed 5 times in a row and is not asked before/,
  );
  expect((await problemOf(wire(source, ask))).message).toMatch(
    /failed 5 times in a row and is not asked before/,
  );
  expect(proxy.requests).toHaveLength(5);
  expect(events.filter(({ event }) => event === "breaker")).toHaveLength(1);
  expect(await wire(source, { ...ask, at: "files" })).toEqual({ status: 200, text: "[]" });
  await other.close();
});

it("ends what is under way and waiting when it is closed, and takes no more", async () => {
  await proxy.set("silent");
  const { wire } = trial({ addressOf: () => proxy.origin, limits: { perHost: 1 } });
  const calls = [wire(source, ask), wire(source, ask), wire(source, ask)].map(problemOf);
  while (proxy.requests.length === 0) await new Promise(setImmediate);
  wire.close();
  for (const problem of [...(await Promise.all(calls)), await problemOf(wire(source, ask))])
    expect(problem).toMatchObject({
      kind: "unreachable",
      message: "The gateway is closing; ask again when it has started anew.",
    });
  expect(proxy.requests).toHaveLength(1);
});

it("ends a pause between attempts when it is closed", async () => {
  await proxy.set("failing");
  let pausing: (() => void) | undefined;
  const inPause = new Promise<void>((resolve) => (pausing = resolve));
  const { wire } = trial({
    addressOf: () => proxy.origin,
    // Nothing else ends it.
    sleep: () => {
      pausing?.();
      return new Promise(() => undefined);
    },
  });
  const ended = problemOf(wire(source, ask));
  await inPause;
  wire.close();
  expect((await ended).message).toMatch(/^The gateway is closing/);
  expect(proxy.requests).toHaveLength(1);
});

it("does not let a log that fails take the answer with it", async () => {
  await proxy.set("none");
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { wire } = trial({
    addressOf: () => proxy.origin,
    log: () => {
      throw new Error("disk full");
    },
  });
  expect(await wire(source, ask)).toEqual({ status: 200, text: "{}" });
  expect(complaints).toHaveBeenCalledTimes(1);
  complaints.mockRestore();
});
