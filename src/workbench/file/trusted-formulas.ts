import type { StoredBook } from "../../xlsx/book";
import type { CellValue } from "../../xlsx/cells";
import type { Calculator, Sheet, Work } from "../../xlsx/refresh/calculator";
import { calendarOf, type Calendar } from "../../xlsx/refresh/calendar";
import { graphOf } from "../../xlsx/refresh/dependants";
import { placeKey, rowsOf, type FormulaCell, type Formulas } from "../../xlsx/refresh/formulas";
import { isSameTable } from "../../xlsx/refresh/same-value";

/** Why a formula of a file is left to Excel, in words; formulas that are not among them the engine works out. */
export type LeftToExcel = ReadonlyMap<FormulaCell, string>;

/** How far the engine may be from what Excel saved, as a part of the number. */
const TOLERANCE = 1e-9;
const MOST_ROUNDS = 5;
const DISAGREES = "its saved value is not what this preview works out";

/**
 * The formulas that only Excel works out: those with words that the engine lacks, and those for which it comes to something
 * else than Excel saved, in value or in the cells that it fills, over what our functions answered then. Where the file itself
 * says that nothing in it was worked out (`isUncalculated`), values are not compared.
 */
export function leftToExcel(
  book: StoredBook,
  formulas: Formulas,
  calculator: Calculator,
  isUncalculated: boolean,
): LeftToExcel {
  const graph = graphOf(formulas.all);
  const left = new Map<FormulaCell, string>();
  for (const formula of formulas.all)
    if (formula.onlyExcel !== undefined) left.set(formula, `only Excel works out ${formula.onlyExcel}`);
  if (isUncalculated) return left;
  const volatile = formulas.all.filter(({ isVolatile }) => isVolatile);
  const untested = new Set([...volatile, ...graph.reach(volatile)]);
  for (let round = 1; ; round++) {
    const wrong = disagreeing(book, formulas, left, calculator).filter((one) => !untested.has(one));
    if (wrong.length === 0) return left;
    // Those behind others may agree once those keep what was saved.
    const behind = graph.reach(wrong);
    const first = wrong.filter((one) => !behind.has(one));
    const found = first.length === 0 || round === MOST_ROUNDS ? wrong : first;
    for (const formula of found) left.set(formula, DISAGREES);
  }
}

function disagreeing(
  book: StoredBook,
  formulas: Formulas,
  left: LeftToExcel,
  calculator: Calculator,
): readonly FormulaCell[] {
  const calendar = calendarOf(book);
  const works = new Map(
    formulas.all.flatMap((formula) =>
      left.has(formula) ? [] : [[formula, workOf(formula, formulas, calendar)] as const],
    ),
  );
  const calculation = calculator.open(constantsOf(book, [...works.keys()], calendar), [...works.values()]);
  try {
    return [...works].flatMap(([formula, work]) => {
      const isUnsaved = work.saved.every((row) => row.every((value) => value === null));
      const { rows } = calculation.answer(work);
      const answer = rows.map((row) => row.map(({ value }) => value));
      return isUnsaved || isSameTable(work.saved, answer, TOLERANCE) ? [] : [formula];
    });
  } finally {
    calculation.dispose();
  }
}

/** As one that may spill: what fills other cells in the engine than in Excel is found so. */
function workOf(formula: FormulaCell, formulas: Formulas, calendar: Calendar): Work {
  const { sheet, cell, text, extent, isOurs } = formula;
  const saved = savedOf(formula, formulas, calendar);
  return { sheet, row: cell.row, column: cell.column, text, kind: "dynamic", extent, saved, isOurs };
}

/** What a formula came to when the file was saved, as the engine counts days. */
export function savedOf(
  { sheet, extent, saved }: FormulaCell,
  { cellsAt }: Formulas,
  calendar: Calendar,
): readonly (readonly CellValue[])[] {
  return saved.map((row, r) =>
    row.map((value, c) =>
      calendar.calculated(value, cellsAt[sheet]?.(extent.row + r, extent.column + c)?.style ?? 0),
    ),
  );
}

function constantsOf(
  { sheets }: StoredBook,
  works: readonly FormulaCell[],
  calendar: Calendar,
): readonly Sheet[] {
  const filled = sheets.map(() => new Set<number>());
  for (const { sheet, extent } of works)
    for (const row of rowsOf(extent, placeKey)) for (const place of row) filled[sheet]?.add(place);
  return sheets.map(({ name, cells }, i) => ({
    name,
    constants: cells.flatMap(({ row, column, value, style }) =>
      value === null || filled[i]?.has(placeKey(row, column))
        ? []
        : [{ row, column, value: calendar.calculated(value, style) }],
    ),
  }));
}
