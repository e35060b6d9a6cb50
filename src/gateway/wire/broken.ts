import { Problem } from "../../domain/problem";
import type { Failure } from "./outcome";

/** What the wire itself finds wrong with an exchange; the codes of Node's own errors stand beside these. */
export class Broken extends Error {
  readonly code: string;
  /** What was found, for the sentence: a size, a charset, an address. */
  readonly found: string;

  constructor(code: "TOO_LONG" | "UNKNOWN_CODING" | "WRONG_CHARSET" | "PRIVATE_ADDRESS", found = "") {
    super(code);
    this.code = code;
    this.found = found;
  }
}

interface Breakage {
  readonly kind: "unreachable" | "unreadable";
  readonly what: (found: string) => string;
  readonly advice: string;
  readonly again: boolean;
  readonly hostFailed: boolean;
}

const LATER = "try again later";
const passing = (what: string, advice = LATER): Breakage => ({
  kind: "unreachable",
  what: () => what,
  advice,
  again: true,
  hostFailed: true,
});
const unreadable = (what: (found: string) => string, advice = "try again later, or report it"): Breakage => ({
  kind: "unreadable",
  what,
  advice,
  again: false,
  hostFailed: false,
});

const NETWORK = "check the network, or try again later";
const brokenOff = passing("broke off before its answer was complete");

/** By error code. What Node says in words is never passed on: it may name addresses with their queries. */
const BREAKAGES: ReadonlyMap<string, Breakage> = new Map([
  ["ECONNREFUSED", passing("refused the connection", NETWORK)],
  ["ECONNRESET", brokenOff],
  ["EPIPE", brokenOff],
  ["ENOTFOUND", passing("is not known by that name", NETWORK)],
  ["EAI_AGAIN", passing("could not be looked up by its name", NETWORK)],
  ["EHOSTUNREACH", passing("could not be reached", NETWORK)],
  ["ENETUNREACH", passing("could not be reached", NETWORK)],
  ["ETIMEDOUT", passing("did not take the connection in time", NETWORK)],
  // zlib: the compressed body ends too early.
  ["Z_BUF_ERROR", brokenOff],
  ["Z_DATA_ERROR", unreadable(() => "sent a compressed answer that is damaged")],
  ["TOO_LONG", unreadable((limit) => `sent an answer of more than ${limit} bytes`)],
  ["UNKNOWN_CODING", unreadable(() => "sent an answer compressed in an unknown way")],
  ["WRONG_CHARSET", unreadable((charset) => `sent an answer that is not ${charset} text`)],
  [
    "PRIVATE_ADDRESS",
    {
      ...unreadable(
        (address) => `leads to an address that is not a public one (${address})`,
        "check the name service; if that host is yours, set it as this source's address",
      ),
      kind: "unreachable",
    },
  ],
]);

/** Families of codes. */
const FAMILIES: readonly (readonly [RegExp, Breakage])[] = [
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/,
    { ...passing("showed a certificate that cannot be trusted", NETWORK), again: false },
  ],
  [/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/, { ...passing("does not speak TLS as it should", NETWORK), again: false }],
  // Also data beyond the announced length: what was read then may be cut off anywhere.
  [/^HPE_/, passing("sent an answer that is not HTTP, or longer than announced")],
  // Brotli's own.
  [/^ERR__ERROR_FORMAT/, unreadable(() => "sent a compressed answer that is damaged")],
];

const UNKNOWN = passing("could not be reached", NETWORK);

/** What an error of the network, of TLS, HTTP or zlib, or of our own, means for a call to `who`. */
export function breakageOf(thrown: unknown, who: string): Failure {
  const code = codeOf(thrown);
  const { kind, what, advice, again, hostFailed } =
    BREAKAGES.get(code) ?? FAMILIES.find(([family]) => family.test(code))?.[1] ?? UNKNOWN;
  const found = thrown instanceof Broken ? thrown.found : "";
  const tag = thrown instanceof Broken || code === "" ? "" : ` (${code})`;
  const problem = new Problem(kind, `${who} ${what(found)}${tag}; ${advice}.`);
  return { kind: "failed", problem, again, hostFailed };
}

/** An error's code, if it is one in form. */
function codeOf(thrown: unknown): string {
  const hasCode = typeof thrown === "object" && thrown !== null && "code" in thrown;
  return hasCode && typeof thrown.code === "string" && /^[A-Z0-9_]{2,60}$/.test(thrown.code)
    ? thrown.code
    : "";
}
