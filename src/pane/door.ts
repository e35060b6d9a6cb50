/** How a button of the ribbon, or one part of the pane, asks for another part. */
export interface Door {
  /** The tab that was asked for last, a new object each time; undefined until one is. */
  readonly asked: { readonly tab: string; readonly words?: string } | undefined;
  /** With words that the part is to look for. */
  readonly ask: (tab: string, words?: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** It remembers what was asked for before the pane was there. */
export function makeDoor(): Door {
  const listeners = new Set<() => void>();
  let asked: Door["asked"];
  return {
    get asked() {
      return asked;
    },
    ask: (tab, words) => {
      asked = { tab, ...(words !== undefined && { words }) };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
