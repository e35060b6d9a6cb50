/** How long, how often and how much: every bound of the wire in one place. Durations in milliseconds. */
export interface WireLimits {
  /** One exchange: connection, headers and body together, so that a slow drip ends too. */
  readonly exchangeMs: number;
  /** One call with all its waits, redirects and attempts. */
  readonly callMs: number;
  readonly attempts: number;
  /** About how long the first pause between attempts is, and how long none ever is. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  readonly redirects: number;
  /** Exchanges under way at the same time, with one host and with all. */
  readonly perHost: number;
  readonly overall: number;
  /** Requests that may wait for their turn, by host; one more is turned away. */
  readonly queue: number;
  /** Failures in a row after which a host is left alone, and for how long: twice as long every time, up to the longest. */
  readonly failuresToOpen: number;
  readonly openMs: number;
  readonly longestOpenMs: number;
  /** No provider is left alone for longer on its own word (Retry-After): an absurd one must not silence it for good. */
  readonly longestRestMs: number;
}

export const DEFAULT_LIMITS: WireLimits = {
  exchangeMs: 8_000,
  callMs: 25_000,
  attempts: 3,
  pauseMs: 500,
  longestPauseMs: 5_000,
  redirects: 3,
  perHost: 2,
  overall: 6,
  queue: 50,
  failuresToOpen: 5,
  openMs: 30_000,
  longestOpenMs: 600_000,
  longestRestMs: 3_600_000,
};
