import { refused } from "../refusal";
import type { Package } from "../package";

/** Kinds of links between parts, of the dialect of the format that nearly all files are in. */
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument";

/** The parts that a chart needs: how others link to them, and what they are. */
export const PARTS = {
  sheet: { relationship: `${LINKS}/worksheet`, contentType: `${TYPES}.spreadsheetml.worksheet+xml` },
  styles: { relationship: `${LINKS}/styles`, contentType: `${TYPES}.spreadsheetml.styles+xml` },
  drawing: { relationship: `${LINKS}/drawing`, contentType: `${TYPES}.drawing+xml` },
  chart: { relationship: `${LINKS}/chart`, contentType: `${TYPES}.drawingml.chart+xml` },
} as const;

/** The names by which XML tells whose elements are whose. */
export const NAMESPACES = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  links: LINKS,
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
} as const;

/** The strict dialect, which Excel writes only when asked to, names and counts nearly everything in charts otherwise. */
export function refuseStrict(pkg: Package): void {
  const office = pkg.relationships("").find(({ kind }) => kind === "officeDocument");
  if (office?.type.startsWith(LINKS)) return;
  throw refused(
    'it is a "Strict Open XML Spreadsheet", which takes no chart here; save it as "Excel Workbook (.xlsx)" in Excel',
  );
}

/** The folder of the workbook's main part, which the other parts are put into: `xl/`. */
export const folderOf = ({ workbook }: Package): string => workbook.slice(0, workbook.lastIndexOf("/") + 1);
