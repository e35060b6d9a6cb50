import { useCallback, useEffect, useRef, useState } from "react";
import { ledger } from "../../functions/bridge/runtime";
import { followSelection, type Following, type Seen } from "../../workbook/follow-selection";

/** What is selected, followed for as long as somebody looks; undefined until it was read once. */
export function useSelection(isLookedAt: boolean): {
  readonly seen: Seen | undefined;
  readonly again: () => void;
} {
  const [seen, setSeen] = useState<Seen>();
  const following = useRef<Following>(undefined);
  useEffect(() => {
    if (!isLookedAt) return undefined;
    let cell: string | undefined;
    const mine = followSelection((next) => {
      cell = next.kind === "seen" ? next.selection.focus?.anchor?.cell : undefined;
      setSeen(next);
    });
    following.current = mine;
    // Of thousands of calls in a recalculation only those of the cell that is looked at matter.
    const deaf = ledger().subscribe((address) => {
      if (cell !== undefined && address?.toUpperCase().endsWith(`!${cell}`)) mine.again();
    });
    return () => {
      deaf();
      mine.stop();
    };
  }, [isLookedAt]);
  return { seen, again: useCallback(() => following.current?.again(), []) };
}
