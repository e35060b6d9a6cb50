import { excelErrorName } from "../sheet/arguments";
import type { CellPosition, Engine, Getters, Model } from "../sheet/engine";
import { cellZone, heightOf, intersection, quoteSheet, union, widthOf, zoneName, type Zone } from "./a1";
import { createFormats, type Formats } from "./formats";
import { denied, HostError } from "./host-error";
import { BATCH_COMMAND, type Link } from "./plugin";
import { stateCommand, stateOf, type State, type Stored } from "./state";
import { isTextContent, textContent } from "./text-cell";

export type CellValue = string | number | boolean;

/** What a write touches, for protection: cells, their look, the size of columns or rows, the grid itself, charts. */
export type WriteKind = "cells" | "formats" | "columns" | "rows" | "insert" | "delete" | "objects";

export type CellStyle = Readonly<Record<string, unknown>>;

const TEXT_FORMAT = "@";
/** Reasons for which the engine refuses a command that Excel would take without a word. */
const FINE = new Set(["NoChanges", "NothingToClear"]);
/** Commands that are no edits. */
const CHANGES_NOTHING = new Set([BATCH_COMMAND, "ACTIVATE_SHEET", "EVALUATE_CELLS"]);
/** The engine's sheets end somewhere; formats beyond written cells are not worth a million rows. */
const MOST_FORMATTED_ROWS = 5000;
const MOST_FORMATTED_COLS = 200;

/** The workbook: an engine's model, read by getters and written by commands. Nothing of it is kept here. */
export class Book {
  readonly model: Model;
  readonly getters: Getters;
  readonly state: State;
  readonly formats: Formats;
  /** Throws where a sheet does not let itself be written; set by the protection. */
  guard: (sheetId: string, kind: WriteKind) => void = () => undefined;
  isReadOnly: () => boolean = () => false;
  isDirty = false;
  readonly #engine: Engine;
  readonly #link: Link;

  constructor(engine: Engine, model: Model, link: Link) {
    this.#engine = engine;
    this.model = model;
    this.getters = model.getters;
    this.#link = link;
    this.state = stateOf(model);
    this.formats = createFormats((format) => this.#shows(format));
  }

  dispatch(type: string, payload: object = {}): void {
    if (this.isReadOnly() && !CHANGES_NOTHING.has(type))
      throw denied("The workbook is open for reading only.");
    const send = this.model.dispatch as (
      type: string,
      payload: object,
    ) => { isSuccessful: boolean; reasons: string[] };
    const { isSuccessful, reasons } = send(type, payload);
    this.isDirty = true;
    if (!isSuccessful && !reasons.every((reason) => FINE.has(reason)))
      throw new HostError("InvalidArgument", `The workbook refused ${type}: ${reasons.join(", ")}.`);
  }

  /** Runs writes as one change: one evaluation, one undo step. */
  transaction(run: () => void): void {
    this.isDirty = false;
    this.#link.pending = run;
    this.#link.inBatch = true;
    try {
      this.dispatch(BATCH_COMMAND);
    } finally {
      this.#link.inBatch = false;
      this.#link.pending = undefined;
    }
  }

  /**
   * Calculates what a running transaction has written so far. The engine does so at the end of a command only; its
   * handlers can be told earlier, and the transaction stays one step of undo.
   */
  refresh(): void {
    const { handlers } = this.model as unknown as {
      readonly handlers: readonly { readonly finalize: () => void }[];
    };
    for (const handler of handlers) handler.finalize();
    this.isDirty = false;
  }

  store(key: string, value: Stored): void {
    const { type, payload } = stateCommand(key, value);
    this.dispatch(type, payload);
  }

  // Cells -----------------------------------------------------------------------------------------------------------

  cell(sheetId: string, col: number, row: number): ReturnType<Getters["getEvaluatedCell"]> {
    return this.getters.getEvaluatedCell({ sheetId, col, row });
  }

  /** As `Range.values` has it: an empty cell is "", an error its name. */
  value(sheetId: string, col: number, row: number): CellValue {
    const { value } = this.cell(sheetId, col, row);
    if (value === null) return "";
    return typeof value === "string" && this.isError(value) ? excelErrorName(value) : value;
  }

  isError(value: unknown): boolean {
    return this.#engine.helpers.isEvaluationError(value as string);
  }

  formula(sheetId: string, col: number, row: number): string | undefined {
    const cell = this.getters.getCell({ sheetId, col, row });
    if (!cell?.isFormula) return undefined;
    const formula = cell.compiledFormula.toFormulaString(this.getters);
    return cell.format === TEXT_FORMAT && isTextContent(formula) ? undefined : formula;
  }

  /** Writes what somebody could type; null leaves the cell alone, as in Excel. */
  write(sheetId: string, col: number, row: number, value: unknown): void {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return;
    const text = typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
    // The engine has no apostrophe that marks text: a text format says the same.
    const isText = text.startsWith("'");
    const words = isText ? text.slice(1) : text;
    const content = isText && words.startsWith("=") ? textContent(words) : words;
    this.dispatch("UPDATE_CELL", { sheetId, col, row, content, ...(isText && { format: TEXT_FORMAT }) });
  }

  clearContents(sheetId: string, zone: Zone): void {
    const inside = this.clip(sheetId, zone);
    if (inside) this.dispatch("DELETE_CONTENT", { sheetId, target: [inside] });
  }

  clearFormats(sheetId: string, zone: Zone): void {
    const inside = this.clip(sheetId, zone);
    if (inside) this.dispatch("CLEAR_FORMATTING", { sheetId, target: [inside] });
  }

  format(sheetId: string, col: number, row: number): string {
    // The cell's own: what the grid shows may come from a formula's precedents or from a function's answer.
    return this.formats.toExcel(this.getters.getCell({ sheetId, col, row })?.format);
  }

  setFormat(sheetId: string, zone: Zone, excelFormat: string): void {
    this.#look(sheetId, zone, { format: this.formats.toGrid(excelFormat) });
  }

  style(sheetId: string, col: number, row: number): CellStyle {
    return { ...this.getters.getCellComputedStyle({ sheetId, col, row }) };
  }

  setStyle(sheetId: string, zone: Zone, style: CellStyle): void {
    this.#look(sheetId, zone, { style });
  }

  #look(sheetId: string, zone: Zone, look: object): void {
    this.guard(sheetId, "formats");
    this.ensureSize(
      sheetId,
      Math.min(zone.right + 1, MOST_FORMATTED_COLS),
      zone.bottom < MOST_FORMATTED_ROWS ? zone.bottom + 1 : 1,
    );
    const inside = this.clip(sheetId, zone);
    if (inside) this.dispatch("SET_FORMATTING", { sheetId, target: [inside], ...look });
  }

  #shows(format: string): boolean {
    const { formatValue } = this.#engine.helpers;
    const locale = this.getters.getLocale();
    try {
      return [1234.5, -0.5].every((value) => !formatValue(value, { format, locale }).startsWith("#ERR"));
    } catch {
      return false;
    }
  }

  // Extents ---------------------------------------------------------------------------------------------------------

  ensureSize(sheetId: string, cols: number, rows: number): void {
    const grow = (dimension: "COL" | "ROW", have: number, need: number): void => {
      if (need <= have) return;
      const sheetName = this.getters.getSheetName(sheetId);
      const added = { dimension, base: have - 1, position: "after", quantity: need - have };
      this.dispatch("ADD_COLUMNS_ROWS", { sheetId, sheetName, ...added });
    };
    grow("COL", this.getters.getNumberCols(sheetId), cols);
    grow("ROW", this.getters.getNumberRows(sheetId), rows);
  }

  /** The part of a zone that the engine's sheet has. */
  clip(sheetId: string, zone: Zone): Zone | undefined {
    const { getters } = this;
    const right = getters.getNumberCols(sheetId) - 1;
    return intersection(zone, { left: 0, top: 0, right, bottom: getters.getNumberRows(sheetId) - 1 });
  }

  /** The smallest zone with all that shows something, within another; undefined where nothing does. */
  usedZone(sheetId: string, within?: Zone): Zone | undefined {
    let used: Zone | undefined;
    for (const { value, position } of this.getters.getEvaluatedCells(sheetId)) {
      if (value === null || value === "" || !position) continue;
      const cell = cellZone(position.col, position.row);
      if (within && !intersection(cell, within)) continue;
      used = used ? union(used, cell) : cell;
    }
    return used;
  }

  /** Cells of the sheet that hold a formula, within a zone. */
  formulaCells(sheetId: string, zone: Zone): readonly CellPosition[] {
    return this.getters
      .getCells(sheetId)
      .filter((cell) => cell.isFormula)
      .map((cell) => this.getters.getCellPosition(cell.id))
      .filter(({ col, row }) => intersection(zone, cellZone(col, row)) !== undefined)
      .filter(({ col, row }) => this.formula(sheetId, col, row) !== undefined)
      .sort((a, b) => a.row - b.row || a.col - b.col);
  }

  /** The zone that the formula in this cell fills; undefined where it fills only its own cell or none. */
  spillZone(sheetId: string, col: number, row: number): Zone | undefined {
    const zone = this.getters.getSpreadZone({ sheetId, col, row });
    if (!zone || (heightOf(zone) === 1 && widthOf(zone) === 1)) return undefined;
    return this.isBlocked(sheetId, col, row) ? undefined : zone;
  }

  isBlocked(sheetId: string, col: number, row: number): boolean {
    return this.cell(sheetId, col, row).value === "#SPILL!";
  }

  spillParent(sheetId: string, col: number, row: number): CellPosition | undefined {
    if (this.spillZone(sheetId, col, row)) return { sheetId, col, row };
    return this.getters.getArrayFormulaSpreadingOn({ sheetId, col, row });
  }

  address(sheetId: string, zone: Zone): string {
    return `${quoteSheet(this.getters.getSheetName(sheetId))}!${zoneName(zone)}`;
  }
}
