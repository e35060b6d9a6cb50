/** Runs `work` unless another one runs under the same name; then resolves to undefined at once. */
export type Alone = <T>(task: string, work: () => Promise<T>) => Promise<T | undefined>;

/** A lease as one process holds it. */
export interface Lease {
  /** Says that the work still goes on; called now and then. */
  readonly renew: () => Promise<void>;
  readonly release: () => Promise<void>;
}

export interface LeaseOptions {
  /** Undefined where another process holds the lease. */
  readonly take: (task: string) => Promise<Lease | undefined>;
  readonly renewMs: number;
  /** Hears that leases do not work, and why; then the work is done rather than nothing. */
  readonly onFailure: (task: string, thrown: unknown) => void;
}

/**
 * Work that one process does at a time, held together by leases among those that share a place. Where leases fail the
 * work is done all the same: doing it twice costs a request to a provider, not doing it leaves old figures.
 */
export function leased({ take, renewMs, onFailure }: LeaseOptions): Alone {
  const running = new Set<string>();

  const holding = async <T>(task: string, work: () => Promise<T>): Promise<T | undefined> => {
    let lease: Lease | undefined;
    try {
      lease = await take(task);
      if (!lease) return undefined;
    } catch (thrown) {
      onFailure(task, thrown);
    }
    const held = lease;
    const timer = setInterval(
      () => void held?.renew().catch((thrown: unknown) => onFailure(task, thrown)),
      renewMs,
    );
    timer.unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await held?.release().catch((thrown: unknown) => onFailure(task, thrown));
    }
  };

  return async (task, work) => {
    if (running.has(task)) return undefined;
    running.add(task);
    try {
      return await holding(task, work);
    } finally {
      running.delete(task);
    }
  };
}
