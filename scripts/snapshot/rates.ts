import {
  comparePeriods,
  enclosing,
  frequencyOf,
  lastDay,
  period,
  type Day,
  type Period,
} from "../../src/domain/period";
import type { Observation, RateMonth, Series } from "../../src/domain/series";
import { cell, figure, readTable, trimmed, type Row } from "./csv";
import { makeDocument } from "./document";
import { groupBy } from "./group";

const DAILY_NOTE =
  "Reference rates of every fixing day from 2014 to 13 April 2026; earlier months are means and last fixings computed from the daily rates.";
const MONTHLY_NOTE =
  "Monthly means and last fixings computed from the ECB's daily reference rates; single days are not embedded.";

const observation = (row: Row, dateColumn: string, column: string): Observation => {
  const value = figure(cell(row, column));
  return [period(cell(row, dateColumn)), value === null ? null : trimmed(value)];
};

function lastPeriod(observations: readonly Observation[], months: readonly RateMonth[]): Period {
  const last = observations.at(-1)?.[0] ?? months.at(-1)?.[0];
  if (last === undefined) throw new Error("a rate without figures");
  return last;
}

function ecbMonth(row: Row): RateMonth {
  return [
    period(cell(row, "period")),
    figure(cell(row, "average")),
    figure(cell(row, "month_end")),
    period(cell(row, "last_date")),
    figure(cell(row, "days")),
  ];
}

/** Units of each currency per euro; months stand only where the days are not held. */
export function ecbDocuments(folder: string): readonly Series[] {
  const days = readTable(folder, "ecb-daily.csv");
  const dailyCurrencies = Object.keys(days[0] ?? {}).filter((name) => name !== "date");
  const firstMonthHeldDaily = enclosing(period(cell(days[0] ?? {}, "date")), "M");
  const monthly = groupBy(readTable(folder, "ecb-monthly.csv"), (row) => cell(row, "currency"));
  return [...monthly].map(([currency, rows]) => {
    const daily = dailyCurrencies.includes(currency);
    const observations = daily ? days.map((row) => observation(row, "date", currency)) : [];
    const months = rows.map(ecbMonth).filter(([month]) => !daily || month < firstMonthHeldDaily);
    return makeDocument({
      id: `FX.EUR${currency}.ECB`,
      published: lastDayOf(lastPeriod(observations, months), months),
      note: daily ? DAILY_NOTE : MONTHLY_NOTE,
      observations,
      months,
    });
  });
}

/** The day of the newest figure: a fixing's own day, or the last fixing of the newest month. */
function lastDayOf(last: Period, months: readonly RateMonth[]): Day {
  return frequencyOf(last) === "D" ? last : (months.at(-1)?.[3] ?? lastDay(last));
}

/** Yen per dollar, noon New York: days, published annual averages, published monthly means and month-ends. */
export function fredDocument(folder: string): Series {
  const days = readTable(folder, "usdjpy-h10-daily.csv").map((row) =>
    observation(row, "date", "noon_new_york"),
  );
  const years = readTable(folder, "usdjpy-h10-annual.csv").map((row) => observation(row, "year", "average"));
  const months = readTable(folder, "usdjpy-h10-monthly.csv").map((row): RateMonth => [
    period(cell(row, "month")),
    figure(cell(row, "average")),
    figure(cell(row, "month_end")),
    null,
  ]);
  const newest = months.at(-1)?.[0];
  if (newest === undefined) throw new Error("no monthly rates");
  return makeDocument({
    id: "FX.USDJPY.FRED",
    published: lastDay(newest),
    note: "Days from 2014 on with a hole from July 2025 to March 2026; annual averages as published for the years whose days are not held; monthly means and month-ends as published.",
    observations: [...days, ...years].sort(([a], [b]) => comparePeriods(a, b)),
    months,
  });
}

/** The Tokyo fixing of the day on which the digital trade strategy was decided; the Bank's own series is not embedded. */
export function tokyoDocument(folder: string): Series {
  const row = readTable(folder, "usdjpy-tokyo-2024-06-21.csv").find(
    (r) => cell(r, "source") === "JIJI:Tokyo1700",
  );
  if (!row) throw new Error("no Tokyo quote");
  const day = period(cell(row, "date"));
  return makeDocument({
    id: "FX.USDJPY.BOJ",
    published: day,
    note: "One fixing only (Tokyo 17:00, as reported by Jiji); the Bank of Japan's series FXERD04 fills the rest.",
    observations: [[day, figure(cell(row, "value")), "secondary"]],
    citations: [[day, day, cell(row, "url")]],
  });
}
