import type { Day } from "../../domain/period";
import type { Load } from "../../domain/series";
import { sheetWriter } from "../../functions/bridge/failure";
import { PRODUCT } from "../../functions/bridge/product";
import { connect } from "../../functions/bridge/runtime";
import type { StoredBook } from "../book";
import type { ZipCodec } from "../zip-codec";
import type { LateCalculator } from "./calculator";
import { openFileFigures, type FileFigures, type FiguresAsked } from "./figures";
import { formulasOf, type FormulaCell, type Formulas } from "./formulas";
import { recalculate, type Recalculated } from "./recalculate";
import { placeOf } from "./report-lines";
import { isStuck } from "./stuck";

/** Where figures and answers come from. */
export interface RefreshHost {
  readonly calculator: LateCalculator;
  /** Figures of series that the file does not hold, and newer ones. */
  readonly load: Load;
  /** Where they come from, in words, for STATUS. */
  readonly origin: string;
  readonly today: Day;
  /** How the file is packed; this project's own way where left out. */
  readonly codec?: ZipCodec;
}

export interface RefreshAsked extends FiguresAsked {
  /** Which formulas of ours answer again: all, or those that show `#NAME?` because they were not found. */
  readonly formulas: "all" | "stuck";
}

/** A book whose formulas of ours have answered. */
export interface WorkedOut extends Recalculated {
  readonly figures: FileFigures;
  readonly formulas: Formulas;
}

/** Lets a book's formulas of ours answer over the figures that travel in the file and newer ones, and their dependants follow. */
export async function workedOut(
  book: StoredBook,
  editionTexts: readonly string[],
  { calculator, load, origin, today, codec }: RefreshHost,
  asked: RefreshAsked,
): Promise<WorkedOut> {
  const figures = await openFileFigures(editionTexts, load, asked, codec);
  const formulas = formulasOf(book, calculator.namespace, calculator.knows);
  connect({
    figures: figures.edition,
    writer: sheetWriter,
    today: () => today,
    book: { formulaAt: (address) => formulaAt(address) },
    origin,
    product: PRODUCT,
  });
  const ours = formulas.all.filter(({ isOurs }) => isOurs);
  let texts: ReadonlyMap<string, string> | undefined;
  const formulaAt = (address: string): string | undefined => {
    texts ??= new Map(ours.map((one) => [placeOf(book, one).toUpperCase(), one.text]));
    return texts.get(
      address
        .replace(/^'(.*)'!/s, "$1!")
        .replaceAll("''", "'")
        .replaceAll("$", "")
        .toUpperCase(),
    );
  };
  const wanted = (formula: FormulaCell): boolean => asked.formulas === "all" || isStuck(formula);
  return { figures, formulas, ...(await recalculate(book, formulas, calculator, wanted)) };
}
