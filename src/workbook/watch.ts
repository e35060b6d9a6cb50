import { splitAddress } from "../file/address";
import type { Anchor } from "./anchor";

/** What the ledger of invocations tells: the address of every call, as it is answered. */
export interface Answers {
  readonly subscribe: (listener: (address: string | undefined) => void) => () => void;
}

/** Which cells have been worked out since the watch began. */
export interface Watch {
  readonly silent: () => readonly Anchor[];
  readonly isSilent: (anchor: Anchor) => boolean;
  /**
   * Waits until all of these were heard, or nothing was for so long, or the signal came. Says how many are silent still.
   */
  readonly wait: (
    anchors: readonly Anchor[],
    patienceMs: number,
    signal: AbortSignal | undefined,
  ) => Promise<number>;
  readonly stop: () => void;
}

export function watchAnswers(
  anchors: readonly Anchor[],
  answers: Answers,
  onProgress?: (answered: number, total: number) => void,
): Watch {
  const silent = new Map(anchors.map((anchor) => [keyOf(anchor.address), anchor]));
  let heard: () => void = () => undefined;
  const stop = answers.subscribe((address) => {
    if (address === undefined || !silent.delete(keyOf(address))) return;
    onProgress?.(anchors.length - silent.size, anchors.length);
    heard();
  });
  const isSilent = ({ address }: Anchor): boolean => silent.has(keyOf(address));
  return {
    silent: () => [...silent.values()],
    isSilent,
    wait: async (some, patienceMs, signal) => {
      const open = (): number => some.filter(isSilent).length;
      let listening = true;
      while (listening && open() > 0)
        listening = await nextOf((resolve) => (heard = resolve), patienceMs, signal);
      return open();
    },
    stop,
  };
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
    listen(() => end(true));
    if (signal?.aborted) end(false);
    else signal?.addEventListener("abort", aborted);
  });
}

/** Excel writes the same cell with and without quotes and the file's name. */
function keyOf(address: string): string {
  const { sheet, cells } = splitAddress(address);
  return `${sheet}!${cells}`.toUpperCase();
}
