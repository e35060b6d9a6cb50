import { COLOURS } from "../common/colours";
import type { Bands } from "./axes";
import type { Shown } from "./columns";
import type { Canvas } from "./frame";
import { dashes, markerAt, stretches } from "./marks";
import type { Scale } from "./scale";
import { element } from "./svg";

/** A line for each stretch without a gap, and marks; a figure between two gaps is a mark in any case. */
export function lineMarks(
  { series, values }: Shown,
  bands: Bands,
  scale: Scale,
  { theme, ink, thumbnail }: Canvas,
): readonly string[] {
  const colour = COLOURS[theme][series.role];
  const points = values.map((value, i) =>
    value === null ? null : ([bands.centre(i), scale.at(value)] as const),
  );
  const stroke = {
    fill: "none",
    stroke: colour,
    "stroke-width": thumbnail ? 1.5 : 2,
    "stroke-dasharray": dashes(series.dash),
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
  };
  const paths = series.mark === "line" ? stretches(points).map((d) => element("path", { d, ...stroke })) : [];
  const crowded = bands.width < 5 ? 0.5 : bands.width < 12 && series.mark === "line" ? 0.7 : 1;
  const size = (thumbnail ? 5 : 7) * crowded;
  const own = series.marker ?? "none";
  const marks = points.flatMap((point, i) => {
    if (!point) return [];
    const alone = (points[i - 1] ?? null) === null && (points[i + 1] ?? null) === null;
    const marker = own === "none" && alone ? "circle" : own;
    return [markerAt(marker, point[0], point[1], size, colour, ink.background)];
  });
  return [...paths, ...marks];
}
