import { Problem } from "../../domain/problem";
import type { Ask, Source } from "../../sources/common/source";

/** An operator's own address for one of a source's, such as a mirror; undefined: none. */
export type AddressOf = (source: Source, name: string) => string | undefined;

/** One address of a source. */
interface Address {
  readonly base: URL;
  /** Set by the operator: it may be http, and a host of the operator's own network. */
  readonly byOperator: boolean;
}

/** Where one request goes. */
export interface Destination {
  readonly url: URL;
  /** Whether the operator named this very host. */
  readonly byOperator: boolean;
}

/** The address of what a source asks for. One that is not a plain https address, or a path that leaves it, is a Problem. */
export function destinationOf(source: Source, ask: Ask, addressOf?: AddressOf): Destination {
  const { base, byOperator } = addressNamed(source, ask.at, addressOf);
  const url = new URL(base);
  const under = url.pathname.replace(/\/+$/, "");
  // Set as a path, so that neither ? nor # nor // in it can mean anything but themselves.
  url.pathname = `${under}${ask.path}`;
  if (!ask.path.startsWith("/") || !url.pathname.startsWith(`${under}/`))
    throw new Problem("unreadable", `${source.id} asked for a path outside its address; report it.`);
  for (const part of [ask.query, ask.secret])
    for (const [name, value] of Object.entries(part ?? {})) url.searchParams.set(name, value);
  return { url, byOperator };
}

/**
 * Where a redirect may lead: to a host of the same source's addresses, over https, or over http where the operator's
 * address is http and the request was. Anything else is undefined.
 */
export function redirectedTo(
  location: string | undefined,
  from: URL,
  source: Source,
  addressOf?: AddressOf,
): Destination | undefined {
  const url = location === undefined ? undefined : parsed(location, from);
  if (!url || url.username !== "" || url.password !== "") return undefined;
  const isHttps = url.protocol === "https:";
  if (!isHttps && (url.protocol !== "http:" || from.protocol === "https:")) return undefined;
  const address = Object.keys(source.addresses)
    .map((name) => addressNamed(source, name, addressOf))
    .find(({ base }) => base.host === url.host && (isHttps || base.protocol === "http:"));
  return address && { url, byOperator: address.byOperator };
}

/** The host that a redirect names, for a sentence. */
export function placeOf(location: string | undefined, from: URL): string {
  const url = location === undefined ? undefined : parsed(location, from);
  if (!url) return "nowhere that can be read";
  return `${url.protocol}//${url.host}`;
}

function addressNamed(source: Source, name: string, addressOf?: AddressOf): Address {
  const usual = source.addresses[name];
  const set = addressOf?.(source, name);
  const byOperator = set !== undefined && set !== usual;
  const base = parsed(set ?? usual ?? "");
  const isPlain =
    base !== undefined &&
    (base.protocol === "https:" || (byOperator && base.protocol === "http:")) &&
    base.username + base.password + base.hash === "";
  if (isPlain) return { base, byOperator };
  // The address itself stays unsaid: it may hold a password.
  throw new Problem(
    "unreachable",
    byOperator
      ? `The address set for ${source.id} (${name}) is not an http or https address without a password; correct it.`
      : `${source.id} has no https address named ${name}; report it.`,
  );
}

function parsed(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
}
