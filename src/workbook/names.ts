import { functionsIn } from "../file/our-formulas";
import { tokensOf } from "../file/formula-tokens";

/** A name that stands for a formula or for cells. */
export interface DefinedName {
  readonly name: string;
  /** The sheet on which alone it holds; undefined for a name of the whole workbook. */
  readonly sheet?: string;
  readonly formula: string;
  readonly visible: boolean;
}

/** Every name of the workbook and of its sheets. */
export async function namesOf(context: Excel.RequestContext): Promise<readonly DefinedName[]> {
  const { names, worksheets } = context.workbook;
  const fields = "items/name,items/formula,items/visible";
  names.load(fields);
  worksheets.load("items/name");
  await context.sync();
  const bySheet = worksheets.items.map((sheet) => {
    sheet.names.load(fields);
    return sheet;
  });
  await context.sync();
  return [
    ...names.items.map((item) => definedName(item)),
    ...bySheet.flatMap((sheet) => sheet.names.items.map((item) => definedName(item, sheet.name))),
  ];
}

function definedName(
  { name, formula, visible }: Pick<Excel.NamedItem, "name" | "formula" | "visible">,
  sheet?: string,
): DefinedName {
  // Typed as a text; a name of a number has that number.
  return { name, formula: String(formula), visible, ...(sheet !== undefined && { sheet }) };
}

/**
 * Which of our functions a formula calls through names, at any depth; for formulas on one sheet, whose own names win.
 * A name that leads back to itself calls nothing more.
 */
export function functionsThrough(
  names: readonly DefinedName[],
): (formula: string, sheet: string) => readonly string[] {
  const formulaOf = nameFinder(names);
  const through = (formula: string, sheet: string, passed: readonly string[]): readonly string[] =>
    wordsIn(formula).flatMap((word) => {
      const key = word.toUpperCase();
      const found = passed.includes(key) ? undefined : formulaOf(word, sheet)?.formula;
      return found === undefined ? [] : [...functionsIn(found), ...through(found, sheet, [...passed, key])];
    });
  const calling = names.some(({ formula }) => functionsIn(formula).length > 0);
  return (formula, sheet) => (calling ? through(formula, sheet, []) : []);
}

/** The name that a word means on a sheet. */
export function nameFinder(
  names: readonly DefinedName[],
): (word: string, sheet: string) => DefinedName | undefined {
  const known = new Map(names.map((one) => [keyOf(one.name, one.sheet), one]));
  return (word, sheet) => {
    const bare = word.slice(word.lastIndexOf("!") + 1);
    return known.get(keyOf(bare, sheet)) ?? known.get(keyOf(bare));
  };
}

const keyOf = (name: string, sheet?: string): string =>
  `${sheet === undefined ? "" : `${sheet.toUpperCase()}!`}${name.toUpperCase()}`;

function wordsIn(formula: string): readonly string[] {
  if (!formula.startsWith("=")) return [];
  return (tokensOf(formula) ?? []).flatMap(({ kind, text }) => (kind === "name" ? [text] : []));
}
