import type { Scale, Ticks } from "./chart-js";

/** An axis with what only Excel knows of it: number format, steps, which categories are named, colours of its lines. */
export function styleScale(
  scale: Scale,
  kept: Readonly<Record<string, unknown>>,
  format: (value: number, excelFormat: string) => string,
): void {
  const {
    NumberFormat: numbers,
    MajorUnit: unit,
    TickLabelSpacing: spacing,
    ReversePlotOrder: reverse,
    TickLabelPosition: position,
    CrossesAt: crossing,
    GridColor: grid,
  } = kept;
  if (reverse === true) scale.reverse = true;
  if (grid !== undefined || crossing !== undefined)
    scale.grid = {
      ...scale.grid,
      color: ({ tick }: { readonly tick?: { readonly value: number } }) =>
        tick?.value === crossing ? AXIS_COLOR : (grid ?? GRID_COLOR),
    };
  const ticks: Ticks = { ...scale.ticks };
  if (position === "None") ticks.display = false;
  if (typeof unit === "number") ticks.stepSize = unit;
  if (typeof numbers === "string" && numbers !== "General")
    ticks.callback = (value: number) => format(value, numbers);
  if (typeof spacing === "number" && spacing > 1) skipLabels(ticks, spacing);
  scale.ticks = ticks;
}

const AXIS_COLOR = "#8A8A8A";
const GRID_COLOR = "#E6E6E6";

/** Every n-th category is named. */
function skipLabels(ticks: Ticks, spacing: number): void {
  const { callback } = ticks;
  ticks.autoSkip = false;
  ticks.callback = function (this: unknown, value: number, index: number, all: unknown): unknown {
    if (index % spacing !== 0) return "";
    return typeof callback === "function" ? (callback.call(this, value, index, all) as unknown) : value;
  };
}
