import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { FAMILIES } from "../../src/catalog/entry";
import { FREQUENCIES, fromOrdinal, ordinal, period } from "../../src/domain/period";
import { pack } from "../../src/snapshot/pack";
import { isPacked, unpack } from "../../src/snapshot/unpack";

const MOST_BYTES = 150_000;

const SNAPSHOT = join(__dirname, "../../src/snapshot");
const documents = FAMILIES.map((family) =>
  readdirSync(join(SNAPSHOT, family))
    .filter((name) => name.endsWith(".json"))
    .map((name): unknown => JSON.parse(readFileSync(join(SNAPSHOT, family, name), "utf8"))),
);

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const roundTrip = (document: unknown): unknown => unpack(overJson(pack(document)));

describe("every embedded document", () => {
  const all = documents.flat();

  test("comes back the same, to the last bit and in the same order", () => {
    expect(all).toHaveLength(241);
    for (const document of all) expect(JSON.stringify(roundTrip(document))).toBe(JSON.stringify(document));
  });

  test("is packed, and passes through as it is where it is not", () => {
    for (const document of all) {
      expect(isPacked(pack(document))).toBe(true);
      expect(unpack(document)).toBe(document);
    }
  });
});

test("all families together stay small", () => {
  const sizes = documents.map(
    (family) => gzipSync(family.map((d) => JSON.stringify(pack(d))).join(""), { level: 9 }).length,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

test("months and years between each other, statuses and a figure not observed", () => {
  const document = {
    id: "JP.X.NET",
    observations: [
      ["2014-11", -1028.5],
      ["2014-12", null],
      ["2014", -30335, "prelim"],
      ["2015-01", 0.1],
      ["FY2014", 0.30000000000000004],
      ["2015-H1", 2],
    ],
  };
  expect(roundTrip(document)).toStrictEqual(document);
});

describe("the form", () => {
  const columns = (observations: unknown): unknown =>
    (pack({ observations }) as { document: { observations: unknown } }).document.observations;

  test("periods are gaps and numbers are steps", () => {
    const first = ordinal(period("2024-06-20"));
    const days = ["2024-06-20", "2024-06-21", "2024-06-24", "2024-06-25"];
    expect(columns(days.map((day) => [day, 1.5]))).toEqual([
      [2, 4],
      { of: ["D", 4], gaps: [first, 1, 1, 1, 3, 1, 1, 1] },
      { runs: [1.5, 4] },
    ]);
    const quotes = ["2000", "2001", "2002", "2003"].map((year, i) => [year, (1_530_719 + i * 100) / 10_000]);
    expect(columns(quotes)).toEqual([
      [2, 4],
      { of: ["A", 4], gaps: [2000, 1, 1, 3] },
      { per: 10_000, steps: [1_530_719, 100, 100, 100] },
    ]);
  });

  test("a number that no divisor gives back stays as it is", () => {
    expect(columns([["2000", Math.PI]])).toEqual([[2, 1], { cells: ["2000"] }, { cells: [Math.PI] }]);
  });
});

describe("whatever the document", () => {
  const periodText = fc
    .tuple(fc.constantFrom(...FREQUENCIES), fc.integer({ min: -400, max: 400 }))
    .map(([frequency, offset]) => {
      const base = { A: "2000", FY: "FY2000", H: "2000-H2", Q: "2000-Q1", M: "2000-02", D: "2000-02-28" };
      return fromOrdinal(frequency, ordinal(period(base[frequency])) + offset);
    });
  const decimal = fc
    .tuple(fc.integer(), fc.integer({ min: 0, max: 8 }))
    .map(([n, digits]) => Number((n / 10 ** digits).toFixed(digits)));
  const figure = fc.oneof(
    { weight: 8, arbitrary: decimal },
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constant(null),
  );
  const status = fc.constantFrom("approx", "prelim", "break", "secondary");
  const optional = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<readonly unknown[]> =>
    fc.array(arbitrary, { maxLength: 1 });
  const observation = fc
    .tuple(periodText, figure, optional(status))
    .map(([p, value, rest]) => [p, value, ...rest]);
  const revision = fc
    .tuple(periodText, figure, periodText, optional(status))
    .map(([p, value, day, rest]) => [p, value, day, ...rest]);
  const month = fc
    .tuple(periodText, fc.array(fc.oneof(figure, periodText), { maxLength: 4 }))
    .map(([p, rest]) => [p, ...rest]);
  const alike = (row: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 8, arbitrary: fc.array(row, { maxLength: 60 }) }, fc.jsonValue());
  const document = fc.record(
    {
      id: fc.string(),
      unit: fc.jsonValue(),
      observations: alike(observation),
      revisions: alike(revision),
      months: alike(month),
      citations: alike(fc.tuple(periodText, periodText, fc.webUrl())),
    },
    { requiredKeys: [] },
  );

  test("it comes back the same", () => {
    fc.assert(
      fc.property(document, (any) => {
        expect(roundTrip(any)).toStrictEqual(overJson(any));
      }),
      { numRuns: 500 },
    );
  });

  test("any other JSON comes back the same, even what looks packed", () => {
    const lookalike = fc.record({ packed: fc.array(fc.jsonValue()), document: fc.jsonValue() });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), lookalike), (any) => {
        expect(roundTrip(any)).toStrictEqual(overJson(any));
      }),
    );
  });

  test("packed twice, it comes back packed once", () => {
    fc.assert(
      fc.property(document, (any) => {
        const once = overJson(pack(any));
        expect(roundTrip(once)).toStrictEqual(once);
      }),
    );
  });
});
