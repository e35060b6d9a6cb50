import { outlineOf, listIn, placeIn, type Outline } from "../../xlsx/charts/outline";
import { WORKSHEET } from "../../xlsx/charts/sequences";
import { spliced } from "../../xlsx/splice";
import { attributesWith } from "../../xlsx/tag";
import { attribute, type XmlElement } from "../../xlsx/xml";
import { DIGIT_PIXELS } from "./sheet-view";

/** Columns that a sheet describes together; they count from 1, as in the file. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly element: XmlElement | undefined;
  readonly pixels?: number;
}

/** A sheet's part with columns (from 0) of other widths in pixels; what else it says of its columns stays. */
export function withWidths(xml: string, part: string, widths: ReadonlyMap<number, number>): string {
  if (widths.size === 0) return xml;
  const outline = outlineOf(xml, part);
  const p = outline.root.element.prefix;
  let stretches = stretchesOf(outline);
  for (const [column, pixels] of widths) stretches = cutOut(stretches, column + 1, pixels);
  const text = stretches.map((stretch) => written(xml, stretch, p)).join("");
  const held = listIn(outline, "cols");
  if (held && !held.element.isEmpty)
    return spliced(xml, [{ start: held.element.end, end: held.inside, text }]);
  const at = placeIn(outline, "cols", WORKSHEET);
  const place = held ? { start: held.element.start, end: held.end } : { start: at, end: at };
  return spliced(xml, [{ ...place, text: `<${p}cols>${text}</${p}cols>` }]);
}

const stretchesOf = (outline: Outline): readonly Stretch[] =>
  (listIn(outline, "cols")?.items ?? []).map(({ element }) => ({
    from: Number(attribute(element, "min")),
    to: Number(attribute(element, "max")),
    element,
  }));

/** One column by itself, with a width of its own. */
function cutOut(stretches: readonly Stretch[], column: number, pixels: number): readonly Stretch[] {
  const around = stretches.find(({ from, to }) => from <= column && column <= to);
  const sides = around
    ? [
        { ...around, to: column - 1 },
        { ...around, from: column + 1 },
      ].filter(({ from, to }) => from <= to)
    : [];
  const own: Stretch = { from: column, to: column, element: around?.element, pixels };
  return [...stretches.filter((one) => one !== around), ...sides, own].sort((a, b) => a.from - b.from);
}

function written(xml: string, { from, to, element, pixels }: Stretch, p: string): string {
  const attributes = attributesWith(xml, element, {
    min: String(from),
    max: String(to),
    ...(pixels !== undefined && {
      // In 256ths of a digit, as Excel rounds it.
      width: String(Math.round((pixels / DIGIT_PIXELS) * 256) / 256),
      customWidth: "1",
      bestFit: undefined,
    }),
  });
  return `<${p}col${attributes}/>`;
}
