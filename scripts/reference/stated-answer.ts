/** What a formula came to: one value, rows of values, or an error with its sentence; as the command line prints it. */
export type Given =
  | { readonly value: GivenCell }
  | { readonly values: readonly (readonly GivenCell[])[] }
  | { readonly error: string; readonly message: string };

export type GivenCell = string | number | boolean | { readonly error: string; readonly message: string };

const NUMBER = /^[-−]?\d+(?:\.(\d+))?(?:E([-+]?\d+))?$/i;

/**
 * What is wrong with a stated answer; undefined if it holds. Cells are separated by ", ", rows by "; ". A number holds
 * within half a unit of its last written decimal (38.02 is 38.015 to 38.025), text exactly, an error by its code.
 */
export function mismatch(stated: string, given: Given): string | undefined {
  if ("error" in given) return cellMismatch(stated, given);
  if ("value" in given) return cellMismatch(stated, given.value);
  const rows = stated.split("; ").map((row) => row.split(", "));
  if (rows.length !== given.values.length)
    return `${rows.length} rows are stated, ${given.values.length} came: ${given.values.map(rowText).join("; ")}`;
  for (const [r, row] of given.values.entries()) {
    const cells = rows[r] ?? [];
    const fault =
      cells.length === row.length
        ? row.map((cell, c) => cellMismatch(cells[c] ?? "", cell)).find((f) => f !== undefined)
        : `${cells.length} cells are stated, ${row.length} came: ${rowText(row)}`;
    if (fault !== undefined) return `row ${r + 1}: ${fault}`;
  }
  return undefined;
}

function cellMismatch(stated: string, cell: GivenCell): string | undefined {
  if (typeof cell === "object")
    return stated === cell.error ? undefined : `${stated} is stated, ${cell.error} came: ${cell.message}`;
  const holds = typeof cell === "number" ? numberHolds(stated, cell) : stated === plain(cell);
  return holds ? undefined : `${stated} is stated, ${plain(cell)} came`;
}

function numberHolds(stated: string, value: number): boolean {
  const parts = NUMBER.exec(stated);
  if (!parts) return false;
  const unit = 10 ** (Number(parts[2] ?? 0) - (parts[1] ?? "").length);
  // A binary 0.015 is not quite 15 thousandths: a hair of tolerance belongs to the half.
  return Math.abs(Number(stated.replace("−", "-")) - value) <= unit * 0.5 * (1 + 1e-9);
}

const plain = (cell: string | number | boolean): string =>
  typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);

const rowText = (row: readonly GivenCell[]): string =>
  row.map((cell) => (typeof cell === "object" ? cell.error : plain(cell))).join(", ");
