type Bytes = Uint8Array<ArrayBuffer>;

/** Whether the browser packs and unpacks; Safari before 16.4 does not, nor Chromium before 103 in this format. */
export function canDeflate(): boolean {
  if (typeof CompressionStream === "undefined" || typeof DecompressionStream === "undefined") return false;
  try {
    new CompressionStream("deflate-raw");
    return true;
  } catch {
    return false;
  }
}

export const deflate = (bytes: Bytes): Promise<Bytes> => through(bytes, new CompressionStream("deflate-raw"));

/** Rejects where the bytes are no deflated ones. */
export const inflate = (bytes: Bytes): Promise<Bytes> =>
  through(bytes, new DecompressionStream("deflate-raw"));

async function through(bytes: Bytes, packer: ReadableWritablePair<Uint8Array, BufferSource>): Promise<Bytes> {
  const writer = packer.writable.getWriter();
  // What goes wrong here goes wrong at the readable end too, where it is heard.
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  return new Uint8Array(await new Response(packer.readable).arrayBuffer());
}
