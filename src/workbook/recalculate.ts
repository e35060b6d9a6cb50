import { areaName, splitAddress } from "./address";
import { batchesOf, blocksOf, type CalculationBlock } from "./calculation-blocks";
import { inExcel } from "./office-problem";
import type { Anchor } from "./scan";

/** What the ledger of invocations tells: the address of every call, as it is answered. */
export interface Answers {
  readonly subscribe: (listener: (address: string | undefined) => void) => () => void;
}

export interface RecalculateOptions {
  readonly answers: Answers;
  readonly onProgress?: (answered: number, total: number) => void;
  /** Ends after the block that is under way. */
  readonly signal?: AbortSignal;
  /** For how long Excel may be silent before the rest of a block is given up. */
  readonly patienceMs?: number;
}

export interface Recalculation {
  readonly answered: number;
  /** Anchors that Excel did not work out in time. */
  readonly silent: readonly Anchor[];
  readonly cancelled: boolean;
}

const PATIENCE_MS = 10_000;

/**
 * Recalculates our formulas, and what depends on them. Block by block with Range.calculate: recalculating a whole sheet
 * has left cells at #BUSY! (office-js #6662). Whether a cell was worked out is read from our own functions' calls, since
 * its value does not tell: the old one stays until the new one is there (#4152, #6930).
 */
export async function recalculate(
  anchors: readonly Anchor[],
  { answers, onProgress, signal, patienceMs = PATIENCE_MS }: RecalculateOptions,
): Promise<Recalculation> {
  const silent = new Map(anchors.map((anchor) => [keyOf(anchor.address), anchor]));
  let heard: () => void = () => undefined;
  const stop = answers.subscribe((address) => {
    if (address === undefined || !silent.delete(keyOf(address))) return;
    onProgress?.(anchors.length - silent.size, anchors.length);
    heard();
  });
  try {
    for (const batch of batchesOf(blocksOf(anchors))) {
      if (signal?.aborted) break;
      const keys = batch.flatMap((block) => block.anchors.map(({ address }) => keyOf(address)));
      const open = (): number => keys.filter((key) => silent.has(key)).length;
      const asked = open();
      await inExcel((context) => calculate(context, batch));
      let listening = true;
      while (listening && open() > 0)
        listening = await nextOf((resolve) => (heard = resolve), patienceMs, signal);
      // Not one answer: the next batch would only wait as long again.
      if (asked > 0 && open() === asked) break;
    }
    if (signal?.aborted !== true) await inExcel(dependents);
  } finally {
    stop();
  }
  const rest = [...silent.values()];
  return { answered: anchors.length - rest.length, silent: rest, cancelled: signal?.aborted === true };
}

async function calculate(context: Excel.RequestContext, blocks: readonly CalculationBlock[]): Promise<void> {
  for (const { sheet, area } of blocks)
    context.workbook.worksheets.getItem(sheet).getRange(areaName(area)).calculate();
  await context.sync();
}

/** Range.calculate passes cells by that depend on it indirectly (#5063); those are marked dirty by then. */
async function dependents(context: Excel.RequestContext): Promise<void> {
  context.workbook.application.calculate("Recalculate");
  await context.sync();
}

/** Whether something was heard before the patience or the user's ended. */
function nextOf(
  listen: (resolve: () => void) => void,
  patienceMs: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (heard: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", aborted);
      resolve(heard);
    };
    const aborted = (): void => end(false);
    const timer = setTimeout(() => end(false), patienceMs);
    signal?.addEventListener("abort", aborted);
    listen(() => end(true));
  });
}

/** Excel writes the same cell with and without quotes and the file's name. */
function keyOf(address: string): string {
  const { sheet, cells } = splitAddress(address);
  return `${sheet}!${cells}`.toUpperCase();
}
