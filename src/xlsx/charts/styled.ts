import type { Package } from "../package";
import { freeName, withPart, withText } from "../parts";
import { encodeXml } from "../xml-text";
import { folderOf, NAMESPACES, PARTS } from "./dialect";
import { withStyles, type WantedStyle } from "./styles-part";

/** A package whose styles have what some cells need, and the number of each. */
export interface StyledPackage {
  readonly pkg: Package;
  readonly styleOf: (wanted: WantedStyle) => number;
}

/** What a file that says nothing of looks would say if it did. */
const EMPTY =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${NAMESPACES.main}">` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** Adds to a file's styles what some cells need; the file gets styles where it has none. */
export function withStylesFor(pkg: Package, wanted: readonly WantedStyle[]): StyledPackage {
  if (wanted.length === 0) return { pkg, styleOf: () => 0 };
  const link = pkg
    .relationships(pkg.workbook)
    .find(({ kind, isExternal }) => kind === "styles" && !isExternal);
  const part = link?.target ?? freeName(pkg, `${folderOf(pkg)}styles`, ".xml");
  const held = link
    ? pkg
    : withPart(pkg, { name: part, content: encodeXml(EMPTY), from: pkg.workbook, ...PARTS.styles });
  const before = held.text(part);
  const { xml, styleOf } = withStyles(before, part, wanted);
  return { pkg: xml === before ? held : withText(held, part, xml), styleOf };
}
