import { monthlyOn } from "./common/calendar";
import type { Batch, Source } from "./common/source";
import { askData360 } from "./worldbank/data360";
import { readWorldBankFile } from "./worldbank/downloads";
import { askIndicator } from "./worldbank/indicators";
import { DATA360_INDICATORS, INDICATORS } from "./worldbank/series";

/** New releases came in February to May, July, September, October and December of recent years. */
const INDICATORS_CALENDAR = monthlyOn(
  20,
  12,
  "about once a quarter, on no fixed day; looked for on the 20th of every month",
);
const DATA360_CALENDAR = monthlyOn(
  20,
  13,
  "about once a year, on no fixed day; looked for on 20 January, April, July and October",
  [1, 4, 7, 10],
);

const indicatorBatches = [...INDICATORS].map(([code, areas]): Batch => ({
  id: `worldbank.${code}`,
  series: [...areas.values()],
  calendar: INDICATORS_CALENDAR,
  ask: () => askIndicator(code, areas),
}));

const data360Batches = [...DATA360_INDICATORS].map(([code, areas]): Batch => ({
  id: `worldbank.${code}`,
  series: [...areas.values()],
  calendar: DATA360_CALENDAR,
  ask: () => askData360(code),
}));

/**
 * The World Bank: its own World Development Indicators, and UNCTAD's figures as its Data360 hands them on. All years are
 * asked for each time, a few hundred kilobytes, because revisions reach back.
 */
export const source: Source = {
  id: "worldbank",
  addresses: {
    indicators: "https://api.worldbank.org",
    data360: "https://data360api.worldbank.org",
  },
  politeness: 1000,
  batches: [...indicatorBatches, ...data360Batches],
  readFile: readWorldBankFile,
};
