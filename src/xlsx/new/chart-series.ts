import { COLOURS, INKS } from "../../charts/common/colours";
import type { Dash, DrawnSeries, Drawing, Marker, Pattern } from "../../charts/common/drawing";
import { labelledPoints, NATIVE } from "../../charts/common/native";
import { categories, numbers, type BlockCells } from "./chart-data";
import { font, line, NO_FILL, NO_LINE, shape, solid } from "./chart-style";
import { tag, textTag, val } from "./markup";

const DASHES = { solid: "solid", dash: "dash", dot: "sysDot" } as const satisfies Record<Dash, string>;

const MARKERS = {
  circle: "circle",
  square: "square",
  diamond: "diamond",
  triangle: "triangle",
  dash: "dash",
  none: "none",
} as const satisfies Record<Marker, string>;

/** Marks of the background on the series' colour. */
const PATTERNS = {
  stripes: "wdUpDiag",
  rising: "wdDnDiag",
  dots: "smConfetti",
  grid: "smGrid",
} as const satisfies Record<Exclude<Pattern, "plain">, string>;

const { light } = INKS;

const isLine = ({ mark }: Pick<DrawnSeries, "mark">): boolean => mark === "line" || mark === "points";

/** One series: its name, its look, its numbers beside it, and the cells that it draws. */
export function series(drawing: Drawing, drawn: DrawnSeries, cells: BlockCells): string {
  const index = drawing.series.indexOf(drawn);
  const { axis, categories: strip } = drawing;
  return tag(
    "c:ser",
    {},
    val("c:idx", index),
    val("c:order", index),
    tag("c:tx", {}, textTag("c:v", drawn.name)),
    isLine(drawn) ? lineShape(drawn) : surface(drawn),
    isLine(drawn) ? marker(drawn) : val("c:invertIfNegative", 0),
    labels(drawing, drawn, cells),
    tag("c:cat", {}, categories(cells, strip)),
    tag("c:val", {}, numbers(cells, drawn.values, axis.format)),
    isLine(drawn) ? val("c:smooth", 0) : "",
  );
}

function lineShape({ mark, role, dash = "solid" }: DrawnSeries): string {
  const fill = mark === "points" ? NO_FILL : solid(COLOURS.light[role]);
  const stroke = mark === "points" ? [] : [val("a:prstDash", DASHES[dash]), "<a:round/>"];
  return tag("c:spPr", {}, line(NATIVE.linePoints, fill, ...stroke));
}

function marker({ marker: kind = "none", role }: DrawnSeries): string {
  if (kind === "none") return tag("c:marker", {}, val("c:symbol", "none"));
  const colour = solid(COLOURS.light[role]);
  return tag(
    "c:marker",
    {},
    val("c:symbol", MARKERS[kind]),
    val("c:size", kind === "dash" ? NATIVE.dashPoints : NATIVE.markerPoints),
    shape(colour, line(NATIVE.edgePoints, colour)),
  );
}

/** A thin edge of the background keeps neighbours of a stack apart, whoever cannot tell their colours. */
function surface({ role, pattern = "plain", invisible }: DrawnSeries): string {
  if (invisible) return shape(NO_FILL, NO_LINE);
  const colour = COLOURS.light[role];
  const fill =
    pattern === "plain"
      ? solid(colour)
      : tag(
          "a:pattFill",
          { prst: PATTERNS[pattern] },
          tag("a:fgClr", {}, paint(light.background)),
          tag("a:bgClr", {}, paint(colour)),
        );
  return shape(fill, line(NATIVE.edgePoints, solid(light.background)));
}

const paint = (colour: string): string => tag("a:srgbClr", { val: colour.replace("#", "") });

function labels(drawing: Drawing, drawn: DrawnSeries, { values }: BlockCells): string {
  const points = labelledPoints(drawing, drawn, values);
  if (!points) return "";
  const none = points.flatMap((has, i) =>
    has ? [] : [tag("c:dLbl", {}, val("c:idx", i), val("c:delete", 1))],
  );
  const place = labelPlace(drawing, drawn);
  return tag(
    "c:dLbls",
    {},
    ...none,
    tag("c:numFmt", { formatCode: drawing.axis.format, sourceLinked: 0 }),
    shape(NO_FILL, NO_LINE),
    font(light.text),
    place === undefined ? "" : val("c:dLblPos", place),
    val("c:showLegendKey", 0),
    val("c:showVal", 1),
    val("c:showCatName", 0),
    val("c:showSerName", 0),
    val("c:showPercent", 0),
    val("c:showBubbleSize", 0),
  );
}

/** Undefined: where the spreadsheet puts the numbers of a stack. */
function labelPlace({ shape: kind }: Drawing, drawn: DrawnSeries): "outEnd" | "r" | "t" | undefined {
  if (drawn.mark === "stack") return undefined;
  if (!isLine(drawn)) return "outEnd";
  return kind === "bullet" ? "r" : "t";
}
