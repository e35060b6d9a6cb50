import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Broken } from "./broken";

/** Codings that are understood; deflate is not asked for, since half the servers mean another thing by it. */
export const ACCEPTED_CODINGS = "gzip, br";

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["br", createBrotliDecompress],
  ["deflate", createInflate],
]);

/**
 * The bytes of a body after decompression. Read and inflated piece by piece, so that at most `maxBytes` and some pieces
 * are ever held; one byte more, compressed or not, ends the exchange ("TOO_LONG").
 */
export async function readBytes(body: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const coding = body.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (Number(body.headers["content-length"] ?? 0) > maxBytes) throw new Broken("TOO_LONG", String(maxBytes));
  const pieces: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of source) pieces.push(piece);
  };
  const limit = limitedTo(maxBytes);
  if (coding === "identity" || coding === "") {
    await pipeline(body, limit, keep);
  } else {
    const decoder = DECODERS.get(coding);
    if (!decoder) throw new Broken("UNKNOWN_CODING");
    await pipeline(body, limit, decoder(), limit, keep);
  }
  return Buffer.concat(pieces);
}

function limitedTo(maxBytes: number): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let bytes = 0;
    for await (const piece of source) {
      bytes += piece.byteLength;
      if (bytes > maxBytes) throw new Broken("TOO_LONG", String(maxBytes));
      yield piece;
    }
  };
}

/** The text of a body, without a byte order mark; bytes that the charset does not know are a failure ("WRONG_CHARSET"). */
export function decode(bytes: Uint8Array, charset: "utf-8" | "shift_jis" = "utf-8"): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new Broken("WRONG_CHARSET", charset);
  }
}
