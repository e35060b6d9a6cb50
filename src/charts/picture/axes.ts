import { categoryLabels } from "./category-labels";
import { SIZES, type Box, type Canvas } from "./frame";
import type { Scale } from "./scale";
import { element, line } from "./svg";
import { widthOf } from "./text";

/** The places of the categories along the bottom. */
export interface Bands {
  readonly count: number;
  readonly width: number;
  readonly centre: (index: number) => number;
}

const LINE = SIZES.text * 1.25;

/** The height that the labels under a plot take. */
export function categoryRoom(labels: readonly string[], width: number): number {
  const shown = categoryLabels(labels, width / Math.max(1, labels.length), SIZES.text);
  return Math.max(1, ...shown.map(({ lines }) => lines.length)) * LINE + 5;
}

export function categoryAxis(
  labels: readonly string[],
  plot: Box,
  bands: Bands,
  { ink }: Canvas,
): readonly string[] {
  const bottom = plot.top + plot.height;
  const edge = plot.left + plot.width + 2;
  let taken = -Infinity;
  return categoryLabels(labels, bands.width, SIZES.text).flatMap(({ index, lines }) => {
    const half = Math.max(0, ...lines.map((words) => widthOf(words, SIZES.text))) / 2;
    const x = Math.min(bands.centre(index), edge - half);
    // The last one is drawn in from the edge; where that is too near the one before, it is left out.
    if (x - half < taken) return [];
    taken = x + half + 3;
    return lines.map((words, i) =>
      line(words, {
        x,
        y: bottom + LINE * (i + 1),
        "font-size": SIZES.text,
        "text-anchor": "middle",
        fill: ink.soft,
      }),
    );
  });
}

/** Light lines at the ticks, their numbers at the left. */
export function valueAxis(
  scale: Scale,
  names: readonly string[],
  plot: Box,
  { ink }: Canvas,
): readonly string[] {
  return scale.ticks.flatMap((tick, i) => {
    const y = scale.at(tick);
    const across = { x1: plot.left, x2: plot.left + plot.width, y1: y, y2: y };
    return [
      element("line", { ...across, stroke: ink.grid, "stroke-width": 1 }),
      line(names[i] ?? "", {
        x: plot.left - 6,
        y: y + SIZES.text * 0.35,
        "font-size": SIZES.text,
        "text-anchor": "end",
        fill: ink.soft,
      }),
    ];
  });
}

/** A line across the plot at a value, where the axis holds it. */
export function across(
  scale: Scale,
  value: number,
  plot: Box,
  stroke: string,
  dash?: string,
): readonly string[] {
  if (value < scale.low || value > scale.high) return [];
  const y = scale.at(value);
  return [
    element("line", {
      x1: plot.left,
      x2: plot.left + plot.width,
      y1: y,
      y2: y,
      stroke,
      "stroke-width": 1,
      "stroke-dasharray": dash,
    }),
  ];
}

const NO_FIGURES = { en: "no figures", ja: "値なし" } as const;

/** Stretches of categories in which no series has a figure: shaded, and said where there is room. */
export function gapBands(
  columns: readonly (readonly (number | null)[])[],
  plot: Box,
  bands: Bands,
  { ink, lang, thumbnail }: Canvas,
): readonly string[] {
  const empty = Array.from({ length: bands.count }, (_, i) => columns.every((values) => values[i] === null));
  if (empty.every(Boolean)) return [];
  const parts: string[] = [];
  for (let first = 0; first < empty.length; first++) {
    if (!empty[first]) continue;
    let last = first;
    while (empty[last + 1]) last++;
    const width = (last - first + 1) * bands.width;
    const left = plot.left + first * bands.width;
    const [top, height] = [plot.top, plot.height];
    parts.push(element("rect", { x: left, y: top, width, height, fill: ink.gap }));
    const words = NO_FIGURES[lang];
    if (!thumbnail && widthOf(words, 9) + 6 < width)
      parts.push(
        line(words, {
          x: left + width / 2,
          y: top + 13,
          "font-size": 9,
          "font-style": "italic",
          "text-anchor": "middle",
          fill: ink.soft,
        }),
      );
    first = last;
  }
  return parts;
}
