import { attribute, readXml } from "../../xlsx/xml";

/** An element of a small part with all that is in it. */
export interface XmlNode {
  readonly name: string;
  /** Of attributes without a prefix, and of `r:id`. */
  readonly attribute: (name: string) => string | undefined;
  readonly relationship: string | undefined;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface Growing extends XmlNode {
  readonly children: Growing[];
  text: string;
}

/** A whole part as a tree, for parts of drawings and charts, which are small; a Problem ("unreadable") where it is damaged. */
export function xmlTree(xml: string, part: string): XmlNode {
  const open: Growing[] = [];
  const top: Growing[] = [];
  readXml(xml, part, {
    open: (element) => {
      const node: Growing = {
        name: element.name,
        attribute: (name) => attribute(element, name),
        relationship: element.relationship,
        children: [],
        text: "",
      };
      (open.at(-1)?.children ?? top).push(node);
      open.push(node);
    },
    text: (piece) => {
      const node = open.at(-1);
      if (node) node.text += piece;
    },
    close: () => void open.pop(),
  });
  return top[0] ?? EMPTY;
}

const EMPTY: XmlNode = {
  name: "",
  attribute: () => undefined,
  relationship: undefined,
  children: [],
  text: "",
};

/** The first element on a path of names below one; undefined where there is none. */
export function at(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let found = node;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

export const all = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** Every element of a name within one, however deep. */
export function within(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

/** What the attribute `val` of an element on a path says. */
export const valueAt = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined =>
  at(node, ...path)?.attribute("val");
