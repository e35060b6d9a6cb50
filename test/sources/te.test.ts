import * as fc from "fast-check";
import { dayNumber, isWeekend, period, range, type Day, type Period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/te";
import type { Ask, Circumstances, Reading, Reply } from "../../src/sources/common/source";
import { expectedAndBrought } from "./batches-of";
import { converse, ok, outOfReach, recording, thrownBy } from "./converse";

const KEY = "8be2ded12194464:5d264e3f628d440";
const NOW: Circumstances = { today: period("2026-09-30"), heldTo: period("2026-09-29"), key: KEY };

const [quotes, forecast] = source.batches;

type Answers = (ask: Ask) => Reply | Problem;
type Batch = "quotes" | "forecast";
const talk = (which: Batch, answer: Answers, circumstances: Circumstances = NOW): readonly Reading[] =>
  converse((which === "quotes" ? quotes : forecast)!.ask(circumstances), answer);

const problemOf = (work: () => unknown): Problem => {
  const thrown = thrownBy(work);
  if (thrown instanceof Problem) return thrown;
  throw thrown;
};

/** History, snapshot and projections as recorded, unless said otherwise. Closes and projections are made up. */
const answering =
  (
    over: { history?: Reply | Problem; snapshot?: Reply | Problem; forecast?: Reply | Problem } = {},
  ): Answers =>
  ({ path }) => {
    if (path.startsWith("/markets/historical/"))
      return over.history ?? ok(recording("te/history-newest-first.json"));
    if (path.startsWith("/markets/symbol/")) return over.snapshot ?? ok(recording("te/snapshot.json"));
    return over.forecast ?? ok(recording("te/forecast.json"));
  };

test("its batches bring exactly the series for which the catalogue names it", () => {
  const { expected, brought } = expectedAndBrought(source);
  expect(brought).toEqual(expected);
  expect(brought).toEqual(["FX.USDJPY.FORECAST", "FX.USDJPY.TE"]);
});

test("figures of subscribers are kept out of exports, and a key is needed", () => {
  expect(source).toMatchObject({ restricted: true, key: "required" });
  for (const key of [undefined, "", " "]) {
    const { today } = NOW;
    const problem = problemOf(() =>
      talk("quotes", () => ok("[]"), { today, ...(key !== undefined && { key }) }),
    );
    expect(problem.message).toContain("key:secret");
  }
});

describe("quotes", () => {
  test("history from a month before what is held, then the snapshot; the key a secret", () => {
    const asks: Ask[] = [];
    talk("quotes", (ask) => (asks.push(ask), answering()(ask)));
    expect(asks.map(({ path, query, secret }) => [path, query, secret])).toEqual([
      ["/markets/historical/USDJPY:CUR", { d1: "2026-08-29", d2: "2026-09-30", f: "json" }, { c: KEY }],
      ["/markets/symbol/USDJPY:CUR", { f: "json" }, { c: KEY }],
    ]);
  });

  test("are daily closes, ascending, the last price in place of the newest one", () => {
    const [reading] = talk("quotes", answering());
    expect(reading).toMatchObject({ id: "FX.USDJPY.TE", source: "te" });
    const { observations = [] } = reading ?? {};
    expect(observations).toHaveLength(22);
    expect(observations.slice(-2)).toEqual([
      ["2026-09-29", 157.62],
      ["2026-09-30", 157.3925],
    ]);
    expect(observations[0]).toEqual(["2026-09-01", 156.95]);
    expect(reading?.note).toMatch(/last price: indicative/);
  });

  test("come out the same whether the newest day comes first or last, and however days are written", () => {
    const oldestFirst = answering({ history: ok(recording("te/history-oldest-first.json")) });
    expect(talk("quotes", oldestFirst)).toEqual(talk("quotes", answering()));
    const american = recording("te/history-oldest-first.json").replaceAll(
      /(\d{4})-(\d\d)-(\d\d)T00:00:00/g,
      (_, year: string, month: string, day: string) => `${Number(month)}/${Number(day)}/${year} 12:00:00 AM`,
    );
    expect(american).toContain("9/30/2026 12:00:00 AM");
    expect(talk("quotes", answering({ history: ok(american) }))).toEqual(talk("quotes", answering()));
  });

  test("a newer snapshot extends the closes", () => {
    const closes = recording("te/history-newest-first.json").replace(/\[\n\{[^}]*\},\n/, "[\n");
    const [reading] = talk("quotes", answering({ history: ok(closes) }));
    expect(reading?.observations.map(([day]) => day).slice(-2)).toEqual(["2026-09-29", "2026-09-30"]);
  });

  test.each<[string, Reply | Problem]>([
    ["that cannot be had", outOfReach()],
    ["of another symbol", ok(recording("te/snapshot.json").replace("USDJPY:CUR", "EURUSD:CUR"))],
    [
      "that is older than the closes",
      ok(recording("te/snapshot.json").replace("2026-09-30T", "2026-09-28T")),
    ],
    ["of a day to come", ok(recording("te/snapshot.json").replace("2026-09-30T", "2026-10-01T"))],
    [
      "whose day may be one of two",
      ok(recording("te/snapshot.json").replace("2026-09-30T20:59:00", "09/10/2026")),
    ],
    ["without rows", ok("[]")],
  ])("a snapshot %s leaves the closes as they are", (_, snapshot) => {
    const [reading] = talk("quotes", answering({ snapshot }));
    expect(reading?.observations.at(-1)).toEqual(["2026-09-30", 157.39]);
    expect(reading?.note).toBeUndefined();
  });

  test("a day without a close is left out", () => {
    const text = recording("te/history-newest-first.json").replace('"Close":157.05', '"Close":null');
    const [reading] = talk("quotes", answering({ history: ok(text) }));
    expect(reading?.observations.map(([day]) => day)).not.toContain("2026-09-28");
    expect(reading?.observations).toHaveLength(21);
  });
});

describe("a long history", () => {
  const begun = period("2018-01-01");
  const today = period("2026-09-30");

  /** Made-up closes of all weekdays asked for, as many as an answer holds, cut off at one end or the other. */
  const capped =
    (most: number, keep: "newest" | "oldest"): Answers =>
    ({ path, query = {} }) => {
      if (!path.startsWith("/markets/historical/")) return outOfReach();
      const first = [period(query.d1 ?? ""), begun].sort().at(-1) as Day;
      const all = range(first, period(query.d2 ?? "")).filter((day) => !isWeekend(day));
      const kept = keep === "newest" ? all.slice(-most).reverse() : all.slice(0, most);
      const rows = kept.map((day) => ({
        Symbol: "USDJPY:CUR",
        Date: `${day}T00:00:00`,
        Close: 100 + (dayNumber(day) % 50),
      }));
      return ok(JSON.stringify(rows));
    };

  test.each([
    [10_000, "newest"],
    [10_000, "oldest"],
    [300, "newest"],
    [300, "oldest"],
  ] as const)("is whole where an answer holds %d rows, the %s", (most, keep) => {
    const [reading] = talk("quotes", capped(most, keep), { today, key: KEY });
    const weekdays = range(begun, today).filter((day) => !isWeekend(day));
    expect(reading?.observations.map(([day]) => day)).toEqual(weekdays);
  });

  test("is given up where answers are so small that it would never end", () => {
    const problem = problemOf(() => talk("quotes", capped(20, "newest"), { today, key: KEY }));
    expect(problem.message).toContain("does not end after 60 answers");
  });

  test("an address that pays no heed to the days asked for is asked twice, not for ever", () => {
    let asks = 0;
    const same: Answers = ({ path }) => {
      if (!path.startsWith("/markets/historical/")) return outOfReach();
      asks++;
      return ok(recording("te/history-newest-first.json"));
    };
    expect(talk("quotes", same, { today, key: KEY })[0]?.observations).toHaveLength(22);
    expect(asks).toBe(2);
  });
});

describe("projections", () => {
  const quartersOf = (readings: readonly Reading[]): readonly (readonly [Period, number | null])[] =>
    readings[0]?.observations.map(([p, value]) => [p, value] as const) ?? [];

  test("are for the ends of quarters, the running one first; that they were counted is said", () => {
    const readings = talk("forecast", answering());
    expect(quartersOf(readings)).toEqual([
      ["2026-Q3", 157.5],
      ["2026-Q4", 156.25],
      ["2027-Q1", 155],
      ["2027-Q2", 153.75],
    ]);
    expect(readings[0]).toMatchObject({ id: "FX.USDJPY.FORECAST", source: "te" });
    expect(readings[0]?.note).toContain("counted from the running one");
  });

  test("dates of their own count for more", () => {
    const text = recording("te/forecast-dated.json");
    const readings = talk("forecast", answering({ forecast: ok(text) }));
    expect(quartersOf(readings).map(([p]) => p)).toEqual(["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"]);
    expect(readings[0]?.note).toBeUndefined();
  });

  test.each(["Forecast#", "forecast#", "ForecastValue#Q", "q#"])("fields called %s are read", (name) => {
    const text = recording("te/forecast.json").replaceAll(/Forecast(\d)/g, (_, n: string) =>
      name.replace("#", n),
    );
    expect(quartersOf(talk("forecast", answering({ forecast: ok(text) })))).toHaveLength(4);
  });

  test("one that is not given is left out", () => {
    const text = recording("te/forecast.json").replace("155", "null");
    const readings = talk("forecast", answering({ forecast: ok(text) }));
    expect(quartersOf(readings).map(([p]) => p)).toEqual(["2026-Q3", "2026-Q4", "2027-Q2"]);
  });

  const dated = recording("te/forecast-dated.json");
  test.each([
    [
      "a row of an earlier quarter",
      recording("te/forecast.json").replace("09-30T", "06-30T"),
      /cannot be told/,
    ],
    ["a row from the future", recording("te/forecast.json").replace("2026-09", "2026-12"), /cannot be told/],
    ["a date within a quarter", dated.replace("12/31/2026", "12/30/2026"), /not the end of a quarter/],
    ["a quarter that is over", dated.replace("9/30/2026 12", "6/30/2026 12"), /is over/],
    ["one quarter twice", dated.replace("12/31/2026", "9/30/2026"), /two projections for one quarter/],
    ["no projection", recording("te/forecast.json").replaceAll("Forecast", "Other"), /no projection/],
    [
      "a projection below zero",
      recording("te/forecast.json").replace("156.25", "-156.25"),
      /cannot be a rate/,
    ],
    ["another symbol", recording("te/forecast.json").replace("USDJPY", "USDCNY"), /not of USDJPY/],
  ])("%s is refused", (_, text, why) => {
    const problem = problemOf(() => talk("forecast", answering({ forecast: ok(text) })));
    expect(problem.message).toMatch(why);
  });
});

/** An answer in place of the figures, and what is said of it. */
const REFUSALS: readonly (readonly [string, Reply, RegExp])[] = [
  ["no key", { status: 401, text: "You must provide valid credentials." }, /does not accept the key.*401/],
  [
    "a limit",
    { status: 403, text: "Download limit reached." },
    /refuses more downloads.*403: Download limit/,
  ],
  ["throttling", { status: 409, text: "" }, /too many requests a second.*409/],
  [
    "a plan without Japan",
    { status: 403, text: recording("te/no-access.txt") },
    /does not cover Japan: No Access/,
  ],
  [
    "the same with status 200",
    ok(JSON.stringify(recording("te/no-access.txt"))),
    /does not cover Japan: No Access/,
  ],
  [
    "the same as an object",
    ok('{"Message":"No Access to this country as free user."}'),
    /does not cover Japan/,
  ],
  ["an empty list", ok("[]"), /does not cover Japan: it is answered with no/],
  ["another message", ok('{"Message":"Try later"}'), /it says "Try later"/],
  ["trouble", { status: 500, text: "<html><body>Error</body></html>" }, /is in trouble \(500\)/],
  ["a web page", ok("<!DOCTYPE html><html></html>"), /web page/],
  ["JSON broken off", ok('[{"Symbol":"USDJPY:CUR"'), /broken off/],
  ["a number", ok("7"), /not a list/],
  ["a list of numbers", ok("[7]"), /not a list of rows/],
];

describe.each(["quotes", "forecast"] as const)("%s", (which) => {
  test.each(REFUSALS)("%s", (_, reply, why) => {
    const problem = problemOf(() => talk(which, answering({ history: reply, forecast: reply })));
    expect(problem.message).toMatch(why);
  });

  test("the key is in no message, wherever the provider puts it", () => {
    const [id = "", secret = ""] = KEY.split(":");
    const echo = fc.constantFrom(KEY, encodeURIComponent(KEY), id, secret, `c=${KEY}&f=json`);
    const frames = fc.constantFrom("#", '"#"', '{"Message":"#"}', "[#", '[{"Symbol":"#"}]', "No access: #");
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 401, 403, 409, 500), frames, echo, (status, frame, key) => {
        const reply = { status, text: frame.replace("#", key) };
        const problem = problemOf(() => talk(which, answering({ history: reply, forecast: reply })));
        const { cause } = problem;
        for (const words of [problem.message, cause instanceof Error ? cause.message : ""])
          for (const part of [id, secret]) expect(words).not.toContain(part);
      }),
    );
  });
});

describe("a history", () => {
  const closes = recording("te/history-newest-first.json");
  test.each([
    ["zero", closes.replace('"Close":157.62', '"Close":0'), /cannot be a rate/],
    ["negative", closes.replace('"Close":157.62', '"Close":-1'), /cannot be a rate/],
    ["huge", closes.replace('"Close":157.62', '"Close":1e12'), /cannot be a rate/],
    ["text", closes.replace('"Close":157.62', '"Close":"n/a"'), /not a rate/],
    ["a day to come", closes.replace("30/09/2026", "30/10/2026"), /yet to come/],
    ["no date", closes.replace('"Date":"30/09/2026",', ""), /no date/],
    ["no day", closes.replace("30/09/2026", "31/09/2026"), /dates cannot be read/],
    ["dates of two kinds", closes.replace("30/09/2026", "9/30/2026"), /dates cannot be read/],
    ["dates of two meanings", '[{"Symbol":"USDJPY:CUR","Date":"05/06/2026","Close":1}]', /in two ways/],
    ["another symbol", closes.replace("USDJPY:CUR", "EURUSD:CUR"), /not of USDJPY:CUR only/],
  ])("with %s is refused", (_, text, why) => {
    const problem = problemOf(() => talk("quotes", answering({ history: ok(text) })));
    expect(problem).toMatchObject({ kind: "unreadable" });
    expect(problem.message).toMatch(why);
  });
});

test("files are refused with the reason", () => {
  const bytes = new TextEncoder().encode(recording("te/snapshot.json"));
  const problem = problemOf(() => source.readFile({ name: "usdjpy.json", bytes }));
  expect(problem.message).toMatch(/usdjpy\.json cannot be read: .* API only/);
});

test("any text as an answer ends in readings or a Problem", () => {
  const recorded = ["history-newest-first.json", "forecast-dated.json", "snapshot.json"];
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .tuple(fc.constantFrom(...recorded), fc.nat(2500), fc.nat(40), fc.string({ maxLength: 6 }))
      .map(([name, at, cut, put]) => [recording(`te/${name}`), at, cut, put] as const)
      .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
  );
  fc.assert(
    fc.property(
      fc.constantFrom<Batch>("quotes", "forecast"),
      fc.constantFrom(200, 200, 200, 401, 403, 409, 500),
      anyText,
      (which, status, text) => {
        try {
          for (const { observations } of talk(which, () => ({ status, text })))
            expect(observations.length).toBeGreaterThan(0);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
      },
    ),
    { numRuns: 500 },
  );
});
