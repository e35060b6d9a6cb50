import type { StoredBook } from "./book";
import type { CellEdit } from "./cells";
import { withDynamicMark } from "./dynamic-mark";
import { metadataPart, readDynamicMarks } from "./metadata-part";
import { withChanges, type Changes, type Package } from "./package";
import { withoutPart } from "./parts";
import { patchSheet } from "./patch-sheet";
import { damaged } from "./refusal";
import { readSharedStrings } from "./shared-strings";
import { withCalculationOnLoad } from "./workbook-properties";

export interface ApplyOptions {
  /** Lets Excel calculate everything when it opens the file, because something could not be worked out without it. */
  readonly calculateOnLoad?: boolean;
}

/**
 * What changes in a file where cells are edited, by the names of their sheets: the sheets, and what must go with them. Comes on
 * top of the changes that the package has already. Parts that stay as they are, are not among them.
 */
export function applyEdits(
  pkg: Package,
  book: StoredBook,
  edits: ReadonlyMap<string, readonly CellEdit[]>,
  { calculateOnLoad = false }: ApplyOptions = {},
): Changes {
  const spills = [...edits.values()].some((some) => some.some(({ formula }) => formula?.kind === "dynamic"));
  const marked = spills ? withDynamicMark(pkg) : undefined;
  let after = marked?.pkg ?? pkg;
  const metadata = metadataPart(after);
  const strings = pkg.relationships(pkg.workbook).find(({ kind }) => kind === "sharedStrings")?.target;
  const world = {
    strings: strings === undefined ? [] : readSharedStrings(pkg.text(strings), strings),
    from1904: book.from1904,
    spilling:
      metadata === undefined ? new Set<number>() : readDynamicMarks(after.text(metadata), metadata).spilling,
    ...(marked && { mark: marked.mark }),
  };
  let movesFormulas = false;
  for (const [name, some] of edits) {
    const part = book.sheets.find((sheet) => sheet.name === name)?.part;
    if (part === undefined) throw damaged(`its sheet "${name}" is missing`);
    const before = after.bytes(part);
    const patched = patchSheet(before, some, { ...world, part });
    movesFormulas ||= patched.movesFormulas;
    if (patched.bytes !== before) after = withChanges(after, new Map([[part, patched.bytes]]));
  }
  if (movesFormulas) after = withoutCalculationChain(after);
  if (calculateOnLoad) after = withCalculationOnLoad(after);
  return after.changes;
}

/**
 * The chain lists the cells with formulas; Excel calls a file damaged whose chain names a cell without one, and makes a new
 * chain where there is none.
 */
function withoutCalculationChain(pkg: Package): Package {
  const chain = pkg.relationships(pkg.workbook).find(({ kind }) => kind === "calcChain")?.target;
  return chain === undefined || !pkg.has(chain) ? pkg : withoutPart(pkg, chain, pkg.workbook);
}
