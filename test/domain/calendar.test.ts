import fc from "fast-check";
import {
  dayFromExcelSerial,
  dayFromNumber,
  dayNumber,
  dayOfInstant,
  excelSerial,
  firstDay,
  isWeekend,
  lastDay,
  period,
  shift,
  split,
  weekday,
  weekdaysIn,
  wholeYears,
  yearsBetween,
  yearOf,
} from "../../src/domain/period";
import { anyPeriod, periodsOf } from "./any-period";
import { problemOf } from "./series-builder";

const day = periodsOf("D");

describe("Excel's dates (1900 system)", () => {
  test.each([
    [45291, "2023-12-31"],
    [45464, "2024-06-21"],
    [61, "1900-03-01"],
    [25569, "1970-01-01"],
    [401768, "2999-12-31"],
  ])("%d is %s", (serial, text) => {
    expect(dayFromExcelSerial(serial)).toBe(text);
    expect(excelSerial(period(text))).toBe(serial);
  });

  test("the time of day is dropped", () => {
    expect(dayFromExcelSerial(45291.999)).toBe("2023-12-31");
  });

  test.each([-1, 0, 60, 401769, 1e10, 1e300, Infinity, NaN])("%d is no date", (serial) => {
    expect(problemOf(() => dayFromExcelSerial(serial)).kind).toBe("bad-input");
  });

  test("there and back", () => {
    fc.assert(
      fc.property(day, (d) => {
        fc.pre(d >= "1900-03-01");
        expect(dayFromExcelSerial(excelSerial(d))).toBe(d);
      }),
    );
  });
});

describe("days", () => {
  test("count from 1970 on, in every time zone", () => {
    expect(dayNumber(period("1970-01-01"))).toBe(0);
    expect(dayNumber(period("2024-03-01")) - dayNumber(period("2024-02-28"))).toBe(2);
    fc.assert(fc.property(day, (d) => dayFromNumber(dayNumber(d)) === d));
  });

  test("an instant is on its UTC day", () => {
    expect(dayOfInstant(Date.UTC(2024, 5, 21, 23, 59, 59, 999))).toBe("2024-06-21");
    expect(dayOfInstant(-1)).toBe("1969-12-31");
  });

  test("only a day has a number", () => {
    expect(problemOf(() => dayNumber(period("2024-06"))).kind).toBe("bad-input");
  });

  test("days of the week", () => {
    expect(weekday(period("2024-06-21"))).toBe(5);
    expect(weekday(period("1600-01-01"))).toBe(6);
    expect(["2024-06-21", "2024-06-22", "2024-06-23", "2024-06-24"].map((d) => isWeekend(period(d)))).toEqual(
      [false, true, true, false],
    );
    fc.assert(fc.property(day, (d) => weekday(shift(d, 1)) === (weekday(d) + 1) % 7));
  });

  test("weekdays of a period are those found by looking at each day", () => {
    fc.assert(
      fc.property(anyPeriod, (p) => {
        expect(weekdaysIn(p)).toBe(split(p, "D").filter((d) => !isWeekend(d)).length);
      }),
    );
    expect(weekdaysIn(period("2023"))).toBe(260);
    expect(weekdaysIn(period("2024-06-22"))).toBe(0);
  });
});

describe("anniversaries", () => {
  test.each([
    ["2023-04-01", "2031-03-31", 8],
    ["2023-04-01", "2031-04-01", 8],
    ["2023-04-01", "2025-04-01", 2],
    ["2025-04-01", "2031-03-31", 6],
    ["2024-01-01", "2030-12-31", 7],
    ["2020-02-29", "2024-02-29", 4],
    ["2020-02-29", "2024-02-28", 4],
    ["2000-01-01", "2999-12-31", 1000],
    ["2023-04-01", "2031-03-30", undefined],
    ["2020-02-29", "2023-02-28", undefined],
  ])("from %s to %s: %s", (from, to, years) => {
    expect(wholeYears(period(from), period(to))).toBe(years);
  });

  test("a whole number of years reaches the same place of the calendar, or the day before it", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, n) => {
        fc.pre(yearOf(from) + n < 2999 && !from.endsWith("02-29"));
        const anniversary = period(`${yearOf(from) + n}${from.slice(4)}`);
        expect(wholeYears(from, anniversary)).toBe(n);
        expect(wholeYears(from, shift(anniversary, -1))).toBe(n);
      }),
    );
  });

  test("between anniversaries, days over 365.25", () => {
    expect(yearsBetween(period("2023-04-01"), period("2023-10-01"))).toBe(183 / 365.25);
    expect(yearsBetween(firstDay(period("FY2023")), lastDay(period("FY2030")))).toBe(8);
    expect(yearsBetween(period("2023-04-01"), period("2022-04-01"))).toBe(-1);
  });
});
