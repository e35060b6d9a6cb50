import { period } from "../../../src/domain/period";
import { viewOf, vintagesOf } from "../../../src/domain/vintage";
import { aReading, aSeed, noon, RATE, recorded, type Held } from "./readings";

const p = period;
const JAN = p("2024-01");

/** What a document says of January as of a day: the figure and, after a blank, its status. */
const asOf = ({ document }: Held, day?: string): string | undefined => {
  const figure = viewOf(document, day === undefined ? undefined : p(day)).figures.get(JAN);
  return figure && [figure.value, figure.status ?? []].flat().join(" ");
};

/** All vintages of a period: "5 2024-03-08". */
const vintages = ({ document }: Held, at = JAN): readonly string[] =>
  vintagesOf(document, at).map((f) => [f.value, f.knownOn, f.status ?? []].flat().join(" "));

describe("what a reading adds", () => {
  test("a period that was not held, and a figure that changed, each from the day of release", () => {
    const held = recorded([
      [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-09")],
      [
        aReading(
          [
            ["2024-01", 6],
            ["2024-02", 8],
          ],
          "2024-04-08",
        ),
        noon("2024-04-09"),
      ],
    ]);
    expect(held.outcomes.map((o) => o.changes)).toEqual([
      { added: 1, changed: 0 },
      { added: 1, changed: 1 },
    ]);
    expect(vintages(held)).toEqual(["5 2024-03-08", "6 2024-04-08"]);
    expect(asOf(held, "2024-03-07")).toBeUndefined();
    expect(asOf(held, "2024-04-07")).toBe("5");
    expect(asOf(held)).toBe("6");
  });

  test("nothing where it says what is held, again and again", () => {
    const reading = aReading([["2024-01", 5]], "2024-03-08");
    const held = recorded(
      Array.from({ length: 5 }, (_, i) => [reading, noon("2024-03-08", 60 * i)] as const),
    );
    expect(held.outcomes.map((o) => o.isNews)).toEqual([true, false, false, false, false]);
    expect(held.document.retrieved).toBe("2024-03-08");
    expect(held.history.recorded).toBe(noon("2024-03-08", 240));
  });

  test("nothing where no release is named and nothing changes, day after day", () => {
    const reading = aReading([["2024-01", 5]]);
    const held = recorded([
      [reading, noon("2024-03-08")],
      [reading, noon("2024-03-09")],
      [reading, noon("2024-03-12")],
    ]);
    expect(held.outcomes.map((o) => o.isNews)).toEqual([true, false, false]);
    expect(held.document).toMatchObject({ published: "2024-03-08", retrieved: "2024-03-12" });
  });

  test("the release, where a new one changes no figure", () => {
    const held = recorded([
      [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", 5]], "2024-04-08"), noon("2024-04-08")],
    ]);
    expect(held.outcomes[1]).toMatchObject({ isNews: true, changes: { added: 0, changed: 0 } });
    expect(held.document.published).toBe("2024-04-08");
    expect(vintages(held)).toEqual(["5 2024-03-08"]);
  });

  test("a change of status, which is one of the figure", () => {
    const held = recorded([
      [aReading([["2024-01", 5, "prelim"]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", 5]], "2024-04-08"), noon("2024-04-08")],
    ]);
    expect(held.outcomes[1]?.changes).toEqual({ added: 0, changed: 1 });
    expect(vintages(held)).toEqual(["5 2024-03-08 prelim", "5 2024-04-08"]);
  });

  test("no noise of arithmetic", () => {
    const held = recorded([
      [aReading([["2024-01", 0.3]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", 0.1 + 0.2]], "2024-04-08"), noon("2024-04-08")],
      [aReading([["2024-01", 0.300000000003]], "2024-05-08"), noon("2024-05-08")],
    ]);
    expect(vintages(held)).toEqual(["0.3 2024-03-08", "0.300000000003 2024-05-08"]);
  });

  test("a figure that was withdrawn", () => {
    const held = recorded([
      [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", null]], "2024-04-08"), noon("2024-04-08")],
    ]);
    expect(held.document.observations).toEqual([["2024-01", null]]);
    expect(asOf(held, "2024-04-07")).toBe("5");
  });

  test('no "about" figure in place of an exact one, and it only once', () => {
    const about = aReading([["2024-01", 7, "approx"]], "2024-04-08");
    const held = recorded([
      [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-08")],
      [about, noon("2024-04-08")],
      [about, noon("2024-04-09")],
    ]);
    expect(held.document.observations).toEqual([["2024-01", 5]]);
    expect(vintages(held)).toEqual(["5 2024-03-08", "7 2024-04-08 approx"]);
    expect(held.outcomes[2]?.isNews).toBe(false);
  });
});

describe("a document that is older than what is held", () => {
  const newer = aReading(
    [
      ["2024-01", 6],
      ["2024-02", 8],
    ],
    "2024-05-08",
  );
  const older = aReading([["2024-01", 5]], "2024-03-08");

  test("adds its vintages at their own day and replaces nothing", () => {
    const held = recorded([
      [newer, noon("2024-05-08")],
      [older, noon("2026-11-25")],
    ]);
    expect(held.document.observations).toEqual([
      ["2024-01", 6],
      ["2024-02", 8],
    ]);
    expect(held.document).toMatchObject({ published: "2024-05-08", release: ["2024-01", "2024-02"] });
    expect(asOf(held, "2024-04-30")).toBe("5");
    expect(held.outcomes[1]?.changes).toEqual({ added: 0, changed: 1 });
  });

  test("does not outlast a release that said the figure before it again", () => {
    const held = recorded([
      [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", 5]], "2024-05-08"), noon("2024-05-08")],
      [aReading([["2024-01", 6]], "2024-04-08"), noon("2026-11-25")],
    ]);
    expect(["2024-04-07", "2024-05-07", "2024-05-08"].map((day) => asOf(held, day))).toEqual(["5", "6", "5"]);
    expect(asOf(held)).toBe("5");
  });

  test("does not outlast what was read again of a provider that names no release", () => {
    const reading = aReading([["2024-01", 5]]);
    const held = recorded([
      [reading, noon("2024-03-08")],
      [reading, noon("2024-05-08")],
      [aReading([["2024-01", 6]], "2024-04-08"), noon("2026-11-25")],
    ]);
    expect(asOf(held)).toBe("5");
    expect(asOf(held, "2024-05-07")).toBe("6");
  });
});

describe("two words on one day", () => {
  test("a provider that names no release is taken at its latest word", () => {
    const held = recorded([
      [aReading([["2024-01", 158.25]]), noon("2024-03-08")],
      [aReading([["2024-01", 158.7]]), noon("2024-03-08", 60)],
      [aReading([["2024-01", 158.25]]), noon("2024-03-08", 120)],
      [aReading([["2024-01", 158.9]]), noon("2024-03-08", 180)],
    ]);
    expect(held.outcomes.map((o) => o.isNews)).toEqual([true, true, true, true]);
    expect(asOf(held)).toBe("158.9");
    expect(asOf(held, "2024-03-08")).toBe("158.9");
  });

  test("a rate of a day that is still running as well", () => {
    const price = (value: number) => aReading([["2024-03-08", value]], undefined, {}, RATE);
    const { document } = recorded(
      [
        [price(1.0832), noon("2024-03-08")],
        [price(1.08), noon("2024-03-08", 60)],
      ],
      undefined,
      RATE,
    );
    expect(document.observations).toEqual([["2024-03-08", 1.08]]);
    expect(viewOf(document, p("2024-03-08")).figures.get(p("2024-03-08"))?.value).toBe(1.08);
  });

  test("a release that says something else later was corrected, from the day when that was seen", () => {
    const first = aReading([["2024-01", 1061.5]], "2024-03-08");
    const corrected = aReading([["2024-01", 1074.2]], "2024-03-08");
    const held = recorded([
      [first, noon("2024-03-08")],
      [corrected, noon("2024-03-12")],
      [corrected, noon("2024-03-13")],
    ]);
    expect(vintages(held)).toEqual(["1061.5 2024-03-08", "1074.2 2024-03-12"]);
    expect(held.outcomes[2]?.isNews).toBe(false);
    expect(held.document.published).toBe("2024-03-08");
  });

  test("of one release the more precise figure stays, whichever is read first", () => {
    const coarse = aReading([["2024-01", 1061.5]], "2024-03-08");
    const fine = aReading([["2024-01", 1061.53]], "2024-03-08");
    const [a, b] = [
      [coarse, fine, coarse],
      [fine, coarse, fine],
    ].map((readings) => recorded(readings.map((r, i) => [r, noon("2024-03-08", 1440 * i)] as const)));
    expect([a && asOf(a), b && asOf(b)]).toEqual(["1061.53", "1061.53"]);
    expect(a && vintages(a)).toEqual(["1061.53 2024-03-08", "1061.5 2024-03-08"]);
    expect(b && vintages(b)).toEqual(["1061.53 2024-03-08"]);
  });

  test("a newer release is newer even if it is written less precisely", () => {
    const held = recorded([
      [aReading([["2024-01", 1061.53]], "2024-03-08"), noon("2024-03-08")],
      [aReading([["2024-01", 1061.5]], "2024-04-08"), noon("2024-04-08")],
    ]);
    expect(asOf(held)).toBe("1061.5");
  });
});

describe("a seed", () => {
  const seed = aSeed(
    [
      ["2023-12", 3],
      ["2023", 40, "approx"],
      ["2024-01", 5, "secondary"],
    ],
    "2024-03-08",
    [["2023", 40, "2024-06-30", "approx"]],
  );

  test("is counted as held", () => {
    const held = recorded([[aReading([["2023-12", 3]], "2024-04-08"), noon("2024-04-08")]], seed);
    expect(held.outcomes[0]?.changes).toEqual({ added: 0, changed: 0 });
    expect(vintages(held, p("2023-12"))).toEqual(["3 2024-03-08"]);
    expect(vintages(held, p("2023"))).toEqual(["40 2024-06-30 approx"]);
  });

  test("may go: what a reading confirmed of it is held by itself", () => {
    const { recordings } = recorded([[aReading([["2023-12", 3]], "2024-04-08"), noon("2024-04-08")]], seed);
    expect(recordings[0]?.rows).toEqual([["2023-12", 3, "2024-03-08"]]);
  });

  test("newer than a document that is read keeps its own", () => {
    const held = recorded([[aReading([["2024-01", 9]], "2023-12-08"), noon("2026-11-25")]], seed);
    expect(asOf(held)).toBe("5 secondary");
    expect(asOf(held, "2024-01-01")).toBe("9");
    expect(held.document).toMatchObject({ published: "2024-03-08", note: seed.note });
    expect(held.document.release).toBeUndefined();
  });
});

describe("months of a rate", () => {
  const rate = (months: readonly (readonly [string, number | null])[], published: string) =>
    aReading([["2024-03-01", 1.08]], published, { months: months.map(([m, value]) => [p(m), value]) }, RATE);
  const seed = aSeed([], "2024-02-29", [], RATE, { months: [["2023-12", 1.09, 1.105, "2023-12-29", 19]] });

  test("are those of the newest release, and of the seed where none states one", () => {
    const { document, outcomes } = recorded(
      [
        [rate([["2024-01", 1.1]], "2024-03-01"), noon("2024-03-01")],
        [
          rate(
            [
              ["2023-11", 1.0],
              ["2024-01", 1.2],
            ],
            "2024-02-01",
          ),
          noon("2024-03-02"),
        ],
        [rate([["2024-01", 1.0999999999999999]], "2024-03-01"), noon("2024-03-03")],
      ],
      seed,
      RATE,
    );
    expect(document.months).toEqual([
      ["2023-11", 1],
      ["2023-12", 1.09, 1.105, "2023-12-29", 19],
      ["2024-01", 1.1],
    ]);
    expect(outcomes[2]?.isNews).toBe(false);
  });
});

test("a rate counts from its own day when it is first read, and a change from the release that made it", () => {
  const { document } = recorded(
    [
      [aReading([["2024-03-01", 1.08]], "2024-03-07", {}, RATE), noon("2024-03-07")],
      [aReading([["2024-03-01", 1.09]], "2024-03-14", {}, RATE), noon("2024-03-14")],
    ],
    undefined,
    RATE,
  );
  expect(vintagesOf(document, p("2024-03-01")).map((f) => [f.value, f.knownOn])).toEqual([
    [1.08, "2024-03-01"],
    [1.09, "2024-03-14"],
  ]);
});

test("an average of a period that is not over counts from the day when it was read", () => {
  const { document } = recorded(
    [[aReading([["2024", 1.08]], undefined, {}, RATE), noon("2024-03-07")]],
    undefined,
    RATE,
  );
  expect(vintagesOf(document, p("2024"))[0]?.knownOn).toBe("2024-03-07");
});
