import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhenResult,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  type BulkheadPolicy,
} from "cockatiel";
import type { Instant } from "../../sources/common/calendar";
import type { Log } from "./event";
import type { WireLimits } from "./limits";
import { failedForGood, type Failure, type Outcome } from "./outcome";
import { untilWords } from "./retry-after";

/** Waits so many milliseconds; rejects when the signal ends. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Who wants to pass. */
export interface Passage {
  /** The provider in a sentence. */
  readonly who: string;
  /** Least time since the last request to this host, in milliseconds. */
  readonly politeness: number;
  /** Milliseconds that are left for waiting. */
  readonly patience: () => number;
  readonly signal: AbortSignal;
}

/** What all requests to one host pass, so that it is asked gently and left alone where it fails. */
export interface HostGate {
  readonly pass: (passage: Passage, exchange: () => Promise<Outcome>) => Promise<Outcome>;
}

export interface GateOptions {
  readonly host: string;
  readonly limits: WireLimits;
  readonly now: () => Instant;
  readonly sleep: Sleep;
  /** Of exchanges with any host. */
  readonly overall: BulkheadPolicy;
  readonly log: Log;
}

/**
 * The gate of one host. From the outside in: a few requests at a time and a bounded queue; the rest that the host asked
 * for (Retry-After); a few exchanges at a time overall; a breaker that opens after failures in a row; and a pause
 * between two starts.
 */
export function hostGate({ host, limits, now, sleep, overall, log }: GateOptions): HostGate {
  const slots = bulkhead(limits.perHost, limits.queue);
  let restUntil: Instant = 0;
  let openUntil: Instant = 0;
  const breaker = circuitBreaker(
    handleWhenResult((outcome) => (outcome as Outcome).kind === "failed" && (outcome as Failure).hostFailed),
    {
      breaker: new ConsecutiveBreaker(limits.failuresToOpen),
      halfOpenAfter: new DelegateBackoff(({ attempt }) => {
        const openMs = Math.min(limits.openMs * 2 ** (attempt - 1), limits.longestOpenMs);
        openUntil = now() + openMs;
        return openMs;
      }),
    },
  );
  breaker.onBreak(() => log({ event: "breaker", host, state: "open", until: openUntil }));
  breaker.onHalfOpen(() => log({ event: "breaker", host, state: "half-open" }));
  breaker.onReset(() => log({ event: "breaker", host, state: "closed" }));
  const turn = turns(now, sleep);

  const left = (until: Instant): number => Math.max(0, until - now());

  return {
    pass: async ({ who, politeness, patience, signal }, exchange) => {
      if (left(restUntil) > patience())
        return unreachable(
          `${who} asked to be left alone; do not ask it ${untilWords(left(restUntil), now())}.`,
        );
      try {
        return await slots.execute(async () => {
          if (left(restUntil) > 0) await sleep(left(restUntil), signal);
          const asked = (): Promise<Outcome> =>
            breaker.execute(async () => {
              await turn(politeness, signal);
              const outcome = await exchange();
              if (outcome.kind === "failed" && outcome.restMs !== undefined)
                restUntil = Math.max(restUntil, now() + Math.min(outcome.restMs, limits.longestRestMs));
              return outcome;
            }, signal);
          return overall.execute(asked, signal);
        }, signal);
      } catch (thrown) {
        if (isBrokenCircuitError(thrown))
          return unreachable(
            `${who} failed ${limits.failuresToOpen} times in a row and is not asked ${untilWords(left(openUntil), now())}; wait until then.`,
          );
        if (isBulkheadRejectedError(thrown))
          return unreachable(`Too many requests to ${who} are waiting already; try again in a minute.`);
        throw thrown;
      }
    },
  };
}

const unreachable = (sentence: string): Failure => failedForGood("unreachable", sentence);

/** Lets one after the other start, each so long after the one before. */
function turns(now: () => Instant, sleep: Sleep): (gapMs: number, signal: AbortSignal) => Promise<void> {
  let lastStart: Instant = -Infinity;
  let queue: Promise<void> = Promise.resolve();
  return (gapMs, signal) => {
    const mine = queue.then(async () => {
      // Never longer than the gap, should the clock be set back meanwhile.
      const waitMs = Math.min(gapMs, lastStart + gapMs - now());
      if (waitMs > 0) await sleep(waitMs, signal);
      lastStart = now();
    });
    // Who gives up while waiting lets the next one pass.
    queue = mine.catch(() => undefined);
    return mine;
  };
}
