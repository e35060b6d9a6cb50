import { inspect } from "node:util";
import { isHeld } from "../../../src/gateway/server/answer";
import { chooseEncoding } from "../../../src/gateway/server/encodings";
import { kept } from "../../../src/gateway/server/kept";
import { createLog } from "../../../src/gateway/server/log";
import { preparedSeries } from "../../../src/gateway/server/prepared-series";
import { keepRefreshing } from "../../../src/gateway/server/refreshing";
import { hiding, secret } from "../../../src/gateway/secret";
import { aSeries } from "../../fixtures/documents";
import { LONG, longSeries, memoryFigures, ONE } from "./serving";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br", "br"],
  ["GZIP;q=1.0", "gzip"],
  ["br;q=0, gzip;q=0.001", "gzip"],
  ["x-gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["identity;q=0", "identity"],
  ["deflate", "identity"],
  ["gzip;q=never", "identity"],
])("chooses for Accept-Encoding %s: %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
  expect(chooseEncoding(header)).toBe(encoding);
});

it("keeps choosing right after more headers than it remembers", () => {
  for (let i = 0; i < 250; i++) expect(chooseEncoding(`gzip;q=0.${i}1`)).toBe("gzip");
  expect(chooseEncoding("br")).toBe("br");
});

it.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b","a"', true],
  ["*", true],
  ["a", false],
  ['"A"', false],
  ['"ab"', false],
  ['"b", W/"c"', false],
  ["", false],
])("finds the tag in If-None-Match %s: %s", (header, held) => {
  expect(isHeld(header, '"a"')).toBe(held);
});

it("keeps no more than allowed, and what was used before what was not", () => {
  const cache = kept<string, number>(10, (size) => size);
  cache.set("a", 4);
  cache.set("b", 4);
  cache.get("a");
  cache.set("c", 4);
  expect(["a", "b", "c"].map((key) => cache.has(key))).toEqual([true, false, true]);
  expect(cache.size()).toBe(8);
  cache.set("huge", 11);
  expect([cache.has("huge"), cache.size()]).toEqual([false, 8]);
  cache.set("a", 6);
  expect([cache.get("a"), cache.size()]).toEqual([6, 10]);
  for (let i = 0; i < 100; i++) cache.set(`n${i}`, 3);
  expect(cache.size()).toBeLessThanOrEqual(10);
});

it("makes room even where everything was used", () => {
  const cache = kept<string, number>(10, (size) => size);
  for (const key of ["a", "b"]) {
    cache.set(key, 5);
    cache.get(key);
  }
  cache.set("c", 10);
  expect([cache.has("c"), cache.size()]).toEqual([true, 10]);
});

it("prepares a document once, also for two who ask at the same time, and for an equal one not again", async () => {
  const prepared = preparedSeries();
  const series = longSeries();
  const [one, two] = await Promise.all([prepared.get(series), prepared.get(series)]);
  expect(one).toBe(two);
  expect(prepared.peek(series)).toBe(one);
  const equal = longSeries();
  expect(prepared.peek(equal)).toBeUndefined();
  expect(await prepared.get(equal)).toBe(one);
  expect(prepared.peek(equal)).toBe(one);
  const other = longSeries(LONG, { version: "v2" });
  expect(await prepared.get(other)).not.toBe(one);
  expect(prepared.peek(equal)).toBeUndefined();
  expect(prepared.has(series.id)).toBe(true);
});

it("keeps the bytes of as many documents as fit", async () => {
  const one = await preparedSeries().get(aSeries(ONE));
  const prepared = preparedSeries(3.5 * one.size);
  for (let i = 0; i < 9; i++) await prepared.get(aSeries(`XX.N${i}`));
  expect(prepared.size()).toBeLessThanOrEqual(3.5 * one.size);
  expect(prepared.size()).toBeGreaterThan(2 * one.size);
});

it("writes log lines for programs and for people", () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const facts = { batch: "boj.services", why: 'it said "no" to s3cret-key', n: 3 };
  const hide = hiding([secret("s3cret-key"), secret("")]);
  createLog({ level: "info", write, plain: false, hide }).warn("not read", facts);
  createLog({ level: "info", write, plain: true, hide }).warn("not read", facts);
  createLog({ level: "info", write, plain: true }).info("stopped");
  createLog({ level: "info", write, plain: true }).debug("unheard");
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    event: "not read",
    ...facts,
    why: 'it said "no" to [secret]',
  });
  expect(lines[1]).toMatch(
    /^\d\d:\d\d:\d\d warn: not read: batch boj\.services, why it said "no" to \[secret\], n 3\n$/,
  );
  expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d stopped\n$/);
  expect(lines).toHaveLength(3);
});

it("never shows a secret, however it is printed", () => {
  const key = secret("a b+c");
  for (const shown of [String(key), JSON.stringify({ key }), inspect({ key }), key.toString()]) {
    expect(shown).toContain("[secret]");
    expect(shown).not.toContain("a b");
  }
  expect(key.reveal()).toBe("a b+c");
  expect(hiding([key])("?key=a%20b%2Bc&x=a b+c")).toBe("?key=[secret]&x=[secret]");
});

describe("refreshing", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const log = { info: jest.fn(), warn: jest.fn() };

  it("asks at once, then again and again about every so often, until it is stopped", async () => {
    const figures = memoryFigures();
    const chances = [0, 1, 0.5];
    const refreshing = keepRefreshing({ figures, log, random: () => chances.shift() ?? 0.5, everyMs: 1000 });
    expect(figures.refreshes).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(499);
    expect(figures.refreshes).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(figures.refreshes).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1499);
    expect(figures.refreshes).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(figures.refreshes).toHaveLength(3);
    refreshing.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(figures.refreshes).toHaveLength(3);
  });

  it("does not ask again while it asks, and goes on after a failure", async () => {
    const figures = memoryFigures();
    let fail = (_: Error): void => undefined;
    let rounds = 0;
    figures.refresh = () => {
      rounds++;
      return new Promise((_, reject) => (fail = reject));
    };
    const refreshing = keepRefreshing({ figures, log, random: () => 0.5, everyMs: 1000 });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(1);
    fail(new Error("the store is gone"));
    await jest.advanceTimersByTimeAsync(1000);
    expect(rounds).toBe(2);
    expect(log.warn).toHaveBeenCalledWith("refresh failed", {
      why: expect.stringContaining("the store is gone"),
    });
    refreshing.stop();
    fail(new Error("again"));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(2);
  });
});
