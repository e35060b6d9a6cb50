import { lookup as dnsLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { bulkhead } from "cockatiel";
import { Problem } from "../../domain/problem";
import type { Instant } from "../../sources/common/calendar";
import type { Wire } from "../wire";
import { call, type Surroundings } from "./call";
import { deadline, type Deadline } from "./deadline";
import type { AddressOf } from "./destination";
import type { Log } from "./event";
import { exchange } from "./exchange";
import { hostGate, type HostGate, type Sleep } from "./host-gate";
import { DEFAULT_LIMITS, type WireLimits } from "./limits";

export interface WebWireOptions {
  /** How the gateway names itself to providers. */
  readonly userAgent: string;
  /** The operator's own addresses; only hosts that they name may be http or inside a private network. */
  readonly addressOf?: AddressOf;
  /** Milliseconds since 1970. */
  readonly now: () => Instant;
  readonly log: Log;
  readonly limits?: Partial<WireLimits>;
  /** Waits between attempts and before a host's turn. */
  readonly sleep?: Sleep;
  /** The name service. */
  readonly lookup?: LookupFunction;
}

/** The wire to the providers' own hosts. */
export interface WebWire extends Wire {
  /** Ends all calls, each with a Problem ("unreachable"), and takes no more. */
  readonly close: () => void;
}

/**
 * The one wire behind all providers: GET over https to the hosts of a source's addresses and to no private one, bounded
 * in time, size, redirects, concurrency and attempts. A reply has status 200 or 4xx; a refusal that is neither of a type
 * asked for nor JSON nor plain text (a web page, say) has no text. A key that a reply echoes is taken out of it. Rejects
 * with a Problem only, and that without a cause: what lies below may name the key.
 */
export function webWire(options: WebWireOptions): WebWire {
  const { now, addressOf, userAgent, lookup = dnsLookup } = options;
  const limits: WireLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const sleep: Sleep = options.sleep ?? ((ms, signal) => pause(ms, undefined, { signal }));
  const log = unfailing(options.log);
  const overall = bulkhead(limits.overall, limits.queue);
  /** By host; as many as the sources have addresses. */
  const gates = new Map<string, HostGate>();
  const underWay = new Set<Deadline>();
  let isClosed = false;

  const surroundings: Surroundings = {
    limits,
    addressOf,
    now,
    sleep,
    log,
    gateOf: (host) => {
      const gate = gates.get(host) ?? hostGate({ host, limits, now, sleep, overall, log });
      gates.set(host, gate);
      return gate;
    },
    exchange: (errand) => exchange(errand, { userAgent, exchangeMs: limits.exchangeMs, lookup, now }),
  };

  const wire: Wire = async (source, ask) => {
    if (isClosed) throw closing();
    const within = deadline(limits.callMs, () => tooLate(source.id, limits.callMs));
    underWay.add(within);
    try {
      return await call(source, ask, within, surroundings);
    } catch (thrown) {
      throw thrown instanceof Problem ? thrown : unexpected(source.id, thrown);
    } finally {
      within.clear();
      underWay.delete(within);
    }
  };

  return Object.assign(wire, {
    close: () => {
      isClosed = true;
      for (const within of underWay) within.cut(closing());
    },
  });
}

const closing = (): Problem =>
  new Problem("unreachable", "The gateway is closing; ask again when it has started anew.");

const tooLate = (who: string, callMs: number): Problem =>
  new Problem(
    "unreachable",
    `${who} gave no answer within ${callMs / 1000} s, the wait for its turn included; try again in a minute.`,
  );

/** Nothing of what was thrown but its name: the rest may quote an address with its key. */
const unexpected = (who: string, thrown: unknown): Problem =>
  new Problem(
    "unreachable",
    `${who} could not be asked (${thrown instanceof Error ? thrown.name : typeof thrown}); report it.`,
  );

/** A log that fails must not take the answer with it. */
function unfailing(log: Log): Log {
  return (event) => {
    try {
      log(event);
    } catch (thrown) {
      console.error(thrown);
    }
  };
}
