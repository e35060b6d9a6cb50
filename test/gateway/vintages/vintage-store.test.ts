import { dayNumber, shift } from "../../../src/domain/period";
import { vintagesOf } from "../../../src/domain/vintage";
import { memoryPlace, type Command } from "../../fixtures/store-place";
import { aReading, aSeed, noon } from "./readings";
import { p, ID, aStore, first, second, segmentsIn, problemOf } from "./a-store";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

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
