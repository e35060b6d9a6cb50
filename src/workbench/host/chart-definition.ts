import { lacking } from "./host-error";

/** The engine's definition of a chart, as far as this host uses it, with what only Excel knows under `office`. */
export interface Definition {
  type: string;
  title: { text?: string; bold?: boolean; color?: string; fontSize?: number };
  legendPosition: string;
  dataSetStyles: Record<string, SeriesLook>;
  axesDesign: Record<string, AxisLook>;
  dataSource: {
    readonly type: "range";
    dataSets: { readonly dataSetId: string; dataRange: string }[];
    dataSetsHaveTitle: boolean;
    labelRange?: string;
  };
  office: OfficeChart;
  [more: string]: unknown;
}

export interface SeriesLook {
  type?: string;
  label?: string;
  backgroundColor?: string;
  yAxisId?: string;
}

export interface AxisLook {
  title?: { text?: string };
  min?: number;
  max?: number;
  gridLines?: string;
}

export interface OfficeChart {
  name: string;
  chartType: string;
  series: Record<string, OfficeSeries>;
  /** The named range of the cell whose text is the title. */
  titleKey?: string;
  /** Properties that Excel has and the engine lacks, by the part of the chart: `chart`, `axis:y`, `title` … */
  kept: Record<string, Record<string, unknown>>;
}

export interface OfficeSeries {
  chartType?: string;
  noFill?: boolean;
  lineColor?: string;
  weight?: number;
  lineStyle?: string;
  /** Left out of the legend. */
  unnamed?: boolean;
  /** Colours of single points, by their place in the series. */
  points?: Record<string, string>;
  /** Whether single points have their number beside them, where that differs from the whole series. */
  labels?: Record<string, boolean>;
  kept?: Record<string, unknown>;
}

/** Whether a point has its number beside it. */
export const hasLabel = (series: OfficeSeries | undefined, point: string): boolean =>
  series?.labels?.[point] ?? series?.kept?.HasDataLabels === true;

interface Shape {
  readonly type: string;
  readonly flags?: Readonly<Record<string, boolean>>;
}

/** Excel's chart types that this host draws. */
const SHAPES: Readonly<Record<string, Shape>> = {
  ColumnClustered: { type: "bar" },
  ColumnStacked: { type: "bar", flags: { stacked: true } },
  BarClustered: { type: "bar", flags: { horizontal: true } },
  BarStacked: { type: "bar", flags: { horizontal: true, stacked: true } },
  Line: { type: "line", flags: { hideDataMarkers: true } },
  LineMarkers: { type: "line" },
  Area: { type: "line", flags: { fillArea: true } },
  AreaStacked: { type: "line", flags: { fillArea: true, stacked: true } },
  XYScatter: { type: "scatter" },
  XYScatterLines: { type: "scatter" },
  Pie: { type: "pie" },
  Doughnut: { type: "pie", flags: { isDoughnut: true } },
};

const FLAGS = [
  "stacked",
  "horizontal",
  "fillArea",
  "hideDataMarkers",
  "isDoughnut",
  "labelsAsText",
  "cumulative",
];
const ALWAYS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  bar: { stacked: false },
  line: { stacked: false, cumulative: false, labelsAsText: true },
  scatter: { labelsAsText: false },
};

function shapeOf(chartType: string): Shape {
  const shape = SHAPES[chartType];
  if (!shape) throw lacking(`charts of type ${chartType}`);
  return shape;
}

export const newOffice = (name: string, chartType: string): OfficeChart => ({
  name,
  chartType,
  series: {},
  kept: {},
});

/** Excel's type of one series: its own, or the chart's. */
export const seriesTypeOf = (definition: Definition, id: string): string =>
  definition.office.series[id]?.chartType ?? definition.office.chartType;

/** Chooses the engine's type of chart from Excel's types of the chart and its series. */
export function retype(definition: Definition): void {
  const ids = definition.dataSource.dataSets.map((set) => set.dataSetId);
  const types =
    ids.length > 0 ? ids.map((id) => seriesTypeOf(definition, id)) : [definition.office.chartType];
  const shapes = types.map(shapeOf);
  const families = new Set(shapes.map(({ type }) => type));
  for (const flag of FLAGS) Reflect.deleteProperty(definition, flag);
  const [first] = shapes;
  if (families.size === 1 && first) {
    definition.type = first.type;
    Object.assign(definition, ALWAYS[first.type], first.flags);
  } else {
    if ([...families].some((family) => family !== "bar" && family !== "line"))
      throw lacking(`charts that mix ${[...new Set(types)].join(" and ")}`);
    definition.type = "combo";
  }
  ids.forEach((id, i) => {
    const { type: _, ...look } = definition.dataSetStyles[id] ?? {};
    const family = shapes[i]?.type ?? "bar";
    definition.dataSetStyles[id] = definition.type === "combo" ? { ...look, type: family } : look;
  });
}

/** A chart that somebody made in the grid has no `office` yet: this is what Excel would call it. */
export function adopted(definition: object): Definition {
  const copy = JSON.parse(JSON.stringify(definition)) as Partial<Definition> & { type: string };
  const guess = (): string => {
    if (copy.type === "bar")
      return copy.horizontal === true
        ? "BarClustered"
        : copy.stacked === true
          ? "ColumnStacked"
          : "ColumnClustered";
    if (copy.type === "line") return copy.fillArea === true ? "Area" : "LineMarkers";
    if (copy.type === "pie") return copy.isDoughnut === true ? "Doughnut" : "Pie";
    return copy.type === "scatter" ? "XYScatter" : "ColumnClustered";
  };
  copy.dataSetStyles ??= {};
  copy.axesDesign ??= {};
  if (!copy.office) {
    copy.office = newOffice("Chart", guess());
    for (const [id, { type }] of Object.entries(copy.dataSetStyles))
      if (copy.type === "combo" && type === "line") copy.office.series[id] = { chartType: "Line" };
  }
  return copy as Definition;
}
