import type { CallOutcome } from "./function-results";

/**
 * The last answers of each cell's calls. The engine evaluates a sheet far more often than Excel calculates: after a new
 * chart, a name, a renamed sheet. A call is made again only when Excel would make it: with other arguments, in a cell
 * that was typed into, or when calculation is asked for.
 */
export interface AnswerMemory {
  readonly find: (address: string, key: string) => CallOutcome | undefined;
  readonly keep: (address: string, key: string, outcome: CallOutcome) => void;
  readonly forget: (address: string) => void;
  readonly forgetAll: () => void;
}

const CELLS_KEPT = 200_000;
const CALLS_PER_CELL = 16;

export function answerMemory(): AnswerMemory {
  const byCell = new Map<string, Map<string, CallOutcome>>();
  return {
    find: (address, key) => byCell.get(address)?.get(key),
    keep(address, key, outcome) {
      const calls = byCell.get(address) ?? new Map<string, CallOutcome>();
      if (calls.size >= CALLS_PER_CELL) calls.clear();
      calls.set(key, outcome);
      if (byCell.size >= CELLS_KEPT) byCell.clear();
      byCell.set(address, calls);
    },
    forget: (address) => void byCell.delete(address),
    forgetAll: () => byCell.clear(),
  };
}
