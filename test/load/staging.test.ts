import { noData } from "../../src/domain/problem";
import type { Series } from "../../src/domain/series";
import { compare, find } from "../../src/load/staging";
import { aSeries, id, listed } from "../fixtures/documents";

const one = id("XX.ONE");
const inUse = (current: Series) => new Map([[current.id, current]]);

function compared(current: Record<string, unknown>, got: Record<string, unknown>) {
  const found = new Map([[one, aSeries(one, got)]]);
  const { report, staged } = compare(found, inUse(aSeries(one, current)));
  return { result: report[0], staged: staged.has(one) };
}

it("finds documents and Problems, whatever a load throws", async () => {
  const two = id("XX.TWO");
  const found = await find(listed([aSeries()]), [one, two]);
  expect([...found.keys()]).toEqual([one, two]);
  expect(found.get(one)).toEqual(aSeries());
  expect(found.get(two)).toMatchObject({ name: "Problem", kind: "unreadable" });
});

it.each([
  { name: "the same version", current: {}, got: {}, outcome: "unchanged", staged: false },
  { name: "another version", current: {}, got: { version: "v2" }, outcome: "newer", staged: true },
  {
    name: "another version of an earlier day, straight from the gateway",
    current: { published: "2024-02-08" },
    got: { version: "v2", published: "2024-01-01" },
    outcome: "newer",
    staged: true,
  },
  {
    name: "the same, once stale and now confirmed",
    current: { stale: true },
    got: {},
    outcome: "unchanged",
    staged: true,
  },
  {
    name: "the same, once embedded and now confirmed",
    current: { embedded: true },
    got: {},
    outcome: "unchanged",
    staged: true,
  },
])("$name: $outcome", ({ current, got, outcome, staged }) => {
  expect(compared(current, got)).toEqual({ result: { id: one, outcome }, staged });
});

it("says what kind of document answered", () => {
  expect(compared({}, { stale: true }).result).toEqual({ id: one, outcome: "unchanged", stale: true });
  expect(compared({ stale: true }, { version: "v2", embedded: true, retrieved: "2024-03-01" })).toEqual({
    result: { id: one, outcome: "newer", embedded: true },
    staged: true,
  });
});

it.each([
  [{ published: "2024-02-08" }, { published: "2024-01-08", retrieved: "2024-09-09" }, "2024-01-08"],
  [{ published: "2024-02-08" }, { retrieved: "2024-02-09" }, "2024-02-09"],
  [{ published: "2024-02-08" }, { published: "2024-02-08", retrieved: "2024-02-09" }, "2024-02-08"],
])("does not go back to an older embedded document: %j, then %j", (current, got, day) => {
  const { result, staged } = compared(current, { version: "v0", embedded: true, ...got });
  expect(result).toMatchObject({ id: one, outcome: "failed", problem: { kind: "unreachable" } });
  expect(JSON.stringify(result?.outcome === "failed" && result.problem.message)).toContain(`(of ${day})`);
  expect(staged).toBe(false);
});

it("has no embedded document of the same release replace one that came from the compiler", () => {
  const [release, later] = [
    { published: "2024-02-08" },
    { published: "2024-02-08", retrieved: "2024-11-23" },
  ];
  const got = { version: "v0", embedded: true, ...later };
  expect(compared(release, got)).toMatchObject({ result: { outcome: "failed" }, staged: false });
  expect(compared({ ...release, embedded: true }, got)).toMatchObject({
    result: { outcome: "newer" },
    staged: true,
  });
  expect(compared(release, { ...got, published: "2024-03-08" })).toMatchObject({ staged: true });
});

it("reports a failure with its Problem, and nothing of what is not in use", () => {
  const problem = noData("Nothing is held.");
  const found = new Map<typeof one, Series | typeof problem>([
    [one, problem],
    [id("XX.TWO"), aSeries("XX.TWO")],
  ]);
  expect(compare(found, inUse(aSeries()))).toEqual({
    report: [{ id: one, outcome: "failed", problem }],
    staged: new Map(),
  });
});
