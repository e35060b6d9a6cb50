import { INKS } from "../../charts/common/colours";
import type { DrawnSeries, Drawing, Mark } from "../../charts/common/drawing";
import { NATIVE, nativeScale } from "../../charts/common/native";
import { AXES, axes, type AxisPair } from "./chart-axes";
import { cellText, type BlockCells } from "./chart-data";
import { series } from "./chart-series";
import { font, NO_FILL, NO_LINE, shape, solid } from "./chart-style";
import { tag, val } from "./markup";

const { light } = INKS;
const FONT_POINTS = 9;

/**
 * A chart's part of a file, by the definition that the add-in and the pane draw from: series one by one from their own
 * cells, gaps not plotted, the title taken from its cell. Excel refuses a file in which anything is out of its order.
 */
export function chartPart(drawing: Drawing, cells: BlockCells, title: string): string {
  const scale = nativeScale(drawing, cells.values);
  const plots = plotsOf(drawing).map((plot) => plotPart(drawing, plot, cells));
  const chart = tag(
    "c:chart",
    {},
    titlePart(cells, title),
    val("c:autoTitleDeleted", 0),
    tag("c:plotArea", {}, "<c:layout/>", ...plots, axes(drawing, scale), shape(NO_FILL, NO_LINE)),
    drawing.legend ? legend(drawing) : "",
    val("c:plotVisOnly", 1),
    val("c:dispBlanksAs", "gap"),
    ERRORS_ARE_GAPS,
  );
  const namespaces = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  };
  const space = tag(
    "c:chartSpace",
    namespaces,
    val("c:roundedCorners", 0),
    chart,
    shape(solid(light.background), NO_LINE),
    font(light.text, { size: FONT_POINTS }),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${space}`;
}

/** Excel's own words for "show #N/A as an empty cell", without which it draws a line across a gap. */
const ERRORS_ARE_GAPS = tag(
  "c:extLst",
  {},
  tag(
    "c:ext",
    {
      uri: "{56B9EC1D-385E-4148-901F-78D8002777C0}",
      "xmlns:c16r3": "http://schemas.microsoft.com/office/drawing/2017/03/chart",
    },
    tag("c16r3:dataDisplayOptions16", {}, val("c16r3:dispNaAsBlank", 1)),
  ),
);

function titlePart(cells: BlockCells, title: string): string {
  return tag(
    "c:title",
    {},
    tag("c:tx", {}, cellText(cells, title)),
    val("c:overlay", 0),
    font(light.text, { size: NATIVE.titlePoints, bold: true }),
  );
}

function legend({ series: all }: Drawing): string {
  const hidden = all.flatMap(({ invisible, unnamed }, i) =>
    invisible || unnamed ? [tag("c:legendEntry", {}, val("c:idx", i), val("c:delete", 1))] : [],
  );
  return tag(
    "c:legend",
    {},
    val("c:legendPos", "b"),
    ...hidden,
    val("c:overlay", 0),
    font(light.text, { size: FONT_POINTS }),
  );
}

/** Series that Excel draws as one plot: of one kind, on one pair of axes. */
interface Plot {
  readonly kind: Kind;
  readonly pair: AxisPair;
  readonly series: readonly DrawnSeries[];
}

type Kind = "stacked" | "columns" | "bars" | "lines";

const KINDS = {
  stack: "stacked",
  column: "columns",
  bar: "bars",
  line: "lines",
  points: "lines",
} as const satisfies Record<Mark, Kind>;

/** The plots of the first axes come first, and lines over surfaces. */
function plotsOf({ series: all }: Drawing): readonly Plot[] {
  const order = ["stacked", "columns", "bars", "lines"] as const satisfies readonly Kind[];
  return (["first", "second"] as const).flatMap((pair) =>
    order.flatMap((kind) => {
      const own = all.filter(
        ({ mark, narrow }) => KINDS[mark] === kind && (narrow === true) === (pair === "second"),
      );
      return own.length === 0 ? [] : [{ kind, pair, series: own }];
    }),
  );
}

function plotPart(drawing: Drawing, { kind, pair, series: own }: Plot, cells: BlockCells): string {
  const drawn = own.map((one) => series(drawing, one, cells));
  const axisIds = [val("c:axId", AXES[pair].category), val("c:axId", AXES[pair].value)];
  if (kind === "lines")
    return tag(
      "c:lineChart",
      {},
      val("c:grouping", "standard"),
      val("c:varyColors", 0),
      ...drawn,
      val("c:marker", 1),
      ...axisIds,
    );
  return tag(
    "c:barChart",
    {},
    val("c:barDir", kind === "bars" ? "bar" : "col"),
    val("c:grouping", kind === "stacked" ? "stacked" : "clustered"),
    val("c:varyColors", 0),
    ...drawn,
    val("c:gapWidth", pair === "second" ? NATIVE.narrowGap : drawing.gapWidth),
    val("c:overlap", kind === "stacked" ? 100 : 0),
    ...axisIds,
  );
}
