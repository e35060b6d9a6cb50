import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { piecesOf, textOf, type Piece } from "./formula-tokens";

/** A column of a table that is to be called otherwise. */
export interface ColumnRename {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A stored formula whose references to columns of tables follow new names; the same text where it refers to none of them.
 * `home` is the table in whose cells it stands, for references that name none. Undefined where it may refer to one of the tables
 * in a way that cannot be read.
 */
export function withNewColumnNames(
  formula: string,
  renames: readonly ColumnRename[],
  home: string | undefined,
): string | undefined {
  if (!formula.includes("[") || renames.length === 0) return formula;
  const pieces = piecesOf(formula);
  const tables = new Set(renames.map(({ table }) => table.toLowerCase()));
  const isOne = (name: string): boolean => tables.has((name === "" ? (home ?? "") : name).toLowerCase());
  if (pieces.some((_, at) => isUnread(pieces, at))) return undefined;
  const rest = pieces.map(({ type, text }) => (READ.has(type) ? " " : text)).join("");
  for (const [, name = ""] of rest.matchAll(/([^\s"'()*+,/:;<=>@[\]^{}&!#%-]*)\s*\[/gu))
    if (isOne(name)) return undefined;
  const after = pieces.map((piece) =>
    piece.type === "structured" ? { ...piece, text: renamed(piece.text, renames, home) } : piece,
  );
  return after.every(({ text }, i) => text === pieces[i]?.text) ? formula : textOf(after);
}

/** Pieces whose brackets are no columns of tables, or are told apart already. */
const READ = new Set(["structured", "string", "range", "range_beam", "range_ternary"]);

/** A reference that cannot be read, or of which only the columns are one: a table's name may begin with a backslash. */
function isUnread(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (piece?.type !== "structured") return false;
  const isTorn = piece.text.startsWith("[") && before?.type === "unknown";
  return isTorn || !parseStructRef(piece.text);
}

function renamed(text: string, renames: readonly ColumnRename[], home: string | undefined): string {
  const reference = parseStructRef(text);
  // `[0]` is the file itself; all else is another workbook's.
  if (!reference || !["", "0"].includes(reference.workbookName ?? "")) return text;
  const { table = "", columns = [] } = reference;
  const named = (table === "" ? (home ?? "") : table).toLowerCase();
  const own = renames.filter((one) => one.table.toLowerCase() === named);
  const after = columns.map(
    (column) => own.find(({ from }) => from.toLowerCase() === column.toLowerCase())?.to ?? column,
  );
  return after.every((column, i) => column === columns[i])
    ? text
    : stringifyStructRef({ ...reference, columns: after }, { thisRow: true });
}
