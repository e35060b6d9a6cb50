/** What a data set says about the numbers beside its marks; "" where there is none. */
export interface LabelledSet {
  labelTexts?: readonly string[];
  /** As Excel calls it: OutsideEnd, Top, Right. */
  labelPosition?: string;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  /** Where a bar begins. */
  readonly base?: number;
  readonly horizontal?: boolean;
}

interface DrawnChart {
  readonly ctx: CanvasRenderingContext2D;
  readonly data: { readonly datasets: readonly LabelledSet[] };
  readonly getDatasetMeta: (index: number) => {
    readonly hidden: boolean | null;
    readonly data: readonly Mark[];
  };
}

const FONT = "12px system-ui, sans-serif";
const COLOR = "#242424";
const GAP = 4;
const HALF_LINE = 6;

/** Draws the numbers beside the marks of a chart where Excel puts them; Chart.js itself draws none. */
export const labelPlugin = {
  id: "officeLabels",
  afterDatasetsDraw: (chart: DrawnChart): void => {
    const { ctx, data } = chart;
    ctx.save();
    ctx.font = FONT;
    ctx.fillStyle = COLOR;
    ctx.textBaseline = "middle";
    for (const [i, set] of data.datasets.entries()) {
      const meta = chart.getDatasetMeta(i);
      if (meta.hidden === true) continue;
      for (const [point, mark] of meta.data.entries()) {
        const text = set.labelTexts?.[point] ?? "";
        if (text !== "") write(ctx, text, mark, set.labelPosition ?? "OutsideEnd");
      }
    }
    ctx.restore();
  },
};

function write(ctx: CanvasRenderingContext2D, text: string, mark: Mark, position: string): void {
  const { x, y, base, horizontal = false } = mark;
  if (horizontal || position === "Right") {
    const isLeft = horizontal && base !== undefined && x < base;
    ctx.textAlign = isLeft ? "end" : "start";
    ctx.fillText(text, x + (isLeft ? -GAP : horizontal ? GAP : GAP * 4), y);
    return;
  }
  const isBelow = base !== undefined && y > base;
  ctx.textAlign = "center";
  ctx.fillText(text, x, isBelow ? y + GAP + HALF_LINE : y - GAP - HALF_LINE);
}
