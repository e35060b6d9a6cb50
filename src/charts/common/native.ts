import { extentOf } from "../picture/columns";
import { tickFormat } from "../picture/number-format";
import { scaleOf } from "../picture/scale";
import { axisLimits, type Drawing, type DrawnSeries } from "./drawing";
import { numbersIn, type Grid } from "./grid";

/** What the spreadsheet's own charts look like, whoever makes them: Excel through its API, or a file that is written. */
export const NATIVE = {
  /** Gap between narrow columns before wide ones, in per cent of a column. */
  narrowGap: 260,
  linePoints: 2.25,
  edgePoints: 0.75,
  markerPoints: 7,
  dashPoints: 22,
  titlePoints: 12,
} as const;

/** The value axis by the values that there are; an end that is left out is the spreadsheet's to choose. */
export interface NativeScale {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly step: number;
  /** Of the numbers beside the axis. */
  readonly format: string;
}

const MOST_STEPS = 6;

/**
 * Ends, steps and numbers of the value axis: the round steps of the chart's picture, and no more decimals than they need.
 * Lines of a rate or an index begin near their least value; where an axis is to end is left open, so that a figure which
 * is changed by hand is not cut off.
 */
export function nativeScale(drawing: Drawing, values: Grid): NativeScale {
  const shown = drawing.series.map((series) => ({ series, values: numbersIn(values, series.values) }));
  const limits = axisLimits(drawing, values);
  const { zero, format } = drawing.axis;
  const { low, ticks } = scaleOf({ values: extentOf(shown), zero, ...limits, most: MOST_STEPS }, 1, 0);
  const { minimum = zero ? undefined : low, maximum } = limits;
  const step = Number(((ticks[1] ?? 1) - (ticks[0] ?? 0)).toPrecision(12));
  return { minimum, maximum, step, format: tickFormat(ticks, format) };
}

/** More categories than this and only every second, third … is named. */
const MOST_CATEGORIES = 12;

/** Every how many categories one is named. */
export const categorySpacing = ({ categories: { rows }, firstOnTop }: Drawing): number =>
  rows > MOST_CATEGORIES && !firstOnTop ? Math.ceil(rows / MOST_CATEGORIES) : 1;

/** Bars that all have their numbers beside them need neither a scale nor its lines. */
export const hasNumbersBeside = ({ shape, series }: Drawing): boolean =>
  shape === "bars" && series.every(({ labelled }) => labelled);

/** More numbers than this beside each other would run together; then only the newest stands there. */
const MOST_LABELS = 12;

/** Which points of a series have their numbers beside them: figures only, never a gap; undefined where none has. */
export function labelledPoints(
  { series: all }: Drawing,
  drawn: DrawnSeries,
  values: Grid,
): readonly boolean[] | undefined {
  const { labelled, values: strip, mark } = drawn;
  if (!labelled) return undefined;
  const numbers = numbersIn(values, strip);
  const last = numbers.findLastIndex((n) => n !== null);
  const hasRoom = mark === "bar" || numbers.length <= MOST_LABELS;
  // Of thin columns side by side only the first has its number.
  if (!hasRoom && mark === "column" && all.find((one) => one.mark === "column") !== drawn) return undefined;
  return numbers.map((n, i) => n !== null && (hasRoom || i === last));
}
