import { memoryPlace } from "../../fixtures/store-place";
import { aStore, problemOf } from "./a-store";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

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
