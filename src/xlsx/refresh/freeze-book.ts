import { translateFormulaToR1C1 } from "@borgar/fx";
import type { Day } from "../../domain/period";
import { areaName, cellName, quotedSheet } from "../../file/address";
import { EDITION } from "../../file/edition-parts";
import { FROZEN, frozenDocument, readFrozen, type FrozenBlock } from "../../file/frozen-document";
import {
  followable,
  freeAmong,
  nameReferences,
  placeText,
  type Followed,
} from "../../file/frozen-references";
import { decodeParts } from "../../file/parts";
import { encodeParts } from "../../file/parts-encode";
import { applyEdits } from "../apply-edits";
import type { StoredBook } from "../book";
import type { CellEdit, CellValue } from "../cells";
import { customXml, withCustomXml } from "../custom-xml";
import { typedFormula } from "../formula-forms";
import { LIMITS } from "../limits";
import { openPackage, savePackage, withChanges, type Package } from "../package";
import { readBook } from "../read-book";
import { formulasOf, rowsOf, type FormulaCell, type Formulas } from "./formulas";
import { withNumberFormat } from "./cell-formats";
import { DAY_FORMAT, daysOf, type DayAt } from "./days";
import { withHiddenNames } from "./hidden-names";
import type { RefreshHost } from "./worked-out";

/**
 * Why a formula is not frozen. `unfinished`: it has no value of its own yet (`#BUSY!`, `#NAME?`, `#SPILL!`); `fixed`: it was
 * entered as an array of fixed extent, which would come back as one that spills.
 */
export type NotFrozen = "protected" | "unfinished" | "fixed";

export interface FreezeReport {
  readonly frozen: readonly { readonly sheet: string; readonly cells: string; readonly formula: string }[];
  readonly left: readonly { readonly sheet: string; readonly cell: string; readonly why: NotFrozen }[];
}

/** Errors that can stand in a cell without a formula. */
const CONSTANT_ERRORS = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!"];

/**
 * Turns a file's formulas of ours into the values that they show, and keeps in it what brings them back, as
 * docs/frozen-store.md describes; a file whose frozen formulas cannot be read is a Problem ("unreadable").
 */
export async function freezeBook(
  bytes: Uint8Array,
  host: RefreshHost,
): Promise<{ readonly bytes: Uint8Array; readonly report: FreezeReport }> {
  const opened = openPackage(bytes, LIMITS, host.codec);
  const book = readBook(opened);
  const kept = await decodeParts(FROZEN, customXml(opened, FROZEN));
  const before = readFrozen(kept?.json);
  const formulas = formulasOf(book, "DIGITRADE", () => true);
  const looked = formulas.all
    .filter(({ isOurs }) => isOurs)
    .map((formula) => ({ formula, why: reasonAgainst(book, formula) }));
  const ready = looked.flatMap(({ formula, why }) => (why === undefined ? [formula] : []));
  const left = looked.flatMap(({ formula, why }) =>
    why === undefined ? [] : [{ ...placeOf(book, formula), why }],
  );
  if (ready.length === 0) return { bytes, report: { frozen: [], left } };

  const isDay = await daysOf(book, customXml(opened, EDITION), host);
  const { blocks, names } = blocksOf(book, formulas, ready, isDay, host.today);
  const { parts } = await encodeParts(
    FROZEN,
    frozenDocument([...before, ...blocks]),
    (kept?.stamp.serial ?? 0) + 1,
  );
  let pkg = withCustomXml(opened, FROZEN, parts);
  pkg = withHiddenNames(
    pkg,
    names.map(({ name, sheet, cells }) => ({ name, formula: `${quotedSheet(sheet)}!${fixed(cells)}` })),
  );
  const { pkg: formatted, edits } = valuesInstead(pkg, book, formulas, ready, isDay);
  pkg = withChanges(formatted, applyEdits(formatted, book, edits));
  return {
    bytes: savePackage(pkg),
    report: { frozen: blocks.map(({ sheet, cells, formula }) => ({ sheet, cells, formula })), left },
  };
}

const placeOf = (
  book: StoredBook,
  { sheet, cell }: FormulaCell,
): { readonly sheet: string; readonly cell: string } => ({
  sheet: book.sheets[sheet]?.name ?? "",
  cell: cellName(cell.row, cell.column),
});

function reasonAgainst(book: StoredBook, { sheet, cell, saved, extent }: FormulaCell): NotFrozen | undefined {
  if (book.sheets[sheet]?.isProtected) return "protected";
  if (cell.formula.kind === "array" && extent.rows * extent.columns > 1) return "fixed";
  const isFinished = (value: CellValue): boolean =>
    typeof value !== "object" || value === null || CONSTANT_ERRORS.includes(value.error);
  if (saved[0]?.[0] === null || !saved.every((row) => row.every(isFinished))) return "unfinished";
  return undefined;
}

/** What the file keeps of each formula, and the names that follow its cells and those that it reads. */
function blocksOf(
  book: StoredBook,
  { cellsAt }: Formulas,
  formulas: readonly FormulaCell[],
  isDay: DayAt,
  today: Day,
): { readonly blocks: readonly FrozenBlock[]; readonly names: readonly Followed[] } {
  const free = freeAmong(book.names.map(({ name }) => name));
  const references = nameReferences(free);
  const spelled = new Map(book.sheets.map(({ name }) => [name.toUpperCase(), name]));
  const own: Followed[] = [];
  const blocks = formulas.map((one): FrozenBlock => {
    const { sheet, cell } = placeOf(book, one);
    const formula = typedFormula(one.cell.formula.text);
    const cells = areaName(one.extent);
    const name = free();
    own.push({ name, sheet, cells });
    const found = followable(formula, sheet)?.flatMap(({ start, text, sheet: named, cells: at }) => {
      const known = spelled.get(named.toUpperCase());
      if (known === undefined) return [];
      const place = { sheet: known, cells: at };
      return [{ start, text, name: references.nameOf(place), place: placeText(place) }];
    });
    const format = (row: number, column: number): string =>
      book.formats[cellsAt[one.sheet]?.(row, column)?.style ?? 0] ?? "General";
    const formats = rowsOf(one.extent, format);
    const shown = rowsOf(one.extent, (row, column) =>
      needsFormat(isDay, one.sheet, row, column, format(row, column)) ? DAY_FORMAT : format(row, column),
    );
    return {
      ...{ name, sheet, cells, formula },
      r1c1: translateFormulaToR1C1(formula, cell),
      values: one.saved,
      formats,
      ...(JSON.stringify(shown) !== JSON.stringify(formats) && { shown }),
      ...(found && { references: found }),
      frozen: today,
    };
  });
  return { blocks, names: [...own, ...references.followed()] };
}

/** The values in place of the formulas, and formats in which days stay days once they are plain numbers. */
function valuesInstead(
  given: Package,
  book: StoredBook,
  { cellsAt }: Formulas,
  formulas: readonly FormulaCell[],
  isDay: DayAt,
): { readonly pkg: Package; readonly edits: ReadonlyMap<string, readonly CellEdit[]> } {
  let pkg = given;
  const edits = new Map<string, CellEdit[]>();
  for (const { sheet, cell, extent } of formulas) {
    const name = book.sheets[sheet]?.name ?? "";
    const own = edits.get(name) ?? [];
    edits.set(name, own);
    rowsOf(extent, (row, column) => {
      const there = cellsAt[sheet]?.(row, column);
      const style = there?.style ?? 0;
      const isCorner = row === cell.row && column === cell.column;
      let day: number | undefined;
      if (needsFormat(isDay, sheet, row, column, book.formats[style] ?? "General")) {
        const formatted = withNumberFormat(pkg, style, DAY_FORMAT);
        pkg = formatted.pkg;
        day = formatted.style;
      }
      if (isCorner || day !== undefined)
        own.push({
          ...{ row, column },
          ...(isCorner && { formula: null, value: there?.value ?? null }),
          ...(day !== undefined && { style: day }),
        });
    });
  }
  return { pkg, edits };
}

const needsFormat = (isDay: DayAt, sheet: number, row: number, column: number, format: string): boolean =>
  format === "General" && isDay(sheet, row, column);

/** `$C$1:$D$5` for `C1:D5`, `$3:$5` for `3:5`. */
const fixed = (cells: string): string =>
  cells
    .split(":")
    .map((part) =>
      part.replace(
        /^([A-Z]*)(\d*)$/i,
        (_, letters: string, digits: string) =>
          `${letters === "" ? "" : `$${letters}`}${digits === "" ? "" : `$${digits}`}`,
      ),
    )
    .join(":");
