import fc from "fast-check";
import {
  comparePeriods,
  countBetween,
  covers,
  enclosing,
  firstDay,
  frequencyOf,
  FREQUENCIES,
  fromOrdinal,
  isFiner,
  isPeriod,
  lastDay,
  ordinal,
  period,
  periodWords,
  range,
  readPeriod,
  shift,
  split,
  splitsInto,
  yearOf,
} from "../../src/domain/period";
import { problemOf } from "./series-builder";
import { anyPeriod, frequencies, periodsOf } from "./any-period";

describe("notation", () => {
  test.each(["2023", "2023-H1", "2023-H2", "2023-Q4", "2023-06", "2023-06-21", "FY2023", "1600", "2999"])(
    "%s is a period and its own text",
    (text) => {
      expect(period(text)).toBe(text);
      expect(readPeriod(` ${text} `)).toBe(text);
    },
  );

  test.each([
    ["2023Q4", "2023-Q4"],
    ["2023q4", "2023-Q4"],
    ["2023-q4", "2023-Q4"],
    ["2023h1", "2023-H1"],
    ["fy2023", "FY2023"],
    ["FY 2023", "FY2023"],
    ["2023-6", "2023-06"],
    ["2023-6-1", "2023-06-01"],
  ])("people write %s for %s", (typed, meant) => {
    expect(readPeriod(typed)).toBe(meant);
    expect(isPeriod(typed)).toBe(false);
  });

  test.each([
    ["2023-02-31", "not a day of the calendar"],
    ["2023-2-31", "not a day of the calendar"],
    ["2023-02-29", "not a day of the calendar"],
    ["1900-02-29", "not a day of the calendar"],
    ["2023-06-00", "not a day of the calendar"],
    ["2023-13-01", "not a day of the calendar"],
    ["2023-13", "not a month"],
    ["2023-00", "not a month"],
    ["1599", "years run from 1600 to 2999"],
    ["3000", "years run from 1600 to 2999"],
    ["0000", "years run from 1600 to 2999"],
    ["FY1599", "years run from 1600 to 2999"],
    ["21/06/2023", "could be read in several ways"],
    ["6/2023", "could be read in several ways"],
    ["2023/06", "could be read in several ways"],
    ["21.06.2023", "could be read in several ways"],
    ["2023-Q5", "not a period"],
    ["2023-H3", "not a period"],
    ["2023-W12", "not a period"],
    ["last year", "not a period"],
    ["", "not a period"],
    ["2023-06-21T00:00", "not a period"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(problemOf(() => readPeriod(typed))).toMatchObject({
      kind: "bad-input",
      message: expect.stringContaining(reason),
    });
  });

  test("29 February exists in leap years only, by the rule of 1582", () => {
    const leap = range(period("1600"), period("2999")).filter((year) => isPeriod(`${year}-02-29`));
    expect(leap).toHaveLength(339 + 1);
    expect(leap).toEqual(expect.arrayContaining(["1600", "2000", "2024", "2400"]));
    expect(leap).not.toEqual(expect.arrayContaining(["1900"]));
  });

  test("a fiscal year must end within the years known", () => {
    expect(lastDay(period("FY2998"))).toBe("2999-03-31");
    expect(problemOf(() => period("FY2999")).kind).toBe("bad-input");
  });

  test("whatever is read comes out in the notation, and again the same", () => {
    fc.assert(
      fc.property(anyPeriod, (p) => {
        expect(readPeriod(p.toLowerCase())).toBe(p);
        expect(period(readPeriod(p.replace("-Q", "Q").replace("-H", "H")))).toBe(p);
      }),
    );
  });
});

describe("counting", () => {
  test("ordinal and fromOrdinal are inverse", () => {
    fc.assert(fc.property(anyPeriod, (p) => fromOrdinal(frequencyOf(p), ordinal(p)) === p));
  });

  test("neighbours meet: the day after the last day is the first day of the next", () => {
    fc.assert(
      fc.property(anyPeriod, (p) => {
        expect(ordinal(shift(p, 1))).toBe(ordinal(p) + 1);
        expect(shift(lastDay(p), 1)).toBe(firstDay(shift(p, 1)));
        expect(shift(shift(p, 1), -1)).toBe(p);
      }),
    );
  });

  test("a range has every period between, in order", () => {
    fc.assert(
      fc.property(anyPeriod, fc.nat(30), (p, n) => {
        const all = range(p, shift(p, n));
        expect(all).toHaveLength(n + 1);
        expect(countBetween(p, shift(p, n))).toBe(n + 1);
        expect(all).toEqual(all.map((_, i) => shift(p, i)));
        expect([...all].sort(comparePeriods)).toEqual(all);
      }),
    );
  });

  test("a range that ends before it starts is empty", () => {
    expect(range(period("2024"), period("2023"))).toEqual([]);
    expect(countBetween(period("2024"), period("2023"))).toBe(0);
  });

  test("beyond the years known there is no period", () => {
    expect(problemOf(() => shift(period("2999-12"), 1)).kind).toBe("bad-input");
    expect(problemOf(() => shift(period("1600"), -1)).kind).toBe("bad-input");
    expect(problemOf(() => shift(period("2999-12-31"), 1)).kind).toBe("bad-input");
  });
});

describe("periods within periods", () => {
  test("Japan's fiscal year runs from April to March", () => {
    expect([firstDay(period("FY2023")), lastDay(period("FY2023"))]).toEqual(["2023-04-01", "2024-03-31"]);
    expect(enclosing(period("2024-03-31"), "FY")).toBe("FY2023");
    expect(enclosing(period("2024-04-01"), "FY")).toBe("FY2024");
    expect(split(period("FY2023"), "Q")).toEqual(["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"]);
    expect(split(period("FY2023"), "M").at(-1)).toBe("2024-03");
  });

  test("a fiscal year is neither made of half-years nor of calendar years", () => {
    for (const freq of ["H", "A"] as const) {
      expect(splitsInto("FY", freq)).toBe(false);
      expect(problemOf(() => split(period("FY2023"), freq)).kind).toBe("bad-input");
    }
    expect(splitsInto("A", "FY")).toBe(false);
  });

  test("sub-periods tile exactly: they start, end and meet where the period does", () => {
    fc.assert(
      fc.property(anyPeriod, frequencies, (p, freq) => {
        fc.pre(splitsInto(frequencyOf(p), freq));
        const parts = split(p, freq);
        expect(firstDay(parts[0]!)).toBe(firstDay(p));
        expect(lastDay(parts.at(-1)!)).toBe(lastDay(p));
        for (const [i, part] of parts.entries()) {
          expect(frequencyOf(part)).toBe(freq);
          expect(covers(p, part)).toBe(true);
          if (i > 0) expect(firstDay(part)).toBe(shift(lastDay(parts[i - 1]!), 1));
        }
      }),
    );
  });

  test("each part of a split is enclosed by what was split", () => {
    fc.assert(
      fc.property(anyPeriod, frequencies, (p, freq) => {
        const own = frequencyOf(p);
        fc.pre(splitsInto(own, freq));
        for (const part of split(p, freq)) expect(enclosing(part, own)).toBe(p);
      }),
    );
  });

  test("the enclosing period holds the first day", () => {
    fc.assert(
      fc.property(anyPeriod, frequencies, (p, freq) => {
        fc.pre(yearOf(p) > 1600 && yearOf(p) < 2999);
        expect(covers(enclosing(p, freq), firstDay(p))).toBe(true);
      }),
    );
  });

  test("finer is a strict order; a year and a fiscal year are alike", () => {
    for (const a of FREQUENCIES) {
      expect(isFiner(a, a)).toBe(false);
      for (const b of FREQUENCIES) expect(isFiner(a, b) && isFiner(b, a)).toBe(false);
    }
    expect(isFiner("A", "FY") || isFiner("FY", "A")).toBe(false);
  });
});

test("the order of periods is total, by last day, the shorter first", () => {
  const text = [
    "2022",
    "2023-01",
    "2023-03-31",
    "2023-03",
    "2023-Q1",
    "FY2022",
    "2023-06",
    "2023-Q2",
    "2023-H1",
  ];
  const sorted = text.map(period);
  expect([...sorted].reverse().sort(comparePeriods)).toEqual(sorted);
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      const order = comparePeriods(a, b);
      expect(comparePeriods(b, a)).toBe(order === 0 ? 0 : -order);
      if (lastDay(a) < lastDay(b)) expect(order).toBe(-1);
    }),
  );
  fc.assert(
    fc.property(
      periodsOf("D"),
      periodsOf("D"),
      (a, b) => comparePeriods(a, b) === Math.sign(ordinal(a) - ordinal(b)),
    ),
  );
});

test.each([
  ["2023", "calendar 2023"],
  ["FY2023", "fiscal 2023 (April 2023 to March 2024)"],
  ["2023-H2", "second half of 2023"],
  ["2023-Q4", "quarter 4 of 2023"],
  ["2023-06", "June 2023"],
  ["2023-06-01", "1 June 2023"],
])("%s in words: %s", (text, words) => {
  expect(periodWords(period(text))).toBe(words);
});

test("full-width digits are read as what they are", () => {
  expect(readPeriod("２０２３－０６")).toBe("2023-06");
  expect(readPeriod("２０２３")).toBe("2023");
});
