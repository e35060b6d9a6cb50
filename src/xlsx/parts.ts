import { changedContentTypes, CONTENT_TYPES } from "./content-types";
import { withChanges, type Package } from "./package";
import { partKey, relationshipsName } from "./part-name";
import { changedRelationships } from "./relationships";
import { encodeXml, encodingOf } from "./xml-text";

/** A part to be added. */
export interface NewPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** Undefined where the ending of the name says enough. */
  readonly contentType?: string;
  /** The part that links to it, "" for the package itself, and the type of that link. */
  readonly from: string;
  readonly relationship: string;
}

/** The package with a part added: its content, its content type and the link to it. */
export function withPart(pkg: Package, part: NewPart): Package {
  const { name, content, contentType, from, relationship } = part;
  const rels = relationshipsName(from);
  const { xml } = changedRelationships(pkg.has(rels) ? pkg.text(rels) : undefined, from, {
    add: [{ type: relationship, target: name }],
  });
  const changes = new Map<string, Uint8Array | null>([
    [name, content],
    [rels, asBefore(pkg, rels, xml)],
  ]);
  if (contentType !== undefined)
    changes.set(CONTENT_TYPES, typesOf(pkg, { add: new Map([[name, contentType]]) }));
  return withChanges(pkg, changes);
}

/** The package without a part, its relationships, and the link from another part to it. */
export function withoutPart(pkg: Package, name: string, from: string): Package {
  const rels = relationshipsName(from);
  const own = relationshipsName(name);
  const ids = pkg.relationships(from).filter(({ target }) => partKey(target) === partKey(name));
  const changes = new Map<string, Uint8Array | null>([
    [name, null],
    [CONTENT_TYPES, typesOf(pkg, { remove: new Set([name]) })],
  ]);
  if (pkg.has(own)) changes.set(own, null);
  if (ids.length > 0) {
    const remove = new Set(ids.map(({ id }) => id));
    changes.set(rels, asBefore(pkg, rels, changedRelationships(pkg.text(rels), from, { remove }).xml));
  }
  return withChanges(pkg, changes);
}

/** The package with another text in a part that is there, in the encoding that it has. */
export function withText(pkg: Package, name: string, xml: string): Package {
  return withChanges(pkg, new Map([[name, asBefore(pkg, name, xml)]]));
}

/** The first free name: `xl/metadata.xml`, `xl/metadata2.xml`. */
export function freeName(pkg: Package, stem: string, ending: string, from?: number): string {
  const first = `${stem}${from ?? ""}${ending}`;
  if (!pkg.has(first)) return first;
  let number = (from ?? 1) + 1;
  while (pkg.has(`${stem}${number}${ending}`)) number++;
  return `${stem}${number}${ending}`;
}

const asBefore = (pkg: Package, name: string, xml: string): Uint8Array =>
  encodeXml(xml, pkg.has(name) ? encodingOf(pkg.bytes(name)) : "utf-8");

function typesOf(pkg: Package, change: Parameters<typeof changedContentTypes>[1]): Uint8Array {
  return asBefore(pkg, CONTENT_TYPES, changedContentTypes(pkg.text(CONTENT_TYPES), change));
}
