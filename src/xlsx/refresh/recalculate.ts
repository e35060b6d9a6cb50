import type { Area } from "../../file/address";
import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import { answersAlone, type AnswersAlone } from "./answers-alone";
import { arithmeticCalculation, BeyondArithmetic } from "./arithmetic-calculation";
import type { Answer, Calculation, LateCalculator, Work } from "./calculator";
import { calendarOf, type Calendar } from "./calendar";
import { overlap, spanning, type Graph } from "./dependants";
import type { FormulaCell, Formulas } from "./formulas";
import { isSameTable } from "./same-value";
import { keepDependants, narrowed, READS_KEPT, scopeOf, type Scope } from "./scope";
import { asWork, sheetsOf } from "./works";

/** What formulas come to with other figures. */
export interface Recalculated {
  readonly answers: ReadonlyMap<FormulaCell, Answer>;
  /** Formulas that keep their value, and why. */
  readonly kept: ReadonlyMap<FormulaCell, string>;
  readonly graph: Graph;
  /** See {@link AnswersAlone}. */
  readonly askedBy: AnswersAlone["askedBy"];
}

const DISAGREES = "the saved value is not what this program works out from the saved cells";

/** How far the calculator may be from what Excel saved, as a part of the number. */
const TOLERANCE = 1e-9;
/** A table that grows may reach cells that others read, whose answers grow in turn. */
const MOST_ROUNDS = 5;

/**
 * Works the wanted formulas of ours and their dependants out, as far as anything beneath these changed. Before ours answer, the
 * dependants are worked out from what was saved: where that is not what Excel saved, the calculator is not trusted with them.
 */
export async function recalculate(
  book: StoredBook,
  formulas: Formulas,
  calculator: LateCalculator,
  wanted: (formula: FormulaCell) => boolean,
): Promise<Recalculated> {
  const calendar = calendarOf(book);
  const filled = new Map<FormulaCell, Area>();
  const extentOf = (formula: FormulaCell): Area => filled.get(formula) ?? formula.extent;
  const whole = scopeOf(formulas, wanted, extentOf);
  const ours = [...whole.works].filter(({ isOurs }) => isOurs);
  const alone = await answersAlone(book, formulas, ours, calculator);
  const { askedBy } = alone;
  let scope = narrowed(whole, alone);
  for (let round = 1; ; round++) {
    if (scope.works.size === 0)
      return { answers: alone.answers, kept: scope.kept, graph: scope.graph, askedBy };
    const done = await calculated(book, formulas, scope, calculator, calendar, alone);
    const isWider = widen(filled, extentOf, done.answers);
    const next =
      isWider && round < MOST_ROUNDS ? narrowed(scopeOf(formulas, wanted, extentOf), alone) : scope;
    if ([...next.works].every((one) => scope.works.has(one)))
      return { ...done, answers: new Map([...unworked(alone, scope), ...done.answers]), askedBy };
    scope = next;
  }
}

/** Notes what answers fill beyond what was filled before; false where that is nothing. */
function widen(
  filled: Map<FormulaCell, Area>,
  extentOf: (formula: FormulaCell) => Area,
  answers: ReadonlyMap<FormulaCell, Answer>,
): boolean {
  let isWider = false;
  for (const [formula, answer] of answers) {
    const before = extentOf(formula);
    const { rows, columns } = spanning(before, areaOf(formula, answer));
    if (rows === before.rows && columns === before.columns) continue;
    filled.set(formula, { ...before, rows, columns });
    isWider = true;
  }
  return isWider;
}

/** Answers that stand as they were found, without the sheet. */
const unworked = ({ answers }: AnswersAlone, { works }: Scope): readonly (readonly [FormulaCell, Answer])[] =>
  [...answers].filter(([formula]) => !works.has(formula));

/** The cells that an answer fills. */
export const areaOf = ({ cell }: Pick<FormulaCell, "cell">, { rows }: Answer): Area => ({
  row: cell.row,
  column: cell.column,
  rows: rows.length,
  columns: rows[0]?.length ?? 1,
});

/** By plain arithmetic where that is all: the calculator takes longer to start than most books to be worked out. */
async function calculated(
  book: StoredBook,
  formulas: Formulas,
  scope: Scope,
  calculator: LateCalculator,
  calendar: Calendar,
  { answers: given }: AnswersAlone,
): Promise<Omit<Recalculated, "askedBy">> {
  const workOf = new Map(
    [...scope.works].map((formula) => [formula, asWork(formula, formulas, calendar, given.get(formula))]),
  );
  const works = [...workOf.values()];
  const constantAt = (sheet: number, row: number, column: number): CellValue => {
    const cell = formulas.cellsAt[sheet]?.(row, column);
    return cell ? calendar.calculated(cell.value, cell.style) : null;
  };
  const names = book.sheets.map(({ name }) => name);
  try {
    return await calculatedBy(arithmeticCalculation(names, constantAt, works), book, scope, workOf);
  } catch (thrown) {
    if (!(thrown instanceof BeyondArithmetic)) throw thrown;
    const sheets = sheetsOf(book, scope.works, calendar);
    return calculatedBy((await calculator.start()).open(sheets, works), book, scope, workOf);
  }
}

async function calculatedBy(
  calculation: Calculation,
  book: StoredBook,
  { graph, works, kept: scoped }: Scope,
  workOf: ReadonlyMap<FormulaCell, Work>,
): Promise<Omit<Recalculated, "askedBy">> {
  const kept = new Map(scoped);
  try {
    const volatile = [...works].filter(({ isVolatile }) => isVolatile);
    const untested = new Set([...volatile, ...graph.reach(volatile)]);
    const others = [...workOf].flatMap(([formula, work]) =>
      !formula.isOurs && !untested.has(formula) && !kept.has(formula) && !agrees(calculation, work)
        ? [formula]
        : [],
    );
    const behind = graph.reach(others);
    for (const formula of others) kept.set(formula, behind.has(formula) ? READS_KEPT : DISAGREES);
    keepDependants(graph, kept, works);
    await calculation.refresh(
      new Set([...workOf].filter(([formula]) => kept.has(formula)).map(([, work]) => work)),
    );
    const answers = new Map<FormulaCell, Answer>();
    for (const [formula, work] of workOf) {
      if (kept.has(formula)) continue;
      const answer = calculation.answer(work);
      const why = unusable(book, formula, answer);
      if (why === undefined) answers.set(formula, answer);
      else kept.set(formula, why);
    }
    keepDependants(graph, kept, works);
    return { answers: new Map([...answers].filter(([formula]) => !kept.has(formula))), kept, graph };
  } finally {
    calculation.dispose();
  }
}

/** Why an answer cannot go into the file. */
function unusable({ sheets }: StoredBook, formula: FormulaCell, answer: Answer): string | undefined {
  for (const row of answer.rows)
    for (const { failed } of row) if (failed !== undefined) return `this program does not work out ${failed}`;
  const area = areaOf(formula, answer);
  const sheet = sheets[formula.sheet];
  if (area.rows * area.columns === 1 || !sheet) return undefined;
  if (sheet.merged.some((merged) => overlap(merged, area))) return "its table would run into merged cells";
  if (formula.cell.formula.kind === "dynamic" && sheet.tables.some((table) => overlap(table.area, area)))
    return "its cells would run into a table";
  return undefined;
}

function agrees(calculation: Calculation, work: Work): boolean {
  const { saved } = work;
  // Nothing was saved: a file that no spreadsheet program has worked out yet.
  if (saved.every((row) => row.every((value) => value === null))) return true;
  const { rows } = calculation.answer(work);
  return isSameTable(
    saved,
    rows.map((row) => row.map(({ value }) => value)),
    TOLERANCE,
  );
}
