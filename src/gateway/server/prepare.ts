import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Answer, Form, Prepared } from "./answer";
import type { Encoding } from "./encodings";

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Below, a packet holds it anyway. */
const WORTH_COMPRESSING = 1000;
/** High, because it is done once for each version of a document; the last step of brotli takes ten times as long for 3 %. */
const GZIP_LEVEL = 9;
const BROTLI_QUALITY = 9;

export interface PrepareOptions {
  /** All headers but those that depend on the bytes and their form. */
  readonly headers: Readonly<Record<string, string>>;
  /** False for what is compressed already, such as pictures. */
  readonly compressible?: boolean;
}

/** Compresses bytes and writes the headers of each form, once and for all. The tag is of these very bytes, form by form. */
export async function prepare(bytes: Buffer, options: PrepareOptions): Promise<Prepared> {
  const { headers, compressible = true } = options;
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const identity = formOf(bytes, `"${digest}"`, undefined, headers);
  const squeezed = async (encoding: Encoding, body: Promise<Buffer>): Promise<Form> => {
    const smaller = await body;
    return smaller.length < bytes.length
      ? formOf(smaller, `"${digest}-${encoding}"`, encoding, headers)
      : identity;
  };
  if (!compressible || bytes.length < WORTH_COMPRESSING)
    return { forms: { br: identity, gzip: identity, identity }, size: bytes.length };
  const [zipped, br] = await Promise.all([
    squeezed("gzip", zip(bytes, { level: GZIP_LEVEL })),
    squeezed(
      "br",
      brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    ),
  ]);
  const size = [...new Set([identity, zipped, br])].reduce((sum, form) => sum + lengthOf(form), 0);
  return { forms: { br, gzip: zipped, identity }, size };
}

const lengthOf = ({ full }: Form): number => full.body?.byteLength ?? 0;

function formOf(
  body: Buffer,
  etag: string,
  encoding: Encoding | undefined,
  headers: Readonly<Record<string, string>>,
): Form {
  const { "Content-Type": type = "application/octet-stream", ...others } = headers;
  const shared = { ETag: etag, Vary: "Accept-Encoding", ...others };
  const full: Answer = {
    status: 200,
    headers: {
      "Content-Type": type,
      ...(encoding && { "Content-Encoding": encoding }),
      "Content-Length": String(body.byteLength),
      ...shared,
    },
    body,
  };
  return { etag, full, unchanged: { status: 304, headers: shared } };
}
