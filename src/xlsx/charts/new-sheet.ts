import { tag } from "../new/markup";
import type { Package } from "../package";
import { freeName, withPart, withText } from "../parts";
import { damaged } from "../refusal";
import { spliced } from "../splice";
import { attribute, readXml } from "../xml";
import { encodeXml } from "../xml-text";
import { charactersOf } from "./columns";
import { folderOf, NAMESPACES, PARTS } from "./dialect";
import { inserted, listIn, outlineOf } from "./outline";

/** Of columns and rows in points, by their places from 0. */
export interface SheetSizes {
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
}

/** The package with an empty sheet behind all others, without lines between its cells; and the part that it is in. */
export function withNewSheet(
  pkg: Package,
  name: string,
  sizes: SheetSizes,
): { readonly pkg: Package; readonly part: string } {
  const part = freeName(pkg, `${folderOf(pkg)}worksheets/sheet`, ".xml", 1);
  const content = encodeXml(emptySheet(sizes));
  const held = withPart(pkg, { name: part, content, from: pkg.workbook, ...PARTS.sheet });
  return { pkg: listed(held, name, part), part };
}

/** Rows are as high as they are said to be until Excel fits them to their texts again. */
function emptySheet({ widths, heights }: SheetSizes): string {
  const cols = [...widths]
    .sort(([a], [b]) => a - b)
    .map(([column, points]) =>
      tag("col", { min: column + 1, max: column + 1, width: charactersOf(points), customWidth: 1 }),
    );
  const rows = [...heights]
    .sort(([a], [b]) => a - b)
    .map(([row, points]) => tag("row", { r: row + 1, ht: points }));
  const sheet = tag(
    "worksheet",
    { xmlns: NAMESPACES.main, "xmlns:r": NAMESPACES.links },
    // Across, and all of its width on one page.
    tag("sheetPr", {}, tag("pageSetUpPr", { fitToPage: 1 })),
    tag("dimension", { ref: "A1" }),
    tag("sheetViews", {}, tag("sheetView", { showGridLines: 0, workbookViewId: 0 })),
    tag("sheetFormatPr", { defaultRowHeight: 15 }),
    cols.length === 0 ? "" : tag("cols", {}, ...cols),
    tag("sheetData", {}, ...rows),
    tag("pageMargins", { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 }),
    tag("pageSetup", { paperSize: 9, orientation: "landscape", fitToHeight: 0 }),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${sheet}`;
}

/** Puts a sheet's part into the list of sheets, under a number that no other has. */
function listed(pkg: Package, name: string, part: string): Package {
  const { workbook } = pkg;
  const xml = pkg.text(workbook);
  const list = listIn(outlineOf(xml, workbook), "sheets");
  const link = pkg.relationships(workbook).find(({ target }) => target === part)?.id;
  if (!list || link === undefined) throw damaged(`its part ${workbook} lists no sheets`);
  const numbers = list.items.map(({ element }) => Number(attribute(element, "sheetId")));
  const prefix = linkPrefix(xml, workbook);
  const element = tag(`${list.element.prefix}sheet`, {
    name,
    sheetId: Math.max(0, ...numbers) + 1,
    ...(prefix === undefined && { "xmlns:r": NAMESPACES.links }),
    [`${prefix ?? "r"}:id`]: link,
  });
  return withText(pkg, workbook, spliced(xml, [inserted(list, element)]));
}

/** The prefix that a part's root gives to links between parts. */
export function linkPrefix(xml: string, part: string): string | undefined {
  let found: string | undefined;
  let isRoot = true;
  readXml(xml, part, {
    open: ({ attributes }) => {
      if (!isRoot) return;
      isRoot = false;
      for (const [name, value] of Object.entries(attributes))
        if (name.startsWith("xmlns:") && value === NAMESPACES.links) found = name.slice("xmlns:".length);
    },
  });
  return found;
}
