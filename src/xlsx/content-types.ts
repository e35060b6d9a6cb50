import { partKey } from "./part-name";
import { damaged } from "./refusal";
import { spliced, type Splice } from "./splice";
import { attribute, readXml } from "./xml";
import { escapeAttribute } from "./xml-text";

/** The part that says what every other part is. */
export const CONTENT_TYPES = "[Content_Types].xml";

/** What the parts of a package are, by name; else by what their name ends with. */
export interface ContentTypes {
  readonly byName: ReadonlyMap<string, string>;
  readonly byEnding: ReadonlyMap<string, string>;
}

export function readContentTypes(xml: string): ContentTypes {
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  readXml(xml, CONTENT_TYPES, {
    open: (element) => {
      const type = attribute(element, "ContentType") ?? "";
      if (element.name === "Override")
        byName.set(partKey((attribute(element, "PartName") ?? "").replace(/^\//, "")), type);
      if (element.name === "Default") byEnding.set(partKey(attribute(element, "Extension") ?? ""), type);
    },
  });
  return { byName, byEnding };
}

/** The content type of a part, without parameters; undefined where the package does not say. */
export function contentTypeOf({ byName, byEnding }: ContentTypes, name: string): string | undefined {
  const ending = /\.([^./]*)$/.exec(name)?.[1] ?? "";
  const type = byName.get(partKey(name)) ?? byEnding.get(partKey(ending));
  return type?.split(";")[0]?.trim();
}

/** The list with some parts added and others taken away; all else stays as it is written. */
export function changedContentTypes(
  xml: string,
  change: { readonly add?: ReadonlyMap<string, string>; readonly remove?: ReadonlySet<string> },
): string {
  const splices: Splice[] = [];
  const removed = new Set([...(change.remove ?? []), ...(change.add?.keys() ?? [])].map(partKey));
  let prefix = "";
  readXml(xml, CONTENT_TYPES, {
    open: (element) => {
      if (element.name === "Types") {
        prefix = element.prefix;
        if (element.isEmpty) throw damaged("it does not say what its parts are");
      }
      const part = attribute(element, "PartName")?.replace(/^\//, "");
      if (element.name === "Override" && part !== undefined && removed.has(partKey(part)))
        splices.push({ start: element.start, end: endOf(xml, element.end, element.isEmpty), text: "" });
    },
    close: (name, _, start) => {
      if (name !== "Types") return;
      const added = [...(change.add ?? [])].map(
        ([part, type]) =>
          `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(type)}"/>`,
      );
      splices.push({ start, end: start, text: added.join("") });
    },
  });
  return spliced(xml, splices);
}

/** Behind an element that has no contents, whether written as one tag or as two. */
const endOf = (xml: string, end: number, isEmpty: boolean): number =>
  isEmpty ? end : xml.indexOf(">", end) + 1;
