import type { StoredBook } from "../book";
import type { CellEdit, CellValue } from "../cells";
import { calendarOf } from "./calendar";
import { changeReport, type Changed } from "./changes";
import type { Graph } from "./dependants";
import { editsOf } from "./edits";
import { placeKey, type FormulaCell } from "./formulas";
import type { RefreshReport } from "./report";
import { errorsOf, keptReport, placeOf, seriesReport } from "./report-lines";
import { storedAnew } from "./stuck";
import { workedOut, type RefreshAsked, type RefreshHost } from "./worked-out";

/** What refreshing a book changes. */
export interface StoredRefresh {
  /** By the place of the sheet among the book's. */
  readonly edits: ReadonlyMap<number, readonly CellEdit[]>;
  /** The texts of the parts with the file's figures; undefined where they stay. */
  readonly figures: readonly string[] | undefined;
  /** The new value of a changed cell. */
  readonly changedAt: (sheet: number, row: number, column: number) => CellValue | undefined;
  readonly report: Omit<RefreshReport, "charts" | "isChanged">;
}

/** Works out a book's formulas of ours and what depends on them, over the figures that travel in the file and newer ones. */
export async function refreshStored(
  book: StoredBook,
  editionTexts: readonly string[],
  host: RefreshHost,
  asked: RefreshAsked,
): Promise<StoredRefresh> {
  const {
    figures,
    formulas,
    answers,
    kept: untouched,
    graph,
    askedBy,
  } = await workedOut(book, editionTexts, host, asked);
  const { edition } = figures;
  const ours = formulas.all.filter(({ isOurs }) => isOurs);
  const calendar = calendarOf(book);
  const edits = new Map<number, CellEdit[]>();
  const values = new Map<string, CellValue>();
  const changed: Changed[] = [];
  const rewritten: FormulaCell[] = [];
  for (const formula of formulas.all) {
    const answer = answers.get(formula);
    if (!answer) continue;
    const at = formulas.cellsAt[formula.sheet] ?? (() => undefined);
    const anew = storedAnew(formula);
    if (anew !== undefined) rewritten.push(formula);
    const { edits: own, differences } = editsOf(formula, answer, at, calendar, anew);
    const sheet = edits.get(formula.sheet) ?? [];
    edits.set(formula.sheet, sheet);
    sheet.push(...own);
    for (const one of differences) values.set(`${formula.sheet}:${placeKey(one.row, one.column)}`, one.new);
    if (differences.length > 0) changed.push({ formula, answer, differences });
  }
  const kept = staleAmong(
    untouched,
    graph,
    changed.map(({ formula }) => formula),
  );
  const recalculatesOnLoad = kept.size > 0 || (changed.length > 0 && book.onlyExcel.length > 0);
  const pin = edition.pin;
  return {
    edits: new Map([...edits].filter(([, own]) => own.length > 0)),
    figures: await figures.written(),
    changedAt: (sheet, row, column) => values.get(`${sheet}:${placeKey(row, column)}`),
    report: {
      formulas: ours.length,
      rewritten: rewritten.map((formula) => ({ ...cellOf(book, formula) })),
      ...(pin !== undefined && { pin }),
      series: seriesReport(figures),
      changes: changeReport(book, changed, figures, host.today, askedBy),
      kept: keptReport(book, kept),
      errors: errorsOf(book, answers),
      onlyExcel: book.onlyExcel,
      recalculatesOnLoad,
    },
  };
}

/** Of the formulas that keep their value, those of ours, and those that something changed beneath. */
function staleAmong(
  kept: ReadonlyMap<FormulaCell, string>,
  graph: Graph,
  changed: readonly FormulaCell[],
): ReadonlyMap<FormulaCell, string> {
  const behind = graph.reach(changed);
  const isStale = (formula: FormulaCell): boolean =>
    formula.isOurs || behind.has(formula) || (formula.isBlind && changed.length > 0);
  return new Map([...kept].filter(([formula]) => isStale(formula)));
}

function cellOf(book: StoredBook, formula: FormulaCell): { readonly sheet: string; readonly cell: string } {
  const [sheet = "", cell = ""] = [
    book.sheets[formula.sheet]?.name,
    placeOf(book, formula).split("!").at(-1),
  ];
  return { sheet, cell };
}
