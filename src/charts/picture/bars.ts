import { axisLimits, type Drawing } from "../common/drawing";
import { valuesIn, type Grid } from "../common/grid";
import { extentOf, type Shown } from "./columns";
import { SIZES, type Box, type Canvas } from "./frame";
import { formatted } from "./number-format";
import { scaleOf } from "./scale";
import { element, line } from "./svg";
import { cut, widthOf } from "./text";

/** Share of the width that names may take. */
const MOST_FOR_NAMES = 0.42;
const MOST_HEIGHT = 22;
/** Smaller writing is not readable; a picture of many bars wants more height. */
const SMALLEST = 8;

/** Bars to the right (or left, below zero), the first category on top; numbers stand at their ends instead of an axis. */
export function bars(
  drawing: Drawing,
  shown: readonly Shown[],
  grid: Grid,
  room: Box,
  canvas: Canvas,
): readonly string[] {
  const [only] = shown;
  if (!only) return [];
  const { ink, thumbnail, fills } = canvas;
  const labels = valuesIn(grid, drawing.categories).map((v) => (v === null ? "" : String(v)));
  const numbers = only.values.map((v) =>
    v === null ? NO_FIGURE[canvas.lang] : formatted(v, formatOf(drawing, only)),
  );
  const size = Math.max(SMALLEST, Math.min(SIZES.text, (room.height / Math.max(1, labels.length)) * 0.85));
  const names = thumbnail
    ? 0
    : Math.min(room.width * MOST_FOR_NAMES, Math.max(0, ...labels.map((l) => widthOf(l, size))) + 8);
  const number = thumbnail ? 0 : Math.max(0, ...numbers.map((n) => widthOf(n, size))) + 6;
  const hasNegative = only.values.some((v) => v !== null && v < 0);
  const hasPositive = only.values.some((v) => v === null || v >= 0);
  const left = room.left + names + (hasNegative ? number : 0);
  const right = room.left + room.width - (hasPositive ? number : 0);
  const limits = axisLimits(drawing, grid);
  const values = extentOf(shown);
  const tight = {
    minimum: limits.minimum ?? Math.min(0, ...values),
    maximum: limits.maximum ?? Math.max(0, ...values),
  };
  const scale = scaleOf(
    { values, zero: true, ...(tight.minimum < tight.maximum ? tight : {}), most: 4 },
    left,
    Math.max(left + 10, right),
  );
  const zero = scale.at(0);
  const step = room.height / Math.max(1, labels.length);
  const thick = Math.min(MOST_HEIGHT, step / (1 + drawing.gapWidth / 100));
  const rows = labels.flatMap((label, i) => {
    const value = only.values[i] ?? null;
    const middle = room.top + (i + 0.5) * step;
    const end = scale.at(value ?? 0);
    const text = { y: middle + size * 0.36, "font-size": size };
    const bar =
      value === null
        ? []
        : [
            element("rect", {
              x: Math.min(zero, end),
              y: middle - thick / 2,
              width: Math.abs(end - zero),
              height: thick,
              fill: fills.of(only.series),
            }),
          ];
    if (thumbnail) return bar;
    const beyond = value !== null && value < 0 ? { x: end - 4, "text-anchor": "end" } : { x: end + 4 };
    return [
      line(cut(label, names - 6, size), { x: room.left, ...text, fill: ink.text }),
      ...bar,
      line(numbers[i] ?? "", {
        ...beyond,
        ...text,
        fill: value === null ? ink.soft : ink.text,
        "font-style": value === null ? "italic" : undefined,
      }),
    ];
  });
  const axis = { x1: zero, x2: zero, y1: room.top, y2: room.top + room.height };
  return [...rows, element("line", { ...axis, stroke: ink.axis, "stroke-width": 1 })];
}

const NO_FIGURE = { en: "no figure", ja: "値なし" } as const;

/** Numbers beside bars have room for their decimals where the axis would leave them out. */
function formatOf({ axis }: Drawing, { values }: Shown): string {
  const largest = Math.max(0, ...values.map((v) => Math.abs(v ?? 0)));
  return largest < 100 && axis.format === "#,##0" ? "#,##0.0" : axis.format;
}
