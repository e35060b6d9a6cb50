import type { Series } from "../../domain/series";
import { ALL_SOURCES } from "../../sources/index";

/** The figures are public: any page may read them, Excel on the web from its own. */
const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Retry-After, X-Request-Id",
} as const;

const CAREFUL = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" } as const;

/** A document is data: nothing in it may load, run or be framed. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What every answer with data has. */
export const DATA_HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  ...OPEN_TO_ALL,
  ...CAREFUL,
  "Content-Security-Policy": DATA_POLICY,
} as const;

/** Answers that nobody may keep. */
export const UNKEPT = { "Cache-Control": "no-store" } as const;

/** The answer to a browser that asks whether it may ask (If-None-Match is not a simple header). */
export const PREFLIGHT_HEADERS = {
  ...OPEN_TO_ALL,
  ...CAREFUL,
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Headers": "Accept, If-None-Match",
  "Access-Control-Max-Age": "86400",
} as const;

/** Who lets only their subscribers have the figures. */
const RESTRICTED: ReadonlySet<string> = new Set(
  ALL_SOURCES.flatMap(({ id, restricted }) => (restricted ? [id] : [])),
);

/**
 * For how long a document may be kept, and by whom: a cache between may not hand out figures of a subscription. One that is stale or embedded is soon replaced by a better one; while the gateway
 * is out of reach, a week-old one is better than none, and the add-in says how old it is.
 */
export function seriesCaching(series: Series): string {
  const who = RESTRICTED.has(series.source.id) ? "private" : "public";
  return series.stale === true || series.embedded === true
    ? `${who}, max-age=60, stale-while-revalidate=600, stale-if-error=604800`
    : `${who}, max-age=300, stale-while-revalidate=86400, stale-if-error=604800`;
}

export const CATALOG_CACHING = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";
export const STATUS_CACHING = "public, max-age=10, stale-while-revalidate=60, stale-if-error=600";

/** Hosts that people have seen Office show add-ins in; Microsoft publishes no list (docs/deploy.md). */
export const OFFICE_HOSTS = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://excel.cloud.microsoft",
  "https://*.office.com",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
] as const;

/** The add-in's page loads itself and Office.js, which sets styles in attributes, and nothing else. */
const pagePolicy = (frameAncestors: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self' https://appsforoffice.microsoft.com",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(" ")}`,
  ].join("; ");

/** Headers of a file of the add-in, as docs/deploy.md lists them; never X-Frame-Options, which would keep Excel on the web out. */
export function fileHeaders(
  name: string,
  type: string,
  frameAncestors: readonly string[],
): Readonly<Record<string, string>> {
  return {
    "Content-Type": type,
    ...OPEN_TO_ALL,
    ...CAREFUL,
    "Content-Security-Policy": type.startsWith("text/html") ? pagePolicy(frameAncestors) : DATA_POLICY,
    "Cache-Control": fileCaching(name),
  };
}

/** A name with a hash of its content never changes; Office shows a blank in place of an icon that it may not keep. */
function fileCaching(name: string): string {
  if (/\.[0-9a-f]{12}\.\w+$/.test(name)) return "public, max-age=31536000, immutable";
  return /\.(?:png|ico|svg)$/.test(name) ? "public, max-age=86400" : "public, max-age=300, must-revalidate";
}
