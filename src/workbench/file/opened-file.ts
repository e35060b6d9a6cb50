import type { FunctionMetadata } from "../sheet/function-table";
import type { Engine } from "../sheet/engine";
import { fileCalculator } from "../sheet/file-calculator";
import { SHEET_LOCALE } from "../sheet/locale";
import { createFormats } from "../host/formats";
import { cellName, quotedSheet } from "../../file/address";
import { openPackage, type Package } from "../../xlsx/package";
import { readBook } from "../../xlsx/read-book";
import type { StoredBook } from "../../xlsx/book";
import { flag, readXml } from "../../xlsx/xml";
import { readDefinedNames } from "./defined-names";
import { registerExcelOnly } from "./excel-only";
import { extentOf } from "./grid-extent";
import { gridBook } from "./grid-book";
import type { GridFigures } from "./grid-figures";
import { gridFormulas, type GridFormulas } from "./grid-formulas";
import { gridNames } from "./grid-names";

/** A formula that shows what the file keeps of it. */
export interface LeftCell {
  /** `'Sheet1'!A1`. */
  readonly cell: string;
  readonly why: string;
}

/** A workbook's file as it was opened, and the same for the grid. */
export interface OpenedFile {
  readonly name: string;
  readonly pkg: Package;
  readonly book: StoredBook;
  readonly formulas: GridFormulas;
  readonly figures: readonly GridFigures[];
  readonly left: readonly LeftCell[];
  /** Pictures, shapes and charts that stay in the file and are not shown. */
  readonly notShown: readonly string[];
  /** In the engine's format. */
  readonly data: object;
  /** Excel's number formats in the order in which the host must learn them: see {@link createFormats}. */
  readonly formats: readonly string[];
}

/** The functions of ours as the engine knows them. */
export interface OpenOptions {
  readonly engine: Engine;
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
}

/** Opens an .xlsx or .xlsm file for the grid; a Problem ("unreadable") that says what to do where it cannot be opened. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  { engine, namespace, metadata }: OpenOptions,
): OpenedFile {
  const pkg = openPackage(bytes);
  const book = readBook(pkg);
  // Before anything is worked out on sheets that are too large for that.
  book.sheets.forEach(extentOf);
  const names = readDefinedNames(pkg);
  registerExcelOnly(engine);
  const calculator = fileCalculator({ engine, namespace, metadata, table: {} });
  const { ranges } = gridNames(names, (sheet) => sheet);
  const formulas = gridFormulas(book, calculator, ranges, isUncalculated(pkg));
  const format = createFormats((one) => shows(engine, one));
  const { data, figures } = gridBook({
    ...{ pkg, book, names, formulas: formulas.all },
    format: format.toGrid,
    isPlain: (text) => isPlain(engine, text),
  });
  return {
    name,
    pkg,
    book,
    formulas,
    figures,
    left: formulas.all.flatMap(({ formula, left }) =>
      left === undefined
        ? []
        : [
            {
              cell: `${quotedSheet(book.sheets[formula.sheet]?.name ?? "")}!${cellName(formula.cell.row, formula.cell.column)}`,
              why: left,
            },
          ],
    ),
    notShown: figures.flatMap(({ notDrawn }) => notDrawn),
    // The engine's own version of the format, so that it does not look for what older ones had.
    data: { ...engine.helpers.createEmptyWorkbookData(), ...data },
    formats: [...new Set(book.formats)].filter((one) => !/^general$/i.test(one)),
  };
}

function shows({ helpers }: Engine, format: string): boolean {
  try {
    return [1234.5, -0.5].every(
      (value) => !helpers.formatValue(value, { format, locale: SHEET_LOCALE }).startsWith("#ERR"),
    );
  } catch {
    return false;
  }
}

/** Other texts have an apostrophe in front, which the engine shows in the formula bar. */
function isPlain({ helpers }: Engine, text: string): boolean {
  return (
    text === text.trim() &&
    !/^(?:[=+'-]|true$|false$)/i.test(text) &&
    !helpers.isNumber(text, SHEET_LOCALE) &&
    !helpers.isDateTime(text, SHEET_LOCALE) &&
    !helpers.isEvaluationError(text)
  );
}

/** Whether whoever wrote the file left the working out to the next Excel. */
function isUncalculated(pkg: Package): boolean {
  let isAsked = false;
  readXml(pkg.text(pkg.workbook), pkg.workbook, {
    open: (element) => {
      if (element.name === "calcPr") isAsked ||= flag(element, "fullCalcOnLoad");
    },
  });
  return isAsked;
}
