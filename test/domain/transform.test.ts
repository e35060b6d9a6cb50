import fc from "fast-check";
import { period, type Period } from "../../src/domain/period";
import {
  applyTransform,
  comparedWith,
  isOfDeficit,
  transformWords,
  type Transform,
} from "../../src/domain/transform";
import { problemOf } from "./series-builder";

const p = period;
const CHG: Transform = { kind: "chg" };
const PCH: Transform = { kind: "pch" };
const PC1: Transform = { kind: "pc1" };
const idx = (base: string): Transform => ({ kind: "idx", base: p(base) });
const PER_CENT = [PCH, PC1, idx("2015")];

describe("what is compared", () => {
  test.each<[Transform, string, readonly string[]]>([
    [CHG, "2023", ["2022"]],
    [PCH, "2023-Q1", ["2022-Q4"]],
    [PCH, "FY2023", ["FY2022"]],
    [PCH, "2024-03-01", ["2024-02-29"]],
    [PC1, "2023-06", ["2022-06"]],
    [PC1, "2023-Q1", ["2022-Q1"]],
    [PC1, "2023-H2", ["2022-H2"]],
    [PC1, "2023", ["2022"]],
    [PC1, "FY2023", ["FY2022"]],
    [PC1, "2024-06-21", ["2023-06-21"]],
    [PC1, "2024-02-29", ["2023-02-28"]],
    [idx("2015"), "2023", ["2015"]],
    [idx("2015-06"), "2023-01", ["2015-06"]],
    [idx("2015"), "2023-Q1", ["2015-Q1", "2015-Q2", "2015-Q3", "2015-Q4"]],
    [idx("FY2015"), "2023-Q1", ["2015-Q2", "2015-Q3", "2015-Q4", "2016-Q1"]],
  ])("%j of %s looks at %j", (transform, at, periods) => {
    expect(comparedWith(transform, p(at))).toEqual(periods);
  });

  test.each([
    ["2015-06", "2023"],
    ["2015-06-21", "2023-01"],
    ["2015", "FY2023"],
    ["FY2015", "2023-H1"],
  ])("a base %s does not fit a table of periods such as %s", (base, at) => {
    const { kind, message } = problemOf(() => comparedWith(idx(base), p(at)));
    expect(kind).toBe("bad-input");
    expect(message).toContain(`idx:${base}`);
  });
});

describe("the value", () => {
  test("a per cent is 23.8, not 0.238", () => {
    expect(applyTransform(PCH, 1238, [1000])).toBeCloseTo(23.8, 10);
    expect(applyTransform(PC1, 90, [100])).toBeCloseTo(-10, 10);
    expect(applyTransform(idx("2015"), 150, [100])).toBe(150);
    expect(applyTransform(CHG, 150, [100])).toBe(50);
  });

  test("of two deficits it is of the size: −25,040 after −20,228 is a deficit 23.8 % larger", () => {
    expect(applyTransform(PCH, -25040, [-20228])).toBeCloseTo(23.79, 2);
    expect(applyTransform(idx("2014"), -25040, [-20228])).toBeCloseTo(123.79, 2);
    expect(isOfDeficit(PCH, -25040)).toBe(true);
    expect(isOfDeficit(PCH, 25040)).toBe(false);
    expect(isOfDeficit(CHG, -25040)).toBe(false);
  });

  test.each([
    [10902, -443],
    [-443, 10902],
    [5, 0],
    [0, 5],
    [0, 0],
    [-0, -5],
  ])("from zero or across it (%d after %d) there is no per cent, but a change", (value, before) => {
    for (const transform of PER_CENT) {
      const { kind, message } = problemOf(() => applyTransform(transform, value, [before]));
      expect(kind).toBe("no-data");
      expect(message).toContain("tf=chg");
      expect(message).toContain("credit and debit");
    }
    expect(applyTransform(CHG, value, [before])).toBe(value - before);
  });

  test("the base of an index is the mean of its periods", () => {
    expect(applyTransform(idx("2015"), 30, [10, 20, 30, 0])).toBe(200);
  });

  const amount = fc.double({ min: 1e-3, max: 1e9, noNaN: true });

  test("signs turned on both sides change nothing", () => {
    fc.assert(
      fc.property(amount, amount, (now, before) => {
        for (const transform of PER_CENT)
          expect(applyTransform(transform, -now, [-before])).toBe(applyTransform(transform, now, [before]));
      }),
    );
  });

  test("an index is 100 in its base and a hundred more than the per cent since", () => {
    fc.assert(
      fc.property(amount, amount, (now, before) => {
        expect(applyTransform(idx("2015"), before, [before])).toBe(100);
        const index = applyTransform(idx("2015"), now, [before]);
        expect(Math.abs(index - 100 - applyTransform(PCH, now, [before]))).toBeLessThanOrEqual(
          1e-12 * index + 1e-12,
        );
      }),
    );
  });
});

test.each<[Transform, string]>([
  [CHG, "change on the period before"],
  [PCH, "per cent on the period before"],
  [PC1, "per cent on the year before"],
  [{ kind: "idx", base: "2015" as Period }, "index, 2015 = 100"],
])("%j in words", (transform, words) => {
  expect(transformWords(transform)).toBe(words);
});
