import { SaxesParser, type SaxesAttributeNS } from "saxes";
import { Problem } from "../domain/problem";
import { damaged, refused } from "./refusal";

/** An opening tag; `start` and `end` are its place in the text of the part. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** With the colon, `x:`; "" where there is none. */
  readonly prefix: string;
  readonly namespace: string;
  /** Values by name, those of other namespaces with their prefix: `xml:space`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The relationship that it names: `r:id`, whatever the prefix. */
  readonly relationship: string | undefined;
  readonly start: number;
  readonly end: number;
  /** `<c/>`; it closes at the same place. */
  readonly isEmpty: boolean;
}

export interface XmlReader {
  readonly open?: (element: XmlElement) => void;
  /** The closing tag is from `start` to `end`. */
  readonly close?: (name: string, namespace: string, start: number, end: number) => void;
  readonly text?: (text: string) => void;
}

/** Parts of workbooks nest about ten deep; looking up namespaces takes the longer the deeper it goes. */
const DEEPEST = 200;

const ENCODINGS = new Set(["utf-8", "utf-16", "us-ascii", "utf8", "utf-16le", "utf-16be"]);

/** Reads the text of a part from front to back; a Problem ("unreadable") where it is not well-formed or defines entities. */
export function readXml(xml: string, part: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  parser.on("error", (cause) => {
    throw damaged(`its part ${part} is damaged (${cause.message})`, cause);
  });
  parser.on("doctype", () => {
    throw refused(`its part ${part} defines entities, which no workbook does; do not use it`);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !ENCODINGS.has(encoding.toLowerCase()))
      throw damaged(`its part ${part} is in the encoding ${encoding}, which workbooks do not use`);
  });
  parser.on("opentag", ({ local, prefix, uri, attributes, isSelfClosing }) => {
    if (++depth > DEEPEST) throw damaged(`its part ${part} is nested too deep`);
    const end = parser.position;
    reader.open?.({
      name: local,
      prefix: prefix === "" ? "" : `${prefix}:`,
      namespace: uri,
      attributes: valuesOf(attributes),
      relationship: relationshipIn(attributes),
      // No attribute may hold an opening bracket.
      start: xml.lastIndexOf("<", end - 1),
      end,
      isEmpty: isSelfClosing,
    });
  });
  parser.on("closetag", ({ local, uri }) => {
    depth--;
    reader.close?.(local, uri, xml.lastIndexOf("<", parser.position - 1), parser.position);
  });
  const { text } = reader;
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  try {
    parser.write(xml).close();
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw damaged(`its part ${part} is damaged`, thrown);
  }
}

type Read = Readonly<Record<string, SaxesAttributeNS>>;

function valuesOf(read: Read): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name in read) values[name] = read[name]?.value ?? "";
  return values;
}

function relationshipIn(read: Read): string | undefined {
  for (const name in read) {
    const one = read[name];
    if (one?.local === "id" && one.uri.endsWith("/relationships")) return one.value;
  }
  return undefined;
}

/** What an attribute says; undefined where it is missing. */
export const attribute = (element: XmlElement, name: string): string | undefined => element.attributes[name];

/** `1` and `true`; a missing attribute is what it is by default. */
export function flag(element: XmlElement, name: string, byDefault = false): boolean {
  const value = attribute(element, name);
  return value === undefined ? byDefault : value === "1" || value === "true";
}
