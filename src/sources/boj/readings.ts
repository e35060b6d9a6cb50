import type { Entry } from "../../catalog/entry";
import { asProblem, noData, type Problem } from "../../domain/problem";
import type { Complain } from "../common/reply";
import type { Reading } from "../common/source";
import { ENTRY_BY_CODE, TOKYO } from "./codes";
import { observationsOf, updatedOn, type StatedSeries } from "./stated";
import { tokyoMonths } from "./tokyo-months";

/**
 * What a document says of the catalogue's series; others in it are ignored. A series that cannot be read does not take the
 * others with it: its Problem stands only where nothing else is stated. Nothing at all is a Problem ("no-data").
 */
export function readingsOf(stated: readonly StatedSeries[], complain: Complain): readonly Reading[] {
  const byCode = new Map<string, StatedSeries>();
  for (const series of stated) byCode.set(series.code, joined(byCode.get(series.code), series));
  const readings: Reading[] = [];
  const failures: Problem[] = [];
  for (const [code, entry] of ENTRY_BY_CODE) {
    try {
      const reading = readingOf(code, entry, byCode, complain);
      if (reading) readings.push(reading);
    } catch (thrown) {
      failures.push(asProblem(thrown));
    }
  }
  if (readings.length > 0) return readings;
  throw (
    failures[0] ??
    noData(
      "The Bank of Japan states no figure of the series looked for; see whether their codes still exist in its Time-Series Data Search.",
    )
  );
}

/** One series may be spread over two pages of an answer; stated in two units it is refused with the name of both. */
function joined(first: StatedSeries | undefined, next: StatedSeries): StatedSeries {
  if (!first) return next;
  const unit = first.unit === next.unit ? next.unit : `${first.unit}, ${next.unit}`;
  return {
    ...next,
    unit,
    dates: [...first.dates, ...next.dates],
    values: [...first.values, ...next.values],
  };
}

/** Undefined where the document states nothing but nulls of a series, or does not state it. */
function readingOf(
  code: string,
  { id, source, unit, frequency }: Entry,
  byCode: ReadonlyMap<string, StatedSeries>,
  complain: Complain,
): Reading | undefined {
  const series = byCode.get(code);
  const observations = series ? observationsOf(series, unit, frequency, complain) : [];
  const months = code === TOKYO.days ? tokyoMonths(byCode, unit, complain) : [];
  if (observations.length === 0 && months.length === 0) return undefined;
  const published = updatedOn(series ?? byCode.get(TOKYO.averages));
  return {
    id,
    source,
    ...(published !== undefined && { published }),
    observations,
    ...(months.length > 0 && { months }),
  };
}
