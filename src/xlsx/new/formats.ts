import { Color, Format, FormatAlign, FormatBorder } from "wasm-xlsxwriter";
import { LOOKS, type Look } from "./looks";
import type { Painted } from "./zones";

/** The library's format for how a cell looks; the same object for the same look. */
export type FormatMaker = (painted: Pick<Painted, "look" | "format">) => Format;

const ALIGN = {
  left: FormatAlign.Left,
  center: FormatAlign.Center,
  right: FormatAlign.Right,
} as const satisfies Record<NonNullable<Look["align"]>, FormatAlign>;

const VERTICAL = {
  top: FormatAlign.Top,
  middle: FormatAlign.VerticalCenter,
  bottom: FormatAlign.Bottom,
} as const satisfies Record<NonNullable<Look["vertical"]>, FormatAlign>;

export function formatMaker(): FormatMaker {
  const made = new Map<string, Format>();
  return ({ look, format = "General" }) => {
    const key = `${look}|${format}`;
    const known = made.get(key) ?? formatOf(LOOKS[look], format);
    made.set(key, known);
    return known;
  };
}

const colour = (text: string): Color => Color.rgb(Number.parseInt(text.slice(1), 16));

function formatOf(look: Look, numbers: string): Format {
  const format = new Format();
  if (look.bold) format.setBold();
  if (look.size !== undefined) format.setFontSize(look.size);
  if (look.colour !== undefined) format.setFontColor(colour(look.colour));
  if (look.fill !== undefined) format.setBackgroundColor(colour(look.fill));
  if (look.align !== undefined) format.setAlign(ALIGN[look.align]);
  if (look.vertical !== undefined) format.setAlign(VERTICAL[look.vertical]);
  if (look.wrap) format.setTextWrap();
  if (look.indent !== undefined) format.setIndent(look.indent);
  if (look.edge !== undefined)
    format.setBorderBottom(FormatBorder.Thin).setBorderBottomColor(colour(look.edge));
  if (numbers !== "General") format.setNumFormat(numbers);
  return format;
}
