import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Ask, Reply } from "../../sources/common/source";
import type { Instant } from "../../sources/common/calendar";
import { ACCEPTED_CODINGS, decode, readBytes } from "./body";
import { breakageOf, Broken } from "./broken";
import { deadline } from "./deadline";
import type { Destination } from "./destination";
import { failedForGood, failedForNow, type Outcome } from "./outcome";
import { guarded, refusePrivateLiteral } from "./public-address";
import { restOf, untilWords } from "./retry-after";

/** What an exchange needs of the wire. */
interface Surroundings {
  readonly userAgent: string;
  readonly exchangeMs: number;
  readonly lookup: LookupFunction;
  readonly now: () => Instant;
}

/** One exchange to be made. */
export interface Errand {
  readonly to: Destination;
  readonly ask: Ask;
  /** The provider in a sentence: `boj (www.stat-search.boj.or.jp)`. */
  readonly who: string;
  /** Takes the key out of a text. */
  readonly conceal: (text: string) => string;
  readonly signal: AbortSignal;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Refusals are explained in these too, whatever was asked for. */
const TYPES_OF_REFUSALS = ["application/json", "text/plain"];

/**
 * Sends one GET on a connection of its own and reads the whole answer. Never throws for what the network or the provider
 * does. It is Node's own client for two kinds of silent loss that others let pass: a body that goes on beyond its
 * Content-Length, and a body without one whose connection was reset.
 */
export async function exchange(errand: Errand, surroundings: Surroundings): Promise<Outcome> {
  const { who, signal } = errand;
  const { exchangeMs } = surroundings;
  const late = failedForNow(`${who} did not answer within ${exchangeMs / 1000} s; try again later.`);
  const whole = deadline(exchangeMs, () => late.problem, signal);
  try {
    return await whole.race(converse(errand, surroundings, whole.signal));
  } catch (thrown) {
    return thrown === whole.signal.reason ? late : breakageOf(thrown, who);
  } finally {
    whole.clear();
  }
}

async function converse(errand: Errand, surroundings: Surroundings, signal: AbortSignal): Promise<Outcome> {
  const { to, ask } = errand;
  if (!to.byOperator) refusePrivateLiteral(to.url);
  const request = (to.url.protocol === "https:" ? https : http).request(to.url, {
    agent: false,
    headers: {
      "User-Agent": surroundings.userAgent,
      Accept: ask.types.join(", "),
      "Accept-Encoding": ACCEPTED_CODINGS,
    },
    lookup: to.byOperator ? surroundings.lookup : guarded(surroundings.lookup),
    // Said here so that no environment can say otherwise.
    rejectUnauthorized: true,
    signal,
  });
  // Errors may come at any time, after the answer too: every one of them breaks the exchange, none is unheard.
  const broken = new Promise<never>((_, reject) => request.on("error", reject));
  broken.catch(() => undefined);
  try {
    const answered = new Promise<IncomingMessage>((resolve) => request.once("response", resolve));
    request.end();
    const response = await Promise.race([answered, broken]);
    return await Promise.race([hear(response, errand, surroundings.now()), broken]);
  } finally {
    request.destroy();
  }
}

/** What an answer says: its status first, its type next, and its body only if those are in order. */
async function hear(response: IncomingMessage, errand: Errand, now: Instant): Promise<Outcome> {
  const { ask, who } = errand;
  const { statusCode: status = 0, headers } = response;
  response.on("error", () => undefined);
  if (REDIRECTS.includes(status)) return { kind: "redirected", status, location: headers.location };
  if (status === 429 || status >= 500) return failing(who, status, restOf(headers["retry-after"], now), now);
  const isRefusal = status >= 400;
  if (status !== 200 && !isRefusal)
    return failedForGood("unreadable", `${who} answered in an unexpected way (${status}); report it.`);

  // Whatever of the provider's may come into a sentence is rid of the key first, before it is cut or changed.
  const type =
    errand
      .conceal(headers["content-type"] ?? "")
      .split(";")[0]
      ?.trim()
      .toLowerCase() ?? "";
  const isReadable = ask.types.some((each) => each.toLowerCase() === type);
  if (isRefusal && !isReadable && !TYPES_OF_REFUSALS.includes(type)) return replied({ status, text: "" }, 0);
  if (!isRefusal && !isReadable) return failedForGood("unreadable", wrongType(type, errand));

  try {
    const bytes = await readBytes(response, ask.maxBytes);
    const text = errand.conceal(decode(bytes, ask.charset));
    if (text !== "" || isRefusal) return replied({ status, text }, bytes.byteLength);
    return failedForGood("unreadable", `${who} sent an empty answer; try again later, or report it.`);
  } catch (thrown) {
    // A refusal stays one, however it is explained.
    if (isRefusal && thrown instanceof Broken) return replied({ status, text: "" }, 0);
    throw thrown;
  }
}

const replied = (reply: Reply, bytes: number): Outcome => ({ kind: "replied", reply, bytes });

function failing(who: string, status: number, restMs: number | undefined, now: Instant): Outcome {
  const what = status === 429 ? "gets too many requests" : "is in trouble";
  const when =
    restMs === undefined || restMs === 0 ? "try again later" : `do not ask it ${untilWords(restMs, now)}`;
  return failedForNow(`${who} ${what} (${status}); ${when}.`, restMs);
}

function wrongType(type: string, { ask, who }: Errand): string {
  const wanted = ask.types.join(" or ");
  const got =
    type === "text/html" || type === "application/xhtml+xml"
      ? "a web page (HTML), perhaps a notice or a log-in,"
      : type === ""
        ? "something of no stated type"
        : type.slice(0, 60);
  return `${who} sent ${got} instead of ${wanted}; open the provider's site to see why, or report it.`;
}
