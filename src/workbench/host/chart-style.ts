import type { Engine, Getters } from "../sheet/engine";
import { type Definition, hasLabel, type OfficeSeries, seriesTypeOf } from "./chart-definition";
import type { Config, DataSet, Scale } from "./chart-js";
import { labelPlugin } from "./chart-labels";
import { styleScale } from "./chart-scales";

interface Builder {
  readonly allowedDefinitionKeys: string[];
  getRuntime: (
    getters: Getters,
    definition: unknown,
    ...rest: unknown[]
  ) => { readonly chartJsConfig?: Config };
}

const DRAWN = ["bar", "line", "combo", "pie", "scatter"];
const PIXELS_PER_POINT = 4 / 3;
const INVISIBLE = "rgba(0,0,0,0)";
const DASHES: Readonly<Record<string, number[]>> = {
  Dot: [2, 3],
  RoundDot: [2, 3],
  Dash: [6, 4],
  DashDot: [6, 3, 2, 3],
  DashDotDot: [6, 3, 2, 3, 2, 3],
};

/**
 * Lets definitions of charts carry the key `office` (it is then undone, copied and saved with the chart) and applies
 * what it says to the drawing: Chart.js can show it, the engine's definitions have no words for it.
 */
export function installCharts(o: Engine): void {
  for (const type of DRAWN) {
    const builder = o.registries.chartTypeRegistry.get(type) as unknown as Builder;
    if (builder.allowedDefinitionKeys.includes("office")) continue;
    builder.allowedDefinitionKeys.push("office");
    const draw = builder.getRuntime.bind(builder);
    builder.getRuntime = (getters, definition, ...rest) => {
      const runtime = draw(getters, definition, ...rest);
      const styled = definition as Partial<Definition>;
      if (runtime.chartJsConfig && styled.office)
        apply(o, getters, runtime.chartJsConfig, styled as Definition);
      return runtime;
    };
  }
}

function apply(o: Engine, getters: Getters, config: Config, definition: Definition): void {
  const { office } = definition;
  const stacked = office.chartType.endsWith("Stacked");
  const isCombo = definition.type === "combo";
  const sets = definition.dataSource.dataSets;
  const format = (value: number, excelFormat: string): string =>
    o.helpers.formatValue(value, { format: excelFormat, locale: getters.getLocale() });
  followCell(getters, config, office.titleKey);
  config.plugins = [labelPlugin];
  config.data.datasets.forEach((set, i) => {
    const id = sets[i]?.dataSetId;
    if (id === undefined) return;
    const type = seriesTypeOf(definition, id);
    const series = office.series[id] ?? {};
    styleSeries(set, series, type);
    labelPoints(set, series, format);
    set.spanGaps = office.kept.chart?.DisplayBlanksAs === "Interpolated";
    if (type.startsWith("Line")) set.fill = false;
    if (isCombo && stacked) set.stack = set.type === "bar" ? "bars" : `line ${i}`;
    // Lines before columns, and columns of the second axis, each as wide as it likes, before those of the first.
    const isSecond = definition.dataSetStyles[id]?.yAxisId === "y1";
    if (isCombo) set.order = type.startsWith("Line") ? 0 : isSecond ? 1 : 2;
    if (isCombo && isSecond && !type.startsWith("Line")) {
      set.grouped = false;
      set.stack = "second";
    }
  });
  nameInLegend(
    config,
    sets.map(({ dataSetId }) => office.series[dataSetId] ?? {}),
  );
  if (definition.horizontal === true) turnAxes(definition, config.options?.scales ?? {});
  for (const [axis, scale] of Object.entries(config.options?.scales ?? {})) {
    if (!scale) continue;
    if (isCombo && stacked) scale.stacked = true;
    styleScale(scale, office.kept[`axis:${keptAxis(definition, axis)}`] ?? {}, format);
    // Excel's first bar is the lowest, that of Chart.js the highest.
    if (definition.horizontal === true && axis === "y") scale.reverse = scale.reverse !== true;
    // Chart.js leaves no room beyond the longest bar.
    const isValues = keptAxis(definition, axis) === "y";
    if (isValues && config.data.datasets.some(({ labelTexts }) => labelTexts)) scale.grace = "8%";
  }
}

/** What was said of the value axis holds for the one along the bottom, where the engine looks for the category axis. */
function turnAxes({ axesDesign }: Definition, { x, y }: Record<string, Scale | undefined>): void {
  if (!x || !y) return;
  const { min, max, gridLines } = axesDesign.y ?? {};
  [x.title, y.title] = [y.title, x.title];
  if (min !== undefined) x.min = min;
  if (max !== undefined) x.max = max;
  if (gridLines !== undefined) x.grid = { ...x.grid, display: gridLines !== "none" };
}

/** Chart.js turns the axes of bars round: what Excel calls the category axis lies upright. */
const keptAxis = (definition: Definition, axis: string): string =>
  definition.horizontal === true ? ({ x: "y", y: "x" }[axis] ?? axis) : axis;

/** The numbers that stand beside the marks, as Excel writes them. */
function labelPoints(
  set: DataSet,
  series: OfficeSeries,
  format: (value: number, excelFormat: string) => string,
): void {
  const labels = (series.kept?.labels ?? {}) as { NumberFormat?: string; Position?: string };
  const texts = set.data.map((value, i) =>
    typeof value === "number" && hasLabel(series, String(i))
      ? format(value, labels.NumberFormat ?? "General")
      : "",
  );
  if (texts.every((text) => text === "")) return;
  set.labelTexts = texts;
  if (labels.Position !== undefined) set.labelPosition = labels.Position;
}

/** Marks without a line have their mark in the legend; what Excel was told to leave out is left out. */
function nameInLegend({ options, data }: Config, series: readonly OfficeSeries[]): void {
  const labels = options?.plugins?.legend?.labels;
  const made = labels?.generateLabels;
  if (!labels || !made) return;
  labels.generateLabels = (chart) =>
    made(chart).flatMap((label) => {
      const at = label.datasetIndex ?? -1;
      if (series[at]?.unnamed === true) return [];
      const set = data.datasets[at];
      if (series[at]?.lineStyle !== "None" || set?.pointStyle === undefined) return [label];
      const color = set.pointBackgroundColor;
      return [{ ...label, pointStyle: set.pointStyle, fillStyle: color, strokeStyle: color }];
    });
}

/** A title that is linked to a cell says what the cell says now. */
function followCell(getters: Getters, config: Config, key: string | undefined): void {
  const range = key === undefined ? undefined : getters.getNamedRange(key)?.range;
  if (!range || !config.options?.plugins) return;
  const { sheetId, zone } = range;
  const text = getters.getEvaluatedCell({ sheetId, col: zone.left, row: zone.top }).formattedValue;
  const title = { ...config.options.plugins.title, text, display: text !== "", align: "center" };
  config.options.plugins.title = title;
}

function styleSeries(set: DataSet, series: OfficeSeries, chartType: string): void {
  const { points, weight, lineStyle, lineColor, noFill, kept } = series;
  if (lineColor !== undefined) set.borderColor = lineColor;
  if (lineColor !== undefined && chartType.startsWith("Line")) set.backgroundColor = lineColor;
  if (weight !== undefined) set.borderWidth = weight * PIXELS_PER_POINT;
  if (lineStyle !== undefined) set.borderDash = DASHES[lineStyle] ?? [];
  if (lineStyle === "None") set.borderColor = INVISIBLE;
  if (chartType === "Line" || kept?.MarkerStyle === "None") set.pointRadius = 0;
  else if (chartType.startsWith("Line")) markPoints(set, kept ?? {});
  if (typeof kept?.GapWidth === "number") set.categoryPercentage = 1 / (1 + kept.GapWidth / 100);
  if (noFill) set.backgroundColor = set.borderColor = INVISIBLE;
  if (points) {
    const whole = set.backgroundColor;
    set.backgroundColor = set.data.map(
      (_, i) => points[String(i)] ?? (Array.isArray(whole) ? (whole as unknown[])[i] : whole),
    );
  }
}

const MARKERS: Readonly<Record<string, string>> = {
  Circle: "circle",
  Square: "rect",
  Diamond: "rectRot",
  Triangle: "triangle",
  Dash: "line",
};

function markPoints(set: DataSet, kept: Readonly<Record<string, unknown>>): void {
  const {
    MarkerStyle: style,
    MarkerSize: size,
    MarkerBackgroundColor: fill,
    MarkerForegroundColor: edge,
  } = kept;
  if (typeof style === "string" && MARKERS[style] !== undefined) set.pointStyle = MARKERS[style];
  if (typeof size === "number") set.pointRadius = (size / 2) * PIXELS_PER_POINT;
  if (fill !== undefined) set.pointBackgroundColor = fill;
  if (edge !== undefined) set.pointBorderColor = edge;
  if (style === "Dash") set.pointBorderWidth = 4;
}
