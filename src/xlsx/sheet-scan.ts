import { cellName } from "../file/address";
import { plainRows, type PlainRows } from "./plain-rows";
import { damaged } from "./refusal";
import type { Place, ScannedCell, ScannedFormula, ScannedRow } from "./scanned-cell";
import { textReader } from "./shared-strings";
import { storedCell } from "./stored-area";
import { attribute, readXml, type XmlElement } from "./xml";

export type { ScannedCell, ScannedFormula, ScannedRow };

export interface SheetReader {
  /** Elements outside the cells: dimension, sheetData, mergeCell, tablePart. */
  readonly element?: (element: XmlElement) => void;
  readonly rowStart?: (row: number, element: XmlElement) => void;
  readonly cell?: (cell: ScannedCell) => void;
  readonly row?: (row: ScannedRow) => void;
  /** The element that holds the rows: where its contents end, and where it ends itself. */
  readonly rowsEnd?: (start: number, end: number) => void;
}

/**
 * Reads a sheet's part from front to back; rows and cells without a number follow the one before (ECMA-376 18.3.1.4). `rows`:
 * what {@link plainRows} found in it, where that is known.
 */
export function scanSheet(
  xml: string,
  part: string,
  reader: SheetReader,
  rows: PlainRows | null = plainRows(xml) ?? null,
): void {
  if (rows) scanAround(xml, part, rows, reader);
  else scanAll(xml, part, reader);
}

/** The rows are read already, and all around them is read as it would be with them. */
function scanAround(xml: string, part: string, { rows, start, end }: PlainRows, reader: SheetReader): void {
  const cut = end - start;
  const around = xml.slice(0, start) + xml.slice(end);
  scanAll(around, part, {
    element: (element) =>
      reader.element?.(
        element.start < start ? element : { ...element, start: element.start + cut, end: element.end + cut },
      ),
    rowsEnd: (from, to) => {
      for (const { row, cells } of rows) {
        reader.rowStart?.(row.row, row.element);
        if (reader.cell) cells.forEach(reader.cell);
        reader.row?.(row);
      }
      reader.rowsEnd?.(from + cut, to + cut);
    },
  });
}

function scanAll(xml: string, part: string, reader: SheetReader): void {
  let row: { readonly row: number; readonly element: XmlElement } | undefined;
  let cell: OpenCell | undefined;
  let lastRow = -1;
  let lastColumn = -1;
  let inRows = false;
  const inline = textReader();

  const openRow = (element: XmlElement): void => {
    const named = attribute(element, "r");
    const number = named === undefined ? lastRow + 1 : (storedCell(`A${named}`)?.row ?? -1);
    if (number <= lastRow) throw damaged(`the rows of its part ${part} are out of order`);
    row = { row: number, element };
    lastRow = number;
    lastColumn = -1;
    reader.rowStart?.(number, element);
  };
  const openCell = (element: XmlElement): void => {
    const named = attribute(element, "r");
    const at = named === undefined ? { row: lastRow, column: lastColumn + 1 } : storedCell(named);
    if (at?.row !== lastRow || at.column <= lastColumn)
      throw damaged(`the cells of its part ${part} are out of order (${named ?? cellName(lastRow, 0)})`);
    lastColumn = at.column;
    cell = opened(at.row, at.column, element);
    inline.clear();
  };
  const openInCell = (open: OpenCell, element: XmlElement): void => {
    if (open.inside === "is") inline.open(element.name, attribute(element, "xml:space"));
    // Extensions hold elements of the same names.
    if (open.depth++ > 0) return;
    if (element.name !== "f" && element.name !== "v" && element.name !== "is") return;
    open.inside = element.name;
    open.insideStart = element.start;
    open.piece = "";
    if (element.name === "f") open.formulaElement = element;
  };
  const closeInCell = (open: OpenCell, name: string, end: number): void => {
    if (open.inside === "is") inline.close(name);
    if (--open.depth > 0 || name !== open.inside) return;
    const place = { start: open.insideStart, end };
    if (name === "f" && open.formulaElement)
      open.formula = { start: open.insideStart, end, text: open.piece, element: open.formulaElement };
    if (name === "v") open.value = open.piece;
    if (name === "is") open.text = inline.whole();
    if (name !== "f") open.valuePlace = place;
    open.inside = undefined;
  };

  readXml(xml, part, {
    open: (element) => {
      if (cell) openInCell(cell, element);
      else if (!inRows) {
        inRows = element.name === "sheetData";
        reader.element?.(element);
      } else if (!row) {
        if (element.name === "row") openRow(element);
      } else if (element.name === "c") openCell(element);
    },
    text: (piece) => {
      if (cell?.inside === "is") inline.add(piece);
      else if (cell?.inside !== undefined) cell.piece += piece;
    },
    close: (name, _, start, end) => {
      if (cell?.depth === 0) {
        reader.cell?.(scanned(cell, end));
        cell = undefined;
      } else if (cell) closeInCell(cell, name, end);
      else if (row && name === "row") {
        reader.row?.({ ...row, cellsEnd: start, end });
        row = undefined;
      } else if (inRows && !row && name === "sheetData") {
        inRows = false;
        reader.rowsEnd?.(start, end);
      }
    },
  });
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
  /** Of what is open within it. */
  depth: number;
  inside: "f" | "v" | "is" | undefined;
  insideStart: number;
  piece: string;
  formulaElement: XmlElement | undefined;
  formula: ScannedFormula | undefined;
  value: string | undefined;
  text: string | undefined;
  valuePlace: Place | undefined;
}

/** Field by field and all at once: spread objects, and ones that grow, take several times as long to read. */
const opened = (row: number, column: number, element: XmlElement): OpenCell => ({
  row,
  column,
  element,
  depth: 0,
  inside: undefined,
  insideStart: 0,
  piece: "",
  formulaElement: undefined,
  formula: undefined,
  value: undefined,
  text: undefined,
  valuePlace: undefined,
});

const scanned = (cell: OpenCell, end: number): ScannedCell => ({
  row: cell.row,
  column: cell.column,
  element: cell.element,
  end,
  formula: cell.formula,
  value: cell.value,
  text: cell.text,
  valuePlace: cell.valuePlace,
});
