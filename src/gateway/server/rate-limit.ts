import { isIPv6 } from "node:net";

/** How many clients are remembered; who is forgotten starts anew, with everything allowed. */
const MOST_CLIENTS = 10_000;

/** Lets a client through (0), or says after how many seconds it may ask again. */
export type Limiter = (client: string) => number;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A bucket of tokens for each client, one for each request: full at first with a minute's worth, and refilled evenly. `now`
 * gives milliseconds of any clock that only goes forward. Zero a minute means no limit.
 */
export function rateLimiter(perMinute: number, now: () => number, mostClients = MOST_CLIENTS): Limiter {
  if (perMinute === 0) return () => 0;
  /** Who asked least recently comes first, by the order of insertion. */
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;

  return (client) => {
    const at = now();
    const bucket = buckets.get(client) ?? { tokens: perMinute, at };
    bucket.tokens = Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMs);
    bucket.at = at;
    buckets.delete(client);
    buckets.set(client, bucket);
    if (buckets.size > mostClients) for (const eldest of buckets.keys()) if (buckets.delete(eldest)) break;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  };
}

/**
 * Whom a request counts for. Behind so many proxies of our own, the address that the outermost of them saw: what stands
 * further left in X-Forwarded-For anybody can have written. A whole /64 of IPv6 addresses is one client.
 */
export function clientBehind(
  socketAddress: string | undefined,
  forwardedFor?: string | readonly string[],
  trustedProxies = 0,
): string {
  const seen = trustedProxies === 0 || forwardedFor === undefined ? [] : forwardedChain(forwardedFor);
  return networkOf(seen.at(-Math.min(trustedProxies, seen.length)) ?? socketAddress ?? "");
}

const forwardedChain = (header: string | readonly string[]): readonly string[] =>
  String(header)
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");

function networkOf(address: string): string {
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice("::ffff:".length);
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(tail?.split(":") ?? [])];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
