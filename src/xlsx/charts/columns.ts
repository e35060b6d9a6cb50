import { attributesWith } from "../tag";
import type { Splice } from "../splice";
import { attribute, type XmlElement } from "../xml";
import { listIn, placeIn, type Outline } from "./outline";
import { WORKSHEET } from "./sequences";

/** Points of a column for each character of its width, in the fonts that Excel starts with: seven pixels of 96 an inch. */
const POINTS_A_CHARACTER = 5.25;
/** Of a sheet that does not say. */
const STANDARD = 48;

/** The width as a file has it: characters, in 256ths. */
export const charactersOf = (points: number): number => Math.round((points / POINTS_A_CHARACTER) * 256) / 256;

const pointsOf = (characters: number): number => characters * POINTS_A_CHARACTER;

/** Columns that a sheet describes together; columns count from 1, as in the file. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly element: XmlElement | undefined;
  /** In characters, where it is to be another one than the file says. */
  readonly width?: number;
}

/** The width in points of a column, counted from 0, of a sheet. */
export function widthAt(outline: Outline): (column: number) => number {
  const stretches = stretchesOf(outline);
  const format = listIn(outline, "sheetFormatPr")?.element;
  const standard = Number(format && attribute(format, "defaultColWidth"));
  return (column) => {
    const own = stretches.find(({ from, to }) => from <= column + 1 && column + 1 <= to)?.element;
    const width = Number(own && attribute(own, "width"));
    if (width > 0) return pointsOf(width);
    return standard > 0 ? pointsOf(standard) : STANDARD;
  };
}

function stretchesOf(outline: Outline): readonly Stretch[] {
  return (listIn(outline, "cols")?.items ?? []).map(({ element }) => ({
    from: Number(attribute(element, "min")),
    to: Number(attribute(element, "max")),
    element,
  }));
}

/** Columns made wider where they are narrower than so many points; what else a sheet says of its columns stays. */
export function widened(
  xml: string,
  outline: Outline,
  wanted: ReadonlyMap<number, number>,
): readonly Splice[] {
  const now = widthAt(outline);
  const narrow = [...wanted].filter(([column, points]) => now(column) + 0.5 < points);
  if (narrow.length === 0) return [];
  const p = outline.root.element.prefix;
  const before = stretchesOf(outline);
  const after = narrow.reduce(
    (stretches, [column, points]) => cutOut(stretches, column + 1, charactersOf(points)),
    before,
  );
  const text = after.map((stretch) => written(xml, stretch, p)).join("");
  const held = listIn(outline, "cols");
  if (held && !held.element.isEmpty) return [{ start: held.element.end, end: held.inside, text }];
  const at = placeIn(outline, "cols", WORKSHEET);
  const place = held ? { start: held.element.start, end: held.end } : { start: at, end: at };
  return [{ ...place, text: `<${p}cols>${text}</${p}cols>` }];
}

/** One column by itself, with a width of its own. */
function cutOut(stretches: readonly Stretch[], column: number, width: number): readonly Stretch[] {
  const around = stretches.find(({ from, to }) => from <= column && column <= to);
  const others = stretches.filter((one) => one !== around);
  const sides = around
    ? [
        { ...around, to: column - 1 },
        { ...around, from: column + 1 },
      ].filter(({ from, to }) => from <= to)
    : [];
  const own: Stretch = { from: column, to: column, element: around?.element, width };
  return [...others, ...sides, own].sort((a, b) => a.from - b.from);
}

function written(xml: string, { from, to, element, width }: Stretch, p: string): string {
  const attributes = attributesWith(xml, element, {
    min: String(from),
    max: String(to),
    ...(width !== undefined && { width: String(width), customWidth: "1", bestFit: undefined }),
  });
  return `<${p}col${attributes}/>`;
}
