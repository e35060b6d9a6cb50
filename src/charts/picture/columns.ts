import type { Drawing, DrawnSeries } from "../common/drawing";
import type { Bands } from "./axes";
import type { Canvas } from "./frame";
import type { Scale } from "./scale";
import { element } from "./svg";

/** A series with its values; what is beyond drawing is brought back to it. */
export interface Shown {
  readonly series: DrawnSeries;
  readonly values: readonly (number | null)[];
}

/** The values that an axis must hold: of stacks their sums on both sides of zero. */
export function extentOf(shown: readonly Shown[]): readonly number[] {
  const stacked = shown.filter(({ series }) => series.mark === "stack");
  const count = Math.max(0, ...stacked.map(({ values }) => values.length));
  const sums = Array.from({ length: count }, (_, i) => {
    const at = stacked.map(({ values }) => values[i] ?? 0);
    const sum = (some: readonly number[]): number => some.reduce((s, v) => s + v, 0);
    return [sum(at.filter((v) => v > 0)), sum(at.filter((v) => v < 0))];
  }).flat();
  const single = shown.filter(({ series }) => series.mark !== "stack").flatMap(({ values }) => values);
  return [...sums, ...single.filter((v) => v !== null)];
}

const MOST_WIDTH = 64;

/** How wide the columns of one category are together. */
export const clusterWidth = ({ gapWidth }: Drawing, bands: Bands): number =>
  Math.min(MOST_WIDTH, bands.width / (1 + gapWidth / 100));

/** Columns on top of one another: what is positive grows up from zero, what is negative down. */
export function stacks(
  shown: readonly Shown[],
  drawing: Drawing,
  bands: Bands,
  scale: Scale,
  canvas: Canvas,
): readonly string[] {
  const stacked = shown.filter(({ series }) => series.mark === "stack");
  const width = clusterWidth(drawing, bands);
  const parts: string[] = [];
  for (let i = 0; i < bands.count; i++) {
    let [up, down] = [0, 0];
    for (const { series, values } of stacked) {
      const value = values[i] ?? null;
      if (value === null || value === 0) continue;
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      if (!series.invisible)
        parts.push(
          column(series, bands.centre(i) - width / 2, width, scale.at(from), scale.at(from + value), canvas),
        );
    }
  }
  return parts;
}

/** Columns side by side, from zero. */
export function columns(
  shown: readonly Shown[],
  drawing: Drawing,
  bands: Bands,
  scale: Scale,
  canvas: Canvas,
): readonly string[] {
  const beside = shown.filter(({ series }) => series.mark === "column");
  const width = clusterWidth(drawing, bands) / Math.max(1, beside.length);
  const base = scale.at(Math.max(scale.low, Math.min(scale.high, 0)));
  return beside.flatMap(({ series, values }, n) =>
    values.flatMap((value, i) => {
      if (value === null) return [];
      const left = bands.centre(i) + (n - beside.length / 2) * width;
      return [column(series, left, width, base, scale.at(value), canvas)];
    }),
  );
}

/** A rectangle between two heights; the thin edge of the background keeps neighbours apart. */
function column(
  series: DrawnSeries,
  left: number,
  width: number,
  from: number,
  to: number,
  { fills, ink, thumbnail }: Canvas,
): string {
  return element("rect", {
    x: left,
    y: Math.min(from, to),
    width,
    height: Math.abs(to - from),
    fill: fills.of(series),
    stroke: ink.background,
    "stroke-width": thumbnail ? "0.5" : "0.8",
  });
}
