import { noData, Problem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { wrongId } from "./ask";
import { readSeries } from "./document";

export interface RemoteOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** For the whole exchange, the body included. */
  readonly timeoutMs?: number;
  /** Of the body after decompression; a series of 7,000 days has about 200 kB. */
  readonly maxBytes?: number;
}

/**
 * Asks a gateway, or a folder of the same documents on any web server. Nothing is tried twice here: retries live in
 * the gateway alone. A document with an ETag is asked for conditionally the next time. Problems: "no-data" where the
 * gateway does not serve the series, "unreachable" for network, time-out and trouble at the gateway, "unreadable" for
 * an answer that is not the document asked for.
 */
export function remote(
  origin: string,
  { fetch = globalThis.fetch, timeoutMs = 10_000, maxBytes = 5_000_000 }: RemoteOptions = {},
): Load {
  const base = origin.replace(/\/+$/, "");
  const gateway = `the gateway ${base}`;
  const tagged = new Map<SeriesId, { readonly etag: string; readonly series: Series }>();

  const exchange = async (id: SeriesId, signal: AbortSignal): Promise<Series> => {
    const known = tagged.get(id);
    const response = await fetch(`${base}/v1/series/${encodeURIComponent(id)}.json`, {
      headers: { Accept: "application/json", ...(known && { "If-None-Match": known.etag }) },
      redirect: "error",
      signal,
    });
    if (response.status === 304 && known) return known.series;
    if (response.status !== 200) throw statusProblem(response.status, id, gateway);
    const type = response.headers.get("content-type") ?? "no content type";
    if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
      throw unreadable(id, gateway, `the answer is not JSON but ${type.slice(0, 60)}`);
    const series = readSeries(parse(await readBody(response, maxBytes, id, gateway), id, gateway), gateway);
    if (series.id !== id) throw wrongId(id, series.id, gateway);
    const etag = response.headers.get("etag");
    if (etag === null) tagged.delete(id);
    else tagged.set(id, { etag, series });
    return series;
  };

  return async (id) => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Raced besides aborting, so that the promise settles even where a fetch pays no heed to its signal.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(unreachable(`${gateway} did not answer within ${timeoutMs / 1000} s`));
      }, timeoutMs);
    });
    try {
      return await Promise.race([exchange(id, controller.signal), late]);
    } catch (thrown) {
      controller.abort();
      if (thrown instanceof Problem) throw thrown;
      throw unreachable(`${gateway} could not be reached`, thrown);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The bytes of a body, read only as far as the limit. */
async function readBody(
  response: Response,
  maxBytes: number,
  id: SeriesId,
  gateway: string,
): Promise<readonly Uint8Array[]> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) throw unreadable(id, gateway, `the answer is longer than ${maxBytes} bytes`);
    chunks.push(value);
  }
  return chunks;
}

function parse(chunks: readonly Uint8Array[], id: SeriesId, gateway: string): unknown {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    throw unreadable(id, gateway, "the answer is broken off, or not JSON", thrown);
  }
}

function statusProblem(status: number, id: SeriesId, gateway: string): Problem {
  if (status === 404)
    return noData(`This gateway does not serve ${id} (${gateway}); look for another series.`);
  if (status === 429)
    return unreachable(`${gateway} gets too many requests right now (429); wait a minute`, undefined, "");
  if (status >= 500)
    return unreachable(`${gateway} is in trouble (${status}); try again later`, undefined, "");
  return unreachable(`${gateway} refuses to answer (${status})`);
}

function unreachable(
  what: string,
  cause?: unknown,
  advice = "; check the network and the gateway's address",
): Problem {
  return new Problem("unreachable", `${capital(what)}${advice}.`, { cause });
}

function unreadable(id: SeriesId, gateway: string, what: string, cause?: unknown): Problem {
  return new Problem(
    "unreadable",
    `${id} from ${gateway} cannot be read: ${what}; check the gateway's address, or report it.`,
    { cause },
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
