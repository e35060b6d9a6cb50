import { setImmediate as nextTurn } from "node:timers/promises";
import { bulkhead } from "cockatiel";
import type { WireEvent } from "../../../src/gateway/wire/event";
import { hostGate, type Passage } from "../../../src/gateway/wire/host-gate";
import { DEFAULT_LIMITS, type WireLimits } from "../../../src/gateway/wire/limits";
import { failedForGood, failedForNow, type Outcome } from "../../../src/gateway/wire/outcome";
import { NOON, standingClock } from "./harness";

const replied: Outcome = { kind: "replied", reply: { status: 200, text: "{}" }, bytes: 2 };
const failed = failedForNow("boj (api.example) is in trouble (500); try again later.");
const never = new AbortController().signal;

function gateUnder(limits: Partial<WireLimits> = {}) {
  const clock = standingClock();
  const events: WireEvent[] = [];
  const all = { ...DEFAULT_LIMITS, ...limits };
  const overall = bulkhead(all.overall, all.queue);
  const gateOf = (host: string) =>
    hostGate({
      host,
      limits: all,
      now: clock.now,
      sleep: clock.sleep,
      overall,
      log: (event) => events.push(event),
    });
  const passage: Passage = {
    who: "boj (api.example)",
    politeness: 0,
    patience: () => all.callMs,
    signal: never,
  };
  return { gate: gateOf("api.example"), gateOf, clock, events, passage };
}

/** Exchanges that end when the test says so. */
function heldExchanges() {
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const exchange = async (): Promise<Outcome> => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
    return replied;
  };
  return {
    exchange,
    started: () => ends.length,
    running: () => running,
    most: () => most,
    endAll: async (count: number) => {
      for (let i = 0; i < count; i++) {
        while (ends.length <= i) await nextTurn();
        ends[i]!();
        await nextTurn();
      }
    },
  };
}

const messageOf = (outcome: Outcome): string =>
  outcome.kind === "failed" ? outcome.problem.message : outcome.kind;

it("keeps requests to a host apart by the source's politeness", async () => {
  const { gate, clock, passage } = gateUnder();
  const starts: number[] = [];
  const exchange = async (): Promise<Outcome> => {
    starts.push(clock.now() - NOON);
    await nextTurn();
    return replied;
  };
  const polite = { ...passage, politeness: 700 };
  await Promise.all([gate.pass(polite, exchange), gate.pass(polite, exchange), gate.pass(polite, exchange)]);
  clock.pass(300);
  await gate.pass(polite, exchange);
  clock.pass(5_000);
  await gate.pass(polite, exchange);
  expect(starts).toEqual([0, 700, 1_400, 2_100, 7_100]);
  expect(clock.waits).toEqual([700, 700, 400]);
});

it("does not wait for longer than that when the clock is set back", async () => {
  const { gate, clock, passage } = gateUnder();
  const polite = { ...passage, politeness: 700 };
  await gate.pass(polite, () => Promise.resolve(replied));
  clock.pass(-3_600_000);
  await gate.pass(polite, () => Promise.resolve(replied));
  expect(clock.waits).toEqual([700]);
});

it("lets the next one pass when one gives up while it waits", async () => {
  const { gate, passage } = gateUnder({ perHost: 3 });
  const polite = { ...passage, politeness: 700 };
  const given = new AbortController();
  const first = gate.pass(polite, () => Promise.resolve(replied));
  const gaveUp = gate.pass({ ...polite, signal: given.signal }, () => Promise.resolve(replied));
  const third = gate.pass(polite, () => Promise.resolve(replied));
  given.abort(new Error("gave up"));
  await expect(gaveUp).rejects.toThrow("gave up");
  expect([await first, await third]).toEqual([replied, replied]);
});

it("asks one host for a few things at a time, and turns away what its queue does not hold", async () => {
  const { gate, passage } = gateUnder({ perHost: 2, queue: 3 });
  const held = heldExchanges();
  const passing = Array.from({ length: 5 }, () => gate.pass(passage, held.exchange));
  await nextTurn();
  expect(held.started()).toBe(2);
  expect(messageOf(await gate.pass(passage, held.exchange))).toBe(
    "Too many requests to boj (api.example) are waiting already; try again in a minute.",
  );
  await held.endAll(5);
  expect(await Promise.all(passing)).toEqual(Array(5).fill(replied));
  expect(held.most()).toBe(2);
});

it("asks all hosts together for a few things at a time", async () => {
  const { gateOf, passage } = gateUnder({ perHost: 2, overall: 3 });
  const held = heldExchanges();
  const passing = ["a.example", "b.example", "c.example"].flatMap((host) => {
    const gate = gateOf(host);
    return [gate.pass(passage, held.exchange), gate.pass(passage, held.exchange)];
  });
  await nextTurn();
  expect(held.started()).toBe(3);
  await held.endAll(6);
  expect(await Promise.all(passing)).toEqual(Array(6).fill(replied));
  expect(held.most()).toBe(3);
});

it("takes nothing up for a call that has ended while it was in the queue", async () => {
  const { gate, passage } = gateUnder({ perHost: 1 });
  const held = heldExchanges();
  const ended = new AbortController();
  const first = gate.pass(passage, held.exchange);
  const second = expect(gate.pass({ ...passage, signal: ended.signal }, held.exchange)).rejects.toThrow();
  ended.abort(new Error("too late"));
  await held.endAll(1);
  expect(await first).toBe(replied);
  await second;
  expect(held.started()).toBe(1);
});

it("opens after five failures in a row and then fails at once, saying until when", async () => {
  const { gate, passage, events } = gateUnder();
  let asked = 0;
  const ask = (outcome: Outcome): Promise<Outcome> =>
    gate.pass(passage, () => {
      asked++;
      return Promise.resolve(outcome);
    });
  // A success in between begins the count anew.
  for (const outcome of [failed, failed, failed, failed, replied, failed, failed, failed, failed])
    expect(await ask(outcome)).toBe(outcome);
  expect(events).toEqual([]);
  expect(await ask(failed)).toBe(failed);
  expect(events).toEqual([{ event: "breaker", host: "api.example", state: "open", until: NOON + 30_000 }]);
  const refused = await ask(replied);
  expect(refused).toMatchObject({
    kind: "failed",
    again: false,
    hostFailed: false,
    problem: { kind: "unreachable" },
  });
  expect(messageOf(refused)).toBe(
    "boj (api.example) failed 5 times in a row and is not asked before 2026-11-26 14:05:39 UTC; wait until then.",
  );
  expect(asked).toBe(10);
});

it("does not count answers of the wrong kind, refusals and redirects against a host", async () => {
  const { gate, passage, events } = gateUnder({ failuresToOpen: 2 });
  const harmless: readonly Outcome[] = [
    failedForGood("unreadable", "boj (api.example) sent a web page; report it."),
    { kind: "replied", reply: { status: 404, text: "" }, bytes: 0 },
    { kind: "redirected", status: 302, location: "/" },
  ];
  for (const outcome of [failed, ...harmless, failed, ...harmless, failed, ...harmless])
    expect(await gate.pass(passage, () => Promise.resolve(outcome))).toBe(outcome);
  expect(events).toEqual([]);
});

/** Asks until the exchange takes place; cockatiel's breaker lives by the machine's own clock. */
async function whenHalfOpen(pass: () => Promise<Outcome>): Promise<Outcome> {
  for (;;) {
    const outcome = await pass();
    if (!messageOf(outcome).includes("in a row")) return outcome;
    await nextTurn();
  }
}

it("tries again after a while, stays open twice as long if that fails, up to a limit, and closes if it does not", async () => {
  const { gate, passage, events } = gateUnder({ failuresToOpen: 1, openMs: 8, longestOpenMs: 20 });
  const failing = () => gate.pass(passage, () => Promise.resolve(failed));
  await failing();
  expect(await whenHalfOpen(failing)).toBe(failed);
  expect(await whenHalfOpen(failing)).toBe(failed);
  expect(await whenHalfOpen(() => gate.pass(passage, () => Promise.resolve(replied)))).toBe(replied);
  // The next failure begins with the shortest again.
  await failing();
  const breaker = events.map(
    (event) => event.event === "breaker" && [event.state, (event.until ?? NOON) - NOON],
  );
  expect(breaker).toEqual([
    ["open", 8],
    ["half-open", 0],
    ["open", 16],
    ["half-open", 0],
    ["open", 20],
    ["half-open", 0],
    ["closed", 0],
    ["open", 8],
  ]);
});

it("lets a single request try whether the host is back", async () => {
  const { gate, passage } = gateUnder({ failuresToOpen: 1, openMs: 1, perHost: 3 });
  await gate.pass(passage, () => Promise.resolve(failed));
  const held = heldExchanges();
  let probe: Promise<Outcome> | undefined;
  while (held.started() === 0) {
    probe = gate.pass(passage, held.exchange);
    await nextTurn();
  }
  const others = [gate.pass(passage, held.exchange), gate.pass(passage, held.exchange)];
  await nextTurn();
  expect(held.started()).toBe(1);
  await held.endAll(3);
  expect(await Promise.all([probe, ...others])).toEqual([replied, replied, replied]);
});

it("leaves a host alone for as long as it asked, everyone alike", async () => {
  const { gate, clock, passage } = gateUnder();
  const busy = failedForNow("boj (api.example) gets too many requests (429).", 20_000);
  await gate.pass(passage, () => Promise.resolve(busy));
  clock.pass(5_000);
  expect(await gate.pass(passage, () => Promise.resolve(replied))).toBe(replied);
  expect(clock.waits).toEqual([15_000]);
  expect(await gate.pass(passage, () => Promise.resolve(replied))).toBe(replied);
  expect(clock.waits).toEqual([15_000]);
});

it("does not wait for a rest that is longer than its patience, and never believes in more than an hour", async () => {
  const { gate, clock, passage } = gateUnder();
  const busy = failedForNow("boj (api.example) gets too many requests (429).", 31_536_000_000);
  await gate.pass(passage, () => Promise.resolve(busy));
  let asked = 0;
  const pass = (): Promise<Outcome> =>
    gate.pass(passage, () => {
      asked++;
      return Promise.resolve(replied);
    });
  expect(messageOf(await pass())).toBe(
    "boj (api.example) asked to be left alone; do not ask it before 2026-11-26 15:05:09 UTC.",
  );
  expect(asked).toBe(0);
  clock.pass(3_600_000);
  expect(await pass()).toBe(replied);
});
