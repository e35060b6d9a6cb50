import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ENTRIES, findEntry } from "../../src/catalog/catalog";
import { PROVIDERS, routesOf } from "../../src/catalog/routes";
import { SOURCES } from "../../src/catalog/sources";
import { comparePeriods, dayNumber, enclosing, shift } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { readSeries } from "../../src/load/document";
import { dueAfter } from "../../src/sources/common/calendar";
import type { Ask, Batch, Circumstances, Reading, Reply, Source } from "../../src/sources/common/source";
import { ALL_SOURCES } from "../../src/sources/index";
import { ok, outOfReach } from "../sources/converse";
import { ENDLESS, SOUND, TODAY } from "./provider-answers";

const KEY = "operators-own-key:never-to-be-seen";
/** Requests that the longest conversation may take: every figure of every provider since it began. */
const MOST_ASKS = 100;

interface Talk {
  readonly readings: readonly Reading[];
  readonly problem?: Problem;
  readonly asks: readonly Ask[];
}

/** Drives a conversation to its end in readings or a Problem; any other end, or none, fails the test. */
function talk(
  batch: Batch,
  circumstances: Circumstances,
  answer: (ask: Ask, nth: number) => Reply | Problem,
): Talk {
  const asks: Ask[] = [];
  try {
    const dialogue = batch.ask(circumstances);
    let step = dialogue.next();
    while (!step.done) {
      asks.push(step.value);
      if (asks.length > MOST_ASKS) throw new Error(`${batch.id} is still asking after ${MOST_ASKS} requests`);
      const got = answer(step.value, asks.length);
      step = got instanceof Problem ? dialogue.throw(got) : dialogue.next(got);
    }
    return { readings: step.value, asks };
  } catch (thrown) {
    if (thrown instanceof Problem) return { readings: [], problem: thrown, asks };
    throw thrown;
  }
}

const all: readonly (readonly [string, Source, Batch])[] = ALL_SOURCES.flatMap((source) =>
  source.batches.map((batch) => [batch.id, source, batch] as const),
);

const withKey = (source: Source): Circumstances => ({
  today: TODAY,
  ...(source.key !== undefined && { key: KEY }),
});

/** Nothing is held, or everything up to some weeks ago, in the frequency of the batch's own series. */
function circumstancesOf(source: Source, batch: Batch): readonly Circumstances[] {
  const frequency = findEntry(batch.series[0] ?? "")?.frequency ?? "D";
  return [withKey(source), { ...withKey(source), heldTo: enclosing(shift(TODAY, -40), frequency) }];
}

/** Every conversation on a good day, held once: the longest has 90,000 exchange rates. */
const soundTalks = new Map<string, Talk>();

function soundTalk(source: Source, batch: Batch, circumstances: Circumstances): Talk {
  const name = `${batch.id} ${circumstances.heldTo ?? ""}`;
  const known =
    soundTalks.get(name) ?? talk(batch, circumstances, (ask) => SOUND[source.id](ask, batch, TODAY));
  soundTalks.set(name, known);
  return known;
}

describe("all sources together", () => {
  test("are the providers of the catalogue, each once", () => {
    expect(ALL_SOURCES.map(({ id }) => id).sort()).toEqual([...PROVIDERS].sort());
  });

  test("have batches of different names", () => {
    const ids = all.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [id, source] of all) expect(id.startsWith(`${source.id}.`)).toBe(true);
  });

  test("hold every series that the catalogue gets from them once, and no other", () => {
    const held = all
      .flatMap(([, source, batch]) => batch.series.map((id) => `${id} from ${source.id}`))
      .sort();
    const routed = ENTRIES.flatMap((entry) =>
      routesOf(entry).map(({ provider }) => `${entry.id} from ${provider}`),
    ).sort();
    expect(held).toEqual(routed);
  });
});

test("docs/sources.md names every host that is asked, and a row for each provider", () => {
  const docs = readFileSync(join(__dirname, "../../docs/sources.md"), "utf8");
  const live = docs.slice(docs.indexOf("## Live sources"));
  for (const { id, addresses } of ALL_SOURCES) {
    const row = live.split("\n").find((line) => line.startsWith(`| \`${id}\` `)) ?? "";
    for (const address of Object.values(addresses)) expect(row).toContain(`\`${new URL(address).host}\``);
  }
});

test.each(ALL_SOURCES.map((source) => [source.id, source] as const))(
  "%s is asked over https and gently",
  (_, source) => {
    const addresses = Object.values(source.addresses);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/[a-z0-9.-]+(?:\/[\w./-]*\w)?$/);
    expect(source.politeness).toBeGreaterThan(0);
    // A call may take 25 s with all its waits, two at a time with one host.
    expect(source.politeness).toBeLessThanOrEqual(5000);
  },
);

describe.each(all)("%s", (_, source, batch) => {
  test("has a calendar that goes on, and says when", () => {
    const { calendar } = batch;
    expect(calendar.words.length).toBeGreaterThan(5);
    const start = dayNumber(TODAY) * 86_400_000;
    let at = start;
    for (let i = 0; i < 15; i++) {
      const next = calendar.next(at);
      expect(next).toBeGreaterThan(at);
      expect(dueAfter(calendar, at)).toBeGreaterThan(at);
      expect(dueAfter(calendar, at)).toBeLessThanOrEqual(next);
      at = next;
    }
    expect(at - start).toBeLessThan(15 * 124 * 86_400_000);
  });

  test("asks for paths below its addresses, with the key apart", () => {
    for (const circumstances of circumstancesOf(source, batch)) {
      const { asks, problem } = soundTalk(source, batch, circumstances);
      expect(problem).toBeUndefined();
      expect(asks.length).toBeGreaterThan(0);
      for (const ask of asks) {
        expect(Object.keys(source.addresses)).toContain(ask.at);
        expect(ask.path).toMatch(/^\/[^?#\s]+$/);
        expect(ask.path).not.toMatch(/\/\/|\/\.\.?(?:\/|$)/);
        expect(JSON.stringify([ask.path, ask.query ?? {}])).not.toContain("never-to-be-seen");
        expect(ask.types.length).toBeGreaterThan(0);
        for (const type of ask.types) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
        expect(ask.maxBytes).toBeGreaterThan(10_000);
        expect(ask.maxBytes).toBeLessThanOrEqual(20_000_000);
      }
    }
  });

  test("asks the same again in the same circumstances", () => {
    const circumstances = circumstancesOf(source, batch).at(-1) ?? withKey(source);
    const again = talk(batch, circumstances, (ask) => SOUND[source.id](ask, batch, TODAY));
    expect(again.asks).toEqual(soundTalk(source, batch, circumstances).asks);
  });

  test("ends in figures of its own series that make sound documents", () => {
    for (const circumstances of circumstancesOf(source, batch)) {
      const { readings } = soundTalk(source, batch, circumstances);
      expect(readings.length).toBeGreaterThan(0);
      for (const reading of readings) {
        expect(batch.series).toContain(reading.id);
        const entry = findEntry(reading.id)!;
        expect(routesOf(entry)).toContainEqual({ provider: source.id, source: reading.source });
        expect((reading.published ?? TODAY) <= TODAY).toBe(true);
        const { id, observations, months, note, published } = reading;
        const document = {
          ...{ id, version: "v1", title: entry.title, measure: entry.measure, unit: entry.unit },
          ...{ frequency: entry.frequency, adjusted: entry.adjusted, source: SOURCES[reading.source] },
          ...{ retrieved: TODAY, published, note, observations, months },
        };
        const read = readSeries(JSON.parse(JSON.stringify(document)), `the contract of ${source.id}`);
        expect(JSON.stringify(read.observations)).toBe(JSON.stringify(observations));
        expect(read.observations.some(([, value]) => value !== null)).toBe(true);
        const periods = (months ?? []).map(([month]) => month);
        expect([...periods].sort(comparePeriods)).toEqual(periods);
      }
    }
  });

  test("comes to an end with a provider that always has more to say", () => {
    const more = ENDLESS[source.id];
    for (const circumstances of circumstancesOf(source, batch)) {
      const { asks } = more
        ? talk(batch, circumstances, (ask) => more(ask, batch, TODAY))
        : soundTalk(source, batch, circumstances);
      expect(asks.length).toBeLessThanOrEqual(MOST_ASKS);
    }
  });

  test("ends in a Problem with a provider that never answers", () => {
    const { problem, asks } = talk(batch, withKey(source), outOfReach);
    expect(problem?.kind).toBe("unreachable");
    expect(asks.length).toBeGreaterThan(0);
  });
});

const JUNK = "x".repeat(5_000_000);
const HTML = "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head><body></body></html>";

/** What no provider should say, and what each has been seen to say now and then. */
const HOSTILE: readonly (readonly [string, Reply])[] = [
  ["nothing", ok("")],
  ["blanks", ok(" \r\n\r\n")],
  ["a byte order mark", ok("\uFEFF")],
  ["NUL bytes", ok("\0".repeat(1000))],
  ["a web page", ok(HTML)],
  ["a web page, not found", { status: 404, text: HTML }],
  ["null", ok("null")],
  ["an empty list", ok("[]")],
  ["an empty object", ok("{}")],
  ["a list of nulls", ok("[null,null]")],
  ["a number", ok("1e999")],
  ["a list broken off", ok('[{"page":1,"pages":1,"per_page":5000,"total":1},[{"indicator":')],
  ["lists without end", ok("[".repeat(100_000))],
  [
    "an object that names prototypes",
    ok('{"__proto__":{"value":[]},"constructor":1,"value":[{"__proto__":1}]}'),
  ],
  ["another provider's list", ok('[{"symbol":"X","close":1}]')],
  ["another provider's table", ok('day,value\n"2024-01-02",1\n')],
  ["quotes without end", ok('"'.repeat(999))],
  ["half of a character", ok("\uD800[")],
  ["5 MB of nothing", ok(JUNK)],
  ["a refusal", { status: 400, text: '{"message":"bad request"}' }],
  ["no entry", { status: 403, text: "Forbidden" }],
  ["too many requests", { status: 429, text: "" }],
  ["trouble", { status: 503, text: HTML }],
  ["no such status", { status: 0, text: "" }],
  ["the key, in a refusal", { status: 401, text: `{"error_message":"Bad key ${KEY}"}` }],
  ["the key, in plain text", { status: 403, text: `Bad key ${KEY}` }],
  ["the key, in a figure", ok(`{"error":"Bad key ${KEY}","Message":"${KEY}","message":"${KEY}"}`)],
  ["the key, as a row", ok(`[{"Symbol":"${KEY}","Date":"${KEY}"}]`)],
];

/** Only who was given the key can repeat it. */
const toldTo = (ask: Ask, { status, text }: Reply): Reply => ({
  status,
  text: ask.secret ? text : text.replaceAll(KEY, "that you have not"),
});

describe.each(all)("%s, told", (_, source, batch) => {
  test.each(HOSTILE)("%s, ends in figures or a Problem without the key", (__, reply) => {
    const known = circumstancesOf(source, batch).at(-1) ?? withKey(source);
    for (const sounds of [0, 1]) {
      const { problem, readings } = talk(batch, known, (ask, nth) =>
        nth > sounds ? toldTo(ask, reply) : SOUND[source.id](ask, batch, TODAY),
      );
      if (sounds === 0) expect(problem).toBeInstanceOf(Problem);
      for (const { observations } of readings) expect(observations.length).toBeGreaterThan(0);
      for (let said: unknown = problem; said instanceof Problem; said = said.cause) {
        expect(said.message).not.toContain("never-to-be-seen");
        expect(said.message.length).toBeLessThan(1500);
        expect(said.message).toMatch(/[.…]$/);
      }
    }
  });
});

describe.each(ALL_SOURCES.map((source) => [source.id, source] as const))("%s, handed", (_, source) => {
  test.each(HOSTILE)("%s as a file, refuses it by name", (__, { text }) => {
    const file = { name: "figures.txt", bytes: new TextEncoder().encode(text) };
    let thrown: unknown;
    try {
      source.readFile(file);
    } catch (problem) {
      thrown = problem;
    }
    expect(thrown).toBeInstanceOf(Problem);
    expect((thrown as Problem).message).toContain("figures.txt");
  });
});
