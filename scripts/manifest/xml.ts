/** An element of a manifest: as it is built, and as the checks see it after reading. */
export interface Xml {
  /** With its prefix, such as `bt:Image`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** What stands between the tags of an element without children. */
  readonly text: string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: readonly Xml[] | string = [],
): Xml {
  if (typeof content === "string") return { name, attributes, children: [], text: content };
  return { name, attributes, children: content, text: "" };
}

/** The document as text, one element a line. */
export function writeXml(root: Xml, comment: string): string {
  if (comment.includes("--")) throw new Error("A comment in XML has no double hyphen.");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment} -->\n${lines(root, "").join("\n")}\n`;
}

function lines({ name, attributes, children, text }: Xml, indent: string): readonly string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return [text === "" ? `${open} />` : `${open}>${escaped(text)}</${name}>`];
  return [`${open}>`, ...children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** The element itself and all below it, in the order of the document. */
export function everyElement(root: Xml): readonly Xml[] {
  return [root, ...root.children.flatMap(everyElement)];
}

/** The elements at the end of a path of names below `root`. */
export function find(root: Xml, ...path: readonly string[]): readonly Xml[] {
  return path.reduce<readonly Xml[]>(
    (found, name) => found.flatMap((e) => e.children.filter((child) => child.name === name)),
    [root],
  );
}
