import { rateFacts, type RateChange, type RateFacts } from "../../src/answer/rate-card";
import { markWords, monthsBefore } from "../../src/answer/rate-marks";
import { dayFromNumber, dayNumber, period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import type { Observation, RateMonth, Series, SeriesId } from "../../src/domain/series";
import { embedded, entryNamed, shelfOf } from "./shelf-of";

const ECB = ["FX.EURUSD.ECB", "FX.EURJPY.ECB"];
const pair = entryNamed("FX.USDJPY");

const changed = (change: RateChange | Problem): RateChange => {
  if (change instanceof Problem) throw change;
  return change;
};

async function factsOf(id: string, ...documents: readonly string[]): Promise<RateFacts> {
  const held = await Promise.all(documents.map((name) => embedded(name)));
  return rateFacts(shelfOf(held), entryNamed(id));
}

/** Fixings by day as the documents print them, crossed where there are two; nothing of the product's own is used. */
async function printed(...documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const [base, quote] = await Promise.all(
    documents.map(async (id) => {
      const rows = (await embedded(id)).observations.filter(([day, value]) => day.length === 10 && value);
      return new Map<string, number>(rows.map(([day, value]) => [day, Number(value)]));
    }),
  );
  if (!base || !quote) return base ?? new Map();
  return new Map(
    [...quote].flatMap(([day, value]) => {
      const divisor = base.get(day);
      return divisor === undefined ? [] : [[day, value / divisor] as const];
    }),
  );
}

describe("USD/JPY by the ECB, as embedded", () => {
  it("says what a calculation by hand from the printed rates says", async () => {
    const facts = await factsOf("FX.USDJPY", ...ECB);
    // 186.75 / 1.1684 on 13 April 2026, a Monday; before it 186.43 / 1.1711 on Friday the 10th.
    expect(facts.last).toEqual({ value: 186.75 / 1.1684, at: "2026-04-13", kind: "fixing" });
    expect(facts.previous).toEqual({ value: 186.43 / 1.1711, at: "2026-04-10", kind: "fixing" });
    const { day, month, year } = facts.changes;
    expect(changed(day).change).toBeCloseTo(0.641748522, 8);
    expect(changed(day).percent).toBeCloseTo(0.403128088, 8);
    // 13 March 2026 was a fixing day; 13 April 2025 was a Sunday, so Friday the 11th was in force.
    expect(changed(month).against.at).toBe("2026-03-13");
    expect(changed(month).change).toBeCloseTo(0.50144093, 8);
    expect(changed(month).percent).toBeCloseTo(0.314713487, 8);
    expect(changed(year).against.at).toBe("2025-04-11");
    expect(changed(year).change).toBeCloseTo(16.990668182, 8);
    expect(changed(year).percent).toBeCloseTo(11.894620916, 8);
    expect([facts.source, facts.insteadOf]).toEqual(["ecb", undefined]);
    expect(facts.documents.map(({ id }) => id)).toEqual(ECB);
  });

  it("finds the extremes that a search of the printed rates finds", async () => {
    const facts = await factsOf("FX.USDJPY", ...ECB);
    const rates = [...(await printed(...ECB))];
    const year = rates.filter(([day]) => day > "2025-04-13" && day <= "2026-04-13");
    const [lowest] = [...year].sort(([, a], [, b]) => a - b);
    const [highest] = [...year].sort(([, a], [, b]) => b - a);
    expect([facts.twelveMonths.low.at, facts.twelveMonths.low.value]).toEqual(lowest);
    expect([facts.twelveMonths.high.at, facts.twelveMonths.high.value]).toEqual(highest);
    expect(facts.twelveMonths).toMatchObject({
      high: { at: "2026-03-27" },
      low: { at: "2025-04-22" },
      monthsWithoutDays: 0,
    });
    // The highest is a day's; the lowest falls into the years of which the months alone are embedded.
    expect(facts.all.high).toMatchObject({ at: "2024-07-03", kind: "fixing" });
    expect(facts.all.high.value).toBeCloseTo(161.907417736, 8);
    expect(facts.all.low).toMatchObject({ at: "2012-01-31", kind: "month-end" });
    expect(facts.all.low.value).toBeCloseTo(76.373709775, 8);
    expect(facts.all.monthsWithoutDays).toBe(180);
    expect(facts.quotes.days.length).toBe(rates.length);
    expect(facts.first).toBe("1999-01");
  });
});

describe("yen per dollar by the Federal Reserve, as embedded", () => {
  it("takes plain differences of what was printed, and no older fixing across a hole", async () => {
    const facts = await factsOf("FX.USDJPY.FRED", "FX.USDJPY.FRED");
    expect(facts.last).toEqual({ value: 159.54, at: "2026-03-13", kind: "fixing" });
    expect(facts.changes.day).toMatchObject({ change: 0.33, against: { at: "2026-03-12", value: 159.21 } });
    expect(facts.changes.year).toMatchObject({ change: 11.83, against: { at: "2025-03-13", value: 147.71 } });
    expect(changed(facts.changes.year).percent).toBeCloseTo((159.54 / 147.71 - 1) * 100, 10);
    const { month } = facts.changes;
    expect(month instanceof Problem && month.message).toContain(
      "none is held between 11 July 2025 and 2 March 2026",
    );
  });

  it("names the unit of time of an extreme before the days begin", async () => {
    const facts = await factsOf("FX.USDJPY.FRED", "FX.USDJPY.FRED");
    expect(facts.all.high).toEqual({ value: 358.02, at: "1971-01", kind: "average" });
    expect(markWords(facts.all.high)).toBe("1971-01 (monthly average)");
    expect(facts.all.low).toEqual({ value: 76.34, at: "2012-01", kind: "month-end" });
    expect(markWords(facts.all.low)).toBe("2012-01 (month-end)");
    expect(facts.twelveMonths).toMatchObject({
      high: { value: 159.54, at: "2026-03-13" },
      low: { value: 140.81, at: "2025-04-21" },
      monthsWithoutDays: 8,
    });
  });
});

it("compares averages with averages where no days are held", async () => {
  const facts = await factsOf("FX.EURAUD", "FX.EURAUD.ECB");
  expect(facts.last).toEqual({ value: 1.6469909, at: "2026-03", kind: "average" });
  expect(facts.previous).toMatchObject({ at: "2026-02", kind: "average" });
  expect(facts.changes.day).toBeInstanceOf(Problem);
  expect(facts.changes.month).toMatchObject({ against: { at: "2026-02", kind: "average" } });
  expect(facts.changes.year).toMatchObject({ against: { at: "2025-03", kind: "average" } });
  expect(facts.all.high).toEqual({ value: 2.0274, at: "2008-12-31", kind: "month-end" });
});

describe("which source answers", () => {
  it("is the next one, said so, where the default one has nothing, and never two at once", async () => {
    const facts = await factsOf("FX.USDJPY", "FX.USDJPY.FRED", "FX.EURUSD.ECB");
    expect(facts.source).toBe("fred");
    expect(facts.insteadOf).toBe("FX.EURJPY.ECB is not held.");
    expect(facts.documents.map(({ id }) => id)).toEqual(["FX.USDJPY.FRED"]);
    expect(facts.last.value).toBe(159.54);
  });

  it("is the default one even where it is older than another", async () => {
    const dollar = await embedded("FX.EURUSD.ECB");
    const yen = await embedded("FX.EURJPY.ECB");
    const fed = await embedded("FX.USDJPY.FRED");
    const newer: Series = { ...fed, observations: [...fed.observations, [period("2026-11-20"), 155]] };
    expect(rateFacts(shelfOf([dollar, yen, newer]), pair)).toMatchObject({ source: "ecb" });
  });

  it("is a Problem where nobody has a quote", async () => {
    await expect(factsOf("FX.USDJPY")).rejects.toThrow("FX.EURUSD.ECB is not held.");
    await expect(factsOf("FX.USDJPY.BOJ", "FX.USDJPY.FRED")).rejects.toThrow("FX.USDJPY.BOJ is not held.");
  });

  it("answers as of a day from what was fixed by then", async () => {
    const held = await Promise.all(ECB.map((name) => embedded(name)));
    const facts = rateFacts(shelfOf(held), pair, period("2024-06-22"));
    expect(facts.last.at).toBe("2024-06-21");
    expect(changed(facts.changes.month).against.at).toBe("2024-05-21");
  });
});

/** A made-up source document of yen per dollar. */
async function tokyo(observations: readonly Observation[], months?: readonly RateMonth[]): Promise<Series> {
  const { months: _, ...document } = await embedded("FX.USDJPY.BOJ");
  return { ...document, observations, ...(months && { months }) };
}
const tokyoFacts = async (...made: Parameters<typeof tokyo>): Promise<RateFacts> =>
  rateFacts(shelfOf([await tokyo(...made)]), entryNamed("FX.USDJPY.BOJ"));
const on = (text: string, value: number): Observation => [period(text), value];

describe("the fixing in force", () => {
  it("of a longer month's last days is sought on the shorter month's last day", async () => {
    expect(monthsBefore(period("2026-03-31"), 1)).toBe("2026-02-28");
    expect(monthsBefore(period("2024-03-30"), 1)).toBe("2024-02-29");
    expect(monthsBefore(period("2024-02-29"), 12)).toBe("2023-02-28");
    expect(monthsBefore(period("2026-01-15"), 12)).toBe("2025-01-15");
    const { changes } = await tokyoFacts([
      on("2026-02-26", 150),
      on("2026-02-27", 151),
      on("2026-03-02", 152),
      on("2026-03-30", 153),
      on("2026-03-31", 154),
    ]);
    expect(changes.month).toMatchObject({ change: 3, against: { at: "2026-02-27" } });
  });

  it("lies seven days back at most", async () => {
    const within = await tokyoFacts([on("2026-01-01", 150), on("2026-01-09", 151)]);
    expect(within.previous).toMatchObject({ at: "2026-01-01" });
    const beyond = await tokyoFacts([on("2026-01-01", 150), on("2026-01-10", 151)]);
    expect(beyond.previous).toBeInstanceOf(Problem);
    expect(beyond.changes.day).toBeInstanceOf(Problem);
  });

  it("leaves the same day a year before out of the twelve months", async () => {
    const facts = await tokyoFacts([
      on("2025-03-31", 200),
      on("2025-04-01", 140),
      on("2026-03-30", 150),
      on("2026-03-31", 149),
    ]);
    expect(facts.twelveMonths).toMatchObject({ high: { value: 150 }, low: { value: 140 } });
    expect(facts.all.high.value).toBe(200);
    expect(facts.changes.year).toMatchObject({ change: -51, percent: -25.5 });
  });
});

it("takes no average of a month whose days are all held for an extreme", async () => {
  const start = dayNumber(period("2026-01-01"));
  const days = Array.from({ length: 31 }, (_, i) => on(dayFromNumber(start + i), 150 + i / 100));
  const { all } = await tokyoFacts(days, [
    [period("2025-12"), 149],
    [period("2026-01"), 999],
  ]);
  expect(all).toMatchObject({
    high: { at: "2026-01-31", kind: "fixing" },
    low: { value: 149, at: "2025-12", kind: "average" },
    monthsWithoutDays: 1,
  });
});

describe("a forecast", () => {
  const forecast = (over: Partial<Series> = {}): Promise<Series> =>
    embedded("FX.USDJPY.FRED").then(({ months: _, embedded: _e, ...document }) => ({
      ...document,
      id: "FX.USDJPY.FORECAST" as SeriesId,
      frequency: "Q",
      published: period("2026-11-20"),
      retrieved: period("2026-11-20"),
      observations: [
        [period("2026-Q3"), 150],
        [period("2026-Q4"), 156],
        [period("2027-Q1"), 155.5],
        [period("2027-Q2"), null],
        [period("2027-Q3"), 153],
      ],
      ...over,
    }));
  const expected = async (asOf?: string): Promise<RateFacts["forecast"]> => {
    const held = await Promise.all([...ECB.map((name) => embedded(name)), forecast()]);
    return rateFacts(shelfOf(held), pair, asOf === undefined ? undefined : period(asOf)).forecast;
  };

  it("begins with the nearest period that is not over", async () => {
    expect((await expected()).map(({ period: p, value }) => [p, value])).toEqual([
      ["2026-Q4", 156],
      ["2027-Q1", 155.5],
      ["2027-Q3", 153],
    ]);
    expect((await expected())[0]?.document.id).toBe("FX.USDJPY.FORECAST");
  });

  it("is not known before it is made", async () => {
    expect(await expected("2026-11-19")).toEqual([]);
    expect(await expected("2026-11-20")).toHaveLength(3);
  });

  it("is nothing where none is held", async () => {
    expect((await factsOf("FX.USDJPY", ...ECB)).forecast).toEqual([]);
    expect((await factsOf("FX.EURUSD", "FX.EURUSD.ECB")).forecast).toEqual([]);
  });
});
