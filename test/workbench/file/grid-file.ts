import * as engine from "@odoo/o-spreadsheet";
import { officeSchema } from "../../../scripts/office-schema";
import { cellName } from "../../../src/file/address";
import { openFile, type OpenedFile } from "../../../src/workbench/file/opened-file";
import { fileBase, saveOpened, type FileBase, type Saved } from "../../../src/workbench/file/save-opened";
import { installTrace } from "../../../src/workbench/file/trace";
import { createHost, type Host } from "../../../src/workbench/host/index";
import { sheetFunctions } from "../../../src/workbench/sheet-functions";
import { parseCellName } from "../../../src/workbench/sheet/address";
import type { StoredCell } from "../../../src/xlsx/cells";
import { openPackage, type Package } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";

/** A file that is open in the grid, with no add-in beside it: cells with our functions keep loading. */
export interface GridFile {
  readonly opened: OpenedFile;
  readonly host: Host;
  readonly base: FileBase;
  /** What a cell of the first sheet shows and holds. */
  readonly value: (cell: string, sheet?: number) => unknown;
  readonly content: (cell: string, sheet?: number) => string;
  readonly type: (cell: string, content: string, sheet?: number) => void;
  readonly save: () => Saved;
}

const open: Host[] = [];

export const closeGridFiles = (): void => {
  for (const host of open.splice(0)) host.dispose();
};

export { engine };

export function gridFile(bytes: Uint8Array, name = "Trade.xlsx"): GridFile {
  installTrace(engine);
  const { namespace, metadata } = sheetFunctions();
  const opened = openFile(name, bytes, { engine, namespace, metadata });
  const functions = { functions: metadata, allowCustomDataForDataTypeAny: true };
  const host = createHost({
    engine,
    schema: officeSchema(),
    namespace,
    metadata: functions,
    data: opened.data,
  });
  open.push(host);
  const base = fileBase(opened, host);
  const at = (cell: string, sheet = 0) => ({
    sheetId: host.sheets.ids()[sheet] ?? "",
    ...parseCellName(cell)!,
  });
  return {
    opened,
    host,
    base,
    value: (cell, sheet) => host.model.getters.getEvaluatedCell(at(cell, sheet)).value,
    content: (cell, sheet) => host.model.getters.getCellText(at(cell, sheet), { showFormula: true }),
    type: (cell, content, sheet) => void host.model.dispatch("UPDATE_CELL", { ...at(cell, sheet), content }),
    save: () => saveOpened(base, engine, host),
  };
}

/** The bytes of a file that was saved; what was refused is an error of the test. */
export function bytesOf(saved: Saved): Uint8Array {
  if (saved.kind === "refused") throw new Error(`Refused: ${JSON.stringify(saved.refused)}`);
  return saved.bytes;
}

export const packageOf = (saved: Saved): Package => openPackage(bytesOf(saved));

/** A cell of a file's sheet, by the sheet's place. */
export function stored(bytes: Uint8Array, cell: string, sheet = 0): StoredCell | undefined {
  return readBook(openPackage(bytes)).sheets[sheet]?.cells.find(
    ({ row, column }) => cellName(row, column) === cell,
  );
}
