import fc from "fast-check";
import { ENTRIES, findEntry } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import { period, type Day } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/boj";
import type { Ask, Circumstances, Reading, Reply } from "../../src/sources/common/source";
import { converse, ok, outOfReach, recordedBytes, recording, thrownBy } from "./converse";

const TODAY: Circumstances = { today: period("2026-09-09") };

function batchOf(id: string) {
  const batch = source.batches.find((b) => b.id === id);
  if (!batch) throw new Error(`no batch ${id}`);
  return batch;
}

function ask(id: string, answer: (ask: Ask) => Reply | Problem, circumstances = TODAY): readonly Reading[] {
  return converse(batchOf(id).ask(circumstances), answer);
}

/** The Problem that a conversation ends in, whatever is asked being answered alike. */
function problemOf(id: string, reply: Reply): Problem {
  const thrown = thrownBy(() => ask(id, () => reply));
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}

function reading(readings: readonly Reading[], id: string): Reading {
  const found = readings.filter((r) => r.id === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const HEADLINE = recording("boj/headline.json");
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** The monthly rates of this recording are made up, as no copy of the Bank's own is at hand; everything else is published. */
const tokyo = ({ query }: Ask): Reply =>
  ok(recording(query?.code === "FXERD04" ? "boj/tokyo-days.json" : "boj/tokyo-months.json"));

const services = ({ query }: Ask): Reply =>
  ok(recording(query?.startPosition === undefined ? "boj/services-page-1.json" : "boj/services-page-2.json"));

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

describe("refusals and broken answers", () => {
  test("a position that does not advance ends the questions", () => {
    const stuck = ok(recording("boj/services-page-1.json"));
    expect(problemOf("boj.services", stuck)).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("starts at 1187") as string,
    });
    for (const next of ["1", "0", "-3", "12.5", '"abc"'])
      expect(
        problemOf("boj.headline", ok(HEADLINE.replace(`"NEXTPOSITION":null`, `"NEXTPOSITION":${next}`))).kind,
      ).toBe("unreadable");
  });

  test("pages without end are given up", () => {
    let asked = 0;
    const thrown = thrownBy(() =>
      ask("boj.headline", () =>
        ok(HEADLINE.replace(`"NEXTPOSITION":null`, `"NEXTPOSITION":"${String(++asked + 1)}"`)),
      ),
    );
    expect(thrown).toMatchObject({ kind: "unreadable" });
    expect(asked).toBe(20);
  });

  test("a refusal is told in the Bank's words, whether the status is in the head or in the body alone", () => {
    for (const [name, status] of [
      ["boj/refusal-400.json", 400],
      ["boj/refusal-503.json", 503],
    ] as const)
      for (const head of [200, status]) {
        const problem = problemOf("boj.headline", { status: head, text: recording(name) });
        expect(problem.kind).toBe("unreachable");
        expect(problem.message).toContain(String(status));
        expect(problem.message).toContain(status === 400 ? "M181013E" : "M181091S");
      }
  });

  test("a refusal in anything but the Bank's JSON names its status only", () => {
    const html = "<!DOCTYPE html><html><body>Service Unavailable</body></html>";
    for (const text of [html, "", "null", "[]", '{"STATUS":'])
      expect(problemOf("boj.headline", { status: 503, text }).message).toMatch(/is in trouble \(503\)/);
  });

  test("a web page, half an answer and other JSON are unreadable", () => {
    for (const text of [
      "<html><head></head></html>",
      HEADLINE.slice(0, 500),
      "",
      "[]",
      "7",
      "{}",
      '{"STATUS":200,"RESULTSET":{}}',
    ])
      expect(problemOf("boj.headline", ok(text)).kind).toBe("unreadable");
  });

  test("no data at all is a Problem", () => {
    expect(problemOf("boj.headline", ok(recording("boj/empty.json"))).kind).toBe("no-data");
    expect(problemOf("boj.tokyo", ok(recording("boj/empty.json"))).kind).toBe("no-data");
  });

  test("a network failure comes through", () => {
    expect(thrownBy(() => ask("boj.headline", outOfReach))).toMatchObject({ kind: "unreachable" });
  });

  test.each([
    ["millions of yen", "100 million Yen", "Million Yen"],
    ["units left out", `"UNIT":"100 million Yen",`, ""],
    ["yearly figures", "MONTHLY", "ANNUAL"],
    ["months that do not exist", "202606", "202613"],
    ["years for months", "202606", "2026"],
    ["dates without values", "202606", "202605,202606"],
    ["values that are no numbers", ",null]", `,"about 4000"]`],
    ["two figures of one month", "202606", "202607"],
  ])("%s are refused, not guessed at", (_, before, after) => {
    expect(problemOf("boj.headline", ok(HEADLINE.replaceAll(before, after)))).toMatchObject({
      kind: "unreadable",
      message: expect.stringMatching(/BPBP6JYN(CB|TB)/) as string,
    });
  });

  test("one series that cannot be read leaves the others", () => {
    const readings = ask("boj.headline", () => ok(HEADLINE.replace("100 million Yen", "Million Yen")));
    expect(readings.map(({ id }) => id)).toEqual(["JP.GOODS.NET"]);
  });

  test("a fifth quarter is refused", () => {
    const text = recording("boj/partners.json").replaceAll("201404", "201405");
    expect(problemOf("boj.partners", ok(text)).kind).toBe("unreadable");
  });
});

describe("the Tokyo rate", () => {
  const march = ask("boj.tokyo", tokyo)[0]!;

  test("is read day by day, as published", () => {
    expect(march).toMatchObject({ id: "FX.USDJPY.BOJ", source: "tokyo", published: "2026-03-31" });
    expect(march.observations[0]).toEqual(["2026-03-02", 156.99]);
    expect(march.observations.at(-1)).toEqual(["2026-03-27", 159.95]);
    expect(march.observations.filter(([, value]) => value !== null)).toHaveLength(19);
  });

  test("a weekday null is a day without a rate; weekends and days not out yet say nothing", () => {
    // 20 March 2026 was a holiday; the Monday and Tuesday at the end were not out when this was recorded.
    expect(march.observations.filter(([, value]) => value === null)).toEqual([["2026-03-20", null]]);
  });

  test("comes with the Bank's own months, the running one left out", () => {
    expect(march.months).toEqual([
      ["2025-12", 150.25, 151],
      ["2026-01", 151.5, 152],
      ["2026-02", 152.75, 153],
    ]);
  });

  test("is asked for from its first month, or from some weeks before what is held", () => {
    const from = (heldTo?: Day): unknown => {
      const asks: Ask[] = [];
      ask("boj.tokyo", (a) => (asks.push(a), tokyo(a)), { ...TODAY, ...(heldTo && { heldTo }) });
      expect(asks.map(({ query }) => [query?.db, query?.code])).toEqual([
        ["FM08", "FXERD04"],
        ["FM08", "FXERM07,FXERM06"],
      ]);
      return asks[0]?.query?.startDate;
    };
    expect(from()).toBe("199801");
    expect(from(period("2026-03-27"))).toBe("202602");
    expect(from(period("1998-01-20"))).toBe("199801");
  });

  test("days answer without months, months never without days", () => {
    const onlyDays = ask("boj.tokyo", (a) => (a.query?.code === "FXERD04" ? tokyo(a) : outOfReach()));
    expect(onlyDays).toEqual([
      { id: march.id, source: "tokyo", published: march.published, observations: march.observations },
    ]);
    const lost = (a: Ask) => (a.query?.code === "FXERD04" ? outOfReach() : tokyo(a));
    expect(thrownBy(() => ask("boj.tokyo", lost))).toMatchObject({ kind: "unreachable" });
  });
});

describe("documents that a person saved", () => {
  const read = (name: string): readonly Reading[] =>
    source.readFile({ name, bytes: recordedBytes(`boj/${name}`) });

  test("the API's JSON reads like its answer", () => {
    expect(read("headline.json")).toEqual(ask("boj.headline", () => ok(HEADLINE)));
  });

  test("the API's English table", () => {
    const readings = read("api-en.csv");
    expect(readings).toHaveLength(2);
    expect(reading(readings, "JP.COMPUTER.NET")).toEqual({
      id: "JP.COMPUTER.NET",
      source: "boj",
      published: "2026-09-08",
      observations: [
        ["2014-01", -602],
        ["2014-02", -649],
        ["2014-03", -522],
        ["2014-04", -915],
      ],
    });
  });

  test("the API's Japanese tables in Shift-JIS", () => {
    expect(reading(read("api-jp.csv"), "JP.COPYRIGHT.NET").observations.slice(0, 2)).toEqual([
      ["2014-01", -1030],
      ["2014-02", -422],
    ]);
    expect(reading(read("api-jp-rates.csv"), "FX.USDJPY.BOJ")).toEqual({
      id: "FX.USDJPY.BOJ",
      source: "tokyo",
      published: "2026-03-31",
      observations: [
        ["2026-03-02", 156.99],
        ["2026-03-03", 157.42],
        ["2026-03-09", 158.46],
      ],
    });
  });

  test("the flat file, dated by the release of its newest month", () => {
    const readings = read("bp_m_en.csv");
    expect(readings.map(({ id }) => id).sort()).toEqual([
      "JP.CONSULTING.CREDIT",
      "JP.COPYRIGHT.NET",
      "JP.SERVICES.NET",
    ]);
    expect(reading(readings, "JP.COPYRIGHT.NET")).toEqual({
      id: "JP.COPYRIGHT.NET",
      source: "boj",
      // March 2017 came out on 11 May; three holidays of Golden Week are not known here.
      published: "2017-05-08",
      observations: [
        ["2017-01", -600],
        ["2017-02", -485],
        ["2017-03", -463],
      ],
    });
  });

  test("monthly rates alone are months without days", () => {
    const [only] = read("tokyo-months.json");
    expect(only).toMatchObject({ id: "FX.USDJPY.BOJ", observations: [], published: "2026-03-04" });
    expect(only?.months).toHaveLength(3);
  });

  test.each([
    ["a web page", file("page.csv", "<!doctype html><html></html>"), /web page/],
    ["an archive", { name: "bp_m_en.zip", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) }, /archive/],
    ["bytes of no charset", { name: "x", bytes: new Uint8Array([0xff, 0xfd, 0xa0]) }, /UTF-8/],
    ["another table", file("t.csv", "a,b\n1,2\n"), /header/],
    ["a quote without end", file("t.csv", 'STATUS,"200'), /whole table/],
    ["half a JSON", file("t.json", HEADLINE.slice(0, 300)), /broken off/],
    ["a refusal", { name: "r.json", bytes: recordedBytes("boj/refusal-400.json") }, /M181013E/],
    ["a refusal as a table", file("t.csv", "STATUS,503\nMESSAGEID,M181091S\n"), /503: M181091S/],
    ["a table without values", file("t.csv", "STATUS,200\nSERIES_CODE,UNIT\nBPBP6JYNCB,x\n"), /VALUES/],
    ["nothing", file("empty.csv", ""), /header/],
  ])("%s is refused with what to hand in instead", (_, downloaded, words) => {
    const thrown = thrownBy(() => source.readFile(downloaded));
    expect(thrown).toMatchObject({ kind: "unreadable" });
    expect((thrown as Problem).message).toMatch(words);
    expect((thrown as Problem).message).toContain(`${downloaded.name} cannot be read`);
    expect((thrown as Problem).message).toContain("bp_m_en.csv");
  });

  test("a table without data, and a flat file of other series, state nothing", () => {
    for (const text of ["STATUS,200\nMESSAGEID,M181030I\n", "code,set,name,unit,202601\nX,Y,Z,yen,1\n"])
      expect(thrownBy(() => source.readFile(file("t.csv", text)))).toMatchObject({ kind: "no-data" });
  });

  test("a flat file in another unit is refused", () => {
    const text = recording("boj/bp_m_en.csv").replaceAll("100 million yen", "million yen");
    expect(thrownBy(() => source.readFile(file("t.csv", text)))).toMatchObject({ kind: "unreadable" });
  });
});

describe("whatever comes", () => {
  const originals = [
    "services-page-1.json",
    "tokyo-days.json",
    "partners.json",
    "refusal-400.json",
    "api-en.csv",
    "bp_m_en.csv",
  ].map((name) => recording(`boj/${name}`));
  /** A recorded answer with a piece of it replaced by something else. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...originals),
      fc.nat(3000),
      fc.nat(40),
      fc.oneof(fc.string(), fc.constantFrom("null", "{}", "[", '"', ",", "9", "-", "\n")),
    )
    .map(([text, at, length, piece]) => {
      const start = at % text.length;
      return text.slice(0, start) + piece + text.slice(start + length);
    });
  const texts = fc.oneof(fc.string(), fc.json(), damaged);

  const isCalm = (work: () => readonly Reading[]): void => {
    try {
      for (const { observations, months = [] } of work())
        expect(observations.length + months.length).toBeGreaterThan(0);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      expect(thrown.message).toMatch(/^[A-Z\w].*[.…]$/s);
    }
  };

  test("an answer ends in readings or a Problem", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...source.batches),
        texts,
        fc.constantFrom(200, 400, 503),
        (b, text, status) => isCalm(() => converse(b.ask(TODAY), () => ({ status, text }))),
      ),
      { numRuns: 400 },
    );
  });

  test("so does a document", () => {
    fc.assert(
      fc.property(texts, (text) => isCalm(() => source.readFile(file("saved", text)))),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => isCalm(() => source.readFile({ name: "saved", bytes }))),
    );
  });
});
