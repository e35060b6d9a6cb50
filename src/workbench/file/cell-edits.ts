import { cellName, type Area } from "../../file/address";
import { functionsIn } from "../../file/our-formulas";
import type { StoredBook } from "../../xlsx/book";
import type { CellEdit, StoredFormula } from "../../xlsx/cells";
import { storedFormula } from "../../xlsx/formula-forms";
import type { Answer } from "../../xlsx/refresh/calculator";
import { calendarOf, type Calendar } from "../../xlsx/refresh/calendar";
import { graphOf } from "../../xlsx/refresh/dependants";
import { editsOf } from "../../xlsx/refresh/edits";
import { placeKey, type CellsAt, type FormulaCell } from "../../xlsx/refresh/formulas";
import { storedAnew } from "../../xlsx/refresh/stuck";
import type { SheetChanges } from "./differences";
import type { Refusal } from "./refusals";
import { usesExcelOnly } from "./excel-only";
import { failureOf, isNameError, placeIn, type GridAnswers } from "./grid-answers";
import { sheetIdOf } from "./grid-book";
import type { GridFormulas } from "./grid-formulas";

/** What is written into the cells of a file, by the names of its sheets. */
export interface FileEdits {
  readonly edits: ReadonlyMap<string, readonly CellEdit[]>;
  readonly refused: readonly Refusal[];
  /** Something was left to Excel that the changes may touch. */
  readonly calculateOnLoad: boolean;
}

/** A file with what is in the grid by now. */
export interface Edited {
  readonly book: StoredBook;
  readonly formulas: GridFormulas;
  readonly answers: GridAnswers;
  readonly changes: ReadonlyMap<string, SheetChanges>;
  /** The cell format that a cell shall have; undefined where it stays. */
  readonly styleAt: (sheetId: string, cell: string) => number | undefined;
  /** See {@link Headings}. */
  readonly headings: ReadonlyMap<string, string>;
}

/** Typed contents, and what all formulas come to by now, as edits of the file's cells. */
export function fileEdits(edited: Edited): FileEdits {
  const { book, formulas } = edited;
  const refused: Refusal[] = [];
  const edits = new Map<string, readonly CellEdit[]>();
  let isUnsure = false;
  // What changes by itself, and all that reads it, Excel works out again in any case.
  const volatile = formulas.formulas.all.filter(({ isVolatile }) => isVolatile);
  const restless = new Set([...volatile, ...graphOf(formulas.formulas.all).reach(volatile)]);
  for (const [place, sheet] of book.sheets.entries()) {
    const done = sheetEdits(edited, place, restless);
    refused.push(...done.refused);
    isUnsure ||= done.isUnsure;
    if (done.edits.length > 0) edits.set(sheet.name, done.edits);
  }
  const hasLeft = formulas.all.some(({ left }) => left !== undefined);
  return { edits, refused, calculateOnLoad: edits.size > 0 && (isUnsure || hasLeft) };
}

interface SheetEdits {
  readonly edits: readonly CellEdit[];
  readonly refused: readonly Refusal[];
  readonly isUnsure: boolean;
}

function sheetEdits(edited: Edited, place: number, restless: ReadonlySet<FormulaCell>): SheetEdits {
  const { book, formulas, answers, changes, styleAt, headings } = edited;
  const sheet = book.sheets[place];
  const sheetId = sheetIdOf(place);
  const changed = changes.get(sheetId);
  if (!sheet || !changed) return { edits: [], refused: [], isUnsure: false };
  const calendar = calendarOf(book);
  const cellsAt: CellsAt = formulas.formulas.cellsAt[place] ?? (() => undefined);
  const found = new Map<number, CellEdit>();
  const put = (edit: CellEdit): void => {
    const key = placeKey(edit.row, edit.column);
    found.set(key, { ...found.get(key), ...edit });
  };
  const refused: Refusal[] = [];
  let isUnsure = false;
  for (const { formula, left } of formulas.all) {
    if (formula.sheet !== place || changed.contents.has(cellName(formula.cell.row, formula.cell.column)))
      continue;
    if (left !== undefined || restless.has(formula)) continue;
    const answer = answerNow(answers, sheetId, formula);
    if (failureOf(answer) === undefined)
      editsOf(formula, answer, cellsAt, calendar, storedAnew(formula)).edits.forEach(put);
  }
  for (const [cell, content] of changed.contents) {
    const at = placeIn(cell);
    const old = formulas.all.find(
      ({ formula }) =>
        formula.sheet === place && formula.cell.row === at.row && formula.cell.column === at.column,
    );
    if (sheet.isProtected) refused.push({ what: "protected-cells", where: `${sheet.name}!${cell}` });
    if (content !== undefined && usesExcelOnly(content))
      refused.push({ what: "only-excel", where: `${sheet.name}!${cell}` });
    const heading = headings.get(`${sheetId}!${cell}`);
    const written =
      heading === undefined
        ? contentEdits(
            answers,
            calendar,
            { sheetId, ...at },
            content,
            (row, column) => cellsAt(row, column)?.style ?? 0,
          )
        : headingEdit(answers, { sheetId, ...at }, heading);
    // What the old formula had filled is empty now, where nothing else came there.
    if (old)
      for (const { row, column } of cellsIn(old.formula.extent))
        if ((row !== at.row || column !== at.column) && !found.has(placeKey(row, column)))
          put({ row, column, value: calendar.stored(answers.cell(sheetId, row, column), 0) });
    written.edits.forEach(put);
    isUnsure ||= written.isUnsure;
  }
  for (const cell of new Set([...changed.formats.keys(), ...changed.looks.keys()])) {
    const style = styleAt(sheetId, cell);
    if (style !== undefined) put({ ...placeIn(cell), style });
  }
  return { edits: [...found.values()], refused, isUnsure };
}

/** An array of fixed extent has as many cells as ever. */
function answerNow(answers: GridAnswers, sheetId: string, { cell, extent }: FormulaCell): Answer {
  return cell.formula.kind === "dynamic"
    ? answers.formula(sheetId, cell.row, cell.column)
    : answers.area(sheetId, extent);
}

interface At {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

interface ContentEdits {
  readonly edits: readonly CellEdit[];
  /** The engine has no answer, Excel may have. */
  readonly isUnsure: boolean;
}

/** A heading of a table is a text, whatever was typed; what reads another kind of value there Excel works out again. */
function headingEdit(answers: GridAnswers, { sheetId, row, column }: At, heading: string): ContentEdits {
  const isText = typeof answers.cell(sheetId, row, column).value === "string";
  return { edits: [{ row, column, value: heading, formula: null }], isUnsure: !isText };
}

/** What was typed into a cell, with what it comes to. */
export function contentEdits(
  answers: GridAnswers,
  calendar: Calendar,
  { sheetId, row, column }: At,
  content: string | undefined,
  styleAt: (row: number, column: number) => number,
): ContentEdits {
  const isFormula = content?.startsWith("=") === true;
  if (!isFormula) {
    const value = calendar.stored(answers.cell(sheetId, row, column), styleAt(row, column));
    return { edits: [{ row, column, value: value === "" ? null : value, formula: null }], isUnsure: false };
  }
  const answer = answers.formula(sheetId, row, column);
  const extent: Area = { row, column, rows: answer.rows.length, columns: answer.rows[0]?.length ?? 1 };
  const formula = formulaOf(content, extent);
  const edits = answer.rows.flatMap((cells, r) =>
    cells.map((cell, c): CellEdit => ({
      row: row + r,
      column: column + c,
      value: calendar.stored(cell, styleAt(row + r, column + c)),
      ...(r === 0 && c === 0 && { formula }),
    })),
  );
  const isUnsure = failureOf(answer) !== undefined || isNameError(answer.rows[0]?.[0]?.value ?? null);
  return { edits, isUnsure };
}

/** Functions that may answer with a table whatever it holds today. */
const SPILLS =
  /\b(?:FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|TRANSPOSE|HSTACK|VSTACK|TOCOL|TOROW|WRAPCOLS|WRAPROWS|TAKE|DROP|EXPAND|CHOOSECOLS|CHOOSEROWS|TEXTSPLIT|MMULT|LET|MAP|BYROW|BYCOL|SCAN|MAKEARRAY)\s*\(|#(?=\W|$)/i;

/** A formula as the file stores it: one that may fill cells spills as far as its answer reaches. */
function formulaOf(content: string, extent: Area): StoredFormula {
  const text = storedFormula(content);
  const isTable = extent.rows * extent.columns > 1;
  const bare = content.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  return isTable || functionsIn(content).length > 0 || SPILLS.test(bare)
    ? { text, kind: "dynamic", extent }
    : { text, kind: "plain" };
}

const cellsIn = ({
  row,
  column,
  rows,
  columns,
}: Area): readonly { readonly row: number; readonly column: number }[] =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
