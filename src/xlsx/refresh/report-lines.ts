import { cellName } from "../../file/address";
import type { StoredBook } from "../book";
import type { CellError, CellValue } from "../cells";
import type { Answer } from "./calculator";
import type { FileFigures } from "./figures";
import type { FormulaCell } from "./formulas";
import type { ErrorCell, KeptCell, SeriesReport } from "./report";

/** `Sheet1!B3`. */
export const placeOf = (book: StoredBook, { sheet, cell }: FormulaCell): string =>
  `${book.sheets[sheet]?.name ?? ""}!${cellName(cell.row, cell.column)}`;

const cellOf = (book: StoredBook, { sheet, cell }: FormulaCell): Pick<KeptCell, "sheet" | "cell"> => ({
  sheet: book.sheets[sheet]?.name ?? "",
  cell: cellName(cell.row, cell.column),
});

export function keptReport(book: StoredBook, kept: ReadonlyMap<FormulaCell, string>): readonly KeptCell[] {
  return [...kept].map(([formula, why]) => ({ ...cellOf(book, formula), isOurs: formula.isOurs, why }));
}

/** Formulas of ours of which a cell is an error now. */
export function errorsOf(book: StoredBook, answers: ReadonlyMap<FormulaCell, Answer>): readonly ErrorCell[] {
  return [...answers].flatMap(([formula, { rows, isBlocked }]): readonly ErrorCell[] => {
    if (!formula.isOurs) return [];
    // A gap inside a table is told by the table; an answer that is one error is not.
    const { value = null, message = "" } = rows[0]?.[0] ?? {};
    if (!isBlocked && !isError(value)) return [];
    const where = { ...cellOf(book, formula), ...(!isError(formula.cell.value) && { isNew: true as const }) };
    if (isBlocked) return [{ ...where, error: "#SPILL!", message: "Other contents are in the way." }];
    return isError(value) ? [{ ...where, error: value.error, message }] : [];
  });
}

const isError = (value: CellValue): value is CellError => typeof value === "object" && value !== null;

/** One line for each series in use, and for each that could not be looked for. */
export function seriesReport({ edition, before, staged }: FileFigures): readonly SeriesReport[] {
  const failed = new Map(staged.flatMap((one) => (one.outcome === "failed" ? [[one.id, one.problem]] : [])));
  return edition.entries().map(({ id, version, published, retrieved, embedded, stale }): SeriesReport => {
    const was = before.get(id);
    const problem = failed.get(id);
    const outcome =
      problem !== undefined
        ? "failed"
        : was === undefined
          ? "entered"
          : was.version === version
            ? "unchanged"
            : "newer";
    return {
      id,
      outcome,
      ...(problem !== undefined && { message: problem.message }),
      ...(published !== undefined && { published }),
      retrieved,
      ...(embedded !== undefined && { embedded }),
      ...(stale !== undefined && { stale }),
    };
  });
}
