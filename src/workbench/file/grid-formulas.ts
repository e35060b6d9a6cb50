import { tokensOf } from "../../file/formula-tokens";
import type { StoredBook } from "../../xlsx/book";
import { typedFormula } from "../../xlsx/formula-forms";
import type { Calculator } from "../../xlsx/refresh/calculator";
import { calendarOf } from "../../xlsx/refresh/calendar";
import { formulasOf, type FormulaCell, type Formulas } from "../../xlsx/refresh/formulas";
import { withAreas } from "../../xlsx/table-references";
import { excelOnly } from "./excel-only";
import { leftToExcel, savedOf, type LeftToExcel } from "./trusted-formulas";

/** A formula of a file as it stands in the grid. */
export interface GridFormula {
  readonly formula: FormulaCell;
  /** With its `=`. */
  readonly content: string;
  /** Why it shows what the file keeps, and only Excel works it out. */
  readonly left?: string;
}

export interface GridFormulas {
  readonly formulas: Formulas;
  readonly all: readonly GridFormula[];
}

/** Names that the engine reads in a formula. */
const isReadableName = (name: string): boolean => /^[A-Za-z_][A-Za-z_0-9]*$/.test(name);

/** The formulas of a file for the grid: as they are typed, where the engine reads that. `ranges`: names of cells. */
export function gridFormulas(
  book: StoredBook,
  calculator: Calculator,
  ranges: ReadonlySet<string>,
  isUncalculated: boolean,
): GridFormulas {
  const formulas = formulasOf(book, calculator.namespace, calculator.knows);
  const left = leftToExcel(book, formulas, calculator, isUncalculated);
  const readable = new Set([...ranges].filter(isReadableName).map((name) => name.toUpperCase()));
  const calendar = calendarOf(book);
  return {
    formulas,
    all: formulas.all.map((formula) => gridFormula(formula, left)),
  };

  function gridFormula(formula: FormulaCell, why: LeftToExcel): GridFormula {
    const { sheet, cell, text } = formula;
    const here = { sheet: book.sheets[sheet]?.name ?? "", row: cell.row, column: cell.column };
    const typed = typedFormula(cell.formula.text);
    const reason = why.get(formula);
    if (reason !== undefined)
      return { formula, content: excelOnly(typed, savedOf(formula, formulas, calendar)), left: reason };
    const plain = withAreas(typed, book, here);
    return { formula, content: isReadable(plain, readable, calculator.knows) ? plain : text };
  }
}

/** Whether the engine reads a formula as it is typed; names of anything but cells it does not, nor `Other!A1#`. */
function isReadable(
  typed: string,
  names: ReadonlySet<string>,
  knows: (functionName: string) => boolean,
): boolean {
  return (tokensOf(typed) ?? []).every(({ kind, text }) => {
    const upper = text.toUpperCase();
    switch (kind) {
      case "name":
        return upper === "TRUE" || upper === "FALSE" || names.has(upper);
      case "function":
        return knows(upper);
      case "reference":
        return !(text.endsWith("#") && text.includes("!"));
      case "sign":
        return text !== "@" && text !== "[" && text !== "!";
      case "number":
      case "text":
      case "error":
        return true;
    }
  });
}
