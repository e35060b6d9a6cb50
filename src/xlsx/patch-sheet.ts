import { holds, type Area } from "../file/address";
import type { CellEdit } from "./cells";
import { newCell, numberSplice, patchedCell, type PatchWorld } from "./patched-cell";
import { widenedDimension, widenedSpans } from "./sheet-extent";
import type { ScannedFormula } from "./sheet-scan";
import { sheetText } from "./sheet-text";
import { surveySheet, type Gap, type Survey, type Touched } from "./sheet-survey";
import { spliced, type Splice } from "./splice";
import { attribute, type XmlElement } from "./xml";
import { encodeXml, encodingOf } from "./xml-text";

/** A sheet's part after its edits. */
export interface PatchedSheet {
  readonly bytes: Uint8Array;
  /** Whether a cell has a formula now that had none, or the other way about, or one is an array now and was none. */
  readonly movesFormulas: boolean;
}

export type SheetWorld = Omit<PatchWorld, "isSpilled">;

/**
 * A sheet's part with some cells edited; what is not edited stays as it is, byte for byte. Rows and cells that are not there are
 * put in their place. Later edits of a cell come on top of earlier ones. A Problem ("unreadable") where the part is damaged.
 */
export function patchSheet(sheet: Uint8Array, edits: readonly CellEdit[], world: SheetWorld): PatchedSheet {
  const text = sheetText(sheet, world.part);
  const { xml } = text;
  const wanted = inOrder(edits);
  const survey = surveySheet(text, world.part, wanted);
  const all = { ...world, isSpilled: spillsOf(survey, wanted) };
  const splices = [
    ...cellSplices(xml, survey, all),
    ...survey.gaps.map((gap) => gapSplice(gap, survey, all)),
    ...spanSplices(xml, survey.gaps),
  ];
  const filled = survey.gaps.flatMap((gap) => gap.edits);
  const dimension = survey.dimension && widenedDimension(xml, survey.dimension, filled, world.part);
  if (dimension) splices.push(dimension);
  const movesFormulas = filled.some(({ formula }) => formula) || survey.touched.some(isMoved);
  const bytes = splices.length === 0 ? sheet : encodeXml(spliced(xml, splices), encodingOf(sheet));
  return { bytes, movesFormulas };
}

const isMoved = ({ cell, edit: { formula } }: Touched): boolean =>
  formula !== undefined && kindInChain(formula?.kind) !== kindInChain(cell.formula && typeOf(cell.formula));

const typeOf = ({ element }: ScannedFormula): string => attribute(element, "t") ?? "plain";

/** The chain of calculation knows formulas and arrays. */
const kindInChain = (kind: string | undefined): string | undefined =>
  kind === "array" || kind === "dynamic" ? "array" : kind && "formula";

/** One edit for each cell, row by row. */
function inOrder(edits: readonly CellEdit[]): readonly CellEdit[] {
  const byCell = new Map<number, CellEdit>();
  for (const edit of edits) {
    const place = edit.row * 16_384 + edit.column;
    const before = byCell.get(place);
    byCell.set(place, before ? { ...before, ...edit } : edit);
  }
  return [...byCell].sort(([a], [b]) => a - b).map(([, edit]) => edit);
}

function spillsOf({ extents }: Survey, edits: readonly CellEdit[]): PatchWorld["isSpilled"] {
  const areas: readonly Area[] = [
    ...extents,
    ...edits.flatMap(({ formula }) => {
      const extent = formula?.extent;
      return extent && extent.rows * extent.columns > 1 ? [extent] : [];
    }),
  ];
  return (row, column) =>
    areas.some((area) => holds(area, row, column) && (area.row !== row || area.column !== column));
}

function cellSplices(xml: string, { touched, orphans }: Survey, world: PatchWorld): readonly Splice[] {
  const heirs = new Map(orphans);
  const edited = touched.flatMap(({ cell, edit }) => {
    const number = heirs.has(cell) ? undefined : numberSplice(cell, edit);
    if (number) return [number];
    const text = patchedCell(xml, cell, edit, world, heirs.get(cell));
    heirs.delete(cell);
    return text === undefined ? [] : [{ start: cell.element.start, end: cell.end, text }];
  });
  const rewritten = [...heirs].flatMap(([{ formula }, text]) =>
    formula ? [{ start: formula.start, end: formula.end, text }] : [],
  );
  return [...edited, ...rewritten];
}

function gapSplice(gap: Gap, { styles, rows }: Survey, world: PatchWorld): Splice {
  const { row, at, edits } = gap;
  const prefix = (row ?? rows).prefix;
  const cells = (some: readonly CellEdit[]): string =>
    some.map((edit) => newCell(edit, styles.at(row, edit.column), prefix, world)).join("");
  return row
    ? within(row, at, cells(edits), "row")
    : within(rows, at, rowsOf(edits, prefix, cells), "sheetData");
}

/** Rows state between which columns they have cells. */
function spanSplices(xml: string, gaps: readonly Gap[]): readonly Splice[] {
  const columns = new Map<XmlElement, number[]>();
  for (const { row, edits } of gaps) {
    if (!row) continue;
    const all = columns.get(row) ?? [];
    all.push(...edits.map(({ column }) => column));
    columns.set(row, all);
  }
  return [...columns].flatMap(([row, all]) => widenedSpans(xml, row, all) ?? []);
}

function rowsOf(
  edits: readonly CellEdit[],
  prefix: string,
  cells: (some: readonly CellEdit[]) => string,
): string {
  const pieces: string[] = [];
  for (let from = 0; from < edits.length;) {
    const row = edits[from]?.row ?? 0;
    let to = from;
    while (edits[to]?.row === row) to++;
    pieces.push(`<${prefix}row r="${row + 1}">${cells(edits.slice(from, to))}</${prefix}row>`);
    from = to;
  }
  return pieces.join("");
}

/** Puts a text into an element, which is opened for it where it has no contents. */
function within(element: XmlElement, at: number, text: string, name: string): Splice {
  if (!element.isEmpty) return { start: at, end: at, text };
  return { start: element.end - 2, end: element.end, text: `>${text}</${element.prefix}${name}>` };
}
