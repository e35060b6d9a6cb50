import type { Day } from "../../src/domain/period";
import { ok, recording } from "./converse";
import {
  TABLE5,
  HISTORY,
  APRIL,
  holders,
  ask,
  without,
  table5Of,
  historyOf,
  figures,
  refusal,
} from "./tic-conversation";

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
