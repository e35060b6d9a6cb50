import fc from "fast-check";
import type { ChartOption } from "../../src/charts/common/options";
import { CHARTS } from "../../src/charts/index";
import { connectEmbedded } from "../../src/workbench/connect";
import { ask, failure, isFailure, sentence, type Failure } from "./ask";

beforeAll(() => void connectEmbedded());

test("the sentence is the standard part, the chart's id is read in any case", async () => {
  const whole = await sentence("CAPTION", "digital-balance");
  expect(await sentence("CAPTION", " DIGITAL-BALANCE ", "part=sentence")).toBe(whole);
  expect(whole).toMatch(/^Japan's digital deficit \(three items\) grew from/);
  expect(await ask("CAPTION", [["digital-balance"]], null)).toBe(whole);
});

test("options as text or as a range of keys and values, dates as cells have them", async () => {
  const text = await sentence("CAPTION", "digital-balance", "part=title;fx=USD;years=11;asof=2025-03-01");
  const range = [
    ["part", "title"],
    ["fx", "usd"],
    ["years", 11],
    ["asof", 45717],
    ["", ""],
  ];
  expect(await sentence("CAPTION", "digital-balance", range)).toBe(text);
  expect(text).toContain("billion US dollars");
});

test("Japanese", async () => {
  expect(await sentence("CAPTION", "digital-balance", "part=title;lang=ja")).toBe(
    "日本のデジタル赤字、2015年の2.50兆円から2024年は6.46兆円に拡大",
  );
});

test("show=why says what the chart asks, what it shows and where from", async () => {
  const why = await sentence("CAPTION", "three-rates", "show=why;year=2023");
  expect(why.split("\n")).toEqual([
    "The same deficit at three rates: How much does the choice of the exchange rate matter?",
    await sentence("CAPTION", "three-rates", "year=2023"),
    await sentence("CAPTION", "three-rates", "year=2023;part=source"),
  ]);
});

test.each([
  [
    ["digital-balanse"],
    /"digital-balanse" is not a chart that DigiTrade knows; the nearest are digital-balance, /,
  ],
  [[null], /chart is missing; give it as text/],
  [[2023], /chart must be text/],
  [
    ["digital-balance", "part=headline"],
    /part=headline is not known; did you mean part=\w+\? Allowed: title, subtitle, sentence, source/,
  ],
  [["digital-balance", "part=title;part=title"], /part is given twice/],
  [["digital-balance", "show=how"], /show=how is not known/],
  [["digital-balance", "unit=bn"], /"unit" is not an option; did you mean \w+\? Options of digital-balance/],
  [["digital-balance", "title"], /"title" is not an option; write key=value/],
  [["digital-balance", 5], /options must be text/],
  [["target-path", "target=JP.NOSUCH"], /target=JP.NOSUCH is not known; did you mean target=JP\./],
] as const)("%j is refused with a sentence", async (args, words) => {
  expect(await failure("CAPTION", ...args)).toEqual({
    code: "#VALUE!",
    message: expect.stringMatching(words),
  });
});

test("an argument that is #N/A makes the caption #N/A", async () => {
  expect((await failure("CAPTION", { type: "Error", basicValue: "#N/A" })).code).toBe("#N/A");
});

/** A value that an option allows. */
function valueOf({ allowed }: ChartOption): fc.Arbitrary<string> {
  const years = fc.integer({ min: 2005, max: 2030 }).map(String);
  switch (allowed.kind) {
    case "list":
      return fc.constantFrom(...allowed.values.map(({ value }) => value));
    case "count":
      return fc.integer({ min: allowed.least, max: allowed.most }).map(String);
    case "year":
      return allowed.latest ? fc.oneof(fc.constant("latest"), years) : years;
    case "month":
      return years.map((year) => `${year}-12`);
    case "basis":
      return fc.constantFrom("avg", "end", "2024-06-21");
    case "day":
      return fc.constantFrom("2017-06-30", "2024-06-30", "2026-01-01");
  }
}

test("any chart with any choices that it allows speaks, or says why it cannot", async () => {
  const asked = fc.constantFrom(...CHARTS).chain((chart) =>
    fc.tuple(
      fc.constant(chart.id),
      fc.constantFrom("title", "subtitle", "sentence", "source"),
      fc
        .subarray([...chart.options])
        .chain((some) =>
          fc.tuple(...some.map((option) => valueOf(option).map((value) => `${option.key}=${value}`))),
        ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(asked, async ([id, part, options]) => {
      const answer = await ask("CAPTION", id, [...options, `part=${part}`].join(";"));
      if (typeof answer === "string") {
        expect(answer).not.toMatch(/undefined|NaN|Infinity|\[object/);
        expect(answer.length).toBeGreaterThan(5);
      } else {
        expect(isFailure(answer)).toBe(true);
        expect((answer as Failure).message).not.toMatch(/report/);
      }
    }),
    { numRuns: 80 },
  );
});

test("with nothing at hand yet, a chart of fifteen countries in another currency comes in a few requests", async () => {
  connectEmbedded();
  expect(await sentence("CAPTION", "deliverable-by-country", "year=2023;fx=JPY;part=title")).toContain(
    "Balances of 2023",
  );
});
