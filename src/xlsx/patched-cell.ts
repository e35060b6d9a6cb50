import { areaName, cellName } from "../file/address";
import type { CellEdit, CellValue, StoredFormula } from "./cells";
import { sameValue, writtenCell, writtenFormula, writtenValue, type WrittenValue } from "./cell-xml";
import { damaged } from "./refusal";
import type { ScannedCell, ScannedFormula } from "./sheet-scan";
import { spliced, type Splice } from "./splice";
import { storedValue, type ValueWorld } from "./stored-value";
import { attributesWith, attributeSplice } from "./tag";
import { attribute } from "./xml";

/** What writing the cells of a sheet needs to know of the file. */
export interface PatchWorld extends ValueWorld {
  readonly part: string;
  /** The marks of cells (`cm`) that mean a dynamic array; see {@link readDynamicMarks}. */
  readonly spilling: ReadonlySet<number>;
  /** The one for new dynamic arrays; undefined where the file has none. */
  readonly mark?: number;
  /** Whether a cell lies in what an array filled, its first cell apart. */
  readonly isSpilled: (row: number, column: number) => boolean;
}

/**
 * A cell that is there with an edit, in XML; undefined where nothing about it changes. `shared` is what stands in its formula's
 * place where that was shared with a cell whose own has changed.
 */
export function patchedCell(
  xml: string,
  cell: ScannedCell,
  edit: CellEdit,
  world: PatchWorld,
  shared?: string,
): string | undefined {
  const { element, formula } = cell;
  const prefix = element.prefix;
  const after =
    shared === undefined
      ? formulaAfter(xml, cell, edit, world)
      : { isSame: false, xml: shared, mark: attribute(element, "cm") };
  const hasFormula = after.xml !== "";
  const value = valueAfter(xml, cell, edit, world, hasFormula);
  const style = edit.style === undefined ? attribute(element, "s") : String(edit.style);
  const sameStyle = Number(style ?? 0) === Number(attribute(element, "s") ?? 0);
  if (after.isSame && value.isSame && sameStyle) return undefined;
  const attributes = attributesWith(xml, element, {
    r: cellName(cell.row, cell.column),
    ...(sameStyle ? {} : { s: style }),
    ...(value.isSame ? {} : { t: value.type, vm: undefined }),
    ...(after.isSame ? {} : { cm: after.mark }),
  });
  return writtenCell(prefix, attributes, after.xml + value.xml + restOf(xml, cell, formula));
}

/** The splice for an edit that puts one number in place of another and nothing else, as most do; undefined for others. */
export function numberSplice(
  { element, value: old, valuePlace }: ScannedCell,
  { value, formula, style }: CellEdit,
): Splice | undefined {
  if (typeof value !== "number" || !Number.isFinite(value) || formula !== undefined || style !== undefined)
    return undefined;
  if (!valuePlace || old === undefined || Number(old) === value) return undefined;
  if (attribute(element, "t") !== undefined || attribute(element, "vm") !== undefined) return undefined;
  return { ...valuePlace, text: writtenValue(value, false, element.prefix).xml };
}

/** A cell that is not there yet, in XML; `style` is that of its row or column. */
export function newCell(
  edit: CellEdit,
  style: string | undefined,
  prefix: string,
  world: PatchWorld,
): string {
  const { row, column, formula } = edit;
  const own = edit.style === undefined ? style : String(edit.style);
  const isAnswer = Boolean(formula) || world.isSpilled(row, column);
  const value = writtenValue(edit.value ?? null, isAnswer, prefix);
  const attributes = attributesWith("", undefined, {
    r: cellName(row, column),
    s: own === "0" ? undefined : own,
    t: value.type,
    cm: formula ? markOf(formula, world) : undefined,
  });
  const written = formula ? writtenFormula(formula, row, column, prefix) : "";
  return writtenCell(prefix, attributes, written + value.xml);
}

interface FormulaAfter {
  readonly isSame: boolean;
  readonly xml: string;
  readonly mark?: string | undefined;
}

function formulaAfter(
  xml: string,
  cell: ScannedCell,
  { formula }: CellEdit,
  world: PatchWorld,
): FormulaAfter {
  const old = cell.formula;
  const kept = old ? xml.slice(old.start, old.end) : "";
  if (formula === undefined) return { isSame: true, xml: kept };
  if (formula === null) return { isSame: !old, xml: "" };
  const { row, column, element } = cell;
  if (!old || kindOf(cell, world) !== formula.kind || old.text !== formula.text)
    return {
      isSame: false,
      xml: writtenFormula(formula, row, column, element.prefix),
      mark: markOf(formula, world),
    };
  const ref = areaName(formula.extent ?? { row, column, rows: 1, columns: 1 });
  if (formula.kind === "plain" || attribute(old.element, "ref") === ref) return { isSame: true, xml: kept };
  // Only how far it reaches is new: what else stands in the tag stays. One that was folded for want of room no longer is.
  return { isSame: false, xml: withRef(xml, old, ref), mark: markOf(formula, world) };
}

function withRef(xml: string, { start, end, element }: ScannedFormula, ref: string): string {
  const splice = attributeSplice(xml, element, "ref", ref);
  return spliced(xml.slice(start, end), [
    { start: splice.start - start, end: splice.end - start, text: splice.text },
  ]);
}

function kindOf(
  { element, formula }: ScannedCell,
  { spilling }: PatchWorld,
): StoredFormula["kind"] | undefined {
  const type = formula && attribute(formula.element, "t");
  if (type === "array") return spilling.has(Number(attribute(element, "cm"))) ? "dynamic" : "array";
  return type === undefined || type === "normal" ? "plain" : undefined;
}

function markOf({ kind }: StoredFormula, { mark, part }: PatchWorld): string | undefined {
  if (kind !== "dynamic") return undefined;
  if (mark === undefined) throw damaged(`its part ${part} cannot hold a formula that spills`);
  return String(mark);
}

interface ValueAfter extends WrittenValue {
  readonly isSame: boolean;
}

function valueAfter(
  xml: string,
  cell: ScannedCell,
  { value }: CellEdit,
  world: PatchWorld,
  hasFormula: boolean,
): ValueAfter {
  const { row, column, valuePlace, formula, element } = cell;
  const old: CellValue = storedValue(cell, world);
  const wasFormula = formula !== undefined;
  const next = value === undefined ? old : value;
  // A text is written in another way where a formula comes or goes.
  const isSame = sameValue(next, old) && (typeof next !== "string" || wasFormula === hasFormula);
  if (isSame) return { isSame, xml: valuePlace ? xml.slice(valuePlace.start, valuePlace.end) : "" };
  return { isSame, ...writtenValue(next, hasFormula || world.isSpilled(row, column), element.prefix) };
}

/** What stands in the cell besides formula and value. */
function restOf(
  xml: string,
  { element, end, valuePlace }: ScannedCell,
  formula: ScannedFormula | undefined,
): string {
  if (element.isEmpty) return "";
  const from = Math.max(element.end, formula?.end ?? 0, valuePlace?.end ?? 0);
  return xml.slice(from, xml.lastIndexOf("<", end - 1));
}
