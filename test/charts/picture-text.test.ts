import fc from "fast-check";
import { categoryLabels } from "../../src/charts/picture/category-labels";
import { formatted, tickFormat } from "../../src/charts/picture/number-format";
import { scaleOf } from "../../src/charts/picture/scale";
import { escaped } from "../../src/charts/picture/svg";
import { balanced, cut, widthOf, wrap } from "../../src/charts/picture/text";

test("a title breaks between words, and Japanese where a reader would", () => {
  const title = "The deficit, 2015 to 2024: volume +29.4, exchange rate −7.4 billion US dollars";
  expect(balanced(title, 440, 14, 3, true)).toEqual([
    "The deficit, 2015 to 2024: volume +29.4,",
    "exchange rate −7.4 billion US dollars",
  ]);
  expect(
    balanced("日本のデジタル赤字、2015年の2.50兆円から2024年は6.46兆円に拡大", 300, 14, 3, true),
  ).toEqual(["日本のデジタル赤字、2015年の", "2.50兆円から2024年は6.46兆円に拡大"]);
  expect(wrap("share of 39 %", widthOf("share of 39", 10), 10, 3)).toEqual(["share of", "39\u00A0%"]);
});

test("nothing is lost or added by wrapping, and no line is too wide", () => {
  const words = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "2015年",
          "の",
          "デジタル",
          "赤字",
          "、",
          "（",
          "）",
          "ABC",
          " ",
          "１２",
          "～",
          "%",
          "、。",
        ),
        { maxLength: 30 },
      )
      .map((a) => a.join("")),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (text, width) => {
      const lines = wrap(text, width, 10, 1000);
      const bare = (s: string): string => s.replace(/\s/g, "");
      expect(bare(lines.join(""))).toBe(bare(text));
      for (const line of lines) expect(widthOf(line, 10)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 500 },
  );
});

test("what does not fit is cut with an ellipsis", () => {
  const text = cut("Registered information security specialists", 100, 10);
  expect(text).toMatch(/^Registered.*…$/);
  expect(widthOf(text, 10)).toBeLessThanOrEqual(100);
  expect(wrap("one two three four five six", 40, 10, 2)).toHaveLength(2);
});

test("labels: all of a few names on two lines, years as they fit, months by the year", () => {
  expect(categoryLabels(["Volume", "Exchange rate"], 55, 10)).toEqual([
    { index: 0, lines: ["Volume"] },
    { index: 1, lines: ["Exchange", "rate"] },
  ]);
  const years = Array.from({ length: 10 }, (_, i) => String(2015 + i));
  expect(categoryLabels(years, 40, 10)).toHaveLength(10);
  expect(categoryLabels(years, 20, 10).map(({ index }) => index)).toEqual([0, 2, 4, 6, 8]);
  const months = Array.from(
    { length: 36 },
    (_, i) => `${2023 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, "0")}`,
  );
  expect(categoryLabels(months, 5, 10).map(({ lines }) => lines[0])).toEqual(["2024", "2025", "2026"]);
});

test.each([
  [1239.3, "#,##0", "1,239"],
  [-6.4622, "#,##0.00", "−6.46"],
  [-0.001, "#,##0.00", "0.00"],
  [258.075, "0.0", "258.1"],
  [1234.5, "0", "1235"],
  [42_683_600, "#,##0.0,,", "42.7"],
  [1e16, "#,##0", "1.0e+16"],
])("%d by %s is %s", (value, format, shown) => {
  expect(formatted(value, format)).toBe(shown);
});

test("ticks are round, hold the values, and need no more decimals than they have", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000),
        { minLength: 1, maxLength: 10 },
      ),
      fc.boolean(),
      (values, zero) => {
        const { low, high, ticks, at } = scaleOf({ values, zero, most: 5 }, 300, 0);
        const invisible = (high - low) * 1e-8;
        expect(low).toBeLessThanOrEqual(Math.min(...values) + invisible);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - invisible);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(at(low)).toBe(300);
        expect(at(high)).toBe(0);
        if (zero) expect(low <= 0 && high >= 0).toBe(true);
      },
    ),
  );
  expect(scaleOf({ values: [0, 6.4], zero: true, most: 5 }, 1, 0).ticks).toEqual([0, 2, 4, 6, 8]);
  expect(tickFormat([0, 2.5, 5], "#,##0.00")).toBe("#,##0.0");
  expect(tickFormat([0, 20_000_000], "#,##0.0,,")).toBe("#,##0,,");
});

test("text is escaped, and what XML forbids is left out", () => {
  expect(escaped(`<a href="x">&'\u0007`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;'");
});
