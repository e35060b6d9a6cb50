import { quotedSheet } from "../../file/address";
import { added, listIn, outlineOf } from "../../xlsx/charts/outline";
import { WORKBOOK } from "../../xlsx/charts/sequences";
import type { Package } from "../../xlsx/package";
import { withText } from "../../xlsx/parts";
import { spliced, type Splice } from "../../xlsx/splice";
import { attribute, flag, readXml, type XmlElement } from "../../xlsx/xml";
import { escapeAttribute, escapeText } from "../../xlsx/xml-text";

/** A defined name as the grid's host knows it: with its comment, which marks our charts. */
export interface GridName {
  readonly name: string;
  /** The sheet to which it is confined. */
  readonly sheet?: string;
  /** As it is stored, without the equals sign: `'Sheet1'!$A$1`. */
  readonly formula: string;
  readonly comment: string;
  readonly isHidden: boolean;
}

/** A name in the file's main part, where it stands. */
interface WrittenName extends GridName {
  readonly start: number;
  readonly end: number;
}

/** Excel's own names: what is printed, what is filtered. */
const isExcels = (name: string): boolean => /^_xl/i.test(name);

/** The names of a file, but for Excel's own. */
export function readDefinedNames(pkg: Package): readonly GridName[] {
  return written(pkg.text(pkg.workbook), pkg.workbook)
    .names.filter(({ name }) => !isExcels(name))
    .map(({ start: _, end: __, ...name }) => name);
}

/** The package with names taken away and others added, told by name and sheet; one that is in both is written anew. */
export function withDefinedNames(
  pkg: Package,
  { remove, add }: { readonly remove: readonly GridName[]; readonly add: readonly GridName[] },
): Package {
  if (remove.length + add.length === 0) return pkg;
  const xml = pkg.text(pkg.workbook);
  const { names, sheets } = written(xml, pkg.workbook);
  const gone = new Set([...remove, ...add].map(keyOf));
  const cuts = names.filter((name) => gone.has(keyOf(name)));
  const without = spliced(
    xml,
    cuts.map(({ start, end }): Splice => ({ start, end, text: "" })),
  );
  return withText(
    pkg,
    pkg.workbook,
    withoutEmptyList(withNames(without, pkg.workbook, add, sheets), pkg.workbook),
  );
}

function withNames(xml: string, part: string, add: readonly GridName[], sheets: readonly string[]): string {
  const outline = outlineOf(xml, part);
  const prefix = outline.root.element.prefix;
  const items = add.map((name) => writtenName(name, sheets, prefix));
  return spliced(
    xml,
    added(xml, outline, { name: "definedNames", order: WORKBOOK, isCounted: false }, items),
  );
}

/** Excel calls a file damaged whose list of names is empty. */
function withoutEmptyList(xml: string, part: string): string {
  const list = listIn(outlineOf(xml, part), "definedNames");
  return list && list.items.length === 0
    ? spliced(xml, [{ start: list.element.start, end: list.end, text: "" }])
    : xml;
}

function writtenName(
  { name, sheet, formula, comment, isHidden }: GridName,
  sheets: readonly string[],
  prefix: string,
): string {
  const home = sheet === undefined ? "" : ` localSheetId="${sheets.indexOf(sheet)}"`;
  const said = comment === "" ? "" : ` comment="${escapeAttribute(comment)}"`;
  const hidden = isHidden ? ' hidden="1"' : "";
  return `<${prefix}definedName name="${escapeAttribute(name)}"${said}${home}${hidden}>${escapeText(formula)}</${prefix}definedName>`;
}

/** By which two names are the same. */
export const keyOf = ({ name, sheet }: Pick<GridName, "name" | "sheet">): string =>
  `${sheet === undefined ? "" : quotedSheet(sheet).toLowerCase()}!${name.toLowerCase()}`;

function written(
  xml: string,
  part: string,
): { readonly names: readonly WrittenName[]; readonly sheets: readonly string[] } {
  const names: WrittenName[] = [];
  const sheets: string[] = [];
  let open: XmlElement | undefined;
  let formula = "";
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "sheet") sheets.push(attribute(element, "name") ?? "");
      if (element.name !== "definedName") return;
      open = element;
      formula = "";
    },
    text: (piece) => {
      if (open) formula += piece;
    },
    close: (name, _, __, end) => {
      if (name !== "definedName" || !open) return;
      const local = attribute(open, "localSheetId");
      const sheet = local === undefined ? undefined : sheets[Number(local)];
      names.push({
        name: attribute(open, "name") ?? "",
        ...(sheet !== undefined && { sheet }),
        formula,
        comment: attribute(open, "comment") ?? "",
        isHidden: flag(open, "hidden"),
        start: open.start,
        end,
      });
      open = undefined;
    },
  });
  return { names, sheets };
}
