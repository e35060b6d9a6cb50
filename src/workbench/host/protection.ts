import type { Book, WriteKind } from "./book";
import { denied, HostError, invalid } from "./host-error";
import type { Sheets } from "./sheets";

/** What a protected sheet still allows, as `Worksheet.protection.options` has it; omitted ones are refused. */
export type ProtectionOptions = Readonly<Record<string, unknown>>;

interface Lock {
  readonly options: ProtectionOptions;
  readonly password?: string;
}

export interface Protection {
  readonly isProtected: (sheetId: string) => boolean;
  readonly options: (sheetId: string) => ProtectionOptions;
  readonly protect: (sheetId: string, options: unknown, password: unknown) => void;
  readonly unprotect: (sheetId: string, password: unknown) => void;
  readonly isStructureProtected: () => boolean;
  readonly protectStructure: (password: unknown) => void;
  readonly unprotectStructure: (password: unknown) => void;
}

const SHEET = "protect:";
const WORKBOOK = "protect-workbook";

/** The option that still allows a kind of write; cells of a protected sheet are all locked, as they are by default. */
const ALLOWED_BY: Readonly<Record<WriteKind, readonly string[]>> = {
  cells: [],
  formats: ["allowFormatCells"],
  columns: ["allowFormatColumns"],
  rows: ["allowFormatRows"],
  insert: ["allowInsertRows", "allowInsertColumns"],
  delete: ["allowDeleteRows", "allowDeleteColumns"],
  objects: ["allowEditObjects"],
};

const OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];

/** Protects sheets and the workbook's structure against the add-in's writes; kept in the workbook. */
export function createProtection(
  book: Book,
  sheets: Sheets,
  changed: (sheetId: string, isProtected: boolean) => void,
): Protection {
  const lockOf = (key: string): Lock | undefined => book.state.read(key) as Lock | undefined;

  const open = (key: string, password: unknown): void => {
    const lock = lockOf(key);
    if (!lock) return;
    if (lock.password !== undefined && lock.password !== password)
      throw new HostError("InvalidOperation", "The password you supplied is not correct.");
    book.store(key, undefined);
  };

  const close = (key: string, options: ProtectionOptions, password: unknown): void => {
    // Excel refuses to protect what is protected.
    if (lockOf(key))
      throw new HostError("InvalidOperation", "This operation is not permitted for a protected object.");
    book.store(key, { options, ...(typeof password === "string" && password !== "" && { password }) });
  };

  book.guard = (sheetId, kind) => {
    const lock = lockOf(SHEET + sheetId);
    if (lock && !ALLOWED_BY[kind].some((option) => lock.options[option] === true)) throw denied();
  };
  sheets.guard = () => {
    if (lockOf(WORKBOOK)) throw denied();
  };

  return {
    isProtected: (sheetId) => lockOf(SHEET + sheetId) !== undefined,
    options: (sheetId) => {
      const given = lockOf(SHEET + sheetId)?.options ?? {};
      const all = Object.fromEntries(OPTIONS.map((option) => [option, given[option] === true]));
      return { ...all, selectionMode: given.selectionMode ?? "Normal" };
    },
    protect(sheetId, options, password) {
      const given = (options ?? {}) as ProtectionOptions;
      if (Object.keys(given).some((key) => key !== "selectionMode" && !OPTIONS.includes(key)))
        throw invalid();
      close(SHEET + sheetId, given, password);
      changed(sheetId, true);
    },
    unprotect(sheetId, password) {
      open(SHEET + sheetId, password);
      changed(sheetId, false);
    },
    isStructureProtected: () => lockOf(WORKBOOK) !== undefined,
    protectStructure: (password) => close(WORKBOOK, {}, password),
    unprotectStructure: (password) => open(WORKBOOK, password),
  };
}
