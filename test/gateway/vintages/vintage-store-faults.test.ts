import { memoryPlace, rememberingLog } from "../../fixtures/store-place";
import { aReading, aSeed, noon } from "./readings";
import { ID, aStore, first, second, segmentsIn, problemOf } from "./a-store";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

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
