import { decorrelatedJitterGenerator, ExponentialBackoff, type IBackoff } from "cockatiel";
import { Problem } from "../../domain/problem";
import type { Instant } from "../../sources/common/calendar";
import type { Ask, Reply, Source } from "../../sources/common/source";
import { concealing } from "./concealing";
import type { Deadline } from "./deadline";
import { destinationOf, placeOf, redirectedTo, type AddressOf, type Destination } from "./destination";
import type { Log } from "./event";
import type { Errand } from "./exchange";
import type { HostGate, Sleep } from "./host-gate";
import type { WireLimits } from "./limits";
import { failedForGood, type Failure, type Outcome } from "./outcome";

/** What one call needs of the wire. */
export interface Surroundings {
  readonly limits: WireLimits;
  readonly addressOf: AddressOf | undefined;
  readonly now: () => Instant;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly gateOf: (host: string) => HostGate;
  readonly exchange: (errand: Errand) => Promise<Outcome>;
}

/**
 * One call: attempts until one is answered, no other would help or the time is up. The only place where anything is
 * tried twice. `within` ends it; the Problem that it is cut with stands only where no attempt has failed before.
 */
export async function call(
  source: Source,
  ask: Ask,
  within: Deadline,
  surroundings: Surroundings,
): Promise<Reply> {
  const { limits, addressOf, now, sleep, log } = surroundings;
  const begun = now();
  const patience = (): number => limits.callMs - (now() - begun);
  const conceal = concealing(ask.secret);
  const to = destinationOf(source, ask, addressOf);
  const said = { source: source.id, host: to.url.host, path: ask.path };
  let backoff: IBackoff<unknown> | undefined;
  let last: Problem | undefined;

  for (let attempt = 1; ; attempt++) {
    const outcome = await within
      .race(follow({ source, ask, to, conceal, patience, signal: within.signal }, surroundings))
      .catch((thrown: unknown) => cutShort(thrown, within, last));
    if (outcome.kind === "replied") {
      const { reply, bytes } = outcome;
      log({ event: "answered", ...said, status: reply.status, bytes, ms: now() - begun });
      return reply;
    }
    const { problem, again, restMs = 0 } = outcome;
    last = problem;
    backoff = backoff ? backoff.next(undefined) : pauses(limits).next();
    const pauseMs = Math.ceil(backoff.duration);
    const againIn = Math.max(pauseMs, restMs);
    const isWorthwhile = again && attempt < limits.attempts && againIn < patience();
    const failed = {
      event: "failed",
      ...said,
      attempt,
      problem: problem.kind,
      says: problem.message,
    } as const;
    log(isWorthwhile ? { ...failed, againIn } : failed);
    if (!isWorthwhile) throw problem;
    // What is left then of a rest that the host asked for is waited for at its gate, by everyone.
    await within.race(sleep(pauseMs, within.signal));
  }
}

const pauses = ({ pauseMs, longestPauseMs }: WireLimits): ExponentialBackoff<[number, number]> =>
  new ExponentialBackoff({
    generator: decorrelatedJitterGenerator,
    initialDelay: pauseMs,
    maxDelay: longestPauseMs,
  });

/** The end of the call itself, as a failure; why it failed before says more than that the time is up. */
function cutShort(thrown: unknown, within: Deadline, last: Problem | undefined): Failure {
  const { reason } = within.signal as { readonly reason: unknown };
  if (!(thrown instanceof Problem) || thrown !== reason) throw thrown;
  return { kind: "failed", problem: last ?? thrown, again: false, hostFailed: false };
}

interface Attempt {
  readonly source: Source;
  readonly ask: Ask;
  readonly to: Destination;
  readonly conceal: (text: string) => string;
  readonly patience: () => number;
  readonly signal: AbortSignal;
}

/** One attempt: the request, and those that it is redirected to, each through the gate of its own host. */
async function follow(
  { source, ask, to: first, conceal, patience, signal }: Attempt,
  { limits, addressOf, log, gateOf, exchange }: Surroundings,
): Promise<Exclude<Outcome, { readonly kind: "redirected" }>> {
  let to = first;
  for (let redirects = 0; ; redirects++) {
    const here = to;
    const { host } = here.url;
    const who = `${source.id} (${host})`;
    const outcome = await gateOf(host).pass({ who, politeness: source.politeness, patience, signal }, () =>
      exchange({ to: here, ask, who, conceal, signal }),
    );
    if (outcome.kind !== "redirected") return outcome;
    const next = redirectedTo(outcome.location, here.url, source, addressOf);
    const place = conceal(placeOf(outcome.location, here.url)).slice(0, 80);
    if (!next)
      return failedForGood(
        "unreachable",
        `${who} wanted to lead to ${place}, which is not one of its addresses; see whether the provider has moved, and report it.`,
      );
    if (redirects === limits.redirects)
      return failedForGood(
        "unreachable",
        `${who} led on more than ${redirects} times, at last to ${place}; try again later, or report it.`,
      );
    log({ event: "redirected", source: source.id, host, to: next.url.host });
    to = next;
  }
}
