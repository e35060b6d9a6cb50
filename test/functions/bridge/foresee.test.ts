import { derive, type Shelf } from "../../../src/answer/shelf";
import { noData } from "../../../src/domain/problem";
import { period } from "../../../src/domain/period";
import type { Series, SeriesId } from "../../../src/domain/series";
import { computationOf } from "../../../src/functions/bridge/call";
import { foresight } from "../../../src/functions/bridge/foresee";
import type { Compute } from "../../../src/functions/bridge/outcome";
import { FUNCTIONS } from "../../../src/functions/index";
import { aSeries, id } from "../../fixtures/documents";

const [one, two, three] = [id("XX.ONE"), id("XX.TWO"), id("XX.THREE")];
const held = new Map<SeriesId, Series>([
  [one, aSeries("XX.ONE")],
  [two, aSeries("XX.TWO")],
]);
const over = (failing: readonly SeriesId[] = []) =>
  foresight({
    document: (wanted) => (failing.includes(wanted) ? noData(`${wanted} is gone.`) : held.get(wanted)),
    pin: undefined,
    today: period("2026-11-26"),
  });
const counting =
  (compute: (shelf: Shelf) => number): Compute =>
  (shelf) => ({ cells: compute(shelf), why: () => "" });

test("what is read is told, also through what was derived before", () => {
  const foresee = over();
  const inner = (shelf: Shelf): number =>
    derive(shelf, "inner", () => shelf.document(two).observations.length);
  const outer = (shelf: Shelf): number =>
    derive(shelf, "outer", () => shelf.document(one).observations.length + inner(shelf));
  for (const _again of [1, 2]) {
    const foreseen = foresee(counting(outer));
    expect(foreseen).toMatchObject({ kind: "cells", cells: 8 });
    expect([...foreseen.used].sort()).toEqual([one, two]);
  }
  expect([...foresee(counting(inner)).used]).toEqual([two]);
  expect([...foresee(counting((shelf) => shelf.document(one).observations.length)).used]).toEqual([one]);
});

test("what is not at hand is named; a computation that broke off leaves nothing behind", () => {
  const foresee = over();
  const broken = (shelf: Shelf): number =>
    derive(
      shelf,
      "broken",
      () => shelf.document(one).observations.length + shelf.document(three).observations.length,
    );
  expect(foresee(counting(broken))).toMatchObject({ kind: "absent", ids: [three] });
  expect([...foresee(counting((shelf) => shelf.document(two).observations.length)).used]).toEqual([two]);
  held.set(three, aSeries("XX.THREE"));
  const now = foresee(counting(broken));
  held.delete(three);
  expect([now.kind, [...now.used].sort()]).toEqual(["cells", [one, three]]);
});

test("a failure is a problem, and what looks into the workbook is not foreseen", () => {
  expect(over([one])(counting((shelf) => shelf.document(one).observations.length))).toMatchObject({
    kind: "problem",
    problem: { kind: "no-data", message: "XX.ONE is gone." },
  });
  expect(over()(() => Promise.resolve({ cells: 1, why: () => "" })).kind).toBe("later");
});

test("every function gives away its computation without being run, whatever its arguments", () => {
  for (const implementation of Object.values(FUNCTIONS)) {
    const args = Array.from({ length: implementation.length - 1 }, () => null);
    const run = implementation as (...all: readonly unknown[]) => unknown;
    expect(typeof computationOf(() => run(...args, {}))).toBe("function");
  }
  expect(computationOf(() => undefined)).toBeUndefined();
});
