import fc from "fast-check";
import { ENTRIES } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import { period, type Day } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/tic";
import type { Ask, Reading, Reply } from "../../src/sources/common/source";
import { converse, ok, outOfReach, recordedBytes, recording, thrownBy } from "./converse";

const TABLE5 = recording("tic/slt_table5.txt");
const LATER = recording("tic/slt_table5-2026-07.txt");
const HISTORY = recording("tic/mfhhis01.txt");
/** Some days after the release of February 2026. */
const APRIL = period("2026-04-30");

const holders = source.batches[0]!;

/** Both documents, or what is put in the place of one. */
function ask(
  {
    table5 = ok(TABLE5),
    history = ok(HISTORY),
  }: { table5?: Reply | Problem; history?: Reply | Problem } = {},
  today: Day = APRIL,
): readonly Reading[] {
  return converse(holders.ask({ today }), ({ path }) => (path === "/slt_table5.txt" ? table5 : history));
}

const without = outOfReach();
const table5Of = (text: string, today?: Day): readonly Reading[] =>
  ask({ table5: ok(text), history: without }, today);
const file = (text: string, name = "saved.txt") => ({ name, bytes: new TextEncoder().encode(text) });
const historyOf = (text: string): readonly Reading[] => source.readFile(file(text));

/** The figures of a holder in all readings, month by month; a month stated twice is an error of the reader. */
function figures(readings: readonly Reading[], id: string): Record<string, readonly unknown[]> {
  const rows = readings.filter((r) => r.id === id).flatMap(({ observations }) => observations);
  const months = Object.fromEntries(rows.map(([month, ...rest]) => [month, rest]));
  expect(Object.keys(months)).toHaveLength(rows.length);
  return months;
}

function refusal(work: () => unknown): Problem {
  const thrown = thrownBy(work);
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}

describe("the batch", () => {
  test("holds every series that the catalogue gets from the Treasury", () => {
    const own = ENTRIES.filter((e) => routesOf(e).some(({ provider }) => provider === "tic"));
    expect(source.batches).toHaveLength(1);
    expect([...holders.series].sort()).toEqual(own.map(({ id }) => id).sort());
  });

  test("asks for Table 5, then for the history", () => {
    const asks: Ask[] = [];
    converse(holders.ask({ today: APRIL }), (a) => {
      asks.push(a);
      return ok(asks.length === 1 ? TABLE5 : HISTORY);
    });
    expect(asks.map(({ at, path, types }) => [at, path, types])).toEqual([
      ["ticdata", "/slt_table5.txt", ["text/plain"]],
      ["ticdata", "/mfhhis01.txt", ["text/plain"]],
    ]);
    expect(Object.keys(source.addresses)).toEqual(["ticdata"]);
  });

  test("is looked for when a month is due, at 16:00 in Washington", () => {
    const next = holders.calendar.next(Date.parse("2026-09-01"));
    expect(new Date(next).toISOString()).toBe("2026-09-15T21:00:00.000Z");
    expect(holders.calendar.words).toContain("Washington");
  });
});

describe("Table 5", () => {
  const readings = table5Of(TABLE5);

  test("states holdings in billions of dollars, oldest month first", () => {
    const japan = readings.find(({ id }) => id === "TIC.JP");
    expect(japan).toMatchObject({ source: "tic", published: "2026-04-18" });
    expect(japan?.observations).toHaveLength(13);
    expect(japan?.observations[0]).toEqual(["2025-02", 1125.9]);
    expect(japan?.observations.at(-1)).toEqual(["2026-02", 1239.3]);
    expect(figures(readings, "TIC.TOTAL")["2025-12"]).toEqual([9267.2]);
  });

  test("names with commas are whole names", () => {
    expect(figures(readings, "TIC.CN")["2026-02"]).toEqual([693.3]);
    expect(figures(readings, "TIC.KR")["2026-01"]).toEqual([141.3]);
    const quoted = TABLE5.replace("China, Mainland", '"China, Mainland"').replace("Korea, South", "Korea");
    expect(table5Of(quoted)).toEqual(readings);
  });

  test("rows of which are official holdings, in bills and in bonds", () => {
    expect(figures(readings, "TIC.OFFICIAL")["2026-02"]).toEqual([4035.7]);
    expect(figures(readings, "TIC.OFFICIALBILLS")["2026-02"]).toEqual([475.5]);
    expect(figures(readings, "TIC.OFFICIALBONDS")["2026-02"]).toEqual([3560.2]);
  });

  test("all other starts a series of its own in February 2025, whatever the first month of a table", () => {
    expect(figures(readings, "TIC.OTHER")["2025-02"]).toEqual([1727.6, "break"]);
    expect(figures(readings, "TIC.OTHER")["2025-03"]).toEqual([1743.9]);
    const later = table5Of(LATER, period("2026-09-20"));
    expect(figures(later, "TIC.OTHER")).toEqual({
      "2026-05": [1859.6],
      "2026-06": [1850.3],
      "2026-07": [1842.4],
    });
    const earlier = TABLE5.replace("2025-02", "2025-01");
    expect(figures(table5Of(earlier), "TIC.OTHER")["2025-01"]).toBeUndefined();
  });

  test("order and number of rows change, line ends differ, nothing follows the rows", () => {
    const later = table5Of(LATER, period("2026-09-20"));
    expect(later.map(({ id }) => id).sort()).toEqual([
      "TIC.GB",
      "TIC.JP",
      "TIC.OFFICIAL",
      "TIC.OFFICIALBILLS",
      "TIC.OFFICIALBONDS",
      "TIC.OTHER",
      "TIC.TOTAL",
    ]);
    expect(figures(later, "TIC.GB")["2026-07"]).toEqual([998.3]);
    expect(table5Of(TABLE5.replaceAll("\r\n", "\n"))).toEqual(readings);
  });

  test("a row of an unknown holder is passed over, never given to one that resembles it", () => {
    const row = (name: string): string => `${name}${"\t1.5".repeat(13)}\r\nGrand Total\t`;
    for (const name of [
      "Korea, North",
      "Guinea",
      "United",
      "Japan and others",
      "Of Which: Japan",
      "__proto__",
    ])
      expect(table5Of(TABLE5.replace("Grand Total\t", row(name)))).toEqual(readings);
  });

  test("marks of footnotes are no part of a name, nor are dashes and stars figures", () => {
    const marked = TABLE5.replace("United Kingdom\t", "United Kingdom 2/\t").replace("\t897.3", "\t*");
    expect(figures(table5Of(marked), "TIC.GB")["2026-02"]).toBeUndefined();
    expect(figures(table5Of(marked), "TIC.GB")["2026-01"]).toEqual([879.7]);
    expect(figures(table5Of(TABLE5.replace("\t897.3", "\tn.a.")), "TIC.GB")["2026-02"]).toEqual([null]);
    expect(figures(table5Of(TABLE5.replace("\t1239.3", "\t1,239.3")), "TIC.JP")["2026-02"]).toEqual([1239.3]);
  });

  test("is dated by the Treasury's calendar, never later than it was read", () => {
    expect(table5Of(TABLE5, period("2026-04-15"))[0]?.published).toBe("2026-04-15");
    expect(table5Of(TABLE5, period("2026-08-01"))[0]?.published).toBe("2026-04-18");
  });

  test.each([
    ["a web page", recording("tic/not-found.html"), /web page/],
    ["the frozen table of fixed width", recording("tic/mfh.txt"), /mfh\.txt.*January 2023/],
    ["the history in its place", HISTORY, /not a month/],
    ["nothing", "", /Country/],
    ["a table that ends in a row", TABLE5.slice(0, TABLE5.indexOf("\t475.5")), /middle of a row/],
    ["a table without its end", `${TABLE5.slice(0, TABLE5.indexOf("All Other"))}\r\n`, /grand total/],
    ["a month twice", TABLE5.replace("2026-01", "2026-02"), /2026-02 twice/],
    ["a month that is none", TABLE5.replace("2026-01", "2026-13"), /2026-13/],
    ["a holder twice", TABLE5.replace("Belgium", "Japan"), /two rows of TIC\.JP/],
    ["a row with a cell too many", TABLE5.replace("\t1125.9", "\t1125.9\t1079.3"), /longer than its header/],
    ["a word for a figure", TABLE5.replace("\t1239.3", "\tmany"), /"many" \(TIC\.JP, 2026-02\)/],
    ["a negative holding", TABLE5.replace("\t1239.3", "\t-3"), /"-3"/],
    [
      "bills and bonds that are not the official holdings",
      TABLE5.replace("\t475.5", "\t457.5"),
      /official holdings of 2026-02 are 4035\.7, but bills and bonds together 4017\.7/,
    ],
  ])("%s is refused", (_, text, words) => {
    const problem = refusal(() => ask({ table5: ok(text) }));
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toMatch(words);
  });

  test("rounding alone may part bills and bonds from their sum", () => {
    const off = (bills: string): string => TABLE5.replace("\t475.5", `\t${bills}`);
    expect(figures(table5Of(off("475.3")), "TIC.OFFICIALBILLS")["2026-02"]).toEqual([475.3]);
    expect(refusal(() => table5Of(off("475.2"))).kind).toBe("unreadable");
  });

  test("a table that stands still, or of a month to come, is refused", () => {
    expect(table5Of(TABLE5, period("2026-10-31"))).toHaveLength(readings.length);
    expect(refusal(() => table5Of(TABLE5, period("2026-11-01"))).message).toMatch(/2026-02, 9 months ago/);
    expect(refusal(() => table5Of(TABLE5, period("2026-01-31"))).message).toMatch(/not over/);
  });
});

describe("the history", () => {
  const readings = historyOf(HISTORY);

  test("reads back to March 2000, dated by its own stamp", () => {
    const japan = readings.find(({ id }) => id === "TIC.JP");
    expect(japan?.published).toBe("2026-03-18");
    expect(japan?.observations[0]).toEqual(["2000-03", 307.6, "break"]);
    expect(japan?.observations.at(-1)).toEqual(["2025-12", 1185.5]);
    // The Treasury leaves a zero at the end out.
    expect(figures(readings, "TIC.JP")["2025-10"]).toEqual([1200]);
    expect(figures(readings, "TIC.TOTAL")["2000-12"]).toEqual([1015.2]);
    const months = japan!.observations.map(([month]) => month);
    expect(months).toEqual([...months].sort());
  });

  test("of a month that stands twice the new series is kept, marked as a break", () => {
    expect(figures(readings, "TIC.JP")).toMatchObject({
      "2011-05": [912.4],
      "2011-06": [881.5, "break"],
      "2011-07": [884.9],
      "2002-06": [349.2, "break"],
      "2002-05": [317.8],
    });
    expect(figures(readings, "TIC.GB")).toMatchObject({ "2011-06": [135.7, "break"], "2011-05": [344.5] });
    expect(figures(readings, "TIC.TOTAL")["2011-06"]).toEqual([4690.6, "break"]);
    expect(figures(readings, "TIC.GB")["2000-03"]).toEqual([78.6, "break"]);
  });

  test("a doubled month is a break without marks above it, too", () => {
    const unmarked = historyOf(HISTORY.replaceAll(/Series \d+\//g, ""));
    expect(figures(unmarked, "TIC.JP")).toMatchObject({ "2011-06": [881.5, "break"], "2011-12": [1058.1] });
  });

  test("a marked series without a doubled month is a break, too", () => {
    expect(figures(readings, "TIC.JP")).toMatchObject({ "2011-12": [1058.1, "break"], "2011-11": [1066.2] });
  });

  test("a break has nothing to do with the next year's table", () => {
    expect(
      readings.flatMap(({ id, observations }) =>
        id === "TIC.JP"
          ? observations.filter(([, , status]) => status === "break").map(([month]) => month)
          : [],
      ),
    ).toEqual(["2000-03", "2002-06", "2011-06", "2011-12"]);
  });

  test("names with marks, blanks, quotes and of groups that are no more", () => {
    expect(figures(readings, "TIC.KR")).toMatchObject({ "2002-12": [38], "2025-12": [140.6] });
    expect(figures(readings, "TIC.ES")["2002-12"]).toEqual([19.1]);
    expect(figures(readings, "TIC.BELUX")["2000-04"]).toEqual([26.1]);
    expect(figures(readings, "TIC.OILEXPORTERS")["2011-01"]).toEqual([215.5]);
    expect(figures(readings, "TIC.CARIB")["2011-12"]).toEqual([227.2, "break"]);
    expect(readings.find(({ id }) => id === "TIC.BE")?.note).toMatch(
      /Until May 2002 Belgium includes Luxembourg/,
    );
  });

  test("not available is not observed, and zero is a figure", () => {
    expect(figures(readings, "TIC.LU")).toMatchObject({ "2002-05": [null], "2002-06": [23.1, "break"] });
    expect(figures(readings, "TIC.NL")["2002-05"]).toEqual([0]);
  });

  test("official holdings without the words of which", () => {
    expect(figures(readings, "TIC.OFFICIAL")["2025-12"]).toEqual([3887]);
    expect(figures(readings, "TIC.OFFICIALBILLS")["2011-12"]).toEqual([357.2, "break"]);
    expect(figures(readings, "TIC.OFFICIALBONDS")["2000-03"]).toEqual([470.8, "break"]);
  });

  test("all other ends where that of Table 5 begins", () => {
    const other = figures(readings, "TIC.OTHER");
    expect(other["2025-01"]).toEqual([729.2]);
    expect(other["2025-02"]).toBeUndefined();
  });

  test("its stamp may be in words; without one it is dated by its newest month", () => {
    const stamped = (stamp: string): Day | undefined =>
      historyOf(HISTORY.replace("\r\n3/18/26\t", `\r\n${stamp}\t`))[0]?.published;
    expect(stamped("February 18, 2026")).toBe("2026-02-18");
    expect(stamped('"March 8, 2026"')).toBe("2026-03-08");
    for (const none of ["", "13/45/26", "1/2/03", "Smarch 18, 2026"])
      expect(stamped(none)).toBe("2026-02-18");
  });

  test.each([
    [
      "one year broken off",
      HISTORY.slice(0, HISTORY.indexOf("Grand Total\t1015.2")),
      /grand total for 2000-12/,
    ],
    ["years without months", HISTORY.replace("\tDec\tNov\tOct\tSep", "\t\t\t\t"), /no month above/],
    ["one year twice", HISTORY.replaceAll("\t2002", "\t2011"), /two tables of one year/],
    ["a wrong sum", HISTORY.replace("\t357.2\t", "\t375.2\t"), /official holdings of 2011-12/],
    ["a figure too many", HISTORY.replace("\t310.6", "\t310.6\t300"), /TIC\.JP is longer than its header/],
  ])("%s is refused", (_, text, words) => {
    expect(refusal(() => historyOf(text))).toMatchObject({
      kind: "unreadable",
      message: expect.stringMatching(words) as string,
    });
  });
});

describe("both together", () => {
  const readings = ask();

  test("the history answers for earlier months and other holders, under its own day", () => {
    const japan = figures(readings, "TIC.JP");
    expect(japan["2025-01"]).toEqual([1079.3]);
    expect(japan["2026-02"]).toEqual([1239.3]);
    expect(figures(readings, "TIC.PE")["2025-12"]).toEqual([45.1]);
    expect(readings.filter(({ id }) => id === "TIC.JP").map(({ published }) => published)).toEqual([
      "2026-03-18",
      "2026-04-18",
    ]);
  });

  test("of a month in both Table 5 is read", () => {
    expect(figures(readings, "TIC.GB")).toMatchObject({ "2025-12": [863.1], "2025-11": [879.8] });
    expect(figures(readings, "TIC.TOTAL")["2025-12"]).toEqual([9267.2]);
    expect(figures(readings, "TIC.OTHER")).toMatchObject({
      "2025-01": [729.2],
      "2025-02": [1727.6, "break"],
      "2025-12": [1822.8],
    });
  });

  test("every reading is of the batch, and names its day", () => {
    for (const { id, source: compiler, published } of readings) {
      expect(holders.series).toContain(id);
      expect(compiler).toBe("tic");
      expect(published! <= APRIL).toBe(true);
    }
  });

  test.each([
    ["out of reach", without],
    ["not found", { status: 404, text: recording("tic/not-found.html") }],
    ["a web page", ok(recording("tic/not-found.html"))],
    ["half a file", ok(HISTORY.slice(0, HISTORY.indexOf("\t739.8")))],
  ])("a history that is %s leaves Table 5", (_, history) => {
    expect(ask({ history })).toEqual(table5Of(TABLE5));
  });

  test.each([
    ["out of reach", without, "unreachable", /did not answer/],
    ["not found", { status: 404, text: recording("tic/not-found.html") }, "unreachable", /404/],
    ["in trouble", { status: 503, text: "Service Unavailable" }, "unreachable", /503/],
    ["a web page", ok(recording("tic/not-found.html")), "unreadable", /web page/],
  ])("without Table 5 (%s) the history is not the newest state", (_, table5, kind, words) => {
    expect(refusal(() => ask({ table5 }))).toMatchObject({
      kind,
      message: expect.stringMatching(words) as string,
    });
  });
});

describe("documents that a person saved", () => {
  test("either table is recognised by its header, not by its name", () => {
    const table5 = source.readFile({ name: "x", bytes: recordedBytes("tic/slt_table5.txt") });
    expect(table5).toEqual(table5Of(TABLE5));
    const history = source.readFile({ name: "slt_table5.txt", bytes: recordedBytes("tic/mfhhis01.txt") });
    expect(figures(history, "TIC.JP")["2000-03"]).toEqual([307.6, "break"]);
  });

  test("an old Table 5 is the vintage that it was", () => {
    expect(source.readFile(file(LATER))[0]?.published).toBe("2026-09-18");
  });

  test.each([
    ["the frozen table", recording("tic/mfh.txt"), /mfh\.txt, which stands still/],
    ["a web page", recording("tic/not-found.html"), /web page/],
    ["another table", "a\tb\n1\t2\n", /Country/],
    ["nothing", "", /Country/],
  ])("%s is refused", (_, text, words) => {
    const problem = refusal(() => source.readFile(file(text)));
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toMatch(words);
    expect(problem.message).toContain("saved.txt cannot be read");
  });
});

describe("whatever comes", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("\t", "\r\n", "Country\t", "Dec\t", "2025", "9", '"', "*"),
  );
  /** A recorded document with a piece of it replaced by something else. */
  const damaged = fc
    .tuple(fc.constantFrom(TABLE5, LATER, HISTORY, recording("tic/mfh.txt")), fc.nat(), fc.nat(60), piece)
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });
  const texts = fc.oneof(fc.string(), damaged, damaged);

  const isCalm = (work: () => readonly Reading[]): void => {
    try {
      for (const { observations } of work()) expect(observations.length).toBeGreaterThan(0);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      expect(thrown.message).toMatch(/\.$/);
    }
  };

  test("answers end in readings or a Problem", () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(200, 200, 404, 503), (first, second, status) => {
        isCalm(() => ask({ table5: { status, text: first }, history: ok(second) }));
        isCalm(() => ask({ history: { status, text: second } }));
      }),
      { numRuns: 200 },
    );
  });

  test("so does a document", () => {
    fc.assert(
      fc.property(texts, (text) => isCalm(() => source.readFile(file(text)))),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => isCalm(() => source.readFile({ name: "x", bytes }))));
  });
});
