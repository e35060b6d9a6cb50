import type { Anchor } from "./anchor";
import { inExcel } from "./office-problem";
import { namespacesIn, typedForm } from "../file/our-formulas";
import { refuseReadOnly } from "./writable";

/**
 * Why a formula is not entered by the add-in. `text`: the cell is formatted as text and would show the formula itself.
 * `array`: part of an old array formula (Ctrl+Shift+Enter), which Excel changes only as a whole. `turkish`: there
 * formulas that an add-in enters turn into #NAME? (office-js #6614). `other-add-in`: another namespace than this one's.
 * `changed`: the cell has other contents by now. `refused`: Excel did not take it.
 */
export type Obstacle = "protected" | "text" | "array" | "turkish" | "other-add-in" | "changed" | "refused";

export interface Refused {
  readonly anchor: Anchor;
  readonly why: Obstacle;
}

export interface Reentered {
  readonly entered: readonly Anchor[];
  readonly refused: readonly Refused[];
}

export interface ReenterOptions {
  /** Of this add-in's functions, `DIGITRADE`. */
  readonly namespace: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

const BATCH = 100;

/** Enters formulas of ours again where that is safe, in the form in which they are typed; lists the rest. */
export async function reenter(
  anchors: readonly Anchor[],
  { namespace, signal, onProgress }: ReenterOptions,
): Promise<Reentered> {
  const entered: Anchor[] = [];
  const refused: Refused[] = [];
  const turkish = await inExcel(async (context) => {
    await refuseReadOnly(context);
    return isTurkish(context);
  });
  for (let i = 0; i < anchors.length && !signal?.aborted; i += BATCH) {
    const batch = anchors.slice(i, i + BATCH);
    const looked = await inExcel((context) => obstacles(context, batch, namespace, turkish));
    refused.push(...looked.refused);
    const done = await enter(looked.free);
    entered.push(...done.entered);
    refused.push(...done.refused);
    onProgress?.(Math.min(anchors.length, i + BATCH), anchors.length);
  }
  return { entered, refused };
}

/** Whether formulas entered by an add-in are lost in this Excel. */
export async function isTurkish(context: Excel.RequestContext): Promise<boolean> {
  const { cultureInfo } = context.workbook.application;
  cultureInfo.load("name");
  await context.sync();
  const languages = [cultureInfo.name, Office.context.displayLanguage, Office.context.contentLanguage];
  return languages.some((name: string | undefined) => name?.toLowerCase().startsWith("tr"));
}

async function obstacles(
  context: Excel.RequestContext,
  anchors: readonly Anchor[],
  namespace: string,
  turkish: boolean,
): Promise<{ readonly free: readonly Anchor[]; readonly refused: readonly Refused[] }> {
  const cells = anchors.map(({ sheet, cell }) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRange(cell);
    const below = range.getOffsetRange(1, 0);
    const beside = range.getOffsetRange(0, 1);
    range.load("formulas,numberFormat");
    below.load("formulas");
    beside.load("formulas");
    worksheet.protection.load("protected");
    return { range, neighbours: [below, beside], protection: worksheet.protection };
  });
  await context.sync();
  const formulaOf = ({ formulas }: Excel.Range): unknown => formulas[0]?.[0];
  const free: Anchor[] = [];
  const refused: Refused[] = [];
  for (const [i, anchor] of anchors.entries()) {
    const cell = cells[i];
    if (!cell) continue;
    const foreign = namespacesIn(anchor.formula).some((one) => one !== namespace.toUpperCase());
    const isTwin = cell.neighbours.some((neighbour) => formulaOf(neighbour) === anchor.formula);
    const why: Obstacle | undefined = turkish
      ? "turkish"
      : cell.protection.protected
        ? "protected"
        : formulaOf(cell.range) !== anchor.formula
          ? "changed"
          : foreign
            ? "other-add-in"
            : cell.range.numberFormat[0]?.[0] === "@"
              ? "text"
              : isTwin && fillsTables(anchor)
                ? "array"
                : undefined;
    if (why === undefined) free.push(anchor);
    else refused.push({ anchor, why });
  }
  return { free, refused };
}

const TABLES = ["HISTORY", "PANEL", "COMPONENTS", "DECOMPOSE", "HOLDERS", "SEARCH", "TARGET"];

/** Office.js does not tell an array formula of the old kind; a table's formula that stands in its neighbour too is one. */
const fillsTables = ({ functions }: Anchor): boolean => functions.some((name) => TABLES.includes(name));

/** All in one go; where Excel refuses that, one by one. */
async function enter(anchors: readonly Anchor[]): Promise<Reentered> {
  if (anchors.length === 0) return { entered: [], refused: [] };
  const together = await inExcel((context) => write(context, anchors)).then(
    () => true,
    () => false,
  );
  if (together) return { entered: anchors, refused: [] };
  const entered: Anchor[] = [];
  const refused: Refused[] = [];
  for (const anchor of anchors) {
    await inExcel((context) => write(context, [anchor])).then(
      () => entered.push(anchor),
      () => refused.push({ anchor, why: "refused" }),
    );
  }
  return { entered, refused };
}

async function write(context: Excel.RequestContext, anchors: readonly Anchor[]): Promise<void> {
  for (const { sheet, cell, formula } of anchors)
    context.workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[typedForm(formula)]];
  await context.sync();
}
