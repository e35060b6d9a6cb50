import { LOOKS, type Look, type LookName } from "../../xlsx/new/looks";
import type { GridStyle } from "./grid-image";

/** How much it counts that two looks differ in something. */
const WEIGHT = {
  bold: 5,
  fill: 4,
  size: 0.4,
  align: 1,
  wrap: 1,
  vertical: 0.6,
  edge: 3,
  colour: 0.8,
} as const;
const STANDARD_SIZE = 11;

/** The look of new workbooks that comes nearest to how a cell looks in the grid. */
export function nearestLook(style: GridStyle): LookName {
  const names = Object.keys(LOOKS) as LookName[];
  return names.reduce(
    (best, name) => (distance(style, LOOKS[name]) < distance(style, LOOKS[best]) ? name : best),
    "plain",
  );
}

function distance(style: GridStyle, look: Look): number {
  const differs = (weight: number, a: unknown, b: unknown): number => (a === b ? 0 : weight);
  const colour = (text: string | undefined): string => (text ?? "").toLowerCase();
  const filled = (text: string | undefined): boolean => colour(text) !== "" && colour(text) !== "#ffffff";
  return (
    differs(WEIGHT.bold, style.bold === true, look.bold === true) +
    differs(WEIGHT.fill, filled(style.fillColor), filled(look.fill)) +
    differs(WEIGHT.colour, colour(style.fillColor), colour(look.fill)) +
    differs(WEIGHT.colour, colour(style.textColor), colour(look.colour)) +
    Math.abs((style.fontSize ?? STANDARD_SIZE) - (look.size ?? STANDARD_SIZE)) * WEIGHT.size +
    differs(WEIGHT.align, style.align ?? "left", look.align ?? "left") +
    differs(WEIGHT.wrap, style.wrapping === "wrap", look.wrap === true) +
    differs(WEIGHT.vertical, style.verticalAlign, look.vertical) +
    differs(WEIGHT.edge, false, look.edge !== undefined)
  );
}
