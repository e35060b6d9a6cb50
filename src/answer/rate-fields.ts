import { frequencyOf, type Day, type Frequency } from "../domain/period";
import { Problem, noData } from "../domain/problem";
import type { RateChange, RatePosition } from "./rate-card";
import { forecastEntry, forecastOf, type ForecastPoint } from "./rate-forecast";
import { markWords, type RateRange } from "./rate-marks";
import type { Shelf } from "./shelf";

/** A fact of INFO: a number, a text, or why it cannot be known. */
export type Fact = number | string | Problem;

/** What INFO says of a rate beyond what it says of any series, by field. */
export function rateFields(position: RatePosition): ReadonlyMap<string, Fact> {
  const { last, previous, changes, twelveMonths, all } = position;
  return new Map<string, Fact>([
    ["lastday", markWords(last)],
    ["previous", previous instanceof Problem ? previous : previous.value],
    ["previous.day", previous instanceof Problem ? previous : markWords(previous)],
    ...changeFields("day", changes.day),
    ...changeFields("month", changes.month),
    ...changeFields("year", changes.year),
    ...rangeFields("12m", twelveMonths),
    ...rangeFields("all", all),
    ["coverage", coverageWords(position)],
  ]);
}

const changeFields = (over: string, change: RateChange | Problem): readonly (readonly [string, Fact])[] =>
  change instanceof Problem
    ? [
        [`change.${over}`, change],
        [`change.${over}.pct`, change],
      ]
    : [
        [`change.${over}`, change.change],
        [`change.${over}.pct`, change.percent],
      ];

const rangeFields = (name: string, { high, low }: RateRange): readonly (readonly [string, Fact])[] => [
  [`high.${name}`, high.value],
  [`high.${name}.day`, markWords(high)],
  [`low.${name}`, low.value],
  [`low.${name}.day`, markWords(low)],
];

/** What is held by day, what by longer periods only, and whether the pair's default source answers. */
function coverageWords({ quotes, first, all, twelveMonths, insteadOf }: RatePosition): string {
  const days = quotes.days.length;
  const counted = (n: number, one: string): string =>
    `${n.toLocaleString("en-US")} ${one}${n === 1 ? "" : "s"}`;
  const held = days === 0 ? "no fixings of days" : counted(days, "daily fixing");
  const gaps = ({ monthsWithoutDays }: RateRange, of: string): readonly string[] =>
    monthsWithoutDays === 0 ? [] : [`${counted(monthsWithoutDays, "month")} ${of} not held day by day`];
  return [
    `${held}, rates from ${first}`,
    ...gaps(all, "in all"),
    ...gaps(twelveMonths, "of the last twelve"),
    ...(insteadOf === undefined ? [] : [`the default source has none (${insteadOf.replace(/\.$/, "")})`]),
  ].join("; ");
}

const FORECAST_LETTERS = { A: "y", FY: "fy", H: "h", Q: "q", M: "m", D: "d" } as const satisfies Record<
  Frequency,
  string
>;
const MOST_FORECASTS = 4;

/** Whether this is the name of a forecast's field: `forecast.q1`, `forecast.q1.period`. */
export const isForecastField = (name: string): boolean => /^forecast\.[a-z]+[1-9](\.period)?$/.test(name);

/** The nearest periods of a pair's forecast, by field: `forecast.q1` is the nearest quarter that is not over. */
export function forecastFields(
  shelf: Shelf,
  { pair }: RatePosition,
  asOf: Day | undefined,
): ReadonlyMap<string, Fact> {
  const nth = new Map<Frequency, number>();
  return new Map<string, Fact>(
    forecastOf(shelf, pair, asOf).flatMap(({ period, value }: ForecastPoint) => {
      const freq = frequencyOf(period);
      const n = (nth.get(freq) ?? 0) + 1;
      nth.set(freq, n);
      const name = `forecast.${FORECAST_LETTERS[freq]}${n}`;
      return n > MOST_FORECASTS ? [] : [[name, value] as const, [`${name}.period`, period] as const];
    }),
  );
}

/** What is said where a forecast is asked for that is not held. */
export function noForecast({ entry, pair }: RatePosition): Problem {
  const asked = forecastEntry(pair);
  return noData(
    asked
      ? `No forecast of ${asked.id} is held for that period; it needs a gateway with a key for Trading Economics.`
      : `DigiTrade carries no forecast of ${entry.id}; FX.USDJPY has one.`,
  );
}
