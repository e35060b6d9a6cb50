import { period } from "../../src/domain/period";
import { createEdition, type EditionChange } from "../../src/load/edition";
import { aSeries, held, listed } from "../fixtures/documents";
import { one, three, two, using, version, versions } from "../fixtures/editions";

describe("what functions read", () => {
  it("loads a series the first time only, and never swaps it", async () => {
    const series = version("v1", one);
    const load = listed(series);
    const edition = createEdition(load);
    expect(edition.peek(one)).toBeUndefined();
    const first = await edition.load(one);
    series[0] = aSeries(one, { version: "v2" });
    expect(await edition.load(one)).toBe(first);
    expect(edition.peek(one)).toBe(first);
    expect(load.asked).toEqual([one]);
  });

  it("joins first requests", async () => {
    const load = held();
    const edition = createEdition(load);
    const answers = Promise.all([edition.load(one), edition.load(one)]);
    expect(load.waiting).toHaveLength(1);
    load.waiting[0]?.answer(aSeries());
    const [a, b] = await answers;
    expect(a).toBe(b);
  });

  it("does not take in what failed, and asks again", async () => {
    const load = held();
    const edition = createEdition(load);
    const failing = edition.load(one);
    load.waiting[0]?.fail(new Error("down"));
    await expect(failing).rejects.toMatchObject({ name: "Problem" });
    expect(edition.entries()).toEqual([]);
    const again = edition.load(one);
    load.waiting[1]?.answer(aSeries());
    expect((await again).id).toBe(one);
  });

  it("lists what is in use", async () => {
    const marked = aSeries(two, { published: "2024-02-08", embedded: true, stale: true });
    const edition = createEdition(listed([aSeries(), marked]));
    await edition.load(one);
    await edition.load(two);
    expect(edition.entries()).toEqual([
      { id: one, version: "v1", retrieved: "2024-02-10" },
      {
        id: two,
        version: "v1",
        retrieved: "2024-02-10",
        published: "2024-02-08",
        embedded: true,
        stale: true,
      },
    ]);
  });

  it("keeps its revision when a series enters, as no answer given before changes", async () => {
    const { edition, changes } = await using(one);
    const before = edition.revision;
    await edition.load(two);
    expect(edition.revision).toBe(before);
    expect(changes).toEqual(["entered"]);
  });
});

describe("the pin", () => {
  it("moves the revision when it changes", async () => {
    const { edition, changes } = await using(one);
    edition.setPin(period("2024-06-21"));
    expect(edition.pin).toBe("2024-06-21");
    const revision = edition.revision;
    edition.setPin(period("2024-06-21"));
    expect(edition.revision).toBe(revision);
    edition.setPin(undefined);
    expect(edition.pin).toBeUndefined();
    expect(edition.revision).toBeGreaterThan(revision);
    expect(changes).toEqual(["answers", "answers"]);
  });

  it("is a day", async () => {
    const { edition } = await using(one);
    expect(() => {
      edition.setPin(period("2024-06"));
    }).toThrow(expect.objectContaining({ kind: "bad-input" }) as Error);
    expect(edition.pin).toBeUndefined();
  });
});

describe("listeners", () => {
  it("hear nothing more once they unsubscribe", async () => {
    const { edition, changes, unsubscribe } = await using(one);
    unsubscribe();
    await edition.load(two);
    expect(changes).toEqual([]);
  });

  it("that fail keep neither a cell from its answer nor another from hearing", async () => {
    const { edition, changes } = await using();
    const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
    edition.subscribe(() => {
      throw new Error("the pane is gone");
    });
    const later: EditionChange[] = [];
    edition.subscribe((change) => later.push(change));
    expect((await edition.load(one)).id).toBe(one);
    expect([changes, later]).toEqual([["entered"], ["entered"]]);
    expect(complaints).toHaveBeenCalledTimes(1);
    complaints.mockRestore();
  });
});

describe("in the file", () => {
  it("carries the documents in use and the pin, and neither what is staged nor undo", async () => {
    const { edition } = await using(one, two);
    await edition.stage(listed(version("v2", one, two)));
    edition.accept([one]);
    edition.setPin(period("2024-06-21"));
    const json: unknown = JSON.parse(JSON.stringify(edition));

    const copy = createEdition(listed([]));
    copy.restoreFrom(json);
    expect(versions(copy)).toEqual({ [one]: "v2", [two]: "v1" });
    expect(await copy.load(one)).toEqual(edition.peek(one));
    expect([copy.pin, copy.staged().size, copy.restorable]).toEqual(["2024-06-21", 0, false]);
  });

  it("replaces everything, and moves the revision", async () => {
    const { edition, changes } = await using(one, two);
    edition.setPin(period("2024-06-21"));
    await edition.stage(listed(version("v2", one, two)));
    edition.accept([one]);
    const revision = edition.revision;
    edition.restoreFrom({ schema: 1, documents: version("v0", three) });
    expect(versions(edition)).toEqual({ [three]: "v0" });
    expect([edition.pin, edition.staged().size, edition.restorable]).toEqual([undefined, 0, false]);
    expect(edition.revision).toBe(revision + 1);
    expect(changes.at(-1)).toBe("answers");
  });

  it("changes nothing when it cannot be read", async () => {
    const { edition, changes } = await using(one);
    const before = edition.toJSON();
    expect(() => {
      edition.restoreFrom({ schema: 1, pin: "2024-06-21", documents: [...version("v0", two), {}] });
    }).toThrow(expect.objectContaining({ kind: "unreadable" }) as Error);
    expect(edition.toJSON()).toEqual(before);
    expect(changes).toEqual([]);
  });

  it("prevails over a document that was on its way when it was read", async () => {
    const load = held();
    const edition = createEdition(load);
    const early = edition.load(one);
    edition.restoreFrom({ schema: 1, documents: version("v0", one) });
    load.waiting[0]?.answer(aSeries(one, { version: "v9" }));
    expect((await early).version).toBe("v0");
    expect(versions(edition)).toEqual({ [one]: "v0" });
  });
});
