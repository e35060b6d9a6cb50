import { comparePeriods, enclosing, firstDay, lastDay, type Day, type Period } from "../../domain/period";
import type { Observation, RateMonth, SeriesId } from "../../domain/series";
import type { Refuse } from "../common/rate";
import type { Reading } from "../common/source";

/** FRED's three series of the H.10 rate of yen per dollar: noon in New York, its monthly and its annual averages. */
export const FREQUENCIES = { DEXJPUS: "D", EXJPUS: "M", AEXJPUS: "A" } as const;
export type FredId = keyof typeof FREQUENCIES;
export const FRED_IDS = Object.keys(FREQUENCIES) as readonly FredId[];

export const DOLLAR_YEN = "FX.USDJPY.FRED" as SeriesId;

/** A value beside the day that FRED dates it with, which is the first of its period; null: not observed. */
export interface Dated {
  readonly day: Day;
  readonly rate: number | null;
}

/** What one of FRED's series states. */
export interface Stated {
  readonly id: FredId;
  readonly rates: readonly Dated[];
}

/** Values by their own periods, ascending; days that do not begin a month or a year are refused there. */
function byPeriod({ id, rates }: Stated, refuse: Refuse): readonly (readonly [Period, number | null])[] {
  const frequency = FREQUENCIES[id];
  const periods = new Map<Period, number | null>();
  for (const { day, rate } of rates) {
    const period = enclosing(day, frequency);
    if (firstDay(period) !== day) throw refuse(`${id} has a value for ${day}, which begins no period of it`);
    const other = periods.get(period) ?? null;
    if (other !== null && rate !== null && other !== rate) throw refuse(`${id} has two values for ${period}`);
    periods.set(period, rate ?? other);
  }
  return [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * FRED's figures as one reading, days and annual averages among the observations. With `today`, a value from the future is
 * refused, and the average of a month or a year that is still running left out. Nothing at all is refused.
 */
export function readingOf(stated: readonly Stated[], today: Day | undefined, refuse: Refuse): Reading {
  const observations: Observation[] = [];
  const months: RateMonth[] = [];
  for (const one of stated) {
    if (one.id === "DEXJPUS") checkDaily(one.rates, refuse);
    for (const [period, rate] of byPeriod(one, refuse)) {
      if (today !== undefined && firstDay(period) > today)
        throw refuse(`${one.id} has a value for ${period}, which is yet to come`);
      if (today !== undefined && one.id !== "DEXJPUS" && lastDay(period) >= today) continue;
      if (one.id === "EXJPUS") months.push([period, rate]);
      else observations.push([period, rate]);
    }
  }
  if ([...observations, ...months].every(([, rate]) => rate === null))
    throw refuse("it states no rate of the dollar");
  observations.sort(([a], [b]) => comparePeriods(a, b));
  return { id: DOLLAR_YEN, source: "fred", observations, ...(months.length > 0 && { months }) };
}

/** A graph set to months keeps the name of the daily series; its averages are not fixings of the first of the month. */
function checkDaily(rates: readonly Dated[], refuse: Refuse): void {
  if (rates.length > 3 && rates.every(({ day }) => day.endsWith("-01")))
    throw refuse("DEXJPUS has one value a month; download it by days, or EXJPUS instead");
}
