import fc from "fast-check";
import { noData, Problem, type ProblemKind } from "../../src/domain/problem";
import type { Load, Series, SeriesId } from "../../src/domain/series";
import { browserStore } from "../../src/load/browser-store";
import { createEdition } from "../../src/load/edition";
import { orElse } from "../../src/load/fallback";
import { memory } from "../../src/load/memory";
import { remote } from "../../src/load/remote";
import { shared } from "../../src/load/shared";
import { snapshot } from "../../src/load/snapshot";
import { aSeries, id, isDeeplyFrozen, listed } from "../fixtures/documents";
import { memoryStore } from "../fixtures/memory-store";

const [one, two, three] = [id("XX.ONE"), id("XX.TWO"), id("XX.THREE")];
const names = [one, two, three];

/** A gateway whose documents come from a Load, as a fetch; what the Load throws is trouble with the network. */
const fetchOver =
  (inner: Load): typeof globalThis.fetch =>
  async (address) => {
    const name = /([^/]+)\.json$/.exec(address instanceof Request ? address.url : String(address))?.[1] ?? "";
    const body = JSON.stringify(await inner(id(decodeURIComponent(name))));
    return new Response(body, { headers: { "content-type": "application/json", etag: `"${name}"` } });
  };

const gateway = (inner: Load): Load => remote("http://gateway.test", { fetch: fetchOver(inner) });
const stored = (inner: Load): Load =>
  browserStore(inner, { store: memoryStore(), now: () => 0, freshFor: 1000 });
const embedded = (inner: Load): Load =>
  snapshot(
    (name) => name,
    async (family) => ({ [family]: await inner(id(family)) }),
  );
const nothing = listed([], () => noData("Nothing is held."));
const brokenStore = memoryStore(() => "throws");

interface Combinator {
  readonly name: string;
  readonly over: (inner: Load) => Load;
  /** What it marks documents with. */
  readonly marks?: Partial<Series>;
  /** Not a Load but bytes are beneath it, so that a Problem beneath is a broken wire to it. */
  readonly wire?: true;
}

const COMBINATORS: readonly Combinator[] = [
  { name: "shared", over: shared },
  { name: "memory", over: (inner) => memory(inner) },
  { name: "memory of one", over: (inner) => memory(inner, { max: 1 }) },
  { name: "browserStore", over: stored },
  { name: "browserStore, broken", over: (inner) => browserStore(inner, { store: brokenStore, now: () => 0, freshFor: 1 }) }, // prettier-ignore
  { name: "orElse, first", over: (inner) => orElse(inner, nothing) },
  { name: "orElse, second", over: (inner) => orElse(nothing, inner), wire: true },
  { name: "edition", over: (inner) => createEdition(inner).load },
  { name: "remote", over: gateway, wire: true },
  { name: "snapshot", over: embedded, marks: { embedded: true }, wire: true },
  {
    name: "all of them, as in Excel",
    over: (inner) =>
      createEdition(shared(memory(orElse(stored(gateway(inner)), embedded(() => Promise.reject(new Error("down"))))))) // prettier-ignore
      .load,
    wire: true,
  },
];

const KINDS: readonly ProblemKind[] = ["unknown-series", "no-data", "unreachable", "unreadable"];

/** How a load ended: the document, or what it was rejected with. */
const endOf = (load: Promise<Series>): Promise<unknown> => load.catch((thrown: unknown) => thrown);

describe.each(COMBINATORS)("$name", ({ over, marks, wire }) => {
  it("hands out the document that came in, of the series asked for, frozen", async () => {
    const documents = names.map((name) => aSeries(name, { version: `v-${name}` }));
    const load = over(listed(documents));
    for (const wanted of [one, two, one, three]) {
      const series = await load(wanted);
      expect(series).toEqual({ ...documents.find((document) => document.id === wanted), ...marks });
      expect(isDeeplyFrozen(series)).toBe(true);
    }
  });

  it("answers concurrent calls, each with its own series", async () => {
    const load = over(listed(names.map((name) => aSeries(name))));
    const wanted = Array.from({ length: 60 }, (_, i) => names[i % 3] ?? one);
    expect((await Promise.all(wanted.map((name) => load(name)))).map((series) => series.id)).toEqual(wanted);
  });

  it.each(KINDS)("ends in a Problem where one of kind %s comes in", async (kind) => {
    const problem = new Problem(kind, "Something is wrong; do something.");
    const end = await endOf(over(listed([], () => problem))(one));
    expect(end).toBeInstanceOf(Problem);
    if (!wire && kind !== "unreachable") expect(end).toBe(problem);
    if (kind === "unreachable") expect(["unreachable", "no-data"]).toContain((end as Problem).kind);
  });

  it.each<[string, unknown]>([
    ["an error", new TypeError("Failed to fetch")],
    ["a text", "down"],
    ["nothing", undefined],
    ["null", null],
    ["an object", { code: 500 }],
  ])("makes a Problem of %s that is thrown, at once or later", async (_, thrown) => {
    const atOnce = (): never => {
      throw thrown;
    };
    for (const inner of [listed([], () => thrown), atOnce])
      expect(await endOf(over(inner)(one))).toBeInstanceOf(Problem);
  });

  it("refuses the document of another series", async () => {
    expect(await endOf(over(() => Promise.resolve(aSeries("XX.OTHER")))(one))).toBeInstanceOf(Problem);
  });

  it("refuses what is no document at all", async () => {
    expect(await endOf(over(() => Promise.resolve(undefined as unknown as Series))(one))).toBeInstanceOf(
      Problem,
    );
  });

  it("does not remember a failure", async () => {
    let down = true;
    const inner: Load = (name) => (down ? Promise.reject(new Error("down")) : Promise.resolve(aSeries(name)));
    const load = over(inner);
    expect(await endOf(load(one))).toBeInstanceOf(Problem);
    down = false;
    expect((await load(one)).id).toBe(one);
  });

  it("settles every call, whatever the order in which answers and failures arrive", async () => {
    const call = fc.record({ name: fc.constantFrom(...names), together: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(call, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        async (scheduler, calls, fates) => {
          const inner: Load = scheduler.scheduleFunction((name: SeriesId) =>
            fates.next().value ? Promise.resolve(aSeries(name)) : Promise.reject(new Error("down")),
          );
          const load = over(inner);
          const run = async (): Promise<unknown[]> => {
            const ends: Promise<unknown>[] = [];
            for (const { name, together } of calls) {
              const end = endOf(load(name));
              ends.push(end);
              if (!together) await end;
            }
            return Promise.all(ends);
          };
          const ends = await scheduler.waitFor(run());
          for (const [i, end] of ends.entries())
            expect(end instanceof Problem || (end as Series).id === calls[i]?.name).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it("asks the gateway 50 times for 10,000 calls over 50 series, as composed in Excel", async () => {
  const many = Array.from({ length: 50 }, (_, i) => id(`XX.S${i}`));
  const inner = listed(many.map((name) => aSeries(name)));
  const load = createEdition(shared(memory(orElse(stored(gateway(inner)), nothing)))).load;
  const wanted = Array.from({ length: 10_000 }, (_, i) => many[(i * 7) % 50] ?? one);
  const answers = await Promise.all(wanted.map((name) => load(name)));
  expect(answers.map((series) => series.id)).toEqual(wanted);
  await Promise.all(wanted.map((name) => load(name)));
  expect([...inner.asked].sort()).toEqual([...many].sort());
});
