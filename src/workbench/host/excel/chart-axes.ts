import type { AxisLook, Definition } from "../chart-definition";
import { invalid } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { PropertyTable } from "./chart-properties";

interface ChartAccess {
  readonly definition: (object: HostObject) => Definition;
  readonly edit: (object: HostObject, change: (definition: Definition) => void) => void;
  readonly kept: (scope: (object: HostObject) => string, names: readonly string[]) => PropertyTable;
}

/** The axes of a chart, their titles and gridlines. */
export function axisTables({ definition, edit, kept }: ChartAccess): Readonly<Record<string, ClassTable>> {
  /** The engine's axes: `x`, `y` and the secondary `y1`. */
  const axisOf = (object: HostObject): string => {
    const { key } = object.within("ChartAxis");
    return { ".CategoryAxis": "x", ".ValueAxis": "y" }[key] ?? key;
  };
  const look = (object: HostObject): AxisLook => definition(object).axesDesign[axisOf(object)] ?? {};
  const change = (object: HostObject, by: (axis: AxisLook) => void): void =>
    edit(object, ({ axesDesign }) => by((axesDesign[axisOf(object)] ??= {})));
  const limit = (key: "min" | "max") => ({
    read: (object: HostObject) => look(object)[key] ?? "",
    write: (object: HostObject, value: unknown) =>
      change(object, (axis) => {
        if (value === "") Reflect.deleteProperty(axis, key);
        else axis[key] = Number(value);
      }),
  });
  const [minimum, maximum] = [limit("min"), limit("max")];
  const scope = (object: HostObject): string => `axis:${axisOf(object)}`;
  const axisKept = kept(scope, [
    "Alignment",
    "BaseTimeUnit",
    "CategoryType",
    "Crosses",
    "DisplayUnit",
    "IsBetweenCategories",
    "LinkNumberFormat",
    "LogBase",
    "MajorTickMark",
    "MajorUnit",
    "MinorTickMark",
    "MinorUnit",
    "MultiLevel",
    "NumberFormat",
    "Offset",
    "Position",
    "ReversePlotOrder",
    "ScaleType",
    "ShowDisplayUnitLabel",
    "TextOrientation",
    "TickLabelPosition",
    "TickLabelSpacing",
    "TickMarkSpacing",
    "Visible",
  ]);
  const titleKept = kept((object) => `${scope(object)}:title`, ["TextOrientation"]);
  const gridlines = (object: HostObject): string => look(object).gridLines ?? "none";
  return {
    ChartAxes: {
      call: {
        GetItem: (object, [type, group]) => {
          if (type === "Category") return object.child("ChartAxis", "x");
          if (type !== "Value") throw invalid();
          return object.child("ChartAxis", group === "Secondary" ? "y1" : "y");
        },
      },
    },
    ChartAxis: {
      get: {
        ...axisKept.get,
        Minimum: minimum.read,
        Maximum: maximum.read,
        CrossesAt: (object) => definition(object).office.kept[scope(object)]?.CrossesAt ?? "",
        Type: (object) => (axisOf(object) === "x" ? "Category" : "Value"),
        AxisGroup: (object) => (axisOf(object) === "y1" ? "Secondary" : "Primary"),
      },
      set: { ...axisKept.set, Minimum: minimum.write, Maximum: maximum.write },
      call: {
        SetPositionAt: (object, [value]) =>
          edit(object, ({ office }) => {
            (office.kept[scope(object)] ??= {}).CrossesAt = Number(value);
          }),
      },
    },
    ChartAxisTitle: {
      get: {
        ...titleKept.get,
        Text: (object) => look(object).title?.text ?? "",
        Visible: (object) => (look(object).title?.text ?? "") !== "",
      },
      set: {
        ...titleKept.set,
        Text: (object, value) => change(object, (axis) => void (axis.title = { text: String(value) })),
        Visible: (object, value) => {
          if (value === false) change(object, (axis) => Reflect.deleteProperty(axis, "title"));
        },
      },
    },
    ChartGridlines: {
      get: { Visible: (object) => gridlines(object) !== "none" },
      set: {
        Visible: (object, value) => {
          const minor = object.key === ".MinorGridlines";
          change(
            object,
            (axis) => void (axis.gridLines = value === true ? (minor ? "minor" : "major") : "none"),
          );
        },
      },
    },
  };
}
