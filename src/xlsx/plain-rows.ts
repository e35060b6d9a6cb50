import type { ScannedCell, ScannedFormula, ScannedRow } from "./scanned-cell";
import { storedCell } from "./stored-area";
import type { XmlElement } from "./xml";

/** The rows of a sheet's part that is written as spreadsheet programs write it. */
export interface PlainRows {
  /** In the order of the file: a row where it starts, its cells, and the row again where it ends. */
  readonly rows: readonly { readonly row: ScannedRow; readonly cells: readonly ScannedCell[] }[];
  /** What lies between the tags of `sheetData`. */
  readonly start: number;
  readonly end: number;
}

const OPEN = "<sheetData>";
const CLOSE = "</sheetData>";
const NOT_TEXT = String.raw`<>&"\u0000-\u001f\ufffe\uffff`;
const TAG = new RegExp(String.raw`<(row|c|f|v)((?: [\w:.-]+="[^${NOT_TEXT}]*")*) ?(/?)>`, "y");
const NAME = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;
/** Signs that a text may not hold, or that stand for others. */
const ODD = /[&>\u0000-\u0008\u000b-\u001f\ufffe\uffff]/;
const BLANKS = /[ \t\r\n]*/y;

/**
 * Reads the rows at a fraction of what a reader of all XML takes. Strict: undefined for whatever is not exactly rows of cells with
 * formulas and values, in order, so that damaged, rare and hostile parts are for that reader to judge.
 */
export function plainRows(xml: string): PlainRows | undefined {
  const head = xml.indexOf(OPEN);
  // A comment or a section before it might hold what looks like rows.
  if (head < 0 || xml.lastIndexOf("<!", head) >= 0) return undefined;
  const reader = readerOf(xml, head + OPEN.length, namespacesOf(xml.slice(0, head)));
  const rows: { readonly row: ScannedRow; readonly cells: readonly ScannedCell[] }[] = [];
  let last = -1;
  for (;;) {
    reader.skipBlanks();
    if (xml.startsWith(CLOSE, reader.at)) {
      const end = reader.at;
      return xml.includes("sheetData", end + CLOSE.length)
        ? undefined
        : { rows, start: head + OPEN.length, end };
    }
    const read = rowAt(reader, last);
    if (!read) return undefined;
    rows.push(read);
    last = read.row.row;
  }
}

interface Reader {
  readonly xml: string;
  at: number;
  readonly skipBlanks: () => void;
  /** The opening tag here, if it is one of these; undefined where it is anything else. */
  readonly tag: (name: string) => XmlElement | undefined;
  /** Whether this closing tag stands here, which is passed then. */
  readonly close: (tag: string) => boolean;
  /** The text up to the next tag. */
  readonly text: () => string | undefined;
}

type Namespaces = ReadonlyMap<string, string>;

/** Those that the root declares, by prefix, and the one that every part has. */
const namespacesOf = (head: string): Namespaces =>
  new Map([
    ["xml", "http://www.w3.org/XML/1998/namespace"],
    ...[...head.matchAll(/\sxmlns(?::([\w.-]+))?="([^"]*)"/g)].map(
      ([, prefix = "", uri = ""]) => [prefix, uri] as const,
    ),
  ]);

function readerOf(xml: string, start: number, namespaces: Namespaces): Reader {
  const namespace = namespaces.get("") ?? "";
  const attributesOf = attributeReader(namespaces);
  const element = (
    name: string,
    attributes: XmlElement["attributes"],
    from: number,
    end: number,
    isEmpty: boolean,
  ): XmlElement => ({
    name,
    prefix: "",
    namespace,
    attributes,
    relationship: undefined,
    start: from,
    end,
    isEmpty,
  });
  const reader: Reader = {
    xml,
    at: start,
    skipBlanks: () => {
      if (xml.charCodeAt(reader.at) === LESS_THAN) return;
      BLANKS.lastIndex = reader.at;
      reader.at += BLANKS.exec(xml)?.[0].length ?? 0;
    },
    tag: (name) => {
      const from = reader.at;
      // Most have nothing but their name, and a long part has one for each cell.
      if (xml.startsWith(name, from + 1) && xml.charCodeAt(from + 1 + name.length) === GREATER_THAN) {
        if (xml.charCodeAt(from) !== LESS_THAN) return undefined;
        reader.at = from + name.length + 2;
        return element(name, NO_ATTRIBUTES, from, reader.at, false);
      }
      TAG.lastIndex = from;
      const [whole, named, written = "", slash] = TAG.exec(xml) ?? [];
      const attributes = named === name ? attributesOf(written) : undefined;
      if (whole === undefined || !attributes) return undefined;
      reader.at += whole.length;
      return element(name, attributes, from, reader.at, slash === "/");
    },
    close: (tag) => {
      if (!xml.startsWith(tag, reader.at)) return false;
      reader.at += tag.length;
      return true;
    },
    text: () => {
      const from = reader.at;
      const end = xml.indexOf("<", from);
      const text = end < 0 ? "" : xml.slice(from, end);
      reader.at = from + text.length;
      return ODD.test(text) ? plainText(text) : text;
    },
  };
  return reader;
}

const NO_ATTRIBUTES: XmlElement["attributes"] = {};
const LESS_THAN = 60;
const GREATER_THAN = 62;

/** Reads ` r="A1" s="3"`; undefined where a name is none, comes twice, has a prefix that is not declared, or links a part. */
function attributeReader(namespaces: Namespaces): (written: string) => XmlElement["attributes"] | undefined {
  /** Whether names read before are plain: there are few, and one or two for each cell. */
  const known = new Map<string, boolean>();
  const isPlain = (name: string): boolean => {
    const [, prefix, local] = NAME.exec(name) ?? [];
    const uri = prefix === undefined ? "" : namespaces.get(prefix);
    if (local === undefined || local === "xmlns" || uri === undefined) return false;
    return local !== "id" || !uri.endsWith("/relationships");
  };
  return (written) => {
    if (written === "") return NO_ATTRIBUTES;
    const values: Record<string, string> = {};
    for (let at = 0; at < written.length;) {
      const equals = written.indexOf("=", at);
      const end = written.indexOf('"', equals + 2);
      const name = written.slice(at + 1, equals);
      const plain = known.get(name) ?? isPlain(name);
      known.set(name, plain);
      if (!plain || Object.hasOwn(values, name)) return undefined;
      values[name] = written.slice(equals + 2, end);
      at = end + 1;
    }
    return values;
  };
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undefined where a sign is written in another way. */
function plainText(text: string): string | undefined {
  let isPlain = !/[>\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(text);
  const plain = text.replace(/&(?:(\w+);)?/g, (_, name: string | undefined) => {
    const sign = name !== undefined && Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
    isPlain &&= sign !== undefined;
    return sign ?? "";
  });
  return isPlain ? plain : undefined;
}

function rowAt(
  reader: Reader,
  last: number,
): { readonly row: ScannedRow; readonly cells: readonly ScannedCell[] } | undefined {
  const element = reader.tag("row");
  const named = element?.attributes["r"];
  const row = named === undefined ? undefined : storedCell(`A${named}`)?.row;
  if (!element || row === undefined || row <= last) return undefined;
  const cells: ScannedCell[] = [];
  let cellsEnd = reader.at;
  for (let column = -1; !element.isEmpty;) {
    reader.skipBlanks();
    cellsEnd = reader.at;
    if (reader.close("</row>")) break;
    const cell = cellAt(reader, row, column);
    if (!cell) return undefined;
    cells.push(cell);
    column = cell.column;
  }
  // An empty tag closes where it starts.
  if (element.isEmpty) cellsEnd = element.start;
  return { row: { row, element, cellsEnd, end: reader.at }, cells };
}

function cellAt(reader: Reader, row: number, before: number): ScannedCell | undefined {
  const element = reader.tag("c");
  const named = element?.attributes["r"];
  const at = named === undefined ? undefined : storedCell(named);
  if (!element || at?.row !== row || at.column <= before) return undefined;
  const { column } = at;
  if (element.isEmpty) return cellOf(row, column, element, reader.at, undefined, undefined, undefined);
  const formula = formulaAt(reader);
  if (formula === null) return undefined;
  const start = reader.at;
  const tag = reader.tag("v");
  const value = tag && contentOf(reader, tag);
  if (tag && value === undefined) return undefined;
  const place = tag && { start, end: reader.at };
  return reader.close("</c>") ? cellOf(row, column, element, reader.at, formula, value, place) : undefined;
}

/** Field by field, as in {@link scanSheet}: spread objects take several times as long to read. */
const cellOf = (
  row: number,
  column: number,
  element: XmlElement,
  end: number,
  formula: ScannedFormula | undefined,
  value: string | undefined,
  valuePlace: ScannedCell["valuePlace"],
): ScannedCell => ({ row, column, element, formula, value, text: undefined, end, valuePlace });

/** Null where there is one that cannot be read here. */
function formulaAt(reader: Reader): ScannedFormula | null | undefined {
  const start = reader.at;
  const element = reader.tag("f");
  if (!element) return undefined;
  const text = contentOf(reader, element);
  return text === undefined ? null : { start, end: reader.at, text, element };
}

function contentOf(reader: Reader, element: XmlElement): string | undefined {
  if (element.isEmpty) return "";
  const text = reader.text();
  return text !== undefined && reader.close(element.name === "f" ? "</f>" : "</v>") ? text : undefined;
}
