import { COLOURS, type Ink, type Theme } from "../common/colours";
import type { Finding } from "../common/definition";
import type { Drawing, DrawnSeries } from "../common/drawing";
import type { Language } from "../common/language";
import type { Fills } from "./fills";
import { dashes, markerAt } from "./marks";
import { element, line, px } from "./svg";
import { balanced, widthOf, wrap } from "./text";

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What parts of a picture share. */
export interface Canvas {
  readonly theme: Theme;
  readonly ink: Ink;
  readonly lang: Language;
  readonly fills: Fills;
  /** Size of ordinary text. */
  readonly size: number;
  readonly thumbnail: boolean;
}

export const SIZES = { title: 14, subtitle: 11, source: 9, text: 10.5 } as const;

/** In a low picture the plot needs the room more than the second line of sources. */
const LOW = 260;

/** What surrounds the plot, and the room that is left for it. */
export interface Framed {
  readonly parts: readonly string[];
  readonly room: Box;
}

/** Title and subtitle above, sources below, the legend between title and plot. */
export function frame(
  { series, legend, axis, shape }: Drawing,
  finding: Finding | undefined,
  size: { readonly width: number; readonly height: number },
  canvas: Canvas,
): Framed {
  const { ink } = canvas;
  const margin = size.width < 360 ? 8 : 12;
  const width = size.width - 2 * margin;
  const parts: string[] = [];
  let top = margin;
  const write = (lines: readonly string[], font: number, look: Readonly<Record<string, string>>): void => {
    for (const words of lines) {
      top += font * 1.3;
      parts.push(line(words, { x: margin, y: top - font * 0.3, "font-size": font, ...look }));
    }
  };
  if (finding) {
    write(balanced(finding.title, width, SIZES.title, 3, true), SIZES.title, {
      fill: ink.text,
      "font-weight": "600",
    });
    top += 1;
    write(wrap(finding.subtitle, width, SIZES.subtitle, 2), SIZES.subtitle, { fill: ink.soft });
  } else write(wrap(axis.title, width, SIZES.subtitle, 1), SIZES.subtitle, { fill: ink.soft });
  // The heights of a bullet are named where they are.
  if (legend && shape !== "bullet") {
    const drawn = legendOf(series, margin, top + 6, width, canvas);
    parts.push(...drawn.parts);
    top = drawn.bottom;
  }
  let bottom = size.height - margin;
  if (finding) {
    const lines = wrap(finding.source, width, SIZES.source, size.height < LOW ? 1 : 2);
    lines.forEach((words, i) => {
      const y = bottom - (lines.length - 1 - i) * SIZES.source * 1.25;
      parts.push(line(words, { x: margin, y, "font-size": SIZES.source, fill: ink.soft }));
    });
    bottom -= lines.length * SIZES.source * 1.25 + 4;
  }
  const room = { left: margin, top: top + 8, width, height: Math.max(20, bottom - top - 8) };
  return { parts, room };
}

const KEY = 20;

/** Keys and names in as many rows as they need. */
function legendOf(
  series: readonly DrawnSeries[],
  left: number,
  top: number,
  width: number,
  canvas: Canvas,
): { readonly parts: readonly string[]; readonly bottom: number } {
  const parts: string[] = [];
  const row = SIZES.text * 1.55;
  let [x, y] = [left, top + row];
  for (const one of series) {
    if (one.invisible || one.unnamed) continue;
    const wide = KEY + widthOf(one.name, SIZES.text) + 14;
    if (x > left && x + wide - 14 > left + width) [x, y] = [left, y + row];
    parts.push(
      keyOf(one, x, y - SIZES.text * 0.38, canvas),
      line(one.name, { x: x + KEY, y, "font-size": SIZES.text, fill: canvas.ink.text }),
    );
    x += wide;
  }
  return { parts, bottom: y };
}

/** What a series looks like, small. */
function keyOf(series: DrawnSeries, x: number, y: number, { theme, ink, fills }: Canvas): string {
  const colour = COLOURS[theme][series.role];
  if (series.mark === "line" || series.mark === "points") {
    const stroke = { stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes(series.dash) };
    const path =
      series.mark === "line" ? [element("path", { d: `M${px(x)} ${px(y)}H${px(x + 15)}`, ...stroke })] : [];
    return [...path, markerAt(series.marker ?? "none", x + 7.5, y, 7, colour, ink.background)].join("");
  }
  return element("rect", { x, y: y - 5, width: 14, height: 10, fill: fills.of(series) });
}
