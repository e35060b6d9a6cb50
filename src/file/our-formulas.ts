/**
 * Our functions in a formula: `DIGITRADE.VALUE(`, the development add-in's `DIGITRADEDEV.VALUE(`, and the form that
 * Excel stores and shows until the add-in is loaded, `_xldudf_DIGITRADE_VALUE(`, at times behind a file's name
 * (office-js #3558, #2568, #3872).
 */
const OURS =
  /(?<![\p{L}\d_.])(?:_xldudf_)?(?<namespace>DIGITRADE[A-Z]*)(?:\.|(?<=_xldudf_DIGITRADE[A-Z]*)_)(?<name>[A-Z0-9_]+)\s*\(/giu;

/** The same with the file's name, where one stands in front. */
const WITH_FILE = new RegExp(String.raw`(?<file>(?:'(?:[^']|'')*'|[\p{L}\d_.[\]]+)!)?${OURS.source}`, "giu");

/** Text in quotes, and sheet names in apostrophes, in which nothing is a function. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

const withoutQuoted = (formula: string): string =>
  formula.replace(QUOTED, (quoted) => " ".repeat(quoted.length));

/** The names of our functions that a formula calls, however nested, in order and as often; none for anything else. */
export function functionsIn(content: unknown): readonly string[] {
  if (typeof content !== "string" || !content.startsWith("=")) return [];
  return [...withoutQuoted(content).matchAll(OURS)].map((found) =>
    (found.groups?.["name"] ?? "").toUpperCase(),
  );
}

/** Whether a formula is still in the form that is stored, so that Excel shows `#NAME?` until it is entered again. */
export function isStoredForm(content: string): boolean {
  return /_xldudf_DIGITRADE/i.test(withoutQuoted(content));
}

/** The namespaces of our functions in a formula, each once and in capitals: `DIGITRADE`, `DIGITRADEDEV`. */
export function namespacesIn(formula: string): readonly string[] {
  const found = [...withoutQuoted(formula).matchAll(OURS)];
  return [...new Set(found.map(({ groups }) => (groups?.["namespace"] ?? "").toUpperCase()))];
}

/** The formula as it is typed: without the marks of Excel's stored form, and without a file's name before a function. */
export function typedForm(formula: string): string {
  // A call never stands in a text; a file's name in apostrophes may stand before one.
  const texts = [...formula.matchAll(/"(?:[^"]|"")*"/g)].map(({ index, 0: text }) => [
    index,
    index + text.length,
  ]);
  return formula.replace(WITH_FILE, (call: string, ...rest: unknown[]) => {
    const at = rest.find((one) => typeof one === "number") ?? 0;
    if (texts.some(([start = 0, end = 0]) => at >= start && at < end)) return call;
    const { namespace = "", name = "" } = rest.at(-1) as Readonly<Record<string, string>>;
    return `${namespace.toUpperCase()}.${name.toUpperCase()}(`;
  });
}

/** The name of a function of ours as a formula calls it, `VALUE` for `DIGITRADE.VALUE`; undefined for all others. */
export function ourFunction(name: string): string | undefined {
  return functionsIn(`=${name}(`)[0];
}
