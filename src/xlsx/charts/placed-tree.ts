import { damaged } from "../refusal";
import { attribute, readXml, type XmlElement } from "../xml";
import type { Standing } from "./outline";

/** An element of a small part, with where it stands and all that is in it. */
export interface Placed extends Standing {
  readonly children: readonly Placed[];
  readonly text: string;
}

interface Growing {
  readonly element: XmlElement;
  readonly children: Placed[];
  text: string;
}

/** A whole part with the places of its elements, for charts, which are small; a Problem ("unreadable") where it is damaged. */
export function placedTree(xml: string, part: string): Placed {
  const open: Growing[] = [];
  let root: Placed | undefined;
  readXml(xml, part, {
    open: (element) => void open.push({ element, children: [], text: "" }),
    text: (piece) => {
      const inner = open.at(-1);
      if (inner) inner.text += piece;
    },
    close: (_name, _namespace, inside, end) => {
      const closed = open.pop();
      if (!closed) return;
      const placed = { ...closed, inside, end };
      const outer = open.at(-1);
      if (outer) outer.children.push(placed);
      else root = placed;
    },
  });
  if (!root) throw damaged(`its part ${part} is empty`);
  return root;
}

/** The first element on a path of names below one; undefined where there is none. */
export function under(node: Placed | undefined, ...path: readonly string[]): Placed | undefined {
  let found = node;
  for (const name of path) found = found?.children.find(({ element }) => element.name === name);
  return found;
}

/** All elements of a name right below one. */
export const allUnder = (node: Placed | undefined, name: string): readonly Placed[] =>
  node?.children.filter(({ element }) => element.name === name) ?? [];

/** What the attribute `val` of an element on a path says. */
export const valueUnder = (node: Placed | undefined, ...path: readonly string[]): string | undefined => {
  const found = under(node, ...path);
  return found && attribute(found.element, "val");
};
