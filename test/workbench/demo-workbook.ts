import * as o from "@odoo/o-spreadsheet";

import { installFunctions, type OpenWorkbook } from "../../src/workbench/sheet/adaptor";
import { parseCellName } from "../../src/workbench/sheet/address";
import { provideGroupBy, silenceTimings } from "../../src/workbench/sheet/compat";
import { demoMetadata, demoTable } from "./demo-functions";

provideGroupBy();
silenceTimings();

export const NAMESPACE = "DEMO";

const open: OpenWorkbook[] = [];

/** Keeps a workbook until {@link closeWorkbooks}. */
export function keep(...books: readonly OpenWorkbook[]): void {
  open.push(...books);
}

export function closeWorkbooks(): void {
  for (const book of open.splice(0)) book.dispose();
}

/** A workbook of one sheet with the demo functions. */
export function workbook(cells: Record<string, string> = {}, size = { rowNumber: 40, colNumber: 12 }) {
  const { table, calls } = demoTable();
  const book = installFunctions(o, NAMESPACE, demoMetadata, table).open({
    sheets: [{ id: "s", name: "Sheet1", ...size, cells }],
  });
  keep(book);
  const at = (cell: string) => {
    const place = parseCellName(cell);
    if (!place) throw new Error(cell);
    return { sheetId: "s", ...place };
  };
  return {
    ...book,
    calls,
    set: (cell: string, content: string) => book.model.dispatch("UPDATE_CELL", { ...at(cell), content }),
    cell: (cell: string) => book.model.getters.getEvaluatedCell(at(cell)),
    value: (cell: string) => book.model.getters.getEvaluatedCell(at(cell)).value,
    message: (cell: string) =>
      (book.model.getters.getEvaluatedCell(at(cell)) as { message?: string }).message,
  };
}
