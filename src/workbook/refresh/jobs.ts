import { asProblem } from "../../domain/problem";
import type { DeskOutcome, DeskState, JobKind } from "./desk-state";

type Change = { readonly [Key in keyof DeskState]?: DeskState[Key] | undefined };

/** One thing at a time, what it is, how far it is, and how it ended. */
export interface Jobs {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: (change: Change) => void;
  readonly progress: (kind: JobKind) => (done?: number, total?: number) => void;
  /** Does something unless something else is under way; whatever goes wrong is its outcome. */
  readonly run: (
    kind: JobKind,
    work: (signal: AbortSignal) => Promise<DeskOutcome | undefined>,
  ) => Promise<void>;
  readonly cancel: () => void;
}

export function makeJobs(): Jobs {
  const listeners = new Set<() => void>();
  let state: DeskState = {};
  let cancelling: AbortController | undefined;

  const tell = (change: Change): void => {
    const entries = Object.entries({ ...state, ...change });
    state = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    for (const listener of [...listeners]) listener();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
    progress:
      (kind) =>
      (done = 0, total = 0) =>
        tell({ job: { kind, done, total } }),
    run: async (kind, work) => {
      if (state.job) return;
      const { signal } = (cancelling = new AbortController());
      tell({ outcome: undefined, asks: undefined, job: { kind, done: 0, total: 0 } });
      const outcome = await work(signal).catch((thrown: unknown): DeskOutcome => ({
        kind: "failed",
        sentence: asProblem(thrown).message,
      }));
      cancelling = undefined;
      tell({ job: undefined, outcome });
    },
    cancel: () => cancelling?.abort(),
  };
}

/** What a promise comes to, or undefined as soon as the person cancels; what goes on then is nobody's business. */
export function untilCancelled<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
    promise.then(resolve, reject);
  });
}
