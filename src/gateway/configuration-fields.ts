import * as v from "valibot";
import type { ProviderId } from "../catalog/routes";
import { secret, type Secret } from "./secret";
import { OFFICE_HOSTS } from "./server/headers";
import { LOG_LEVELS } from "./server/log";

/** Where vintages are kept. The address of a Redis may hold a password. */
export type StorePlace =
  | { readonly kind: "folder"; readonly folder: string; readonly words: string }
  | { readonly kind: "redis"; readonly url: Secret; readonly words: string };

/** A whole number in some bounds; the schema's message completes "… must be". */
const count = (from: number, to: number, what = "a whole number") => {
  const message = `${what} from ${from} to ${to}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, message),
    v.transform(Number),
    v.minValue(from, message),
    v.maxValue(to, message),
  );
};
const port = count(0, 65_535, "a port");

const YES = ["1", "true", "yes", "on"];
const NO = ["0", "false", "no", "off"];
const yesOrNo = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.check((text) => YES.includes(text) || NO.includes(text), "yes or no"),
  v.transform((text) => YES.includes(text)),
);

const FRAME_ANCESTOR =
  /^(?:'self'|'none'|(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d+|\*))?)$/i;
const frameAncestors = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\s,]+/).filter((host) => host !== "")),
  v.check(
    (hosts) => hosts.length > 0 && hosts.every((host) => FRAME_ANCESTOR.test(host)),
    "hosts such as https://*.sharepoint.com, parted by spaces; also 'self' or 'none'",
  ),
);

/** `redis://` or `rediss://` is a Redis, anything else a folder. */
function storePlace(text: string): StorePlace | undefined {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return { kind: "folder", folder: text, words: text };
  if (!URL.canParse(text)) return undefined;
  const { protocol, host } = new URL(text);
  if (!["redis:", "rediss:"].includes(protocol) || host === "") return undefined;
  return { kind: "redis", url: secret(text), words: `${protocol}//${host}` };
}

/** One field for every variable that does not belong to a source; each message completes "… must be". */
export const FIELDS = v.object({
  DIGITRADE_HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w.:%-]{1,255}$/, "an address or name of this computer, such as 127.0.0.1"),
    ),
    "127.0.0.1",
  ),
  DIGITRADE_PORT: v.optional(port, "8787"),
  DIGITRADE_METRICS_PORT: v.optional(
    v.union(
      [
        v.pipe(
          v.literal("off"),
          v.transform(() => undefined),
        ),
        port,
      ],
      "a port from 0 to 65535, or off",
    ),
    "9464",
  ),
  DIGITRADE_STORE: v.pipe(
    v.string(),
    v.transform(storePlace),
    v.custom<StorePlace>((place) => place !== undefined, "a folder, or redis://host:port, or rediss://…"),
  ),
  DIGITRADE_STATIC: v.exactOptional(v.string()),
  DIGITRADE_FRAME_ANCESTORS: v.optional(frameAncestors, OFFICE_HOSTS.join(" ")),
  DIGITRADE_TRUST_PROXY: v.optional(count(0, 10, "the number of reverse proxies in front,"), "0"),
  DIGITRADE_RATE_LIMIT: v.optional(count(0, 1_000_000, "requests a minute"), "1200"),
  DIGITRADE_OFFLINE: v.optional(yesOrNo, "no"),
  DIGITRADE_LOG: v.optional(v.picklist(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`), "info"),
  DIGITRADE_CONTACT: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[\x21-\x7e]{3,120}$/, "a mail address or a page, without spaces")),
  ),
});

/** A provider's key, wrapped at once. */
export const SOURCE_KEY = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]{1,200}$/, "a key as the provider gave it, without spaces"),
  v.transform(secret),
);

export const SOURCE_ADDRESS = v.pipe(
  v.string(),
  v.check(
    isPlainAddress,
    "an http or https address without a name, password, query or #, such as https://mirror.example.org/boj",
  ),
);

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username + password === "" && !/[?#]/.test(text);
}

interface Configurable {
  readonly id: ProviderId;
  readonly addresses: Readonly<Record<string, string>>;
  readonly key?: "required" | "optional";
}

/** `DIGITRADE_FRED_KEY` for each source that has a use for a key. */
export function keyVariables(
  sources: readonly Configurable[],
): readonly { readonly name: string; readonly provider: ProviderId }[] {
  return sources
    .filter(({ key }) => key !== undefined)
    .map(({ id }) => ({ name: variable(id, "key"), provider: id }));
}

/** `DIGITRADE_BOJ_API_URL` for each address of each source. */
export function addressVariables(
  sources: readonly Configurable[],
): readonly { readonly name: string; readonly provider: ProviderId; readonly address: string }[] {
  return sources.flatMap(({ id, addresses }) =>
    Object.keys(addresses).map((address) => ({ name: variable(id, address, "url"), provider: id, address })),
  );
}

const variable = (...words: readonly string[]): string =>
  ["DIGITRADE", ...words]
    .join("_")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_");
