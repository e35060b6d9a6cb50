import { heightOf, widthOf } from "../a1";
import { hasLabel, type Definition, type OfficeSeries } from "../chart-definition";
import { notFound } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { NamedPlace } from "../names";
import { chartOf, keptIn, seriesOf } from "./chart-properties";
import { lookTables } from "./chart-looks";
import type { Parts } from "./parts";

/** The series of a chart, their points, and how lines, fills and fonts look. */
export function chartSeriesTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const { charts, ranges, book } = parts;
  const definition = (object: HostObject): Definition => charts.definition(chartOf(object));
  const edit = (object: HostObject, change: (office: OfficeSeries, definition: Definition) => void): void =>
    charts.editSeries(chartOf(object), seriesOf(object), change);
  const index = (object: HostObject): number =>
    definition(object).dataSource.dataSets.findIndex(({ dataSetId }) => dataSetId === seriesOf(object));
  const place = (object: HostObject, target: unknown): NamedPlace =>
    ranges.place(target, charts.sheetOf(chartOf(object)));
  const cells = (object: HostObject, what: "values" | "categories"): readonly unknown[] => {
    const source = charts.sourceOf(chartOf(object), seriesOf(object), what);
    if (!source) return [];
    const { sheetId, zone } = source;
    const width = widthOf(zone);
    return Array.from({ length: width * heightOf(zone) }, (_, i) =>
      book.value(sheetId, zone.left + (i % width), zone.top + Math.floor(i / width)),
    );
  };
  const source = (object: HostObject, dimension: unknown): NamedPlace | undefined =>
    charts.sourceOf(chartOf(object), seriesOf(object), isCategories(dimension) ? "categories" : "values");
  const kept = keptIn(
    [
      "DoughnutHoleSize",
      "Explosion",
      "Filtered",
      "FirstSliceAngle",
      "GapWidth",
      "HasDataLabels",
      "InvertIfNegative",
      "MarkerBackgroundColor",
      "MarkerForegroundColor",
      "MarkerSize",
      "MarkerStyle",
      "Overlap",
      "ShowLeaderLines",
      "ShowShadow",
      "Smooth",
      "VaryByCategories",
    ],
    {
      read: (object) => definition(object).office.series[seriesOf(object)]?.kept ?? {},
      write: (object, name, value) => edit(object, (office) => void ((office.kept ??= {})[name] = value)),
    },
  );
  const labels = keptIn(
    [
      "LinkNumberFormat",
      "NumberFormat",
      "Position",
      "Separator",
      "ShowBubbleSize",
      "ShowCategoryName",
      "ShowLegendKey",
      "ShowPercentage",
      "ShowSeriesName",
      "ShowValue",
    ],
    {
      read: (object) =>
        (definition(object).office.series[seriesOf(object)]?.kept?.labels ?? {}) as Record<string, unknown>,
      write: (object, name, value) =>
        edit(object, (office) => {
          const held = (office.kept ??= {});
          held.labels = { ...(held.labels as object | undefined), [name]: value };
        }),
    },
  );

  return {
    ChartSeriesCollection: {
      items: (object) =>
        definition(object).dataSource.dataSets.map(({ dataSetId }) => object.child("ChartSeries", dataSetId)),
      get: { Count: (object) => object.items().length },
      call: {
        Add: (object, [name]) => object.child("ChartSeries", charts.addSeries(chartOf(object), name)),
      },
    },
    ChartSeries: {
      get: {
        ...kept.get,
        Name: (object) => charts.seriesName(chartOf(object), seriesOf(object)),
        ChartType: (object) => charts.seriesType(chartOf(object), seriesOf(object)),
        AxisGroup: (object) =>
          definition(object).dataSetStyles[seriesOf(object)]?.yAxisId === "y1" ? "Secondary" : "Primary",
        PlotOrder: index,
      },
      set: {
        ...kept.set,
        Name: (object, value) =>
          edit(
            object,
            (_, { dataSetStyles }) => void ((dataSetStyles[seriesOf(object)] ??= {}).label = String(value)),
          ),
        ChartType: (object, value) => edit(object, (office) => void (office.chartType = String(value))),
        AxisGroup: (object, value) =>
          edit(object, (_, { dataSetStyles }) => {
            (dataSetStyles[seriesOf(object)] ??= {}).yAxisId = value === "Secondary" ? "y1" : "y";
          }),
        PlotOrder: (object, value) =>
          edit(object, (_, { dataSource }) => {
            const from = dataSource.dataSets.findIndex(({ dataSetId }) => dataSetId === seriesOf(object));
            dataSource.dataSets.splice(Number(value), 0, ...dataSource.dataSets.splice(from, 1));
          }),
      },
      call: {
        SetValues: (object, [target]) =>
          charts.setValues(chartOf(object), seriesOf(object), place(object, target)),
        SetXAxisValues: (object, [target]) => charts.setCategories(chartOf(object), place(object, target)),
        Delete: (object) => charts.removeSeries(chartOf(object), seriesOf(object)),
        GetDimensionValues: (object, [dimension]) =>
          cells(object, isCategories(dimension) ? "categories" : "values"),
        GetDimensionDataSourceType: () => "LocalRange",
        GetDimensionDataSourceString: (object, [dimension]) => {
          const found = source(object, dimension);
          if (!found) throw notFound();
          return `=${book.address(found.sheetId, found.zone)}`;
        },
      },
    },
    ChartDataLabels: { get: labels.get, set: labels.set },
    ChartPointsCollection: {
      items: (object) => cells(object, "values").map((_, i) => object.child("ChartPoint", String(i))),
      get: { Count: (object) => object.items().length },
    },
    ChartPoint: {
      get: {
        Value: (object) => cells(object, "values")[Number(object.key)] ?? null,
        HasDataLabel: (object) =>
          hasLabel(definition(object).office.series[seriesOf(object)], object.within("ChartPoint").key),
      },
      set: {
        HasDataLabel: (object, value) =>
          edit(object, (office) => {
            (office.labels ??= {})[object.within("ChartPoint").key] = value === true;
          }),
      },
    },
    ChartPointFormat: {},
    ...lookTables(definition, edit, (object, change) => charts.edit(chartOf(object), change)),
  };
}

const isCategories = (dimension: unknown): boolean => dimension === "Categories" || dimension === "XValues";
