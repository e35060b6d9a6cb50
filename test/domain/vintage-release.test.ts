import { aggregate, vintageDays } from "../../src/domain/aggregate";
import { period, type Day } from "../../src/domain/period";
import { releaseOf, viewOf, vintagesOf, winner, type Figure, type View } from "../../src/domain/vintage";
import { aSeries, run } from "./series-builder";

const p = period;

/**
 * Months known one after the other, each on its release day, all of which the release of 10 June states again; December
 * was revised in May, October and November are carried over from a file of old, and so is the year's total.
 */
const live = aSeries({
  published: p("2024-06-10"),
  release: [p("2023-12"), p("2024-04")],
  observations: [...run("2023-10", [1, 2, 3]), [p("2023"), 99], ...run("2024-01", [4, 5, 6, 7])],
  revisions: [
    [p("2023-10"), 1, p("2023-12-31")],
    [p("2023-11"), 2, p("2023-12-31")],
    [p("2023-12"), 2.5, p("2024-02-08")],
    [p("2023-12"), 3, p("2024-05-10")],
    [p("2023"), 99, p("2024-03-31")],
    [p("2024-01"), 4, p("2024-03-08")],
    [p("2024-02"), 5, p("2024-04-08")],
    [p("2024-03"), 6, p("2024-05-10")],
  ],
});

const releases = (view: View): Record<string, Day | undefined> =>
  Object.fromEntries([...view.figures].map(([at, f]) => [at, f.release]));

describe("the newest release", () => {
  test("confirms what it states, whenever that became known, and nothing else", () => {
    expect(releases(viewOf(live))).toEqual({
      "2023-10": undefined,
      "2023-11": undefined,
      "2023-12": "2024-06-10",
      "2023": undefined,
      "2024-01": "2024-06-10",
      "2024-02": "2024-06-10",
      "2024-03": "2024-06-10",
      "2024-04": "2024-06-10",
    });
    expect(viewOf(live).figures.get(p("2024-01"))?.knownOn).toBe("2024-03-08");
  });

  test("as of a day before it: what is current still counts with the newest of it, what was superseded by its own day", () => {
    expect(releases(viewOf(live, p("2024-05-01")))).toEqual({
      "2023-10": undefined,
      "2023-11": undefined,
      "2023-12": undefined,
      "2023": undefined,
      "2024-01": "2024-04-08",
      "2024-02": "2024-04-08",
    });
    expect(viewOf(live, p("2024-05-01")).figures.get(p("2023-12"))).toMatchObject({ value: 2.5 });
    expect(releases(viewOf(live, p("2024-06-30")))["2024-01"]).toBe("2024-06-10");
    expect(releases(viewOf(live, p("2024-01-31")))).toEqual({ "2023-10": undefined, "2023-11": undefined });
  });

  test("confirms nothing that became known after it, though it states the period", () => {
    const later = { ...live, revisions: [...live.revisions!, [p("2024-04"), 7, p("2024-07-31")] as const] };
    expect(releases(viewOf(later))).toMatchObject({ "2024-03": "2024-06-10", "2024-04": undefined });
  });

  test("is not said of a document that is no merger, nor of rates, which count from their own days", () => {
    const { release: _, ...plain } = live;
    expect(Object.values(releases(viewOf(plain))).filter(Boolean)).toEqual([]);
    const rate = { ...live, measure: "rate" as const };
    expect(Object.values(releases(viewOf(rate))).filter(Boolean)).toEqual([]);
  });

  test("is not said of vintages by themselves", () => {
    expect(vintagesOf(live, p("2024-01"))).toEqual([{ period: "2024-01", value: 4, knownOn: "2024-03-08" }]);
  });
});

describe("the vintages of an aggregate", () => {
  const daysOf = (view: View, when: string): readonly Day[] => {
    const made = aggregate(view, p(when), { partial: true });
    if (!made.ok) throw new Error(made.shortfall.why);
    return vintageDays(made.aggregate);
  };

  test("are the release where it states all figures, and its own day where none does", () => {
    expect(daysOf(viewOf(live), "2024-Q1")).toEqual(["2024-06-10"]);
    expect(daysOf(viewOf(live), "2023-10")).toEqual(["2023-12-31"]);
  });

  test("are both where some figures are carried over", () => {
    expect(daysOf(viewOf(live), "2023-Q4")).toEqual(["2023-12-31", "2024-06-10"]);
  });

  test("are the newest day of an embedded document, as ever", () => {
    const { release: _, ...plain } = live;
    expect(daysOf(viewOf(plain), "2023-Q4")).toEqual(["2024-05-10"]);
  });

  test("months that the release states again are newer than a total printed before", () => {
    const year = aSeries({
      release: [p("2023-01"), p("2023-12")],
      observations: [...run("2023-01", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), [p("2023"), 13]],
      revisions: [
        ...run("2023-01", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).map(
          ([at, value]) => [at, value, p("2024-02-08")] as const,
        ),
        [p("2023"), 13, p("2024-03-31")],
      ],
    });
    const figureOf = (view: View): number | undefined => {
      const made = aggregate(view, p("2023"));
      return made.ok ? made.aggregate.value : undefined;
    };
    expect(figureOf(viewOf(year))).toBe(12);
    const { release: _, ...plain } = year;
    expect(figureOf(viewOf(plain))).toBe(13);
  });
});

test("a sum is of a release only if all its parts are, and of the newest of theirs", () => {
  const f = (release?: string): Figure => ({
    period: p("2024-01"),
    value: 1,
    knownOn: p("2024-03-08"),
    ...(release !== undefined && { release: p(release) }),
  });
  expect(releaseOf([f("2024-06-10"), f("2024-06-11")])).toBe("2024-06-11");
  expect(releaseOf([f("2024-06-10"), f()])).toBeUndefined();
  expect(releaseOf([])).toBeUndefined();
});

test("of two figures that neither replaces the other, the first counts", () => {
  const f = (value: number): Figure => ({ period: p("2024"), value, knownOn: p("2024-03-08") });
  expect(winner([f(5), f(6)])?.value).toBe(5);
  expect(winner([f(6), f(5)])?.value).toBe(6);
  expect(winner<Figure>([])).toBeUndefined();
});
