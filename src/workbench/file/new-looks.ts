import { readArea } from "../../file/address";
import { freeName, withPart, withText } from "../../xlsx/parts";
import type { Package } from "../../xlsx/package";
import { encodeXml } from "../../xlsx/xml-text";
import { withLooks, type LookChange } from "./cell-look";
import type { SheetChanges } from "./differences";
import { sheetIdOf } from "./grid-book";
import type { OpenedFile } from "./opened-file";

/** A file with more cell formats, and which of them a changed cell shall have. */
export interface Looked {
  readonly pkg: Package;
  readonly styleAt: (sheetId: string, cell: string) => number | undefined;
}

/** The package with the cell formats that changed cells shall have. */
export function withNewLooks(
  { pkg, book, formulas }: OpenedFile,
  changes: ReadonlyMap<string, SheetChanges>,
  formatOf: (sheetId: string, cell: string) => string,
): Looked {
  const wanted = new Map<string, LookChange>();
  for (const place of book.sheets.keys()) {
    const sheetId = sheetIdOf(place);
    const changed = changes.get(sheetId);
    if (!changed) continue;
    for (const cell of new Set([...changed.formats.keys(), ...changed.looks.keys()])) {
      const { row, column } = readArea(cell);
      const look = changed.looks.get(cell);
      wanted.set(`${sheetId}!${cell}`, {
        base: formulas.formulas.cellsAt[place]?.(row, column)?.style ?? 0,
        ...(changed.formats.has(cell) && { format: formatOf(sheetId, cell) }),
        ...(look && { look }),
      });
    }
  }
  if (wanted.size === 0) return { pkg, styleAt: () => undefined };
  const held = withStylesPart(pkg);
  const looked = withLooks(held.pkg.text(held.part), held.part, [...wanted.values()]);
  return {
    pkg: looked.xml === held.pkg.text(held.part) ? held.pkg : withText(held.pkg, held.part, looked.xml),
    styleAt: (sheetId, cell) => {
      const change = wanted.get(`${sheetId}!${cell}`);
      return change && looked.styleOf(change);
    },
  };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const STYLES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
/** What a workbook without styles looks like anyway. */
const NO_STYLES =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

function withStylesPart(pkg: Package): { readonly pkg: Package; readonly part: string } {
  const held = pkg.relationships(pkg.workbook).find(({ kind }) => kind === "styles")?.target;
  if (held !== undefined) return { pkg, part: held };
  const folder = pkg.workbook.slice(0, pkg.workbook.lastIndexOf("/") + 1);
  const part = freeName(pkg, `${folder}styles`, ".xml");
  const content = encodeXml(NO_STYLES);
  const added = {
    name: part,
    content,
    contentType: STYLES_TYPE,
    from: pkg.workbook,
    relationship: STYLES_LINK,
  };
  return { pkg: withPart(pkg, added), part };
}
