import { areaName, cellName, readArea, type Area } from "../address";
import { inExcel } from "../office-problem";
import { functionsIn, typedForm } from "../our-formulas";
import { isTurkish } from "../reenter";
import { refuseReadOnly } from "../writable";
import { frozenStore, namesOfBlock, type FrozenStore } from "./freeze";
import { frozenDocument, readFrozen, type FrozenBlock } from "./frozen-document";
import { isSamePlace, placeOf, placesOf, placeText, unfollow } from "./hidden-names";
import { formulaNow } from "./references";
import { stands, valuesOf } from "./survey";

/**
 * Why a formula is not restored. `gone`: its cells, or cells that it refers to, were deleted. `changed`: its cells hold
 * something else than what was frozen, or were moved apart. `unplaced`: it moved, and what it refers to is not known.
 */
export type NotThawed = "protected" | "turkish" | "gone" | "changed" | "unplaced" | "refused";

/** A frozen formula that stays frozen. */
export interface StillFrozen {
  readonly block: FrozenBlock;
  /** Where its cells are now, `'Figures'!C2:D6`; undefined where they are gone. */
  readonly address?: string;
  readonly why: NotThawed;
}

export interface Thawing {
  /** Addresses of the formulas that are back, `'Figures'!C2`. */
  readonly thawed: readonly string[];
  readonly left: readonly StillFrozen[];
  readonly cancelled: boolean;
}

export interface ThawOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

const BATCH = 100;

/** The formulas that are frozen in this workbook. */
export const frozenBlocks = async (store: FrozenStore = frozenStore()): Promise<readonly FrozenBlock[]> =>
  readFrozen(await store.read());

/**
 * Puts frozen formulas back where their values still stand, wherever rows and columns have moved them; everything else
 * stays untouched and is listed. What is back is taken out of the file.
 */
export async function thaw(
  { signal, onProgress }: ThawOptions = {},
  store: FrozenStore = frozenStore(),
): Promise<Thawing> {
  const turkish = await inExcel(async (context) => {
    await refuseReadOnly(context);
    return isTurkish(context);
  });
  const blocks = await frozenBlocks(store);
  if (turkish)
    return { thawed: [], left: blocks.map((block) => ({ block, why: "turkish" })), cancelled: false };
  const thawed: string[] = [];
  const left: StillFrozen[] = [];
  const finished = new Set<FrozenBlock>();
  try {
    for (let i = 0; i < blocks.length && !signal?.aborted; i += BATCH) {
      const looked = await inExcel((context) => look(context, blocks.slice(i, i + BATCH)));
      const restored = await restore(looked.flatMap((one) => (one.kind === "ready" ? [one] : [])));
      for (const one of [...looked.filter(({ kind }) => kind !== "ready"), ...restored]) {
        if (one.kind === "left") left.push(one.still);
        else finished.add(one.block);
        if (one.kind === "ready") thawed.push(one.address);
      }
      onProgress?.(Math.min(blocks.length, i + BATCH), blocks.length);
    }
  } finally {
    if (finished.size > 0) await drop(store, blocks, finished);
  }
  return { thawed, left, cancelled: signal?.aborted === true };
}

/** Forgets frozen formulas: their cells keep the values for good. */
export async function forgetFrozen(
  unwanted: readonly FrozenBlock[],
  store: FrozenStore = frozenStore(),
): Promise<void> {
  const blocks = await frozenBlocks(store);
  const names = new Set(unwanted.map(({ name }) => name));
  await drop(store, blocks, new Set(blocks.filter(({ name }) => names.has(name))));
}

async function drop(
  store: FrozenStore,
  blocks: readonly FrozenBlock[],
  unneeded: ReadonlySet<FrozenBlock>,
): Promise<void> {
  const rest = blocks.filter((block) => !unneeded.has(block));
  await store.write(frozenDocument(rest));
  const needed = new Set(rest.flatMap(namesOfBlock));
  const names = [...unneeded].flatMap(namesOfBlock).filter((name) => !needed.has(name));
  await inExcel((context) => unfollow(context, [...new Set(names)]));
}

interface Ready {
  readonly kind: "ready";
  readonly block: FrozenBlock;
  readonly sheet: string;
  readonly area: Area;
  readonly address: string;
  readonly formula: string;
  readonly formats: readonly (readonly string[])[];
}

interface Left {
  readonly kind: "left";
  readonly still: StillFrozen;
}

/** `live`: the formula is there, and nothing is left to do but to forget what was kept for it. */
type Looked = Ready | Left | { readonly kind: "live"; readonly block: FrozenBlock };

async function look(
  context: Excel.RequestContext,
  blocks: readonly FrozenBlock[],
): Promise<readonly Looked[]> {
  const places = await placesOf(context, [...new Set(blocks.flatMap(namesOfBlock))]);
  const looked = blocks.map((block) => {
    const place = places.get(block.name);
    if (place === undefined) return { block };
    const { sheet, cells } = placeOf(place);
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRange(cells);
    const corner = range.getCell(0, 0);
    range.load("values,valueTypes,numberFormat,rowCount,columnCount");
    corner.load("formulas");
    worksheet.protection.load("protected");
    return { block, place, sheet, cells, range, corner, protection: worksheet.protection };
  });
  await context.sync();
  return looked.map((one): Looked => {
    const { block } = one;
    if (one.range === undefined) return { kind: "left", still: { block, why: "gone" } };
    const { sheet, cells, range, corner, protection, place } = one;
    const address = placeText({ sheet, cells });
    const leave = (why: NotThawed): Looked => ({ kind: "left", still: { block, address, why } });
    if (functionsIn(corner.formulas[0]?.[0]).length > 0) return { kind: "live", block };
    if (!stands(block.values, valuesOf(range))) return leave("changed");
    const isMoved = !isSamePlace(place, placeText(block));
    if (isMoved && !block.references) return leave("unplaced");
    const formula = formulaNow(block.formula, block.references ?? [], places, sheet);
    if (formula === undefined) return leave("gone");
    if (protection.protected) return leave("protected");
    const area = readArea(cells);
    return {
      kind: "ready",
      block,
      sheet,
      area,
      address: placeText({ sheet, cells: cellName(area.row, area.column) }),
      formula: typedForm(formula),
      formats: formatsBack(block, range.numberFormat as readonly (readonly string[])[]),
    };
  });
}

/** Formats that freezing set are taken back; those that the user chose since stay. */
function formatsBack(
  { formats, shown }: FrozenBlock,
  now: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return now.map((row, r) =>
    row.map((format, c) => {
      const before = formats[r]?.[c] ?? format;
      // A cell that became a text's would show the formula itself.
      return format === (shown ?? formats)[r]?.[c] || format === "@" ? before : format;
    }),
  );
}

/** All in one go; where Excel refuses that, one by one, so that it is known which. */
async function restore(ready: readonly Ready[]): Promise<readonly (Ready | Left)[]> {
  if (await isDone((context) => write(context, ready))) return ready;
  const outcomes: (Ready | Left)[] = [];
  for (const one of ready) {
    const { block, address } = one;
    const done = await isDone((context) => write(context, [one]));
    outcomes.push(done ? one : { kind: "left", still: { block, address, why: "refused" } });
  }
  return outcomes;
}

const isDone = (run: (context: Excel.RequestContext) => Promise<void>): Promise<boolean> =>
  inExcel(run).then(
    () => true,
    () => false,
  );

/** The formula first, as if it were typed; then the other cells are emptied for it to fill. */
async function write(context: Excel.RequestContext, ready: readonly Ready[]): Promise<void> {
  for (const { sheet, area, formula, formats } of ready) {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const { row, column, rows, columns } = area;
    const part = (r: number, c: number, height: number, width: number): Excel.Range =>
      worksheet.getRange(areaName({ row: row + r, column: column + c, rows: height, columns: width }));
    part(0, 0, rows, columns).numberFormat = formats.map((line) => [...line]);
    part(0, 0, 1, 1).formulas = [[formula]];
    if (columns > 1) part(0, 1, 1, columns - 1).clear("Contents");
    if (rows > 1) part(1, 0, rows - 1, columns).clear("Contents");
  }
  await context.sync();
}
