import { isSigned } from "../../xlsx/digital-signature";
import type { Package } from "../../xlsx/package";
import type { OpenedFile } from "./opened-file";

/** What of a file that was opened a new workbook does not have. */
export type LostPart =
  | "tables"
  | "pivots"
  | "macros"
  | "comments"
  | "pictures"
  | "charts"
  | "conditional-formats"
  | "validation"
  | "links"
  | "looks"
  | "protection"
  | "signature";

/** By what each is told: the kind of a relationship, or an element of a sheet. */
const LINKED: readonly (readonly [LostPart, RegExp])[] = [
  ["tables", /^table$/],
  ["pivots", /^pivotTable$/],
  ["macros", /^vbaProject$/],
  ["comments", /^(?:comments|threadedComment)$/],
  ["links", /^(?:externalLink|hyperlink)$/],
];

const SAID: readonly (readonly [LostPart, RegExp])[] = [
  ["conditional-formats", /<(?:\w+:)?conditionalFormatting\b/],
  ["validation", /<(?:\w+:)?dataValidations\b/],
  ["protection", /<(?:\w+:)?sheetProtection\b/],
];

/** Everything that is in the file and would not be in a new workbook with its cells. Looks of cells never are. */
export function lostParts({ pkg, book, notShown, figures }: OpenedFile): readonly LostPart[] {
  const sheets = book.sheets.map(({ part }) => part);
  const kinds = [pkg.workbook, ...sheets].flatMap((part) => pkg.relationships(part).map(({ kind }) => kind));
  const isLinked = (kind: RegExp): boolean => kinds.some((one) => kind.test(one));
  const isSaid = (element: RegExp): boolean => sheets.some((part) => element.test(textBehind(pkg, part)));
  return [
    ...LINKED.filter(([, kind]) => isLinked(kind)).map(([what]) => what),
    ...SAID.filter(([, element]) => isSaid(element)).map(([what]) => what),
    ...(notShown.length > 0 ? (["pictures"] as const) : []),
    ...(figures.some(({ parts }) => parts.size > 0) ? (["charts"] as const) : []),
    ...(isSigned(pkg) ? (["signature"] as const) : []),
    "looks",
  ];
}

/** What a sheet says behind its cells. */
function textBehind(pkg: Package, part: string): string {
  const xml = pkg.text(part);
  return xml.slice(Math.max(0, xml.lastIndexOf("sheetData")));
}
