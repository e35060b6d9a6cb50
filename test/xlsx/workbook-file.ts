import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a small workbook for a test holds, written in XML where it matters. */
export interface WorkbookFile {
  /** By name: what stands within `<worksheet>`; the first sheet is `xl/worksheets/sheet1.xml`. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Within `<workbook>`, before and behind the list of sheets. */
  readonly before?: string;
  readonly behind?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly metadata?: string;
  readonly calcChain?: string;
  /** Relationships of sheets, by their number. */
  readonly sheetLinks?: Readonly<Record<number, string>>;
  /** More parts, and more of the lists in which they must stand. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly types?: string;
  readonly links?: string;
  readonly packageLinks?: string;
  readonly mainType?: string;
}

export const worksheet = (inside: string): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${R}">${inside}</worksheet>`;

/** The parts of a small workbook by name. */
export function workbookParts(file: WorkbookFile): Record<string, string | Uint8Array> {
  const sheets = Object.entries(file.sheets ?? { Sheet1: "<sheetData/>" });
  const listed = sheets.map(
    ([name], i) => `<sheet name="${name.replaceAll("&", "&amp;")}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    "_rels/.rels":
      DECLARATION +
      relationships(relationship("rId1", "officeDocument", "xl/workbook.xml") + (file.packageLinks ?? "")),
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${R}">${file.before ?? ""}<sheets>${listed.join("")}</sheets>${file.behind ?? ""}</workbook>`,
  };
  let types = override("xl/workbook.xml", file.mainType ?? `${TYPE}.sheet.main+xml`);
  let links = file.links ?? "";
  sheets.forEach(([, inside], i) => {
    const name = `worksheets/sheet${i + 1}.xml`;
    parts[`xl/${name}`] = worksheet(inside);
    types += override(`xl/${name}`, `${TYPE}.worksheet+xml`);
    links += relationship(`rId${i + 1}`, "worksheet", name);
  });
  for (const [kind, name, content] of [
    ["sharedStrings", "sharedStrings", file.strings],
    ["styles", "styles", file.styles],
    ["sheetMetadata", "metadata", file.metadata],
    ["calcChain", "calcChain", file.calcChain],
  ] as const) {
    if (content === undefined) continue;
    parts[`xl/${name}.xml`] = content;
    types += override(`xl/${name}.xml`, `${TYPE}.${kind}+xml`);
    links += relationship(`rId_${kind}`, kind, `${name}.xml`);
  }
  for (const [number, xml] of Object.entries(file.sheetLinks ?? {}))
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = DECLARATION + relationships(xml);
  parts["xl/_rels/workbook.xml.rels"] = DECLARATION + relationships(links);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${types}${file.types ?? ""}</Types>`,
    ...parts,
    ...file.parts,
  };
}

export const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`;

export const override = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="${type}"/>`;

const relationships = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The file of a small workbook. */
export const workbookFile = (file: WorkbookFile = {}): Uint8Array => zipped(workbookParts(file));

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
    { mtime: "1980-01-02T00:00:00" },
  );
