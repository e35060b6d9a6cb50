import { dayFromNumber, isWeekend, period, type Period } from "../src/domain/period";
import { averageRate } from "../src/domain/exchange";
import { directQuotes } from "../src/domain/quotes";
import type { Observation, Series, SeriesId } from "../src/domain/series";
import { viewOf } from "../src/domain/vintage";
import { median } from "./timing";

const FIRST_DAY = 10_957; // 2000-01-01
const FIXINGS = 7000;
const REPEATS = 20_000;

/** The average of a month and of 26 years, over 7,000 daily fixings. */
export async function benchAverages(): Promise<string> {
  const observations: Observation[] = [];
  for (let n = FIRST_DAY; observations.length < FIXINGS; n++) {
    const day = dayFromNumber(n);
    if (!isWeekend(day)) observations.push([day, 100 + Math.sin(n / 50)]);
  }
  const series: Series = {
    id: "FX.USDJPY.BENCH" as SeriesId,
    version: "1",
    title: { en: "bench", ja: "bench" },
    measure: "rate",
    unit: { kind: "rate", base: "USD", quote: "JPY", per: 1 },
    frequency: "D",
    adjusted: false,
    source: { id: "bench", name: "bench", url: "https://example.org", terms: "", credit: "" },
    retrieved: period("2026-01-01"),
    observations,
  };
  const quotes = directQuotes({ base: "USD", quote: "JPY" }, "ecb", viewOf(series));
  const repeat = (p: Period) => () => {
    for (let i = 0; i < REPEATS; i++) averageRate(quotes, p);
  };
  const spans = ["2010-06", "2010-Q2", "2010"].map(period);
  const times = await Promise.all(spans.map(async (p) => ({ p, time: await median(repeat(p)) })));
  const [month] = times;
  const each = (time: number): string => `${((time * 1000) / REPEATS).toFixed(2)} µs`;
  const ratios = times.map(
    ({ p, time }) => `${p}: ${each(time)} (${(time / (month?.time ?? 1)).toFixed(2)}×)`,
  );
  return `Average of a period over ${FIXINGS.toLocaleString("en-US")} fixings: ${ratios.join("; ")}`;
}
