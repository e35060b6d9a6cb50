import { storedText } from "../x-string";
import { escapeAttribute, escapeText } from "../xml-text";

/** An element of XML; children that are empty are none. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`,
  );
  const inside = children.join("");
  const open = `<${name}${written.join("")}`;
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
}

/** An element that is nothing but `val`, as charts say nearly everything. */
export const val = (name: string, value: string | number): string => tag(name, { val: value });

/** An element with a text in it; one that holds nothing is written as well. */
export const textTag = (name: string, text: string | number): string =>
  `<${name}>${escapeText(storedText(String(text)))}</${name}>`;
