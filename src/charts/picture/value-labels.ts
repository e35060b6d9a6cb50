import type { Drawing } from "../common/drawing";
import { numbersIn, type Grid } from "../common/grid";
import type { Bands } from "./axes";
import { clusterWidth, type Shown } from "./columns";
import { SIZES, type Box, type Canvas } from "./frame";
import { formatted } from "./number-format";
import type { Scale } from "./scale";
import { line } from "./svg";
import { widthOf } from "./text";

const SIZE = SIZES.text - 1;

/** What the steps of a waterfall add, signed, above them; the first and the last are totals. */
export function stepNumbers(
  { numbers, axis }: Drawing,
  grid: Grid,
  bands: Bands,
  scale: Scale,
  { ink }: Canvas,
): readonly string[] {
  if (!numbers) return [];
  const [starts, ends] = numbers.between.map((strip) => numbersIn(grid, strip));
  const values = numbersIn(grid, numbers.values);
  return values.flatMap((value, i) => {
    const [start, end] = [starts?.[i] ?? null, ends?.[i] ?? null];
    if (value === null || start === null || end === null) return [];
    const isStep = i > 0 && i < values.length - 1;
    const name = `${isStep && value > 0 ? "+" : ""}${formatted(value, axis.format)}`;
    const y = Math.min(scale.at(start), scale.at(end)) - 4;
    return [
      line(name, { x: bands.centre(i), y, "font-size": SIZE, "text-anchor": "middle", fill: ink.text }),
    ];
  });
}

/** Numbers above columns and beside last points, or below where columns hang down: all where they fit, else the newest. */
export function valueLabels(
  shown: readonly Shown[],
  drawing: Drawing,
  bands: Bands,
  scale: Scale,
  plot: Box,
  { ink }: Canvas,
): readonly string[] {
  const beside = shown.filter(({ series }) => series.mark === "column");
  const cluster = clusterWidth(drawing, bands);
  const slot = cluster / Math.max(1, beside.length);
  const room = beside.length > 1 ? slot : bands.width;
  const label = (name: string, x: number, y: number, anchor: string): string =>
    line(name, { x, y, "font-size": SIZE, "text-anchor": anchor, fill: ink.text });
  return shown
    .filter(({ series }) => series.labelled)
    .flatMap(({ series, values }) => {
      const names = values.map((v) => (v === null ? "" : formatted(v, drawing.axis.format)));
      const last = values.findLastIndex((v) => v !== null);
      if (series.mark === "points") {
        const value = values[last] ?? null;
        if (value === null) return [];
        return [label(names[last] ?? "", bands.centre(last) - 7, scale.at(value) + SIZE * 0.35, "end")];
      }
      const all = names.every((name) => widthOf(name, SIZE) + 3 <= room);
      const n = beside.findIndex((b) => b.series === series);
      const offset = (n + 0.5 - beside.length / 2) * slot;
      return values.flatMap((value, i) => {
        if (value === null || (!all && i !== last)) return [];
        const [name, end] = [names[i] ?? "", scale.at(value)];
        // Where it would run into the neighbouring column, the number stands outside the group.
        if (!all && beside.length > 1 && n === beside.length - 1)
          return [
            label(name, bands.centre(i) + cluster / 2 + 3, end + (value < 0 ? 0 : SIZE * 0.7), "start"),
          ];
        const half = widthOf(name, SIZE) / 2;
        const middle = bands.centre(i) + offset;
        const x = Math.max(plot.left + half, Math.min(plot.left + plot.width - half, middle));
        return [label(name, x, value < 0 ? end + SIZE + 1 : end - 4, "middle")];
      });
    });
}
