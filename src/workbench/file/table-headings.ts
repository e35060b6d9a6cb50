import { cellName, quotedSheet } from "../../file/address";
import type { StoredSheet, StoredTable } from "../../xlsx/book";
import type { CellEdit } from "../../xlsx/cells";
import { withNewColumnNames, type ColumnRename } from "../../xlsx/column-references";
import type { Package } from "../../xlsx/package";
import { tableAround } from "../../xlsx/rename-columns";
import { readTable } from "../../xlsx/table-part";
import { attribute, readXml, type XmlElement } from "../../xlsx/xml";
import type { SheetChanges } from "./differences";
import { sheetIdOf } from "./grid-book";
import type { OpenedFile } from "./opened-file";
import type { Refusal } from "./refusals";

/** Headings of tables that were typed, as new names of their columns. */
export interface Headings {
  readonly renames: readonly ColumnRename[];
  /** The text that a cell with a heading is to hold, by the engine's name for the sheet and the cell: `file0!B1`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: readonly Refusal[];
}

/** Excel takes no longer one. */
const LONGEST = 255;

/** What the typed headings of tables come to; `shown` is what a cell of the grid shows. Excel keeps each as a text. */
export function typedHeadings(
  { pkg, book }: Pick<OpenedFile, "pkg" | "book">,
  changes: ReadonlyMap<string, SheetChanges>,
  shown: (sheetId: string, row: number, column: number) => string,
): Headings {
  const renames: ColumnRename[] = [];
  const texts = new Map<string, string>();
  const refused: Refusal[] = [];
  for (const [place, sheet] of book.sheets.entries()) {
    const sheetId = sheetIdOf(place);
    const contents = changes.get(sheetId)?.contents;
    if (!contents) continue;
    for (const table of sheet.tables) {
      const typed = typedIn(table, contents);
      if (typed.length === 0) continue;
      const names = new Map(
        typed.map(({ place: at, column }) => [at, shown(sheetId, table.area.row, column)]),
      );
      const after = table.columns.map((name, i) => (names.get(i) ?? name).toLowerCase());
      const isFixed = !isPlain(pkg, sheet, table.name);
      for (const { place: at, column, content } of typed) {
        const cell = cellName(table.area.row, column);
        const text = names.get(at) ?? "";
        const isTaken = after.filter((name) => name === text.toLowerCase()).length > 1;
        if (isFixed || isTaken || !isName(text) || content?.startsWith("=") === true)
          refused.push({ what: "table-heading", where: `${sheet.name}!${cell}` });
        texts.set(`${sheetId}!${cell}`, text);
        const from = table.columns[at];
        if (from !== undefined && from !== text) renames.push({ table: table.name, from, to: text });
      }
    }
  }
  return { renames, texts, refused };
}

interface TypedHeading {
  /** Among the table's columns. */
  readonly place: number;
  readonly column: number;
  readonly content: string | undefined;
}

function typedIn(
  { area, columns, hasHeader }: StoredTable,
  contents: SheetChanges["contents"],
): readonly TypedHeading[] {
  if (!hasHeader) return [];
  return columns.flatMap((_, place) => {
    const column = area.column + place;
    const cell = cellName(area.row, column);
    return contents.has(cell) ? [{ place, column, content: contents.get(cell) }] : [];
  });
}

/** Blanks at an end would be lost where a formula refers to the column. */
const isName = (text: string): boolean => text !== "" && text.trim() === text && text.length <= LONGEST;

/** Whether the table is no query's and no XML map's, and no slicer knows its columns by their names. */
function isPlain(pkg: Package, { part }: StoredSheet, name: string): boolean {
  const found = pkg
    .relationships(part)
    .find(({ kind, target }) => kind === "table" && readTable(pkg.text(target), target).name === name);
  const tables: XmlElement[] = [];
  if (found)
    readXml(pkg.text(found.target), found.target, {
      open: (element) => {
        if (element.name === "table") tables.push(element);
      },
    });
  const sliced = slicedTables(pkg);
  return tables.every(
    (table) =>
      (attribute(table, "tableType") ?? "worksheet") === "worksheet" &&
      !sliced.includes(attribute(table, "id") ?? ""),
  );
}

function slicedTables(pkg: Package): readonly string[] {
  const ids: string[] = [];
  for (const { kind, target } of pkg.relationships(pkg.workbook))
    if (kind === "slicerCache")
      readXml(pkg.text(target), target, {
        open: (element) => {
          if (element.name === "tableSlicerCache") ids.push(attribute(element, "tableId") ?? "");
        },
      });
  return ids;
}

/** Edits whose formulas follow new names of columns, those that were typed with the old ones too; and where one cannot. */
export function withNewHeadings(
  { sheets }: OpenedFile["book"],
  edits: ReadonlyMap<string, readonly CellEdit[]>,
  renames: readonly ColumnRename[],
): { readonly edits: ReadonlyMap<string, readonly CellEdit[]>; readonly unread: readonly string[] } {
  if (renames.length === 0) return { edits, unread: [] };
  const unread: string[] = [];
  const after = [...edits].map(([name, own]) => {
    const sheet = sheets.find((one) => one.name === name);
    const follow = (edit: CellEdit): CellEdit => {
      if (!edit.formula || !sheet) return edit;
      const home = tableAround(sheet, edit.row, edit.column);
      const text = withNewColumnNames(edit.formula.text, renames, home);
      if (text === undefined) unread.push(`${quotedSheet(name)}!${cellName(edit.row, edit.column)}`);
      return { ...edit, formula: { ...edit.formula, text: text ?? edit.formula.text } };
    };
    return [name, own.map(follow)] as const;
  });
  return { edits: new Map(after), unread };
}

/** Formulas that may refer to a renamed column and cannot be read keep the headings as they are. */
export const unreadRefusals = (unread: readonly string[]): readonly Refusal[] =>
  [...new Set(unread)].map((where) => ({
    what: "table-reference",
    where: where.replace(/^'([A-Za-z_]\w*)'!/, "$1!"),
  }));
