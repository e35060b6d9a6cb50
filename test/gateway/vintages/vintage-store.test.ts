import { dayNumber, period, shift } from "../../../src/domain/period";
import { Problem } from "../../../src/domain/problem";
import type { Series } from "../../../src/domain/series";
import { vintagesOf } from "../../../src/domain/vintage";
import type { Place } from "../../../src/gateway/vintages/place";
import { vintageStore } from "../../../src/gateway/vintages/vintage-store";
import type { VintageStore } from "../../../src/gateway/vintages/store";
import { memoryPlace, rememberingLog, type Command } from "../../fixtures/store-place";
import { aReading, aSeed, FLOW, noon } from "./readings";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

const p = period;
const ID = FLOW.id;

interface Given {
  readonly place?: Place;
  readonly seed?: Series;
  readonly log?: ReturnType<typeof rememberingLog>;
  readonly mostSegments?: number;
}

function aStore({
  place = memoryPlace(),
  seed,
  log = rememberingLog(),
  mostSegments,
}: Given = {}): VintageStore {
  return vintageStore({
    place,
    seeds: (id) => Promise.resolve(id === ID ? seed : undefined),
    log,
    ...(mostSegments !== undefined && { mostSegments }),
  });
}

const first = aReading([["2024-01", 5]], "2024-03-08");
const second = aReading(
  [
    ["2024-01", 6],
    ["2024-02", 8],
  ],
  "2024-04-08",
);

const segmentsIn = ({ items }: ReturnType<typeof memoryPlace>): readonly string[] =>
  [...items.keys()].filter((key) => key.startsWith("vintages:")).sort();

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await promise.then(
    () => new Error("it did not fail"),
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw thrown;
}

describe("reading and recording", () => {
  test("what was recorded is read, here and by another process", async () => {
    const place = memoryPlace();
    const [store, other] = [aStore({ place }), aStore({ place })];
    expect(await store.read(ID, "boj")).toBeUndefined();
    expect(await store.record(first, noon("2024-03-08"))).toEqual({ added: 1, changed: 0 });
    expect((await other.read(ID, "boj"))?.document.observations).toEqual([["2024-01", 5]]);
    await other.record(second, noon("2024-04-08"));
    const held = await store.read(ID, "boj");
    expect(held?.recorded).toBe(noon("2024-04-08"));
    expect(held?.document).toEqual((await other.read(ID, "boj"))?.document);
    expect(held && vintagesOf(held.document, p("2024-01"))).toHaveLength(2);
  });

  test("a seed alone is given out as it is; under another statistic it is none", async () => {
    const seed = aSeed([["2024-01", 5]], "2024-03-08");
    const store = aStore({ seed });
    expect(await store.read(ID, "boj")).toEqual({ document: seed, recorded: undefined });
    expect(await store.read(ID, "oecd")).toBeUndefined();
  });

  test("figures of the Bank and of the Ministry are one statistic", async () => {
    const store = aStore();
    await store.record(first, noon("2024-03-08"));
    await store.record({ ...second, source: "mof" }, noon("2024-04-08"));
    expect((await store.read(ID, "boj"))?.document).toMatchObject({
      source: { id: "mof" },
      observations: [
        ["2024-01", 6],
        ["2024-02", 8],
      ],
    });
  });

  test("a series that the catalogue does not have is refused", async () => {
    const problem = await problemOf(aStore().record({ ...first, id: "XX.NOTHING" as never }, 0));
    expect(problem).toMatchObject({ kind: "unknown-series", message: expect.stringContaining("XX.NOTHING") });
  });

  test("recordings that come at once are all kept", async () => {
    const place = memoryPlace();
    const stores = [aStore({ place, mostSegments: 4 }), aStore({ place, mostSegments: 4 })];
    const all = Array.from({ length: 40 }, (_, i) =>
      stores[i % 2]!.record(aReading([["2024-01", i]], shift(p("2024-03-01"), i)), noon("2024-05-01", i)),
    );
    await Promise.all(all);
    const held = await aStore({ place }).read(ID, "boj");
    expect(vintagesOf(held!.document, p("2024-01")).map((f) => f.value)).toEqual(
      Array.from({ length: 40 }, (_, i) => i),
    );
  });
});

describe("recording the same again", () => {
  test("moves the day of retrieval and nothing else, and the store does not grow", async () => {
    const place = memoryPlace();
    const store = aStore({ place });
    await store.record(first, noon("2024-03-08"));
    await store.record(first, noon("2024-03-09"));
    const size = [...place.items.values()].join("").length;
    for (let i = 2; i < 100; i++)
      expect(await store.record(first, noon("2024-03-08") + i * 86_400_000)).toEqual({
        added: 0,
        changed: 0,
      });
    expect([...place.items.values()].join("")).toHaveLength(size);
    const last = noon("2024-03-08") + 99 * 86_400_000;
    expect(await store.read(ID, "boj")).toMatchObject({
      recorded: last,
      document: { published: "2024-03-08", retrieved: "2024-06-15" },
    });
  });

  test("an older instant does not move it back", async () => {
    const store = aStore();
    await store.record(first, noon("2024-03-08"));
    await store.record(first, noon("2024-03-20"));
    await store.record(first, noon("2024-03-10"));
    expect((await store.read(ID, "boj"))?.recorded).toBe(noon("2024-03-20"));
  });

  test("releases that change nothing are noted, but not without bound", async () => {
    const place = memoryPlace();
    const store = aStore({ place });
    const sizes: number[] = [];
    for (let i = 0; i < 900; i++) {
      const day = shift(p("2024-03-01"), i);
      await store.record(aReading([["2024-01", 5]], day), dayNumber(day) * 86_400_000);
      if (i % 100 === 99) sizes.push([...place.items.values()].join("").length);
    }
    expect(segmentsIn(place).length).toBeLessThanOrEqual(16);
    expect(sizes.at(-1)! - sizes[5]!).toBeLessThan(5000);
    expect((await store.read(ID, "boj"))?.document.published).toBe(shift(p("2024-03-01"), 899));
    expect(vintagesOf((await store.read(ID, "boj"))!.document, p("2024-01"))).toHaveLength(1);
  });
});

describe("reads are cheap", () => {
  test("a document is worked out once, until something is recorded", async () => {
    const store = aStore();
    await store.record(first, noon("2024-03-08"));
    const { document } = (await store.read(ID, "boj"))!;
    expect((await store.read(ID, "boj"))?.document).toBe(document);
    await store.record(first, noon("2024-03-20"));
    const again = (await store.read(ID, "boj"))?.document;
    expect(again).toEqual({ ...document, retrieved: "2024-03-20" });
    expect((await store.read(ID, "boj"))?.document).toBe(again);
    await store.record(second, noon("2024-04-08"));
    expect((await store.read(ID, "boj"))?.document).not.toBe(document);
  });

  test("where listing is dear two small items tell whether anything is new, and segments are read once", async () => {
    const place = memoryPlace(undefined, true);
    const store = aStore({ place });
    await store.record(first, noon("2024-03-08"));
    await store.read(ID, "boj");
    place.commands.length = 0;
    for (let i = 0; i < 3; i++) await store.read(ID, "boj");
    expect(new Set(place.commands)).toEqual(
      new Set<Command>([`get beside:${ID}:boj`, `get marks:${ID}:boj`]),
    );
    await aStore({ place }).record(second, noon("2024-04-08"));
    place.commands.length = 0;
    expect((await store.read(ID, "boj"))?.document.published).toBe("2024-04-08");
    expect(place.commands.filter((c) => c.startsWith("get vintages:"))).toHaveLength(1);
  });

  test("a series of which nothing was recorded is not listed again and again", async () => {
    const place = memoryPlace(undefined, true);
    const store = aStore({ place, seed: aSeed([["2024-01", 5]], "2024-03-08") });
    for (let i = 0; i < 3; i++) await store.read(ID, "boj");
    expect(place.commands.filter((c) => c.startsWith("list"))).toHaveLength(1);
  });
});

describe("a segment that is damaged", () => {
  async function damagedStore(which: "first" | "last", damage: (text: string) => string) {
    const place = memoryPlace();
    const store = aStore({ place });
    await store.record(first, noon("2024-03-08"));
    await store.record(second, noon("2024-04-08"));
    await store.record(second, noon("2024-04-20"));
    await store.setNote("batches/boj.services", { checked: 1 });
    const key = segmentsIn(place).at(which === "first" ? 0 : -1)!;
    place.items.set(key, damage(place.items.get(key)!));
    const log = rememberingLog();
    return { place, key, log, store: aStore({ place, log }) };
  }

  test.each([
    ["broken off", (text: string) => text.slice(0, 60)],
    ["emptied", () => ""],
    ["changed", (text: string) => text.replace("2024-02", "2023-02")],
  ])("(%s) is set aside and reported, never given out; the others answer", async (_, damage) => {
    const { place, key, log, store } = await damagedStore("last", damage);
    expect((await store.read(ID, "boj"))?.document.observations).toEqual([["2024-01", 5]]);
    expect(place.items.has(key)).toBe(false);
    expect(place.items.has(`aside:${key}`)).toBe(true);
    expect(log.lines).toEqual([expect.stringContaining(`segment set aside {"segment":"${key}"`)]);
    await store.read(ID, "boj");
    expect(log.lines).toHaveLength(1);
  });

  test.each(["first", "last"] as const)("(the %s) makes the provider be asked again", async (which) => {
    const { place, store } = await damagedStore(which, () => "");
    expect((await store.read(ID, "boj"))?.recorded).toBeUndefined();
    expect(await store.note("batches/boj.services")).toBeUndefined();
    expect((await aStore({ place }).read(ID, "boj"))?.recorded).toBeUndefined();
    await store.record(second, noon("2024-04-21"));
    expect(await aStore({ place }).read(ID, "boj")).toMatchObject({
      recorded: noon("2024-04-21"),
      document: { observations: second.observations },
    });
  });

  test("of a newer version is left where it is, not given out and not merged away", async () => {
    const place = memoryPlace();
    const store = aStore({ place, mostSegments: 2 });
    await store.record(first, noon("2024-03-08"));
    const [key] = segmentsIn(place);
    const { createHash } = await import("node:crypto");
    const body = JSON.stringify({ format: 2, id: ID, statistic: "boj", recordings: "otherwise" });
    const sum = createHash("sha256").update(body).digest("hex");
    const foreign = `vintages:${ID}:boj:2099-01-01-foreign`;
    place.items.set(foreign, `${body.slice(0, -1)},"sum":"${sum}"}`);
    const log = rememberingLog();
    const other = aStore({ place, log, mostSegments: 2 });
    expect((await other.read(ID, "boj"))?.document.observations).toEqual([["2024-01", 5]]);
    for (let i = 0; i < 3; i++)
      await other.record(aReading([["2024-01", 10 + i]], `2024-05-0${i + 1}`), noon("2024-05-09", i));
    expect(place.items.has(foreign)).toBe(true);
    expect(place.items.has(key!)).toBe(false);
    expect(log.lines).toEqual([expect.stringContaining("segment left alone")]);
  });

  test("that cannot be moved is not given out either", async () => {
    const place = memoryPlace((command) => {
      if (command.startsWith("move")) throw new Error("read-only");
    });
    await aStore({ place }).record(first, noon("2024-03-08"));
    place.items.set(segmentsIn(place)[0]!, "torn");
    const log = rememberingLog();
    const store = aStore({ place, log, seed: aSeed([["2024-01", 4]], "2024-02-08") });
    expect((await store.read(ID, "boj"))?.document.observations).toEqual([["2024-01", 4]]);
    expect(log.lines[0]).toContain("could not be set aside");
  });
});

describe("while the place is away", () => {
  function unsteady(isListingDear = false) {
    const state = { isAway: false };
    const place = memoryPlace(() => {
      if (state.isAway) throw new Error("it is away");
    }, isListingDear);
    return { state, place };
  }

  test.each([false, true])(
    "memory answers, then the seed, and recording says so (dear: %s)",
    async (dear) => {
      const { state, place } = unsteady(dear);
      const log = rememberingLog();
      const seed = aSeed([["2024-01", 4]], "2024-02-08");
      const store = aStore({ place, log, seed });
      state.isAway = true;
      expect((await store.read(ID, "boj"))?.document).toBe(seed);
      state.isAway = false;
      await store.record(first, noon("2024-03-08"));
      const before = await store.read(ID, "boj");
      state.isAway = true;
      expect(await store.read(ID, "boj")).toEqual(before);
      const problem = await problemOf(store.record(second, noon("2024-04-08")));
      expect(problem.kind).toBe("unreachable");
      expect(problem.message).toBe(
        "The store of figures (a test's memory) does not work: it is away; check that it is there and may be written to.",
      );
      state.isAway = false;
      expect(await store.record(second, noon("2024-04-08"))).toEqual({ added: 1, changed: 1 });
      expect((await store.read(ID, "boj"))?.document.published).toBe("2024-04-08");
      expect(log.lines.map((line) => line.split(" {")[0])).toEqual([
        "store away; memory and embedded figures answer",
        "store back",
        "store away; memory and embedded figures answer",
        "store back",
      ]);
    },
  );

  test("where nothing is known at all, reading is a problem rather than nothing held", async () => {
    const { state, place } = unsteady();
    state.isAway = true;
    expect((await problemOf(aStore({ place }).read(ID, "boj"))).kind).toBe("unreachable");
  });

  test("a recording that failed half-way was not acknowledged, and is complete the next time", async () => {
    for (const failing of ["set vintages:", "set marks:"]) {
      let isFailing = true;
      const place = memoryPlace((command) => {
        if (isFailing && command.startsWith(failing)) throw new Error("lost in between");
      }, true);
      const store = aStore({ place });
      expect((await problemOf(store.record(first, noon("2024-03-08")))).kind).toBe("unreachable");
      isFailing = false;
      await store.record(first, noon("2024-03-08"));
      await store.record(second, noon("2024-04-08"));
      expect((await store.read(ID, "boj"))?.document.observations).toEqual(second.observations);
    }
  });
});

describe("notes", () => {
  test.each([0, "a text", "true", null, [1, { a: "ü" }], { checked: 1, failing: { why: "…" } }])(
    "%j comes back as it is, to others as well",
    async (value) => {
      const place = memoryPlace();
      await aStore({ place }).setNote("batches/boj.services", value);
      expect(await aStore({ place }).note("batches/boj.services")).toEqual(value);
    },
  );

  test("what was never noted is undefined, and so is what is no note", async () => {
    const place = memoryPlace();
    expect(await aStore({ place }).note("nothing")).toBeUndefined();
    place.items.set("notes:broken", '{"value":');
    expect(await aStore({ place }).note("broken")).toBeUndefined();
  });

  test("while the place is away the last one seen answers, and setting one says so", async () => {
    let isAway = false;
    const place = memoryPlace(() => {
      if (isAway) throw new Error("it is away");
    });
    const store = aStore({ place });
    await store.setNote("a", 1);
    isAway = true;
    expect(await store.note("a")).toBe(1);
    expect(await store.note("b")).toBeUndefined();
    expect((await problemOf(store.setNote("a", 2))).kind).toBe("unreachable");
  });

  test("any words may name one, and none climbs out of its place", async () => {
    const place = memoryPlace();
    const store = aStore({ place });
    for (const name of ["../../etc/passwd", "a/../b", "A B", "日本", ".hidden", "a:b"]) {
      await store.setNote(name, name);
      expect(await store.note(name)).toBe(name);
    }
    for (const key of place.items.keys()) expect(key).toMatch(/^notes(?::[A-Za-z0-9~_-][A-Za-z0-9._~-]*)+$/);
  });
});
