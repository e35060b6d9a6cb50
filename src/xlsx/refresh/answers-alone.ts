import { cellName, quotedSheet } from "../../file/address";
import type { StoredBook } from "../book";
import type { Answer, CallAlone, LateCalculator } from "./calculator";
import { rowsOf, type CellsAt, type FormulaCell, type Formulas } from "./formulas";
import { isSameValue } from "./same-value";

/** What formulas of ours come to that need no sheet. */
export interface AnswersAlone {
  /** Fitted to the cells that the formulas fill. */
  readonly answers: ReadonlyMap<FormulaCell, Answer>;
  /** Those whose cells show something else now, or fill others. */
  readonly changed: ReadonlySet<FormulaCell>;
  /** The formula in whose name the same call was made before; left out where it was made in its own. */
  readonly askedBy: ReadonlyMap<FormulaCell, FormulaCell>;
}

const NOTHING_ALONE: AnswersAlone = { answers: new Map(), changed: new Set(), askedBy: new Map() };

/** Their answers depend on what else is asked in the book. */
const OF_THE_BOOK = /\.(?:WHY|STATUS)\(/;

/** Noise in the last digits is no change. */
const NOISE = 1e-12;

/** A call that was made, in the name of the first formula that asks so. */
interface Asked {
  readonly formula: FormulaCell;
  readonly answer: ReturnType<CallAlone>;
}

/** Answers the formulas of ours that are calls of constants and nothing else; equal ones are asked once. */
export async function answersAlone(
  book: StoredBook,
  { all, cellsAt }: Formulas,
  ours: readonly FormulaCell[],
  calculator: LateCalculator,
): Promise<AnswersAlone> {
  // WHY and others look at what every cell asked: then all of them ask, in their own names.
  if (book.from1904 || all.some(({ text, isOurs }) => isOurs && OF_THE_BOOK.test(text))) return NOTHING_ALONE;
  const first = new Map<string, Asked>();
  const asked: { readonly formula: FormulaCell; readonly by: Asked }[] = [];
  const sheets = book.sheets.map(({ name }) => quotedSheet(name));
  for (const formula of ours) {
    const { text, sheet, cell } = formula;
    // How an array of fixed extent fills it, the engine's own functions say.
    if (cell.formula.kind === "array") continue;
    let by = first.get(text);
    if (!by) {
      const call = calculator.alone(text);
      if (!call) continue;
      by = { formula, answer: call(`${sheets[sheet] ?? ""}!${cellName(cell.row, cell.column)}`) };
      first.set(text, by);
    }
    asked.push({ formula, by });
  }
  const answers = new Map<FormulaCell, Answer>();
  const changed = new Set<FormulaCell>();
  const askedBy = new Map<FormulaCell, FormulaCell>();
  for (const { formula, by } of asked) {
    const answer = by.answer instanceof Promise ? await by.answer : by.answer;
    if (!answer) continue;
    const own = isPlain(formula) ? firstOf(answer) : answer;
    answers.set(formula, own);
    if (by.formula !== formula) askedBy.set(formula, by.formula);
    if (!isAsSaved(formula, own) || holdsOthers(formula, cellsAt[formula.sheet])) changed.add(formula);
  }
  return { answers, changed, askedBy };
}

const isPlain = ({ cell }: FormulaCell): boolean => cell.formula.kind === "plain";

/** A formula that does not spill has its first value. */
function firstOf(answer: Answer): Answer {
  const corner = answer.rows[0]?.[0];
  return answer.rows.length === 1 && answer.rows[0]?.length === 1
    ? answer
    : { ...answer, rows: corner ? [[corner]] : [] };
}

function isAsSaved({ extent, saved }: FormulaCell, { rows }: Answer): boolean {
  if (rows.length !== extent.rows || rows[0]?.length !== extent.columns) return false;
  return rows.every((row, r) =>
    row.every(({ value }, c) => isSameValue(saved[r]?.[c] ?? null, value, NOISE)),
  );
}

/** Whether another formula stands among the cells that one fills: the engine knows which of them gives way. */
function holdsOthers({ extent, cell }: FormulaCell, at: CellsAt | undefined): boolean {
  if (extent.rows * extent.columns === 1) return false;
  return rowsOf(extent, (row, column) => at?.(row, column))
    .flat()
    .some((one) => one?.formula !== undefined && (one.row !== cell.row || one.column !== cell.column));
}
