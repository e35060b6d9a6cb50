import type { GridResult } from "./engine";

/** Who waits: a cell by its id (ids survive row insertion), or one evaluation outside any cell. */
export type Holder = number | symbol;

export interface OpenCall {
  readonly key: string;
  /** Undefined while the promise is open. */
  result: GridResult | undefined;
  readonly holders: Set<Holder>;
  readonly done: Promise<void>;
}

/**
 * The calls whose promise is open, and the settled ones whose waiting cells were not evaluated again yet. A cell that
 * nests two slow calls needs the first one's result until the second arrives: so a result stays as long as any of its
 * holders has something open, and not longer (the functions keep their own caches).
 */
export interface OpenCalls {
  readonly find: (key: string) => OpenCall | undefined;
  readonly open: (
    key: string,
    answer: PromiseLike<unknown>,
    settle: (call: OpenCall, outcome: Outcome) => void,
  ) => OpenCall;
  readonly hold: (call: OpenCall, holder: Holder) => void;
  /** The open calls that a holder waits for. */
  readonly awaited: (holder: Holder) => OpenCall[];
  /** A holder has its final value: whatever it held and nobody else holds is dropped. */
  readonly release: (holder: Holder) => void;
  readonly drop: (call: OpenCall) => void;
  readonly size: number;
  readonly openCount: number;
  readonly clear: () => void;
}

export type Outcome = { readonly value: unknown } | { readonly thrown: unknown };

export function openCalls(): OpenCalls {
  const byKey = new Map<string, OpenCall>();
  const held = new Map<Holder, Set<OpenCall>>();
  let openCount = 0;

  function drop(call: OpenCall): void {
    if (byKey.get(call.key) === call) byKey.delete(call.key);
  }

  return {
    find: (key) => byKey.get(key),
    open(key, answer, settle) {
      const finish = (outcome: Outcome): void => {
        openCount--;
        settle(call, outcome);
      };
      openCount++;
      const done = Promise.resolve(answer).then(
        (value) => {
          finish({ value });
        },
        (thrown: unknown) => {
          finish({ thrown });
        },
      );
      const call: OpenCall = { key, result: undefined, holders: new Set(), done };
      byKey.set(key, call);
      return call;
    },
    hold(call, holder) {
      call.holders.add(holder);
      const calls = held.get(holder);
      if (calls) calls.add(call);
      else held.set(holder, new Set([call]));
    },
    awaited: (holder) => [...(held.get(holder) ?? [])].filter((call) => call.result === undefined),
    release(holder) {
      for (const call of held.get(holder) ?? []) {
        call.holders.delete(holder);
        // An open call without a holder stays findable: whoever asks for the same next joins it.
        if (call.holders.size === 0 && call.result !== undefined) drop(call);
      }
      held.delete(holder);
    },
    drop,
    get size() {
      return byKey.size;
    },
    get openCount() {
      return openCount;
    },
    clear() {
      byKey.clear();
      held.clear();
    },
  };
}
