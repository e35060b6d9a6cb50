import { areaName } from "../file/address";
import type { Anchor } from "./anchor";
import { batchesOf, blocksOf, type CalculationBlock } from "./calculation-blocks";
import { inExcel } from "./office-problem";
import type { Refused, Reentered } from "./reenter";
import { watchAnswers, type Answers } from "./watch";

export interface RecalculateOptions {
  readonly answers: Answers;
  readonly onProgress?: (answered: number, total: number) => void;
  /** Ends after the block that is under way. */
  readonly signal?: AbortSignal | undefined;
  /** For how long Excel may be silent before the rest of a block is given up. */
  readonly patienceMs?: number;
  /** The last resort for what Excel does not work out: enters formulas again, as far as that is safe. */
  readonly reenter?: (silent: readonly Anchor[]) => Promise<Reentered>;
}

export interface Recalculation {
  readonly answered: number;
  /** Anchors that Excel did not work out in time. */
  readonly silent: readonly Anchor[];
  /** Those among them that could not be entered again, and why. */
  readonly refused: readonly Refused[];
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
  { answers, onProgress, signal, patienceMs = PATIENCE_MS, reenter }: RecalculateOptions,
): Promise<Recalculation> {
  const watch = watchAnswers(anchors, answers, onProgress);
  let refused: readonly Refused[] = [];
  try {
    for (const batch of batchesOf(blocksOf(anchors))) {
      if (signal?.aborted) break;
      const asked = batch.flatMap((block) => block.anchors).filter(watch.isSilent);
      await inExcel((context) => calculate(context, batch));
      const open = await watch.wait(asked, patienceMs, signal);
      // Not one answer: the next batch would only wait as long again.
      if (asked.length > 0 && open === asked.length) break;
    }
    if (reenter && watch.silent().length > 0 && !signal?.aborted) {
      const again = await reenter(watch.silent());
      ({ refused } = again);
      await watch.wait(again.entered, patienceMs, signal);
    }
    if (signal?.aborted !== true) await inExcel(dependents);
  } finally {
    watch.stop();
  }
  const silent = watch.silent();
  return {
    answered: anchors.length - silent.length,
    silent,
    refused: refused.filter(({ anchor }) => silent.includes(anchor)),
    cancelled: signal?.aborted === true,
  };
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
