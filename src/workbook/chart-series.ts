import { COLOURS, INKS } from "../charts/common/colours";
import type { Dash, DrawnSeries, Drawing, Mark, Marker } from "../charts/common/drawing";
import type { Strip } from "../charts/common/formula";
import type { Grid } from "../charts/common/grid";
import { labelledPoints, NATIVE } from "../charts/common/native";

/** The cells of a part of a block. */
export type RangeOf = (strip: Strip) => Excel.Range;

const MARKERS = {
  circle: "Circle",
  square: "Square",
  diamond: "Diamond",
  triangle: "Triangle",
  dash: "Dash",
  none: "None",
} as const satisfies Record<Marker, string>;

const DASHES = { solid: "Continuous", dash: "Dash", dot: "RoundDot" } as const satisfies Record<Dash, string>;

/** Excel's types of charts that the gallery is drawn with. */
type SeriesType = "ColumnClustered" | "ColumnStacked" | "BarClustered" | "Line" | "LineMarkers";

/** Excel's type of a series; a line with marks has a type of its own. */
export function seriesType({ mark, marker = "none" }: Pick<DrawnSeries, "mark" | "marker">): SeriesType {
  const types = {
    column: "ColumnClustered",
    stack: "ColumnStacked",
    bar: "BarClustered",
    line: marker === "none" ? "Line" : "LineMarkers",
    points: "LineMarkers",
  } as const satisfies Record<Mark, SeriesType>;
  return types[mark];
}

const { light } = INKS;

/** Adds a series from its own cells; its type first, since that decides what else it may have. */
export function addSeries(
  chart: Excel.Chart,
  drawing: Drawing,
  drawn: DrawnSeries,
  rangeOf: RangeOf,
  values: Grid,
): void {
  const series = chart.series.add(drawn.name);
  bindSeries(series, drawing, drawn, rangeOf);
  series.chartType = seriesType(drawn);
  if (drawn.narrow) series.axisGroup = "Secondary";
  if (drawn.mark === "line" || drawn.mark === "points") styleLine(series, drawn);
  else styleSurface(series, drawn, drawing);
  labelSeries(series, drawing, drawn, values);
}

export function bindSeries(
  series: Excel.ChartSeries,
  { categories }: Drawing,
  { values }: DrawnSeries,
  rangeOf: RangeOf,
): void {
  series.setValues(rangeOf(values));
  series.setXAxisValues(rangeOf(categories));
}

function styleLine(
  series: Excel.ChartSeries,
  { role, mark, marker = "none", dash = "solid" }: DrawnSeries,
): void {
  const colour = COLOURS.light[role];
  const { line } = series.format;
  if (mark === "line") {
    line.color = colour;
    line.weight = NATIVE.linePoints;
    line.lineStyle = DASHES[dash];
  } else line.lineStyle = "None";
  series.markerStyle = MARKERS[marker];
  if (marker === "none") return;
  series.markerSize = marker === "dash" ? NATIVE.dashPoints : NATIVE.markerPoints;
  series.markerBackgroundColor = colour;
  series.markerForegroundColor = colour;
}

/** A thin edge of the background keeps neighbours of a stack apart, whoever cannot tell their colours. */
function styleSurface(
  series: Excel.ChartSeries,
  { role, mark, invisible, narrow }: DrawnSeries,
  { gapWidth }: Drawing,
): void {
  const { fill, line } = series.format;
  if (invisible) {
    fill.clear();
    line.clear();
  } else {
    fill.setSolidColor(COLOURS.light[role]);
    line.color = light.background;
    line.weight = NATIVE.edgePoints;
  }
  series.gapWidth = narrow ? NATIVE.narrowGap : gapWidth;
  series.overlap = mark === "stack" ? 100 : 0;
}

/** Numbers beside the marks, of figures only: Excel would write #N/A beside a gap. */
export function labelSeries(
  series: Excel.ChartSeries,
  drawing: Drawing,
  drawn: DrawnSeries,
  values: Grid,
): void {
  const points = labelledPoints(drawing, drawn, values);
  if (!points) return;
  const { axis, shape } = drawing;
  const { mark } = drawn;
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  dataLabels.showSeriesName = false;
  dataLabels.showCategoryName = false;
  dataLabels.showLegendKey = false;
  dataLabels.numberFormat = axis.format;
  if (mark === "column" || mark === "bar") dataLabels.position = "OutsideEnd";
  else if (mark !== "stack") dataLabels.position = shape === "bullet" ? "Right" : "Top";
  dataLabels.format.font.color = light.text;
  for (const [i, has] of points.entries()) series.points.getItemAt(i).hasDataLabel = has;
}
