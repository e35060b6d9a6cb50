import { withText } from "../parts";
import type { Package } from "../package";
import { damaged } from "../refusal";
import { spliced, type Splice } from "../splice";
import { attributeSplice, attributesWith } from "../tag";
import { attribute, readXml, type XmlElement } from "../xml";
import { escapeAttribute } from "../xml-text";

/** A package in which some cell format is, and its place among the cell formats. */
export interface Formatted {
  readonly pkg: Package;
  readonly style: number;
}

interface Styles {
  readonly root: XmlElement;
  readonly formats: {
    readonly list?: XmlElement;
    readonly end?: number;
    readonly ids: ReadonlyMap<string, number>;
    readonly count: number;
  };
  readonly cellFormats: XmlElement;
  readonly each: readonly { readonly element: XmlElement; readonly end: number }[];
}

/** The first number that a file may give to a format of its own. */
const FIRST_OWN = 164;

/** A cell format that is like another but for its number format, `yyyy-mm-dd`; added where the file has none yet. */
export function withNumberFormat(pkg: Package, like: number, code: string): Formatted {
  const part = pkg
    .relationships(pkg.workbook)
    .find(({ kind, isExternal }) => kind === "styles" && !isExternal)?.target;
  if (part === undefined) return { pkg, style: like };
  const xml = pkg.text(part);
  const styles = readStyles(xml, part);
  const base = styles.each[like] ?? styles.each[0];
  if (!base) throw damaged(`its part ${part} has no cell formats`);
  const known = code === "General" ? 0 : styles.formats.ids.get(plainCode(code));
  const id = known ?? Math.max(FIRST_OWN - 1, ...styles.formats.ids.values()) + 1;
  const made = formatText(xml, base, id);
  const same = styles.each.findIndex(({ element, end }) => xml.slice(element.start, end) === made);
  if (same >= 0) return { pkg, style: same };
  const last = styles.each.at(-1)?.end ?? styles.cellFormats.end;
  const splices: Splice[] = [
    { start: last, end: last, text: made },
    attributeSplice(xml, styles.cellFormats, "count", String(styles.each.length + 1)),
    ...(known === undefined ? codeSplices(xml, styles, id, code) : []),
  ];
  return { pkg: withText(pkg, part, spliced(xml, splices)), style: styles.each.length };
}

/** Excel writes `yyyy\-mm\-dd` where `yyyy-mm-dd` is meant. */
export const plainCode = (code: string): string => code.replace(/\\(?=[-/ .,:])/g, "");

function readStyles(xml: string, part: string): Styles {
  let root: XmlElement | undefined;
  let list: XmlElement | undefined;
  let end: number | undefined;
  let cellFormats: XmlElement | undefined;
  let open: XmlElement | undefined;
  let isInside = false;
  const ids = new Map<string, number>();
  let count = 0;
  const each: { element: XmlElement; end: number }[] = [];
  readXml(xml, part, {
    open: (element) => {
      root ??= element;
      if (element.name === "numFmts") list = element;
      if (element.name === "numFmt") {
        ids.set(plainCode(attribute(element, "formatCode") ?? ""), Number(attribute(element, "numFmtId")));
        count++;
      }
      if (element.name === "cellXfs") {
        cellFormats = element;
        isInside = true;
      }
      if (element.name === "xf" && isInside) open = element;
    },
    close: (name, _namespace, start, after) => {
      if (name === "numFmts") end = start;
      if (name === "cellXfs") isInside = false;
      if (name === "xf" && isInside && open) each.push({ element: open, end: after });
    },
  });
  if (!root || !cellFormats) throw damaged(`its part ${part} has no cell formats`);
  const formats = { ids, count, ...(list && { list }), ...(end !== undefined && { end }) };
  return { root, formats, cellFormats, each };
}

/** The XML of a cell format with another number format. */
function formatText(
  xml: string,
  { element, end }: { readonly element: XmlElement; readonly end: number },
  id: number,
): string {
  const attributes = attributesWith(xml, element, { numFmtId: String(id), applyNumberFormat: "1" });
  const tag = `<${element.prefix}${element.name}${attributes}${element.isEmpty ? "/>" : ">"}`;
  return element.isEmpty ? tag : tag + xml.slice(element.end, end);
}

function codeSplices(xml: string, { root, formats }: Styles, id: number, code: string): readonly Splice[] {
  const { list, end, count } = formats;
  const { prefix } = root;
  const format = `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`;
  if (!list || end === undefined || list.isEmpty) {
    const text = `<${prefix}numFmts count="1">${format}</${prefix}numFmts>`;
    return list ? [{ start: list.start, end: list.end, text }] : [{ start: root.end, end: root.end, text }];
  }
  return [{ start: end, end, text: format }, attributeSplice(xml, list, "count", String(count + 1))];
}
