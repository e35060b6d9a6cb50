import type { Sheet, Work } from "../../xlsx/refresh/calculator";
import { cellName } from "./address";
import { constantText } from "./file-cells";

/** Room for what spills further than it did. Every row costs time in each evaluation; the sheets grow where it is too little. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 2;

/** The engine's name for a sheet of a file, by its place. */
export const sheetId = (sheet: number): string => `s${sheet}`;

interface SheetData {
  readonly id: string;
  readonly name: string;
  readonly colNumber: number;
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Sheets in the engine's own data format, which it takes much faster than one cell after the other. */
export function fileSheets(
  sheets: readonly Sheet[],
  works: readonly Work[],
  formula: (work: Work, number: number) => string,
): readonly SheetData[] {
  const made = sheets.map(({ constants }) => {
    const cells: Record<string, string> = {};
    let rows = 0;
    let columns = 0;
    for (const { row, column, value } of constants) {
      const text = constantText(value);
      if (text === undefined) continue;
      cells[cellName(column, row)] = text;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    }
    return { cells, rows, columns, spills: false };
  });
  for (const [number, work] of works.entries()) {
    const sheet = made[work.sheet];
    if (!sheet) continue;
    sheet.cells[cellName(work.column, work.row)] = formula(work, number);
    sheet.rows = Math.max(sheet.rows, work.row + work.extent.rows);
    sheet.columns = Math.max(sheet.columns, work.column + work.extent.columns);
    sheet.spills ||= work.kind === "dynamic";
  }
  return made.map(({ cells, rows, columns, spills }, i) => ({
    id: sheetId(i),
    name: sheets[i]?.name ?? "",
    colNumber: Math.max(1, columns) + (spills ? SPARE_COLUMNS : 0),
    rowNumber: Math.max(1, rows) + (spills ? SPARE_ROWS : 0),
    cells,
  }));
}
