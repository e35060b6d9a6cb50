import { cellName, holds, readArea, type Area } from "../../file/address";
import { FROZEN, frozenDocument, readFrozen, type FrozenBlock } from "../../file/frozen-document";
import { formulaNow, isSamePlace, namesOfBlock, placeOf, placeText } from "../../file/frozen-references";
import { functionsIn, typedForm } from "../../file/our-formulas";
import { decodeParts } from "../../file/parts";
import { encodeParts } from "../../file/parts-encode";
import { applyEdits } from "../apply-edits";
import type { StoredBook } from "../book";
import type { CellEdit } from "../cells";
import { customXml, withCustomXml } from "../custom-xml";
import { storedFormula, typedFormula } from "../formula-forms";
import { openPackage, savePackage, withChanges } from "../package";
import { readBook } from "../read-book";
import { formulasOf, rowsOf, type Formulas } from "./formulas";
import { missesColumns } from "../table-references";
import { plainCode, withNumberFormat } from "./cell-formats";
import { withHiddenNames } from "./hidden-names";
import { isSameTable } from "./same-value";

/**
 * Why a formula stays frozen. `gone`: its cells, or cells or columns of tables that it refers to, were deleted or have another
 * name. `changed`: its cells hold something else than what was frozen. `unplaced`: it moved, and what it refers to is not known.
 */
export type NotThawed = "gone" | "changed" | "unplaced" | "protected";

export interface ThawReport {
  readonly thawed: readonly { readonly sheet: string; readonly cell: string; readonly formula: string }[];
  readonly left: readonly { readonly place?: string; readonly formula: string; readonly why: NotThawed }[];
}

/** Numbers are equal to twelve digits. */
const NOISE = 1e-12;

/**
 * Puts a file's frozen formulas back where their values still stand, wherever rows and columns have moved them; all else stays and
 * is listed. What is back is taken out of what the file keeps.
 */
export async function thawBook(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly report: ThawReport }> {
  const opened = openPackage(bytes);
  const kept = await decodeParts(FROZEN, customXml(opened, FROZEN));
  const blocks = readFrozen(kept?.json);
  if (blocks.length === 0) return { bytes, report: { thawed: [], left: [] } };
  const book = readBook(opened);
  const formulas = formulasOf(book, "DIGITRADE", () => true);
  const places = placesOf(book);
  const looked = blocks.map((block) => ({ block, ...look(book, formulas, places, block) }));
  const left = looked.flatMap(({ block, why, place }) =>
    why === undefined ? [] : [{ ...(place !== undefined && { place }), formula: block.formula, why }],
  );
  const finished = looked.filter(({ why }) => why === undefined);
  if (finished.length === 0) return { bytes, report: { thawed: [], left } };

  const rest = looked.flatMap(({ block, why }) => (why === undefined ? [] : [block]));
  const needed = new Set(rest.flatMap(namesOfBlock));
  const unneeded = new Set(
    finished.flatMap(({ block }) => namesOfBlock(block)).filter((name) => !needed.has(name)),
  );
  const parts =
    rest.length === 0
      ? []
      : (await encodeParts(FROZEN, frozenDocument(rest), (kept?.stamp.serial ?? 0) + 1)).parts;
  const back = finished.flatMap(({ ready }) => (ready ? [ready] : []));
  const edits = new Map<string, CellEdit[]>();
  let pkg = opened;
  for (const { sheet, area, formula, formats } of back) {
    const own = edits.get(sheet) ?? [];
    edits.set(sheet, own);
    for (const { row, column, code, style } of formats) {
      const formatted = withNumberFormat(pkg, style, code);
      pkg = formatted.pkg;
      own.push({ row, column, style: formatted.style });
    }
    const at = own.findIndex(({ row, column }) => row === area.row && column === area.column);
    const corner = at < 0 ? undefined : own.splice(at, 1)[0];
    own.push({
      ...corner,
      row: area.row,
      column: area.column,
      formula: { text: storedFormula(formula), kind: "dynamic", extent: area },
    });
  }
  if (edits.size > 0) pkg = withChanges(pkg, applyEdits(pkg, book, edits));
  pkg = withHiddenNames(withCustomXml(pkg, FROZEN, parts), [], unneeded);
  return {
    bytes: savePackage(pkg),
    report: {
      thawed: back.map(({ sheet, area, formula }) => ({
        sheet,
        cell: cellName(area.row, area.column),
        formula,
      })),
      left,
    },
  };
}

/** Where names point now; one whose cells were deleted is not among them. */
function placesOf({ names }: StoredBook): ReadonlyMap<string, string | undefined> {
  return new Map(
    names
      .filter(({ sheet, formula }) => sheet === undefined && !formula.includes("#REF!"))
      .map(({ name, formula }) => [name, formula]),
  );
}

interface Looked {
  /** Undefined where nothing is in the way; then the formula comes back, unless it is there already. */
  readonly why?: NotThawed;
  readonly place?: string;
  readonly ready?: {
    readonly sheet: string;
    readonly area: Area;
    readonly formula: string;
    readonly formats: readonly FormatBack[];
  };
}

/** A cell whose number format becomes again what it was before freezing. */
interface FormatBack {
  readonly row: number;
  readonly column: number;
  readonly code: string;
  /** Its cell format now. */
  readonly style: number;
}

function look(
  book: StoredBook,
  { cellsAt, all }: Formulas,
  places: ReadonlyMap<string, string | undefined>,
  block: FrozenBlock,
): Looked {
  const place = places.get(block.name);
  if (place === undefined) return { why: "gone" };
  const { sheet, cells } = placeOf(place);
  const number = book.sheets.findIndex(({ name }) => name.toUpperCase() === sheet.toUpperCase());
  const found = book.sheets[number];
  const area = readArea(cells);
  const address = placeText({ sheet, cells });
  const leave = (why: NotThawed): Looked => ({ why, place: address });
  const at = cellsAt[number];
  if (!found || !at) return { why: "gone" };
  const corner = at(area.row, area.column)?.formula;
  const typed = corner && typedFormula(corner.text);
  if (typed !== undefined && (typed === block.formula || functionsIn(typed).length > 0)) return {};
  // Somebody's own formula may well come to the same values.
  const hasFormula = all.some(
    ({ sheet: other, cell }) => other === number && holds(area, cell.row, cell.column),
  );
  const now = rowsOf(area, (row, column) => at(row, column)?.value ?? null);
  const isSameSize =
    now.length === block.values.length && now.every((row, r) => row.length === block.values[r]?.length);
  if (hasFormula || !isSameSize || !isSameTable(now, block.values, NOISE)) return leave("changed");
  if (!isSamePlace(place, placeText(block)) && !block.references) return leave("unplaced");
  const formula = formulaNow(block.formula, block.references ?? [], places, found.name);
  const here = { sheet: found.name, row: area.row, column: area.column };
  if (formula === undefined || missesColumns(formula, book, here)) return leave("gone");
  if (found.isProtected) return leave("protected");
  const formats = formatsBack(book, block, area, (row, column) => at(row, column)?.style ?? 0);
  return { place: address, ready: { sheet: found.name, area, formula: typedForm(formula), formats } };
}

/** Formats that freezing set are taken back; those that the user chose since stay. */
function formatsBack(
  book: StoredBook,
  { formats, shown }: FrozenBlock,
  area: Area,
  styleAt: (row: number, column: number) => number,
): readonly FormatBack[] {
  return rowsOf(area, (row, column): readonly FormatBack[] => {
    const [r, c] = [row - area.row, column - area.column];
    const style = styleAt(row, column);
    const now = plainCode(book.formats[style] ?? "General");
    const before = formats[r]?.[c] ?? now;
    const set = (shown ?? formats)[r]?.[c] ?? now;
    // A cell that became a text's would show the formula itself.
    const isTaken = (now === plainCode(set) || now === "@") && now !== plainCode(before);
    return isTaken ? [{ row, column, code: before, style }] : [];
  }).flat(2);
}
