import fc from "fast-check";
import { Problem } from "../../src/domain/problem";
import { writtenAmounts, writtenPairs } from "../../src/domain/written-amount";

/** Value, currency and band of the only amount in a text. */
function only(text: string): readonly [number, string, number, number] {
  const amounts = writtenAmounts(text);
  expect(amounts).toHaveLength(1);
  const [a] = amounts;
  return [a!.value, a!.currency, a!.low, a!.high];
}

const JAPANS = [5.35e12, "JPY", 5.345e12, 5.355e12] as const;

describe("one amount, in whatever notation", () => {
  test.each([
    "5.35 trillion yen",
    "5.35-trillion-yen",
    "¥5.35tn",
    "￥５．３５ｔｎ",
    "JPY 5.35 trillion",
    "5.35兆円",
    "5兆3500億円",
    "５兆３，５００億円",
  ])("%s", (text) => {
    expect(only(text)).toEqual(JAPANS);
  });

  test.each([
    ["$33.7 billion", 33.7e9, "USD", 33.65e9, 33.75e9],
    ["US$33.7bn", 33.7e9, "USD", 33.65e9, 33.75e9],
    ["337億ドル", 33.7e9, "USD", 33.65e9, 33.75e9],
    ["337億米ドル", 33.7e9, "USD", 33.65e9, 33.75e9],
    ["C$10bn", 10e9, "CAD", 9.5e9, 10.5e9],
    ["€12.5m", 12.5e6, "EUR", 12.45e6, 12.55e6],
    ["5兆3452億円", 5.3452e12, "JPY", 5.34515e12, 5.34525e12],
    ["3億5千万円", 3.5e8, "JPY", 3.45e8, 3.55e8],
    ["1万2345円", 12345, "JPY", 12344.5, 12345.5],
    ["10百万円", 1e7, "JPY", 9.5e6, 10.5e6],
    ["5,345,200 million yen", 5.3452e12, "JPY", 5.3451995e12, 5.3452005e12],
    ["▲5兆3452億円", -5.3452e12, "JPY", -5.34525e12, -5.34515e12],
    ["△1,234億円", -1.234e11, "JPY", -1.2345e11, -1.2335e11],
    ["−5.3 trillion yen", -5.3e12, "JPY", -5.35e12, -5.25e12],
    ["$33 to 34 billion", 33.5e9, "USD", 32.5e9, 34.5e9],
    ["5.3-5.4 trillion yen", 5.35e12, "JPY", 5.25e12, 5.45e12],
    ["5兆3000億〜5兆4000億円", 5.35e12, "JPY", 5.25e12, 5.45e12],
  ] as const)("%s", (text, value, currency, low, high) => {
    expect(only(text)).toEqual([value, currency, low, high]);
  });

  test.each(["about 5.35 trillion yen", "nearly ¥5.35tn", "約5.35兆円", "およそ５兆３５００億円"])(
    "is marked in: %s",
    (text) => {
      expect(writtenAmounts(text)[0]).toMatchObject({ value: 5.35e12, about: true });
    },
  );

  test.each(["in 2023", "50,000 specialists by FY2030", "33.7 billion", "2015年から", "", "yen and dollars"])(
    "is none in: %s",
    (text) => {
      expect(writtenAmounts(text)).toEqual([]);
    },
  );

  test("says where it stands, so that it can be marked", () => {
    const text = "赤字は約５兆３，４５２億円（337億ドル）だった";
    for (const { start, end, text: own } of writtenAmounts(text)) expect(text.slice(start, end)).toBe(own);
    expect(writtenAmounts(text).map((a) => a.text)).toEqual(["５兆３，４５２億円", "337億ドル"]);
  });
});

describe("pairs", () => {
  test("the article's own", () => {
    const [pair, more] = writtenPairs(
      "Japan's digital deficit, more than doubling since 2015 to 5.35 trillion yen ($33.7 billion) in 2023",
    );
    expect(more).toBeUndefined();
    expect([pair?.first.value, pair?.first.currency]).toEqual([5.35e12, "JPY"]);
    expect([pair?.second.value, pair?.second.currency]).toEqual([33.7e9, "USD"]);
  });

  test.each([
    ["5兆3500億円（337億ドル）", 1],
    ["5兆3500億円（約337億ドル）", 1],
    ["JPY 5.35 trillion, or about $33.7 billion", 1],
    ["6.6兆円 = 430億ドル", 1],
    ["US$33.7 billion (¥5.35 trillion); €12.5m (£10m)", 2],
    ["rose from 2.5 to 5.35 trillion yen ($33.7bn)", 1],
    ["2015年の2.5兆円から2023年は5.35兆円（337億ドル）に", 1],
    ["5.35 trillion yen in receipts and, much later in the year, $33.7 billion in payments", 0],
    ["5.35 trillion yen (2.5 trillion yen)", 0],
  ])("%s: %d", (text, count) => {
    expect(writtenPairs(text)).toHaveLength(count);
  });

  test("the ends of a change are two amounts, not a range", () => {
    expect(writtenAmounts("from 2.5 to 5.35 trillion yen").map((a) => a.value)).toEqual([2.5e12, 5.35e12]);
  });
});

test("a book is refused with the reason, not read for minutes", () => {
  expect(() => writtenAmounts("5 yen ".repeat(10_000))).toThrow(Problem);
});

test("any text ends in amounts whose band holds their value", () => {
  const piece = fc.constantFrom(..."0123456789.,-–~〜 兆億万千百円$¥€ド▲△()（".split(""), "ドル", "yen", "bn", "trillion", "to", "about"); // prettier-ignore
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
      (text) => {
        for (const a of writtenAmounts(text)) {
          expect(Number.isFinite(a.value)).toBe(true);
          expect(a.low).toBeLessThanOrEqual(a.value);
          expect(a.high).toBeGreaterThanOrEqual(a.value);
          expect(a.end).toBeGreaterThan(a.start);
        }
        writtenPairs(text);
      },
    ),
    { numRuns: 500 },
  );
});
