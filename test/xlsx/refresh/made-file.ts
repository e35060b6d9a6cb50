import { readArea } from "../../../src/file/address";
import { EDITION } from "../../../src/file/edition-parts";
import type { CellValue } from "../../../src/xlsx/cells";
import { withCustomXml } from "../../../src/xlsx/custom-xml";
import { openPackage, savePackage } from "../../../src/xlsx/package";
import type { Series } from "../../../src/domain/series";
import type { Day } from "../../../src/domain/period";
import { DECLARATION, override, relationship, workbookFile, type WorkbookFile } from "../workbook-file";
import { keptFigures } from "./kept-figures";
import type { MadeCell } from "./made-book";

export type MadeCells = Readonly<Record<string, MadeCell>>;

const METADATA =
  `${DECLARATION}<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
  'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" ' +
  'merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/** A style sheet with a general format and one of days. */
const STYLES =
  `${DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/>' +
  '<xf numFmtId="164" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A file with cells by their names, sheet by sheet. */
export function madeFile(
  sheets: Readonly<Record<string, MadeCells>>,
  rest: Omit<WorkbookFile, "sheets"> & { readonly names?: string; readonly within?: string } = {},
): Uint8Array {
  const { names, within = "", ...file } = rest;
  return workbookFile({
    metadata: METADATA,
    styles: STYLES,
    ...(names !== undefined && { behind: `<definedNames>${names}</definedNames>` }),
    ...file,
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, cells], i) => [name, sheetData(cells) + (i === 0 ? within : "")]),
    ),
  });
}

function sheetData(cells: MadeCells): string {
  const rows = new Map<number, (readonly [number, string])[]>();
  for (const [at, cell] of Object.entries(cells)) {
    const { row, column } = readArea(at);
    rows.set(row, [...(rows.get(row) ?? []), [column, cellXml(at, cell)]]);
  }
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, own]) =>
        `<row r="${row + 1}">${[...own]
          .sort(([a], [b]) => a - b)
          .map(([, xml]) => xml)
          .join("")}</row>`,
    );
  return `<sheetData>${lines.join("")}</sheetData>`;
}

function cellXml(at: string, cell: MadeCell): string {
  if (typeof cell !== "object" || cell === null || "error" in cell)
    return `<c r="${at}"${valueXml(cell)}</c>`;
  const style = cell.style === undefined ? "" : ` s="${cell.style}"`;
  const extent = cell.spill ?? cell.array;
  const array = extent === undefined ? "" : ` t="array" ref="${extent}"`;
  const mark = cell.spill === undefined ? "" : ' cm="1"';
  const [type, value] = valueXml(cell.v ?? null).split(">", 2);
  const v = valueXml(cell.v ?? null).slice((type ?? "").length + 1);
  return `<c r="${at}"${style}${type ?? ""}${mark}><f${array}>${escaped(cell.f)}</f>${value === undefined ? "" : v}</c>`;
}

function valueXml(value: CellValue): string {
  if (value === null) return ">";
  if (typeof value === "number") return `><v>${value}</v>`;
  if (typeof value === "boolean") return ` t="b"><v>${value ? 1 : 0}</v>`;
  if (typeof value === "string") return ` t="str"><v>${escaped(value)}</v>`;
  return ` t="e"><v>${value.error}</v>`;
}

/** The file with the figures that it keeps. */
export async function withFigures(
  file: Uint8Array,
  documents: readonly Series[],
  pin?: Day,
): Promise<Uint8Array> {
  return savePackage(withCustomXml(openPackage(file), EDITION, await keptFigures(documents, pin)));
}

const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** What a file with a chart on its first sheet holds beside its cells: `inside` stands in the chart's plot. */
export const withChart = (inside: string): Omit<WorkbookFile, "sheets"> & { readonly within: string } => ({
  within: '<drawing r:id="rId1"/>',
  sheetLinks: { 1: relationship("rId1", "drawing", "../drawings/drawing1.xml") },
  types:
    override("xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml") +
    override("xl/charts/chart1.xml", CHART_TYPE),
  parts: {
    "xl/drawings/drawing1.xml":
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
      "<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
      "<xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
      '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
      '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>' +
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>",
    "xl/drawings/_rels/drawing1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("rId1", "chart", "../charts/chart1.xml")}</Relationships>`,
    "xl/charts/chart1.xml": `${DECLARATION}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">${inside}</c:chartSpace>`,
  },
});
