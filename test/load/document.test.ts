import fc from "fast-check";
import { Problem } from "../../src/domain/problem";
import type { Series } from "../../src/domain/series";
import { readSeries } from "../../src/load/document";
import { FAMILIES } from "../../src/catalog/entry";
import { loadFamily } from "../../src/snapshot/families";
import { isDeeplyFrozen, rawDocument } from "../fixtures/documents";

const full = (): Record<string, unknown> =>
  rawDocument("XX.FULL_1", {
    annualised: true,
    published: "2024-02-08",
    stale: true,
    embedded: false,
    note: "A note.",
    revisions: [
      ["2023-11", 1.4, "2024-01-11", "prelim"],
      ["2023-11", null, "2024-02-08"],
    ],
    citations: [["2023", "2024-02-08", "https://example.org/table"]],
    months: [
      ["2023-11", 149.8, 147.2, "2023-11-30", 20],
      ["2023-12", 144.1, null, null, 19],
      ["2024-01", null],
    ],
  });

/** The Problem with which a document is refused. */
function refusal(over: Record<string, unknown>): Problem {
  return caught({ ...rawDocument(), ...over });
}

function caught(raw: unknown): Problem {
  try {
    readSeries(raw, "the test bench");
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error("The document was not refused.");
}

describe("a good document", () => {
  it("comes back the same, with every optional field", () => {
    expect(readSeries(full(), "a test")).toEqual(full());
    expect(readSeries(rawDocument(), "a test")).toEqual(rawDocument());
  });

  it("is deeply frozen, and what was handed in is not", () => {
    const raw = full();
    expect(isDeeplyFrozen(readSeries(raw, "a test"))).toBe(true);
    expect(Object.isFrozen(raw)).toBe(false);
    expect(Object.isFrozen((raw["observations"] as unknown[])[0])).toBe(false);
  });

  it("loses fields and columns that only a newer server knows", () => {
    const newer = {
      ...rawDocument(),
      colour: "green",
      unit: { kind: "money", currency: "JPY", power: 8, tint: 1 },
      observations: [["2023", 1, "approx", "a further column"]],
    };
    expect(readSeries(newer, "a test")).toEqual({
      ...rawDocument(),
      observations: [["2023", 1, "approx"]],
    });
  });

  it("may write a missing status as null, as JSON does with a hole in a list", () => {
    const series = readSeries(rawDocument("XX.ONE", { observations: [["2023", 1, null]] }), "a test");
    expect(series.observations).toEqual([["2023", 1]]);
  });

  it.each([
    { kind: "rate", base: "USD", quote: "JPY", per: 100 },
    { kind: "index", base: "2020" },
    { kind: "percent" },
    { kind: "persons" },
    { kind: "number" },
  ])("may count in $kind", (unit) => {
    expect(readSeries(rawDocument("XX.ONE", { unit }), "a test").unit).toEqual(unit);
  });

  it("may hold every kind of period in order of its last day", () => {
    const observations = [
      ["2023-06-29", 1],
      ["2023-06-30", 2],
      ["2023-06", 3],
      ["2023-Q2", 4],
      ["2023-H1", 5],
      ["2023", 6],
      ["FY2023", 7],
    ];
    expect(readSeries(rawDocument("XX.ONE", { observations }), "a test").observations).toEqual(observations);
  });
});

it.each(FAMILIES)("reads every embedded document of the family %s as it is", async (family) => {
  const documents = Object.entries(await loadFamily(family));
  expect(documents.length).toBeGreaterThan(0);
  for (const [name, document] of documents) {
    const series = readSeries(document, "the embedded data");
    expect(series.id).toBe(name);
    expect(series).toEqual(document);
  }
});

describe("a bad document is refused, naming what and where", () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ["no id", { id: undefined }, /^A series from the test bench .*: id/],
    ["an id that is a path", { id: "../JP" }, /id: not the id/],
    ["an id in small letters", { id: "jp.one" }, /id: not the id/],
    ["an empty version", { version: "" }, /version/],
    ["one language only", { title: { en: "x" } }, /title\.ja/],
    ["an unknown measure", { measure: "toString" }, /measure/],
    ["an unknown unit", { unit: { kind: "weight" } }, /unit\.kind/],
    ["an unknown currency", { unit: { kind: "money", currency: "XXX", power: 0 } }, /unit\.currency/],
    ["a fraction of a power", { unit: { kind: "money", currency: "JPY", power: 0.5 } }, /unit\.power/],
    ["a rate per nothing", { unit: { kind: "rate", base: "USD", quote: "JPY", per: 0 } }, /unit\.per/],
    ["an index without base", { unit: { kind: "index", base: "2023-13" } }, /unit\.base/],
    ["an unknown frequency", { frequency: "W" }, /frequency/],
    [
      "an address that runs",
      { source: { ...(rawDocument()["source"] as object), url: "javascript:alert(1)" } },
      /url/,
    ],
    ["a month of retrieval", { retrieved: "2024-02" }, /retrieved: not a day/],
    ["a day that is none", { published: "2024-02-31" }, /published: not a day/],
    ["a mark that is a word", { stale: "yes" }, /stale/],
    ["observations that are no list", { observations: {} }, /observations: not a list/],
    ["a row that is no list", { observations: ["2023"] }, /observations\[0\] "2023" is not a list/],
    [
      "a period that is none",
      { observations: [["2023-13", 1]] },
      /observations\[0\] "2023-13" does not start/,
    ],
    ["a period that is a number", { observations: [[2023, 1]] }, /observations\[0\] does not start/],
    ["a missing value", { observations: [["2023"]] }, /\[0\] "2023" has a value/],
    ["a value as text", { observations: [["2023", "1"]] }, /\[0\] "2023" has a value/],
    ["not a number", { observations: [["2023", NaN]] }, /\[0\] "2023" has a value/],
    ["infinity", { observations: [["2023", -Infinity]] }, /\[0\] "2023" has a value/],
    ["an unknown status", { observations: [["2023", 1, "guess"]] }, /\[0\] "2023" has a status/],
    ["days out of order", { observations: [["2024-01-02", 1], ["2024-01-01", 1]] }, /\[1\] "2024-01-01" does not come after 2024-01-02/], // prettier-ignore
    ["a year before its months", { observations: [["2023", 1], ["2023-12", 1]] }, /\[1\] "2023-12" does not come after 2023/], // prettier-ignore
    [
      "a period twice",
      {
        observations: [
          ["2023", 1],
          ["2023", 1],
        ],
      },
      /\[1\] "2023" does not come after 2023/,
    ],
    [
      "a revision without its day",
      { revisions: [["2023", 1, "2024"]] },
      /revisions\[0\] "2023" does not say the day/,
    ],
    [
      "a revision without value",
      { revisions: [["2023", {}, "2024-01-01"]] },
      /revisions\[0\] "2023" has a value/,
    ],
    [
      "a revision of an unknown status",
      { revisions: [["2023", 1, "2024-01-01", 7]] },
      /revisions\[0\].* status/,
    ],
    ["a revision of no period", { revisions: [[null, 1, "2024-01-01"]] }, /revisions\[0\] does not start/],
    [
      "a citation of nothing",
      { citations: [["2023", "2024-01-01", ""]] },
      /citations\[0\] "2023" names no place/,
    ],
    [
      "a citation without its day",
      { citations: [["2023", "2024", "x"]] },
      /citations\[0\] "2023" does not say/,
    ],
    [
      "a citation of no period",
      { citations: [["x", "2024-01-01", "x"]] },
      /citations\[0\] "x" does not start/,
    ],
    [
      "a quarter among months",
      { months: [["2023-Q1", 1]] },
      /months\[0\] "2023-Q1" does not start with a month/,
    ],
    ["a month without average", { months: [["2023-01", "1"]] }, /months\[0\] "2023-01" has a value/],
    ["a last fixing in a month", { months: [["2023-01", 1, 1, "2023-01", 1]] }, /months\[0\].*without a day/],
    ["half a fixing", { months: [["2023-01", 1, 1, "2023-01-31", 0.5]] }, /months\[0\].*count of fixings/],
  ])("%s", (_, over, words) => {
    const problem = refusal(over);
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toMatch(words);
    expect(problem.message).toContain("the test bench");
  });

  it("of any shape at all", () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(caught(raw).kind).toBe("unreadable");
      }),
    );
  });

  it("or is whole: any field replaced by anything ends in a series or a Problem", () => {
    const document = full();
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(document)), fc.anything(), (field, value) => {
        let answer: Series | Problem;
        try {
          answer = readSeries({ ...document, [field]: value }, "a test");
        } catch (thrown) {
          answer = thrown as Problem;
        }
        expect(answer instanceof Problem || isDeeplyFrozen(answer)).toBe(true);
      }),
    );
  });
});
