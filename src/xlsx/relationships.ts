import { relationshipsName, targetFrom, targetName } from "./part-name";
import { spliced, type Splice } from "./splice";
import { attribute, readXml } from "./xml";
import { escapeAttribute } from "./xml-text";

/** A link from one part to another, or out of the file. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The last word of the type, the same in both dialects of the format: `worksheet`, `table`, `customXml`. */
  readonly kind: string;
  /** The name of the part; of an external one, its address as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The links that a part's relationships list; `part` is "" for those of the package. */
export function readRelationships(xml: string, part: string): readonly Relationship[] {
  const found: Relationship[] = [];
  readXml(xml, relationshipsName(part), {
    open: (element) => {
      const target = attribute(element, "Target");
      const id = attribute(element, "Id");
      if (element.name !== "Relationship" || target === undefined || id === undefined) return;
      const type = attribute(element, "Type") ?? "";
      const isExternal = attribute(element, "TargetMode") === "External";
      found.push({
        id,
        type,
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: isExternal || target.startsWith("#") ? target : targetName(part, target),
        isExternal,
      });
    },
  });
  return found;
}

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** A link to be added. */
export interface NewRelationship {
  readonly type: string;
  /** The name of the part to which it leads. */
  readonly target: string;
}

/**
 * The relationships of a part (undefined where it has none yet) with links added and others taken away by their ids;
 * with the ids of the new ones in their order. All else stays as it is written.
 */
export function changedRelationships(
  xml: string | undefined,
  part: string,
  change: { readonly add?: readonly NewRelationship[]; readonly remove?: ReadonlySet<string> },
): { readonly xml: string; readonly ids: readonly string[] } {
  const text = xml === undefined ? EMPTY : withClosingTag(xml, part);
  const splices: Splice[] = [];
  const used = new Set<string>();
  let prefix = "";
  let end = text.length;
  let removing: number | undefined;
  readXml(text, relationshipsName(part), {
    open: (element) => {
      const id = attribute(element, "Id") ?? "";
      if (element.name === "Relationships") prefix = element.prefix;
      if (element.name !== "Relationship") return;
      if (change.remove?.has(id)) removing = element.start;
      else used.add(id);
    },
    close: (name, _, start, behind) => {
      if (name === "Relationships") end = start;
      if (name !== "Relationship" || removing === undefined) return;
      splices.push({ start: removing, end: behind, text: "" });
      removing = undefined;
    },
  });
  const ids: string[] = [];
  const added = (change.add ?? []).map(({ type, target }) => {
    const id = freeId(used);
    used.add(id);
    ids.push(id);
    const to = escapeAttribute(targetFrom(part, target));
    return `<${prefix}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${to}"/>`;
  });
  return { xml: spliced(text, [...splices, { start: end, end, text: added.join("") }]), ids };
}

/** `<Relationships …/>`, as some write it where a part has none, opened for more. */
function withClosingTag(xml: string, part: string): string {
  let open = xml;
  readXml(xml, relationshipsName(part), {
    open: ({ name, prefix, isEmpty, end }) => {
      if (name === "Relationships" && isEmpty)
        open = `${xml.slice(0, end - 2)}></${prefix}Relationships>${xml.slice(end)}`;
    },
  });
  return open;
}

function freeId(used: ReadonlySet<string>): string {
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  return `rId${number}`;
}
