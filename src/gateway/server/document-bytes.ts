/** A document as it is sent and as it is exported: the same bytes. */
export function documentBytes(document: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(document)}\n`);
}
