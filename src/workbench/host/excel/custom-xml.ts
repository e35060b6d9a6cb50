import { HostError, invalid } from "../host-error";
import type { ClassTable, HostObject } from "../host-object";
import type { Parts } from "./parts";

const PART = "xml:";
const PROLOGUE = /^\uFEFF?\s*(?:<\?[^]*?\?>|<!--[^]*?-->|\s)*/;
const ROOT = /^<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/;

/** Custom XML parts, kept in the workbook's state by their id. */
export function customXmlTables({ book }: Parts): Readonly<Record<string, ClassTable>> {
  const xmlOf = (key: string): string => {
    const xml = book.state.read(PART + key);
    if (typeof xml !== "string") throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return xml;
  };
  const keys = (): readonly string[] => book.state.list(PART).map(([key]) => key);
  const only = (object: HostObject): HostObject | null => {
    const items = object.items();
    return items.length === 1 ? (items[0] ?? null) : null;
  };
  return {
    CustomXmlPartCollection: {
      items: (object) => keys().map((key) => object.child("CustomXmlPart", key)),
      call: {
        Add: (object, [xml]) => {
          const text = String(xml);
          namespaceOf(text);
          const id = `{${book.model.uuidGenerator.uuidv4().toUpperCase()}}`;
          book.store(PART + id, text);
          return object.child("CustomXmlPart", id);
        },
        GetByNamespace: (object, [namespace]) =>
          object.child("CustomXmlPartScopedCollection", String(namespace)),
      },
    },
    CustomXmlPartScopedCollection: {
      items: (object) => {
        const all = object.within("CustomXmlPartCollection");
        return keys()
          .filter((key) => namespaceOf(xmlOf(key)) === object.key)
          .map((key) => all.child("CustomXmlPart", key));
      },
      call: {
        GetOnlyItem: (object) => {
          const found = only(object);
          if (!found)
            throw new HostError("InvalidOperation", "The collection does not contain exactly one item.");
          return found;
        },
        GetOnlyItemOrNullObject: only,
      },
    },
    CustomXmlPart: {
      get: { Id: ({ key }) => key, NamespaceUri: ({ key }) => namespaceOf(xmlOf(key)) },
      call: {
        GetXml: ({ key }) => xmlOf(key),
        SetXml: ({ key }, [xml]) => {
          const text = String(xml);
          xmlOf(key);
          namespaceOf(text);
          book.store(PART + key, text);
        },
        Delete: ({ key }) => {
          xmlOf(key);
          book.store(PART + key, undefined);
        },
      },
    },
  };
}

/** The namespace of the root element. Text that does not begin and end with one element is refused, as by Excel. */
export function namespaceOf(xml: string): string {
  const text = xml.replace(PROLOGUE, "").trimEnd();
  const [, prefix, name, attributes = "", empty] = ROOT.exec(text) ?? [];
  if (name === undefined) throw invalid();
  const tag = prefix === undefined ? name : `${prefix}:${name}`;
  if (empty === "" && !new RegExp(`</${tag.replaceAll(".", "\\.")}\\s*>$`).test(text)) throw invalid();
  const declared = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  for (const [, key, quoted = ""] of attributes.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g))
    if (key === declared) return quoted.slice(1, -1);
  return "";
}
