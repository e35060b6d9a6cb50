import { CHARTS } from "../../src/charts/index";
import { connectEmbedded } from "../../src/workbench/connect";
import { failure } from "../functions/ask";
import { findingOf, VARIANTS } from "./run-calls";

beforeAll(() => void connectEmbedded());

const ALL = [...CHARTS.map(({ id }) => [id, ""] as const), ...VARIANTS];

test.each(ALL)("%s %s says it in both languages, as sentences", async (id, options) => {
  const english = await findingOf(id, options);
  const japanese = await findingOf(id, [options, "lang=ja"].filter((t) => t !== "").join(";"));
  for (const text of Object.values(english)) {
    expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|[\u3040-\u30FF]|\s{2}|\.\.|,,/);
    expect(text.trim()).toBe(text);
  }
  for (const text of Object.values(japanese)) {
    expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|。。|、、/);
    expect(text).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/);
  }
  expect(english.title.length).toBeLessThanOrEqual(120);
  expect(english.sentence).toMatch(/^[A-Z0-9].*\.$/s);
  expect(japanese.sentence).toMatch(/。$/);
  expect(english.source).toMatch(/^Source: /);
  expect(japanese.source).toMatch(/^出所：/);
});

test("the press's sentence: more than doubled since 2015", async () => {
  const said = await findingOf("digital-balance", "years=9;end=2023");
  expect(said.title).toBe("Japan's digital deficit grew from 2.50 to 5.35 trillion yen, 2015 to 2023");
  expect(said.sentence).toContain("2.13 times as large");
  expect(said.sentence).toContain("No complete figures for 2017 to 2022.");
  expect(said.sentence).toContain("2023 is preliminary.");
  expect(said.sentence).toContain(
    "of different vintages (26 May 2017 and 21 June 2024); part of the change may be revision",
  );
  expect(said.subtitle).toBe("Trillion yen, three items, 2015 to 2023");
  expect(said.source).toContain("Embedded figures, as of 2026-11-23.");
});

test("a year alone is stated, not compared", async () => {
  const said = await findingOf("digital-balance", "years=3;end=2023");
  expect(said.title).toBe("Japan's digital deficit was 5.35 trillion yen in 2023");
  expect(said.sentence).toContain("no other year shown has a figure to compare it with");
});

test("approximate figures are never compared with exact ones, and said to be about", async () => {
  const said = await findingOf("digital-balance", "def=5item");
  expect(said.title).toContain("to 6.65 trillion yen, 2016 to 2024");
  expect(said.sentence).toContain("about 4.80 trillion yen in 2022 and 6.70 trillion yen in 2025");
});

test("a surplus is called one, and a turn is not a growth", async () => {
  const united = await findingOf("digital-balance", "area=US;def=deliverable");
  expect(united.title).toMatch(/^The United States' surplus in digitally deliverable services grew/);
  const germany = await findingOf("digital-balance", "area=IE;def=deliverable;years=14");
  expect(germany.sentence).toMatch(
    /^Ireland's deficit in digitally deliverable services \(UNCTAD\) (shrank|grew) from/,
  );
  const france = await findingOf("digital-balance", "area=KR;def=deliverable;years=14");
  expect(france.sentence).toMatch(/^South Korea's/);
});

test("parts are shared only where all are held exactly", async () => {
  const said = await findingOf("digital-components", "");
  expect(said.title).toBe("Computer services: the largest part of the 2016 deficit, 39 %");
  expect(said.sentence).toContain("0.98 trillion yen (39 %)");
  expect(said.sentence).toContain("For 2023 and 2024 not all parts are held, or only approximately");
});

test("the yen's part: 158 % in yen, 106 % in dollars", async () => {
  const said = await findingOf("yen-dollar-index", "end=2024");
  expect(said.title).toBe("The deficit of 2024: 258 in yen, 206 in US dollars (2015 = 100)");
  expect(said.sentence).toContain("158 % above 2015 in yen and 106 % above 2015 in US dollars");
  expect(said.sentence).toContain("the fall of the yen");
});

test("three rates name each rate and its day", async () => {
  const said = await findingOf("three-rates", "year=2023");
  expect(said.sentence).toContain(
    "38.0 billion US dollars at the average rate of 2023 (140.59 yen per US dollar)",
  );
  expect(said.sentence).toContain("33.4 billion US dollars at the latest rate, 159.83 on 13 April 2026");
});

test("holders: a stock, shares of foreign holdings; changes are no purchases; breaks are flagged", async () => {
  const held = await findingOf("treasury-holders", "month=2024-12");
  expect(held.sentence).toContain(
    "Japan 1,061.5 billion US dollars (12.3 %), China 759.0 billion US dollars (8.8 %)",
  );
  expect(held.subtitle).toBe("Billion US dollars, stock at the end of December 2024");
  const changed = await findingOf("holdings-change", "month=2011-12;top=3");
  expect(changed.sentence).toContain("they are not purchases");
  expect(changed.sentence).toContain(
    "A series break († in the chart) falls within the year for China, Japan and Oil exporters.",
  );
});

test("countries: one named concept, and what it is not", async () => {
  const said = await findingOf("deliverable-by-country", "year=2023");
  expect(said.sentence).toContain("Of 15 countries, 8 ran a surplus");
  expect(said.sentence).toContain("Japan was number 15 from the top.");
  expect(said.sentence).toContain("a wider concept than Japan's digital items");
});

test("years of deficit: a stock over a flow, the basis named", async () => {
  const said = await findingOf("holdings-cover", "end=2024");
  expect(said.title).toBe("Japan's Treasuries: 25.8 years of the digital deficit of 2024");
  expect(said.sentence).toContain("a ratio of a stock to a flow");
  expect(said.sentence).toContain("converted into yen at the last rate of the year");
});

test("targets: 3,750 a year, 3,500 behind; projections are none", async () => {
  expect((await findingOf("target-path", "")).title).toContain(
    "3,750 a year (12.1 % compound); from now 4,333",
  );
  expect((await findingOf("target-bullet", "")).title).toBe(
    "About 24,000 of 50,000 by FY2030, 3,500 short of the path",
  );
  expect((await findingOf("target-gap", "")).title).toContain(
    "3,500 behind on the straight path, 1,149 behind on the compound one",
  );
  const projected = await findingOf("deficit-projections", "");
  expect(projected.sentence).toContain("Projections, not targets.");
  expect(projected.sentence).toContain("own scope");
});

test("as of a day, only what was known then", async () => {
  const said = await findingOf("digital-balance", "end=2023;years=9;asof=2024-06-30");
  expect(said.sentence).toContain("5.35 trillion yen in 2023");
  expect((await failure("CAPTION", "digital-balance", "end=2023;years=3;asof=2024-03-01")).code).toBe("#N/A");
  const projected = await findingOf("deficit-projections", "asof=2024-12-31");
  expect(projected.sentence).not.toContain("PIVOT");
});

test("where nothing is held, the reason", async () => {
  const none = await failure("CAPTION", "digital-balance", "end=2020;years=3");
  expect(none).toEqual({ code: "#N/A", message: expect.stringContaining("not in the embedded data") });
  const about = await failure("CAPTION", "component-change", "to=2024");
  expect(about.message).toContain("approx=allow");
});
