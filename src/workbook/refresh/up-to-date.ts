import type { Problem } from "../../domain/problem";
import type { Ledger } from "../../functions/bridge/ledger";
import type { Anchor } from "../anchor";
import { isDamaged } from "../anchor";
import { rebindCharts, type UnboundChart } from "../chart-rebind";
import { callsAt } from "../preview/faces";
import { recalculate, type Recalculation } from "../recalculate";
import { reenter } from "../reenter";
import { scan } from "../scan";

/** A formula that has no answer with the figures as they are. */
export interface Unanswered {
  readonly anchor: Anchor;
  readonly problem: Problem;
}

export interface UpToDate extends Recalculation {
  readonly total: number;
  readonly unanswered: readonly Unanswered[];
  /** Formulas that wait to be entered again: nothing recalculates them. */
  readonly damaged: number;
  readonly unbound: readonly UnboundChart[];
}

export interface UpToDateOptions {
  readonly ledger: Pick<Ledger, "callsAt" | "subscribe">;
  readonly namespace: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  readonly patienceMs?: number | undefined;
}

/** Recalculates every formula of ours with the figures in use, and has the charts read their cells again. */
export async function bringUpToDate({
  ledger,
  namespace,
  signal,
  onProgress,
  patienceMs,
}: UpToDateOptions): Promise<UpToDate> {
  const { anchors } = await scan({ signal });
  const sound = anchors.filter((anchor) => !isDamaged(anchor));
  const done = await recalculate(sound, {
    answers: ledger,
    signal,
    onProgress,
    ...(patienceMs !== undefined && { patienceMs }),
    reenter: (silent) => reenter(silent, { namespace, signal }),
  });
  const { unbound } = done.cancelled ? { unbound: [] } : await rebindCharts();
  const unanswered = sound.flatMap((anchor): readonly Unanswered[] => {
    const failed = callsAt(anchor, ledger).find(({ problem }) => problem !== undefined);
    return failed?.problem ? [{ anchor, problem: failed.problem }] : [];
  });
  return { ...done, total: sound.length, unanswered, damaged: anchors.length - sound.length, unbound };
}
