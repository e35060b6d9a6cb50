import { Problem } from "../../domain/problem";
import type { Reply } from "./source";

/** Whether a text is a web page, which providers and the machines before them send in place of data. */
export function isHtml(text: string): boolean {
  return /^[\s\uFEFF]*<(?:!--|(?:!doctype\s+html|html|head|body|title)\b)/i.test(text.slice(0, 1000));
}

/** What a provider said, on one line and short enough for a sentence. */
export function excerpt(text: string, length = 120): string {
  const line = text
    .slice(0, 4 * length)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line;
}

/** The Problem ("unreachable") of a provider that did not answer with status 200; `said` is its own explanation. */
export function refused(status: number, who: string, said = ""): Problem {
  const words = said === "" ? "" : `: ${excerpt(said)}`;
  const because = (what: string, advice: string): Problem =>
    new Problem("unreachable", `${capital(who)} ${what} (${status}${words}); ${advice}.`);
  if (status === 429) return because("gets too many requests right now", "wait some minutes, then try again");
  if (status >= 500) return because("is in trouble", "try again later");
  if (status === 401 || status === 403) return because("refuses access", "check the key, if one is needed");
  if (status === 404 || status === 410)
    return because("has nothing at this address any more", "report it, the address may have moved");
  return because("refuses to answer", "report it if it stays so");
}

/** The Problem ("unreadable") of an answer that is not what was asked for; `what` completes "cannot be read: …". */
export function unreadable(who: string, what: string, cause?: unknown): Problem {
  return new Problem(
    "unreadable",
    `The answer of ${who} cannot be read: ${what}; try again later, or report it.`,
    cause === undefined ? {} : { cause },
  );
}

/** Makes the Problem ("unreadable") of the document that is being read; `why` completes "cannot be read: …". */
export type Complain = (why: string, cause?: unknown) => Problem;

/** The text of an answer that has status 200 and is not a web page; else a Problem. */
export function textOf({ status, text }: Reply, who: string): string {
  if (status !== 200) throw refused(status, who, isHtml(text) ? "" : text);
  if (isHtml(text)) throw unreadable(who, "it is a web page instead of figures");
  return text;
}

/** The JSON of an answer that has status 200; else a Problem. */
export function jsonOf(reply: Reply, who: string): unknown {
  return parseJson(textOf(reply, who), who);
}

/** JSON whatever it holds; text that is none, or that is broken off, is a Problem ("unreadable"). */
export function parseJson(text: string, who: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (cause) {
    throw unreadable(who, "it is not JSON, or is broken off", cause);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
