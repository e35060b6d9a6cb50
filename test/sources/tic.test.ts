import { ENTRIES } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import { period } from "../../src/domain/period";
import { source } from "../../src/sources/tic";
import type { Ask } from "../../src/sources/common/source";
import { converse, ok, recording } from "./converse";
import { TABLE5, LATER, HISTORY, APRIL, holders, ask, table5Of, figures, refusal } from "./tic-conversation";

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
