import fc from "fast-check";
import { dayFromNumber, dayNumber, period } from "../../src/domain/period";
import {
  baseDayOf,
  compoundPath,
  linearPath,
  requiredGrowth,
  standing,
  type Task,
} from "../../src/domain/target";
import { problemOf } from "./series-builder";

const p = period;

const SPECIALISTS: Task = {
  base: 20_000,
  baseDay: p("2023-04-01"),
  target: 50_000,
  deadline: p("FY2030"),
};

describe("50,000 specialists by FY2030, from about 20,000 on 1 April 2023", () => {
  const s = standing(SPECIALISTS, { value: 24_000, day: p("2025-04-01") });

  test("is eight years, 3,750 a year or 12.14 % compound", () => {
    expect(s.deadlineDay).toBe("2031-03-31");
    expect(s.years).toBe(8);
    expect(s.perYearPlan).toBe(3750);
    expect(s.cagr).toBeCloseTo(12.135, 3);
  });

  test("the count of April 2025 is 3,500 behind the straight path and 1,149 behind the compound one", () => {
    expect(s.linearPath).toBe(27_500);
    expect(s.aheadLinear).toBe(-3500);
    expect(s.aheadCompound).toBeCloseTo(-1148.67, 2);
    expect(s).toMatchObject({ onTrack: false, reached: false });
  });

  test("26,000 are left for six years: 4,333 a year from then", () => {
    expect(s.gap).toBe(26_000);
    expect(s.yearsLeft).toBe(6);
    expect(s.perYearNow).toBeCloseTo(4333.33, 2);
  });
});

test("by 2030 ends with the calendar year, by FY2030 three months later", () => {
  const by = (deadline: string): string =>
    standing({ ...SPECIALISTS, deadline: p(deadline) }, { value: 0, day: p("2025-01-01") }).deadlineDay;
  expect([by("2030"), by("FY2030"), by("2030-06"), by("2030-06-15")]).toEqual([
    "2030-12-31",
    "2031-03-31",
    "2030-06-30",
    "2030-06-15",
  ]);
});

test("a base named by its month counts from its first day, one named by its year from the last", () => {
  expect([baseDayOf(p("2023-04")), baseDayOf(p("FY2023")), baseDayOf(p("2023-04-15"))]).toEqual([
    "2023-04-01",
    "2024-03-31",
    "2023-04-15",
  ]);
});

test("a deadline at or before the base is refused", () => {
  for (const deadline of ["2023-03-31", "2023-04-01", "2022"])
    expect(problemOf(() => linearPath({ ...SPECIALISTS, deadline: p(deadline) }, p("2023-06-01"))).kind).toBe(
      "bad-input",
    );
});

test("after the deadline nothing is required a year, and what is missing stays missing", () => {
  const late = standing(SPECIALISTS, { value: 40_000, day: p("2031-04-01") });
  expect(late).toMatchObject({ perYearNow: undefined, yearsLeft: 0, gap: 10_000, linearPath: 50_000 });
  expect(late).toMatchObject({ onTrack: false, reached: false });
  expect(standing(SPECIALISTS, { value: 50_000, day: p("2031-03-31") })).toMatchObject({
    perYearNow: undefined,
    onTrack: true,
    reached: true,
  });
});

test("a target below its base is on track when the latest is below the path", () => {
  const deficit: Task = { base: 10, baseDay: p("2025-01-01"), target: 5, deadline: p("2029") };
  const at = (value: number) => standing(deficit, { value, day: p("2026-01-01") });
  expect(at(9)).toMatchObject({ onTrack: true, reached: false, perYearPlan: -1, gap: -4, linearPath: 9 });
  expect(at(9.5).onTrack).toBe(false);
  expect(at(5).reached).toBe(true);
  expect(at(8).cagr).toBeLessThan(0);
});

test("from or to nothing there is no compound path", () => {
  for (const task of [
    { ...SPECIALISTS, base: 0 },
    { ...SPECIALISTS, base: -5 },
    { ...SPECIALISTS, target: 0 },
  ]) {
    expect(compoundPath(task, p("2025-04-01"))).toBeUndefined();
    expect(requiredGrowth(task)).toBeUndefined();
    expect(standing(task, { value: 1, day: p("2025-04-01") })).toMatchObject({
      cagr: undefined,
      compoundPath: undefined,
      aheadCompound: undefined,
    });
  }
});

describe("paths", () => {
  const task = fc
    .record({
      base: fc.integer({ min: 1, max: 1_000_000 }),
      target: fc.integer({ min: 1, max: 1_000_000 }),
      start: fc.integer({ min: dayNumber(p("1950-01-01")), max: dayNumber(p("2050-01-01")) }),
      years: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ base, target, start, years }): Task => {
      const baseDay = dayFromNumber(start);
      return { base, baseDay, target, deadline: p(String(Number(baseDay.slice(0, 4)) + years)) };
    });
  const lastDayOf = ({ deadline }: Task): number => dayNumber(p(`${deadline}-12-31`));

  test("start at the base and end at the target", () => {
    fc.assert(
      fc.property(task, (t) => {
        for (const path of [linearPath, compoundPath]) {
          expect(path(t, t.baseDay)).toBe(t.base);
          expect(path(t, dayFromNumber(dayNumber(t.baseDay) - 1))).toBe(t.base);
          expect(path(t, dayFromNumber(lastDayOf(t)))).toBeCloseTo(t.target, 6);
          expect(path(t, dayFromNumber(lastDayOf(t) + 100))).toBeCloseTo(t.target, 6);
        }
      }),
    );
  });

  test("never turn back, and the compound one runs below a rising straight one", () => {
    fc.assert(
      fc.property(
        task,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (t, a, b) => {
          const first = dayNumber(t.baseDay);
          const at = (share: number) => dayFromNumber(Math.round(first + share * (lastDayOf(t) - first)));
          const [early, late] = [at(Math.min(a, b)), at(Math.max(a, b))];
          const rise = Math.sign(t.target - t.base);
          expect((linearPath(t, late) - linearPath(t, early)) * rise).toBeGreaterThanOrEqual(-1e-6);
          expect(compoundPath(t, late)!).toBeLessThanOrEqual(linearPath(t, late) * (1 + 1e-9));
        },
      ),
    );
  });

  test("who is exactly on the straight path is on track, whatever the arithmetic", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.nat(10),
        (base, step, n) => {
          const t: Task = {
            base: base / 10,
            baseDay: p("2020-01-01"),
            target: (base + 10 * step) / 10,
            deadline: p("2029"),
          };
          const value = (base + n * step) / 10;
          expect(standing(t, { value, day: p(`${2020 + n}-01-01`) }).onTrack).toBe(true);
          expect(standing(t, { value: value - 0.001, day: p(`${2020 + n}-01-01`) }).onTrack).toBe(false);
        },
      ),
    );
  });
});
