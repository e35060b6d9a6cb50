import type { Area } from "../file/address";
import type { CellEdit } from "./cells";
import { formulaGroups } from "./formula-groups";
import { damaged } from "./refusal";
import { inheritedStyles, type Styles } from "./sheet-extent";
import { scanSheet, type ScannedCell } from "./sheet-scan";
import type { SheetText } from "./sheet-text";
import { storedArea } from "./stored-area";
import { attribute, type XmlElement } from "./xml";

/** A cell that is there, and its edit. */
export interface Touched {
  readonly cell: ScannedCell;
  readonly edit: CellEdit;
}

/** Cells that are not there yet, and where they belong: in a row that is there, or in rows of their own. */
export interface Gap {
  readonly edits: readonly CellEdit[];
  readonly row: XmlElement | undefined;
  readonly at: number;
}

/** What of a sheet its edits touch. */
export interface Survey {
  readonly touched: readonly Touched[];
  readonly gaps: readonly Gap[];
  /** Cells whose shared formula must be written anew. */
  readonly orphans: ReadonlyMap<ScannedCell, string>;
  /** What arrays fill that stay as they are; those of a single cell are left out. */
  readonly extents: readonly Area[];
  readonly styles: Styles;
  readonly dimension: XmlElement | undefined;
  /** The element that holds the rows. */
  readonly rows: XmlElement;
}

/** Finds the places of the edits, which must be in order, in one scan. */
export function surveySheet(
  { xml, rows: plain }: SheetText,
  part: string,
  edits: readonly CellEdit[],
): Survey {
  const touched: Touched[] = [];
  const gaps: Gap[] = [];
  const extents: Area[] = [];
  const groups = formulaGroups();
  const styles = inheritedStyles();
  let dimension: XmlElement | undefined;
  let rows: XmlElement | undefined;
  let open: XmlElement | undefined;
  let next = 0;

  /** The edits up to a cell, which have none of their own in the file. */
  const before = (row: number, column: number, into: XmlElement | undefined, at: number): void => {
    const from = next;
    let edit = edits[next];
    while (edit && (edit.row < row || (edit.row === row && edit.column < column))) edit = edits[++next];
    const missing = edits.slice(from, next).filter(isSomething);
    if (missing.length > 0) gaps.push({ edits: missing, row: into, at });
  };
  const cell = (scanned: ScannedCell): void => {
    before(scanned.row, scanned.column, open, scanned.element.start);
    const edit = edits[next];
    const own = edit?.row === scanned.row && edit.column === scanned.column ? edit : undefined;
    if (own) {
      touched.push({ cell: scanned, edit: own });
      next++;
    }
    groups.see(scanned, own);
    const ref = scanned.formula && attribute(scanned.formula.element, "ref");
    if (ref?.includes(":") && own?.formula === undefined) extents.push(storedArea(ref, part));
  };

  scanSheet(
    xml,
    part,
    {
      element: (element) => {
        styles.see(element);
        if (element.name === "dimension") dimension = element;
        if (element.name === "sheetData") rows = element;
      },
      rowStart: (row, element) => {
        before(row, 0, undefined, element.start);
        open = element;
      },
      cell,
      row: ({ row, element, cellsEnd }) => before(row, Infinity, element, cellsEnd),
      rowsEnd: (start) => before(Infinity, 0, undefined, start),
    },
    plain,
  );
  if (!rows) throw damaged(`its part ${part} has no place for cells`);
  const orphans = new Map(groups.orphans(xml).map(({ cell: orphan, formula }) => [orphan, formula]));
  return { touched, gaps, orphans, extents, styles, dimension, rows };
}

const isSomething = ({ value, formula, style }: CellEdit): boolean =>
  (value ?? formula ?? undefined) !== undefined || style !== undefined;
