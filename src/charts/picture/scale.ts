/** A value axis: where values lie on it, and its round ticks. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** The place of a value, in pixels. */
  readonly at: (value: number) => number;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

function niceStep(span: number, most: number): number {
  const rough = span / most;
  const size = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * size >= rough * 0.999) ?? 10) * size;
}

export interface ScaleWish {
  readonly values: readonly number[];
  /** Zero is on the axis. */
  readonly zero: boolean;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** How many steps at most. */
  readonly most: number;
}

/** An axis from the first pixel (the low end) to the last, with round ends. */
export function scaleOf(wish: ScaleWish, from: number, to: number): Scale {
  const { values, zero, most } = wish;
  const [minimum, maximum] = [wish.minimum, wish.maximum].map((v) => (v === undefined ? v : drawable(v)));
  const all = [...values, ...(zero || values.length === 0 ? [0] : [])].map(drawable);
  const bottom = minimum ?? Math.min(...all);
  const top = maximum ?? Math.max(...all);
  // Values that are all the same, or the same but for noise, still need an axis.
  const size = Math.max(Math.abs(bottom), Math.abs(top));
  const step = niceStep(Math.max(top - bottom, size * NOISE, size === 0 ? 1 : 0), most);
  let low = minimum ?? Math.floor(bottom / step + NOISE) * step;
  let high = maximum ?? Math.ceil(top / step - NOISE) * step;
  if (high <= low) {
    if (maximum === undefined) high = low + step;
    else low = high - step;
  }
  const count = Math.max(1, Math.round((high - low) / step));
  const ticks = Array.from({ length: count + 1 }, (_, i) => clean(low + i * step)).filter(
    (t) => t <= high + step / 1e6,
  );
  const share = (value: number): number => (drawable(value) - low) / (high - low);
  // What lies beyond fixed ends is cut off there.
  const at = (value: number): number => from + Math.max(0, Math.min(1, share(value))) * (to - from);
  return { low, high, ticks, at };
}

const NOISE = 1e-9;
const [SMALLEST, LARGEST] = [1e-290, 1e300];

/** Beyond these, numbers are drawn as if they were this large, or nothing. */
export const drawable = (value: number): number =>
  Math.abs(value) < SMALLEST ? 0 : Math.max(-LARGEST, Math.min(LARGEST, value));

/** 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
