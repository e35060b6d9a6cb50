const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** From when to when after each event the next look falls; where in between is left to chance. */
const WAITS = {
  /** Cells come first. */
  opened: [5 * SECOND, 20 * SECOND],
  answered: [4 * HOUR, 6 * HOUR],
  failed: [10 * MINUTE, 20 * MINUTE],
  online: [2 * SECOND, 20 * SECOND],
} as const satisfies Record<string, readonly [number, number]>;

export interface BackgroundCheckHost {
  /** Looks for newer figures and says whether the gateway answered; is to stop soon after the signal. */
  readonly check: (signal: AbortSignal) => Promise<boolean>;
  /** From 0 to below 1: workbooks that are opened together must not ask together. */
  readonly random: () => number;
  /** Calls back once after so many milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Calls back whenever the network has returned, until the returned function is called. */
  readonly onOnline: (run: () => void) => () => void;
}

/**
 * Looks for newer figures soon after opening, every few hours, and when the network returns; one look at a time. Returns
 * how to end it.
 */
export function checkInBackground({ check, random, after, onOnline }: BackgroundCheckHost): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let cancel: (() => void) | undefined;
  let running = false;
  let returns = 0;

  const look = async (): Promise<void> => {
    running = true;
    const before = returns;
    const answered = await check(signal).catch(() => false);
    running = false;
    // A look during which the network returned may have failed for want of it.
    schedule(returns > before ? "online" : answered ? "answered" : "failed");
  };
  const schedule = (event: keyof typeof WAITS): void => {
    if (signal.aborted) return;
    cancel?.();
    const [least, most] = WAITS[event];
    cancel = after(least + random() * (most - least), () => void look());
  };

  schedule("opened");
  const deaf = onOnline(() => {
    returns++;
    if (!running) schedule("online");
  });
  return () => {
    ending.abort();
    cancel?.();
    deaf();
  };
}
