import { useState } from "react";
import { asProblem } from "../../domain/problem";
import { ledger } from "../../functions/bridge/runtime";
import type { Anchor } from "../../workbook/anchor";
import { recalculate } from "../../workbook/recalculate";
import { replaceFormula } from "../../workbook/replace-formula";

/** Where something that was asked of a cell stands. */
export type RepairState =
  | { readonly kind: "idle" | "recalculating" | "silent" | "changing" | "changed" }
  | { readonly kind: "failed"; readonly sentence: string };

export interface Repair {
  readonly state: RepairState;
  readonly recalculate: () => void;
  readonly change: (formula: string) => void;
}

/** Recalculates a cell, or puts another formula into it; `onDone` when the cell is another. */
export function useRepair(anchor: Anchor, onDone: () => void): Repair {
  const [state, setState] = useState<RepairState>({ kind: "idle" });
  const run = (kind: "recalculating" | "changing", work: () => Promise<RepairState>): void => {
    setState({ kind });
    work()
      .then(setState, (thrown: unknown) => setState({ kind: "failed", sentence: asProblem(thrown).message }))
      .finally(onDone);
  };
  return {
    state,
    recalculate: () =>
      run("recalculating", async () => {
        const { silent } = await recalculate([anchor], { answers: ledger() });
        return { kind: silent.length > 0 ? "silent" : "idle" };
      }),
    change: (formula) =>
      run("changing", async () => {
        await replaceFormula(anchor, formula);
        return { kind: "changed" };
      }),
  };
}
