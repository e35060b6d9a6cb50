import type { Engine, Getters } from "../sheet/engine";
import { type Definition, type OfficeSeries, seriesTypeOf } from "./chart-definition";

interface DataSet {
  type?: string;
  stack?: string;
  fill?: unknown;
  spanGaps?: boolean;
  pointRadius?: number;
  borderWidth?: number;
  borderDash?: number[];
  borderColor?: unknown;
  backgroundColor?: unknown;
  barPercentage?: number;
  categoryPercentage?: number;
  data: unknown[];
}

interface Scale {
  stacked?: boolean;
  reverse?: boolean;
  ticks?: { callback?: unknown; stepSize?: number; maxTicksLimit?: number };
}

interface Config {
  readonly data: { readonly datasets: DataSet[] };
  readonly options?: {
    readonly scales?: Record<string, Scale | undefined>;
    readonly plugins?: { title?: object };
  };
}

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
  followCell(getters, config, office.titleKey);
  config.data.datasets.forEach((set, i) => {
    const id = sets[i]?.dataSetId;
    if (id === undefined) return;
    const type = seriesTypeOf(definition, id);
    styleSeries(set, office.series[id] ?? {}, type);
    set.spanGaps = office.kept.chart?.DisplayBlanksAs === "Interpolated";
    if (type.startsWith("Line")) set.fill = false;
    if (isCombo && stacked) set.stack = set.type === "bar" ? "bars" : `line ${i}`;
  });
  for (const [axis, scale] of Object.entries(config.options?.scales ?? {})) {
    if (!scale) continue;
    if (isCombo && stacked) scale.stacked = true;
    styleScale(o, getters, scale, office.kept[`axis:${axis}`] ?? {});
  }
}

/** A title that is linked to a cell says what the cell says now. */
function followCell(getters: Getters, config: Config, key: string | undefined): void {
  const range = key === undefined ? undefined : getters.getNamedRange(key)?.range;
  if (!range || !config.options?.plugins) return;
  const { sheetId, zone } = range;
  const text = getters.getEvaluatedCell({ sheetId, col: zone.left, row: zone.top }).formattedValue;
  config.options.plugins.title = { ...config.options.plugins.title, text, display: text !== "" };
}

function styleSeries(set: DataSet, series: OfficeSeries, chartType: string): void {
  const { points, weight, lineStyle, lineColor, noFill, kept } = series;
  if (lineColor !== undefined) set.borderColor = lineColor;
  if (lineColor !== undefined && chartType.startsWith("Line")) set.backgroundColor = lineColor;
  if (weight !== undefined) set.borderWidth = weight * PIXELS_PER_POINT;
  if (lineStyle !== undefined) set.borderDash = DASHES[lineStyle] ?? [];
  if (lineStyle === "None") set.borderColor = INVISIBLE;
  if (chartType === "Line" || kept?.MarkerStyle === "None") set.pointRadius = 0;
  if (typeof kept?.GapWidth === "number") set.categoryPercentage = 1 / (1 + kept.GapWidth / 100);
  if (noFill) set.backgroundColor = set.borderColor = INVISIBLE;
  if (points) {
    const whole = set.backgroundColor;
    set.backgroundColor = set.data.map(
      (_, i) => points[String(i)] ?? (Array.isArray(whole) ? (whole as unknown[])[i] : whole),
    );
  }
}

function styleScale(
  o: Engine,
  getters: Getters,
  scale: Scale,
  kept: Readonly<Record<string, unknown>>,
): void {
  const {
    NumberFormat: format,
    MajorUnit: unit,
    TickLabelSpacing: spacing,
    ReversePlotOrder: reverse,
  } = kept;
  if (reverse === true) scale.reverse = true;
  if (format === undefined && unit === undefined && spacing === undefined) return;
  const ticks = { ...scale.ticks };
  if (typeof unit === "number") ticks.stepSize = unit;
  if (typeof format === "string" && format !== "General") {
    const locale = getters.getLocale();
    ticks.callback = (value: number) => o.helpers.formatValue(value, { format, locale });
  }
  scale.ticks = ticks;
}
