import { crc32 } from "../file/bytes";
import type { PartKind } from "../file/parts";
import type { Package } from "./package";
import { freeName, withPart, withoutPart } from "./parts";
import { readXml } from "./xml";
import { encodeXml, escapeAttribute } from "./xml-text";

/** The texts of the custom XML parts of a kind, as {@link decodeParts} takes them; none where the file has none. */
export function customXml(pkg: Package, { namespace }: Pick<PartKind, "namespace">): readonly string[] {
  return itemsOf(pkg, namespace).map((name) => pkg.text(name));
}

/** The package with these texts, which encodeParts makes, in place of all custom XML parts of the kind; with none, without. */
export function withCustomXml(
  pkg: Package,
  kind: Pick<PartKind, "namespace">,
  texts: readonly string[],
): Package {
  let after = pkg;
  for (const name of itemsOf(pkg, kind.namespace)) after = withoutItem(after, name);
  for (const text of texts) after = withItem(after, kind.namespace, text);
  return after;
}

/** The parts linked from the workbook whose root is of the namespace. Others of the file may be anything. */
function itemsOf(pkg: Package, namespace: string): readonly string[] {
  return linkedItems(pkg).filter((name) => rootNamespace(pkg, name) === namespace);
}

const linkedItems = (pkg: Package): readonly string[] =>
  pkg
    .relationships(pkg.workbook)
    .filter(({ kind, isExternal, target }) => kind === "customXml" && !isExternal && pkg.has(target))
    .map(({ target }) => target);

/** Undefined where the part is no XML: that is for its owner to see to. */
function rootNamespace(pkg: Package, name: string): string | undefined {
  let found: string | undefined;
  const enough = new Error("The root is enough.");
  try {
    readXml(pkg.text(name), name, {
      open: ({ namespace }) => {
        found = namespace;
        throw enough;
      },
    });
  } catch {
    return found;
  }
  return found;
}

function withoutItem(pkg: Package, name: string): Package {
  let after = pkg;
  for (const { kind, target, isExternal } of pkg.relationships(name))
    if (kind === "customXmlProps" && !isExternal) after = withoutPart(after, target, name);
  return withoutPart(after, name, pkg.workbook);
}

const PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function withItem(pkg: Package, namespace: string, text: string): Package {
  const name = freeName(pkg, "customXml/item", ".xml", 1);
  const number = /(\d+)\.xml$/.exec(name)?.[1] ?? "1";
  const properties = freeName(pkg, "customXml/itemProps", ".xml", Number(number));
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<ds:datastoreItem ds:itemID="${itemId(name, text)}" xmlns:ds="${DATA_STORE}"><ds:schemaRefs>` +
    `<ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs></ds:datastoreItem>`;
  const item = withPart(pkg, {
    ...{ name, content: encodeXml(text), from: pkg.workbook, relationship: `${LINKS}/customXml` },
    ...(pkg.contentType(name) === undefined ? { contentType: "application/xml" } : {}),
  });
  return withPart(item, {
    ...{ name: properties, content: encodeXml(xml), contentType: PROPERTIES },
    ...{ from: name, relationship: `${LINKS}/customXmlProps` },
  });
}

/** A number that no other part has, the same whenever the same file is written. */
function itemId(name: string, text: string): string {
  const digits = ["a", "b", "c", "d"].map((salt) => crc32(encodeXml(salt + name + text))).join("");
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(digits.toUpperCase()) ?? [];
  return `{${parts.join("-")}}`;
}
