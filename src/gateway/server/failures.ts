import { Problem, type ProblemKind } from "../../domain/problem";
import type { Answer } from "./answer";
import { DATA_HEADERS, UNKEPT } from "./headers";

/** An answer that says in words what is wrong; `error` is a short name for programs. */
export function failure(
  status: number,
  error: string,
  message: string,
  headers: Readonly<Record<string, string>> = UNKEPT,
): Answer {
  const body = Buffer.from(`${JSON.stringify({ error, message })}\n`);
  return {
    status,
    headers: { ...DATA_HEADERS, "Content-Length": String(body.byteLength), ...headers },
    body,
  };
}

/** What was asked for does not exist; said again for a minute without asking. */
export function notFound(error: string, message: string): Answer {
  return failure(404, error, message, { "Cache-Control": "public, max-age=60" });
}

const RETRY_SECONDS = "60";

/** Why a series cannot be sent. Only sentences written for readers leave the house; the rest is for the log. */
export function loadFailure(id: string, thrown: unknown): Answer {
  if (!(thrown instanceof Problem)) return internal(id);
  const { kind, message } = thrown;
  const answers = {
    "bad-input": () => notFound(kind, message),
    "unknown-series": () => notFound(kind, message),
    "no-data": () => notFound(kind, message),
    "no-rate": () => notFound(kind, message),
    unreachable: () =>
      failure(
        503,
        kind,
        `${id} cannot be had right now: its provider does not answer, and no figures of it are held; try again later.`,
        { ...UNKEPT, "Retry-After": RETRY_SECONDS },
      ),
    unreadable: () =>
      failure(
        502,
        kind,
        `${id} cannot be had: what its source answers cannot be read; look into the gateway's log, or report it.`,
      ),
  } satisfies Record<ProblemKind, () => Answer>;
  return answers[kind]();
}

export function internal(what: string): Answer {
  return failure(
    500,
    "internal",
    `${what} could not be answered; look into the gateway's log, or report it.`,
  );
}
