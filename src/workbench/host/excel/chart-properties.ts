import type { ClassTable, HostObject } from "../host-object";

/** Getters and setters of one class. */
export interface PropertyTable {
  readonly get: NonNullable<ClassTable["get"]>;
  readonly set: NonNullable<ClassTable["set"]>;
}

interface Place {
  readonly read: (object: HostObject) => Readonly<Record<string, unknown>>;
  readonly write: (object: HostObject, name: string, value: unknown) => void;
}

/**
 * Properties that Excel has and the engine lacks: kept in the chart's own definition, so that they are undone, copied
 * and saved with it; chart-style draws those that Chart.js can show.
 */
export function keptIn(names: readonly string[], { read, write }: Place): PropertyTable {
  return {
    get: Object.fromEntries(
      names.map((name) => [name, (object: HostObject) => read(object)[name] ?? DEFAULTS[name] ?? null]),
    ),
    set: Object.fromEntries(
      names.map((name) => [name, (object: HostObject, value: unknown) => write(object, name, value)]),
    ),
  };
}

/** What Excel says of a fresh chart, as far as scripts look at it. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  DisplayBlanksAs: "NotPlotted",
  NumberFormat: "General",
  LinkNumberFormat: true,
  CategoryType: "Automatic",
  GapWidth: 219,
  Overlap: 0,
  HasDataLabels: false,
  MarkerStyle: "Automatic",
  Smooth: false,
  Overlay: false,
  Visible: true,
};

export const chartOf = (object: HostObject): string => object.within("Chart").key;

export const seriesOf = (object: HostObject): string => object.within("ChartSeries").key;
