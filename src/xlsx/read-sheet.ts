import { cellName, type Area } from "../file/address";
import type { StoredCell, StoredFormula } from "./cells";
import { LONGEST_FORMULA, type Budget } from "./limits";
import { refused } from "./refusal";
import { scanSheet, type ScannedCell } from "./sheet-scan";
import { sharedFormulas, type SharedFormulas } from "./shared-formulas";
import type { SheetText } from "./sheet-text";
import { storedArea } from "./stored-area";
import { storedValue, type ValueWorld } from "./stored-value";
import { attribute, flag } from "./xml";

/** What a sheet's part says. */
export interface SheetContents {
  readonly cells: readonly StoredCell[];
  readonly merged: readonly Area[];
  readonly isProtected: boolean;
  /** Of the tables on it. */
  readonly tableLinks: readonly string[];
  readonly hasDataTables: boolean;
}

export interface SheetWorld extends ValueWorld {
  /** See {@link readDynamicMarks}. */
  readonly spilling: ReadonlySet<number>;
  readonly budget: Budget;
}

/** The cells of a sheet that hold something or are formatted, and what else of it counts. */
export function readSheet({ xml, rows }: SheetText, part: string, world: SheetWorld): SheetContents {
  const cells: StoredCell[] = [];
  const merged: Area[] = [];
  const tableLinks: string[] = [];
  const shared = sharedFormulas(part, world.budget);
  let isProtected = false;
  let hasDataTables = false;
  scanSheet(
    xml,
    part,
    {
      element: (element) => {
        const ref = attribute(element, "ref");
        if (element.name === "mergeCell" && ref !== undefined) merged.push(storedArea(ref, part));
        if (element.name === "sheetProtection") isProtected = flag(element, "sheet");
        const link = element.name === "tablePart" ? element.relationship : undefined;
        if (link !== undefined) tableLinks.push(link);
      },
      cell: (cell) => {
        const formula = cell.formula && readFormula(cell, part, world, shared);
        const value = storedValue(cell, world);
        const style = Number(attribute(cell.element, "s") ?? 0) || 0;
        hasDataTables ||= cell.formula !== undefined && attribute(cell.formula.element, "t") === "dataTable";
        if (value === null && formula === undefined && style === 0) return;
        world.budget.spend("cells", 1);
        const { row, column } = cell;
        cells.push(formula ? { row, column, value, style, formula } : { row, column, value, style });
      },
    },
    rows,
  );
  return { cells, merged, isProtected, tableLinks, hasDataTables };
}

function readFormula(
  { row, column, element, formula }: ScannedCell,
  part: string,
  { spilling, budget }: SheetWorld,
  shared: SharedFormulas,
): StoredFormula | undefined {
  if (!formula) return undefined;
  const type = attribute(formula.element, "t") ?? "normal";
  const { text } = formula;
  if (text.length > LONGEST_FORMULA)
    throw refused(
      `a formula of its part ${part} (${cellName(row, column)}) is longer than Excel allows; shorten it`,
    );
  if (type === "shared") {
    const group = attribute(formula.element, "si") ?? "";
    if (text !== "") shared.define(group, text, row, column);
    return { text: text === "" ? shared.at(group, row, column) : text, kind: "plain" };
  }
  // A table of a what-if analysis has no formula of its own; an empty element is none either.
  if (type === "dataTable" || text === "") return undefined;
  if (type !== "array") return { text, kind: "plain" };
  const ref = attribute(formula.element, "ref");
  const extent = ref === undefined ? { row, column, rows: 1, columns: 1 } : storedArea(ref, part);
  budget.spend("cells filled by arrays", extent.rows * extent.columns);
  return { text, kind: spilling.has(Number(attribute(element, "cm"))) ? "dynamic" : "array", extent };
}
