import { damaged } from "../refusal";
import type { Splice } from "../splice";
import { attributeSplice } from "../tag";
import { readXml, type XmlElement } from "../xml";

/** An element of a part, which stands in the text from `element.start` to `end`; what is in it ends at `inside`. */
export interface Standing {
  readonly element: XmlElement;
  readonly inside: number;
  readonly end: number;
}

export interface Listing extends Standing {
  readonly items: readonly Standing[];
}

/** The root of a part, its own children, and theirs; the rows of a sheet are not counted up. */
export interface Outline {
  readonly root: Standing;
  readonly lists: readonly Listing[];
}

/** How deep below the root the elements lie that an outline tells. */
const DEPTH = 2;

export function outlineOf(xml: string, part: string): Outline {
  const open: XmlElement[] = [];
  const lists: Listing[] = [];
  let items: Standing[] = [];
  let root: Standing | undefined;
  readXml(xml, part, {
    open: (element) => void open.push(element),
    close: (_name, _namespace, start, end) => {
      const element = open.pop();
      if (!element) return;
      const standing = { element, inside: start, end };
      if (open.length === DEPTH && open[1]?.name !== "sheetData") items.push(standing);
      if (open.length === 0) root = standing;
      if (open.length !== 1) return;
      lists.push({ ...standing, items });
      items = [];
    },
  });
  if (!root) throw damaged(`its part ${part} is empty`);
  return { root, lists };
}

export const listIn = ({ lists }: Outline, name: string): Listing | undefined =>
  lists.find(({ element }) => element.name === name);

/** Where an element belongs that the part does not have yet, by the order of the schema: behind all that go before it. */
export function placeIn({ root, lists }: Outline, name: string, order: readonly string[]): number {
  const before = order.slice(0, order.indexOf(name));
  const ends = lists.filter(({ element }) => before.includes(element.name)).map(({ end }) => end);
  return Math.max(root.element.end, ...ends);
}

/** Puts items at the end of a list of the part, which is made in its place where there is none. */
export function added(
  xml: string,
  outline: Outline,
  {
    name,
    order,
    isCounted,
  }: { readonly name: string; readonly order: readonly string[]; readonly isCounted: boolean },
  items: readonly string[],
): readonly Splice[] {
  if (items.length === 0) return [];
  const text = items.join("");
  const held = listIn(outline, name);
  if (!held) {
    const [at, tag] = [placeIn(outline, name, order), `${outline.root.element.prefix}${name}`];
    const count = isCounted ? ` count="${items.length}"` : "";
    return [{ start: at, end: at, text: `<${tag}${count}>${text}</${tag}>` }];
  }
  const count = isCounted
    ? [attributeSplice(xml, held.element, "count", String(held.items.length + items.length))]
    : [];
  return [...count, inserted(held, text)];
}

/** A text at the end of what is in an element, which is opened for it where it has no contents. */
export function inserted({ element, inside }: Standing, text: string): Splice {
  if (!element.isEmpty) return { start: inside, end: inside, text };
  // The name as it is written, prefix and all.
  return { start: element.end - 2, end: element.end, text: `>${text}</${element.prefix}${element.name}>` };
}
