import { quotedSheet, splitAddress } from "./address";
import { referencesIn } from "./formula-tokens";
import type { FrozenBlock, FrozenReference } from "./frozen-document";

/** Of the hidden names that follow cells; a number stands behind it. */
const PREFIX = "_DigiTrade.Frozen.";

/** Names that are free beside those of a workbook, counted up from the highest that it has. */
export function freeAmong(names: readonly string[]): () => string {
  const numbers = names.map((name) => (name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0));
  let last = 0;
  for (const number of numbers) if (Number.isInteger(number)) last = Math.max(last, number);
  return () => `${PREFIX}${++last}`;
}

/** Cells that a hidden name follows as rows and columns come and go. */
export interface Followed {
  readonly name: string;
  readonly sheet: string;
  readonly cells: string;
}

/** A reference in a formula that a hidden name can follow. */
interface Followable {
  readonly start: number;
  readonly text: string;
  readonly sheet: string;
  readonly cells: string;
}

/** The references of a formula on a sheet; undefined where it cannot be taken apart. Other files are left as they are. */
export function followable(formula: string, home: string): readonly Followable[] | undefined {
  return referencesIn(formula)?.flatMap(({ start, text }) => {
    if (/^'?[^!]*\[/.test(text)) return [];
    const { sheet, cells } = splitAddress(text);
    return [{ start, text, sheet: sheet === "" ? home : sheet, cells: cells.replace(/#$/, "") }];
  });
}

/** One name for each place that formulas refer to, however many do. */
export function nameReferences(free: () => string): {
  readonly nameOf: (place: Pick<Followable, "sheet" | "cells">) => string;
  readonly followed: () => readonly Followed[];
} {
  const named = new Map<string, Followed>();
  return {
    nameOf: ({ sheet, cells }) => {
      const key = `${sheet}!${cells}`.toUpperCase();
      const known = named.get(key) ?? { name: free(), sheet, cells };
      named.set(key, known);
      return known.name;
    },
    followed: () => [...named.values()],
  };
}

/**
 * The formula with every reference where its cells are now; undefined where some of them were deleted. What has not
 * moved stays as it was written.
 */
export function formulaNow(
  formula: string,
  references: readonly FrozenReference[],
  places: ReadonlyMap<string, string | undefined>,
  home: string,
): string | undefined {
  let text = formula;
  for (const reference of [...references].sort((a, b) => b.start - a.start)) {
    const now = places.get(reference.name);
    if (now === undefined) return undefined;
    if (isSamePlace(now, reference.place)) continue;
    const { start, text: was } = reference;
    text = text.slice(0, start) + moved(was, now, home) + text.slice(start + was.length);
  }
  return text;
}

/** A reference as it was written, with other cells: `$` signs, a sheet in front and a `#` behind stay. */
function moved(was: string, now: string, home: string): string {
  const { sheet, cells } = placeOf(now);
  const named = was.includes("!") || sheet !== home ? `${quotedSheet(sheet)}!` : "";
  const styles = was
    .slice(was.lastIndexOf("!") + 1)
    .replace(/#$/, "")
    .split(":");
  const parts = cells.split(":").map((part, i) => styled(part, styles[i] ?? styles[0] ?? ""));
  return `${named}${parts.join(":")}${was.endsWith("#") ? "#" : ""}`;
}

function styled(cell: string, style: string): string {
  const [, column = "", row = ""] = /^([A-Z]*)(\d*)$/i.exec(cell) ?? [];
  const [, fixedColumn = "", fixedRow = ""] = /^(\$?)[A-Z]*(\$?)\d*$/i.exec(style) ?? [];
  // Of a whole row ($3:$5) the sign stands before the only part.
  const rowSign = /^\$?\d+$/.test(style) ? fixedColumn : fixedRow;
  return `${column === "" ? "" : fixedColumn}${column}${row === "" ? "" : rowSign}${row}`;
}

/** Sheet and cells of a name's formula. */
export const placeOf = (formula: string): { readonly sheet: string; readonly cells: string } =>
  splitAddress(formula.replace(/^=/, ""));

/** A place as the file keeps it, `'Figures'!A1:B2`. */
export const placeText = ({ sheet, cells }: Pick<Followed, "sheet" | "cells">): string =>
  `${quotedSheet(sheet)}!${cells.toUpperCase()}`;

/** Whether two texts name the same cells, whatever their quotes and `$` signs. */
export function isSamePlace(a: string | undefined, b: string): boolean {
  if (a === undefined) return false;
  const [left, right] = [placeOf(a), placeOf(b)];
  return (
    left.sheet.toUpperCase() === right.sheet.toUpperCase() &&
    left.cells.toUpperCase() === right.cells.toUpperCase()
  );
}

/** Every hidden name of a block. */
export const namesOfBlock = ({ name, references = [] }: FrozenBlock): readonly string[] => [
  name,
  ...references.map((reference) => reference.name),
];
