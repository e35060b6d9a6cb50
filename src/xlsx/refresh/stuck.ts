import { storedFormula, typedFormula } from "../formula-forms";
import type { FormulaCell } from "./formulas";

/** Whether a formula of ours shows `#NAME?` because its function was not found, or would when Excel opens the file. */
export function isStuck({ isOurs, saved, cell }: FormulaCell): boolean {
  if (!isOurs) return false;
  const corner = saved[0]?.[0] ?? null;
  return (
    (typeof corner === "object" && corner?.error === "#NAME?") || storedAnew({ isOurs, cell }) !== undefined
  );
}

/** Texts and sheet names, in which nothing is a function; a call of ours in any of the forms in which files have it. */
const CALL =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}\d_.[\]]+)!)?(?<![\p{L}\d_.])((?:_xldudf_)?DIGITRADE[A-Z]*[._][A-Z0-9]+)(?=\s*\()|'(?:[^']|'')*'/giu;
/** One call of constants, as most are: nothing in it can be in another form. */
const AS_STORED = /^_xldudf_DIGITRADE[A-Z]*_[A-Z0-9]+\((?:[^()"!'_.]|\d\.|"[^"]*")*\)$/;
const STORED = /^_xldudf_DIGITRADE[A-Z]*_[A-Z0-9]+$/;

/**
 * A formula of ours in the one form in which Excel finds its functions again, `_xldudf_DIGITRADE_VALUE(…)`; undefined
 * where it is in that form already. Typed as it is shown it may stay `#NAME?` for ever (office-js #6611).
 */
export function storedAnew({ isOurs, cell }: Pick<FormulaCell, "isOurs" | "cell">): string | undefined {
  const { text } = cell.formula;
  if (!isOurs || AS_STORED.test(text)) return undefined;
  const isOther = ([, file, name]: RegExpExecArray): boolean =>
    name !== undefined && (file !== undefined || !STORED.test(name));
  if (![...text.matchAll(CALL)].some(isOther)) return undefined;
  return storedFormula(typedFormula(text));
}
