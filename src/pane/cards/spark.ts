import type { RatePosition } from "../../answer/rate-card";
import { monthsBefore } from "../../answer/rate-marks";
import { dayNumber, firstDay, lastDay } from "../../domain/period";
import { isHeldDaily } from "../../domain/quotes";

/** A rate on a day, by the day's number. */
export interface SparkPoint {
  readonly day: number;
  readonly value: number;
}

/** How far back a line of rates goes, in months; undefined to the first that is held. */
export const SPANS = { m1: 1, y1: 12, y5: 60, max: undefined } as const;
export type Span = keyof typeof SPANS;

const MOST_POINTS = 400;
/** Where nothing is held for longer, the line is broken. */
const LONGEST_GAP_DAYS = 62;
const MIDDLE_OF_MONTH = 14;

/**
 * The rates held of the last so many months: fixings day by day, and the averages of the months whose days are not held.
 * Many are thinned out evenly; the newest always stays.
 */
export function sparkStretches(
  { quotes, last }: Pick<RatePosition, "quotes" | "last">,
  span: Span,
): readonly (readonly SparkPoint[])[] {
  const months = SPANS[span];
  const from = months === undefined ? -Infinity : dayNumber(monthsBefore(lastDay(last.at), months));
  const fixings = quotes.days.map((day, i) => ({ day, value: quotes.values[i] ?? 0 }));
  const averages = [...quotes.months].flatMap(([month, { average }]) =>
    average === null || isHeldDaily(quotes, month)
      ? []
      : [{ day: dayNumber(firstDay(month)) + MIDDLE_OF_MONTH, value: average }],
  );
  const points = [...fixings, ...averages].filter(({ day }) => day >= from).sort((a, b) => a.day - b.day);
  const step = Math.ceil(points.length / MOST_POINTS);
  const kept = points.filter((_, i) => (points.length - 1 - i) % step === 0);
  const stretches: SparkPoint[][] = [];
  for (const point of kept) {
    const open = stretches.at(-1);
    const before = open?.at(-1);
    if (open && before && point.day - before.day <= LONGEST_GAP_DAYS * step) open.push(point);
    else stretches.push([point]);
  }
  return stretches;
}
