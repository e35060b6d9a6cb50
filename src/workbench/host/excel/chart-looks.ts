import type { Definition, OfficeSeries } from "../chart-definition";
import type { ClassTable, HostObject } from "../host-object";
import { seriesOf } from "./chart-properties";

const PIXELS_PER_POINT = 4 / 3;

type Edit = (object: HostObject, change: (office: OfficeSeries, definition: Definition) => void) => void;

/** Lines and fills of series show; those of titles, axes and areas are taken and kept. */
export function lookTables(
  definition: (object: HostObject) => Definition,
  edit: Edit,
  editChart: (object: HostObject, change: (definition: Definition) => void) => void,
): Readonly<Record<string, ClassTable>> {
  const isSeries = (object: HostObject): boolean => object.maybeWithin("ChartSeries") !== undefined;
  const onLine =
    (change: (office: OfficeSeries, value: unknown) => void) => (object: HostObject, value: unknown) => {
      if (isSeries(object)) edit(object, (office) => change(office, value));
    };
  /** The font of a chart's title shows; that of its axes and legend is taken and not drawn. */
  const onTitle =
    (change: (title: Definition["title"], value: unknown) => void) =>
    (object: HostObject, value: unknown) => {
      if (object.maybeWithin("ChartTitle")) editChart(object, ({ title }) => change(title, value));
    };
  const titleOf = (object: HostObject): Definition["title"] =>
    object.maybeWithin("ChartTitle") ? definition(object).title : {};
  const colorGrid = (object: HostObject, value: unknown): void => {
    const { key } = object.within("ChartAxis");
    const axis = { ".CategoryAxis": "x", ".ValueAxis": "y" }[key] ?? key;
    editChart(object, ({ office }) => void ((office.kept[`axis:${axis}`] ??= {}).GridColor = value));
  };
  const fonts = ["Bold", "Color", "Italic", "Name", "Size", "Underline"];
  const lineOf = (object: HostObject): OfficeSeries =>
    isSeries(object) ? (definition(object).office.series[seriesOf(object)] ?? {}) : {};
  return {
    ChartSeriesFormat: {},
    ChartTitleFormat: {},
    ChartAxisFormat: {},
    ChartAxisTitleFormat: {},
    ChartLegendFormat: {},
    ChartAreaFormat: { keeps: ["RoundedCorners", "ColorScheme"] },
    ChartPlotArea: {},
    ChartPlotAreaFormat: {},
    ChartGridlinesFormat: {},
    ChartDataLabelFormat: {},
    ChartFont: {
      keeps: fonts,
      set: {
        Bold: onTitle((title, value) => void (title.bold = value === true)),
        Color: onTitle((title, value) => void (title.color = String(value))),
        Size: onTitle((title, value) => void (title.fontSize = Math.round(Number(value) * PIXELS_PER_POINT))),
      },
      get: {
        Bold: (object) => titleOf(object).bold === true,
        Color: (object) => titleOf(object).color ?? "",
        Size: (object) => (titleOf(object).fontSize ?? 0) / PIXELS_PER_POINT,
      },
    },
    ChartBorder: { keeps: ["Color", "LineStyle", "Weight"] },
    ChartLineFormat: {
      get: {
        Color: (object) => lineOf(object).lineColor ?? "",
        LineStyle: (object) => lineOf(object).lineStyle ?? "Automatic",
        Weight: (object) => lineOf(object).weight ?? 0,
      },
      set: {
        Color: (object, value) => {
          if (object.maybeWithin("ChartGridlines")) colorGrid(object, value);
          else onLine((office, line) => void (office.lineColor = String(line)))(object, value);
        },
        LineStyle: onLine((office, value) => void (office.lineStyle = String(value))),
        Weight: onLine((office, value) => void (office.weight = Number(value))),
      },
      call: { Clear: (object) => onLine((office) => void (office.lineStyle = "None"))(object, null) },
    },
    ChartFill: {
      call: {
        SetSolidColor: (object, [color]) => {
          if (!isSeries(object)) return;
          const point = object.maybeWithin("ChartPoint");
          edit(object, (office, { dataSetStyles }) => {
            if (point) (office.points ??= {})[point.key] = String(color);
            else {
              (dataSetStyles[seriesOf(object)] ??= {}).backgroundColor = String(color);
              office.noFill = false;
            }
          });
        },
        Clear: (object) => {
          if (isSeries(object)) edit(object, (office) => void (office.noFill = true));
        },
      },
    },
  };
}
