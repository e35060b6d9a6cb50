import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findEntry } from "../../src/catalog/catalog";
import { findTarget, resolveTarget, TARGETS } from "../../src/catalog/targets";
import { lastDay } from "../../src/domain/period";

test("the generated list holds every file", () => {
  const files = readdirSync(join(__dirname, "../../src/catalog/targets")).filter(
    (name) => name !== "index.ts",
  );
  expect(TARGETS).toHaveLength(files.length);
  expect(new Set(TARGETS.map(({ id }) => id)).size).toBe(files.length);
});

test("the specialists of the policy programme", () => {
  const target = resolveTarget(" jp.specialists ");
  expect(target).toMatchObject({
    value: 50000,
    deadline: "FY2030",
    base: { value: 20000, date: "2023-04-01", about: true },
    latest: "JP.SPECIALISTS",
    knownOn: "2024-06-21",
  });
  expect(lastDay(target.deadline)).toBe("2031-03-31");
});

test("by 2030 ends with the calendar year", () => {
  expect(lastDay(resolveTarget("JP.INBOUNDSPEND").deadline)).toBe("2030-12-31");
});

test("projections and risks are told from targets", () => {
  const kinds = Object.fromEntries(TARGETS.map(({ id, kind }) => [id, kind]));
  expect(kinds["JP.DEFICIT2030"]).toBe("projection");
  expect(kinds["JP.DEFICIT2035PESSIMISTIC"]).toBe("projection");
  expect(kinds["JP.DIGITALCLIFF"]).toBe("risk");
  expect(kinds["JP.VISITORS"]).toBe("target");
});

test("the latest actual is a series that counts the same thing", () => {
  for (const { id, latest, unit, deficit } of TARGETS) {
    if (latest === undefined) continue;
    const entry = findEntry(latest);
    expect([id, entry?.unit.kind]).toEqual([id, unit.kind]);
    expect([id, deficit ?? false]).toEqual([id, entry?.flow === "NET"]);
  }
});

test("a base comes only from what was stated", () => {
  expect(findTarget("JP.SPECIALISTS2020")?.base).toBeUndefined();
  expect(findTarget("JP.DIGITALTALENT")?.base).toBeUndefined();
  expect(findTarget("JP.DEFICIT2030")?.base).toBeUndefined();
  expect(findTarget("JP.DEFICIT2035")?.base).toEqual({ value: 6.85, date: "2024" });
});

test("an unknown target names the three nearest", () => {
  expect(() => resolveTarget("JP.SPECIALIST")).toThrow(/JP\.SPECIALISTS, .*, .*\./);
});
