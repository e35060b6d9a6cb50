import { invalid } from "../host-error";
import type { ClassTable } from "../host-object";
import type { Parts } from "./parts";

const SETTING = "setting:";
const CALCULATION = "calculation-mode";

/** The workbook, its application, settings and protection. */
export function workbookTables(parts: Parts): Readonly<Record<string, ClassTable>> {
  const { book, sheets, ranges, culture, faults, protection } = parts;
  const { getters } = book;
  return {
    Workbook: {
      get: { Name: () => "Book1.xlsx", ReadOnly: () => faults.readOnly },
      call: {
        GetSelectedRange: ({ wire }) =>
          ranges.at(wire, { sheetId: sheets.active(), zone: getters.getSelectedZone() }),
        GetActiveCell: ({ wire }) => {
          const { sheetId, col, row } = getters.getActivePosition();
          return ranges.cell(wire, sheetId, col, row);
        },
      },
    },
    Application: {
      get: {
        CalculationMode: () => book.state.read(CALCULATION) ?? "Automatic",
        CalculationState: () => (parts.isCalculating() ? "Calculating" : "Done"),
        CalculationEngineVersion: () => 191_029,
        DecimalSeparator: () => culture.decimal,
        ThousandsSeparator: () => culture.thousands,
        UseSystemSeparators: () => true,
      },
      set: {
        // Kept and read back only: the engine always calculates.
        CalculationMode: (_, mode) => {
          if (mode !== "Automatic" && mode !== "AutomaticExceptTables" && mode !== "Manual") throw invalid();
          book.store(CALCULATION, mode);
        },
      },
      call: {
        // Only what is dirty: the engine never leaves anything dirty.
        Calculate: (_, [type]) => {
          if (type === "Full" || type === "FullRebuild") parts.recalculate();
        },
        // A batch is evaluated once in any case.
        SuspendApiCalculationUntilNextSync: () => null,
        SuspendScreenUpdatingUntilNextSync: () => null,
      },
    },
    CultureInfo: { get: { Name: () => culture.name } },
    NumberFormatInfo: {
      get: {
        NumberDecimalSeparator: () => culture.decimal,
        NumberGroupSeparator: () => culture.thousands,
      },
    },
    SettingCollection: {
      items: (object) => book.state.list(SETTING).map(([key]) => object.child("Setting", key)),
      call: {
        Add: (object, [key, value]) => {
          book.store(SETTING + String(key), value);
          return object.child("Setting", String(key));
        },
      },
    },
    Setting: {
      get: {
        _Id: ({ key }) => key,
        Key: ({ key }) => key,
        Value: ({ key }) => book.state.read(SETTING + key) ?? null,
      },
      set: { Value: ({ key }, value) => book.store(SETTING + key, value) },
      call: { Delete: ({ key }) => book.store(SETTING + key, undefined) },
    },
    WorkbookProtection: {
      get: { Protected: () => protection.isStructureProtected() },
      call: {
        Protect: (_, [password]) => protection.protectStructure(password),
        Unprotect: (_, [password]) => protection.unprotectStructure(password),
      },
    },
  };
}
