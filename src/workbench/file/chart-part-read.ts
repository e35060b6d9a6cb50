import { newOffice, retype, type AxisLook, type Definition } from "../host/chart-definition";
import { heightOf, tryReference, widthOf, zoneName } from "../host/a1";
import { quotedSheet } from "../../file/address";
import { all, at, valueAt, within, type XmlNode } from "./xml-tree";

/** A chart of a file as the grid draws it. */
export interface GridChart {
  readonly definition: Definition;
  /** The cell whose text is its title: `'Sheet1'!A1`. */
  readonly titleCell?: string;
}

/** The kinds of plots that the grid draws, by their element, with Excel's name for the chart. */
const TYPES: Readonly<Record<string, (plot: XmlNode) => string | undefined>> = {
  barChart: (plot) => {
    const direction = valueAt(plot, "barDir") === "bar" ? "Bar" : "Column";
    const grouping = valueAt(plot, "grouping") ?? "clustered";
    if (grouping === "percentStacked") return undefined;
    return `${direction}${grouping === "stacked" ? "Stacked" : "Clustered"}`;
  },
  lineChart: (plot) => ((valueAt(plot, "grouping") ?? "standard") === "standard" ? "Line" : undefined),
  areaChart: (plot) =>
    ({ standard: "Area", stacked: "AreaStacked" })[valueAt(plot, "grouping") ?? "standard"],
  pieChart: () => "Pie",
  doughnutChart: () => "Doughnut",
  scatterChart: (plot) => (valueAt(plot, "scatterStyle") === "marker" ? "XYScatter" : "XYScatterLines"),
};

const LEGENDS: Readonly<Record<string, string>> = {
  b: "bottom",
  t: "top",
  l: "left",
  r: "right",
  tr: "right",
};

/** Draws a chart's part for a sheet of a name; undefined where the grid has no such chart. */
export function readChart(root: XmlNode, name: string, home: string): GridChart | undefined {
  const chart = at(root, "chart");
  const area = at(chart, "plotArea");
  const plots = area?.children.filter((child) => child.name.endsWith("Chart")) ?? [];
  const types = plots.map((plot) => TYPES[plot.name]?.(plot));
  const [first] = types;
  if (first === undefined || types.includes(undefined)) return undefined;
  const definition: Definition = {
    type: "bar",
    title: { text: titleText(at(chart, "title")) },
    legendPosition: at(chart, "legend")
      ? (LEGENDS[valueAt(chart, "legend", "legendPos") ?? "r"] ?? "right")
      : "none",
    dataSetStyles: {},
    axesDesign: axesOf(area),
    dataSource: { type: "range", dataSets: [], dataSetsHaveTitle: false },
    office: newOffice(name, first),
  };
  const firstAxis = axisOf(plots[0]);
  for (const [i, plot] of plots.entries())
    for (const series of all(plot, "ser"))
      if (
        !addSeries(definition, series, {
          home,
          type: types[i] ?? first,
          isSecond: axisOf(plot) !== firstAxis,
        })
      )
        return undefined;
  try {
    retype(definition);
  } catch {
    return undefined;
  }
  const titleCell = cellsOf(at(chart, "title", "tx", "strRef", "f")?.text, "");
  return { definition, ...(titleCell !== undefined && { titleCell }) };
}

const axisOf = (plot: XmlNode | undefined): string =>
  all(plot, "axId")
    .map((axis) => axis.attribute("val") ?? "")
    .join(" ");

interface SeriesPlace {
  readonly home: string;
  readonly type: string;
  readonly isSecond: boolean;
}

/** False where the cells of a series cannot be told. */
function addSeries(definition: Definition, series: XmlNode, { home, type, isSecond }: SeriesPlace): boolean {
  const values = cellsOf(refersTo(at(series, "val") ?? at(series, "yVal")), home);
  const labels = cellsOf(refersTo(at(series, "cat") ?? at(series, "xVal")), home);
  if (values === undefined) return false;
  const { dataSource, dataSetStyles, office } = definition;
  const id = `f${dataSource.dataSets.length}`;
  dataSource.dataSets.push({ dataSetId: id, dataRange: values });
  if (labels !== undefined) dataSource.labelRange ??= labels;
  const colour = colourOf(at(series, "spPr")) ?? colourOf(at(series, "marker", "spPr"));
  dataSetStyles[id] = {
    label: seriesName(series) ?? `Series${dataSource.dataSets.length}`,
    ...(colour !== undefined && { backgroundColor: colour }),
    ...(isSecond && { yAxisId: "y1" }),
  };
  office.series[id] = {
    ...(type !== office.chartType && { chartType: type }),
    ...(at(series, "spPr", "noFill") && { noFill: true }),
  };
  return true;
}

const refersTo = (data: XmlNode | undefined): string | undefined =>
  (at(data, "numRef", "f") ?? at(data, "strRef", "f"))?.text;

/** The last name that the file remembers. */
const seriesName = (series: XmlNode): string | undefined =>
  at(series, "tx", "v")?.text ?? at(series, "tx", "strRef", "strCache", "pt", "v")?.text;

/** The engine draws no patterns: of their two colours the one that is not the paper's. */
const colourOf = (shape: XmlNode | undefined): string | undefined =>
  [
    at(shape, "solidFill"),
    at(shape, "pattFill", "fgClr"),
    at(shape, "pattFill", "bgClr"),
    at(shape, "ln", "solidFill"),
  ]
    .flatMap((fill, place) => {
      const colour = valueAt(fill, "srgbClr");
      const isPaper = place > 0 && colour?.toUpperCase() === "FFFFFF";
      return colour === undefined || isPaper ? [] : [`#${colour}`];
    })
    .at(0);

/** Cells in one line as the engine's definitions write them, with the sheet where it is not the chart's own. */
function cellsOf(formula: string | undefined, home: string): string | undefined {
  const reference = formula === undefined ? undefined : tryReference(formula);
  if (reference?.sheet === undefined) return undefined;
  const { sheet, zone } = reference;
  if (heightOf(zone) > 1 && widthOf(zone) > 1) return undefined;
  return (sheet === home ? "" : `${quotedSheet(sheet)}!`) + zoneName(zone);
}

function titleText(title: XmlNode | undefined): string {
  const rich = at(title, "tx", "rich");
  return rich
    ? within(rich, "t")
        .map(({ text }) => text)
        .join("")
    : "";
}

function axesOf(area: XmlNode | undefined): Record<string, AxisLook> {
  const look = (axis: XmlNode | undefined): AxisLook => {
    const [min, max] = [valueAt(axis, "scaling", "min"), valueAt(axis, "scaling", "max")];
    const title = titleText(at(axis, "title"));
    return {
      ...(min !== undefined && { min: Number(min) }),
      ...(max !== undefined && { max: Number(max) }),
      ...(title !== "" && { title: { text: title } }),
      ...(axis && !at(axis, "majorGridlines") && { gridLines: "none" }),
    };
  };
  const [first, second] = all(area, "valAx");
  return { ...(first && { y: look(first) }), ...(second && { y1: look(second) }) };
}
