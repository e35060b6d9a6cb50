import { tag } from "./markup";

/** English metric units in a point. */
const EMU = 12_700;

const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

/** A surface in one colour. */
export const solid = (colour: string): string =>
  tag("a:solidFill", {}, tag("a:srgbClr", { val: hex(colour) }));

export const NO_FILL = "<a:noFill/>";

/** A line of so many points; `more` goes behind its colour: dashes and joints. */
export const line = (points: number, fill: string, ...more: readonly string[]): string =>
  tag("a:ln", { w: Math.round(points * EMU) }, fill, ...more);

export const NO_LINE = tag("a:ln", {}, NO_FILL);

/** Fill and line of a part of a chart. */
export const shape = (fill: string, edge: string): string => tag("c:spPr", {}, fill, edge);

/** How the texts of a part look; size in points. */
export function font(
  colour: string,
  {
    size,
    bold = false,
    rotation,
  }: { readonly size?: number; readonly bold?: boolean; readonly rotation?: number } = {},
): string {
  const attributes = { ...(size !== undefined && { sz: size * 100 }), b: bold ? 1 : 0 };
  return tag(
    "c:txPr",
    {},
    body(rotation),
    "<a:lstStyle/>",
    tag(
      "a:p",
      {},
      tag("a:pPr", {}, tag("a:defRPr", attributes, solid(colour))),
      tag("a:endParaRPr", { lang: "en-US" }),
    ),
  );
}

export const body = (rotation?: number): string =>
  tag("a:bodyPr", rotation === undefined ? {} : { rot: rotation * 60_000, vert: "horz" });
