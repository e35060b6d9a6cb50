import { axisLimits, type Drawing } from "../common/drawing";
import { valuesIn, type Grid } from "../common/grid";
import { across, categoryAxis, categoryRoom, gapBands, valueAxis, type Bands } from "./axes";
import { columns, extentOf, stacks, type Shown } from "./columns";
import type { Box, Canvas } from "./frame";
import { lineMarks } from "./lines";
import { formatted, tickFormat } from "./number-format";
import { scaleOf } from "./scale";
import { widthOf } from "./text";
import { stepNumbers, valueLabels } from "./value-labels";

/** Columns, stacks, lines and points over categories from left to right. */
export function upright(
  drawing: Drawing,
  shown: readonly Shown[],
  grid: Grid,
  room: Box,
  canvas: Canvas,
): readonly string[] {
  const { axis, categories } = drawing;
  const labels = valuesIn(grid, categories).map((v) => (v === null ? "" : String(v)));
  const wish = {
    values: extentOf(shown),
    zero: axis.zero,
    ...axisLimits(drawing, grid),
    most: canvas.thumbnail ? 2 : room.height < 130 ? 3 : 5,
  };
  const { ticks } = scaleOf(wish, 1, 0);
  const format = tickFormat(ticks, axis.format);
  const names = ticks.map((tick) => formatted(tick, format));
  const left = canvas.thumbnail ? 0 : Math.max(...names.map((name) => widthOf(name, canvas.size))) + 6;
  const labelled =
    (drawing.numbers !== undefined || drawing.series.some((one) => one.labelled)) && !canvas.thumbnail;
  const hang = extentOf(shown).some((v) => v < 0);
  const [above, below] = [labelled ? 12 : 3, labelled && hang ? 12 : 0];
  const under = canvas.thumbnail ? 0 : categoryRoom(labels, room.width - left);
  const plot: Box = {
    left: room.left + left,
    top: room.top + above,
    width: Math.max(10, room.width - left - 2),
    height: Math.max(10, room.height - above - below - under),
  };
  const scale = scaleOf(wish, plot.top + plot.height, plot.top);
  const width = plot.width / Math.max(1, labels.length);
  const bands: Bands = { count: labels.length, width, centre: (i) => plot.left + (i + 0.5) * width };
  const lower: Box = { ...plot, height: plot.height + below };
  return [
    ...(drawing.marksGaps
      ? gapBands(
          shown.map(({ values }) => values),
          plot,
          bands,
          canvas,
        )
      : []),
    ...(canvas.thumbnail ? [] : valueAxis(scale, names, plot, canvas)),
    ...stacks(shown, drawing, bands, scale, canvas),
    ...columns(shown, drawing, bands, scale, canvas),
    ...across(scale, 0, plot, canvas.ink.axis),
    ...(axis.reference === undefined ? [] : across(scale, axis.reference, plot, canvas.ink.axis, "3 3")),
    ...shown
      .filter(({ series }) => series.mark === "line" || series.mark === "points")
      .flatMap((one) => lineMarks(one, bands, scale, canvas)),
    ...(canvas.thumbnail ? [] : valueLabels(shown, drawing, bands, scale, plot, canvas)),
    ...(canvas.thumbnail ? [] : stepNumbers(drawing, grid, bands, scale, canvas)),
    ...(canvas.thumbnail ? [] : categoryAxis(labels, lower, bands, canvas)),
  ];
}
