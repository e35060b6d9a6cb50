import type { StoredBook, StoredName, StoredSheet } from "./book";
import { metadataPart, readDynamicMarks } from "./metadata-part";
import { readNumberFormats } from "./number-formats";
import { readingBudget } from "./limits";
import type { Package } from "./package";
import { partKey } from "./part-name";
import { readSheet, type SheetWorld } from "./read-sheet";
import { damaged } from "./refusal";
import type { Relationship } from "./relationships";
import { readSharedStrings } from "./shared-strings";
import { sheetText } from "./sheet-text";
import { readTable } from "./table-part";
import { readWorkbookPart, type ListedName, type ListedSheet, type WorkbookPart } from "./workbook-part";

/** What the file of a workbook tells; a Problem ("unreadable") where it is damaged. */
export function readBook(pkg: Package): StoredBook {
  const workbook = readWorkbookPart(pkg.text(pkg.workbook), pkg.workbook);
  const links = pkg.relationships(pkg.workbook);
  const linked = (kind: string): string | undefined =>
    links.find((link) => link.kind === kind && !link.isExternal)?.target;
  const strings = linked("sharedStrings");
  const styles = linked("styles");
  const metadata = metadataPart(pkg);
  const world: SheetWorld = {
    strings: strings === undefined ? [] : readSharedStrings(pkg.text(strings), strings),
    from1904: workbook.from1904,
    spilling: metadata === undefined ? new Set() : readDynamicMarks(pkg.text(metadata), metadata).spilling,
    budget: readingBudget(),
  };
  const targets = linkTargets(links);
  const read = workbook.sheets.flatMap((sheet) => readListedSheet(pkg, sheet, targets, world));
  const formats = styles === undefined ? [] : readNumberFormats(pkg.text(styles), styles);
  return {
    sheets: read.map(({ sheet }) => sheet),
    names: workbook.names.map((name) => nameOf(name, workbook.sheets)),
    from1904: workbook.from1904,
    formats: formats.length === 0 ? ["General"] : formats,
    onlyExcel: onlyExcel(
      workbook,
      links,
      read.some(({ hasDataTables }) => hasDataTables),
    ),
  };
}

/** The parts to which links lead within the file. */
interface LinkTargets {
  /** Each part once: a file that reads a part again and again would never end. */
  readonly take: (id: string) => Relationship | undefined;
}

function linkTargets(links: readonly Relationship[]): LinkTargets {
  const byId = new Map(links.filter(({ isExternal }) => !isExternal).map((link) => [link.id, link]));
  const taken = new Set<string>();
  return {
    take: (id) => {
      const link = byId.get(id);
      if (link && taken.has(partKey(link.target))) throw damaged(`its part ${link.target} is named twice`);
      if (link) taken.add(partKey(link.target));
      return link;
    },
  };
}

interface ReadSheet {
  readonly sheet: StoredSheet;
  readonly hasDataTables: boolean;
}

const WORKSHEET = /\.worksheet\+xml$/i;

function readListedSheet(
  pkg: Package,
  { name, relationship, visibility }: ListedSheet,
  targets: LinkTargets,
  world: SheetWorld,
): readonly ReadSheet[] {
  const link = targets.take(relationship);
  if (!link) throw damaged(`its sheet "${name}" is missing`);
  if (link.kind !== "worksheet") return [];
  const part = link.target;
  if (!WORKSHEET.test(pkg.contentType(part) ?? ""))
    throw damaged(`its part ${part} is not declared as a sheet`);
  const { cells, merged, isProtected, tableLinks, hasDataTables } = readSheet(
    sheetText(pkg.bytes(part), part),
    part,
    world,
  );
  const own = linkTargets(tableLinks.length === 0 ? [] : pkg.relationships(part));
  const tables = tableLinks.map((id) => {
    const table = own.take(id);
    if (table?.kind !== "table") throw damaged(`a table of its sheet "${name}" is missing`);
    return readTable(pkg.text(table.target), table.target);
  });
  return [{ sheet: { name, part, visibility, isProtected, cells, merged, tables }, hasDataTables }];
}

/** Places of names count all sheets, those of charts too. */
function nameOf(listed: ListedName, sheets: readonly ListedSheet[]): StoredName {
  const { name, formula, isHidden } = listed;
  if (listed.sheet === undefined) return { name, formula, isHidden };
  const sheet = sheets[listed.sheet];
  if (!sheet) throw damaged(`its name ${name} belongs to a sheet that is missing`);
  return { name, formula, isHidden, sheet: sheet.name };
}

function onlyExcel(
  workbook: WorkbookPart,
  links: readonly Relationship[],
  hasDataTables: boolean,
): readonly string[] {
  return [
    ...(links.some(({ kind }) => kind === "externalLink") ? ["links to other workbooks"] : []),
    ...(workbook.isIterative ? ["iterative calculation"] : []),
    ...(workbook.roundsAsShown ? ["precision as displayed"] : []),
    ...(hasDataTables ? ["data tables of a what-if analysis"] : []),
  ];
}
