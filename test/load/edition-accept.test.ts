import fc from "fast-check";
import { period } from "../../src/domain/period";
import type { Load, Series, SeriesId } from "../../src/domain/series";
import { createEdition } from "../../src/load/edition";
import { aSeries, held, listed } from "../fixtures/documents";
import { one, three, two, using, version, versions } from "../fixtures/editions";

describe("newer documents", () => {
  it("are staged without changing an answer", async () => {
    const { edition, changes } = await using(one, two, three);
    const revision = edition.revision;
    const report = await edition.stage(listed([...version("v2", one), ...version("v1", two)]));
    expect(report.map(({ id: name, outcome }) => [name, outcome])).toEqual([
      [one, "newer"],
      [two, "unchanged"],
      [three, "failed"],
    ]);
    expect([...edition.staged().keys()]).toEqual([one]);
    expect(versions(edition)).toEqual({ [one]: "v1", [two]: "v1", [three]: "v1" });
    expect(edition.revision).toBe(revision);
    expect(changes).toEqual(["staged"]);
  });

  it("are accepted all, or some; the others stay staged", async () => {
    const { edition, changes } = await using(one, two, three);
    await edition.stage(listed(version("v2", one, two, three)));
    const revision = edition.revision;
    expect(edition.accept([two])).toEqual([two]);
    expect(versions(edition)).toEqual({ [one]: "v1", [two]: "v2", [three]: "v1" });
    expect((await edition.load(two)).version).toBe("v2");
    expect(edition.revision).toBe(revision + 1);
    expect(edition.accept()).toEqual([one, three]);
    expect(versions(edition)).toEqual({ [one]: "v2", [two]: "v2", [three]: "v2" });
    expect(edition.staged().size).toBe(0);
    expect(changes).toEqual(["staged", "answers", "answers"]);
  });

  it("that are not staged are not accepted, and undo stays what it was", async () => {
    const { edition } = await using(one, two);
    await edition.stage(listed(version("v2", one)));
    edition.accept();
    const revision = edition.revision;
    expect(edition.accept([two])).toEqual([]);
    expect(edition.accept()).toEqual([]);
    expect(edition.revision).toBe(revision);
    edition.restore();
    expect(versions(edition)).toEqual({ [one]: "v1", [two]: "v1" });
  });

  it("stay staged while their series cannot be looked for", async () => {
    const { edition } = await using(one, two);
    await edition.stage(listed(version("v2", one, two)));
    await edition.stage(listed(version("v3", two)));
    expect([...edition.staged().values()].map((series) => [series.id, series.version])).toEqual([
      [one, "v2"],
      [two, "v3"],
    ]);
    await edition.stage(listed(version("v1", one, two)));
    expect(edition.staged().size).toBe(0);
  });

  it("of the last staging count, whichever ends last", async () => {
    const { edition } = await using(one);
    const slow = held();
    const early = edition.stage(slow);
    await edition.stage(listed(version("v3", one)));
    slow.waiting[0]?.answer(aSeries(one, { version: "v2" }));
    expect((await early)[0]?.outcome).toBe("newer");
    expect(edition.staged().get(one)?.version).toBe("v3");
  });

  it("are compared with what is in use by the time they arrive", async () => {
    const { edition } = await using(one, two);
    const slow = held();
    const early = edition.stage(slow);
    edition.restoreFrom({ schema: 1, documents: version("v2", one) });
    for (const request of slow.waiting) request.answer(aSeries(request.id, { version: "v2" }));
    expect(await early).toEqual([{ id: one, outcome: "unchanged" }]);
    expect(edition.staged().size).toBe(0);
  });
});

describe("undo", () => {
  it("goes back to the documents before the last accept, once, and keeps pin and newcomers", async () => {
    const { edition } = await using(one, two);
    expect(edition.restorable).toBe(false);
    expect(edition.restore()).toBe(false);
    await edition.stage(listed(version("v2", one, two)));
    edition.accept();
    await edition.load(three);
    edition.setPin(period("2024-06-21"));
    const revision = edition.revision;
    expect(edition.restorable).toBe(true);
    expect(edition.restore()).toBe(true);
    expect(versions(edition)).toEqual({ [one]: "v1", [two]: "v1", [three]: "v1" });
    expect(edition.pin).toBe("2024-06-21");
    expect(edition.revision).toBe(revision + 1);
    expect(edition.restorable).toBe(false);
    expect(edition.restore()).toBe(false);
  });
});

it("never changes an answer without accept, restore, setPin or restoreFrom", async () => {
  const names = [one, two, three];
  /** A world whose documents get newer whenever they are asked for, and which fails at times. */
  const world = (): Load => {
    let turn = 0;
    return (name) => {
      turn++;
      return turn % 3 === 0
        ? Promise.reject(new Error("down"))
        : Promise.resolve(aSeries(name, { version: `v${turn}` }));
    };
  };
  const step = fc.oneof(
    fc.record({ kind: fc.constant("ask" as const), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constantFrom("stage", "accept", "restore", "reopen") }),
    fc.record({ kind: fc.constantFrom("accept some" as const), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constant("pin" as const), pin: fc.constantFrom("2024-06-21", "2024-06-22") }),
  );
  let [moved, answered] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const load = world();
      const edition = createEdition(load);
      let told = 0;
      edition.subscribe((change) => (told += change === "answers" ? 1 : 0));
      const seen = new Map<SeriesId, Series>();
      for (const one of steps) {
        const [revision, pin] = [edition.revision, edition.pin];
        if ("pin" in one) edition.setPin(period(one.pin));
        else if (one.kind === "ask") await edition.load(one.name).catch(() => undefined);
        else if (one.kind === "accept some") edition.accept([one.name]);
        else if (one.kind === "accept") edition.accept();
        else if (one.kind === "restore") edition.restore();
        else if (one.kind === "stage") await edition.stage(load);
        else edition.restoreFrom(JSON.parse(JSON.stringify(edition)));

        const changed =
          pin !== edition.pin || [...seen].some(([name, series]) => edition.peek(name) !== series);
        if (changed) {
          moved++;
          expect(edition.revision).toBeGreaterThan(revision);
          expect(["ask", "stage"]).not.toContain(one.kind);
        }
        expect(told).toBe(edition.revision);
        for (const name of seen.keys()) expect(await edition.load(name)).toBe(edition.peek(name));
        seen.clear();
        for (const name of names) {
          const series = edition.peek(name);
          if (series) seen.set(name, series);
        }
        answered += seen.size;
        answered += seen.size;
      }
    }),
  );
  expect(moved).toBeGreaterThan(0);
  expect(answered).toBeGreaterThan(0);
});
