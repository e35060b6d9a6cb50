import { checkInBackground } from "../../src/addin/background-check";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A world in which time passes when the test says so, and chance is what the test says. */
function world(random: number, check: (signal: AbortSignal) => Promise<boolean>) {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const listeners = new Set<() => void>();
  const waits: number[] = [];
  const stop = checkInBackground({
    check,
    random: () => random,
    after: (ms, run) => {
      waits.push(ms);
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    onOnline: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  });
  return {
    stop,
    waits,
    pending: () => timers.length,
    listening: () => listeners.size,
    goOnline: () => listeners.forEach((run) => run()),
    pass: async (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A check that answers what the test says, and counts. */
function counting(answers: boolean | "rejects") {
  const looked: AbortSignal[] = [];
  const check = (signal: AbortSignal): Promise<boolean> => {
    looked.push(signal);
    return answers === "rejects" ? Promise.reject(new Error("down")) : Promise.resolve(answers);
  };
  return { looked, check };
}

it("looks soon after opening, and then every few hours", async () => {
  const { looked, check } = counting(true);
  const { pass, waits } = world(0, check);
  await pass(5 * SECOND - 1);
  expect(looked).toHaveLength(0);
  await pass(1);
  expect(looked).toHaveLength(1);
  await pass(4 * HOUR - 1);
  expect(looked).toHaveLength(1);
  await pass(1);
  expect(looked).toHaveLength(2);
  expect(waits).toEqual([5 * SECOND, 4 * HOUR, 4 * HOUR]);
});

it("leaves the moment to chance, within bounds", () => {
  const { check } = counting(true);
  expect(world(0.5, check).waits).toEqual([12.5 * SECOND]);
  expect(world(1, check).waits).toEqual([20 * SECOND]);
});

it.each([false, "rejects"] as const)(
  "looks again sooner where the gateway did not answer (%s)",
  async (end) => {
    const { looked, check } = counting(end);
    const { pass, waits } = world(0, check);
    await pass(5 * SECOND);
    expect(waits).toEqual([5 * SECOND, 10 * MINUTE]);
    await pass(10 * MINUTE);
    expect(looked).toHaveLength(2);
  },
);

it("looks when the network returns instead of later, once however often it says so", async () => {
  const { looked, check } = counting(true);
  const { pass, goOnline, pending } = world(0, check);
  await pass(5 * SECOND);
  goOnline();
  goOnline();
  expect(pending()).toBe(1);
  await pass(2 * SECOND);
  expect(looked).toHaveLength(2);
  expect(pending()).toBe(1);
});

it("does not look twice at a time, but once more where the network returned meanwhile", async () => {
  let end: (answered: boolean) => void = () => undefined;
  let looks = 0;
  const { pass, goOnline, pending, waits } = world(0, () => {
    looks++;
    return new Promise((resolve) => (end = resolve));
  });
  await pass(5 * SECOND);
  goOnline();
  expect([looks, pending()]).toEqual([1, 0]);
  end(true);
  await pass(0);
  expect(waits).toEqual([5 * SECOND, 2 * SECOND]);
  await pass(2 * SECOND);
  end(true);
  await pass(0);
  expect([looks, waits.at(-1)]).toEqual([2, 4 * HOUR]);
});

it("ends at once, also in the middle of a look", async () => {
  const { looked, check } = counting(true);
  const early = world(0, check);
  early.stop();
  expect([early.pending(), early.listening()]).toEqual([0, 0]);

  let end: (answered: boolean) => void = () => undefined;
  const { pass, stop, pending } = world(0, (signal) => {
    looked.push(signal);
    return new Promise((resolve) => (end = resolve));
  });
  await pass(5 * SECOND);
  stop();
  expect(looked[0]?.aborted).toBe(true);
  end(true);
  await pass(0);
  expect(pending()).toBe(0);
});
