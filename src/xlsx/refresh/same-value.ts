import type { CellValue } from "../cells";

/** Whether two cells show the same: numbers may differ by such a part of the larger; an empty text is an empty cell. */
export function isSameValue(a: CellValue, b: CellValue, tolerance: number): boolean {
  if (typeof a === "number" && typeof b === "number")
    return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  const [left, right] = [a ?? "", b ?? ""];
  if (typeof left === "object" || typeof right === "object")
    return typeof left === "object" && typeof right === "object" && left.error === right.error;
  return left === right;
}

/** Whether two tables show the same; beyond the end of one its cells are empty. */
export function isSameTable(
  a: readonly (readonly CellValue[])[],
  b: readonly (readonly CellValue[])[],
  tolerance: number,
): boolean {
  const rows = Math.max(a.length, b.length);
  for (let r = 0; r < rows; r++) {
    const [left, right] = [a[r] ?? [], b[r] ?? []];
    for (let c = 0; c < Math.max(left.length, right.length); c++)
      if (!isSameValue(left[c] ?? null, right[c] ?? null, tolerance)) return false;
  }
  return true;
}
