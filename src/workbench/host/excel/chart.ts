import type { Definition } from "../chart-definition";
import { invalid } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { NamedPlace } from "../names";
import { axisTables } from "./chart-axes";
import { chartOf, keptIn, type PropertyTable } from "./chart-properties";
import { type Parts, sheetObject, sheetOf } from "./parts";

/** Excel's positions and the engine's. */
const LEGENDS: Readonly<Record<string, string>> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
};

/** The collection of charts, a chart, its title, legend and axes. Series have their own file. */
export function chartTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const { charts, ranges } = parts;
  const definition = (object: HostObject): Definition => charts.definition(chartOf(object));
  const edit = (object: HostObject, change: (definition: Definition) => void): void =>
    charts.edit(chartOf(object), change);
  const place = (object: HostObject, target: unknown): NamedPlace =>
    ranges.place(target, charts.sheetOf(chartOf(object)));
  const kept = (scope: (object: HostObject) => string, names: readonly string[]): PropertyTable =>
    keptIn(names, {
      read: (object) => definition(object).office.kept[scope(object)] ?? {},
      write: (object, name, value) =>
        edit(object, ({ office }) => {
          (office.kept[scope(object)] ??= {})[name] = value;
        }),
    });

  const side = (key: "left" | "top" | "width" | "height") => ({
    read: (object: HostObject) => charts.box(chartOf(object))[key],
    write: (object: HostObject, value: unknown) => charts.move(chartOf(object), { [key]: Number(value) }),
  });
  const [left, top, width, height] = [side("left"), side("top"), side("width"), side("height")];
  const chartKept = kept(
    () => "chart",
    [
      "CategoryLabelLevel",
      "DisplayBlanksAs",
      "PlotBy",
      "PlotVisibleOnly",
      "SeriesNameLevel",
      "ShowAllFieldButtons",
      "ShowDataLabelsOverMaximum",
      "Style",
    ],
  );
  const titleKept = kept(() => "title", ["HorizontalAlignment", "Overlay", "Position", "ShowShadow"]);
  const legendKept = kept(() => "legend", ["Overlay", "ShowShadow", "Left", "Top", "Width", "Height"]);

  return {
    ChartCollection: {
      items: (object) => charts.ids(sheetOf(object)).map((id) => object.child("Chart", id)),
      get: { Count: (object) => object.items().length },
      call: {
        Add: (object, [type, source, seriesBy]) => {
          const sheetId = sheetOf(object);
          const id = charts.add(sheetId, String(type), ranges.place(source, sheetId), seriesBy);
          return object.child("Chart", id);
        },
      },
    },
    Chart: {
      get: {
        ...chartKept.get,
        Id: ({ key }) => key,
        Name: (object) => definition(object).office.name,
        ChartType: (object) => definition(object).office.chartType,
        Left: left.read,
        Top: top.read,
        Width: width.read,
        Height: height.read,
      },
      set: {
        ...chartKept.set,
        Name: (object, value) => edit(object, ({ office }) => void (office.name = String(value))),
        ChartType: (object, value) =>
          edit(object, ({ office }) => {
            office.chartType = String(value);
            for (const series of Object.values(office.series)) Reflect.deleteProperty(series, "chartType");
          }),
        Left: left.write,
        Top: top.write,
        Width: width.write,
        Height: height.write,
      },
      nav: { Worksheet: (object) => sheetObject(object, charts.sheetOf(object.key)) },
      call: {
        Delete: ({ key }) => charts.remove(key),
        SetData: (object, [source, seriesBy]) => charts.setData(object.key, place(object, source), seriesBy),
        SetPosition: (object, [from, to]) =>
          charts.cover(
            object.key,
            place(object, from).zone,
            to === undefined || to === null || to === "" ? undefined : place(object, to).zone,
          ),
        // The grid selects figures by itself.
        Activate: () => null,
      },
    },
    ChartTitle: {
      get: {
        ...titleKept.get,
        Text: (object) => charts.title(chartOf(object)),
        Visible: (object) => charts.title(chartOf(object)) !== "",
      },
      set: {
        ...titleKept.set,
        Text: (object, value) => charts.setTitle(chartOf(object), String(value)),
        Visible: (object, value) => {
          if (value === false) charts.setTitle(chartOf(object), "");
        },
      },
      call: { SetFormula: (object, [formula]) => charts.linkTitle(chartOf(object), String(formula)) },
    },
    ChartLegend: {
      get: {
        ...legendKept.get,
        Position: (object) => excelName(LEGENDS, definition(object).legendPosition) ?? "Right",
        Visible: (object) => definition(object).legendPosition !== "none",
      },
      set: {
        ...legendKept.set,
        Position: (object, value) => {
          const position = LEGENDS[String(value)];
          if (position === undefined) throw invalid();
          edit(object, (d) => void (d.legendPosition = position));
        },
        Visible: (object, value) =>
          edit(object, (d) => {
            d.legendPosition =
              value === true ? (d.legendPosition === "none" ? "right" : d.legendPosition) : "none";
          }),
      },
    },
    ChartLegendEntryCollection: {
      items: (object) =>
        definition(object).dataSource.dataSets.map(({ dataSetId }) =>
          object.child("ChartLegendEntry", dataSetId),
        ),
    },
    ChartLegendEntry: {
      get: {
        Visible: (object) => definition(object).office.series[object.key]?.unnamed !== true,
        Index: (object) =>
          definition(object).dataSource.dataSets.findIndex(({ dataSetId }) => dataSetId === object.key),
      },
      set: {
        Visible: (object, value) =>
          edit(object, ({ office }) => void ((office.series[object.key] ??= {}).unnamed = value !== true)),
      },
    },
    ...axisTables({ definition, edit, kept }),
  };
}

const excelName = (names: Readonly<Record<string, string>>, value: string): string | undefined =>
  Object.entries(names).find(([, engine]) => engine === value)?.[0];
