import { metadataPart, readDynamicMarks } from "./metadata-part";
import type { Package } from "./package";
import { freeName, withPart, withText } from "./parts";
import { damaged } from "./refusal";
import { spliced, type Splice } from "./splice";
import { attributeSplice } from "./tag";
import { attribute, readXml, type XmlElement } from "./xml";
import { encodeXml } from "./xml-text";

const TYPE =
  'metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ' +
  'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';
const DYNAMIC_ARRAY = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/** The mark (`cm`) by which a cell of the file says that its formula spills, in a package that has one. */
export interface Marked {
  readonly pkg: Package;
  readonly mark: number;
}

/** Adds to the file what a spilling formula needs, where it has none yet. */
export function withDynamicMark(pkg: Package): Marked {
  const part = metadataPart(pkg);
  if (part === undefined) return { pkg: withNewPart(pkg), mark: 1 };
  const xml = pkg.text(part);
  const held = readDynamicMarks(xml, part).open;
  if (held !== undefined) return { pkg, mark: held };
  const { splices, mark } = additions(xml, part);
  return { pkg: withText(pkg, part, spliced(xml, splices)), mark };
}

/** One block that says: a dynamic array, and not one that was folded into its first cell. */
const block = (p: string): string =>
  `<${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_ARRAY}" fDynamic="1" fCollapsed="0"/>` +
  `</${p}ext></${p}extLst></${p}bk>`;

function withNewPart(pkg: Package): Package {
  const folder = pkg.workbook.slice(0, pkg.workbook.lastIndexOf("/") + 1);
  const office = pkg.relationships("").find(({ kind }) => kind === "officeDocument")?.type ?? "";
  const main = office.includes("purl.oclc.org")
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${main}">` +
    `<metadataTypes count="1"><${TYPE}/></metadataTypes>` +
    `<futureMetadata name="XLDAPR" count="1">${block("")}</futureMetadata>` +
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
  return withPart(pkg, {
    name: freeName(pkg, `${folder}metadata`, ".xml"),
    content: encodeXml(xml),
    contentType: CONTENT_TYPE,
    from: pkg.workbook,
    relationship: office.replace(/officeDocument$/, "sheetMetadata"),
  });
}

/** The elements of the part that may have to grow: with how many children, and where their contents end. */
interface List {
  readonly element: XmlElement;
  children: number;
  end: number;
}

/** What stands before the marks of cells, in the order of the schema. */
const FIRST = new Set(["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata"]);

/** Type, block and record are counted; each is added at the end of its list, so that no other number changes. */
function additions(
  xml: string,
  part: string,
): { readonly splices: readonly Splice[]; readonly mark: number } {
  const { root, lists, typeAt } = survey(xml, part);
  const types = lists.find(({ element }) => element.name === "metadataTypes");
  const blocks = lists.find(
    ({ element }) => element.name === "futureMetadata" && attribute(element, "name") === "XLDAPR",
  );
  const records = lists.find(({ element }) => element.name === "cellMetadata");
  const p = root.prefix;
  const type = typeAt ?? types?.children ?? 0;
  const record = `<${p}bk><${p}rc t="${type + 1}" v="${blocks?.children ?? 0}"/></${p}bk>`;
  const last = lists.findLast(({ element }) => FIRST.has(element.name));
  const start = last ? behindList(xml, last) : root.end;
  const splices = [
    ...(typeAt === undefined ? grown(xml, types, `<${p}${TYPE}/>`, root.end, `${p}metadataTypes`) : []),
    ...grown(xml, blocks, block(p), start, `${p}futureMetadata`, ' name="XLDAPR"'),
    ...grown(xml, records, record, start, `${p}cellMetadata`),
  ];
  return { splices, mark: (records?.children ?? 0) + 1 };
}

const behindList = (xml: string, { element, end }: List): number =>
  element.isEmpty ? element.end : xml.indexOf(">", end) + 1;

/** The list with one more item, or a list of its own at a place. */
function grown(
  xml: string,
  list: List | undefined,
  item: string,
  at: number,
  name: string,
  attributes = "",
): readonly Splice[] {
  if (!list) return [{ start: at, end: at, text: `<${name}${attributes} count="1">${item}</${name}>` }];
  const { element, end, children } = list;
  const count = attributeSplice(xml, element, "count", String(children + 1));
  if (!element.isEmpty) return [count, { start: end, end, text: item }];
  return [count, { start: element.end - 2, end: element.end, text: `>${item}</${name}>` }];
}

interface Lists {
  readonly root: XmlElement;
  readonly lists: readonly List[];
  /** The place of the type of dynamic arrays, from 0. */
  readonly typeAt: number | undefined;
}

function survey(xml: string, part: string): Lists {
  const lists: List[] = [];
  let root: XmlElement | undefined;
  let typeAt: number | undefined;
  let depth = 0;
  readXml(xml, part, {
    open: (element) => {
      depth++;
      root ??= element;
      if (depth === 2) lists.push({ element, children: 0, end: element.end });
      const list = lists.at(-1);
      if (depth !== 3 || !list) return;
      if (element.name === "metadataType" && attribute(element, "name") === "XLDAPR") typeAt = list.children;
      list.children++;
    },
    close: (_name, _namespace, start) => {
      const list = lists.at(-1);
      if (depth === 2 && list) list.end = start;
      depth--;
    },
  });
  if (!root || root.isEmpty) throw damaged(`its part ${part} says nothing`);
  return { root, lists, typeAt };
}
