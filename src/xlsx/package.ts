import { CONTENT_TYPES, contentTypeOf, readContentTypes } from "./content-types";
import { LIMITS, type Limits } from "./limits";
import { partKey, relationshipsName } from "./part-name";
import { damaged, refused } from "./refusal";
import { readRelationships, type Relationship } from "./relationships";
import { refuseOtherFiles, workbookKind, type WorkbookKind } from "./workbook-kind";
import { decodeXml } from "./xml-text";
import { unpack } from "./zip-bytes";
import { OWN_CODEC, type ZipCodec } from "./zip-codec";
import { readDirectory, type ZipEntry } from "./zip-directory";
import { copied, packed, writeZip } from "./zip-write";

/** New contents of parts by name; null takes a part away. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

/** A workbook's file that is open, with the changes made so far. Names are without a leading slash, whatever their capitals. */
export interface Package {
  readonly kind: WorkbookKind;
  /** The main part, `xl/workbook.xml`. */
  readonly workbook: string;
  /** Of all parts, in the order of the file. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** A Problem ("unreadable") where there is no such part, or it is damaged. */
  readonly bytes: (name: string) => Uint8Array;
  readonly text: (name: string) => string;
  /** Undefined where the file does not say. */
  readonly contentType: (name: string) => string | undefined;
  /** The links of a part, of the package itself for ""; none where it has none. */
  readonly relationships: (part: string) => readonly Relationship[];
  readonly source: Source;
  readonly changes: Changes;
}

/** The file as it was opened. */
interface Source {
  readonly file: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** Parts that were unpacked already, by {@link partKey}. */
  readonly unpacked: Map<string, Uint8Array>;
  readonly codec: ZipCodec;
}

/** Opens an .xlsx, .xlsm, .xltx or .xltm file; a Problem ("unreadable") that says what to do with any other. */
export function openPackage(file: Uint8Array, limits: Limits = LIMITS, codec: ZipCodec = OWN_CODEC): Package {
  refuseOtherFiles(file);
  const source: Source = { file, entries: readDirectory(file, limits), unpacked: new Map(), codec };
  return packageOf(source, new Map());
}

/** The package as it is with these changes, which come on top of those made before. */
export function withChanges(pkg: Package, changes: Changes): Package {
  const isDeclaredAnew = [...changes.keys()].some((name) => DECLARING.has(partKey(name)));
  return packageOf(
    pkg.source,
    new Map([...pkg.changes, ...changes]),
    isDeclaredAnew ? undefined : declaredBy.get(pkg),
  );
}

/**
 * The file with all changes: parts that did not change are copied as they are packed, in their old order; new ones follow.
 */
export function savePackage(pkg: Package, changes: Changes = new Map()): Uint8Array {
  const { source, changes: before } = pkg;
  const all = byKey(new Map([...before, ...changes]));
  const kept = source.entries.flatMap((entry) => {
    const change = all.get(partKey(entry.name));
    if (change === undefined) return [copied(source.file, entry)];
    return change.bytes === null ? [] : [packed(entry.name, change.bytes, source.codec)];
  });
  const old = new Set(source.entries.map(({ name }) => partKey(name)));
  const added = [...all].flatMap(([key, { name, bytes }]) =>
    bytes === null || old.has(key) ? [] : [packed(name, bytes, source.codec)],
  );
  return writeZip([...kept, ...added]);
}

function byKey(
  changes: Changes,
): ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array | null }> {
  return new Map([...changes].map(([name, bytes]) => [partKey(name), { name, bytes }]));
}

/** What a package says of its parts: it stays the same under most changes, and takes as long to read as to make them. */
interface Declared {
  readonly types: ReturnType<typeof readContentTypes>;
  readonly workbook: Relationship | undefined;
}

const declaredBy = new WeakMap<Package, Declared>();

/** The parts that say it. */
const DECLARING: ReadonlySet<string> = new Set([CONTENT_TYPES, relationshipsName("")].map(partKey));

function packageOf(source: Source, changes: Changes, known?: Declared): Package {
  const changed = byKey(changes);
  const entries = new Map(source.entries.map((entry) => [partKey(entry.name), entry]));
  const isThere = (key: string): boolean => {
    const change = changed.get(key);
    return change === undefined ? entries.has(key) : change.bytes !== null;
  };
  const bytes = (name: string): Uint8Array => {
    const key = partKey(name);
    const entry = entries.get(key);
    const change = changed.get(key);
    if (change?.bytes) return change.bytes;
    if (change?.bytes === null || entry === undefined) throw damaged(`its part ${name || "?"} is missing`);
    const held = source.unpacked.get(key) ?? unpack(source.file, entry, source.codec);
    source.unpacked.set(key, held);
    return held;
  };
  const text = (name: string): string => decodeXml(bytes(name), name);
  const relationships = (part: string): readonly Relationship[] => {
    const name = relationshipsName(part);
    return isThere(partKey(name)) ? readRelationships(text(name), part) : [];
  };
  const kept = source.entries.map(({ name }) => name).filter((name) => isThere(partKey(name)));
  const added = [...changed].flatMap(([key, { name, bytes: now }]) =>
    now === null || entries.has(key) ? [] : [name],
  );
  if (!isThere(partKey(CONTENT_TYPES))) throw notAWorkbook(isThere);
  const types = known?.types ?? readContentTypes(text(CONTENT_TYPES));
  const workbook =
    known?.workbook ??
    relationships("").find(({ kind, isExternal }) => kind === "officeDocument" && !isExternal);
  if (!workbook) throw damaged("it does not say where its workbook is");
  const kind = workbookKind(contentTypeOf(types, workbook.target));
  if (!isThere(partKey(workbook.target))) throw damaged(`its part ${workbook.target} is missing`);
  const pkg: Package = {
    kind,
    workbook: workbook.target,
    names: [...kept, ...added],
    has: (name) => isThere(partKey(name)),
    bytes,
    text,
    contentType: (name) => contentTypeOf(types, name),
    relationships,
    source,
    changes,
  };
  declaredBy.set(pkg, { types, workbook });
  return pkg;
}

function notAWorkbook(isThere: (key: string) => boolean) {
  return isThere("mimetype") && isThere("content.xml")
    ? refused("it is an OpenDocument file (.ods); save it as an Excel workbook (.xlsx)")
    : refused("it is a zip file, but no Excel workbook; save the workbook as .xlsx in Excel");
}
