import { cellName, holds, quotedSheet } from "../file/address";
import type { StoredBook, StoredSheet } from "./book";
import { withNewColumnNames, type ColumnRename } from "./column-references";
import type { Package } from "./package";
import { withText } from "./parts";
import { scanSheet } from "./sheet-scan";
import { spliced, type Splice } from "./splice";
import { readTable } from "./table-part";
import { attributeSplice } from "./tag";
import { attribute, readXml, type XmlElement } from "./xml";
import { escapeText } from "./xml-text";
import { plainText, storedText } from "./x-string";

export interface RenamedColumns {
  readonly pkg: Package;
  /** Where formulas stand that may refer to such a column and cannot be read: cells, names, tables. */
  readonly unread: readonly string[];
}

/** The new text of a formula, undefined where it stays; tells of those that cannot be read. */
type Follow = (formula: string, home: string | undefined, where: string) => string | undefined;

/**
 * The package with columns of tables called otherwise, and all formulas that refer to them following: of cells, of names, and of
 * the tables themselves. The cells with the headings are not written here.
 */
export function withRenamedColumns(
  pkg: Package,
  book: StoredBook,
  renames: readonly ColumnRename[],
): RenamedColumns {
  if (renames.length === 0) return { pkg, unread: [] };
  const unread: string[] = [];
  const follow: Follow = (formula, home, where) => {
    const after = withNewColumnNames(formula, renames, home);
    if (after === undefined) unread.push(where);
    return after === formula ? undefined : after;
  };
  let after = pkg;
  const put = (part: string, change: (xml: string) => readonly Splice[]): void => {
    const xml = after.text(part);
    const splices = change(xml);
    if (splices.length > 0) after = withText(after, part, spliced(xml, splices));
  };
  put(pkg.workbook, (xml) => inElements(xml, pkg.workbook, ["definedName"], undefined, follow));
  for (const sheet of book.sheets) {
    put(sheet.part, (xml) => inCells(xml, sheet, follow));
    for (const { kind, target } of pkg.relationships(sheet.part))
      if (kind === "table") put(target, (xml) => inTable(xml, target, renames, follow));
  }
  return { pkg: after, unread };
}

/** The table whose cells a cell is one of. */
export const tableAround = ({ tables }: StoredSheet, row: number, column: number): string | undefined =>
  tables.find(({ area }) => holds(area, row, column))?.name;

function inCells(xml: string, sheet: StoredSheet, follow: Follow): readonly Splice[] {
  const splices: Splice[] = [];
  scanSheet(xml, sheet.part, {
    cell: ({ row, column, formula }) => {
      if (!formula?.text.includes("[")) return;
      const where = `${quotedSheet(sheet.name)}!${cellName(row, column)}`;
      const text = follow(formula.text, tableAround(sheet, row, column), where);
      const start = formula.element.end;
      // What is typed of a shared formula stands in its first cell only.
      if (text !== undefined)
        splices.push({ start, end: xml.lastIndexOf("<", formula.end - 1), text: escapeText(text) });
    },
  });
  return splices;
}

function inElements(
  xml: string,
  part: string,
  names: readonly string[],
  home: string | undefined,
  follow: Follow,
): readonly Splice[] {
  const splices: Splice[] = [];
  let open: XmlElement | undefined;
  let formula = "";
  readXml(xml, part, {
    open: (element) => {
      if (!names.includes(element.name)) return;
      open = element;
      formula = "";
    },
    text: (piece) => {
      if (open) formula += piece;
    },
    close: (name, _, start) => {
      if (!open || name !== open.name) return;
      const text = follow(formula, home, attribute(open, "name") ?? home ?? part);
      if (text !== undefined) splices.push({ start: open.end, end: start, text: escapeText(text) });
      open = undefined;
    },
  });
  return splices;
}

/** Line ends and tabs are kept in an attribute only by their codes. */
const columnName = (name: string): string =>
  storedText(name).replace(/[\n\t]/g, (one) => (one === "\n" ? "_x000a_" : "_x0009_"));

function inTable(
  xml: string,
  part: string,
  renames: readonly ColumnRename[],
  follow: Follow,
): readonly Splice[] {
  const { name } = readTable(xml, part);
  const own = renames.filter(({ table }) => table.toLowerCase() === name.toLowerCase());
  const splices: Splice[] = [];
  readXml(xml, part, {
    open: (element) => {
      if (element.name !== "tableColumn") return;
      const held = plainText(attribute(element, "name") ?? "").toLowerCase();
      const rename = own.find(({ from }) => from.toLowerCase() === held);
      if (rename) splices.push(attributeSplice(xml, element, "name", columnName(rename.to)));
    },
  });
  const formulas = ["calculatedColumnFormula", "totalsRowFormula"];
  return [...splices, ...inElements(xml, part, formulas, name, follow)];
}
