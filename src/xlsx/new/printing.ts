import type { Worksheet } from "wasm-xlsxwriter";
import type { SheetPlan, WorkedSheet } from "./plan";

const A4 = 9;
/** In inches. */
const MARGINS = { side: 0.5, top: 0.7, bottom: 0.7, edge: 0.3 } as const;
/** Excel takes no longer header or footer. */
const LONGEST = 255;

/** A4 across, the sheet's whole width on one page, the source below. */
export function setUpPrinting(
  to: Worksheet,
  sheet: SheetPlan,
  worked: WorkedSheet,
  title: string,
  footer: string,
): void {
  const { side, top, bottom, edge } = MARGINS;
  to.setPaperSize(A4);
  to.setLandscape();
  to.setMargins(side, side, top, bottom, edge, edge);
  to.setPrintFitToPages(1, 0);
  const pages = "&R&8&P / &N";
  to.setHeader(`&L&8${fitted(title, `&L&8${pages}`)}${pages}`);
  to.setFooter(`&L&8${fitted(footer, "&L&8")}`);
  const { row, column, columns } = sheet.printed;
  const rows = Math.min(sheet.printed.rows, usedRows(sheet, worked) - row);
  to.setPrintArea(row, column, row + rows - 1, column + columns - 1);
  if (sheet.repeated !== undefined) to.setRepeatRows(0, sheet.repeated - 1);
}

/** How many rows hold anything: Excel prints empty pages of a print area as well. */
function usedRows({ cells, views, charts, merged }: SheetPlan, { fills }: WorkedSheet): number {
  const areas = [...fills.values(), ...merged, ...views.map(({ frame }) => frame)];
  const frames = charts.map(({ layout }) => layout.frame);
  return Math.max(
    1,
    ...cells.map(({ row }) => row + 1),
    ...[...areas, ...frames].map(({ row, rows }) => row + rows),
  );
}

/** An ampersand is written twice; a digit that follows a size would belong to the size. */
const escaped = (text: string): string => text.replaceAll("&", "&&").replace(/^(?=\d)/, " ");

/** As much of a text as has room beside the codes. */
function fitted(text: string, codes: string): string {
  const most = LONGEST - codes.length;
  if (escaped(text).length <= most) return escaped(text);
  const characters = Array.from(text);
  while (escaped(`${characters.join("")}…`).length > most) characters.pop();
  return escaped(`${characters.join("").trimEnd()}…`);
}
