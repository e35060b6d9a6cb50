import { asProblem } from "../../domain/problem";
import type { BatchReport, GatewayFigures } from "../figures";
import type { Log } from "../log";

export interface RefreshingOptions {
  readonly figures: GatewayFigures;
  readonly log: Log;
  readonly each?: ((report: BatchReport) => void) | undefined;
  /** From 0 to 1; several gateways must not all ask in the same second. */
  readonly random: () => number;
  /** Between the end of one round and the start of the next; half of it more or less by chance. */
  readonly everyMs?: number;
}

const EVERY_MS = 5 * 60_000;

/** Asks for what is due, at once and then from time to time, until it is stopped; never rejects. */
export function keepRefreshing(options: RefreshingOptions): { readonly stop: () => void } {
  const { figures, log, each, random, everyMs = EVERY_MS } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const round = async (): Promise<void> => {
    try {
      await figures.refresh(each ? { each } : {});
    } catch (thrown) {
      log.warn("refresh failed", { why: asProblem(thrown).message });
    }
    if (!stopped) timer = setTimeout(() => void round(), everyMs * (0.5 + random())).unref();
  };

  void round();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
