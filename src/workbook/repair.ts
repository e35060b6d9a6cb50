import { isDamaged, type Anchor } from "./anchor";
import { inExcel } from "./office-problem";
import { reenter, type ReenterOptions, type Refused } from "./reenter";

export interface Repair {
  readonly repaired: readonly Anchor[];
  /** Not touched, and why; or still `#NAME?` after their formula was entered. */
  readonly left: readonly Refused[];
}

const BATCH = 500;

/** Enters the formulas again that Excel shows as `#NAME?`, as far as that is safe; says which are left. */
export async function repair(anchors: readonly Anchor[], options: ReenterOptions): Promise<Repair> {
  const { entered, refused } = await reenter(anchors.filter(isDamaged), options);
  const repaired: Anchor[] = [];
  const left: Refused[] = [...refused];
  for (let i = 0; i < entered.length; i += BATCH) {
    const batch = entered.slice(i, i + BATCH);
    const shown = await inExcel((context) => shownIn(context, batch));
    for (const [k, anchor] of batch.entries())
      if (shown[k] === "#NAME?") left.push({ anchor, why: "refused" });
      else repaired.push(anchor);
  }
  return { repaired, left };
}

async function shownIn(
  context: Excel.RequestContext,
  anchors: readonly Anchor[],
): Promise<readonly unknown[]> {
  const ranges = anchors.map(({ sheet, cell }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    range.load("values");
    return range;
  });
  await context.sync();
  return ranges.map(({ values }) => values[0]?.[0] as unknown);
}
