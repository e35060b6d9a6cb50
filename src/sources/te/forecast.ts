import { enclosing, lastDay, shift, type Day, type Period } from "../../domain/period";
import type { Observation, SeriesId } from "../../domain/series";
import { rateOf } from "../common/rate";
import type { Circumstances, Reading } from "../common/source";
import type { Talk } from "../common/ways";
import { field, marketsAsk, notCovered, refuse, rowsOf, SYMBOL, type Row } from "./answer";
import { daysOf } from "./dates";

export const FORECAST = "FX.USDJPY.FORECAST" as SeriesId;

const HORIZON = [1, 2, 3, 4] as const;

const COUNTED =
  "Trading Economics does not name the quarters of these projections; they are counted from the running one on.";

/** What the four projections are called: as documented for markets, as documented for indicators, and in short. */
const namesOf = (n: number): readonly string[] => [`Forecast${n}`, `ForecastValue${n}Q`, `q${n}`];

/** Projections for the ends of the next four quarters, the running one first. */
export function* projections({ today }: Circumstances, key: string): Talk<readonly Reading[]> {
  const rows = rowsOf(yield marketsAsk(`forecasts/symbol/${SYMBOL}`, {}, key), key);
  const [row] = rows;
  if (!row) throw notCovered("it is answered with no projections");
  const { quarters, note } = quartersOf(row, today);
  const observations = HORIZON.flatMap((n, i): readonly Observation[] => {
    const stated = firstStated(row, namesOf(n));
    const quarter = quarters[i];
    return stated === undefined || quarter === undefined
      ? []
      : [[quarter, rateOf(stated, `projection ${n}`, refuse)]];
  }).sort(([a], [b]) => (a < b ? -1 : 1));
  if (observations.length === 0) throw refuse("it states no projection");
  if (new Set(observations.map(([quarter]) => quarter)).size < observations.length)
    throw refuse("it states two projections for one quarter");
  return [{ id: FORECAST, source: "te", observations, ...(note !== undefined && { note }) }];
}

function firstStated(row: Row, names: readonly string[]): unknown {
  return names.map((name) => field(row, name)).find((value) => value !== undefined && value !== null);
}

/**
 * The quarters of the four projections: by their own dates where the row gives them, which must be ends of quarters that
 * are not over; else counted from the running quarter, since the first projection is for its end. A row that was not
 * brought up to date in the running quarter cannot be counted from, and is refused.
 */
function quartersOf(row: Row, today: Day): { readonly quarters: readonly Period[]; readonly note?: string } {
  const dates = HORIZON.flatMap((n) => field(row, `q${n}_date`) ?? []);
  if (dates.length === HORIZON.length)
    return { quarters: daysOf(dates).map((day) => quarterEndingOn(day, today)) };
  const running = enclosing(today, "Q");
  for (const day of daysOf([field(row, "Date")]))
    if (enclosing(day, "Q") !== running)
      throw refuse(`it is of ${day}, so that the quarters of its projections cannot be told`);
  return { quarters: HORIZON.map((_, i) => shift(running, i)), note: COUNTED };
}

function quarterEndingOn(day: Day, today: Day): Period {
  const quarter = enclosing(day, "Q");
  if (lastDay(quarter) !== day) throw refuse(`${day} is not the end of a quarter`);
  if (day < today) throw refuse(`it has a projection for ${quarter}, which is over`);
  return quarter;
}
