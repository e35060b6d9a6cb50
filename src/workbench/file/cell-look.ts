import { readNumberFormatIds } from "../../xlsx/charts/number-format-ids";
import { added, listIn, outlineOf, type Outline } from "../../xlsx/charts/outline";
import { STYLES } from "../../xlsx/charts/sequences";
import { spliced } from "../../xlsx/splice";
import { escapeAttribute } from "../../xlsx/xml-text";
import type { GridStyle } from "./grid-image";

/** What is new about the look of a cell of a file. */
export interface LookChange {
  /** Its cell format as it was, by its place among the file's. */
  readonly base: number;
  /** Excel's number format. */
  readonly format?: string;
  readonly look?: GridStyle;
}

/** A part of styles with more cell formats at its end, and the place of each that was wanted. */
export interface LookedPart {
  readonly xml: string;
  readonly styleOf: (change: LookChange) => number;
}

const FONT = ["bold", "italic", "underline", "strikethrough", "fontSize", "textColor"];
const ALIGNMENT = ["align", "verticalAlign", "wrapping"];
const SAVEABLE = new Set([...FONT, ...ALIGNMENT, "fillColor"]);

/** Whether the look can be written into a file that was opened. */
export const isSaveableLook = (look: GridStyle): boolean =>
  Object.keys(look).every((key) => SAVEABLE.has(key));

const keyOf = (change: LookChange): string => JSON.stringify([change.base, change.format, change.look]);

/** The styles of a file with what is new about some of its cell formats; none that is there is changed or moved. */
export function withLooks(xml: string, part: string, changes: readonly LookChange[]): LookedPart {
  const outline = outlineOf(xml, part);
  const p = outline.root.element.prefix;
  const formats = readNumberFormatIds(xml, part);
  const lists = {
    numFmts: listOf(xml, outline, "numFmts"),
    fonts: listOf(xml, outline, "fonts"),
    fills: listOf(xml, outline, "fills"),
    cellXfs: listOf(xml, outline, "cellXfs"),
  };
  const places = new Map<string, number>();
  for (const change of changes) {
    const { base, format, look = {} } = change;
    let xf = lists.cellXfs.all[base] ?? `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    if (format !== undefined) {
      const { id, isNew } = formats.idOf(format);
      if (isNew)
        placed(lists.numFmts, `<${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
      xf = withAttributes(xf, { numFmtId: id, applyNumberFormat: 1 });
    }
    if (FONT.some((key) => key in look)) {
      const font = lists.fonts.all[numberIn(xf, "fontId")] ?? `<${p}font/>`;
      xf = withAttributes(xf, { fontId: placed(lists.fonts, changedFont(font, look, p)), applyFont: 1 });
    }
    if ("fillColor" in look)
      xf = withAttributes(xf, { fillId: placed(lists.fills, fillOf(look.fillColor, p)), applyFill: 1 });
    if (ALIGNMENT.some((key) => key in look))
      xf = withAlignment(withAttributes(xf, { applyAlignment: 1 }), look, p);
    places.set(keyOf(change), placed(lists.cellXfs, xf));
  }
  return {
    xml: spliced(
      xml,
      Object.values(lists).flatMap(({ name, all, before }) =>
        added(xml, outline, { name, order: STYLES, isCounted: true }, all.slice(before)),
      ),
    ),
    styleOf: (change) => places.get(keyOf(change)) ?? change.base,
  };
}

/** A list of the part that grows: its items as they are written, with those that are new. */
interface Growing {
  readonly name: string;
  readonly before: number;
  readonly all: string[];
}

function listOf(xml: string, outline: Outline, name: string): Growing {
  const all = (listIn(outline, name)?.items ?? []).map(({ element, end }) => xml.slice(element.start, end));
  return { name, before: all.length, all };
}

/** The place of an item in its list, at whose end it is put where it is not there yet. */
function placed({ all }: Growing, item: string): number {
  const held = all.indexOf(item);
  return held < 0 ? all.push(item) - 1 : held;
}

const numberIn = (tag: string, name: string): number =>
  Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);

/** The first tag of an element's text with some attributes set. */
function withAttributes(xml: string, values: Readonly<Record<string, number>>): string {
  const end = /\/?>/.exec(xml)?.index ?? 0;
  let tag = xml.slice(0, end);
  for (const [name, value] of Object.entries(values)) {
    const held = new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*')`);
    tag = held.test(tag) ? tag.replace(held, `$1"${value}"`) : `${tag.trimEnd()} ${name}="${value}"`;
  }
  return tag + xml.slice(end);
}

/** What is in an element, and the element with something else in it. */
function insideOf(xml: string): string {
  return /^<[^>]*[^/]>(.*)<\/[^>]*>$/s.exec(xml)?.[1] ?? "";
}

const FLAGS = { bold: "b", italic: "i", strikethrough: "strike", underline: "u" } as const satisfies Record<
  string,
  string
>;

function changedFont(font: string, look: GridStyle, p: string): string {
  const items = [...insideOf(font).matchAll(/<(?:\w+:)?(\w+)\b[^>]*\/>/g)].map(([xml, name = ""]) => ({
    name,
    xml,
  }));
  const own = (name: string): string => items.find((one) => one.name === name)?.xml ?? "";
  const flags = Object.entries(FLAGS).map(([key, name]) =>
    key in look ? (look[key] === true ? `<${p}${name}/>` : "") : own(name),
  );
  const size = look.fontSize === undefined ? own("sz") : `<${p}sz val="${look.fontSize}"/>`;
  const colour = "textColor" in look ? colourOf(look.textColor, `${p}color`) : own("color");
  const known: readonly string[] = [...Object.values(FLAGS), "sz", "color"];
  const rest = items.filter(({ name }) => !known.includes(name)).map(({ xml }) => xml);
  return `<${p}font>${flags.join("")}${size}${colour}${rest.join("")}</${p}font>`;
}

const colourOf = (colour: string | undefined, tag: string): string =>
  colour === undefined || colour === "" ? "" : `<${tag} rgb="${rgb(colour)}"/>`;

/** Eight digits, the first two of which say that nothing shines through. */
const rgb = (colour: string): string => `FF${colour.replace("#", "").slice(0, 6).toUpperCase()}`;

const fillOf = (colour: string | undefined, p: string): string =>
  colour === undefined || colour === ""
    ? `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`
    : `<${p}fill><${p}patternFill patternType="solid">${colourOf(colour, `${p}fgColor`)}<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;

const VERTICAL: Readonly<Record<string, string>> = { top: "top", middle: "center", bottom: "bottom" };

function withAlignment(xf: string, look: GridStyle, p: string): string {
  const inside = insideOf(xf);
  const held = /<(?:\w+:)?alignment\b[^>]*\/>/.exec(inside)?.[0] ?? `<${p}alignment/>`;
  let alignment = held;
  const set = (name: string, value: string | undefined): void => {
    const bare = alignment.replace(new RegExp(`\\s${name}="[^"]*"`), "");
    alignment = value === undefined ? bare : bare.replace(/\s*\/>$/, ` ${name}="${value}"/>`);
  };
  if ("align" in look) set("horizontal", look.align);
  if ("verticalAlign" in look) set("vertical", look.verticalAlign && VERTICAL[look.verticalAlign]);
  if ("wrapping" in look) set("wrapText", look.wrapping === "wrap" ? "1" : undefined);
  const open = xf.slice(0, /\/?>/.exec(xf)?.index ?? 0).trimEnd();
  return `${open}>${alignment}${inside.replace(/<(?:\w+:)?alignment\b[^>]*\/>/, "")}</${p}xf>`;
}
