import fc from "fast-check";
import { period } from "../../src/domain/period";
import type { Observation, Revision, Status } from "../../src/domain/series";
import {
  firstKnown,
  latestOf,
  significantDigits,
  supersedes,
  vintagesOf,
  viewOf,
  type Figure,
} from "../../src/domain/vintage";
import { aSeries, run } from "./series-builder";

const p = period;

/** The value and status that a series of one period gives, as of a day. */
function answer(
  current: readonly [number | null, Status?] | undefined,
  revisions: readonly (readonly [number | null, string, (Status | undefined)?])[],
  asOf?: string,
): readonly [number | null, Status?] | undefined {
  const at = p("2023");
  const series = aSeries({
    frequency: "A",
    observations: current ? [[at, ...current] as Observation] : [],
    revisions: revisions.map(([value, day, status]): Revision =>
      status ? [at, value, p(day), status] : [at, value, p(day)],
    ),
  });
  const figure = viewOf(series, asOf === undefined ? undefined : p(asOf)).figures.get(at);
  return figure && (figure.status ? [figure.value, figure.status] : [figure.value]);
}

describe("which vintage wins", () => {
  test("the newest, even if it is written less precisely", () => {
    expect(
      answer(undefined, [
        [-29158, "2024-02-08"],
        [-33410, "2025-02-10"],
      ]),
    ).toEqual([-33410]);
    expect(
      answer(undefined, [
        [-33410, "2025-02-10"],
        [-29158, "2024-02-08"],
      ]),
    ).toEqual([-33410]);
    expect(
      answer(undefined, [
        [16.6413, "2016-02-08"],
        [16.5, "2017-02-08"],
      ]),
    ).toEqual([16.5]);
  });

  test("of one vintage, the more precise", () => {
    for (const pair of [
      [
        [-53000, "2024-06-21"],
        [-53452, "2024-06-21"],
      ],
      [
        [-53452, "2024-06-21"],
        [-53000, "2024-06-21"],
      ],
    ] as const)
      expect(answer(undefined, pair)).toEqual([-53452]);
  });

  test("of one vintage, a figure rather than none", () => {
    expect(
      answer(undefined, [
        [null, "2024-06-21"],
        [5, "2024-06-21"],
      ]),
    ).toEqual([5]);
    expect(
      answer(undefined, [
        [5, "2024-06-21"],
        [null, "2024-06-21"],
      ]),
    ).toEqual([5]);
  });

  test("a figure that was withdrawn is gone", () => {
    expect(answer([null], [[5, "2023-06-10"]])).toEqual([null]);
  });

  test("an approximate figure never replaces an exact one, older or newer", () => {
    const exact = [-53452, "2024-06-21", "prelim"] as const;
    expect(answer(undefined, [exact, [-53500, "2024-06-30", "approx"]])).toEqual([-53452, "prelim"]);
    expect(answer(undefined, [exact, [-54000, "2024-01-30", "approx"]])).toEqual([-53452, "prelim"]);
    expect(answer(undefined, [exact, [-53452.5, "2024-06-21", "approx"]])).toEqual([-53452, "prelim"]);
  });

  test("of approximate figures alone, the newest", () => {
    const figures = [
      [-48000, "2024-02-01", "approx"],
      [-47000, "2024-08-01", "approx"],
    ] as const;
    expect(answer(undefined, figures)).toEqual([-47000, "approx"]);
  });

  test("a value that comes back after a revision is the current one", () => {
    const series = [
      [5, "2023-06-10"],
      [6, "2023-12-10"],
    ] as const;
    expect(answer([5], series)).toEqual([5]);
    expect(answer([5], series, "2024-01-31")).toEqual([6]);
    expect(answer([5], series, "2023-07-01")).toEqual([5]);
  });

  const status = fc.constantFrom<Status | undefined>(undefined, "approx", "prelim", "secondary");
  const knownOn = fc.constantFrom("2023-06-10", "2023-12-10", "2024-03-10", "2024-06-10").map(p);
  const figure = fc
    .record({ value: fc.oneof(fc.integer(), fc.constant(null)), knownOn, status })
    .map(({ status: s, ...rest }): Figure => ({ period: p("2023"), ...rest, ...(s ? { status: s } : {}) }));

  test("of two figures at most one replaces the other", () => {
    fc.assert(fc.property(figure, figure, (a, b) => !(supersedes(a, b) && supersedes(b, a))));
  });

  test("who wins does not depend on the order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(figure, { minLength: 1, maxLength: 6, selector: (f) => f.knownOn }),
        (all) => {
          const rows = all.map(({ value, knownOn: day, status: s }) => [value, day, s] as const);
          expect(answer(undefined, [...rows].reverse())).toEqual(answer(undefined, rows));
        },
      ),
    );
  });

  test("as of a day nothing is used that was not known then", () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), knownOn, (all, day) => {
        const rows = all.map((f) => [f.value, f.knownOn, f.status] as const);
        const known = rows.filter(([, on]) => on <= day);
        expect(answer(undefined, rows, day)).toEqual(answer(undefined, known));
      }),
    );
  });
});

describe("when a figure became known", () => {
  const flow = aSeries({ observations: run("2024-01", [1, 2]) });

  test("on the document's release day, unless the series says otherwise", () => {
    expect(viewOf(flow).figures.get(p("2024-01"))?.knownOn).toBe("2024-06-10");
    const { published: _, ...unpublished } = flow;
    expect(viewOf(unpublished).figures.get(p("2024-01"))?.knownOn).toBe("2024-07-01");
    const told = aSeries({ ...flow, revisions: [[p("2024-01"), 1, p("2024-03-08")]] });
    expect(viewOf(told).figures.get(p("2024-01"))?.knownOn).toBe("2024-03-08");
    expect(viewOf(told).figures.get(p("2024-02"))?.knownOn).toBe("2024-06-10");
  });

  test("a rate on its own day, an average on its period's last", () => {
    const rate = aSeries({
      measure: "rate",
      unit: { kind: "rate", base: "USD", quote: "JPY", per: 1 },
      frequency: "D",
      observations: [
        [p("2024-01-04"), 143],
        [p("2024-01-05"), 144],
        [p("2024-01"), 146],
      ],
    });
    const held = viewOf(rate, p("2024-01-04")).figures;
    expect([...held.keys()]).toEqual(["2024-01-04"]);
    expect(viewOf(rate, p("2024-01-31")).figures.size).toBe(3);
  });

  test("before the first vintage there is nothing, never today's figure", () => {
    expect(viewOf(flow, p("2024-06-09")).figures.size).toBe(0);
    expect(viewOf(flow, p("2024-06-10")).figures.size).toBe(2);
  });

  test("a superseded figure is known with its own days; the current one from the document's", () => {
    const series = aSeries({
      observations: [[p("2024-01"), 7]],
      revisions: [[p("2024-01"), 5, p("2024-03-08")]],
    });
    expect(vintagesOf(series, p("2024-01"))).toEqual([
      { period: "2024-01", value: 5, knownOn: "2024-03-08" },
      { period: "2024-01", value: 7, knownOn: "2024-06-10" },
    ]);
    expect(firstKnown(series, p("2024-01"))).toBe("2024-03-08");
    expect(firstKnown(series, p("2024-02"))).toBeUndefined();
  });

  test("a figure that only the history has is still a figure of its time", () => {
    const series = aSeries({ revisions: [[p("2014"), -20000, p("2024-12-31"), "approx"]] });
    expect(viewOf(series).figures.get(p("2014"))).toMatchObject({ value: -20000, status: "approx" });
  });
});

test("a view lists its periods by frequency, ascending", () => {
  const series = aSeries({ observations: [...run("2023-11", [1, 2, 3]), [p("2023"), 9]] });
  const view = viewOf(series);
  expect(view.periods.get("M")).toEqual(["2023-11", "2023-12", "2024-01"]);
  expect(latestOf(view, "M")).toBe("2024-01");
  expect(latestOf(view, "A")).toBe("2023");
  expect(latestOf(view, "Q")).toBeUndefined();
  expect(viewOf(series)).toBe(view);
  expect(viewOf(series, p("2024-06-10"))).not.toBe(view);
});

test.each([
  [-53452, 5],
  [20000, 1],
  [0.05, 1],
  [0, 1],
  [-5.3452, 5],
  [1061.5, 5],
  [1e21, 1],
])("%d has %d significant digits", (value, digits) => {
  expect(significantDigits(value)).toBe(digits);
});
