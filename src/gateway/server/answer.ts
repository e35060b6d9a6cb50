import { chooseEncoding, type Encoding } from "./encodings";

/** What is sent to a client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What a client says about the form that it wants: two headers of its request. */
export interface Wish {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Bytes in one form, and the two answers that they give. */
export interface Form {
  readonly etag: string;
  readonly full: Answer;
  readonly unchanged: Answer;
}

/** One document or file, ready to be sent in every form. */
export interface Prepared {
  readonly forms: Readonly<Record<Encoding, Form>>;
  /** Bytes that all forms take in memory. */
  readonly size: number;
}

/** The answer to a request for what is prepared: whole, or that the client's copy is still right (304). */
export function answerOf(prepared: Prepared, wish: Wish): Answer {
  const form = prepared.forms[chooseEncoding(wish.acceptEncoding)];
  return isHeld(wish.ifNoneMatch, form.etag) ? form.unchanged : form.full;
}

/** Whether an If-None-Match header names this tag: a list, or `*`; weak and strong tags are compared alike (RFC 9110). */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  for (const [tag] of ifNoneMatch.matchAll(/"[^"]*"/g)) if (tag === etag) return true;
  return false;
}
