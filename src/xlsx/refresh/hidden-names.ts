import { damaged } from "../refusal";
import type { Package } from "../package";
import { withText } from "../parts";
import { spliced, type Splice } from "../splice";
import { rootOf } from "../workbook-properties";
import { attribute, readXml, type XmlElement } from "../xml";
import { escapeAttribute, escapeText } from "../xml-text";

/** A name that nobody sees, for cells of a sheet. */
export interface HiddenName {
  readonly name: string;
  /** As the file keeps it, without an equals sign: `'Figures'!$C$1:$D$5`. */
  readonly formula: string;
}

/** What stands before the names, in the order of the schema (ECMA-376 18.2.27). */
const BEFORE = new Set([
  ...["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"],
  ...["functionGroups", "externalReferences"],
]);

/** The package with more hidden names of the whole workbook, and without those that are not needed any more. */
export function withHiddenNames(
  pkg: Package,
  added: readonly HiddenName[],
  removed: ReadonlySet<string> = new Set(),
): Package {
  const part = pkg.workbook;
  const xml = pkg.text(part);
  const root = rootOf(xml, part);
  const list = root.children.find(({ element }) => element.name === "definedNames");
  const { prefix } = root.element;
  const written = added
    .map(
      ({ name, formula }) =>
        `<${prefix}definedName name="${escapeAttribute(name)}" hidden="1">${escapeText(formula)}</${prefix}definedName>`,
    )
    .join("");
  if (!list) {
    if (written === "") return pkg;
    const before = root.children.filter(({ element }) => BEFORE.has(element.name));
    const at = Math.max(...before.map(({ end }) => end));
    if (!Number.isFinite(at)) throw damaged(`its part ${part} lists no sheets`);
    const text = `<${prefix}definedNames>${written}</${prefix}definedNames>`;
    return withText(pkg, part, spliced(xml, [{ start: at, end: at, text }]));
  }
  const names = listed(xml, part);
  const gone = names.filter(({ element }) => removed.has(attribute(element, "name") ?? ""));
  if (gone.length === 0 && written === "") return pkg;
  if (written === "" && gone.length === names.length) {
    // A list of no names is no valid one.
    const whole = { start: list.element.start, end: list.end, text: "" };
    return withText(pkg, part, spliced(xml, [whole]));
  }
  const last = names.at(-1)?.end;
  if (last === undefined) {
    const text = `<${prefix}definedNames>${written}</${prefix}definedNames>`;
    return withText(pkg, part, spliced(xml, [{ start: list.element.start, end: list.end, text }]));
  }
  const splices: Splice[] = gone.map(({ element, end }) => ({ start: element.start, end, text: "" }));
  splices.push({ start: last, end: last, text: written });
  return withText(pkg, part, spliced(xml, splices));
}

interface ListedName {
  readonly element: XmlElement;
  readonly end: number;
}

function listed(xml: string, part: string): readonly ListedName[] {
  const names: ListedName[] = [];
  let open: XmlElement | undefined;
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "definedName") open = element;
    },
    close: (name, _namespace, _start, end) => {
      if (name === "definedName" && open) names.push({ element: open, end });
    },
  });
  return names;
}
