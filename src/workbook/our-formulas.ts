/**
 * Our functions in a formula: `DIGITRADE.VALUE(`, the development add-in's `DIGITRADEDEV.VALUE(`, and the form that
 * Excel stores and shows until the add-in is loaded, `_xldudf_DIGITRADE_VALUE(`, at times behind a file's name
 * (office-js #3558, #2568, #3872).
 */
const OURS =
  /(?<![\p{L}\d_.])(?:_xldudf_)?(?<namespace>DIGITRADE(?:DEV)?)(?:\.|(?<=_xldudf_DIGITRADE(?:DEV)?)_)(?<name>[A-Z0-9_]+)\s*\(/giu;

/** Text in quotes, and sheet names in apostrophes, in which nothing is a function. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** The names of our functions that a formula calls, however nested, in order and as often; none for anything else. */
export function functionsIn(content: unknown): readonly string[] {
  if (typeof content !== "string" || !content.startsWith("=")) return [];
  const code = content.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  return [...code.matchAll(OURS)].map((found) => (found.groups?.["name"] ?? "").toUpperCase());
}

/** Whether a formula is still in the form that is stored, so that Excel shows `#NAME?` until it is entered again. */
export function isStoredForm(content: string): boolean {
  return /_xldudf_DIGITRADE/i.test(content.replace(QUOTED, ""));
}
