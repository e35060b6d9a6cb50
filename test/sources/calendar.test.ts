import fc from "fast-check";
import { dueAfter, monthlyOn, monthlyOnWorkday, weekdays, weekly } from "../../src/sources/common/calendar";

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const CALENDARS = {
  weekdays: weekdays(15, "weekdays"),
  weekly: weekly(1, 21, "Mondays"),
  monthly: monthlyOnWorkday(6, 0, "6th business day"),
  yearly: monthlyOn(15, 12, "in June", [6]),
};

describe("the next release", () => {
  test("on weekdays skips weekends", () => {
    const { next } = CALENDARS.weekdays;
    expect(text(next(at("2026-11-26T14:59Z")))).toBe("2026-11-26T15:00");
    expect(text(next(at("2026-11-26T15:00Z")))).toBe("2026-11-27T15:00");
    expect(text(next(at("2026-11-27T16:00Z")))).toBe("2026-11-30T15:00");
  });

  test("once a week", () => {
    expect(text(CALENDARS.weekly.next(at("2026-11-26T00:00Z")))).toBe("2026-11-30T21:00");
  });

  test("on the sixth business day: of December 2026 the 8th, as the Ministry of Finance announces", () => {
    expect(text(CALENDARS.monthly.next(at("2026-11-26T00:00Z")))).toBe("2026-12-08T00:00");
  });

  test("once a year", () => {
    expect(text(CALENDARS.yearly.next(at("2026-06-15T12:00Z")))).toBe("2027-06-15T12:00");
  });
});

describe("when figures are due", () => {
  test("at the next release, where the last was looked at long after it came out", () => {
    expect(text(dueAfter(CALENDARS.monthly, at("2026-11-26T00:00Z")))).toBe("2026-12-08T00:00");
  });

  test("again some hours after a release that was looked at at once, since releases are late", () => {
    const release = at("2026-12-08T00:00Z");
    expect(dueAfter(CALENDARS.monthly, release)).toBe(release + HOUR / 2);
    expect(dueAfter(CALENDARS.monthly, release + HOUR)).toBe(release + 2 * HOUR);
    expect(dueAfter(CALENDARS.monthly, release + 25 * HOUR)).toBe(release + 48 * HOUR);
  });

  test("always later than the last look, and never later than the next release", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(CALENDARS)),
        fc.integer({ min: at("2015-01-01T00:00Z"), max: at("2035-01-01T00:00Z") }),
        (calendar, checked) => {
          const due = dueAfter(calendar, checked);
          expect(due).toBeGreaterThan(checked);
          expect(due).toBeLessThanOrEqual(calendar.next(checked));
        },
      ),
      { numRuns: 60 },
    );
  });
});
