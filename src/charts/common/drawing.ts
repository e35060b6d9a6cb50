import type { Strip } from "./formula";
import { numbersIn, type Grid } from "./grid";

/** What a colour stands for; `colours.ts` says which colour that is. */
export type Role = "main" | "second" | "third" | "fourth" | "fifth" | "quiet" | "light" | "paler" | "palest";

/** How a series is told from the others without its colour. */
export type Marker = "circle" | "square" | "diamond" | "triangle" | "dash" | "none";
export type Dash = "solid" | "dash" | "dot";
export type Pattern = "plain" | "stripes" | "dots" | "grid" | "rising";

/**
 * How a series is drawn: columns side by side, columns on top of one another (what is negative goes down), bars to the
 * right, a line, or marks without a line.
 */
export type Mark = "column" | "stack" | "bar" | "line" | "points";

/** A series of a chart: set one by one from its own cells, never guessed from a range. */
export interface DrawnSeries {
  readonly name: string;
  readonly values: Strip;
  readonly mark: Mark;
  readonly role: Role;
  readonly pattern?: Pattern;
  readonly marker?: Marker;
  readonly dash?: Dash;
  /** Holds others up and is not seen: the base of a waterfall. */
  readonly invisible?: boolean;
  /** A narrow column before the others, on the second axis: the actual of a bullet. */
  readonly narrow?: boolean;
  /** Left out of the legend: the part of a series that lies on the other side of zero. */
  readonly unnamed?: boolean;
  /** Its numbers stand beside its marks. */
  readonly labelled?: boolean;
}

export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface ValueAxis {
  /** Unit in words: "Trillion yen". */
  readonly title: string;
  /** Excel's number format. */
  readonly format: string;
  /** Columns and bars start at zero; lines of an index or a rate do not. */
  readonly zero: boolean;
  /** A value at which a line is drawn across: 100 of an index. */
  readonly reference?: number;
}

/** How a block is drawn: everything that Excel's charts and our own pictures need. Gaps are never plotted as anything. */
export interface Drawing {
  readonly shape: "columns" | "bars" | "lines" | "bullet";
  readonly categories: Strip;
  readonly series: readonly DrawnSeries[];
  readonly axis: ValueAxis;
  /** Numbers of a strip, each written above the higher of two heights: what the steps of a waterfall add. */
  readonly numbers?: { readonly values: Strip; readonly between: readonly [Strip, Strip] };
  readonly legend: boolean;
  /** Categories without any figure are periods that could have had one: a picture says so there. */
  readonly marksGaps: boolean;
  /** The first category is at the top of a bar chart. */
  readonly firstOnTop: boolean;
  /** Width between columns in per cent of a column's. */
  readonly gapWidth: number;
  /** In points. */
  readonly size: { readonly width: number; readonly height: number };
}

const SIZE = { width: 480, height: 300 } as const;

/** A drawing from what is particular to it. */
export function drawing(
  particular: Pick<Drawing, "shape" | "categories" | "series" | "axis"> & Partial<Drawing>,
): Drawing {
  const named = particular.series.filter(({ invisible, unnamed }) => !invisible && !unnamed);
  return {
    legend: named.length > 1,
    marksGaps: false,
    firstOnTop: particular.shape === "bars",
    gapWidth: 60,
    size: SIZE,
    ...particular,
  };
}

/**
 * Fixed ends of the value axis, by the values that are there now: columns and bars start at zero, and both axes of a
 * bullet are the same. What is left out is the host's to choose.
 */
export function axisLimits({ axis, series, shape }: Drawing, grid: Grid): Limits {
  const all = series.flatMap(({ values }) => numbersIn(grid, values)).filter((n) => n !== null);
  if (shape === "bullet") return { minimum: 0, maximum: niceAbove(Math.max(0, ...bulletTops(series, grid))) };
  if (!axis.zero) return {};
  if (all.every((n) => n >= 0)) return { minimum: 0 };
  return all.every((n) => n <= 0) ? { maximum: 0 } : {};
}

/** The heights that a bullet must hold: its bands on top of one another, and everything else by itself. */
function bulletTops(series: readonly DrawnSeries[], grid: Grid): readonly number[] {
  const top = ({ values }: DrawnSeries): number => Math.max(0, ...numbersIn(grid, values).map((n) => n ?? 0));
  const bands = series.filter(({ mark }) => mark === "stack").reduce((sum, s) => sum + top(s), 0);
  return [bands, ...series.filter(({ mark }) => mark !== "stack").map(top)];
}

/** Numbers beyond these are no amounts of anything. */
const [SMALLEST, LARGEST] = [1e-290, 1e300];

/** A round number with some room above a value. */
function niceAbove(height: number): number {
  const value = Math.min(height, LARGEST);
  if (value < SMALLEST) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  const wanted = value * 1.05;
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((n) => n * size >= wanted) ?? 10;
  return Number((step * size).toPrecision(3));
}
