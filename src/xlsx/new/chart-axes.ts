import { INKS } from "../../charts/common/colours";
import type { Drawing } from "../../charts/common/drawing";
import { categorySpacing, hasNumbersBeside, type NativeScale } from "../../charts/common/native";
import { body, font, line, NO_FILL, NO_LINE, solid } from "./chart-style";
import { tag, textTag, val } from "./markup";

/** The two pairs of axes of a chart: the second one only where narrow columns stand before others. */
export const AXES = {
  first: { category: 1001, value: 1002 },
  second: { category: 1003, value: 1004 },
} as const;

export type AxisPair = keyof typeof AXES;

const { light } = INKS;
const NO_MARKS = [val("c:majorTickMark", "none"), val("c:minorTickMark", "none")];
const bare = (edge: string): string => tag("c:spPr", {}, NO_FILL, edge);

/** All axes of a chart, in the order in which they are written. */
export function axes(drawing: Drawing, scale: NativeScale): string {
  const hasSecond = drawing.series.some(({ narrow }) => narrow);
  const second = hasSecond ? [secondCategory(drawing), secondValue(drawing, scale)] : [];
  return [categoryAxis(drawing), valueAxis(drawing, scale), ...second].join("");
}

const isSideways = ({ shape }: Drawing): boolean => shape === "bars";

function categoryAxis(drawing: Drawing): string {
  const { firstOnTop, axis } = drawing;
  const { category, value } = AXES.first;
  const spacing = categorySpacing(drawing);
  return tag(
    "c:catAx",
    {},
    val("c:axId", category),
    tag("c:scaling", {}, val("c:orientation", firstOnTop ? "maxMin" : "minMax")),
    val("c:delete", 0),
    val("c:axPos", isSideways(drawing) ? "l" : "b"),
    tag("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
    ...NO_MARKS,
    // Under the columns that hang down, not across them.
    val("c:tickLblPos", "low"),
    bare(line(0.75, solid(light.axis))),
    font(light.soft),
    val("c:crossAx", value),
    // The line of the categories lies at 100 of an index.
    axis.reference === undefined ? val("c:crosses", "autoZero") : val("c:crossesAt", axis.reference),
    val("c:auto", 0),
    val("c:lblAlgn", "ctr"),
    val("c:lblOffset", 100),
    spacing > 1 ? val("c:tickLblSkip", spacing) : "",
    val("c:noMultiLvlLbl", 1),
  );
}

function valueAxis(drawing: Drawing, scale: NativeScale): string {
  const { axis } = drawing;
  const { category, value } = AXES.first;
  const isHidden = hasNumbersBeside(drawing);
  return tag(
    "c:valAx",
    {},
    val("c:axId", value),
    scaling(scale),
    val("c:delete", 0),
    val("c:axPos", isSideways(drawing) ? "b" : "l"),
    isHidden ? "" : tag("c:majorGridlines", {}, tag("c:spPr", {}, line(0.75, solid(light.grid)))),
    axis.title === "" ? "" : title(axis.title, isSideways(drawing)),
    tag("c:numFmt", { formatCode: scale.format, sourceLinked: 0 }),
    ...NO_MARKS,
    val("c:tickLblPos", isHidden ? "none" : "nextTo"),
    bare(NO_LINE),
    font(light.soft),
    val("c:crossAx", category),
    val("c:crosses", drawing.firstOnTop && isSideways(drawing) ? "max" : "autoZero"),
    val("c:crossBetween", "between"),
    val("c:majorUnit", scale.step),
  );
}

function title(text: string, isSideways: boolean): string {
  const look = tag("a:defRPr", { b: 0 }, solid(light.soft));
  return tag(
    "c:title",
    {},
    tag(
      "c:tx",
      {},
      tag(
        "c:rich",
        {},
        body(isSideways ? 0 : -90),
        "<a:lstStyle/>",
        tag(
          "a:p",
          {},
          tag("a:pPr", {}, look),
          tag("a:r", {}, tag("a:rPr", { lang: "en-US", b: 0 }, solid(light.soft)), textTag("a:t", text)),
        ),
      ),
    ),
    val("c:overlay", 0),
  );
}

function scaling({ minimum, maximum }: NativeScale): string {
  return tag(
    "c:scaling",
    {},
    val("c:orientation", "minMax"),
    maximum === undefined ? "" : val("c:max", maximum),
    minimum === undefined ? "" : val("c:min", minimum),
  );
}

function secondCategory(drawing: Drawing): string {
  const { category, value } = AXES.second;
  return tag(
    "c:catAx",
    {},
    val("c:axId", category),
    tag("c:scaling", {}, val("c:orientation", drawing.firstOnTop ? "maxMin" : "minMax")),
    val("c:delete", 1),
    val("c:axPos", "b"),
    ...NO_MARKS,
    val("c:tickLblPos", "none"),
    val("c:crossAx", value),
    val("c:crosses", "autoZero"),
    val("c:auto", 0),
    val("c:lblAlgn", "ctr"),
    val("c:lblOffset", 100),
    val("c:noMultiLvlLbl", 1),
  );
}

/** Both scales are the same, so only one is shown. */
function secondValue(_: Drawing, scale: NativeScale): string {
  const { category, value } = AXES.second;
  return tag(
    "c:valAx",
    {},
    val("c:axId", value),
    scaling(scale),
    val("c:delete", 0),
    val("c:axPos", "r"),
    tag("c:numFmt", { formatCode: scale.format, sourceLinked: 0 }),
    ...NO_MARKS,
    val("c:tickLblPos", "none"),
    bare(NO_LINE),
    val("c:crossAx", category),
    val("c:crosses", "max"),
    val("c:crossBetween", "between"),
    val("c:majorUnit", scale.step),
  );
}
