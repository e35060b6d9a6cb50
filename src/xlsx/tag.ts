import type { Splice } from "./splice";
import type { XmlElement } from "./xml";
import { escapeAttribute } from "./xml-text";

/** An attribute as it is written in an opening tag: `name="value"` from `start` to `end` of the part's text. */
interface WrittenAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** The attributes of a well-formed opening tag in their order. */
function writtenAttributes(xml: string, { start, end }: XmlElement): readonly WrittenAttribute[] {
  // On the tag alone: what is looked for may stand nowhere else in a long part.
  const tag = xml.slice(start, end);
  const found: WrittenAttribute[] = [];
  let at = 0;
  while (at < tag.length && !isBlank(tag.charCodeAt(at))) at++;
  for (;;) {
    while (isBlank(tag.charCodeAt(at))) at++;
    const equals = tag.indexOf("=", at);
    if (equals < 0 || tag[at] === "/" || tag[at] === ">") return found;
    let open = equals + 1;
    while (isBlank(tag.charCodeAt(open))) open++;
    const behind = tag.indexOf(tag[open] ?? "", open + 1) + 1;
    found.push({ name: tag.slice(at, equals).trimEnd(), start: start + at, end: start + behind });
    at = behind;
  }
}

/** The splice that gives an opening tag an attribute, in its place where it has one already. */
export function attributeSplice(xml: string, element: XmlElement, name: string, value: string): Splice {
  const written = `${name}="${escapeAttribute(value)}"`;
  const old = writtenAttributes(xml, element).find((one) => one.name === name);
  if (old) return { start: old.start, end: old.end, text: written };
  const at = element.end - (element.isEmpty ? 2 : 1);
  return { start: at, end: at, text: ` ${written}` };
}

/**
 * The attributes of an opening tag with some set to other values and some taken away (undefined), each in its old place,
 * new ones at the end; with a space in front of each.
 */
export function attributesWith(
  xml: string,
  element: XmlElement | undefined,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const kept = element ? writtenAttributes(xml, element) : [];
  const written = kept.map(({ name, start, end }) => {
    if (!Object.hasOwn(values, name)) return ` ${xml.slice(start, end)}`;
    const value = values[name];
    return value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  });
  const added = Object.entries(values).map(([name, value]) =>
    value === undefined || kept.some((one) => one.name === name)
      ? ""
      : ` ${name}="${escapeAttribute(value)}"`,
  );
  return written.join("") + added.join("");
}
