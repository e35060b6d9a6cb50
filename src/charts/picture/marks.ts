import type { Dash, Marker } from "../common/drawing";
import { element, px } from "./svg";

/** Lengths of strokes and spaces; a solid line has none. */
export function dashes(dash: Dash | undefined): string | undefined {
  const lengths = { solid: undefined, dash: "6 4", dot: "1.5 3.5" } as const satisfies Record<
    Dash,
    string | undefined
  >;
  return lengths[dash ?? "solid"];
}

/** A marker around a point; the edge keeps it apart from what lies behind it. */
export function markerAt(
  marker: Marker,
  x: number,
  y: number,
  size: number,
  colour: string,
  edge: string,
): string {
  const look = { fill: colour, stroke: edge, "stroke-width": 1 };
  const r = size / 2;
  switch (marker) {
    case "none":
      return "";
    case "circle":
      return element("circle", { cx: x, cy: y, r, ...look });
    case "square":
      return element("rect", { x: x - r, y: y - r, width: size, height: size, ...look });
    case "diamond":
      return polygon([0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0], x, y, r, look);
    case "triangle":
      return polygon([0, -1.25, 1.25, 1, -1.25, 1], x, y, r, look);
    case "dash":
      return element("rect", { x: x - size, y: y - 1.5, width: size * 2, height: 3, fill: colour });
  }
}

function polygon(
  corners: readonly number[],
  x: number,
  y: number,
  r: number,
  look: Readonly<Record<string, string | number>>,
): string {
  const points: string[] = [];
  for (let i = 0; i < corners.length; i += 2)
    points.push(`${px(x + (corners[i] ?? 0) * r)},${px(y + (corners[i + 1] ?? 0) * r)}`);
  return element("polygon", { points: points.join(" "), ...look });
}

/** Points in a row: one path for each stretch without a gap. A point between two gaps has no line. */
export function stretches(points: readonly (readonly [x: number, y: number] | null)[]): readonly string[] {
  const paths: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 1) paths.push(`M${open.join("L")}`);
    open = [];
  };
  for (const point of points) {
    if (point) open.push(`${px(point[0])} ${px(point[1])}`);
    else close();
  }
  close();
  return paths;
}
