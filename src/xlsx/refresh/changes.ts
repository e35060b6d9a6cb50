import type { Day } from "../../domain/period";
import { cellName, quotedSheet } from "../../file/address";
import { ledger } from "../../functions/bridge/runtime";
import type { Call } from "../../functions/bridge/ledger";
import type { StoredBook } from "../book";
import type { Answer } from "./calculator";
import type { Cause } from "../../file/reasons";
import { causeFinder } from "./causes";
import { spanning } from "./dependants";
import type { Difference } from "./edits";
import type { FileFigures } from "./figures";
import { followFinder } from "./follows";
import type { FormulaCell } from "./formulas";
import { areaOf } from "./recalculate";
import type { ChangedCell } from "./report";

/** A formula of which cells changed. */
export interface Changed {
  readonly formula: FormulaCell;
  readonly answer: Answer;
  readonly differences: readonly Difference[];
}

/** Every changed cell with its cause: newer figures for formulas of ours, the cells that they read for all. */
export function changeReport(
  book: StoredBook,
  changed: readonly Changed[],
  { edition, before, pinBefore }: FileFigures,
  today: Day,
  askedBy: ReadonlyMap<FormulaCell, FormulaCell>,
): readonly ChangedCell[] {
  const find = causeFinder({ before, peek: edition.peek, pin: edition.pin, today });
  const nameOf = (sheet: number): string => book.sheets[sheet]?.name ?? "";
  const known = new Map<FormulaCell, readonly Cause[]>();
  /** Equal calls were made once, and have the same causes. */
  const causesOf = (formula: FormulaCell): readonly Cause[] => {
    const asking = askedBy.get(formula) ?? formula;
    const { sheet, cell } = asking;
    const causes = known.get(asking) ?? find(callsAt(nameOf(sheet), cellName(cell.row, cell.column)));
    known.set(asking, causes);
    return causes;
  };
  const follows = followFinder(
    changed.map(({ formula, answer }) => ({
      formula,
      area: spanning(formula.extent, areaOf(formula, answer)),
    })),
    nameOf,
  );
  return changed.flatMap(({ formula, differences }) => {
    const { sheet, cell, isOurs } = formula;
    const name = nameOf(sheet);
    const corner = cellName(cell.row, cell.column);
    const causes = isOurs ? causesOf(formula) : [];
    const read = follows(formula);
    const isUnpinned = isOurs && pinBefore !== edition.pin;
    return differences.map((one): ChangedCell => {
      const at = cellName(one.row, one.column);
      return {
        sheet: name,
        cell: at,
        old: one.old,
        new: one.new,
        ...(one.message !== undefined && { message: one.message }),
        ...(at !== corner && { filledFrom: corner }),
        causes,
        ...(isUnpinned && { unpinned: true as const }),
        follows: read,
        ...(isOurs && causes.length === 0 && read.length === 0 && !isUnpinned && { earlier: true as const }),
      };
    });
  });
}

/** The engine names a cell with quotes around the sheet only where it needs them. */
function callsAt(sheet: string, cell: string): readonly Call[] {
  const plain = ledger().callsAt(`${sheet}!${cell}`);
  return plain.length > 0 ? plain : ledger().callsAt(`${quotedSheet(sheet)}!${cell}`);
}
