import { COLOURS } from "../common/colours";
import { axisLimits, type Drawing } from "../common/drawing";
import type { Grid } from "../common/grid";
import { across, valueAxis } from "./axes";
import { extentOf, type Shown } from "./columns";
import { SIZES, type Box, type Canvas } from "./frame";
import { formatted, tickFormat } from "./number-format";
import { scaleOf, type Scale } from "./scale";
import { element, line, px } from "./svg";
import { cut, widthOf } from "./text";

const LABEL = SIZES.text * 1.35;

/** Bands on top of one another, the actual before them, the target as a line across, and each named at its height. */
export function bullet(
  drawing: Drawing,
  shown: readonly Shown[],
  grid: Grid,
  room: Box,
  canvas: Canvas,
): readonly string[] {
  const { ink, theme, thumbnail } = canvas;
  const wish = { values: extentOf(shown), zero: true, ...axisLimits(drawing, grid), most: 6 };
  const { ticks } = scaleOf(wish, 1, 0);
  const format = tickFormat(ticks, drawing.axis.format);
  const names = ticks.map((tick) => formatted(tick, format));
  const left = thumbnail ? 0 : Math.max(...names.map((name) => widthOf(name, canvas.size))) + 6;
  const label = thumbnail ? 0 : (room.width - left) * 0.56;
  const plot: Box = {
    left: room.left + left,
    top: room.top + 6,
    width: Math.max(10, room.width - left - label),
    height: Math.max(10, room.height - 12),
  };
  const scale = scaleOf(wish, plot.top + plot.height, plot.top);
  const centre = plot.left + plot.width / 2;
  const wide = Math.min(120, plot.width * 0.8);
  const parts: string[] = thumbnail ? [] : [...valueAxis(scale, names, plot, canvas)];
  const heights: Height[] = [];
  let top = 0;
  for (const { series, values } of shown) {
    const value = values[0] ?? null;
    if (value === null) continue;
    const colour = COLOURS[theme][series.role];
    if (series.mark === "stack") {
      parts.push(rectangle(centre, wide, scale, top, top + value, colour));
      top += value;
    } else if (series.mark === "points") parts.push(targetLine(centre, wide * 1.16, scale.at(value), colour));
    else parts.push(rectangle(centre, wide * 0.36, scale, 0, value, colour));
    heights.push({
      name: series.name,
      value: series.mark === "stack" ? top : value,
      strong: series.mark !== "stack",
    });
  }
  parts.push(...across(scale, 0, plot, ink.axis));
  if (thumbnail) return parts;
  const edge = centre + wide * 0.58;
  return [...parts, ...namesAt(heights, drawing.axis.format, scale, edge, room, canvas)];
}

interface Height {
  readonly name: string;
  readonly value: number;
  readonly strong: boolean;
}

function rectangle(
  centre: number,
  width: number,
  scale: Scale,
  from: number,
  to: number,
  fill: string,
): string {
  const [a, b] = [scale.at(from), scale.at(to)];
  return element("rect", {
    x: centre - width / 2,
    y: Math.min(a, b),
    width,
    height: Math.abs(a - b),
    fill,
  });
}

const targetLine = (centre: number, width: number, y: number, fill: string): string =>
  element("rect", { x: centre - width / 2, y: y - 2, width, height: 4, fill });

/** One name a height, kept apart; of a band and a mark of one height the mark is named. */
function namesAt(
  heights: readonly Height[],
  format: string,
  scale: Scale,
  edge: number,
  room: Box,
  { ink }: Canvas,
): readonly string[] {
  const named = heights.filter(
    (h) => h.strong || !heights.some((other) => other.strong && other.value === h.value),
  );
  const sorted = [...named].sort((a, b) => b.value - a.value);
  const width = room.left + room.width - edge - 12;
  let lowest = -Infinity;
  return sorted.flatMap(({ name, value, strong }) => {
    const y = scale.at(value);
    const at = Math.max(y + SIZES.text * 0.35, lowest + LABEL);
    lowest = at;
    const words = cut(`${name} ${formatted(value, format)}`, width, SIZES.text, strong);
    return [
      element("path", {
        d: `M${px(edge)} ${px(y)}L${px(edge + 9)} ${px(at - SIZES.text * 0.35)}`,
        stroke: ink.axis,
        fill: "none",
        "stroke-width": 1,
      }),
      line(words, {
        x: edge + 12,
        y: at,
        "font-size": SIZES.text,
        "font-weight": strong ? "600" : undefined,
        fill: strong ? ink.text : ink.soft,
      }),
    ];
  });
}
