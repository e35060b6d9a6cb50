import { dayNumber, firstDay, shift, type Day } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { SeriesId } from "../../domain/series";
import { rateOf } from "../common/rate";
import type { Circumstances, Reading } from "../common/source";
import type { Talk } from "../common/ways";
import { field, marketsAsk, notCovered, refuse, rowsOf, SYMBOL } from "./answer";
import { daysOf } from "./dates";

export const QUOTE = "FX.USDJPY.TE" as SeriesId;

/** Trading Economics' yen begins in January 1971. */
const START = "1971-01-01" as Day;
/** Closes are corrected within days; and a month of dates tells days from months, whichever comes first. */
const OVERLAP = 31;
/** Markets are never shut for longer: a wider gap at an end of an answer means that it was cut off there. */
const LONGEST_GAP = 14;
/** Two or three answers hold everything at 10,000 rows each; a plan with far smaller ones is of no use. */
const MOST_ASKS = 60;

const NOTE =
  "The newest figure is Trading Economics' last price: indicative, and of a day that may still be running.";

type Closes = ReadonlyMap<Day, number>;

/** Daily closes, the newest one replaced by the last price. */
export function* quotes(circumstances: Circumstances, key: string): Talk<readonly Reading[]> {
  const closes = new Map(yield* history(circumstances, key));
  const newest = [...closes.keys()].reduce((a, b) => (a > b ? a : b));
  const last = yield* lastPrice(circumstances, key);
  const isNewer = last !== undefined && last.day >= newest;
  if (isNewer) closes.set(last.day, last.price);
  const observations = [...closes].sort(([a], [b]) => (a < b ? -1 : 1));
  return [{ id: QUOTE, source: "te", observations, ...(isNewer && { note: NOTE }) }];
}

/**
 * All closes from some weeks before what is held. An answer has a most of rows and is cut off at its oldest or its newest
 * end; what lies beyond is asked for until nothing more comes.
 */
function* history({ today, heldTo }: Circumstances, key: string): Talk<Closes> {
  const closes = new Map<Day, number>();
  const open = [{ first: startOf(today, heldTo && firstDay(heldTo)), last: today }];
  for (let asks = 0; ; asks++) {
    const span = open.pop();
    if (!span) break;
    if (asks >= MOST_ASKS) throw refuse(`its history does not end after ${MOST_ASKS} answers`);
    const { first, last } = span;
    const ask = marketsAsk(`historical/${SYMBOL}`, { d1: first, d2: last }, key);
    const found = closesOf(rowsOf(yield ask, key), today);
    for (const [day, close] of found) closes.set(day, close);
    const within = [...found.keys()].filter((day) => day >= first && day <= last).sort();
    const [oldest, newest] = [within[0], within.at(-1)];
    if (oldest === undefined || newest === undefined) continue;
    if (dayNumber(oldest) - dayNumber(first) > LONGEST_GAP) open.push({ first, last: shift(oldest, -1) });
    if (dayNumber(last) - dayNumber(newest) > LONGEST_GAP) open.push({ first: shift(newest, 1), last });
  }
  if (closes.size === 0) throw notCovered("it is answered with no rows");
  return closes;
}

function startOf(today: Day, held: Day | undefined): Day {
  if (held === undefined) return START;
  return shift(held < today ? held : today, -OVERLAP);
}

/** Closes of rows `{Symbol, Date, Open, High, Low, Close}`; a day without a close is left out. */
function closesOf(rows: readonly Readonly<Record<string, unknown>>[], today: Day): Closes {
  const days = daysOf(rows.map((row) => field(row, "Date")));
  const closes = new Map<Day, number>();
  for (const [i, row] of rows.entries()) {
    const day = days[i];
    const close = field(row, "Close");
    if (day === undefined || close === null || close === undefined) continue;
    if (day > today) throw refuse(`it has a close of ${day}, which is yet to come`);
    closes.set(day, rateOf(close, day, refuse));
  }
  return closes;
}

/** The snapshot's last price and its day; undefined where it cannot be had, since closes are worth having without it. */
function* lastPrice(
  { today }: Circumstances,
  key: string,
): Talk<{ readonly day: Day; readonly price: number } | undefined> {
  try {
    const [row] = rowsOf(yield marketsAsk(`symbol/${SYMBOL}`, {}, key), key);
    if (!row) return undefined;
    const [day] = daysOf([field(row, "Date")]);
    if (day === undefined || day > today) return undefined;
    return { day, price: rateOf(field(row, "Last"), day, refuse) };
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}
