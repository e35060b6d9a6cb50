import { ENTRIES, findEntry } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import { source } from "../../src/sources/boj";
import type { Ask, Reply } from "../../src/sources/common/source";
import { ok, recording, thrownBy } from "./converse";
import { TODAY, batchOf, ask, reading, HEADLINE, services } from "./boj-conversation";

describe("batches", () => {
  test("every series that the catalogue gets from the Bank is asked for once", () => {
    const own = ENTRIES.filter((e) => routesOf(e).some(({ provider }) => provider === "boj"));
    const asked = source.batches.flatMap(({ series }) => series);
    expect(own.length).toBeGreaterThan(60);
    expect([...asked].sort()).toEqual(own.map(({ id }) => id).sort());
  });

  test("one question is of one frequency", () => {
    for (const { id, series } of source.batches)
      expect([id, new Set(series.map((s) => findEntry(s)?.frequency)).size]).toEqual([id, 1]);
  });

  test("services are asked for as a branch of the tree, others by code", () => {
    const asked = (id: string): Ask => batchOf(id).ask(TODAY).next().value as Ask;
    expect(asked("boj.services")).toMatchObject({
      at: "api",
      path: "/getDataLayer",
      query: { format: "json", lang: "en", db: "BP01", frequency: "M", layer: "1,1,1,4" },
    });
    expect(asked("boj.headline")).toMatchObject({
      path: "/getDataCode",
      query: {
        db: "BP01",
        code: [
          "BPBP6JYNTB",
          "BPBP6JYNEX",
          "BPBP6JYNIM",
          "BPBP6JYNTS",
          "BPBP6JYNCB",
          "BPBP6JYNPIN",
          "BPBP6JYNSIN",
        ].join(),
      },
    });
    expect(asked("boj.partners").query?.code).toBe("BPBP6QSCUS96,BPBP6QSDUS96,BPBP6QSCUS95,BPBP6QSDUS95");
    for (const { ask: talk } of source.batches)
      expect(Object.keys(source.addresses)).toContain((talk(TODAY).next().value as Ask).at);
  });

  test("are looked for after they are out: 08:50 in Tokyo is 23:50 UTC of the day before", () => {
    const next = (id: string, day: string): string =>
      new Date(batchOf(id).calendar.next(Date.parse(day))).toISOString();
    // Released on 8 December 2026 and 8 February 2027, the 6th working days.
    expect(next("boj.services", "2026-12-02")).toBe("2026-12-08T01:00:00.000Z");
    expect(next("boj.headline", "2027-02-02")).toBe("2027-02-08T01:00:00.000Z");
    expect(next("boj.tokyo", "2026-09-11T12:00:00Z")).toBe("2026-09-14T00:00:00.000Z");
    for (const { calendar } of source.batches) expect(calendar.words).toContain("Tokyo");
  });
});

describe("balance of payments", () => {
  test("is read over all pages, in 100 million yen, with the day of the update", () => {
    const asks: Ask[] = [];
    const readings = ask("boj.services", (a) => {
      asks.push(a);
      return services(a);
    });
    expect(asks.map(({ query }) => query?.startPosition)).toEqual([undefined, "1187"]);
    expect(reading(readings, "JP.SERVICES.NET")).toEqual({
      id: "JP.SERVICES.NET",
      source: "boj",
      published: "2026-09-08",
      observations: [
        ["2014-01", -3889],
        ["2014-02", -1562],
        ["2014-03", -550],
        ["2014-04", -6293],
      ],
    });
    expect(reading(readings, "JP.COMPUTER.NET").observations[0]).toEqual(["2014-01", -602]);
    expect(reading(readings, "JP.COMPUTER.DEBIT").observations[1]).toEqual(["2014-02", 804]);
  });

  test("a day of update in quotes is one, too", () => {
    expect(reading(ask("boj.services", services), "JP.COMPUTER.CREDIT").published).toBe("2026-09-08");
  });

  test("nulls before and after the figures are left out, one between is a month not observed", () => {
    expect(reading(ask("boj.services", services), "JP.TRAVEL.NET").observations).toEqual([
      ["2014-01", -236],
      ["2014-02", null],
      ["2014-03", -446],
      ["2014-04", 413],
    ]);
  });

  test("codes that the catalogue does not know, and series of nulls, bring no reading", () => {
    const ids = ask("boj.services", services).map(({ id }) => id);
    expect([...ids].sort()).toEqual([
      "JP.COMPUTER.CREDIT",
      "JP.COMPUTER.DEBIT",
      "JP.COMPUTER.NET",
      "JP.SERVICES.NET",
      "JP.TRAVEL.NET",
    ]);
  });

  test("what is missing does not keep the others from answering", () => {
    const readings = ask("boj.headline", () => ok(HEADLINE));
    expect(readings.map(({ id }) => id).sort()).toEqual(["JP.CURRENTACCOUNT.NET", "JP.GOODS.NET"]);
    expect(reading(readings, "JP.CURRENTACCOUNT.NET").observations.at(-1)).toEqual(["2026-07", 29888.5173]);
    expect(reading(readings, "JP.GOODS.NET").observations.at(-1)).toEqual(["2026-07", -3998.8443]);
  });

  test("quarters are quarters, not months", () => {
    const readings = ask("boj.partners", () => ok(recording("boj/partners.json")));
    expect(reading(readings, "JP.TCI.US.CREDIT").observations).toEqual([
      ["2014-Q1", 239],
      ["2014-Q2", 348],
      ["2014-Q3", 394],
      ["2014-Q4", 323],
    ]);
    expect(reading(readings, "JP.TCI.US.DEBIT").observations[3]).toEqual(["2014-Q4", 1017]);
  });

  test("a series spread over two pages is one series", () => {
    const page = (dates: string, values: string, next: string): string =>
      `{"STATUS":200,"NEXTPOSITION":${next},"RESULTSET":[{"SERIES_CODE":"BPBP6JYNCB","UNIT":"100 million Yen",
        "FREQUENCY":"MONTHLY","LAST_UPDATE":20260908,"VALUES":{"SURVEY_DATES":[${dates}],"VALUES":[${values}]}}]}`;
    const readings = ask("boj.headline", ({ query }) =>
      ok(
        query?.startPosition === undefined
          ? page("202606", "-920", "5")
          : page("202606,202607", "-920,29888.5173", "null"),
      ),
    );
    expect(reading(readings, "JP.CURRENTACCOUNT.NET").observations).toEqual([
      ["2026-06", -920],
      ["2026-07", 29888.5173],
    ]);
    const inTwoUnits = ({ query }: Ask): Reply =>
      ok(
        query?.startPosition === undefined
          ? page("202606", "-920", "5").replace("100 million", "Million")
          : page("202607", "29888.5173", "null"),
      );
    expect(thrownBy(() => ask("boj.headline", inTwoUnits))).toMatchObject({ kind: "unreadable" });
  });
});
