import { connectEmbedded } from "../../src/workbench/connect";
import { ask, failure, sentence } from "./ask";

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
