import { tag } from "../new/markup";
import { readNumberFormatIds } from "./number-format-ids";
import { LOOKS, type Look, type LookName } from "../new/looks";
import { added, listIn, outlineOf, type Listing, type Outline } from "./outline";
import { STYLES } from "./sequences";
import { spliced } from "../splice";

/** How a cell shall look; see {@link LOOKS}. Without a number format it is as Excel shows a value by itself. */
export interface WantedStyle {
  readonly look: LookName;
  readonly format: string | undefined;
}

/** A part of styles with more cell formats at its end, and the place of each that was wanted. */
export interface StyledPart {
  readonly xml: string;
  readonly styleOf: (wanted: WantedStyle) => number;
}

const keyOf = ({ look, format = "General" }: WantedStyle): string => `${look}|${format}`;

/** A list of the part that grows: its items as they are written, with those that are new. */
interface Growing {
  readonly name: string;
  readonly isCounted: boolean;
  readonly before: number;
  readonly all: string[];
}

/**
 * The styles of a file with the formats that cells shall have. None that is there is changed or moved: cells name their
 * formats by number. Texts are in the font that the workbook starts with.
 */
export function withStyles(xml: string, part: string, wanted: readonly WantedStyle[]): StyledPart {
  const outline = outlineOf(xml, part);
  const p = outline.root.element.prefix;
  const growing = (name: string, first: readonly string[] = []): Growing => {
    const held = itemsOf(xml, listIn(outline, name));
    return { name, isCounted: true, before: held.length, all: held.length === 0 ? [...first] : [...held] };
  };
  const lists = {
    numFmts: growing("numFmts"),
    fonts: growing("fonts", [`<${p}font/>`]),
    // The first two are Excel's own, whatever they say.
    fills: growing("fills", [none(p, "none"), none(p, "gray125")]),
    borders: growing("borders", [`<${p}border/>`]),
    cellXfs: growing("cellXfs", [`<${p}xf/>`]),
  };
  const formats = readNumberFormatIds(xml, part);
  const base = outline.lists.some(({ element }) => element.name === "cellStyleXfs") ? { xfId: 0 } : {};
  const starting = startingFont(lists.fonts.all, lists.cellXfs.all);
  const places = new Map<string, number>();
  for (const one of wanted) {
    if (places.has(keyOf(one))) continue;
    const look: Look = LOOKS[one.look];
    const format = one.format ?? "General";
    const own = formats.idOf(format);
    if (own.isNew) placed(lists.numFmts, tag(`${p}numFmt`, { numFmtId: own.id, formatCode: format }));
    const fontId = placed(lists.fonts, fontOf(look, starting, p));
    const fillId = look.fill === undefined ? 0 : placed(lists.fills, fillOf(look.fill, p));
    const borderId = look.edge === undefined ? 0 : placed(lists.borders, borderOf(look.edge, p));
    const applied = {
      ...(own.id !== 0 && { applyNumberFormat: 1 }),
      applyFont: 1,
      ...(fillId !== 0 && { applyFill: 1 }),
      ...(borderId !== 0 && { applyBorder: 1 }),
    };
    const alignment = alignmentOf(look, p);
    const ids = { numFmtId: own.id, fontId, fillId, borderId, ...base };
    const xf = tag(
      `${p}xf`,
      { ...ids, ...applied, ...(alignment !== "" && { applyAlignment: 1 }) },
      alignment,
    );
    places.set(keyOf(one), placed(lists.cellXfs, xf));
  }
  return {
    xml: grown(xml, outline, Object.values(lists)),
    styleOf: (one) => places.get(keyOf(one)) ?? 0,
  };
}

const itemsOf = (xml: string, list: Listing | undefined): readonly string[] =>
  (list?.items ?? []).map(({ element, end }) => xml.slice(element.start, end));

/** The place of an item in its list, at whose end it is put where it is not there yet. */
function placed({ all }: Growing, item: string): number {
  const held = all.indexOf(item);
  return held < 0 ? all.push(item) - 1 : held;
}

function grown(xml: string, outline: Outline, lists: readonly Growing[]): string {
  return spliced(
    xml,
    lists.flatMap((list) => added(xml, outline, { ...list, order: STYLES }, list.all.slice(list.before))),
  );
}

/** What the font of the first cell format says besides weight and colour. */
interface StartingFont {
  readonly size: string;
  /** Its name, family and scheme, as they are written. */
  readonly face: string;
}

function startingFont(fonts: readonly string[], formats: readonly string[]): StartingFont {
  const id = Number(/\bfontId="(\d+)"/.exec(formats[0] ?? "")?.[1] ?? 0);
  const font = fonts[id] ?? "";
  // Some programs write them in another order than the schema has it.
  const face = ["name", "family", "charset", "scheme"].map(
    (name) => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*/>`).exec(font)?.[0] ?? "",
  );
  return {
    size: /<(?:\w+:)?sz\b[^>]*\bval="([\d.]+)"/.exec(font)?.[1] ?? "11",
    face: face.join(""),
  };
}

/** Eight digits, the first two of which say that nothing shines through. */
const rgb = (colour: string): string => `FF${colour.replace("#", "").toUpperCase()}`;

const fontOf = ({ bold, size, colour }: Look, starting: StartingFont, p: string): string =>
  tag(
    `${p}font`,
    {},
    bold ? tag(`${p}b`) : "",
    tag(`${p}sz`, { val: size ?? starting.size }),
    colour === undefined ? "" : tag(`${p}color`, { rgb: rgb(colour) }),
    starting.face,
  );

const none = (p: string, pattern: string): string =>
  tag(`${p}fill`, {}, tag(`${p}patternFill`, { patternType: pattern }));

const fillOf = (colour: string, p: string): string =>
  tag(
    `${p}fill`,
    {},
    tag(
      `${p}patternFill`,
      { patternType: "solid" },
      tag(`${p}fgColor`, { rgb: rgb(colour) }),
      tag(`${p}bgColor`, { indexed: 64 }),
    ),
  );

const borderOf = (colour: string, p: string): string =>
  tag(
    `${p}border`,
    {},
    ...["left", "right", "top"].map((side) => tag(`${p}${side}`)),
    tag(`${p}bottom`, { style: "thin" }, tag(`${p}color`, { rgb: rgb(colour) })),
    tag(`${p}diagonal`),
  );

const VERTICAL = { top: "top", middle: "center", bottom: undefined } as const satisfies Record<
  NonNullable<Look["vertical"]>,
  string | undefined
>;

/** An empty text where Excel's own alignment holds. */
function alignmentOf({ align, vertical, wrap }: Look, p: string): string {
  const place = vertical && VERTICAL[vertical];
  const said = {
    ...(align && { horizontal: align }),
    ...(place && { vertical: place }),
    ...(wrap && { wrapText: 1 }),
  };
  return Object.keys(said).length === 0 ? "" : tag(`${p}alignment`, said);
}
