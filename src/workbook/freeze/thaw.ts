import { areaName } from "../../file/address";
import { inExcel } from "../office-problem";
import { isTurkish } from "../reenter";
import { refuseReadOnly } from "../writable";
import { namesOfBlock } from "../../file/frozen-references";
import { frozenStore, type FrozenStore } from "./freeze";
import { frozenDocument, readFrozen, type FrozenBlock } from "../../file/frozen-document";
import { look, type Left, type Ready, type StillFrozen } from "./frozen-state";
import { unfollow } from "./hidden-names";

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
