import { INKS } from "../charts/common/colours";
import type { Drawing } from "../charts/common/drawing";
import type { Grid } from "../charts/common/grid";
import { categorySpacing, hasNumbersBeside, NATIVE, nativeScale } from "../charts/common/native";
import { addSeries, type RangeOf } from "./chart-series";

/** A chart is drawn in Excel by the same definition as its picture in the pane. */
export interface ChartSheet {
  readonly drawing: Drawing;
  readonly rangeOf: RangeOf;
  /** The values of the block, for the ends of the axes and for what is labelled. */
  readonly values: Grid;
  /** `='Sheet1'!$A$1`. */
  readonly titleFormula: string;
}

const { light } = INKS;

/**
 * Gives a chart its series, one by one, in place of those that Excel guessed, and its looks. The guessed ones go only
 * then: a chart without series would forget its type. The last one first, since each is known by its place.
 */
export function drawChart(
  chart: Excel.Chart,
  guessed: readonly Excel.ChartSeries[],
  { drawing, rangeOf, values, titleFormula }: ChartSheet,
): void {
  for (const drawn of drawing.series) addSeries(chart, drawing, drawn, rangeOf, values);
  for (const series of [...guessed].reverse()) series.delete();
  chart.displayBlanksAs = "NotPlotted";
  chart.title.setFormula(titleFormula);
  chart.title.format.font.size = NATIVE.titlePoints;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = light.text;
  chart.legend.visible = drawing.legend;
  if (drawing.legend) styleLegend(chart, drawing);
  styleCategories(chart, drawing);
  styleValues(chart, drawing);
  limitAxes(chart, drawing, values);
}

function styleLegend(chart: Excel.Chart, { series }: Drawing): void {
  chart.legend.position = "Bottom";
  chart.legend.format.font.color = light.text;
  for (const [i, { invisible, unnamed }] of series.entries())
    if (invisible || unnamed) chart.legend.legendEntries.getItemAt(i).visible = false;
}

function styleCategories(chart: Excel.Chart, drawing: Drawing): void {
  const { firstOnTop, axis } = drawing;
  const { categoryAxis } = chart.axes;
  categoryAxis.categoryType = "TextAxis";
  // Under the columns that hang down, not across them.
  categoryAxis.tickLabelPosition = "Low";
  categoryAxis.majorTickMark = "None";
  categoryAxis.format.line.color = light.axis;
  categoryAxis.format.font.color = light.soft;
  if (firstOnTop) categoryAxis.reversePlotOrder = true;
  const spacing = categorySpacing(drawing);
  if (spacing > 1) categoryAxis.tickLabelSpacing = spacing;
  // The line of the categories lies at 100 of an index.
  if (axis.reference !== undefined) chart.axes.valueAxis.setPositionAt(axis.reference);
}

function styleValues(chart: Excel.Chart, drawing: Drawing): void {
  const { axis } = drawing;
  const { valueAxis } = chart.axes;
  valueAxis.majorTickMark = "None";
  valueAxis.format.font.color = light.soft;
  if (axis.title !== "") {
    valueAxis.title.text = axis.title;
    valueAxis.title.format.font.color = light.soft;
    valueAxis.title.format.font.bold = false;
  }
  const hasNumbers = hasNumbersBeside(drawing);
  valueAxis.tickLabelPosition = hasNumbers ? "None" : "NextToAxis";
  valueAxis.majorGridlines.visible = !hasNumbers;
  if (!hasNumbers) valueAxis.majorGridlines.format.line.color = light.grid;
}

/** Ends, steps and numbers of the value axes, by the values that there are. */
export function limitAxes(chart: Excel.Chart, drawing: Drawing, values: Grid): void {
  const { minimum = "", maximum = "", step, format } = nativeScale(drawing, values);
  const { valueAxis } = chart.axes;
  valueAxis.minimum = minimum;
  valueAxis.maximum = maximum;
  valueAxis.majorUnit = step;
  valueAxis.numberFormat = format;
  if (!drawing.series.some(({ narrow }) => narrow)) return;
  // Both scales are the same, so only one is shown.
  const second = chart.axes.getItem("Value", "Secondary");
  second.minimum = minimum;
  second.maximum = maximum;
  second.tickLabelPosition = "None";
  second.majorTickMark = "None";
  second.format.line.clear();
}
