import { parseStructRef } from "@borgar/fx/xlsx";
import { areaName, quotedSheet, type Area } from "../file/address";
import type { StoredBook, StoredTable } from "./book";
import { piecesOf, textOf, type Piece } from "./formula-tokens";

/** Where a formula stands. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * A formula with the columns of tables as plain areas, for a calculator that knows no tables: `=SUM(Trade[Value])` becomes
 * `=SUM('Data'!$C$2:$C$9)`. What no longer exists becomes `#REF!`, this row outside of its table `#VALUE!`.
 */
export function withAreas(formula: string, book: StoredBook, here: Place): string {
  if (book.sheets.every(({ tables }) => tables.length === 0)) return formula;
  const pieces = piecesOf(formula.replace(/^=/, ""));
  const text = textOf(pieces.map((piece) => asArea(piece, book, here)));
  return formula.startsWith("=") ? `=${text}` : text;
}

/** Whether a formula names a table, or a column of one, that the book does not have: Excel calls a file with such a formula damaged. */
export function missesColumns(formula: string, book: StoredBook, here: Place): boolean {
  return piecesOf(formula.replace(/^=/, "")).some((piece) => {
    const reference = piece.type === "structured" ? parseStructRef(piece.text) : undefined;
    if (!reference || reference.workbookName) return false;
    const columns = tableOf(reference.table, book, here)?.table.columns.map((name) => name.toLowerCase());
    return !columns || (reference.columns ?? []).some((name) => !columns.includes(name.toLowerCase()));
  });
}

interface Found {
  readonly sheet: string;
  readonly table: StoredTable;
}

function asArea(piece: Piece, book: StoredBook, here: Place): Piece {
  if (piece.type === "range_named") {
    const found = tableNamed(book, piece.text);
    return found ? { ...piece, text: written(found, { columns: [], sections: [] }, here) } : piece;
  }
  if (piece.type !== "structured") return piece;
  const reference = parseStructRef(piece.text);
  if (!reference || reference.workbookName) return piece;
  const found = tableOf(reference.table, book, here);
  const wanted = { columns: reference.columns ?? [], sections: reference.sections ?? [] };
  return { ...piece, text: found ? written(found, wanted, here) : "#REF!" };
}

const tableOf = (name: string | undefined, book: StoredBook, here: Place): Found | undefined =>
  name ? tableNamed(book, name) : tableAround(book, here);

function tableNamed(book: StoredBook, name: string): Found | undefined {
  for (const { name: sheet, tables } of book.sheets) {
    const table = tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (table) return { sheet, table };
  }
  return undefined;
}

function tableAround(book: StoredBook, { sheet, row, column }: Place): Found | undefined {
  const table = book.sheets
    .find(({ name }) => name === sheet)
    ?.tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  return table && { sheet, table };
}

interface Wanted {
  readonly columns: readonly string[];
  readonly sections: readonly string[];
}

function written({ sheet, table }: Found, { columns, sections }: Wanted, here: Place): string {
  const rows = rowsOf(table, sections.length === 0 ? ["data"] : sections, here.row);
  const places = columns.map((name) =>
    table.columns.findIndex((one) => one.toLowerCase() === name.toLowerCase()),
  );
  if (rows === undefined || places.includes(-1)) return "#REF!";
  if (rows === "elsewhere") return "#VALUE!";
  const from = places.length === 0 ? 0 : Math.min(...places);
  const to = places.length === 0 ? table.area.columns - 1 : Math.max(...places);
  return `${quotedSheet(sheet)}!${absolute({
    row: rows.from,
    rows: rows.to - rows.from,
    column: table.area.column + from,
    columns: to - from + 1,
  })}`;
}

/** From the first row to the one behind the last; undefined where the table has none. */
function rowsOf(
  { area, hasHeader, hasTotals }: StoredTable,
  sections: readonly string[],
  row: number,
): { readonly from: number; readonly to: number } | "elsewhere" | undefined {
  const end = area.row + area.rows;
  const data = { from: area.row + (hasHeader ? 1 : 0), to: end - (hasTotals ? 1 : 0) };
  if (sections.includes("this row"))
    return row >= data.from && row < data.to ? { from: row, to: row + 1 } : "elsewhere";
  const parts = sections.flatMap((section) => {
    if (section === "all") return [{ from: area.row, to: end }];
    if (section === "headers") return hasHeader ? [{ from: area.row, to: area.row + 1 }] : [];
    if (section === "totals") return hasTotals ? [{ from: end - 1, to: end }] : [];
    return data.to > data.from ? [data] : [];
  });
  if (parts.length === 0) return undefined;
  return { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
}

const absolute = (area: Area): string =>
  areaName(area)
    .split(":")
    .map((cell) => cell.replace(/^([A-Z]+)/, "$$$1$$"))
    .join(":");
