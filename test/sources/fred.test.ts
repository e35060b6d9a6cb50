import * as fc from "fast-check";
import { comparePeriods, period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/fred";
import type { Ask, Circumstances, Reading, Reply } from "../../src/sources/common/source";
import { expectedAndBrought } from "./batches-of";
import { converse, ok, outOfReach, recording, thrownBy } from "./converse";

const [batch] = source.batches;
const TODAY: Circumstances = { today: period("2024-07-01"), heldTo: period("2024-06-21") };
const KEY = "0123456789abcdef0123456789abcdef";

type Answers = (ask: Ask) => Reply | Problem;
const talk = (answer: Answers, circumstances = TODAY): readonly Reading[] =>
  converse(batch!.ask(circumstances), answer);

const problemOf = (work: () => unknown): Problem => {
  const thrown = thrownBy(work);
  if (thrown instanceof Problem) return thrown;
  throw thrown;
};

const idOf = ({ query = {} }: Ask): string => query.series_id ?? query.id ?? "";

const GRAPHS: Readonly<Record<string, Reply>> = {
  DEXJPUS: ok(recording("fred/dexjpus-observation-date.csv")),
  EXJPUS: ok(recording("fred/exjpus.csv")),
  AEXJPUS: ok(recording("fred/aexjpus.csv")),
};
/** The graphs' CSV, with some answers in place of others. */
const graphs =
  (over: Readonly<Record<string, Reply | Problem>> = {}): Answers =>
  (ask) =>
    ask.at === "fredgraph" ? (over[idOf(ask)] ?? GRAPHS[idOf(ask)] ?? outOfReach()) : outOfReach();

const rateIn = ([reading]: readonly Reading[], at: string): number | null | undefined =>
  reading?.observations.find(([p]) => p === at)?.[1];

test("its batch brings exactly the series for which the catalogue names it", () => {
  const { expected, brought } = expectedAndBrought(source);
  expect(brought).toEqual(expected);
  expect(brought).toEqual(["FX.USDJPY.FRED"]);
});

describe("without a key", () => {
  test("three graphs are asked, days from some weeks before what is held, averages whole", () => {
    const asks: Ask[] = [];
    talk((ask) => (asks.push(ask), graphs()(ask)));
    expect(asks.map(({ at, path, query }) => [at, path, query])).toEqual([
      ["fredgraph", "/graph/fredgraph.csv", { id: "DEXJPUS", cosd: "2024-04-22" }],
      ["fredgraph", "/graph/fredgraph.csv", { id: "EXJPUS", cosd: "1971-01-01" }],
      ["fredgraph", "/graph/fredgraph.csv", { id: "AEXJPUS", cosd: "1971-01-01" }],
    ]);
    expect(asks.every(({ secret }) => secret === undefined)).toBe(true);
  });

  test("everything is asked for where nothing is held", () => {
    const asks: Ask[] = [];
    talk((ask) => (asks.push(ask), graphs()(ask)), { today: TODAY.today });
    expect(asks[0]?.query).toEqual({ id: "DEXJPUS", cosd: "1971-01-01" });
  });

  test("figures are as published: noon rates, a holiday not observed, monthly and annual averages", () => {
    const readings = talk(graphs());
    expect(rateIn(readings, "2024-06-20")).toBe(158.77);
    expect(rateIn(readings, "2024-06-21")).toBe(159.45);
    expect(rateIn(readings, "2024-06-19")).toBeNull();
    expect(rateIn(readings, "2024-06-22")).toBeUndefined();
    expect(rateIn(readings, "2023")).toBe(140.5001);
    expect(readings[0]?.months?.find(([month]) => month === "2024-05")).toEqual(["2024-05", 155.8691]);
    expect(readings[0]).toMatchObject({ id: "FX.USDJPY.FRED", source: "fred" });
  });

  test("days and years stand in the order of time, as in the embedded document", () => {
    const periods = talk(graphs())[0]?.observations.map(([p]) => p) ?? [];
    expect(periods).toEqual([...periods].sort(comparePeriods));
    expect(periods.slice(0, 6)).toEqual(["2010", "2011", "2012", "2013", "2023", "2024-06-03"]);
  });

  test("both headers of FRED's CSV are read, with '.' or nothing for a holiday", () => {
    const old = talk(graphs({ DEXJPUS: ok(recording("fred/dexjpus-date.csv")) }));
    expect(old).toEqual(talk(graphs()));
    expect(recording("fred/dexjpus-date.csv")).toMatch(/^DATE,DEXJPUS\n[^]*2024-06-19,\.\n/);
    expect(recording("fred/dexjpus-observation-date.csv")).toMatch(/^observation_date,[^]*2024-06-19,\n/);
  });

  test.each([
    ["2024-06-28", "2024-05"],
    ["2024-06-30", "2024-05"],
    ["2024-07-01", "2024-06"],
  ])("on %s the newest whole month is %s", (today, newest) => {
    const [reading] = talk(graphs(), { today: period(today), heldTo: period("2024-06-21") });
    expect(reading?.months?.at(-1)?.[0]).toBe(newest);
  });

  test("a year that is still running has no average", () => {
    const csv = `${recording("fred/aexjpus.csv")}2024-01-01,152.1\n`;
    expect(rateIn(talk(graphs({ AEXJPUS: ok(csv) })), "2024")).toBeUndefined();
  });

  test("averages that do not come are left out, days that do not are a Problem", () => {
    const [reading] = talk(graphs({ EXJPUS: outOfReach(), AEXJPUS: { status: 404, text: "" } }));
    expect(reading?.observations).toHaveLength(20);
    expect(reading?.months).toBeUndefined();
    expect(problemOf(() => talk(graphs({ DEXJPUS: outOfReach() }))).kind).toBe("unreachable");
  });
});

const days = recording("fred/dexjpus-observation-date.csv");
const BAD: Readonly<Record<string, readonly [Reply, RegExp]>> = {
  "a wrong id": [{ status: 404, text: recording("fred/wrong-id.html") }, /nothing at this address/],
  "a page with status 200": [ok(recording("fred/wrong-id.html")), /web page/],
  "another series": [ok(recording("fred/exjpus.csv")), /not of DEXJPUS/],
  "too many requests": [{ status: 429, text: "" }, /too many requests/],
  nothing: [ok(""), /empty/],
  "a header only": [ok("observation_date,DEXJPUS\n"), /no rate of DEXJPUS/],
  "holidays only": [ok("DATE,DEXJPUS\n2024-06-19,.\n"), /no rate of DEXJPUS/],
  "another table": [ok("a,b\n1,2\n"), /not the CSV of a FRED graph/],
  "a row of uneven length": [ok(`${days}2024-06-29,1,2\n`), /not a whole table/],
  "no day": [ok(`${days}2024-06-31,160\n`), /not a day/],
  "a day to come": [ok(`${days}2024-07-02,160\n`), /yet to come/],
  zero: [ok(days.replace("159.45", "0")), /cannot be a rate/],
  negative: [ok(days.replace("159.45", "-159.45")), /cannot be a rate/],
  huge: [ok(days.replace("159.45", "159450000")), /cannot be a rate/],
  text: [ok(days.replace("159.45", "n.a.")), /not a rate/],
  "two values of a day": [ok(`${days}2024-06-28,161\n`), /two values/],
};

test.each(Object.entries(BAD))("%s in place of the days is a Problem that says so", (_, [reply, why]) => {
  const problem = problemOf(() => talk(graphs({ DEXJPUS: reply })));
  expect(problem.message).toMatch(why);
});

describe("with a key", () => {
  const keyed = { ...TODAY, key: KEY };
  const averages = graphs();

  /** The API for the days, the graphs for whatever else comes to be asked. */
  const api =
    (reply: (ask: Ask) => Reply | Problem): Answers =>
    (ask) =>
      ask.at === "api" ? (idOf(ask) === "DEXJPUS" ? reply(ask) : outOfReach()) : averages(ask);

  test("the API is asked first, the key a secret", () => {
    const asks: Ask[] = [];
    const readings = talk((ask) => {
      asks.push(ask);
      return api(() => ok(recording("fred/dexjpus-api.json")))(ask);
    }, keyed);
    expect(asks[0]).toMatchObject({
      at: "api",
      path: "/fred/series/observations",
      query: { series_id: "DEXJPUS", file_type: "json", observation_start: "2024-04-22" },
      secret: { api_key: KEY },
    });
    expect(asks.some(({ path, query }) => `${path}${JSON.stringify(query)}`.includes(KEY))).toBe(false);
    expect(asks.filter((ask) => idOf(ask) === "DEXJPUS")).toHaveLength(1);
    expect(readings).toEqual(talk(graphs()));
  });

  test("pages follow one another until all values have come", () => {
    const offsets: unknown[] = [];
    const readings = talk(
      api(({ query }) => {
        offsets.push(query?.offset);
        return ok(recording(`fred/dexjpus-api-page-${query?.offset === undefined ? 1 : 2}.json`));
      }),
      keyed,
    );
    expect(offsets).toEqual([undefined, "12"]);
    expect(readings).toEqual(talk(graphs()));
  });

  const page = recording("fred/dexjpus-api.json");
  const onePageOf = page.replace('"count": 20', '"count": 21');
  test.each<[string, (ask: Ask) => Reply | Problem]>([
    ["a key that FRED does not know", () => ({ status: 400, text: recording("fred/api-bad-key.json") })],
    ["no answer", outOfReach],
    ["a web page", () => ok(recording("fred/wrong-id.html"))],
    ["JSON broken off", () => ok(page.slice(0, -5))],
    [
      "a last page that is empty",
      ({ query }) => ok(query?.offset ? onePageOf.replace(/\[[^]*\]/, "[]") : onePageOf),
    ],
    ["transformed values", () => ok(page.replace('"lin"', '"pch"'))],
    ["no observations", () => ok("{}")],
    ["a value that is none", () => ok(page.replace('"159.45"', '"-"'))],
    ["a value of zero", () => ok(page.replace('"159.45"', '"0"'))],
  ])("%s leads to the graph", (_, reply) => {
    const asked: string[] = [];
    const readings = talk((ask) => {
      if (idOf(ask) === "DEXJPUS") asked.push(ask.at);
      return api(reply)(ask);
    }, keyed);
    expect(asked.at(-1)).toBe("fredgraph");
    expect(readings).toEqual(talk(graphs()));
  });

  test("where both fail, both are named, and the key is not", () => {
    const echo: Answers = ({ at }) =>
      at === "api"
        ? { status: 400, text: `{"error_code":400,"error_message":"Bad key \\"${KEY}\\""}` }
        : { status: 503, text: "" };
    const problem = problemOf(() => talk(echo, keyed));
    expect(problem.message).toMatch(
      /FRED's API refuses to answer \(400: Bad key.*FRED is in trouble \(503\)/,
    );
    expect(problem.message).not.toContain(KEY);
  });
});

describe("downloaded files", () => {
  const read = (name: string, text = recording(`fred/${name}`)): readonly Reading[] =>
    source.readFile({ name, bytes: new TextEncoder().encode(text) });

  test("a graph of the days", () => {
    expect(rateIn(read("dexjpus-date.csv"), "2024-06-21")).toBe(159.45);
    expect(rateIn(read("dexjpus-observation-date.csv"), "2024-06-19")).toBeNull();
  });

  test("a graph of the monthly and one of the annual averages", () => {
    const [months] = read("exjpus.csv");
    expect(months?.observations).toEqual([]);
    expect(months?.months?.[0]).toEqual(["2023-01", 130.4475]);
    expect(rateIn(read("aexjpus.csv"), "2013")).toBe(97.5971);
  });

  test("a graph of several, where an empty cell is a filler and a point a holiday", () => {
    const [reading] = read("graph-of-two.csv");
    expect(reading?.observations).toEqual([
      ["2024-05-01", 157.65],
      ["2024-05-02", 153.77],
      ["2024-05-27", null],
      ["2024-05-28", 156.9],
      ["2024-06-03", 156.04],
    ]);
    expect(reading?.months).toEqual([
      ["2024-05", 155.8691],
      ["2024-06", 157.86],
    ]);
  });

  test("an answer of the API, its series named by the file or beside the figures", () => {
    const text = recording("fred/dexjpus-api.json");
    expect(rateIn(read("DEXJPUS.json", text), "2024-06-21")).toBe(159.45);
    expect(rateIn(read("a.json", text.replace("{", '{"series_id":"DEXJPUS",')), "2024-06-21")).toBe(159.45);
  });

  test.each([
    ["fredgraph.json", recording("fred/dexjpus-api.json"), /does not say of which series/],
    ["monthly.csv", recording("fred/dexjpus-by-month.csv"), /one value a month/],
    ["pch.csv", recording("fred/dexjpus-date.csv").replace("DEXJPUS", "DEXJPUS_PCH"), /none of DEXJPUS/],
    ["exjpus.csv", "DATE,EXJPUS\n2024-06-15,157.86\n", /begins no period/],
    ["eurofxref-hist.csv", recording("ecb/eurofxref-hist.csv"), /none of DEXJPUS/],
    ["page.html", recording("fred/wrong-id.html"), /web page/],
    ["dexjpus.json", "[1,", /broken off/],
  ])("%s is refused with the reason", (name, text, why) => {
    const problem = problemOf(() => read(name, text));
    expect(problem).toMatchObject({ kind: "unreadable" });
    expect(problem.message).toMatch(why);
    expect(problem.message).toContain(name);
  });
});

describe("any text", () => {
  const sound = (work: () => readonly Reading[]): void => {
    try {
      expect(work()).toHaveLength(1);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Problem);
    }
  };
  const recorded = ["dexjpus-date.csv", "exjpus.csv", "graph-of-two.csv", "dexjpus-api.json"];
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .tuple(fc.constantFrom(...recorded), fc.nat(2500), fc.nat(40), fc.string({ maxLength: 6 }))
      .map(([name, at, cut, put]) => [recording(`fred/${name}`), at, cut, put] as const)
      .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
  );

  test("as an answer ends in a reading or a Problem", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(200, 200, 400, 404, 500), (api, graph, status) =>
        sound(() => talk(({ at }) => ({ status, text: at === "api" ? api : graph }), { ...TODAY, key: KEY })),
      ),
      { numRuns: 300 },
    );
  });

  test("as a file ends in a reading or a Problem", () => {
    const names = fc.constantFrom("dexjpus.json", "fredgraph.csv", "EXJPUS.csv");
    fc.assert(
      fc.property(names, anyText, (name, text) =>
        sound(() => source.readFile({ name, bytes: new TextEncoder().encode(text) })),
      ),
      { numRuns: 300 },
    );
  });
});
