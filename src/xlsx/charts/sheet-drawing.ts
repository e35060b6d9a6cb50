import { tag } from "../new/markup";
import type { Package } from "../package";
import { freeName, withPart, withText } from "../parts";
import { spliced } from "../splice";
import { encodeXml } from "../xml-text";
import { folderOf, NAMESPACES, PARTS } from "./dialect";
import { linkPrefix } from "./new-sheet";
import { inserted, listIn, outlineOf, placeIn } from "./outline";
import { WORKSHEET } from "./sequences";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EMPTY = `${DECLARATION}<xdr:wsDr xmlns:xdr="${NAMESPACES.sheetDrawing}" xmlns:a="${NAMESPACES.drawing}"></xdr:wsDr>`;

/** The part with what is drawn on a sheet; undefined where nothing is. */
export function drawingOf(pkg: Package, sheet: string): string | undefined {
  const link = listIn(outlineOf(pkg.text(sheet), sheet), "drawing")?.element;
  const id = link?.relationship;
  return pkg.relationships(sheet).find((one) => one.id === id && one.kind === "drawing")?.target;
}

/** The package with a part for what is drawn on a sheet, the one that is there or a new one. */
export function withDrawing(pkg: Package, sheet: string): { readonly pkg: Package; readonly part: string } {
  const held = drawingOf(pkg, sheet);
  if (held !== undefined) return { pkg, part: held };
  const part = freeName(pkg, `${folderOf(pkg)}drawings/drawing`, ".xml", 1);
  const after = withPart(pkg, { name: part, content: encodeXml(EMPTY), from: sheet, ...PARTS.drawing });
  const id = after.relationships(sheet).find(({ target }) => target === part)?.id ?? "";
  const xml = after.text(sheet);
  const outline = outlineOf(xml, sheet);
  const prefix = linkPrefix(xml, sheet);
  const element = tag(`${outline.root.element.prefix}drawing`, {
    ...(prefix === undefined && { "xmlns:r": NAMESPACES.links }),
    [`${prefix ?? "r"}:id`]: id,
  });
  const at = placeIn(outline, "drawing", WORKSHEET);
  return { pkg: withText(after, sheet, spliced(xml, [{ start: at, end: at, text: element }])), part };
}

/** The package with something more at the end of what is drawn; `make` is given a number that nothing there has. */
export function withDrawn(pkg: Package, part: string, make: (id: number) => string): Package {
  const xml = pkg.text(part);
  const { root } = outlineOf(xml, part);
  const ids = [...xml.matchAll(/<(?:\w+:)?cNvPr\b[^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id));
  const id = Math.max(1, ...ids) + 1;
  return withText(pkg, part, spliced(xml, [inserted(root, make(id))]));
}
