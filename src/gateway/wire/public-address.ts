import { BlockList, isIP, type LookupFunction } from "node:net";
import { Broken } from "./broken";

/** IPv4 that no provider has: private, loopback, link-local, shared, documentation, benchmarks, multicast, reserved. */
const NOT_PUBLIC_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** IPv6 in which an IPv4 address is the last 32 bits: mapped, and as a network without IPv4 translates it (RFC 6052). */
const EMBEDDING_V6 = ["::ffff:", "64:ff9b::"] as const;

/** Inside the global range, yet nobody's: Teredo and others of 2001::/23, documentation, 6to4 (an IPv4 in disguise). */
const NOT_PUBLIC_V6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_V4) {
  refused.addSubnet(net, prefix, "ipv4");
  for (const embedding of EMBEDDING_V6) refused.addSubnet(`${embedding}${net}`, 96 + prefix, "ipv6");
}
for (const [net, prefix] of NOT_PUBLIC_V6) refused.addSubnet(net, prefix, "ipv6");

/** All of IPv6 that is given out (2000::/3); so unspecified, loopback, local, unique-local and multicast are outside. */
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");
for (const embedding of EMBEDDING_V6) globalV6.addSubnet(`${embedding}0.0.0.0`, 96, "ipv6");

/** Whether this is an IP address that a public host can have. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !refused.check(address, "ipv4");
  return version === 6 && globalV6.check(address, "ipv6") && !refused.check(address, "ipv6");
}

/**
 * A lookup that fails ("PRIVATE_ADDRESS") where any address behind a name is not public. It is the lookup of the
 * connection itself, so that a name cannot lead elsewhere between the check and the connection.
 */
export function guarded(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) =>
    lookup(host, options, (error, address, family) => {
      const found = error
        ? []
        : typeof address === "string"
          ? [address]
          : address.map((each) => each.address);
      const notPublic = found.find((each) => !isPublicAddress(each));
      if (notPublic === undefined) callback(error, address, family);
      else callback(new Broken("PRIVATE_ADDRESS", notPublic), []);
    });
}

/** Connections to addresses in numbers ask no lookup; so these are checked before. */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new Broken("PRIVATE_ADDRESS", host);
}
