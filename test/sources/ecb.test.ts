import * as fc from "fast-check";
import { isWeekend, period, range } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/ecb";
import type { Ask, Circumstances, Reading, Reply } from "../../src/sources/common/source";
import { expectedAndBrought } from "./batches-of";
import { converse, ok, outOfReach, recording, thrownBy } from "./converse";

const [batch] = source.batches;
const JUNE: Circumstances = { today: period("2024-06-30"), heldTo: period("2024-06-28") };

type Answers = (ask: Ask) => Reply | Problem;

const talk = (answer: Answers, circumstances = JUNE): readonly Reading[] =>
  converse(batch!.ask(circumstances), answer);

type Way = "v2" | "v1" | "portal";
const wayOf = ({ at, path }: Ask): Way => (at === "ecb" ? "portal" : path.startsWith("/v2/") ? "v2" : "v1");

/** Answers each way as told, and notes which were asked, in order and each once. */
function answering(ways: Partial<Record<Way, Reply | Problem>>): { answer: Answers; asked: Way[] } {
  const asked: Way[] = [];
  const answer: Answers = (ask) => {
    const way = wayOf(ask);
    if (asked.at(-1) !== way) asked.push(way);
    return ways[way] ?? outOfReach();
  };
  return { answer, asked };
}

const GOOD = {
  v2: ok(recording("ecb/v2-2024-06.json")),
  v1: ok(recording("ecb/v1-2024-06.json")),
  portal: ok(recording("ecb/exr-2024-06.csv")),
} as const satisfies Record<Way, Reply>;

const rateIn = (readings: readonly Reading[], currency: string, day: string): number | null | undefined =>
  readings.find(({ id }) => id === `FX.EUR${currency}.ECB`)?.observations.find(([p]) => p === day)?.[1];

const problemOf = (work: () => unknown): Problem => {
  const thrown = thrownBy(work);
  if (thrown instanceof Problem) return thrown;
  throw thrown;
};

test("its batch brings exactly the series for which the catalogue names it", () => {
  const { expected, brought } = expectedAndBrought(source);
  expect(brought).toEqual(expected);
  expect(brought).toHaveLength(12);
});

describe("what is asked", () => {
  /** Every weekday of the window at made-up rates, as Frankfurter answers. */
  const everyWeekday: Answers = ({ query = {} }) => {
    const days = range(period(query.from ?? ""), period(query.to ?? "")).filter((day) => !isWeekend(day));
    const rows = days.map((date) => ({ date, base: "EUR", quote: "JPY", rate: 150 }));
    return ok(JSON.stringify(rows));
  };

  const asksOf = (circumstances: Circumstances): readonly Ask[] => {
    const asks: Ask[] = [];
    talk((ask) => {
      asks.push(ask);
      return everyWeekday(ask);
    }, circumstances);
    return asks;
  };

  test("everything from the first fixing on, in windows of less than five years without gap or overlap", () => {
    const asks = asksOf({ today: period("2026-11-26") });
    expect(asks).toHaveLength(6);
    expect(asks[0]).toMatchObject({
      at: "frankfurter",
      path: "/v2/rates",
      query: {
        base: "EUR",
        providers: "ecb",
        quotes: "GBP,AUD,USD,CAD,CHF,SGD,HKD,CNY,THB,INR,JPY,KRW",
        from: "1999-01-04",
      },
    });
    const windows = asks.map(({ query }) => [query?.from, query?.to] as const);
    const days = windows.flatMap(([from, to]) => range(period(from ?? ""), period(to ?? "")));
    expect(days).toEqual(range(period("1999-01-04"), period("2026-11-26")));
    for (const [from, to] of windows)
      expect(range(period(from ?? ""), period(to ?? "")).length).toBeLessThanOrEqual(5 * 365);
  });

  test("a fortnight before what is held", () => {
    const asks = asksOf({ today: period("2026-11-26"), heldTo: period("2026-11-25") });
    expect(asks).toHaveLength(1);
    expect(asks[0]?.query).toMatchObject({ from: "2026-11-11", to: "2026-11-26" });
  });

  test("no day after today, even where more is held", () => {
    const [ask] = asksOf({ today: period("2026-11-26"), heldTo: period("2027-01-04") });
    expect(ask?.query).toMatchObject({ from: "2026-11-12", to: "2026-11-26" });
  });

  test("the older interface year by year, and the Bank by naming every currency", () => {
    const asks: Ask[] = [];
    const all = { today: period("2003-12-31") };
    problemOf(() => talk((ask) => (asks.push(ask), outOfReach()), all));
    expect(asks.map(wayOf)).toEqual(["v2", "v1", "portal"]);
    expect(asks[1]?.path).toMatch(/^\/v1\/1999-01-04\.\.(1999-12-3\d|2000-01-0\d)$/);
    expect(asks[2]?.path).toBe(
      "/service/data/EXR/D.GBP+AUD+USD+CAD+CHF+SGD+HKD+CNY+THB+INR+JPY+KRW.EUR.SP00.A",
    );
    expect(asks[2]?.query).toMatchObject({ format: "csvdata", startPeriod: "1999-01-04" });
  });
});

describe.each(["v2", "v1", "portal"] as const)("rates by way of %s", (way) => {
  test("are the Bank's figures, per euro as published", () => {
    const readings = talk(answering({ [way]: GOOD[way] }).answer);
    expect(rateIn(readings, "USD", "2024-06-21")).toBe(1.0688);
    expect(rateIn(readings, "JPY", "2024-06-21")).toBe(169.82);
    expect(rateIn(readings, "INR", "2024-06-20")).toBe(89.6225);
    expect(rateIn(readings, "KRW", "2024-06-21")).toBe(1484.58);
    expect(readings.every((reading) => reading.source === "ecb")).toBe(true);
  });

  test("come ascending, and of the currencies that were delivered", () => {
    const readings = talk(answering({ [way]: GOOD[way] }).answer);
    expect(readings.map(({ id }) => id).sort()).toEqual(
      ["CNY", "GBP", "INR", "JPY", "KRW", "USD"].map((c) => `FX.EUR${c}.ECB`),
    );
    for (const { observations } of readings) {
      const days = observations.map(([day]) => day);
      expect(days).toEqual([...days].sort());
      expect(days).toHaveLength(11);
    }
  });
});

test("days without a fixing are not invented", () => {
  const easter = { today: period("2024-04-05"), heldTo: period("2024-04-05") };
  const readings = talk(() => ok(recording("ecb/v2-easter-2024.json")), easter);
  const days = readings.find(({ id }) => id === "FX.EURUSD.ECB")?.observations.map(([day]) => day);
  expect(days).toEqual([
    ...["2024-03-25", "2024-03-26", "2024-03-27", "2024-03-28"],
    ...["2024-04-02", "2024-04-03", "2024-04-04", "2024-04-05"],
  ]);
});

test("the Bank's empty values and NaN are published as not observed", () => {
  const easter = { today: period("2024-04-02"), heldTo: period("2024-04-10") };
  const csv = recording("ecb/exr-all-columns.csv");
  // A file, because four days are too few for a fortnight.
  const readings = source.readFile({ name: "exr.csv", bytes: new TextEncoder().encode(csv) });
  expect(readings.find(({ id }) => id === "FX.EURUSD.ECB")?.observations).toEqual([
    ["2024-03-28", 1.0811],
    ["2024-03-29", null],
    ["2024-04-01", null],
    ["2024-04-02", 1.0749],
  ]);
  expect(problemOf(() => talk(answering({ portal: ok(csv) }).answer, easter)).message).toContain("a sample");
});

/** Replies that must not be taken for rates, by what is wrong with them. */
const row = (over: object): string => {
  const rows = JSON.parse(recording("ecb/v2-2024-06.json")) as object[];
  return JSON.stringify([...rows, { date: "2024-06-28", base: "EUR", quote: "AUD", rate: 1.6, ...over }]);
};
const table = (over: object): string =>
  JSON.stringify({ ...(JSON.parse(recording("ecb/v1-2024-06.json")) as object), ...over });
const csv = (from: string | RegExp, to: string): string => recording("ecb/exr-2024-06.csv").replace(from, to);
const PAGE = "<!doctype html><html><body>Service unavailable</body></html>";

const BAD: Readonly<Record<Way, Readonly<Record<string, Reply>>>> = {
  v2: {
    "not found": { status: 404, text: '{"status":404,"message":"not found"}' },
    "refused range": { status: 422, text: '{"status":422,"message":"range too long"}' },
    trouble: { status: 503, text: '{"message":"deadline exceeded"}' },
    "a web page": ok(PAGE),
    "broken off": ok(recording("ecb/v2-2024-06.json").slice(0, -40)),
    nothing: ok("[]"),
    "no list": ok('{"message":"hello"}'),
    "another base": ok(row({ base: "USD" })),
    zero: ok(row({ rate: 0 })),
    negative: ok(row({ rate: -1.6 })),
    huge: ok(row({ rate: 1e300 })),
    endless: ok(row({}).replace("1.6}", "1e999}")),
    text: ok(row({ rate: "about 1.6" })),
    "no day": ok(row({ date: "2024-06-31" })),
    "a day to come": ok(row({ date: "2024-07-01" })),
    "two rates of one day": ok(row({ quote: "USD", rate: 1.0706 })),
    "a sample": ok(row({}).replaceAll(/\{"date":"2024-06-(1[4-9]|2[0-6])[^}]*\},/g, "")),
  },
  v1: {
    "not found": { status: 404, text: '{"message":"not found"}' },
    "a web page": ok(PAGE),
    "broken off": ok(recording("ecb/v1-2024-06.json").slice(0, -9)),
    "another base": ok(table({ base: "USD" })),
    "another amount": ok(table({ amount: 100 })),
    "no rates": ok(table({ rates: {} })),
    "rates of no day": ok(table({ rates: { latest: { USD: 1 } } })),
    "a list": ok("[1,2]"),
  },
  portal: {
    "not found": { status: 404, text: "No results found." },
    "a web page": ok(PAGE),
    empty: ok(""),
    "only a header": ok(csv(/\r\n[^]*/, "\r\n")),
    "without a column": ok(csv("OBS_VALUE", "VALUE")),
    "another denominator": ok(csv(",USD,EUR,", ",USD,GBP,")),
    "another frequency": ok(csv("SP00.A,D,", "SP00.A,M,")),
    "rows of uneven length": ok(csv("2024-06-14,1.0686", "2024-06-14,1.0686,7")),
    negative: ok(csv(",1.0686", ",-1.0686")),
    "a comma for a point": ok(csv(",1.0686", ',"1,0686"')),
  },
};

describe("another way is taken", () => {
  test.each(Object.entries(BAD.v2))("where v2 answers with %s", (_, reply) => {
    const { answer, asked } = answering({ v2: reply, v1: GOOD.v1, portal: GOOD.portal });
    expect(rateIn(talk(answer), "JPY", "2024-06-21")).toBe(169.82);
    expect(asked).toEqual(["v2", "v1"]);
  });

  test.each(Object.entries(BAD.v1))("where v2 cannot be reached and v1 answers with %s", (_, reply) => {
    const { answer, asked } = answering({ v1: reply, portal: GOOD.portal });
    expect(rateIn(talk(answer), "JPY", "2024-06-21")).toBe(169.82);
    expect(asked).toEqual(["v2", "v1", "portal"]);
  });

  test("where v1 samples a long range", () => {
    const half = { today: period("2024-06-30"), heldTo: period("2024-01-19") };
    const { answer } = answering({ v1: ok(recording("ecb/v1-sampled-weekly.json")) });
    expect(problemOf(() => talk(answer, half)).message).toMatch(/25 days where 126 weekdays were asked for/);
  });

  test("but not where the first one answers", () => {
    const { answer, asked } = answering(GOOD);
    talk(answer);
    expect(asked).toEqual(["v2"]);
  });

  test.each(Object.entries(BAD.portal))("until none is left, where the Bank answers with %s", (_, reply) => {
    const { answer, asked } = answering({ v1: BAD.v1["not found"]!, portal: reply });
    const problem = problemOf(() => talk(answer));
    expect(problem.kind).toBe("unreachable");
    expect(problem.message).toMatch(/did not answer within 30 s.*Frankfurter \(v1\).*European Central Bank/);
    expect(asked).toEqual(["v2", "v1", "portal"]);
  });

  test("and a refusal is given in the provider's own words", () => {
    const { answer } = answering({ v2: BAD.v2["refused range"]! });
    const problem = problemOf(() => talk(answer));
    expect(problem.message).toContain("Frankfurter (v2) refuses to answer (422: range too long)");
  });
});

describe("any text", () => {
  const sound = (work: () => readonly Reading[]): void => {
    try {
      for (const { observations } of work()) expect(observations.length).toBeGreaterThan(0);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Problem);
    }
  };
  /** Recorded answers with a piece cut out or put in, which come closer to figures than random text does. */
  const mangled = (texts: readonly string[]): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom(...texts), fc.nat(4000), fc.nat(60), fc.string({ maxLength: 6 }))
      .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    mangled(Object.values(GOOD).map(({ text }) => text)),
    mangled([recording("ecb/eurofxref-hist.csv"), recording("ecb/exr-all-columns.csv")]),
  );
  const anyStatus = fc.constantFrom(200, 200, 200, 404, 422, 429, 503, 302);

  test("as an answer ends in readings or a Problem", () => {
    fc.assert(
      fc.property(anyStatus, anyText, (status, text) => sound(() => talk(() => ({ status, text })))),
      { numRuns: 300 },
    );
  });

  test("as a file ends in readings or a Problem", () => {
    fc.assert(
      fc.property(anyText, (text) =>
        sound(() => source.readFile({ name: "any.csv", bytes: new TextEncoder().encode(text) })),
      ),
      { numRuns: 300 },
    );
  });
});

describe("downloaded files", () => {
  const read = (name: string, text = recording(`ecb/${name}`)): readonly Reading[] =>
    source.readFile({ name, bytes: new TextEncoder().encode(text) });

  test.each([
    "eurofxref-hist.csv",
    "exr-2024-06.csv",
    "v1-2024-06.json",
    "v2-2024-06.json",
    "data-portal-page.csv",
  ])("%s", (name) => {
    const readings = read(name);
    expect(rateIn(readings, "USD", "2024-06-21")).toBe(1.0688);
    expect(rateIn(readings, "JPY", "2024-06-20")).toBe(169.82);
    const days = readings[0]?.observations.map(([day]) => day) ?? [];
    expect(days).toEqual([...days].sort());
  });

  test("a byte order mark and Windows line ends do not matter", () => {
    const text = `\uFEFF${recording("ecb/eurofxref-hist.csv").replaceAll("\n", "\r\n")}`;
    expect(rateIn(read("eurofxref-hist.csv", text), "GBP", "2024-06-21")).toBe(0.84531);
  });

  test("a currency that was never quoted in a file has no reading", () => {
    const text = recording("ecb/eurofxref-hist.csv").replaceAll(/,89\.\d+,|,89,/g, ",N/A,");
    expect(read("eurofxref-hist.csv", text).map(({ id }) => id)).not.toContain("FX.EURINR.ECB");
  });

  test.each([
    ["eurofxref-hist.zip", "PK\u0003\u0004", /archive/],
    ["page.html", PAGE, /web page/],
    ["dexjpus.csv", recording("fred/dexjpus-observation-date.csv"), /neither eurofxref-hist\.csv/],
    ["monthly.csv", csv(/SP00\.A,D,/g, "SP00.A,M,"), /FREQ is not D/],
    ["v1.json", "{", /broken off/],
  ])("%s is refused with the reason", (name, text, why) => {
    const problem = problemOf(() => read(name, text));
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toMatch(why);
    expect(problem.message).toContain(name);
  });
});
